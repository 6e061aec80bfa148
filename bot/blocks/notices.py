"""Every notice of the outbox as a message: `render` takes its kind and frozen JSON.

The top-level text carries the whole substance (screen readers and notifications read only that);
the blocks lay it out within Slack's limits. Ids of a reminder's buttons stand here, beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.blocks.messages import proposal
from bot.core.notices import Message, Proposal, StatusChanged, decode
from bot.core.progress import count, show_date
from bot.core.reply import Line, Section
from bot.core.status import Labels
from bot.quarterly.facts import SummaryDetail, SummaryHead
from bot.quarterly.reminders import MissingList, Reminder, ToReport
from bot.quarterly.spoken import spoken
from bot.quarterly.wording import (
    ILLUSTRATIVE,
    detail_parts,
    detail_text,
    head_parts,
    headline,
    marking,
    remarks,
    title,
)

UPDATE = "reminder_update"
SAME_AS_LAST = "reminder_same_as_last"
NOT_MINE = "reminder_not_mine"
AWAY_UNTIL = "reminder_away_until"
"""Action ids of a reminder. Values: the action's reference; of the date picker, the last day."""
NUDGE = "missing_nudge"
"""Action id of the coordinators' list; its value is the quarter's label."""

PART_CHARACTERS = 1_100
EXCEPTION_CHARACTERS = 3_800
"""Room of one section of the summary's head, so that no section crowds out the later ones."""

Rendered = tuple[str, list[Block]]


def render(kind: str, payload: str, labels: Labels) -> Rendered:
    """The (escaped) top-level text and the blocks of a notice. KeyError for an unknown kind."""
    notice_class, draw = _KINDS[kind]
    return draw(decode(notice_class, payload), labels)


def late_note(text: str) -> Block:
    """The line that says a post is late."""
    return kit.context(kit.escape(text))


def _status_changed(notice: StatusChanged, labels: Labels) -> Rendered:
    moved = f"{labels.of(notice.before)} → {labels.of(notice.after)}"
    if notice.sensitive:
        said = [f"{notice.ref}: {moved} (sensitive: reference and status only)"]
        source = f"Reported for {notice.quarter}."
    else:
        said = [f"{notice.ref} {notice.action}: {moved}", *_told(notice)]
        source = f"Reported by {notice.agency} for {notice.quarter}."
    if notice.withdrawn:
        source = f"An earlier update for {notice.quarter} was taken back."
    quiet = [source, *([ILLUSTRATIVE] if notice.illustrative else [])]
    lines = [kit.escape(line) for line in said]
    blocks = [kit.section(text) for text in _packed([kit.bold(said[0]), *lines[1:]])]
    blocks.append(kit.context(*map(kit.escape, quiet)))
    return _text([*said, *quiet]), kit.fit(blocks)


def _told(notice: StatusChanged) -> Iterator[str]:
    date_moved = notice.new_due is not None and notice.new_due != notice.due
    said = {
        "": notice.note,
        "Reason: ": notice.reason,
        "Corrective action: ": notice.corrective_action,
        "New due date: ": show_date(notice.new_due) if notice.new_due and date_moved else "",
    }
    yield from (f"{name}{text}" for name, text in said.items() if text)


def _proposal(notice: Proposal, _labels: Labels) -> Rendered:
    return proposal(notice.user, notice.name, notice.agencies, notice.team)


def _message(notice: Message, _labels: Labels) -> Rendered:
    blocks = [kit.section(kit.escape(notice.text))]
    if notice.buttons:
        blocks.append(kit.actions(*(kit.button(*button) for button in notice.buttons)))
    return _text([notice.text]), blocks


def _summary_head(head: SummaryHead, labels: Labels) -> Rendered:
    blocks = [kit.header(title(head)), kit.section(f"*{kit.escape(headline(head))}*")]
    if said := remarks(head):
        blocks.append(kit.context(*map(kit.escape, said)))
    for part in head_parts(head, labels):
        exceptions = part.heading.startswith("Off track")
        blocks += _part(part, EXCEPTION_CHARACTERS if exceptions else PART_CHARACTERS)
    tail = [kit.context(kit.escape(marking(head)))]
    more = "The rest stands in the thread below, by priority."
    return _text([spoken(head, labels)]), kit.fit(blocks, tail, rest=more)


def _summary_detail(detail: SummaryDetail, labels: Labels) -> Rendered:
    blocks: list[Block] = []
    for part in detail_parts(detail, labels):
        blocks += _part(part, kit.MAX_CHARACTERS)
    tail = [kit.context(kit.escape(marking(detail)))]
    rest = f"More: `/csp priority {kit.oneline(detail.priority, 60)}`"
    return _text([detail_text(detail, labels)]), kit.fit(blocks, tail, rest=rest)


