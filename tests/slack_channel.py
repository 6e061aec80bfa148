"""A stand-in for the posting side of Slack: it keeps messages with their keys, and can go wrong."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.core.outgoing import LookupResult, Outgoing, PostResult, PostState

Fault = Callable[["SlackChannel", Outgoing, str], PostResult]


@dataclass(frozen=True)
class Said:
    """One message that stands in Slack."""

    ts: str
    channel: str
    key: str
    thread: str
    late: str
    kind: str
    payload: str


class SlackChannel:
    """Keeps what was posted. `faults` are taken from the front, one for each call of `post`."""

    def __init__(self) -> None:
        self.messages: list[Said] = []
        self.faults: list[Fault] = []
        self.calls = 0
        self.looks = 0
        self.unreadable: LookupResult | None = None
        self.unreachable = ""
        self.welcome = True
        self._lock = threading.Lock()

    def post(self, row: Outgoing, parent: Outgoing | None, late: str = "") -> PostResult:
        with self._lock:
            self.calls += 1
            fault = self.faults.pop(0) if self.faults else None
        return fault(self, row, late) if fault else self.accept(row, parent, late)

    def accept(self, row: Outgoing, parent: Outgoing | None = None, late: str = "") -> PostResult:
        """Take a message, as Slack does."""
        with self._lock:
            ts = f"{len(self.messages) + 1:010d}.000000"
            thread = parent.ts if parent else ""
            self.messages.append(
                Said(ts, row.channel, row.key, thread, late, row.kind, row.payload)
            )
        return PostResult(PostState.SENT, ts=ts, channel=row.channel)

    def look(
        self, row: Outgoing, parent: Outgoing | None, since: datetime, until: datetime
    ) -> LookupResult:
        self.looks += 1
        if self.unreadable is not None:
            return self.unreadable
        found = sorted(m.ts for m in self.messages if m.key == row.key)
        return LookupResult(tuple(found), row.channel)

    def remove(self, workspace: str, channel: str, ts: str) -> bool:
        with self._lock:
            self.messages = [m for m in self.messages if m.ts != ts]
        return True

    def busy(self) -> frozenset[tuple[str, str]]:
        return frozenset()

    def rest(self) -> bool:
        return False

    def reach(self, workspace: str, channel: str) -> str:
        return self.unreachable

    def is_welcome(self, workspace: str) -> bool:
        return self.welcome

    def said(self) -> list[str]:
        """The keys of what stands there, in the order it was said."""
        return [message.key for message in self.messages]

    def doubles(self) -> list[str]:
        """Keys that stand there more than once."""
        return [key for key, times in Counter(self.said()).items() if times > 1]


def accepted_but_lost(slack: SlackChannel, row: Outgoing, late: str) -> PostResult:
    """Slack took the message, and its answer never came."""
    slack.accept(row, None, late)
    return PostResult(PostState.UNCERTAIN, error="TimeoutError")


def lost(slack: SlackChannel, row: Outgoing, late: str) -> PostResult:
    """Slack never saw it, and nobody can know."""
    return PostResult(PostState.UNCERTAIN, error="ConnectionResetError")


def answer(state: PostState, error: str, **more: object) -> Fault:
    """Slack says no."""
    return lambda slack, row, late: PostResult(state, error=error, **more)  # type: ignore[arg-type]
