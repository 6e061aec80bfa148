"""When a timescale ends: what is written is read, and no day is made up."""

from __future__ import annotations

from datetime import date

import pytest

from bot.files.dates import parse_timescale
from bot.files.sheet import Cell

STARTS, ENDS = date(2026, 4, 1), date(2027, 3, 31)


@pytest.mark.parametrize(
    "text",
    ["31/11/2026", "30 February 2027", "29/02/2027", "2026-09-31", "31 June", "June 31, 2026",
     "45/13/2026", "15/12/2026 or 31/11/2026"],
)  # fmt: skip
def test_a_day_that_no_calendar_has_gives_no_date(text: str) -> None:
    due = parse_timescale(Cell(text), STARTS, ENDS)
    assert (due.day, due.codes) == (None, ("impossible_date",))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ongoing – review March", "2027-03-31"),
        ("Monthly (reported to the board in June)", "2027-03-31"),
        ("Continuous, to be evaluated by September 2026", "2027-03-31"),
    ],
)
def test_work_that_goes_on_does_not_end_when_it_is_looked_at(text: str, day: str) -> None:
    due = parse_timescale(Cell(text), STARTS, ENDS)
    assert (str(due.day), due.codes) == (day, ("date_open_ended",))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Annual review March 2027", "2027-03-31"),
        ("Ongoing to September 2026", "2026-09-30"),
        ("31 December 2026 (review June 2026)", "2026-12-31"),
        ("1 June 2026 – 31 December 2026", "2026-12-31"),
        ("Hydref 2026 / October 2026", "2026-10-31"),
        ("Ch3 / Q3", "2026-12-31"),
        ("H1 2026/27", "2026-09-30"),
        ("2nd half of the year", "2027-03-31"),
        ("Month 3", "2026-06-30"),
        ("Second half term", "2026-10-31"),
    ],
)
def test_an_end_is_read_beside_other_words(text: str, day: str) -> None:
    due = parse_timescale(Cell(text), STARTS, ENDS)
    assert str(due.day) == day
    assert not {"date_open_ended", "unparseable_date"} & set(due.codes)


def test_the_last_day_of_winter_is_the_calendars() -> None:
    due = parse_timescale(Cell("Winter 2027/28"), date(2027, 4, 1), date(2028, 3, 31))
    assert due.day == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "day", "due"),
    [
        ("Sep-26", date(2026, 9, 1), "2026-09-30"),
        ("February 2027", date(2027, 2, 1), "2027-02-28"),
        ("01/09/2026", date(2026, 9, 1), "2026-09-01"),
        ("Sep-26", date(2026, 9, 26), "2026-09-26"),
    ],
)
def test_a_date_shown_as_a_month_ends_with_the_month(text: str, day: date, due: str) -> None:
    read = parse_timescale(Cell(text, day=day), date(2026, 4, 1), date(2027, 3, 31))
    assert str(read.day) == due
