"""Readings as compact JSON: what buttons, pages and a conversation's memory hold."""

from __future__ import annotations

import json
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
} | {"Want": Want, "Reading": Reading}


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
    if isinstance(value, Quarter):
        return ["Q", value.year, value.number]
    if isinstance(value, date):
        return ["D", value.isoformat()]
    if isinstance(value, Kind):
        return ["K", value.value]
    if isinstance(value, tuple):
        return ["T", *(_plain(item) for item in value)]
    if type(value).__name__ in _KINDS:
        return [type(value).__name__, *_parts(value)]
    return value


def _parts(value: Any) -> list[Any]:
    """The fields of a value in order; those at the end that are as by default are left out."""
    named = [(field, getattr(value, field.name)) for field in fields(value)]
    while named and named[-1][0].default is not MISSING and named[-1][1] == named[-1][0].default:
        named.pop()
    return [_plain(part) for _, part in named]


def _typed(plain: Any) -> Any:
    if not isinstance(plain, list):
        return plain
    name, *parts = plain[0], *(_typed(item) for item in plain[1:])
    if name == "Q":
        return Quarter(*parts)
    if name == "D":
        return date.fromisoformat(parts[0])
    if name == "K":
        return Kind(parts[0])
    return tuple(parts) if name == "T" else _KINDS[name](*parts)
