"""Notices: what is to be said, to whom, as plain facts; to and from JSON, frozen when committed.

A notice holds no Block Kit: `blocks` draws it at posting time, `store` keeps its JSON. The codec
below serves every frozen dataclass of the core, so a summary's snapshot is kept the same way.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from bot.core.quarters import Quarter
from bot.core.status import Status

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """An action's declared status changed. Posted to the partnership channel."""

    ref: str
    action: str
    priority: str
    agency: str
    before: Status | None
    after: Status | None
    quarter: Quarter
    by: str
    note: str = ""
    reason: str = ""
    corrective_action: str = ""
    due: date | None = None
    new_due: date | None = None
    sensitive: bool = False
    illustrative: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A plain message of the bot: a courteous line or two (alerts, confirmations to a person)."""

    text: str


@dataclass(frozen=True, slots=True)
class PostHeld:
    """To coordinators: a post waits for somebody to mend something. `key`: the post's."""

    text: str
    key: str


@dataclass(frozen=True, slots=True)
class FileRequest:
    """Files somebody asked for, to be made and sent to them alone.

    `what` is "pack" (the committee paper of the quarter `about`) or "export" (the plan and its
    history). The files are made when they are sent, so that nothing large waits in the outbox.
    """

    what: str
    caption: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """To coordinators: somebody says which agency they are from. `agencies`: codes, as said."""

    user: str
    team: str
    name: str
    agencies: str


def encode(value: Any) -> str:
    """The JSON of a frozen dataclass of the core."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode(kind: type[T], text: str) -> T:
    """The dataclass back from its JSON. Unknown keys are ignored, missing ones take defaults."""
    return typing.cast(T, _typed(kind, json.loads(text)))


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = (f for f in dataclasses.fields(value) if f.init)
        return {f.name: _plain(getattr(value, f.name)) for f in fields}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def _typed(kind: Any, value: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in {typing.Union, types.UnionType}:
        inner = [arg for arg in typing.get_args(kind) if arg is not type(None)]
        return None if value is None else _typed(inner[0], value)
    if origin is tuple:
        return _typed_tuple(typing.get_args(kind), value)
    if dataclasses.is_dataclass(kind):
        return _typed_dataclass(kind, value)
    if kind in {date, datetime}:
        return kind.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return float(value) if kind is float else value


def _typed_tuple(args: tuple[Any, ...], values: list[Any]) -> tuple[Any, ...]:
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_typed(args[0], item) for item in values)
    return tuple(_typed(arg, item) for arg, item in zip(args, values, strict=True))


def _typed_dataclass(kind: Any, value: dict[str, Any]) -> Any:
    hints = typing.get_type_hints(kind)
    names = {f.name for f in dataclasses.fields(kind) if f.init}
    return kind(**{k: _typed(hints[k], v) for k, v in value.items() if k in names})
