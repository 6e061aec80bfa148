"""What the disclosure guard says in a form: a remark under the field, and where it may be so, the
box by which the writer confirms that nothing of it is personal."""

from __future__ import annotations

from collections.abc import Mapping

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.core.errors import HeldByGuard

CONFIRMED = "confirmed"
"""The box by which the writer says that what the guard asked about is not personal."""
ASKED = "asked"
"""Field of the form's metadata: fingerprints of the parts the writer was asked about."""
MAX_ASKED = 150


def remarked(fields: list[Block], held: HeldByGuard | None) -> list[Block]:
    """The fields, each with what the guard says of it, and the box that confirms where it may."""
    if held is None:
        return fields
    blocks: list[Block] = []
    for block in fields:
        blocks.append(block)
        if remark := held.fields.get(block["block_id"]):
            blocks.append(kit.context(kit.escape(f":warning: Not saved yet. {remark}")))
    return [*blocks, _confirmation()] if held.confirmable else blocks


def _confirmation() -> Block:
    label = "The parts named above are not about any private person"
    boxes: Block = {
        "type": "checkboxes",
        "action_id": CONFIRMED,
        "options": [kit.option(label, "yes")],
    }
    hint = "A venue, a service, a count of things. Your confirmation is kept on record."
    return input_block(CONFIRMED, "Only if that is so", boxes, optional=True, hint=hint)


def asked(typed: Mapping[str, str], held: HeldByGuard | None) -> str:
    """Fingerprints of the parts the writer was asked about, as many as metadata holds."""
    prints = typed.get(ASKED, "").split()
    prints += [finding.fingerprint for finding in held.findings] if held else []
    return " ".join(dict.fromkeys(prints[-MAX_ASKED:]))


def input_block(
    name: str,
    label: str,
    element: Block,
    *,
    optional: bool = False,
    hint: str = "",
    dispatch: bool = False,
) -> Block:
    """An input of a form; its block id is the field's name."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": kit.plain(label, 2000),
        "element": element,
        "optional": optional,
        "dispatch_action": dispatch,
    }
    return block | ({"hint": kit.plain(hint, 2000)} if hint else {})
