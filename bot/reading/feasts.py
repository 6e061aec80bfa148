"""Days and seasons that come every year: "Christmas", "Good Friday", "when the clocks go back"."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable
from datetime import date, timedelta

from bot.core.progress import show_date
from bot.reading.calendar import GONE, Calendar, Period, later, month_end, one_day, spanning
from bot.reading.tokens import data_lines

_LINES = (line.split(" = ") for line in data_lines("feasts.txt"))
FEASTS = {name: when for names, when in _LINES for name in names.split(" | ")}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_PAST_TENSE = re.compile(r"(?<!\S)(?:was|were|had|did|went|turned|been|reported|since)(?!\S)")
_WITHIN = re.compile(r"(?<!\S)(?:in|into) the new year$")
_MISSED = re.compile(r"(?<!\S)(?:should have|(?:was|were) (?:meant|due|supposed|to have)) ")


def _easter(year: int, days: int) -> date:
    """Easter Sunday, or so many days from it. The library is loaded when somebody asks for it."""
    from dateutil.easter import easter

    return easter(year) + timedelta(days=days)


def _last_sunday(year: int, month: int) -> date:
    end = month_end(date(year, month, 1))
    return end - timedelta(days=end.isoweekday() % 7)


_MOVING: dict[str, Callable[[int, int], date]] = {"easter": _easter, "sunday": _last_sunday}


def _falls(when: str, year: int) -> date | None:
    """The day a feast falls on in a year, or None."""
    first, number = when.split()
    if first in _MOVING:
        return _MOVING[first](year, int(number))
    there = when != "2 29" or isleap(year)
    return date(year, int(first), int(number)) if there else None


def feast(on: Calendar, form: re.Match[str]) -> Period:
    """The next time a feast, or its eve, comes; the last one after "since", "what came in"."""
    near = range(on.today.year - 8, on.today.year + 9)  # between two leap days may be eight years
    days = [day for year in near if (day := _falls(FEASTS[form["feast"]], year))]
    days = [day - timedelta(days=form["eve"] == "eve") for day in days]
    before, gone = form.string[: form.start()], [day for day in days if day <= on.today]
    if GONE.search(before) or (_MISSED.search(before) and gone[-1] >= on.starts):
        days = gone[-1:]
    nearest = next(day for day in days if day >= on.today or len(days) == 1)
    if _WITHIN.search(form.string[: form.end()]):  # "in the new year": from its first day on
        before = show_date(nearest - timedelta(days=1))
        return Period(nearest, date(nearest.year, 12, 31), f"after {before}", open="after")
    return one_day(nearest)


def season(on: Calendar, form: re.Match[str]) -> Period:
    """A season of this plan; behind what was, the last one."""
    first = on.month(SEASONS[form["season"]])
    if first > on.today and _PAST_TENSE.search(form.string[: form.start()]):
        first = later(first, -12)
    end = month_end(later(first, 2 + (form[0] == "autumn term")))
    return spanning(first, end, f"{first:%B} to {end:%B %Y}")
