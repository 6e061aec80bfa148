"""Reminders to leads and the coordinators' list of what is missing, with their buttons' ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.blocks import kit, messages
from bot.blocks.kit import Block
from bot.blocks.lines import bulleted
from bot.blocks.messages import Drawn
from bot.core.plan import ILLUSTRATIVE
from bot.core.progress import count, show_date
from bot.core.reply import Line, Section
from bot.core.status import Labels
from bot.core.years import in_year
from bot.quarterly.reminders import MissingList, Reminder, ToReport

UPDATE = "reminder_update"
SAME_AS_LAST = "reminder_same_as_last"
NOT_MINE = "reminder_not_mine"
AWAY_UNTIL = "reminder_away_until"
"""Action ids of a reminder. Values: the action's reference; of the date picker, the last day."""
NUDGE = "missing_nudge"
"""Action id of the coordinators' list; its value is the quarter's label."""


def reminder(notice: Reminder, labels: Labels) -> Drawn:
    """A reminder: what awaits an update, with buttons for whoever may report."""
    blocks = [kit.section("\n".join(map(kit.escape, _asked(notice))))]
    for entry in notice.entries:
        blocks.append(kit.section(kit.escape(_awaits(entry, labels))))
        if notice.may_report:
            buttons = _buttons(entry, notice.year)
            blocks.append(kit.actions(*buttons, block_id=f"remind:{entry.ref}"))
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
    return kit.text([*_asked(notice), *lines]), kit.fit(blocks)


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


def _buttons(entry: ToReport, year: str) -> Iterator[Block]:
    address = in_year(entry.ref, year) if year else entry.ref
    yield kit.button(
        "Update", UPDATE, address, style="primary", described=f"Update action {entry.ref}"
    )
    if entry.repeatable:
        label = "Same as last quarter"
        yield kit.button(label, SAME_AS_LAST, address, described=f"{label}: {entry.ref}")
    yield kit.button("Not mine", NOT_MINE, address, described=f"Not mine: {entry.ref}")


def missing_list(notice: MissingList, _labels: Labels) -> Drawn:
    """Who has not reported, with [Nudge them]."""
    opening = (
        f"{notice.quarter} closes on {show_date(notice.closes)}. "
        f"No update received yet for {count(notice.total, 'action')}:"
    )
    lines = [f"{m.lead}: {len(m.refs)} ({', '.join(m.refs)})" for m in notice.missing]
    unreached = ", ".join(notice.unreached)
    note = [f"Nobody could be written to for: {unreached}."] if unreached else []
    note += [ILLUSTRATIVE] if notice.illustrative else []
    blocks = bulleted(Section(opening, tuple(map(Line, lines))), kit.MAX_SECTION)
    blocks += [kit.context(kit.escape(line)) for line in note]
    dialog = kit.confirm(
        "Write to everybody who has not reported?",
        "Each lead with something to report gets one direct message from me, now. Who was written "
        "to today, is away or has nothing to do is left out.",
        "Write to them",
        danger=False,
    )
    blocks.append(
        kit.actions(kit.button("Nudge them", NUDGE, notice.quarter.label, confirm=dialog))
    )
    return kit.text([opening, *lines, *note]), kit.fit(blocks)


def nudged(asked: Sequence[tuple[str, bool, str]]) -> Drawn:
    """What came of a nudge: (name, sent, reason why not)."""
    lines = [f"{name}: asked" if sent else f"{name}: not asked, {why}" for name, sent, why in asked]
    text = kit.escape("\n".join(lines) or "There is nobody who could be written to.")
    return text, [kit.section(text)]


def away(until: date) -> Drawn:
    """An absence was noted."""
    return messages.notice(f"Noted: no reminders to you until after {show_date(until)}.")
