"""The clock that can be moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import MovableClock, RealClock

LONDON = ZoneInfo("Europe/London")
MIDNIGHT_IN_SUMMER = datetime(2018, 6, 30, 23, 30, tzinfo=UTC)


def test_today_is_the_local_date() -> None:
    assert MovableClock(MIDNIGHT_IN_SUMMER, LONDON).today() == date(2018, 7, 1)


def test_it_stands_still_until_it_is_moved_also_backwards() -> None:
    clock = MovableClock(MIDNIGHT_IN_SUMMER, LONDON)
    assert clock.now() == clock.now() == MIDNIGHT_IN_SUMMER
    clock.move_to(MIDNIGHT_IN_SUMMER - timedelta(hours=1))
    assert clock.today() == date(2018, 6, 30)


def test_a_running_clock_does_not_go_back_by_itself() -> None:
    clock = MovableClock(MIDNIGHT_IN_SUMMER, LONDON, running=True)
    assert MIDNIGHT_IN_SUMMER <= clock.now() <= clock.now()


def test_naive_moments_are_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        MovableClock(MIDNIGHT_IN_SUMMER.replace(tzinfo=None), LONDON)


def test_the_real_clock_is_aware() -> None:
    assert RealClock(LONDON).now().tzinfo is UTC
