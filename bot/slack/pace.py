"""Slack's limit on posting: about one message a second in each channel."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

SHORTEST_REST = 0.1
"""Seconds: the outbox is not asked more often than that for what waits for its turn."""


class Pace:
    """At most one message a second and channel, as Slack asks (docs.slack.dev, rate limits)."""

    def __init__(
        self,
        seconds: float = 1.0,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._seconds, self._now, self._sleep = seconds, now, sleep
        self._free: dict[tuple[str, str], float] = {}
        self._lock = threading.Lock()

    def wait(self, workspace: str, channel: str) -> None:
        """Wait until it is the channel's turn again."""
        with self._lock:
            start = max(self._now(), self._free.get((workspace, channel), 0.0))
            self._free[workspace, channel] = start + self._seconds
        if start > self._now():
            self._sleep(start - self._now())

    def busy(self) -> frozenset[tuple[str, str]]:
        """Channels whose turn is yet to come; the others are forgotten."""
        now = self._now()
        with self._lock:
            self._free = {channel: free for channel, free in self._free.items() if free > now}
            return frozenset(self._free)

    def rest(self) -> bool:
        """Sleep until the turn of the first busy channel. False when none is."""
        now = self._now()
        with self._lock:
            soonest = min((free for free in self._free.values() if free > now), default=None)
        if soonest is None:
            return False
        self._sleep(max(soonest - now, SHORTEST_REST))
        return True
