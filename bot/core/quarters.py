"""Financial-year quarters (April-March) and working days. Dates in, dates out; never asks today.

Q1 April-June, Q2 July-September, Q3 October-December, Q4 January-March: the quarters in which
UK councils and partnerships monitor their plans.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_TEXT = re.compile(
    r"^\s*(?:q|qtr|quarter)\s*\.?\s*([1-4])(?:\s*(?:of|,)?\s*(?:fy\s*)?"
    r"((?:20)?\d\d)(?:\s*[-/–]\s*((?:20)?\d\d))?)?\s*$",
    re.IGNORECASE,
)
NO_HOLIDAYS: Container[date] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter of a financial year: `year` is the calendar year in which the year starts."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter that holds `day`."""
        year = day.year if day.month >= 4 else day.year - 1
        return cls(year, (day.month - 4) % 12 // 3 + 1)

    @classmethod
    def parse(cls, text: str, *, today: date) -> Quarter | None:
        """Read "Q2 2018-19", "q2", "quarter 2 18/19" (no year: that of `today`), or None."""
        match = _TEXT.match(text)
        if match is None:
            return None
        number, first, second = match.groups()
        if first is None:
            return cls(cls.of(today).year, int(number))
        year = int(first) % 100 + 2000
        if second is not None and int(second) % 100 != (year + 1) % 100:
            return None
        return cls(year, int(number))

    @property
    def starts(self) -> date:
        """First day of the quarter."""
        month = self.number * 3 + 1
        return date(self.year + (month > 12), (month - 1) % 12 + 1, 1)

    @property
    def ends(self) -> date:
        """Last day of the quarter."""
        return self.next.starts - timedelta(days=1)

    @property
    def next(self) -> Quarter:
        """The quarter after this one."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> Quarter:
        """The quarter before this one."""
        return Quarter(self.year - (self.number == 1), (self.number - 2) % 4 + 1)

    @property
    def financial_year(self) -> str:
        """The financial year as councils write it: "2018-19"."""
        return f"{self.year}-{(self.year + 1) % 100:02d}"

    @property
    def label(self) -> str:
        """ "Q2 2018-19"."""
        return f"Q{self.number} {self.financial_year}"

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends

    def __str__(self) -> str:
        return self.label


def quarters_between(start: date, end: date) -> Iterator[Quarter]:
    """Each quarter from the one holding `start` to the one holding `end`."""
    quarter = Quarter.of(start)
    while quarter.starts <= end:
        yield quarter
        quarter = quarter.next


def is_working_day(day: date, holidays: Container[date] = NO_HOLIDAYS) -> bool:
    """Monday to Friday and not a bank holiday in `holidays`."""
    return day.weekday() < 5 and day not in holidays


def working_day_on_or_after(day: date, holidays: Container[date] = NO_HOLIDAYS) -> date:
    """`day` itself when it is a working day, else the next one."""
    while not is_working_day(day, holidays):
        day += timedelta(days=1)
    return day


def working_days_before(day: date, count: int, holidays: Container[date] = NO_HOLIDAYS) -> date:
    """The working day that lies `count` working days before `day`."""
    while count > 0:
        day -= timedelta(days=1)
        count -= is_working_day(day, holidays)
    return day


def working_days_after(day: date, count: int, holidays: Container[date] = NO_HOLIDAYS) -> date:
    """The working day that lies `count` working days after `day`."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, holidays)
    return day


def working_days_between(day: date, end: date, holidays: Container[date] = NO_HOLIDAYS) -> int:
    """Working days after `day` up to and including `end`: 1 when it is the next one."""
    days = (day + timedelta(days=number) for number in range(1, (end - day).days + 1))
    return sum(is_working_day(one, holidays) for one in days)


def summary_due(quarter: Quarter, after_days: int, holidays: Container[date] = NO_HOLIDAYS) -> date:
    """The day a quarter's summary is due: a working day, `after_days` after the quarter's end."""
    return working_day_on_or_after(quarter.ends + timedelta(days=after_days), holidays)
