"""Timescales as people write them -> a date and how it follows. Days come before months (UK).

The raw text is always kept beside it; whatever is assumed is said (`due_basis`, a problem). A word
that names a beginning ("From Q2", "starts in May") gives no end.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator
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
_ORDINAL = {"1st": 1, "first": 1, "one": 1, "2nd": 2, "second": 2, "two": 2,
            "3rd": 3, "third": 3, "three": 3, "4th": 4, "fourth": 4, "four": 4}  # fmt: skip
_WORD = "|".join(_ORDINAL)
_QUARTER = re.compile(
    rf"\b(?:q|qtr\.?|quarter)\s*([1-4])\b|\b({_WORD})\s+(?:quarter|qtr)\b|\bquarter\s+({_WORD})\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"\b(?:one|two|once|twice|\d+) (?:per|a|each|every) q|\beach q|\bevery q", re.I)
_YEARS = re.compile(r"\b(?:fy\s*)?(20\d\d|\d\d)\s*[-/–]\s*(20\d\d|\d\d)\b", re.IGNORECASE)
_SEASONS = {
    "autumn": (12, 31),
    "winter": (2, 28),
    "spring": (5, 31),
    "summer": (8, 31),
    "christmas": (12, 24),
    "xmas": (12, 24),
    "easter": (4, 30),
}
_TERMS = {"autumn": (12, 31), "spring": (3, 31), "summer": (7, 31), "winter": (12, 31)}
_HALF_TERMS = {"spring": (2, 28), "february": (2, 28), "summer": (5, 31), "may": (5, 31)}
_OPEN = re.compile(
    r"\b(on-?going|continuous|continual|throughout|all year|year[- ]round|rolling|annual(?:ly)?|"
    r"month(?:ly)?|weekly|daily|fortnightly|quarterly|each (?:quarter|month|week)|"
    r"every (?:quarter|month|week)|per (?:quarter|month|week|year|annum)|life of the plan|"
    r"as required|as needed|regular(?:ly)?|bi-?annual(?:ly)?|termly|yearly|duration of)\b",
    re.IGNORECASE,
)
_YEAR_END = re.compile(
    r"\b(?:year[\s-]?end|end of (?:the |this )?(?:financial year|fy|plan|year)(?!\s*\d)|"
    r"full year|by the end of the plan)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"^\W*(?:to )?(?:from|starts?|starting|start(?:ed)?|commenc\w+|begins?|beginning|launch\w*|"
    r"as (?:from|of)|effective(?: from)?|w\.?e\.?f\.?)\b",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r"\bonwards?\b|\b(?:on-?going|continuing|rolling) from\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:\b(?:to|until|till|through|ends?|ending|complet\w+|finish\w*|by)\b|\s[–—-]\s?|[–—])\s*(.*\S)",
    re.IGNORECASE | re.DOTALL,
)
_PART = {"early": (3, 31), "mid": (6, 30), "middle of": (6, 30), "late": (12, 31),
         "end of": (12, 31), "by the end of": (12, 31), "end": (12, 31),
         "during": (12, 31)}  # fmt: skip
_PART_OF_YEAR = re.compile(
    rf"\b({'|'.join(_PART)})[\s-]+(20\d\d)\b(?!\s*[-/–]\s*\d)", re.IGNORECASE
)


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
    return _checked(_ending(text, starts, ends), starts, ends)


def month_first(texts: Iterable[str]) -> bool:
    """Whether a file's dates in figures can only be read month first ("09/30/2026"), none of them
    day first: then those that could be either are doubtful too."""
    pairs = [(int(m[1]), int(m[2])) for text in texts for m in _NUMERIC.finditer(text)]
    return any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs)


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


Years = tuple[date, date]  # first and last day of the plan
Way = Callable[[str, Years], "Due | None"]


def _written(text: str, starts: date, ends: date) -> Due:
    """The first way of writing an end that the text fits."""
    ways: tuple[Way, ...] = (
        _exact_day, _year_end, _quarter_end, _term_end, _part_of_year, _months, _season, _open,
        _years,
    )  # fmt: skip
    dues = (way(text, (starts, ends)) for way in ways)
    return next((due for due in dues if due), Due(None, "none", ("unparseable_date",)))


def _exact_day(text: str, plan: Years) -> Due | None:
    exact = list(_exact(text, *plan))
    if not exact:
        return None
    codes = ("several_dates_in_cell",) if len({day for day, _ in exact}) > 1 else ()
    yearless = ("date_without_year",) if any(not sure for _, sure in exact) else ()
    return Due(max(day for day, _ in exact), "exact", codes + yearless)


def _exact(text: str, starts: date, ends: date) -> Iterator[tuple[date, bool]]:
    """Every full date in the text: (day, whether its year was written)."""
    for match in _ISO.finditer(text):
        yield from _made(int(match[1]), int(match[2]), int(match[3]), True)
    for match in _NUMERIC.finditer(text):
        day, month, year = int(match[1]), int(match[2]), _year(match[3])
        if month > 12 >= day:  # only a month can be first then: read it as the writer meant it
            day, month = month, day
        yield from _made(year, month, day, True)
    for match in _MONTH_FIRST.finditer(text):
        yield from _made(int(match[3]), _MONTHS[match[1].lower()], int(match[2]), True)
    for match in _WORDED.finditer(text):
        month = _MONTHS[match[2].lower()]
        if int(match[1]) > 31:
            continue
        year = _year(match[3]) if match[3] else _year_in_plan(month, int(match[1]), starts, ends)
        yield from _made(year, month, int(match[1]), bool(match[3]))


def _made(year: int, month: int, day: int, sure: bool) -> list[tuple[date, bool]]:
    try:
        return [(date(year, month, day), sure)]
    except ValueError:
        return []


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _year_in_plan(month: int, day: int, starts: date, ends: date) -> int:
    """The first year in which that day lies in the plan, else the year the plan begins."""
    years = range(starts.year, ends.year + 1)
    within = (y for y in years if starts <= date(y, month, min(day, 28)) <= ends)
    return next(within, starts.year)


def _year_end(text: str, plan: Years) -> Due | None:
    if not _YEAR_END.search(text):
        return None
    years = _YEARS.search(text)
    day = date(_year(years[1]) + 1, 3, 31) if years else plan[1]
    return Due(day, "plan_year_end", () if years else ("date_assumed",))


def _quarter_end(text: str, plan: Years) -> Due | None:
    if _RATE.search(text):
        return None
    numbers = [int(a) if a else _ORDINAL[(b or c).lower()] for a, b, c in _QUARTER.findall(text)]
    dated = _months(text, plan) if numbers else None
    if not numbers or (dated and "date_without_year" not in dated.codes):
        return dated  # "Q4 (January-March 2027)": the months say which
    years, single = _YEARS.search(_QUARTER.sub(" ", text)), re.search(r"\b(20\d\d)\b", text)
    written = years or single
    year = _year(written[1]) if written else Quarter.of(plan[0]).year
    return Due(Quarter(year, max(numbers)).ends, "quarter_end")


def _term_end(text: str, plan: Years) -> Due | None:
    lowered = text.lower()
    if re.search(r"half[ -]?term", lowered):
        day = next((d for name, d in _HALF_TERMS.items() if name in lowered), (10, 31))
        return Due(_in_plan(day, text, *plan), "term_end", ("date_approximate",))
    for season, day in _TERMS.items():
        if season in lowered and "term" in lowered:
            return Due(_in_plan(day, text, *plan), "term_end", ("date_approximate",))
    return None


def _part_of_year(text: str, _plan: Years) -> Due | None:
    match = _PART_OF_YEAR.search(text)
    if match is None:
        return None
    part = match[1].lower()
    codes = () if part.startswith(("end", "by the")) else ("date_approximate",)
    return Due(date(int(match[2]), *_PART[part]), "month_end", codes)


def _months(text: str, plan: Years) -> Due | None:
    month_ends = [day for match in _MONTH_YEAR.finditer(text) if (day := _month(match, *plan))]
    if not month_ends:
        return None
    sure = [day for day, known in month_ends if known]
    end = max(day for day, _ in month_ends)
    return Due(end, "month_end", () if sure else ("date_without_year",))


def _month(match: re.Match[str], starts: date, ends: date) -> tuple[date, bool] | None:
    month = _MONTHS[match[1].lower()]
    if match[1].lower() == "may" and not match[2] and match[1] != "May":
        return None
    year = _year(match[2]) if match[2] else _year_in_plan(month, 1, starts, ends)
    return date(year, month, calendar.monthrange(year, month)[1]), bool(match[2])


def _season(text: str, plan: Years) -> Due | None:
    lowered = text.lower()
    for season, day in _SEASONS.items():
        if season in lowered:
            ends = _winter(text, plan[1]) if season == "winter" else None
            ends = ends or _in_plan(day, text, *plan)
            return Due(ends, "term_end", ("date_approximate",))
    return None


def _winter(text: str, ends: date) -> date | None:
    """A winter begins in one year and ends in the next: the year written, if in the plan."""
    written = re.search(r"\b(20\d\d)\b", text)
    if written is None:
        return None
    year = int(written[1]) + 1
    year = year if date(year, 2, 28) <= ends else year - 1
    return date(year, 2, 28)


def _open(text: str, plan: Years) -> Due | None:
    return Due(plan[1], "plan_year_end", ("date_open_ended",)) if _OPEN.search(text) else None


def _years(text: str, plan: Years) -> Due | None:
    """ "2026/27", "year 2": the end of that year of the plan."""
    match = _YEARS.search(text)
    if match and (_year(match[2]) - _year(match[1])) % 100 in range(1, 6):
        return Due(date(_year(match[2]), 3, 31), "plan_year_end", ("date_assumed",))
    single = re.search(r"\b(?:in |by |fy ?)?(20\d\d)\b", text, re.IGNORECASE)
    if single:
        return Due(date(int(single[1]), 12, 31), "month_end", ("date_assumed",))
    counted = re.search(rf"\byears?\s+(?:\d\s*[-–]\s*)?(\d|{_WORD})\b", text, re.IGNORECASE)
    if counted is None:
        return None
    number = int(counted[1]) if counted[1].isdigit() else _ORDINAL[counted[1].lower()]
    return Due(date(plan[0].year + number, 3, 31), "plan_year_end", ("date_assumed",))


def _in_plan(day: tuple[int, int], text: str, starts: date, ends: date) -> date:
    month, number = day
    written = re.search(r"\b(20\d\d)\b", text)
    year = int(written[1]) if written else _year_in_plan(month, number, starts, ends)
    return date(year, month, min(number, calendar.monthrange(year, month)[1]))


def _checked(due: Due, starts: date, ends: date) -> Due:
    if due.day is not None and not starts - timedelta(days=1) <= due.day <= ends:
        return Due(due.day, due.basis, (*due.codes, "date_outside_year"))
    return due
