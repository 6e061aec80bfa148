"""Who carries posts to Slack: some threads at once, since nearly all of a post is waiting."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from threading import Lock, Timer
from time import monotonic
from typing import Protocol

from bot.core.errors import where

_LOG = logging.getLogger(__name__)

HANDS = 8
"""Posts under way at once; the store's pool of connections is larger."""


class Hands(Protocol):
    """Takes tasks while some are free."""

    def free(self) -> int:
        """How many more tasks can be given now."""
        ...

    def give(self, task: Callable[[], None]) -> None:
        """Begin a task."""
        ...

    def wait(self) -> bool:
        """Wait until a task is done. False when none is under way. Raises what the task raised."""
        ...


class Inline:
    """One hand: each task is done at once, in the caller's own thread."""

    def free(self) -> int:
        """Always one."""
        return 1

    def give(self, task: Callable[[], None]) -> None:
        """Do it."""
        task()

    def wait(self) -> bool:
        """Nothing is ever under way."""
        return False


class Threads:
    """A pool of `most` threads, started when they are first needed."""

    def __init__(self, most: int = HANDS) -> None:
        self._most = most
        self._pool = ThreadPoolExecutor(most, thread_name_prefix="post")
        self._under_way: set[Future[None]] = set()

    def free(self) -> int:
        """Threads with nothing to do."""
        return self._most - sum(not task.done() for task in self._under_way)

    def give(self, task: Callable[[], None]) -> None:
        """Hand it to a thread."""
        self._under_way.add(self._pool.submit(task))

    def wait(self) -> bool:
        """Until at least one task is done."""
        if not self._under_way:
            return False
        done, self._under_way = wait(self._under_way, return_when=FIRST_COMPLETED)
        for task in done:
            task.result()
        return True


class Afterwards:
    """Does tasks nobody waits for, in threads of their own; what goes wrong in one is logged."""

    def __init__(self, threads: int = 2) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="after")

    def __call__(self, task: Callable[[], None]) -> Future[None]:
        """Have it done when a thread is free."""
        return self._pool.submit(_logged, task)


def _logged(task: Callable[[], None]) -> None:
    try:
        task()
    except Exception as fault:
        _LOG.error("afterwards", extra={"fault": type(fault).__name__, "where": where(fault)})


SOON_SECONDS = 0.5
"""How often at most what may be lost with the process is written, for all who asked meanwhile."""
AT_ONCE_SECONDS = 0.02
"""After a quiet time it is written when the answer has gone out."""


class Soon:
    """Does `task` a moment later, in a thread of its own; when many ask, at most every `seconds`
    and once for all of them."""

    def __init__(self, task: Callable[[], None], seconds: float = SOON_SECONDS) -> None:
        self._task = task
        self._seconds = seconds
        self._lock = Lock()
        self._timer: Timer | None = None
        self._last = float("-inf")

    def __call__(self) -> None:
        """Have it done soon."""
        with self._lock:
            if self._timer is None:
                quiet = monotonic() - self._last > self._seconds
                wait_for = min(AT_ONCE_SECONDS, self._seconds) if quiet else self._seconds
                self._timer = Timer(wait_for, self._run)
                self._timer.daemon = True
                self._timer.start()

    def _run(self) -> None:
        with self._lock:
            self._timer, self._last = None, monotonic()
        try:
            self._task()
        except Exception as fault:  # what it was is lost, as with the process; nobody waits for it
            _LOG.error("not written: %s", type(fault).__name__)
