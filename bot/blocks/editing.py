"""The form in which a coordinator changes an action."""

from __future__ import annotations

import json
from typing import Any

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.blocks.messages import Drawn, notice
from bot.core.editing import ActionEdit

FORM = "edit_action_form"
"""Callback id; its private metadata is JSON: the action's address and the plan's edition."""
OPEN = "edit_action"
"""Action id of [Edit]; the value is the action's address."""
AGENCIES = "Names or codes of the plan's agencies, with a semicolon between two."
MOST = 3_000


def form(edit: ActionEdit, *, measured: bool) -> dict[str, Any]:
    """The action as it is, to be changed. `measured`: it has a measure with a target."""
    blocks = [
        _field("text", "Wording", edit.text, multiline=True),
        _field("leads", "Lead agency", edit.leads, hint=AGENCIES, optional=True),
        _field("partners", "Partners", edit.partners, hint=AGENCIES, optional=True),
        _field("timescale", "By when, as the plan says it", edit.timescale, optional=True),
        *([_field("target", "Target of its measure", edit.target, optional=True)] * measured),
        _field("why", "Why is this changed?", "", hint="It stands in the audit trail."),
        kit.context(
            "Whether it is sensitive: `/csp mark`. To close it: `/csp update`, cancelled and why."
        ),
    ]
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": kit.plain(f"Edit {edit.ref}", 24),
        "submit": kit.plain("Save", 24),
        "close": kit.plain("Cancel", 24),
        "private_metadata": json.dumps({"ref": edit.ref, "edition": edit.edition}),
        "blocks": blocks,
    }


def one_tap_away(address: str) -> Drawn:
    """Where no form can be opened at once: the button that can."""
    return notice("The form is one tap away.", (f"Edit {address}", OPEN, address))


def read_edit(view: dict[str, Any]) -> ActionEdit:
    """What was typed into the form."""
    about = json.loads(view["private_metadata"])
    typed = {
        name: " ".join((fields.get(name, {}).get("value") or "").split())
        for name, fields in view["state"]["values"].items()
    }
    names = ("text", "leads", "partners", "timescale", "target", "why")
    return ActionEdit(
        about["ref"], int(about.get("edition", 0)), **{name: typed.get(name, "") for name in names}
    )


def saved(address: str, changes: tuple[str, ...]) -> list[Block]:
    """What was changed."""
    lines = [kit.oneline(change, 900) for change in changes]
    return [kit.section(kit.bold(f"{address} is changed.")), *(kit.section(x) for x in lines)]


def _field(
    name: str, label: str, value: str, *, hint: str = "", multiline: bool = False,
    optional: bool = False,
) -> Block:  # fmt: skip
    element: Block = {"type": "plain_text_input", "action_id": name, "max_length": MOST}
    element |= {"multiline": True} if multiline else {}
    element |= {"initial_value": value[:MOST]} if value else {}
    block: Block = {"type": "input", "block_id": name, "label": kit.plain(label)}
    block |= {"element": element, "optional": optional}
    return block | ({"hint": kit.plain(hint, 150)} if hint else {})
