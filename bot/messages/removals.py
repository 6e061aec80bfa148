"""What leaves the record for good, and how far the messages that repeat it are gone through.

The words are taken out of frozen copies by `services.redacted_copies`, out of messages in Slack by
`slack.redacted_messages`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from bot.core.dataclass import dataclass

REDACTED = "[redacted]"
CERTAIN = 24
"""Characters from which words are taken to be the update's wherever they stand whole."""


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


def spellings(texts: Iterable[str]) -> Iterable[str]:
    """Each text as it was written and on one line; of nothing, nothing."""
    for text in texts:
        if text.strip():
            yield text
            yield " ".join(text.split())
