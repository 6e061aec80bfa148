"""Financial-year quarters and working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.quarters import (
    Quarter,
    is_working_day,
    quarters_between,
    summary_due,
    working_day_on_or_after,
    working_days_before,
)

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_every_day_lies_in_its_own_quarter(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.starts <= day <= quarter.ends
    assert day in quarter


@given(DAYS)
def test_next_and_previous_undo_each_other(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.next.previous == quarter
    assert quarter.next.starts == quarter.ends + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2018, 4, 1), "Q1 2018-19"),
        (date(2018, 9, 30), "Q2 2018-19"),
        (date(2018, 12, 31), "Q3 2018-19"),
        (date(2019, 3, 31), "Q4 2018-19"),
        (date(1999, 4, 1), "Q1 1999-00"),
    ],
)
def test_the_financial_year_starts_in_april(day: date, label: str) -> None:
    assert Quarter.of(day).label == label


@pytest.mark.parametrize(
    "text", ["Q2 2018-19", "q2 18/19", "Quarter 2 2018/2019", "q2", "Qtr 2 2018", "Q2 of 2018-19"]
)
def test_a_quarter_is_read_in_the_ways_people_write_it(text: str) -> None:
    assert Quarter.parse(text, today=date(2018, 10, 10)) == Quarter(2018, 2)


@pytest.mark.parametrize("text", ["Q5", "Q2 2018-20", "second", "2018-19", ""])
def test_what_is_no_quarter_is_not_guessed(text: str) -> None:
    assert Quarter.parse(text, today=date(2018, 10, 10)) is None


def test_a_plan_year_has_four_quarters() -> None:
    quarters = list(quarters_between(date(2018, 4, 1), date(2019, 3, 31)))
    assert [quarter.number for quarter in quarters] == [1, 2, 3, 4]


def test_bank_holidays_and_weekends_are_no_working_days() -> None:
    boxing_day = date(2018, 12, 26)
    assert not is_working_day(boxing_day, {boxing_day})
    assert working_day_on_or_after(date(2018, 12, 22), {boxing_day}) == date(2018, 12, 24)
    assert working_days_before(date(2018, 12, 27), 2, {boxing_day}) == date(2018, 12, 24)


def test_the_summary_is_due_on_a_working_day_after_the_quarter() -> None:
    assert summary_due(Quarter(2018, 1), 10) == date(2018, 7, 10)
    assert summary_due(Quarter(2018, 2), 14) == date(2018, 10, 15)
