"""Faults for tests: what the next calls of a verb come to instead of an answer."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from enum import StrEnum

from bot.core.dataclass import dataclass


class Fault(StrEnum):
    """How a call goes wrong. "Before" and "after" are of Slack taking the message."""

    RATE_LIMITED = "rate_limited"
    BROKEN_500 = "500"
    BROKEN_503 = "503"
    RESET_BEFORE = "reset_before"
    RESET_AFTER = "reset_after"
    HANG_AFTER = "hang_after"
    ERROR = "error"
    HALF = "half"
    """Of a file: only its first half arrives."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One planned fault. `detail`: the error's name, or seconds of Retry-After."""

    fault: Fault
    detail: str = ""


class Faults:
    """A script of faults for each verb, taken in order; `release` ends what hangs."""

    def __init__(self) -> None:
        self._planned: dict[str, deque[Planned | None]] = defaultdict(deque)
        self.release = threading.Event()

    def plan(self, method: str, fault: Fault, detail: str = "") -> None:
        """The next call of `method` that has no fault planned yet goes wrong like this."""
        self._planned[method].append(Planned(fault, detail))

    def let_pass(self, method: str, calls: int) -> None:
        """The next calls of `method` that have no fault planned yet go well."""
        self._planned[method].extend([None] * calls)

    def take(self, method: str) -> Planned | None:
        """The fault for the call at hand, or None."""
        waiting = self._planned[method]
        return waiting.popleft() if waiting else None
