"""What is asked back in a form: a remark under the field, and where it may be so, the box by which
the writer confirms that nothing of it is personal, or that it is right although it seldom is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.core.errors import HeldByGuard, Unlikely

CONFIRMED, ASKED = "confirmed", "asked"
"""The box by which the writer says that what the guard asked about is not personal; in the form's
metadata the fingerprints of the parts they were asked about."""
SURE, DOUBTED = "sure", "doubted"
"""The same of what is right although it seldom is, with the marks of what was doubted."""
MAX_ASKED, MAX_DOUBTED = 100, 700
"""Fingerprints, and characters of marks: with 17 characters each a form's metadata, which takes
3,000, has room for both."""

Question = HeldByGuard | Unlikely


def remarked(fields: Sequence[Block], *questions: Question) -> list[Block]:
    """The fields, each with what is asked about it, and the boxes that answer."""
    blocks: list[Block] = []
    for block in fields:
        blocks.append(block)
        for question in questions:
            if remark := question.fields.get(block.get("block_id", "")):
                blocks.append(kit.context(kit.escape(f":warning: Not saved yet. {remark}")))
    if any(isinstance(q, HeldByGuard) and q.confirmable for q in questions):
        blocks.append(_not_personal())
    if any(isinstance(q, Unlikely) for q in questions):
        blocks.append(_right())
    return blocks


def _not_personal() -> Block:
    label = "The parts named above are not about any private person"
    hint = "A venue, a service, a count of things. Your confirmation is kept on record."
    return _box(CONFIRMED, "Only if that is so", label, hint)


def _right() -> Block:
    return _box(SURE, "If it is as you typed it", "Yes, it is right", "Else correct it above.")


def _box(name: str, heading: str, label: str, hint: str) -> Block:
    boxes: Block = {"type": "checkboxes", "action_id": name, "options": [kit.option(label, "yes")]}
    return input_block(name, heading, boxes, optional=True, hint=hint)


def remembered(typed: Mapping[str, str], questions: Iterable[Question]) -> dict[str, str]:
    """For a form's metadata: what was asked so far, and the boxes ticked that it shows no more."""
    asked = typed.get(ASKED, "").split()
    doubted = json.loads(typed.get(DOUBTED) or "[]")
    shown = set()
    for question in questions:
        if isinstance(question, HeldByGuard):
            asked += question.fingerprints
            shown.add(CONFIRMED)
        else:
            doubted += question.marks
            shown.add(SURE)
    memory = {ASKED: " ".join(dict.fromkeys(asked[-MAX_ASKED:])), DOUBTED: _packed(doubted)}
    ticked = {box: "yes" for box in (CONFIRMED, SURE) if typed.get(box) and box not in shown}
    return memory | ticked


def _packed(marks: list[str]) -> str:
    """As many marks as there is room for, the latest first to stay."""
    latest = list(dict.fromkeys(marks))
    while len(json.dumps(latest)) > MAX_DOUBTED:
        latest.pop(0)
    return json.dumps(latest) if latest else ""


def confirmed(typed: Mapping[str, str]) -> frozenset[str]:
    """Fingerprints of the parts that the writer confirms are not personal."""
    return frozenset(typed.get(ASKED, "").split() if typed.get(CONFIRMED) else ())


def sure(typed: Mapping[str, str]) -> frozenset[str]:
    """Marks of what the writer says is right."""
    return frozenset(json.loads(typed.get(DOUBTED) or "[]") if typed.get(SURE) else ())


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
