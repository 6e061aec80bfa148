"""Times that are named: "end of Q2", "autumn term", "early 2027", "ongoing" -> the day they end."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date

from bot.core.quarters import Quarter
from bot.files.written_days import (
    MONTH,
    MONTHS,
    Due,
    Years,
    exact_day,
    year_in_plan,
    year_of,
)

_MONTH_YEAR = re.compile(rf"\b({MONTH})\b\.?(?:[\s,'’-]*(20\d\d|\d\d)\b)?", re.IGNORECASE)
_ORDINAL = {"1": 1, "2": 2, "1st": 1, "first": 1, "one": 1, "2nd": 2, "second": 2, "two": 2,
            "3rd": 3, "third": 3, "three": 3, "4th": 4, "fourth": 4, "four": 4}  # fmt: skip
_WORD = "|".join(name for name in _ORDINAL if not name.isdigit())
_QUARTER = re.compile(
    rf"\b(?:q|qtr\.?|quarter)\s*([1-4])\b|\b({_WORD})\s+(?:quarter|qtr)\b|\bquarter\s+({_WORD})\b",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"\bh([12])\b|\b(1st|2nd|first|second) half\b(?![ -]?term)|\bmid[- ]?year\b", re.IGNORECASE
)
_COUNTED_MONTH = re.compile(
    r"\bmonths?\s+(?:\d{1,2}\s*[-–]\s*)?(\d{1,2})\b|"
    r"\bwithin (\d{1,2}) months\b(?! (?:of|from|after)\b(?!.*\b(?:plan|start|april)\b))",
    re.IGNORECASE,
)
_RATE = re.compile(r"\b(?:one|two|once|twice|\d+) (?:per|a|each|every) q|\beach q|\bevery q", re.I)
_YEARS = re.compile(r"\b(?:fy\s*)?(20\d\d|\d\d)\s*[-/–]\s*(20\d\d|\d\d)\b", re.IGNORECASE)
_SEASONS = {
    "autumn": (12, 31),
    "winter": (2, 29),
    "spring": (5, 31),
    "summer": (8, 31),
    "christmas": (12, 24),
    "xmas": (12, 24),
    "easter": (4, 30),
}
_TERMS = {"autumn": (12, 31), "spring": (3, 31), "summer": (7, 31), "winter": (12, 31)}
_HALF_TERMS = {"spring": (2, 29), "february": (2, 29), "summer": (5, 31), "may": (5, 31)}
_OPEN = re.compile(
    r"\b(on-?going|continuous|continual|throughout|all year|year[- ]round|rolling|annual(?:ly)?|"
    r"month(?:ly)?|weekly|daily|fortnightly|quarterly|each (?:quarter|month|week)|"
    r"every (?:quarter|month|week)|per (?:quarter|month|week|year|annum)|life of the plan|"
    r"as required|as needed|regular(?:ly)?|bi-?annual(?:ly)?|termly|yearly|duration of)\b",
    re.IGNORECASE,
)
_LOOKED_AT = re.compile(
    r"[-–—,;:(./]\s*(?:\w+\s+){0,2}(?:review|report|revisit|evaluat|assess|refresh|updat|monitor)\w*\b",
    re.IGNORECASE,
)
"""What is done to work that goes on, now and then: its day is no end of the work."""
_YEAR_END = re.compile(
    r"\b(?:year[\s-]?end|end of (?:the |this )?(?:financial year|fy|plan|year)(?!\s*\d)|"
    r"full year|by the end of the plan)\b",
    re.IGNORECASE,
)
_PART = {"early": (3, 31), "mid": (6, 30), "middle of": (6, 30), "late": (12, 31),
         "end of": (12, 31), "by the end of": (12, 31), "end": (12, 31),
         "during": (12, 31)}  # fmt: skip
_PART_OF_YEAR = re.compile(
    rf"\b({'|'.join(_PART)})[\s-]+(20\d\d)\b(?!\s*[-/–]\s*\d)", re.IGNORECASE
)


def _year_end(text: str, plan: Years) -> Due | None:
    if not _YEAR_END.search(text):
        return None
    years = _YEARS.search(text)
    day = date(year_of(years[1]) + 1, 3, 31) if years else plan[1]
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
    year = year_of(written[1]) if written else Quarter.of(plan[0]).year
    return Due(Quarter(year, max(numbers)).ends, "quarter_end")


def _half_or_month(text: str, plan: Years) -> Due | None:
    """ "H1 2026/27", "second half of the year", "month 6": counted from the plan's first day."""
    half, month = _HALF.search(text), _COUNTED_MONTH.search(text)
    if half:
        number = 6 * _ORDINAL[(half[1] or half[2] or "1").lower()]
    elif month:
        number = int(month[1] or month[2])
    else:
        return None
    years = _YEARS.search(text)
    years_on, last = divmod(plan[0].month - 2 + number, 12)
    year = (year_of(years[1]) if years else plan[0].year) + years_on
    day = date(year, last + 1, calendar.monthrange(year, last + 1)[1])
    return Due(day, "quarter_end", ("date_approximate",))


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
    month = MONTHS[match[1].lower()]
    if match[1].lower() == "may" and not match[2] and match[1] != "May":
        return None
    year = year_of(match[2]) if match[2] else year_in_plan(month, 1, starts, ends)
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
    return date(year, 2, calendar.monthrange(year, 2)[1])


def _open(text: str, plan: Years) -> Due | None:
    return Due(plan[1], "plan_year_end", ("date_open_ended",)) if _OPEN.search(text) else None


def _looked_at(text: str, plan: Years) -> Due | None:
    """ "Ongoing - review March": work without an end, whenever it is looked at."""
    looked_at = _LOOKED_AT.search(text)
    before = text[: looked_at.start()] if looked_at else ""
    due = next((due for way in WAYS[1:] if (due := way(before, plan))), None)
    return due if due and "date_open_ended" in due.codes else None


def _years(text: str, plan: Years) -> Due | None:
    """ "2026/27", "year 2": the end of that year of the plan."""
    match = _YEARS.search(text)
    if match and (year_of(match[2]) - year_of(match[1])) % 100 in range(1, 6):
        return Due(date(year_of(match[2]), 3, 31), "plan_year_end", ("date_assumed",))
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
    year = int(written[1]) if written else year_in_plan(month, number, starts, ends)
    return date(year, month, min(number, calendar.monthrange(year, month)[1]))


WAYS: tuple[Callable[[str, Years], Due | None], ...] = (
    _looked_at, exact_day, _year_end, _quarter_end, _half_or_month, _term_end, _part_of_year,
    _months, _season, _open, _years,
)  # fmt: skip
"""Each way of naming a time, the surest first."""
