"""Readings as compact JSON: what buttons, pages and a conversation's memory hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date
from typing import Any

from bot.core.quarters import Quarter
from bot.reading import expression
from bot.reading.wants import Kind, Reading, Want

MARK = "\u2063"
"""An invisible sign that begins every encoded reading, so that none is taken for words."""
_KINDS: dict[str, type] = {
    name: kind for name, kind in vars(expression).items() if isinstance(kind, type)
} | {"Want": Want, "Reading": Reading, "Q": Quarter}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_MAKERS: dict[str, Callable[..., Any]] = {
    **_KINDS, "D": date.fromisoformat, "K": Kind, "T": lambda *parts: parts,
}  # fmt: skip


def encoded(reading: Reading) -> str:
    """A reading as one line of text."""
    return MARK + json.dumps(_plain(reading), separators=(",", ":"), ensure_ascii=False)


def decoded(text: str) -> Reading | None:
    """The reading of such a line; None when it is none, or another version's."""
    if not text.startswith(MARK):
        return None
    try:
        reading = _typed(json.loads(text.removeprefix(MARK)))
    except (ValueError, KeyError, TypeError, IndexError):
        return None
    behind = getattr(reading, "behind", ())
    return reading if behind is None or isinstance(behind, Reading) else None


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return ["D", value.isoformat()]
    if isinstance(value, Kind):
        return ["K", value.value]
    if isinstance(value, tuple):
        return ["T", *map(_plain, value)]
    name = _NAMES.get(type(value))
    return [name, *_parts(value)] if name else value


def _parts(value: Any) -> list[Any]:
    """The fields of a value in order; those at the end that are as by default are left out."""
    named = [(field, getattr(value, field.name)) for field in fields(value)]
    while named and named[-1][0].default is not MISSING and named[-1][1] == named[-1][0].default:
        named.pop()
    return [_plain(part) for _, part in named]


def _typed(plain: Any) -> Any:
    if not isinstance(plain, list):
        return plain
    name, *parts = plain
    return _MAKERS[name](*map(_typed, parts))
