"""The form in which a coordinator changes, closes or adds an action."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.blocks import kit
from bot.blocks.channels import take_out
from bot.blocks.confirming import Question, remarked, remembered, sure
from bot.blocks.fields import select, text
from bot.blocks.forms import typed_in
from bot.blocks.kit import Block
from bot.blocks.messages import EDIT, Drawn, notice
from bot.core.plan import OFFICIAL, OFFICIAL_SENSITIVE, Basis, Priority
from bot.core.reporting import MAX_REASON
from bot.core.status import Labels, Status
from bot.messages.editing import ActionEdit, Edited

FORM, ADD_FORM = "edit_action_form", "add_action_form"
"""Callback ids; their private metadata is JSON: the action's address (of a new one the plan's year)
and the plan's edition."""
ADD = "add_action"
"""Action id of [Add an action]; the value is the plan's year or empty."""
AGENCIES = "Names or codes of the plan's agencies, with a semicolon between two."
MOST = 3_000
_MARKINGS = {
    OFFICIAL: "Shown to everybody who reads the plan",
    OFFICIAL_SENSITIVE: "Sensitive: others see reference and status only",
}
_AS_WORDED = "worded"
_BASES = {
    _AS_WORDED: "As its wording says",
    Basis.RUNNING_TOTAL: "A running total that grows over the year",
    Basis.SNAPSHOT: "What holds on the day",
    Basis.RATE: "A share, or a change against an earlier period",
    Basis.MILESTONE: "Reached or not",
}
BY_QUARTER = "Per cents of the target, for example 10 20 80 100. Empty: an equal part each quarter."
_OPEN = "open"


def form(edit: ActionEdit, labels: Labels, asked: Question | None = None,
         typed: dict[str, str] | None = None) -> dict[str, Any]:  # fmt: skip
    """The action as it is (or as it was `typed`), to be changed; what is `asked` back is said under
    its field."""
    closing = {_OPEN: "Leave it open"} | {s: str(labels.of(s)) for s in Status if s.closed}
    values = typed or _values(edit)
    fields = [
        *_fields(values),
        select("marking", "Who sees it", _MARKINGS, values.get("marking") or OFFICIAL),
        select("close", "Close it", closing, values.get("close") or _OPEN),
        text(
            "why", "Why is this changed?", values, MAX_REASON, hint="It stands in the audit trail."
        ),
    ]
    sent = {"callback_id": FORM, "submit": kit.plain("Save", 24)}
    return sent | _modal(f"Edit {edit.ref}", edit, fields, asked, values)


def add_form(edit: ActionEdit, priorities: Sequence[Priority], asked: Question | None = None,
             typed: dict[str, str] | None = None) -> dict[str, Any]:  # fmt: skip
    """A new action, to be filled in."""
    values = typed or {}
    names = {priority.code: priority.name for priority in priorities[:100]}
    fields = [
        select("priority", "Priority", names, values.get("priority") or next(iter(names))),
        *_fields(values),
        select("marking", "Who sees it", _MARKINGS, values.get("marking") or OFFICIAL),
        text("why", "Why is it added?", values, MAX_REASON, hint="It stands in the audit trail."),
    ]
    sent = {"callback_id": ADD_FORM, "submit": kit.plain("Save", 24)}
    return sent | _modal("Add an action", edit, fields, asked, values)


def one_tap_away(address: str) -> Drawn:
    """Where no form can be opened at once: the button that can."""
    return notice("The form is one tap away.", (f"Edit {address}", EDIT, address))


def add_one_tap_away(year: str) -> Drawn:
    """The same for a new action."""
    return notice("The form is one tap away.", ("Add an action", ADD, year))


def read_edit(view: dict[str, Any]) -> ActionEdit:
    """What was typed into either form."""
    typed = {name: " ".join(value.split()) for name, value in typed_in(view).items()}
    names = ("text", "leads", "partners", "timescale", "measure", "target", "profile", "priority",
             "why")  # fmt: skip
    closing = typed.get("close") or _OPEN
    return ActionEdit(
        ref=typed.get("ref", ""),
        edition=int(typed.get("edition") or 0),
        marking=typed.get("marking") or OFFICIAL,
        basis=typed.get("basis", "").removesuffix(_AS_WORDED),
        close=None if closing == _OPEN else Status(closing),
        sure=sure(typed_in(view)),
        **{name: typed.get(name, "") for name in names},
    )


def saved(edited: Edited, *, new: bool = False) -> list[Block]:
    """What was changed; where messages show a sensitive action as it was, the offer to take it out
    of them."""
    lines = [kit.oneline(change, 900) for change in edited.changes]
    title = f"{edited.address} is {'added' if new else 'changed'}."
    blocks = [kit.section(kit.bold(title)), *(kit.section(line) for line in lines)]
    return [*blocks, *take_out(edited.address)] if edited.posted else blocks


def _values(edit: ActionEdit) -> dict[str, str]:
    names = ("text", "leads", "partners", "timescale", "measure", "target", "profile", "marking")
    return {name: getattr(edit, name) for name in names} | {"basis": edit.basis or _AS_WORDED}


def _fields(values: dict[str, str]) -> list[Block]:
    return [
        text("text", "Wording", values, MOST, lines=True),
        text("leads", "Lead agency", values, MOST, hint=AGENCIES, optional=True),
        text("partners", "Partners", values, MOST, hint=AGENCIES, optional=True),
        text("timescale", "By when, as the plan says it", values, MOST, optional=True),
        text("measure", "Measure of success", values, MOST, optional=True),
        text("target", "Target of the measure", values, MOST, optional=True),
        select("basis", "How its figures add up", _BASES, values.get("basis") or _AS_WORDED),
        text(
            "profile",
            "Expected by the end of each quarter",
            values,
            40,
            hint=BY_QUARTER,
            optional=True,
        ),
    ]


def _modal(
    title: str,
    edit: ActionEdit,
    fields: list[Block],
    asked: Question | None,
    values: dict[str, str],
) -> dict[str, Any]:
    questions = [asked] if asked else []
    memory = {"ref": edit.ref, "edition": str(edit.edition), **remembered(values, questions)}
    return {
        "type": "modal",
        "title": kit.plain(title, 24),
        "close": kit.plain("Cancel", 24),
        "private_metadata": json.dumps(memory),
        "blocks": remarked(fields, *questions),
    }
