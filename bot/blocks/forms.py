"""The update form: its ids, its builder and its reader stand together.

Limits of a modal: title 24 characters, private_metadata 3,000, plain-text input 3,000
(docs.slack.dev, "Views" and "Block Kit"). Inputs of the same block and action keep what was typed
when a form is drawn anew ("Modal views", "Preserving input entry").
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.blocks import fields, kit
from bot.blocks.confirming import Question, confirmed, input_block, remarked, remembered, sure
from bot.blocks.fields import READING, Typed
from bot.blocks.kit import Block
from bot.blocks.messages import PROPOSE
from bot.core.carried import form_memory
from bot.core.errors import Invalid
from bot.core.progress import Standing
from bot.core.quarters import Quarter
from bot.core.reporting import MAX_NOTE, MAX_REASON, ProgressDraft
from bot.core.status import Labels, Status

FORM = "update_form"
SHORTCUT = "save_as_update"
"""Callback id of the message shortcut that opens the form."""
ACTION = "action"
"""Block and action id of the typeahead over actions; other fields are named like the draft's."""
STATUS = "status"
"""Action id of the status: choosing off track opens its fields."""
GUIDANCE = (
    "Write totals, not people: no names of residents, addresses, phone numbers, registrations or "
    "case numbers. What is written may be disclosed."
)

View = dict[str, Any]


def update_form(
    standing: Standing | None,
    quarters: Sequence[Quarter],
    labels: Labels,
    typed: Typed | None = None,
    *,
    address: str = "",
    note: str = "",
    asked: Question | None = None,
) -> View:
    """The form for one action, or (None) with a typeahead to choose one. `address`: its reference
    with its year ("ASB3 in 2018-19"); `typed` fills it in; `note` is a line shown above the fields;
    what is `asked` back is said under its field."""
    filled = typed or {}
    ref = standing.action.ref if standing else ""
    blocks = [kit.context(kit.escape(note))] if note else []
    blocks += fields.about(standing, labels) if standing else [_chooser()]
    questions = [asked] if asked else []
    blocks += remarked(_fields(standing, quarters, labels, filled), *questions)
    blocks.append(kit.context(GUIDANCE))
    blocks += [_another(address)] if standing and address else []
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": kit.plain(f"Update {ref}".strip()[:24], 24),
        "submit": kit.plain("Save"),
        "close": kit.plain("Cancel"),
        "notify_on_close": True,
        "private_metadata": json.dumps(
            {
                "ref": address or ref,
                "source": filled.get("source", "form"),
                **remembered(filled, questions),
            }
        ),
        "blocks": blocks,
    }


def _another(address: str) -> Block:
    """The way to ask for what an update does not change: the plan's own date, the lead."""
    return kit.section(
        "Should the plan itself say another date, or another lead?",
        kit.button("Propose a change", PROPOSE, address),
    )


def _chooser() -> Block:
    select: Block = {
        "type": "external_select",
        "action_id": ACTION,
        "min_query_length": 0,
        "placeholder": kit.plain("Type a reference or a word"),
        "focus_on_load": True,
    }
    return input_block(ACTION, "Action", select, dispatch=True)


def _fields(
    standing: Standing | None, quarters: Sequence[Quarter], labels: Labels, typed: Typed
) -> list[Block]:
    blocks = [
        fields.status(labels, typed, STATUS),
        fields.text("note", "Progress", typed, MAX_NOTE, lines=True, hint="One line is enough."),
    ]
    if standing is not None:
        blocks += [fields.reading(m, standing, typed) for m in standing.action.measures]
    blocks += fields.off_track(typed) if fields.is_off_track(typed) else _optional(typed)
    blocks.append(_new_due(typed))
    if len(quarters) > 1:
        blocks.append(_quarter(quarters, typed))
    if typed.get("evidence"):
        blocks.append(fields.text("evidence", "Evidence (link)", typed, 500, optional=True))
    return blocks


def _optional(typed: Typed) -> list[Block]:
    """The same two fields where they are not asked for."""
    moved = "Needed when the due date moves."
    reason = fields.text("reason", "Reason", typed, MAX_REASON, optional=True, hint=moved)
    mend = fields.text("corrective_action", "Corrective action", typed, MAX_REASON, optional=True)
    return [reason, mend]


