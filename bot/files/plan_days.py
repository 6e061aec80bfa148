"""The first and last day a document writes for its plan: "1 May 2019 to 30 April 2020", "January to
December 2019", "01/04/2019 - 31/03/2020", "calendar year 2019"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*"
_WORDS = rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?\s++(?:of\s++)?)?({MONTH})\.?,?(?:\s++(20\d\d))?"
_FIGURES = r"(\d{1,2})[./](\d{1,2})[./](20\d\d)"
_TO = r"\s*+(?:\b(?:to|until|till|through)\b|[-–—])\s*+"
_IN_WORDS = re.compile(rf"\b{_WORDS}{_TO}{_WORDS}", re.IGNORECASE)
_IN_FIGURES = re.compile(rf"\b{_FIGURES}{_TO}{_FIGURES}\b", re.IGNORECASE)
_CALENDAR = re.compile(r"\bcalendar\s++year\s*+:?\s*+(20\d\d)\b", re.IGNORECASE)
SHORTEST = 300
"""Days a plan runs at least: a shorter time is a quarter or a piece of work."""
Days = tuple[date, date]


def days_written(text: str) -> Days | None:
    """The first and last day of the long time a line writes, or None."""
    made = (_calendar_year(text), _figures(text), _words(text))
    return next((days for days in made if days and (days[1] - days[0]).days >= SHORTEST), None)


def without_days(text: str) -> str:
    """The line without such a time."""
    for pattern in (_CALENDAR, _IN_FIGURES, _IN_WORDS):
        text = pattern.sub(" ", text)
    return text


def _calendar_year(text: str) -> Days | None:
    match = _CALENDAR.search(text)
    return (date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)) if match else None


def _figures(text: str) -> Days | None:
    match = _IN_FIGURES.search(text)
    if match is None:
        return None
    numbers = [int(number) for number in match.groups()]
    return _days((numbers[2], numbers[1], numbers[0]), (numbers[5], numbers[4], numbers[3]))


def _words(text: str) -> Days | None:
    match = _IN_WORDS.search(text)
    if match is None or match[6] is None:
        return None
    months = [_MONTHS.index(match[place][:3].lower()) + 1 for place in (2, 5)]
    last = int(match[6])
    first = int(match[3]) if match[3] else last - (months[0] > months[1])
    end = int(match[4] or monthrange(last, months[1])[1])
    return _days((first, months[0], int(match[1] or 1)), (last, months[1], end))


def _days(first: tuple[int, int, int], last: tuple[int, int, int]) -> Days | None:
    try:
        return date(*first), date(*last)
    except ValueError:  # 31 June
        return None
