"""Timescales as people write them -> a date and how it follows. Days come before months (UK).

The raw text is always kept beside it; whatever is assumed is said (`due_basis`, a problem). A word
that names a beginning ("From Q2", "starts in May") gives no end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from bot.files.named_times import WAYS
from bot.files.sheet import Cell
from bot.files.welsh import times_in_english
from bot.files.written_days import MONTH, Due

EXCEL_EPOCH = date(1899, 12, 30)
_BEGINS = re.compile(
    r"^\W*(?:to )?(?:from|starts?|starting|start(?:ed)?|commenc\w+|begins?|beginning|launch\w*|"
    r"as (?:from|of)|effective(?: from)?|w\.?e\.?f\.?)\b",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(rf"(?:{MONTH})\W*(?:20)?\d\d", re.IGNORECASE)
_ONWARDS = re.compile(r"\bonwards?\b|\b(?:on-?going|continuing|rolling) from\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:\b(?:to|until|till|through|ends?|ending|complet\w+|finish\w*|by)\b|\s[–—-]\s?|[–—])\s*(.*\S)",
    re.IGNORECASE | re.DOTALL,
)


def parse_timescale(cell: Cell, starts: date, ends: date) -> Due:
    """When a timescale ends, within a plan that runs from `starts` to `ends`."""
    text = " ".join(cell.text.split())
    if cell.day is not None:
        due = _shown_as_month(cell.day, text) or Due(cell.day, "exact")
        return _checked(due, starts, ends)
    if not text:
        return Due(None, "none", ("no_date",))
    if cell.number is not None or re.fullmatch(r"[34]\d{4}", text):
        return _day_number(text, starts, ends)
    return _checked(_ending(times_in_english(text), starts, ends), starts, ends)


def _shown_as_month(day: date, text: str) -> Due | None:
    """The end of the month of a date that is shown as a month alone: of "Sept 26" a spreadsheet
    makes the first of September."""
    if day.day != 1 or not _MONTH_ALONE.fullmatch(text):
        return None
    return Due(day.replace(day=monthrange(day.year, day.month)[1]), "month_end")


def _day_number(text: str, starts: date, ends: date) -> Due:
    number = float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else 0.0
    if 2000 <= number <= 2100:
        return _checked(Due(date(int(number), 12, 31), "month_end"), starts, ends)
    if not 30_000 <= number <= 60_000:
        return Due(None, "none", ("unparseable_date",))
    day = EXCEL_EPOCH + timedelta(days=int(number))
    return _checked(Due(day, "exact", ("date_as_number",)), starts, ends)


def _ending(text: str, starts: date, ends: date) -> Due:
    """The end a text names; of "from ... to ..." the second part, of a beginning alone nothing."""
    begins = _BEGINS.match(text)
    if _ONWARDS.search(text):
        return Due(None, "none", ("start_only",))
    if begins is None:
        return _written(text, starts, ends)
    until = _UNTIL.search(text[begins.end() :])
    due = _written(until[1], starts, ends) if until else Due(None, "none")
    return due if due.day is not None else Due(None, "none", ("start_only",))


def _written(text: str, starts: date, ends: date) -> Due:
    """The first way of writing an end that the text fits."""
    dues = (way(text, (starts, ends)) for way in WAYS)
    return next((due for due in dues if due), Due(None, "none", ("unparseable_date",)))


def _checked(due: Due, starts: date, ends: date) -> Due:
    if due.day is not None and not starts - timedelta(days=1) <= due.day <= ends:
        return Due(due.day, due.basis, (*due.codes, "date_outside_year"))
    return due
