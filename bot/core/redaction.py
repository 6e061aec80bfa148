"""Taking words out of what repeats them: the fields of an update, frozen copies of it, messages.

A frozen copy (a notice that waits, a summary) has the words in a field of its own beside the
reference, so only whole fields go. In a message the words stand among others: long ones are known
wherever they stand whole, short ones ("Done") only where they fill a field.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

REDACTED = "[redacted]"
TEXTS = ("note", "reason", "corrective_action", "evidence")
"""What people write in an update."""
_CERTAIN = 24
"""Characters from which words are taken to be the update's wherever they stand whole."""
_BEFORE = r"(?:(?<=^)|(?<=['\"“‘>])|(?<=: ))"
_AFTER = r"(?=$|['\"”’…]|\.? (?:Reason|Corrective action): )"


class RemovalKind(StrEnum):
    """Why something left the record."""

    REDACTION = "redaction"
    ERASURE = "erasure"
    MARKING = "marking"


class RemovalState(StrEnum):
    """open (the record may change) -> sweeping (messages in Slack are gone through) -> done."""

    OPEN = "open"
    SWEEPING = "sweeping"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Position:
    """How far a sweep came. `rows`: outbox keys whose posts are still to be drawn anew;
    `channels` still to be gone through, None before they were listed; of the first one, messages
    before `latest` are to come, after the replies in `thread` later than `after`."""

    rows: tuple[str, ...] = ()
    channels: tuple[str, ...] | None = None
    latest: str = ""
    thread: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """One line of the ledger of removals. `subject` is the update's id, a person's label or a
    reference; `texts` are kept only until the sweep is done. `since`: from when on messages may
    repeat them; `left` links what the sweep could not change."""

    seq: int
    kind: RemovalKind
    subject: str
    ref: str
    by: str
    at: datetime
    state: RemovalState
    texts: tuple[str, ...]
    since: datetime
    position: Position = Position()
    changed: int = 0
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Swept:
    """What some work of a sweep came to. `retry_after` seconds: Slack wants us to wait."""

    position: Position
    changed: int = 0
    left: tuple[str, ...] = ()
    finished: bool = False
    retry_after: int = 0


def redact_fields(document: str, ref: str, texts: Iterable[str]) -> str:
    """A JSON document without the fields, beside the reference `ref`, that are one of `texts`.

    A field counts as one when it is equal to it, also on one line or cut short with "…".
    """
    wanted = tuple(dict.fromkeys(_forms(texts)))
    before = json.loads(document)
    after = _redacted(before, ref, wanted)
    if after == before:
        return document
    return json.dumps(after, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _redacted(value: Any, ref: str, texts: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [_redacted(item, ref, texts) for item in value]
    if not isinstance(value, dict):
        return value
    about = value.get("ref") == ref
    return {
        name: REDACTED
        if about and isinstance(item, str) and _is_one_of(item, texts)
        else _redacted(item, ref, texts)
        for name, item in value.items()
    }


def _is_one_of(field: str, texts: tuple[str, ...]) -> bool:
    if field in texts:
        return True
    stem = field.removesuffix("…")
    return stem != field and len(stem) >= _CERTAIN and any(text.startswith(stem) for text in texts)


def redact_message(value: Any, ref: str, texts: Iterable[str]) -> Any:
    """A message (its text, or its blocks) that speaks of `ref`, without the texts."""
    if not _names(json.dumps(value, ensure_ascii=False), ref):
        return value
    return _blanked(value, sorted(set(_forms(texts)), key=len, reverse=True))


def _names(message: str, ref: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(ref)}(?!\w)", message, re.IGNORECASE) is not None


def _blanked(value: Any, texts: list[str]) -> Any:
    if isinstance(value, str):
        for text in texts:
            value = _without(value, text)
        return value
    if isinstance(value, list):
        return [_blanked(item, texts) for item in value]
    if isinstance(value, dict):
        return {name: _blanked(item, texts) for name, item in value.items()}
    return value


def _without(shown: str, text: str) -> str:
    if len(text) < _CERTAIN:
        return re.sub(_BEFORE + re.escape(text) + _AFTER, REDACTED, shown, flags=re.MULTILINE)
    at = shown.find(text[:_CERTAIN])
    while at >= 0:
        end = at + _common(shown, at, text)
        cut_short = shown[end : end + 1] == "…"
        if cut_short or (end - at == len(text) and _stands_whole(shown, at, end)):
            shown = shown[:at] + REDACTED + shown[end + cut_short :]
        at = shown.find(text[:_CERTAIN], at + 1)
    return shown


def _stands_whole(shown: str, start: int, end: int) -> bool:
    """Whether no word runs on over either end."""
    within = shown[start].isalnum() and shown[start - 1 : start].isalnum()
    return not (within or (shown[end - 1].isalnum() and shown[end : end + 1].isalnum()))


def _common(shown: str, at: int, text: str) -> int:
    """How many characters of `text` stand in `shown` from `at` on."""
    longest = min(len(text), len(shown) - at)
    return next((n for n in range(longest) if shown[at + n] != text[n]), longest)


def _forms(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        if text.strip():
            yield text
            yield " ".join(text.split())
