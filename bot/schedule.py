"""The clock's hands: an in-memory tick that asks "is anything due?" and delivers it.

What is due is a fact in our tables, computed from the calendar; APScheduler keeps no job store and
knows no business date, so restarts, sleeping hosts and several processes are all the same case.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Timer
from types import TracebackType
from typing import TYPE_CHECKING

from bot.services import (
    health,
    held,
    reissues,
    reminders,
    retention,
    sign_off,
    summaries,
    sweeping,
    turning,
)
from bot.services.context import Context
from bot.services.delivery import Delivering, Poster, RetryPolicy
from bot.services.hands import Hands
from bot.services.sweeping import Sweeper

if TYPE_CHECKING:
    from apscheduler.schedulers.background import (  # type: ignore[import-untyped]
        BackgroundScheduler,
    )

TICK_SECONDS = 5
FIRST_TICK_SECONDS = 1.0
"""The first tick after a start leaves it to the first requests."""
PROBE = timedelta(minutes=5)
"""How often a paused workspace's token is tried again."""
_LOG = logging.getLogger(__name__)


class Schedule:
    """Makes what is due and delivers it. `tick` may be called by anybody, as often as they like."""

    def __init__(
        self,
        context: Context,
        poster: Poster,
        sweeper: Sweeper | None = None,
        policy: RetryPolicy | None = None,
        hands: Hands | None = None,
    ) -> None:
        self._context = context
        self._poster = poster
        self._sweeper = sweeper
        self._delivering = Delivering(context, poster, policy, hands)
        self._probed: dict[str, datetime] = {}
        self._starting: Timer | None = None
        self._scheduler: BackgroundScheduler | None = None
        self.last_tick: datetime | None = None
        """When a tick last ended well (for `/healthz`)."""

    def tick(self) -> int:
        """Everything that is due now, in every workspace; how many posts were handled."""
        for workspace in self._context.store.workspaces():
            for step in self._steps(workspace):
                _guarded(step)
        handled = self._delivering.deliver()
        self._sweep()
        self.last_tick = self._context.now()
        return handled

    def _steps(self, workspace: str) -> tuple[Callable[[], object], ...]:
        context, poster = self._context.of_workspace(workspace), self._poster
        return (
            lambda: self._resume(workspace),
            lambda: summaries.close_due(context, workspace),
            lambda: sign_off.draft_due(context, workspace),
            lambda: sign_off.awaited_due(context, workspace),
            lambda: reissues.link_back_due(context, workspace),
            lambda: reminders.remind_due(context, workspace),
            lambda: health.check_due(context, poster, workspace),
            lambda: health.digest_due(context, workspace),
            lambda: turning.announce_due(context, workspace),
            lambda: turning.warn_due(context, workspace),
            lambda: retention.clear_due(context, workspace),
        )

    def _sweep(self) -> None:
        """After delivery: what was just posted with words that left the record is found too."""
        sweeper = self._sweeper
        if sweeper is None:
            return
        for workspace in self._context.store.workspaces():
            _guarded(partial(sweeping.sweep_due, self._context, sweeper, workspace))

    def _resume(self, workspace: str) -> None:
        if workspace not in self._context.store.paused():
            return
        now = self._context.now()
        last = self._probed.get(workspace)
        if last is None or abs(now - last) >= PROBE:
            self._probed[workspace] = now
            held.resume(self._context, self._poster, workspace)

    def start(self, seconds: float = TICK_SECONDS) -> None:
        """Tick in the background from now on, for the first time in a moment."""
        self._starting = Timer(min(FIRST_TICK_SECONDS, seconds), self._begin, (seconds,))
        self._starting.daemon = True
        self._starting.start()

    def _begin(self, seconds: float) -> None:
        from apscheduler.schedulers.background import BackgroundScheduler

        self._scheduler = BackgroundScheduler(timezone=UTC)
        self._scheduler.add_job(
            lambda: _guarded(self.tick),
            "interval",
            seconds=seconds,
            next_run_time=datetime.now(UTC),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
        self._scheduler.start()

    def stop(self) -> None:
        """Stop ticking; a tick under way ends first."""
        if self._starting is not None:
            self._starting.cancel()
            self._starting.join()
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=True)
            self._scheduler = None


def _guarded(step: Callable[[], object]) -> None:
    """One workspace's fault must not keep the others waiting; texts are never logged."""
    try:
        step()
    except Exception as fault:  # anything: the next tick tries again
        trouble = health.trouble(fault)
        places = None if trouble else _places(fault)
        _LOG.error(
            "a step of the tick failed: %s", trouble or type(fault).__name__, exc_info=places
        )


def _places(fault: Exception) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """The traceback's places without the fault's own words, which may quote what people wrote."""
    return (RuntimeError, RuntimeError(type(fault).__name__), fault.__traceback__)
