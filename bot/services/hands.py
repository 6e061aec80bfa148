"""Who carries posts to Slack: some threads at once, since nearly all of a post is waiting."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Protocol

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
