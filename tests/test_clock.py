"""The clock that can be moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import MovableClock, RealClock
from bot.core.moments import local

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
    assert RealClock(LONDON).now().tzinfo is not None


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (MIDNIGHT_IN_SUMMER, date(2018, 7, 1)),
        (datetime(2018, 12, 31, 23, 30, tzinfo=UTC), date(2018, 12, 31)),
    ],
)
def test_a_moment_has_the_date_people_there_would_say(moment: datetime, day: date) -> None:
    assert MovableClock(moment, LONDON).now().date() == day


def test_when_the_clocks_go_back_no_hour_comes_twice() -> None:
    first = datetime(2018, 10, 28, 0, 45, tzinfo=UTC)  # 01:45 in summer time
    second = first + timedelta(minutes=30)  # 01:15 in winter time
    earlier, later = local(first, LONDON), local(second, LONDON)
    assert earlier.time() > later.time()
    assert earlier < later
    assert later - earlier == timedelta(minutes=30)
