"""Time, asked in one place: the real clock, and one that the demo or a rehearsal can move."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.core.moments import local


class Clock(Protocol):
    """What the rest of the bot may ask of time."""

    zone: ZoneInfo

    def now(self) -> datetime:
        """The present moment, aware, in the partnership's time."""
        ...

    def today(self) -> date:
        """The local calendar date of the partnership."""
        ...


class RealClock:
    """The host's clock, read in the partnership's time zone."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone

    def now(self) -> datetime:
        """The present moment."""
        return local(datetime.now(UTC), self.zone)

    def today(self) -> date:
        """The local date."""
        return self.now().date()


class MovableClock:
    """A clock that starts at a given moment and moves when told to; `running` lets it run on."""

    def __init__(self, start: datetime, zone: ZoneInfo, *, running: bool = False) -> None:
        self.zone = zone
        self._running = running
        self._lock = threading.Lock()
        self._set(start)

    def now(self) -> datetime:
        """The rehearsed moment; runs on with the host's clock when `running`."""
        with self._lock:
            elapsed = datetime.now(UTC) - self._set_at if self._running else None
            return local(self._moment + (elapsed or timedelta(0)), self.zone)

    def today(self) -> date:
        """The rehearsed local date."""
        return self.now().date()

    def move_to(self, moment: datetime) -> None:
        """Set the clock; backwards too, as a host's clock may step."""
        with self._lock:
            self._set(moment)

    def _set(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise ValueError("a clock takes aware datetimes only")
        self._moment = moment.astimezone(UTC)
        self._set_at = datetime.now(UTC)
