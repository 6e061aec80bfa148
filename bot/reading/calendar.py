"""Periods of days, and what dates are read against.

Years come from the plan and from today, never from here: a month or a quarter without a year is the
one within the plan's own time, of several the nearest to today.
"""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.dataclass import dataclass
from bot.core.progress import show_date
from bot.core.quarters import Quarter
from bot.reading.expression import Days

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {name: n * 10 for n, name in enumerate(_TENS.split(), 2)}
NUMBERS = {name: n for n, name in enumerate(_SMALL.split())} | TENS
NUMBERS |= {"a": 1, "an": 1, "couple": 2}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}


@dataclass(frozen=True, slots=True)
class Period:
    """Days a text names. `at`: how things stood at its end; `quarter`: when a whole one is meant;
    `length` in days when only a length of time is named ("for 60 days"); `each`: in every quarter
    of them that has ended; `last` is the end of the time that "since" was said of."""

    start: date
    end: date
    label: str
    quarter: Quarter | None = None
    at: bool = False
    open: str = ""
    length: int = 0
    each: bool = False
    last: date | None = None

    @property
    def days(self) -> Days:
        """As an expression holds it; `open` "before" has no start, "after" no end."""
        start = None if self.open == "before" else self.start
        return Days(start, None if self.open == "after" else self.end, self.label)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are read against: the day it is and the time the plan runs."""

    today: date
    starts: date
    ends: date

    def month(self, number: int, year: int = 0) -> date:
        """The first day of a month: of the year said, else the one within the plan's time."""
        if year:
            return date(year, number, 1)
        near = [date(self.today.year + step, number, 1) for step in (-1, 0, 1)]
        inside = [day for day in near if self.starts <= day <= self.ends]
        return min(inside or near, key=lambda day: abs(day - self.today))

    def quarter(self, number: int, year: int = 0) -> Quarter:
        """A quarter by its number: of the year said, else within the plan's time."""
        this = Quarter.of(min(max(self.today, self.starts), self.ends))
        return Quarter(year or this.year, number)


def later(first: date, months: int) -> date:
    """The same day so many months on; at the latest the 28th when it stands near a month's end."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, min(first.day, 28) if first.day > 28 else first.day)


def month_end(first: date) -> date:
    """The last day of the month that begins on a day."""
    return later(first, 1) - timedelta(days=1)


def spanning(start: date, end: date, label: str = "") -> Period:
    """The days from one to another, in words of their own when none are given."""
    words = label or (
        show_date(start) if start == end else f"{show_date(start)} to {show_date(end)}"
    )
    return Period(start, end, words)
