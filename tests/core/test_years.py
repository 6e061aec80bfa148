"""Which plan counts is a matter of dates."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.core.quarters import Quarter
from bot.core.years import (
    PlanYear,
    coming,
    in_force,
    overlapping,
    shown,
)

SAVED = datetime(2018, 3, 1, tzinfo=UTC)
OLD = PlanYear("2018-19", date(2018, 4, 1), date(2019, 3, 31), SAVED)
NEW = PlanYear("2019-20", date(2019, 4, 1), date(2020, 3, 31), SAVED)
LATE = PlanYear("2021-22", date(2021, 5, 1), date(2022, 3, 31), SAVED)


@pytest.mark.parametrize("held", [(OLD, NEW, LATE), (LATE, NEW, OLD), (NEW, OLD, LATE)])
def test_the_order_in_which_plans_were_loaded_does_not_matter(held: tuple[PlanYear, ...]) -> None:
    assert in_force(held, date(2019, 3, 31)) is OLD
    assert in_force(held, date(2019, 4, 1)) is NEW
    assert in_force(held, date(2020, 6, 1)) is None
    assert shown(held, date(2018, 2, 1)) is OLD  # the first one to come
    assert shown(held, date(2021, 4, 30)) is NEW  # the one that ended last
    assert coming(held, date(2020, 6, 1)) is LATE
    assert coming(held, date(2021, 5, 1)) is None
    assert overlapping(held, Quarter(2021, 1)) == (LATE,)
    assert overlapping(held, Quarter(2020, 2)) == ()


def test_of_two_in_force_the_later_one_counts_and_of_twins_the_one_loaded_last() -> None:
    middle = PlanYear("2018-20", date(2018, 10, 1), date(2020, 3, 31), SAVED)
    twin = PlanYear("2018-20", OLD.starts, date(2020, 3, 31), SAVED)
    assert in_force((middle, OLD), date(2018, 12, 1)) is middle
    assert in_force((OLD, twin), date(2018, 12, 1)) is twin
    assert overlapping((OLD, twin), Quarter(2018, 1)) == (twin, OLD)
