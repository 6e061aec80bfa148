"""A set of simulated workspaces that keep Slack's limits, on a clock nobody waits for.

Each call takes `CALL` seconds of the simulated clock; a second message within a second in the same
channel is refused the way Slack refuses it, and counted.
"""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.outgoing import LookupResult, Outgoing, PostResult, PostState
from bot.slack.pace import Pace

CALL = 0.2
"""Seconds a call to Slack takes."""
LIMIT = 1.0
"""Seconds between two messages in one channel (docs.slack.dev, rate limits)."""


class Clock:
    """Moves when somebody waits, and (`real` given) while the machine works."""

    def __init__(self, start: datetime, real: Callable[[], float] = lambda: 0.0) -> None:
        self._start, self._real, self._first, self._slept = start, real, real(), 0.0

    def seconds(self) -> float:
        """Seconds since the start."""
        return self._slept + self._real() - self._first

    def now(self) -> datetime:
        """The time."""
        return self._start + timedelta(seconds=self.seconds())

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self._slept += max(0.0, seconds)


@dataclass(frozen=True, slots=True)
class Posted:
    """A message that stands in Slack, and when it came."""

    seconds: float
    workspace: str
    channel: str
    key: str
    part: int
    late: str


class Workspaces:
    """The posting side of Slack for all workspaces of a test."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.messages: list[Posted] = []
        self.refused = 0
        self.calls = 0
        self._pace = Pace(LIMIT, now=clock.seconds, sleep=clock.sleep)
        self._last: dict[tuple[str, str], float] = {}
        self._lock = threading.Lock()

    def post(self, row: Outgoing, parent: Outgoing | None, late: str = "") -> PostResult:  # noqa: ARG002
        """Take a message, or refuse it for coming too soon."""
        self._pace.wait(row.workspace, row.channel)
        with self._lock:
            self.calls += 1
            now, channel = self.clock.seconds(), (row.workspace, row.channel)
            if now - self._last.get(channel, -LIMIT) < LIMIT - 1e-6:
                self.refused += 1
                return PostResult(PostState.PENDING, error="ratelimited", wait=timedelta(seconds=1))
            self._last[channel] = now
            said = Posted(now, row.workspace, row.channel, row.key, row.part, late)
            self.messages.append(said)
            ts = f"{len(self.messages):010d}.000000"
        return PostResult(PostState.SENT, ts=ts, channel=row.channel)

    def look(
        self,
        row: Outgoing,
        parent: Outgoing | None,  # noqa: ARG002
        since: datetime,  # noqa: ARG002
        until: datetime,  # noqa: ARG002
    ) -> LookupResult:
        """Nothing is ever in doubt here, but a look is a call too."""
        self.calls += 1
        return LookupResult((), row.channel)

    def remove(self, workspace: str, channel: str, ts: str) -> bool:  # noqa: ARG002
        """Never needed."""
        return False

    def busy(self) -> frozenset[tuple[str, str]]:
        """Channels posted to less than a second ago."""
        return self._pace.busy()

    def rest(self) -> bool:
        """Let time pass until one of them is free."""
        return self._pace.rest()

    def reach(self, workspace: str, channel: str) -> str:  # noqa: ARG002
        """Every channel can be posted to."""
        return ""

    def is_welcome(self, workspace: str) -> bool:  # noqa: ARG002
        """Every token is valid."""
        return True


class SimulatedHands:
    """So many hands, each busy for as long as the calls of its task take on the simulated clock."""

    def __init__(self, slack: Workspaces, most: int) -> None:
        self._slack, self._most = slack, most
        self._ends: list[float] = []

    def free(self) -> int:
        """Hands with nothing to do."""
        return self._most - len(self._ends)

    def give(self, task: Callable[[], None]) -> None:
        """Do it now; the hand is free again when its calls would have ended."""
        before = self._slack.calls
        task()
        took = CALL * (self._slack.calls - before)
        heapq.heappush(self._ends, self._slack.clock.seconds() + took)

    def wait(self) -> bool:
        """Until the first hand is free."""
        if not self._ends:
            return False
        self._slack.clock.sleep(heapq.heappop(self._ends) - self._slack.clock.seconds())
        return True
