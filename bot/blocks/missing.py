"""The coordinators' list of what is not reported, with the ids of its buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.blocks import kit
from bot.blocks.agency_form import open_for
from bot.blocks.kit import Block
from bot.blocks.lines import packed
from bot.blocks.messages import Drawn
from bot.core.plan import ILLUSTRATIVE
from bot.core.progress import count, show_date
from bot.core.quarters import Quarter
from bot.core.status import Labels
from bot.quarterly.missing import Missing, MissingList, Reach

NUDGE = "missing_nudge"
"""Action id of [Nudge 6]; its value is the quarter's label."""
GROUPS = {
    Reach.CAN_ASK: "Can be asked",
    Reach.NOBODY: "Nobody can be asked",
    Reach.NO_OWNER: "No owner in the plan",
}
NEXT_STEPS = {
    Reach.NOBODY: "`/csp member` names somebody; until then you can report for them.",
    Reach.NO_OWNER: "`/csp edit` and a reference gives an action its lead.",
}


def missing_list(notice: MissingList, _labels: Labels) -> Drawn:
    """Who has not reported: whom one can ask, whom not, and what nobody owns."""
    verb, left = ("closed", "were not") if notice.closed else ("closes", "to go")
    opening = (
        f"{notice.quarter} {verb} on {show_date(notice.closes)}. "
        f"{notice.reported} of {count(notice.actions, 'action')} reported, {notice.total} {left}."
    )
    blocks = [kit.section(kit.bold(opening))]
    lines = [opening]
    for reach in Reach:
        if group := notice.of(reach):
            lines += [_heading(reach, group), *map(_plain, group)]
            blocks += _group(reach, group, notice.quarter)
    tail = (
        [kit.actions(nudge(notice.quarter, notice.people))]
        if notice.people and not notice.closed
        else []
    )
    tail += [kit.context(ILLUSTRATIVE)] if notice.illustrative else []
    return kit.text(lines), kit.fit(blocks, tail)


def _heading(reach: Reach, group: Sequence[Missing]) -> str:
    actions = count(sum(len(line.refs) for line in group), "action")
    return f"{GROUPS[reach]}: {actions}"


def _group(reach: Reach, group: Sequence[Missing], quarter: Quarter) -> Iterator[Block]:
    heading = kit.bold(_heading(reach, group))
    if reach is Reach.NOBODY:
        yield kit.section(heading)
        for line in group:
            yield kit.section(_line(line), open_for(line.agency, line.lead, quarter))
    else:
        yield from (kit.section(text) for text in packed([heading, *map(_line, group)]))
    if reach in NEXT_STEPS:
        yield kit.context(NEXT_STEPS[reach])


def _plain(line: Missing) -> str:
    note = f" ({line.note})" if line.note else ""
    return f"{line.lead}: {len(line.refs)}: {', '.join(line.refs)}{note}"


def _line(line: Missing) -> str:
    note = f"\n      {kit.oneline(line.note, 300)}" if line.note else ""
    refs = kit.oneline(", ".join(line.refs), 1_000)
    return f"• {kit.bold(line.lead)} {len(line.refs)}: {refs}{note}"


def nudge(quarter: Quarter, people: int) -> Block:
    """[Nudge 6]: asks first."""
    dialog = kit.confirm(
        f"Write to {count(people, 'person', 'people')}?",
        "Each gets one direct message from me, now, with what awaits an update. Who was written to "
        "today, is away or has nothing to do is left out.",
        "Write to them",
        danger=False,
    )
    described = f"Nudge {people}: write to those with something to report"
    return kit.button(f"Nudge {people}", NUDGE, quarter.label, confirm=dialog, described=described)


def nudged(asked: Sequence[tuple[str, bool, str]]) -> Drawn:
    """What came of a nudge: (name, sent, reason why not)."""
    names = ", ".join(name for name, sent, _ in asked if sent)
    lines = [f"Asked: {names}."] if names else []
    lines += [f"{name}: not asked, {why}" for name, sent, why in asked if not sent]
    text = kit.escape("\n".join(lines) or "There is nobody who could be written to.")
    return text, [kit.section(text)]
