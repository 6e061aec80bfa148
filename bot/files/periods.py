"""Which quarter a document speaks of: "Q4 2026-27", "Q4 (January-March 2027)", "quarter ending
31 March 2027"; a quarter without a year is the plan's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from bot.core.plan import Plan
from bot.core.quarters import Quarter
from bot.core.years import quarter_numbered
from bot.files.dates import parse_timescale
from bot.files.sheet import Cell
from bot.files.vocabulary import meaning
from bot.files.written_days import MONTH

_YEARS = re.compile(r"\b(?:20)?(\d\d)\s*[-/–]\s*(?:20)?(\d\d)\b")
_YEAR = re.compile(r"\b(20\d\d)\b")
_NUMBER = re.compile(r"\b(?:q|qtr|quarter)\s*[1-4]\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{MONTH})\b", re.IGNORECASE)


def quarter_in(text: str, plan: Plan) -> Quarter | None:
    """The quarter a line names, or None. A year or months beside it are used, else the plan's."""
    number = meaning(text)[1]
    dated = _dated(text)
    if dated is not None and number in {0, dated.number}:
        return dated if number or re.search(r"quarter|period|ending", text, re.I) else None
    if not number:
        return None
    years = _YEARS.search(text)
    if years and (int(years[1]) + 1) % 100 == int(years[2]):
        return Quarter(2000 + int(years[1]), number)
    single = _YEAR.search(text)
    if single and not dated:
        return Quarter(int(single[1]), number)
    return quarter_numbered(plan, number)


def _dated(text: str) -> Quarter | None:
    """The quarter of the last month with a year in a line: "January-March 2027"."""
    if not _MONTH.search(text) or not _YEAR.search(text):
        return None
    due = parse_timescale(Cell(_NUMBER.sub(" ", text)), date(1990, 4, 1), date(1991, 3, 31))
    return Quarter.of(due.day) if due.day is not None and due.day.year >= 2000 else None


def told_quarter(lines: Iterable[str], plan: Plan) -> Quarter | None:
    """The first quarter the lines above a table name, or None."""
    quarters = (quarter_in(line, plan) for line in lines)
    return next((quarter for quarter in quarters if quarter), None)
