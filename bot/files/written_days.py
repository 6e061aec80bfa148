"""Days written in full: "30/9/2026", "30 September", "2026-09-30". Days come before months (UK)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from bot.core.dataclass import dataclass

_MONTH_NAMES = (
    "jan january", "feb february", "mar march", "apr april", "may", "jun june",
    "jul july", "aug august", "sep sept september", "oct october", "nov november", "dec december",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NUMERIC = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\b")
_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_WORDED = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+({MONTH})\b\.?(?:[\s,'’-]*(20\d\d|\d\d)\b)?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"\b({MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(20\d\d)\b", re.I)

_FROM_TO = re.compile(
    rf"(?:\d|{MONTH})\s*(?:[-–—]|\b(?:to|until|till|through)\b)\s*(?:\d{{1,2}}|{MONTH})\b", re.I
)
"""A time written by its first and its last day."""
_NAMED = re.compile(rf"\b({MONTH})\b\.?(?:\s+(20\d\d)\b)?", re.IGNORECASE)
IMPOSSIBLE = "impossible_date"
"""The code of a day that no calendar has."""
Years = tuple[date, date]
"""First and last day of the plan."""


def later_month(text: str, other: str) -> bool:
    """Whether a heading names a later month than another ("RAG (Dec)", "RAG (Sept)"), of a year
    that begins in April where neither names one; False where only one does."""
    months, others = _NAMED.search(text), _NAMED.search(other)
    if not months or not others or bool(months[2]) != bool(others[2]):
        return False
    return _since_april(months) > _since_april(others)


def _since_april(match: re.Match[str]) -> int:
    month = MONTHS[match[1].lower()]
    return int(match[2]) * 12 + month if match[2] else (month - 4) % 12


@dataclass(frozen=True, slots=True)
class Due:
    """A parsed timescale. `codes`: problems to report with it."""

    day: date | None
    basis: str
    codes: tuple[str, ...] = ()


def month_first(texts: Iterable[str]) -> bool:
    """Whether a file's dates in figures can only be read month first ("09/30/2026"), none of them
    day first: then those that could be either are doubtful too."""
    pairs = [(int(m[1]), int(m[2])) for text in texts for m in _NUMERIC.finditer(text)]
    return any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs)


def exact_day(text: str, plan: Years) -> Due | None:
    """The last of the days a text names in full; none when one of them is not in the calendar."""
    exact = list(_exact(text, *plan))
    if not exact:
        return None
    days = [day for day, _ in exact if day is not None]
    if len(days) < len(exact):
        return Due(None, "none", (IMPOSSIBLE,))
    several = len(set(days)) > 1 and not (len(days) == 2 and _FROM_TO.search(text))
    codes = ("several_dates_in_cell",) if several else ()
    yearless = ("date_without_year",) if any(not sure for _, sure in exact) else ()
    return Due(max(days), "exact", codes + yearless)


def _exact(text: str, starts: date, ends: date) -> Iterator[tuple[date | None, bool]]:
    """Every full date in the text: (day, whether its year was written); a day that no calendar has
    ("31/11/2026") is None."""
    for match in _ISO.finditer(text):
        yield _made(int(match[1]), int(match[2]), int(match[3]), True)
    for match in _NUMERIC.finditer(text):
        day, month, year = int(match[1]), int(match[2]), year_of(match[3])
        if month > 12 >= day:  # only a month can be first then: read it as the writer meant it
            day, month = month, day
        yield _made(year, month, day, True)
    for match in _MONTH_FIRST.finditer(text):
        yield _made(int(match[3]), MONTHS[match[1].lower()], int(match[2]), True)
    for match in _WORDED.finditer(text):
        month = MONTHS[match[2].lower()]
        if int(match[1]) > 31:
            continue
        year = year_of(match[3]) if match[3] else year_in_plan(month, int(match[1]), starts, ends)
        yield _made(year, month, int(match[1]), bool(match[3]))


def _made(year: int, month: int, day: int, sure: bool) -> tuple[date | None, bool]:
    try:
        return date(year, month, day), sure
    except ValueError:
        return None, sure


def year_of(text: str) -> int:
    """ "26" or "2026" -> 2026."""
    return int(text) if len(text) == 4 else 2000 + int(text)


def year_in_plan(month: int, day: int, starts: date, ends: date) -> int:
    """The first year in which that day lies in the plan, else the year the plan begins."""
    years = range(starts.year, ends.year + 1)
    within = (y for y in years if starts <= date(y, month, min(day, 28)) <= ends)
    return next(within, starts.year)
