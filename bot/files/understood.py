"""What the bot holds of a plan otherwise than the words of its workbook say by themselves.

A date agreed in Slack, the direction of a measure, a plan's own code for an agency: such values are
written beside what the words give, and hold for as long as the words give that. So nothing is lost
on the way out and in again, and whoever changes the words is followed.
"""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from bot.core.codec import decode, encode
from bot.core.dataclass import dataclass
from bot.core.plan import Action, Agency, Measure, Plan, Priority

T = TypeVar("T", Plan, Action, Agency, Measure, Priority)
_KEYS: dict[type, str] = {Action: "ref", Agency: "code", Measure: "id", Priority: "code"}
"""What tells the parts of a plan apart."""
_UNTOLD = "(nothing)"
"""Stands for no value, where an empty cell would be an empty text."""


@dataclass(frozen=True, slots=True)
class Understood:
    """One value: `kind` and `key` of what it belongs to (as the words give it), its field, the
    value the words give and the one that is held."""

    kind: str
    key: str
    field: str
    words: str
    held: str


def understood(held: Plan, read: Plan) -> Iterator[Understood]:
    """What is to be written beside the words: the held plan against the same plan read back."""
    yield from _of(held, read)


def with_understood(read: Plan, values: Iterable[Understood]) -> tuple[Plan, tuple[str, ...]]:
    """The plan with the values that are held, and which of them could not be read."""
    by_place: dict[tuple[str, str], list[Understood]] = {}
    for value in values:
        by_place.setdefault((value.kind, value.key), []).append(value)
    unread: list[str] = []
    return _with(read, by_place, unread), tuple(unread)


def _of(held: T, read: T) -> Iterator[Understood]:
    kind, key = type(held).__name__.lower(), _key(read)
    for name in _names(type(held)):
        one, other = getattr(held, name), getattr(read, name)
        if one == other:
            continue
        if _are_parts(one) and _are_parts(other) and len(one) == len(other):
            for part, twin in zip(one, other, strict=True):
                yield from _of(part, twin)
        else:
            yield Understood(kind, key, name, _shown(other), _shown(one))


def _with(read: T, values: dict[tuple[str, str], list[Understood]], unread: list[str]) -> T:
    kind = type(read)
    changed: dict[str, Any] = {}
    for name in _names(kind):
        value = getattr(read, name)
        if _are_parts(value):
            changed[name] = tuple(_with(part, values, unread) for part in value)
    hints = typing.get_type_hints(kind)
    for value in values.get((kind.__name__.lower(), _key(read)), ()):
        if value.field not in hints or _shown(getattr(read, value.field)) != value.words:
            continue
        try:
            changed[value.field] = _value(hints[value.field], value.held)
        except (ValueError, TypeError, KeyError, AttributeError):
            unread.append(f"{value.field} of {value.key or value.kind}: {value.held[:80]}")
    return replace(read, **changed)


def _key(part: Any) -> str:
    return str(getattr(part, _KEYS[type(part)])) if type(part) in _KEYS else ""


def _names(kind: type) -> tuple[str, ...]:
    fields = dataclasses.fields(kind)
    return tuple(field.name for field in fields if field.init)


def _are_parts(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(type(part) in _KEYS for part in value)


def _shown(value: Any) -> str:
    """A value as a cell shows it: a text as it is, all else as JSON."""
    if value is None:
        return _UNTOLD
    text = encode(value)
    plain = json.loads(text)
    return plain if isinstance(plain, str) else text


def _value(kind: Any, text: str) -> Any:
    if text == _UNTOLD:
        return None
    if kind is str:
        return text
    try:
        return decode(kind, text)
    except ValueError:
        return decode(kind, json.dumps(text))
