"""Time, asked in one place: the real clock, and one that the demo or a rehearsal can move."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """What the rest of the bot may ask of time."""

    zone: ZoneInfo

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """The local calendar date of the partnership."""
        ...


class RealClock:
    """The host's clock, read in the partnership's time zone."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The local date."""
        return self.now().astimezone(self.zone).date()


class MovableClock:
    """A clock that starts at a given moment and moves when told to; `running` lets it run on."""

    def __init__(self, start: datetime, zone: ZoneInfo, *, running: bool = False) -> None:
        self.zone = zone
        self._running = running
        self._lock = threading.Lock()
        self._set(start)

    def now(self) -> datetime:
        """The rehearsed moment in UTC; runs on with the host's clock when `running`."""
        with self._lock:
            elapsed = datetime.now(UTC) - self._set_at if self._running else None
            return self._moment if elapsed is None else self._moment + elapsed

    def today(self) -> date:
        """The rehearsed local date."""
        return self.now().astimezone(self.zone).date()

    def move_to(self, moment: datetime) -> None:
        """Set the clock; backwards too, as a host's clock may step."""
        with self._lock:
            self._set(moment)

    def _set(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise ValueError("a clock takes aware datetimes only")
        self._moment = moment.astimezone(UTC)
        self._set_at = datetime.now(UTC)
