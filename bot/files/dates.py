"""Timescales as people write them -> a date and how it follows. Days come before months (UK).

The raw text is always kept beside it; whatever is assumed is said (`due_basis`, a problem).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.quarters import Quarter
from bot.files.sheet import Cell

EXCEL_EPOCH = date(1899, 12, 30)
_MONTH_NAMES = (
    "jan january", "feb february", "mar march", "apr april", "may", "jun june",
    "jul july", "aug august", "sep sept september", "oct october", "nov november", "dec december",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NUMERIC = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\b")
_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_WORDED = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+({_MONTH})\b\.?(?:[\s,'’-]*(20\d\d|\d\d)\b)?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(20\d\d)\b", re.I)
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\b\.?(?:[\s,'’-]*(20\d\d|\d\d)\b)?", re.IGNORECASE)
_QUARTER = re.compile(r"\b(?:q|qtr\.?|quarter)\s*([1-4])\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(20\d\d)\s*[-/–]\s*(?:20)?\d\d\b")
_SEASONS = {
    "autumn": (12, 31),
    "winter": (2, 28),
    "spring": (5, 31),
    "summer": (8, 31),
    "christmas": (12, 24),
    "xmas": (12, 24),
    "easter": (4, 30),
    "half term": (10, 31),
}
_TERMS = {"autumn": (12, 31), "spring": (3, 31), "summer": (7, 31), "winter": (12, 31)}
_OPEN = re.compile(
    r"\b(on-?going|continuous|continual|throughout|all year|year round|rolling|annual(?:ly)?|"
    r"month(?:ly)?|weekly|daily|fortnightly|quarterly|each (?:quarter|month|week)|"
    r"every (?:quarter|month|week)|per (?:quarter|month|week|year|annum)|life of the plan|"
    r"as required|as needed|regular(?:ly)?|bi-?annual(?:ly)?|termly|yearly|duration of)\b",
    re.IGNORECASE,
)
_YEAR_END = re.compile(r"\b(?:year[\s-]?end|end of (?:the )?(?:financial )?year)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Due:
    """A parsed timescale. `codes`: problems to report with it."""

    day: date | None
    basis: str
    codes: tuple[str, ...] = ()


def parse_timescale(cell: Cell, starts: date, ends: date) -> Due:
    """When a timescale ends, within a plan that runs from `starts` to `ends`."""
    if cell.day is not None:
        return _checked(Due(cell.day, "exact"), starts, ends)
    text = " ".join(cell.text.split())
    if not text:
        return Due(None, "none", ("no_date",))
    if cell.number is not None or re.fullmatch(r"[34]\d{4}", text):
        return _day_number(text, starts, ends)
    return _checked(_written(text, starts, ends), starts, ends)


def _day_number(text: str, starts: date, ends: date) -> Due:
    number = float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else 0.0
    if not 30_000 <= number <= 60_000:
        return Due(None, "none", ("unparseable_date",))
    return _checked(
        Due(EXCEL_EPOCH + timedelta(days=int(number)), "exact", ("date_as_number",)), starts, ends
    )


def _written(text: str, starts: date, ends: date) -> Due:
    lowered = text.lower()
    exact = _exact(text, starts, ends)
    if exact:
        codes = ("several_dates_in_cell",) if len({e[0] for e in exact}) > 1 else ()
        yearless = ("date_without_year",) if any(not sure for _, sure in exact) else ()
        return Due(max(day for day, _ in exact), "exact", codes + yearless)
    if _YEAR_END.search(lowered):
        return Due(ends, "plan_year_end", ("date_open_ended",))
    quarters = [int(n) for n in _QUARTER.findall(text)]
    if quarters and not re.search(r"\b(?:one|two|\d+) (?:per|a|each) q", lowered):
        return _quarter_end(max(quarters), text, starts)
    for season, day in _TERMS.items():
        if season in lowered and "term" in lowered:
            return Due(_in_plan(day, text, starts, ends), "term_end", ("date_approximate",))
    months = [found for m in _MONTH_YEAR.finditer(text) if (found := _month_end(m, starts, ends))]
    if months:
        yearless = ("date_without_year",) if not any(sure for _, sure in months) else ()
        return Due(max(day for day, _ in months), "month_end", yearless)
    for season, day in _SEASONS.items():
        if season in lowered:
            return Due(_in_plan(day, text, starts, ends), "term_end", ("date_approximate",))
    if _OPEN.search(lowered):
        return Due(ends, "plan_year_end", ("date_open_ended",))
    return Due(None, "none", ("unparseable_date",))


def _exact(text: str, starts: date, ends: date) -> list[tuple[date, bool]]:
    """Every full date in the text: (day, whether its year was written)."""
    found: list[tuple[date, bool]] = []
    for match in _ISO.finditer(text):
        found += _made(int(match[1]), int(match[2]), int(match[3]), True)
    for match in _NUMERIC.finditer(text):
        day, month, year = int(match[1]), int(match[2]), _year(match[3])
        if month > 12 >= day:  # only a month can be first then: read it as the writer meant it
            day, month = month, day
        found += _made(year, month, day, True)
    for match in _MONTH_FIRST.finditer(text):
        found += _made(int(match[3]), _MONTHS[match[1].lower()], int(match[2]), True)
    for match in _WORDED.finditer(text):
        month = _MONTHS[match[2].lower()]
        if int(match[1]) > 31:
            continue
        year = _year(match[3]) if match[3] else _year_in_plan(month, int(match[1]), starts, ends)
        found += _made(year, month, int(match[1]), bool(match[3]))
    return found


def _made(year: int, month: int, day: int, sure: bool) -> list[tuple[date, bool]]:
    try:
        return [(date(year, month, day), sure)]
    except ValueError:
        return []


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _year_in_plan(month: int, day: int, starts: date, ends: date) -> int:
    return next(
        (
            y
            for y in range(starts.year, ends.year + 1)
            if starts <= date(y, month, min(day, 28)) <= ends
        ),
        starts.year,
    )


def _month_end(match: re.Match[str], starts: date, ends: date) -> tuple[date, bool] | None:
    month = _MONTHS[match[1].lower()]
    if match[1].lower() == "may" and not match[2] and match[1] != "May":
        return None
    year = _year(match[2]) if match[2] else _year_in_plan(month, 1, starts, ends)
    return date(year, month, calendar.monthrange(year, month)[1]), bool(match[2])


def _quarter_end(number: int, text: str, starts: date) -> Due:
    years = _YEARS.search(text)
    year = int(years[1]) if years else Quarter.of(starts).year
    return Due(Quarter(year, number).ends, "quarter_end")


def _in_plan(day: tuple[int, int], text: str, starts: date, ends: date) -> date:
    month, number = day
    written = re.search(r"\b(20\d\d)\b", text)
    year = int(written[1]) if written else _year_in_plan(month, number, starts, ends)
    return date(year, month, min(number, calendar.monthrange(year, month)[1]))


def _checked(due: Due, starts: date, ends: date) -> Due:
    if due.day is not None and not starts - timedelta(days=1) <= due.day <= ends:
        return Due(due.day, due.basis, (*due.codes, "date_outside_year"))
    return due
