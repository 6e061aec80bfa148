"""Reminders to leads, with the ids of their buttons."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from bot.blocks import agency_form, kit, messages
from bot.blocks.agency_form import REPEAT
from bot.blocks.confirming import input_block
from bot.blocks.forms import View
from bot.blocks.kit import Block
from bot.blocks.lines import packed
from bot.blocks.messages import OPEN_FORM, Drawn
from bot.core.carried import form_memory
from bot.core.plan import ILLUSTRATIVE
from bot.core.progress import count, show_date
from bot.core.quarters import Quarter
from bot.core.status import Labels
from bot.core.years import in_year
from bot.quarterly.reminders import Reminder, ToReport

SOMEONE_ELSE = "reminder_someone_else"
"""Action id of [Someone else does this], whose value is the quarter's label; and callback id of its
form."""
PERSON, WHICH = "person", "which"
"""Fields of that form: who does it; of what, in blocks of ten ("which:0")."""
UPDATE = "reminder_update"
SAME_AS_LAST = "reminder_same_as_last"
NOT_MINE = "reminder_not_mine"
"""Buttons of reminders posted by version 0.1, for each action; the value is its address."""
SOON = 5
"""Working days before the close from which a reminder counts them."""
BOXES = 10
"""Options a group of checkboxes may have (docs.slack.dev, "Checkboxes")."""


def reminder(notice: Reminder, labels: Labels) -> Drawn:
    """A reminder: what awaits an update, with one way to report it all; or thanks."""
    opening = _opening(notice)
    lines = [_awaits(entry, labels) for entry in notice.entries]
    lines += [f"… and {count(notice.more, 'more action')}."] if notice.more else []
    blocks = [kit.section("\n".join(map(kit.escape, opening)))]
    shown = [_line(entry, labels) for entry in notice.entries] + lines[len(notice.entries) :]
    blocks += [kit.section(text) for text in packed(shown)]
    tail = [kit.actions(*_buttons(notice), block_id="remind")] if notice.entries else []
    tail += [kit.context(ILLUSTRATIVE)] if notice.illustrative else []
    return kit.text([*opening, *lines]), kit.fit(blocks, tail)


def _opening(notice: Reminder) -> list[str]:
    """What matters on the day: the date at first, then the days left, then what will be shown."""
    quarter, whom = notice.quarter, notice.name or "there"
    if not notice.entries:
        return [f"Thank you, {whom}: all that your agency leads is reported for {quarter}."]
    total = count(notice.to_go + notice.reported, "action")
    if notice.day is None or notice.working_days > SOON:
        return [
            f"Good morning, {whom}. Returns for {quarter} close {_closes(notice)}.",
            f"No update has been received yet for {_of_all(notice)} your agency leads. "
            f"{'One line' if notice.to_go == 1 else 'One line for each'} is enough.",
        ]
    if notice.working_days > 1:
        return [
            f"{notice.working_days} working days are left, {whom}: returns for {quarter} close "
            f"{_closes(notice)}.",
            f"{notice.reported} of {total} reported, {notice.to_go} to go.",
        ]
    return [
        f"Returns for {quarter} close {_closes(notice)}, {whom}.",
        f"As it stands, the summary will say “No update received” of {notice.agency} for "
        f"{count(notice.to_go, 'action')}:",
    ]


def _of_all(notice: Reminder) -> str:
    total = notice.to_go + notice.reported
    if notice.to_go < total:
        return f"{notice.to_go} of the {total} actions"
    return "the one action" if total == 1 else f"any of the {total} actions"


def _closes(notice: Reminder) -> str:
    day = show_date(notice.closes)
    left = (notice.closes - notice.day).days if notice.day else None
    if left == 0:
        return f"today, {day}"
    if left == 1:
        return f"tomorrow, {day}"
    if left is None or notice.working_days <= SOON:
        return f"on {notice.closes:%A} {day}"
    return f"on {day}, in {notice.working_days} working days"


def _awaits(entry: ToReport, labels: Labels) -> str:
    last = f", last reported for {entry.last}" if entry.last else ""
    return f"{entry.ref} {entry.action}".strip() + f": {labels.of(entry.status)}{last}"


def _line(entry: ToReport, labels: Labels) -> str:
    action = f" {kit.oneline(entry.action)}" if entry.action else ""
    return f"{labels.of(entry.status).mark} {kit.bold(entry.ref)}{action}"


def _buttons(notice: Reminder) -> Iterator[Block]:
    if notice.may_report:
        yield from _report(notice)
        label = "Someone else does this"
        yield kit.button(label, SOMEONE_ELSE, notice.quarter.label)
    yield messages.away_picker()


def _report(notice: Reminder) -> Iterator[Block]:
    if notice.to_go == 1:
        ref = notice.entries[0].ref
        address = in_year(ref, notice.year) if notice.year else ref
        yield kit.button(f"Report {ref}", f"{OPEN_FORM}:remind", address, style="primary")
    else:
        yield agency_form.open_button("Report them in one form", notice.quarter)
    if repeatable := sum(entry.repeatable for entry in notice.entries):
        described = f"All as last quarter: {count(repeatable, 'action')}, asked first"
        yield kit.button(
            "All as last quarter",
            REPEAT,
            agency_form.value(notice.quarter),
            described=described,
        )


def someone_else(quarter: Quarter, actions: Sequence[tuple[str, str]]) -> View:
    """Who does this instead, and which of the actions (reference, text)."""
    person: Block = {
        "type": "users_select",
        "action_id": PERSON,
        "placeholder": kit.plain("Choose a person"),
    }
    groups = [actions[start : start + BOXES] for start in range(0, len(actions), BOXES)]
    blocks = [
        input_block(PERSON, "Who reports on them?", person),
        *(_which(number, group) for number, group in enumerate(groups[:BOXES])),
        kit.context(
            "You are not asked about these any more. Your coordinator is told, and confirms the "
            "person when they are new."
        ),
    ]
    return {
        "type": "modal",
        "callback_id": SOMEONE_ELSE,
        "title": kit.plain("Someone else", 24),
        "submit": kit.plain("Tell the coordinator", 24),
        "close": kit.plain("Cancel"),
        "private_metadata": json.dumps({"quarter": quarter.label}),
        "blocks": blocks,
    }


def _which(number: int, actions: Sequence[tuple[str, str]]) -> Block:
    boxes: Block = {
        "type": "checkboxes",
        "action_id": WHICH,
        "options": [kit.option(f"{ref} {text}", ref) for ref, text in actions],
    }
    label = "Which of them? Tick none for all." if number == 0 else "And of these?"
    return input_block(f"{WHICH}:{number}", label, boxes, optional=True)


def someone_else_sent(view: View) -> tuple[str, str, list[str]]:
    """Quarter, person and references of that form."""
    values = view["state"]["values"]
    person = values.get(PERSON, {}).get(PERSON, {}).get("selected_user") or ""
    refs = [
        str(option["value"])
        for block_id, elements in values.items()
        if block_id.startswith(WHICH)
        for option in elements.get(WHICH, {}).get("selected_options") or ()
    ]
    return str(form_memory(view, "quarter")["quarter"]), person, refs


def away(until: date, deputies: Sequence[str]) -> Drawn:
    """An absence was noted; `deputies` are asked meanwhile."""
    instead = f" Meanwhile I ask {' and '.join(deputies)}." if deputies else ""
    coordinator = "" if deputies else " Nobody else can be asked; your coordinator knows."
    return messages.notice(
        f"Noted: no reminders to you until after {show_date(until)}.{instead}{coordinator}"
    )


def handed_over(refs: Sequence[str], name: str) -> list[Block]:
    """Somebody else does it."""
    _, blocks = messages.notice(
        f"Thank you. You will not be asked about {', '.join(refs)} again; your coordinator has "
        f"been told that {name} does it."
    )
    return blocks