def _part(part: Section, room: int) -> list[Block]:
    """A heading and as many of its lines as there is room for, in sections of Slack's size."""
    heading = kit.bold(part.heading)
    lines: list[str] = []
    for line in part.lines:
        shown = _line(line)
        if lines and sum(map(len, lines)) + len(shown) > room:
            break
        lines.append(shown)
    left = len(part.lines) - len(lines) + part.more
    return [
        *(kit.section(text) for text in _packed([heading, *lines])),
        *([kit.context(f"… and {left} more")] if left else []),
    ]


def _line(line: Line) -> str:
    details = (f"      {kit.escape(detail)}" for detail in line.detail.splitlines())
    return "\n".join([f"• {kit.escape(line.text)}", *details])


def _packed(lines: Iterable[str]) -> Iterator[str]:
    """Lines joined into as few texts as sections of 3,000 characters need."""
    text = ""
    for line in lines:
        if text and len(text) + 1 + len(line) > kit.MAX_SECTION:
            yield text
            text = ""
        text = f"{text}\n{line}" if text else line
    yield text


def _reminder(notice: Reminder, labels: Labels) -> Rendered:
    blocks = [kit.section("\n".join(map(kit.escape, _asked(notice))))]
    for entry in notice.entries:
        blocks.append(kit.section(kit.escape(_awaits(entry, labels))))
        if notice.may_report:
            blocks.append(kit.actions(*_buttons(entry), block_id=f"remind:{entry.ref}"))
    if notice.more:
        more = count(notice.more, "more action")
        blocks.append(kit.context(f"… and {more}: type `/csp mine`."))
    away = {
        "type": "datepicker",
        "action_id": AWAY_UNTIL,
        "placeholder": kit.plain("I'm away until…"),
    }
    blocks.append(kit.actions(away, block_id="remind:away"))
    if notice.illustrative:
        blocks.append(kit.context(ILLUSTRATIVE))
    lines = [_awaits(entry, labels) for entry in notice.entries]
    return _text([*_asked(notice), *lines]), kit.fit(blocks)


def _asked(notice: Reminder) -> list[str]:
    actions = count(len(notice.entries) + notice.more, "action")
    hello = f"Good morning {notice.name}." if notice.name else "Good morning."
    by = show_date(notice.closes)
    return [
        f"{hello} No update has been received yet for {actions} your agency leads.",
        f"Returns for {notice.quarter} close on {by}. One line for each is enough.",
    ]


def _awaits(entry: ToReport, labels: Labels) -> str:
    named = f"{entry.ref} {entry.action}".strip()
    last = f", last reported for {entry.last}" if entry.last else ""
    return f"{named}\n{labels.of(entry.status)}{last}"


def _buttons(entry: ToReport) -> Iterator[Block]:
    yield kit.button(
        "Update", UPDATE, entry.ref, style="primary", described=f"Update action {entry.ref}"
    )
    if entry.repeatable:
        label = "Same as last quarter"
        yield kit.button(label, SAME_AS_LAST, entry.ref, described=f"{label}: {entry.ref}")
    yield kit.button("Not mine", NOT_MINE, entry.ref, described=f"Not mine: {entry.ref}")


def _missing_list(notice: MissingList, _labels: Labels) -> Rendered:
    opening = (
        f"{notice.quarter} closes on {show_date(notice.closes)}. "
        f"No update received yet for {count(notice.total, 'action')}:"
    )
    lines = [f"{m.lead}: {len(m.refs)} ({', '.join(m.refs)})" for m in notice.missing]
    unreached = ", ".join(notice.unreached)
    note = [f"Nobody could be written to for: {unreached}."] if unreached else []
    note += [ILLUSTRATIVE] if notice.illustrative else []
    blocks = _part(Section(opening, tuple(map(Line, lines))), kit.MAX_SECTION)
    blocks += [kit.context(kit.escape(line)) for line in note]
    blocks.append(kit.actions(kit.button("Nudge them", NUDGE, notice.quarter.label)))
    return _text([opening, *lines, *note]), kit.fit(blocks)


def _text(lines: Iterable[str]) -> str:
    return kit.cut(kit.escape("\n".join(lines)), kit.MAX_TEXT)


_KINDS: dict[str, tuple[type[Any], Callable[[Any, Labels], Rendered]]] = {
    "StatusChanged": (StatusChanged, _status_changed),
    "Message": (Message, _message),
    "Proposal": (Proposal, _proposal),
    "SummaryHead": (SummaryHead, _summary_head),
    "SummaryDetail": (SummaryDetail, _summary_detail),
    "Reminder": (Reminder, _reminder),
    "MissingList": (MissingList, _missing_list),
}
