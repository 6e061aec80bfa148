"""Frozen dataclasses to and from JSON: what is kept as it was when it was committed.

Serves every dataclass of the core, so a notice, a summary's snapshot and a receipt are kept the
same way. How to read a class is worked out from its type hints once, not at every value.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Reader = Callable[[Any], Any]
"""Makes a value of one type from what JSON holds for it."""


def encode(value: Any) -> str:
    """The JSON of a frozen dataclass of the core."""
    return written(_plain(value))


def written(document: Any) -> str:
    """A document of lists and dictionaries as JSON, the way everything here is kept."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode(kind: type[T], text: str) -> T:
    """The dataclass back from its JSON. Unknown keys are ignored, missing ones take defaults."""
    return typing.cast(T, _reader(typing.cast(Any, kind))(json.loads(text)))


def _plain(value: Any) -> Any:
    if names := _names(typing.cast(Any, type(value))):
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass that are kept; none of any other type."""
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(field.name for field in dataclasses.fields(kind) if field.init)


@cache
def _reader(kind: Any) -> Reader:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        return _optional(next(arg for arg in arguments if arg is not type(None)))
    if origin is tuple:
        return _tuple(arguments)
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, date):
        return kind.fromisoformat
    if kind is float or (isinstance(kind, type) and issubclass(kind, Enum)):
        return typing.cast(Reader, kind)
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _optional(kind: Any) -> Reader:
    read = _reader(kind)
    return lambda value: None if value is None else read(value)


def _tuple(kinds: tuple[Any, ...]) -> Reader:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        read = _reader(kinds[0])
        return lambda values: tuple(map(read, values))
    readers = tuple(map(_reader, kinds))
    return lambda values: tuple(read(v) for read, v in zip(readers, values, strict=True))


def _dataclass(kind: Any) -> Reader:
    def read(value: dict[str, Any]) -> Any:
        # Asked for at each value, since a class may hold values of its own class.
        readers = _readers(kind)
        fields = {name: readers[name](field) for name, field in value.items() if name in readers}
        return kind(**fields)

    return read


@cache
def _readers(kind: Any) -> dict[str, Reader]:
    hints = typing.get_type_hints(kind)
    return {name: _reader(hints[name]) for name in _names(kind)}