def _quarter(quarters: Sequence[Quarter], typed: Typed) -> Block:
    options = [kit.option(quarter.label, quarter.label) for quarter in quarters]
    chosen = next((o for o in options if o["value"] == typed.get("quarter")), options[0])
    select: Block = {
        "type": "static_select",
        "action_id": "quarter",
        "options": options,
        "initial_option": chosen,
    }
    closed = quarters[-1] < quarters[0]
    hint = f"{quarters[-1]} is closed: what you add for it stands beside the next summary."
    return input_block("quarter", "This update counts for", select, hint=hint if closed else "")


def _new_due(typed: Typed) -> Block:
    picker: Block = {"type": "datepicker", "action_id": "new_due"}
    if typed.get("new_due"):
        picker["initial_date"] = typed["new_due"]
    return input_block("new_due", "New due date, if it slips", picker, optional=True)


Listed = tuple[str, str]
"""An action to choose: what is shown of it, and its address."""


def action_options(awaiting: Sequence[Listed], reported: Sequence[Listed]) -> View:
    """Options of the typeahead: those awaiting this quarter's update first. Slack takes 100."""
    groups = {"Awaiting an update": awaiting, "Reported or closed": reported}
    option_groups = [
        {"label": kit.plain(label), "options": [kit.option(*shown) for shown in listed[:50]]}
        for label, listed in groups.items()
        if listed
    ]
    return {"option_groups": option_groups} if option_groups else {"options": []}


def typed_in(view: View) -> Typed:
    """What a form holds, field -> text, from the state Slack sends along."""
    typed: Typed = {name: str(value) for name, value in form_memory(view).items()}
    for block_id, elements in view.get("state", {}).get("values", {}).items():
        for element in elements.values():
            value = element.get("value") or element.get("selected_date")
            chosen = element.get("selected_option") or next(
                iter(element.get("selected_options") or ()), None
            )
            text = value or (chosen["value"] if chosen else "")
            typed["ref" if block_id == ACTION else block_id] = text or ""
    return typed


def read_update(view: View, today: date) -> ProgressDraft:
    """The draft a submitted form holds. Raises Invalid naming the field."""
    typed = typed_in(view)
    if not typed.get("ref"):
        raise Invalid(ACTION, "Choose the action this update is about.")
    status = typed.get("status")
    due = typed.get("new_due")
    return ProgressDraft(
        ref=typed["ref"],
        status=Status(status) if status else None,
        note=typed.get("note", ""),
        readings=tuple(
            (name.removeprefix(READING), text)
            for name, text in typed.items()
            if name.startswith(READING) and text
        ),
        reason=typed.get("reason", ""),
        corrective_action=typed.get("corrective_action", ""),
        new_due=date.fromisoformat(due) if due else None,
        evidence=typed.get("evidence", ""),
        quarter=Quarter.parse(typed.get("quarter", ""), today=today),
        source=typed.get("source", "form"),
        confirmed=confirmed(typed),
        sure=sure(typed),
    )


def opens_fields(view: View) -> bool:
    """Whether the status just chosen asks for other fields than the form has."""
    asked = any(b.get("block_id") == "reason" and not b["optional"] for b in view["blocks"])
    return fields.is_off_track(typed_in(view)) is not asked


def field_errors(view: View, refused: Invalid | Question) -> dict[str, str]:
    """The refusal under the right fields of the form it came from: block id -> what to mend."""
    blocks = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    if isinstance(refused, Invalid):
        every = reversed([refused, *refused.others])  # of two without a field the first is shown
        return {_place(blocks, one.field): str(one) for one in every}
    return {_place(blocks, name): remark for name, remark in refused.fields.items()}


def _place(blocks: list[str], field: str) -> str:
    """The block of a field: its own, the first of its kind ("reading:…"), else the first."""
    near = (name for name in blocks if name == field or name.startswith(f"{field}:"))
    return next(near, blocks[0])


def said_view(title: str, blocks: list[Block]) -> View:
    """A modal that only says something (the confirmation after saving)."""
    return {
        "type": "modal",
        "callback_id": "shown",
        "title": kit.plain(title, 24),
        "close": kit.plain("Close"),
        "blocks": blocks,
    }
