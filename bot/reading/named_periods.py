"""Periods by their own names, a table of forms: "12 May", "30/9", "Q2 2018-19", "the next six
weeks", "Easter", "spring". Years come from the plan and from today, never from here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot.core.quarters import Quarter
from bot.disclosure.patterns import Pattern
from bot.reading.calendar import (
    EDGES,
    MONTHS_OF,
    NUMBERS,
    ORDINALS,
    STEPS,
    UNITS,
    WEEKDAYS,
    Calendar,
    Period,
    each_quarter,
    financial_year,
    later,
    length_of,
    month_end,
    of_month,
    of_quarter,
    one_day,
    part_of,
    plan_year,
    rolling,
    spanning,
    unit_of,
    weekday,
)
from bot.reading.feasts import FEASTS, SEASONS, feast, season

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip


def any_of_names(names: Iterable[str]) -> str:
    """The pattern of any of these, the longest first."""
    return "|".join(sorted(names, key=len, reverse=True))


_MONTH, _YEAR = rf"(?P<month>{any_of_names(_MONTHS)})", r"(?P<year>199\d|20\d\d|2100)"
_OF_YEAR = rf"(?: (?:{_YEAR}|(?:of )?(?P<step>this|next) year))?"
_PLAN_YEAR = r"(?P<first>\d{2,4}) [/-] (?P<next>\d{2,4})"
_QUARTER = (
    r"(?:q(?:uarters?)? ?(?P<by>[1-4]|one|two|three|four)"
    rf"|(?P<which>{any_of_names(ORDINALS)})(?: quarters?"
    rf"|(?= (?:and|to|till|until) (?:the )?(?:{any_of_names(ORDINALS)}|last) quarter)))"
)
_NEAR = rf"(?P<way>{any_of_names(STEPS)})"
_UNIT = "(?:calendar )?(?P<unit>week|month|quarter)"
_DATED = r" (?:deadlines?|due dates?|dates?|returns?|reports?|updates?|figures?|ones)(?!\S)"
_OWNED = rf"s(?={_DATED})"
"""How "this quarter's" is typed without its apostrophe."""
_SPAN = (
    r"(?P<the>the )?(?:(?P<way>next|coming|following|last|past|previous) )?"
    rf"(?:(?P<number>\d{{1,4}}|(?:a )?couple|{any_of_names(NUMBERS)}) )?(?:of )?"
    rf"(?P<unit>{any_of_names(UNITS)})(?P<many>s)?"
)
_ON_DAY = rf"(?:(?:{any_of_names(WEEKDAYS)}) (?:the )?)?"
WITHIN = "in|on|during|for|over|throughout|within|of|at|come"


def form_of(pattern: str) -> Pattern:
    """The pattern of whole words."""
    return Pattern(rf"(?:{pattern})(?!\S)")


IN_PROGRESS = form_of(r"the (?P<unit>week|month|quarter|year)(?! (?:before|after)(?!\S))")


def _day(on: Calendar, day: int, month: int, year: int = 0) -> Period | None:
    if not 1 <= month <= 12:
        return None
    first = on.month(month, year)
    if not 1 <= day <= month_end(first).day:
        return None
    return one_day(first.replace(day=day))


def _written(on: Calendar, form: re.Match[str]) -> Period | None:
    return _day(on, int(form["day"]), _MONTHS[form["month"]], _year(on, form))


def _year(on: Calendar, form: re.Match[str]) -> int:
    """The year said with a month, in figures or as "next year"; 0: none was."""
    return on.today.year + STEPS[form["step"]] if form["step"] else int(form["year"] or 0)


def _in_figures(on: Calendar, form: re.Match[str]) -> Period | None:
    """ "30/9", "30/9/18"; with hyphens only as "2018-09-30"."""
    one, two, three = (int(form[n] or 0) for n in (1, 3, 4))
    if one > 1900:
        return _day(on, three, two, one) if form[4] else None
    if form[2] == "-":
        return None
    return _day(on, one, two, three + 2000 * (0 < three < 100))


def _number(form: re.Match[str]) -> int:
    typed = form["which"] or form["by"]
    return ORDINALS.get(typed) or NUMBERS.get(typed) or int(typed)


def _quarter_of_year(on: Calendar, form: re.Match[str]) -> Period | None:
    year = plan_year(on, form)
    return of_quarter(Quarter(year.start.year, _number(form))) if year else None


def _calendar_year(on: Calendar, form: re.Match[str]) -> Period | None:
    """ "2019", "next year" but not "the next year"; beside one said, "this year" is one too."""
    coming = form["way"] == "next" and form.string[: form.start()][-4:] != "the "
    named = form["year"] or "calendar" in form[0] or coming
    if not named and not re.search(rf"(?<!\S){_YEAR}(?!\S)", form.string):
        return None
    step = 1 if form[0].startswith("new ") else STEPS.get(form["way"], 0)
    year = int(form["year"] or on.today.year + step)
    return spanning(date(year, 1, 1), date(year, 12, 31), str(year))


_AHEAD = Pattern(
    r"(?<!was )(?<!were )\b(?:happens?|runs?|planned|due|falls?|finish(?:es)?|ends?)(?: only)?"
    r" \w+ the last quarter\b"
)


def _near(on: Calendar, form: re.Match[str]) -> Period:
    """ "this week", "last month", "next May"."""
    if form["month"]:
        return of_month(on.month(_MONTHS[form["month"]]))
    if form[0].endswith("last quarter") and _AHEAD.search(form.string):  # to come, not gone by
        return of_quarter(replace(Quarter.of(on.today), number=4))
    return unit_of(on.today, form["unit"], STEPS[form["way"]])


def _in_progress(on: Calendar, form: re.Match[str]) -> Period:
    """ "At the end of the quarter", "by month end": the one that has begun."""
    unit, plan = form["unit"], spanning(on.starts, on.ends)
    period = plan if unit in {None, "year"} else unit_of(on.today, unit)
    end = replace(one_day(period.end), quarter=period.quarter)
    return end if form[0].endswith(" end") else period


def calendar_words() -> frozenset[str]:
    """The names of months and feasts that a slip may be mended to."""
    return frozenset(name for name in (*_MONTHS, *FEASTS) if len(name) > 3 and " " not in name)


_BEFORE_MONTH = re.compile(
    rf"(?:^| )(?:{WITHIN}|to|before|by|until|till|through|after|beyond|past|since|from|early|mid"
    rf"|late|last|next|between|due|dated|(?:{any_of_names(_MONTHS)}) (?:and|or)"
    rf"|(?:date|deadline)(?: (?:is|was|still|now)){{0,2}}|(?:{any_of_names(_MONTHS)})(?: [-,/])?) $"
)
_BEHIND_MONTH = re.compile(rf"s?{_DATED}")


_JOINED = re.compile(r"^(?:(?:ok|so|then|right) )*(?:and|or|what about|how about) $")


def _month(on: Calendar, form: re.Match[str]) -> Period | None:
    """ "may" and "march" are months beside a word of time or another month, and in "and march?"."""
    before, behind = form.string[: form.start()], form.string[form.end() :]
    alone = _JOINED.search(before) and not behind.strip(" ?.!")
    beside = alone or _BEFORE_MONTH.search(before) or _BEHIND_MONTH.match(behind)
    if form["month"] in {"may", "march"} and not (form["year"] or beside):
        return None
    return of_month(on.month(_MONTHS[form["month"]], _year(on, form)))


def _in_short_year(on: Calendar, form: re.Match[str]) -> Period | None:
    """A month behind "in", with two figures of a year of the plan: nobody says "in" of a day."""
    year = 2000 + int(form["short"])
    within = year in {on.starts.year, on.ends.year}
    return of_month(on.month(_MONTHS[form["month"]], year)) if within else None


def _part_of(on: Calendar, form: re.Match[str]) -> Period | None:
    """ "The last week of March", "the first two months of the plan", "the last month of Q3"."""
    around, many = spanning(on.starts, on.ends), NUMBERS.get(form["many"]) or int(form["many"] or 1)
    if form["month"]:
        around = of_month(on.month(_MONTHS[form["month"]], _year(on, form)))
    elif "q" in form["of"]:
        named = form["by"] or form["which"]
        around = of_quarter(on.quarter(_number(form)) if named else Quarter.of(on.today))
    return part_of(around.start, around.end, form["edge"], form["part"], many)


_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_QUARTER_AFTER = form_of(
    r"(?:the )?quarter (?:(?:after|following|behind) (?:this|that|it|the current)(?: one| quarter)?"
    r"|to come|ahead)"
)
NEXT_QUARTER = form_of(rf"(?:the )?(?:next|coming|following) quarter|{_QUARTER_AFTER.source}")
_PLAN_START = form_of(r"(?:plan|year)(?: year)? (?:start(?:ed|s)|began|begins|kick(?:ed|s) off)")
_NEAR_DAY = form_of(any_of_names(_NEAR_DAYS))
_QUARTER_BEFORE = form_of(r"(?:the )?quarter before(?: (?:that|last|it|this(?: one| quarter)?))?")
_FORMS: tuple[tuple[Pattern, Callable[[Calendar, re.Match[str]], Period | None]], ...] = (
    (form_of(r"(\d{1,4}) ([/-]) (\d{1,4})(?: [/-] (\d{1,4}))?"), _in_figures),
    (form_of(rf"{_ON_DAY}(?P<day>\d\d?) (?:of )?{_MONTH}{_OF_YEAR}"), _written),
    (form_of(rf"(?:(?<=in )|(?<=of )|(?<=end )){_MONTH} (?P<short>\d\d)"), _in_short_year),
    (form_of(rf"{_MONTH} (?P<day>\d\d?){_OF_YEAR}"), _written),
    (
        form_of(
            r"(?:both|each|every)(?: of the(?: first)?(?: two)?)?"
            r" (?:quarters?(?! (?:one|\d))|times?|occasions?)"
        ),
        each_quarter,
    ),
    (
        form_of(
            rf"(?:the )?(?P<edge>{any_of_names(EDGES)}) (?:(?P<many>{any_of_names(NUMBERS)}|\d) )?"
            rf"(?P<part>week|fortnight|{any_of_names(MONTHS_OF)}|{any_of_names(WEEKDAYS)})s?"
            rf" (?:of|in) (?P<of>{_MONTH}{_OF_YEAR}|(?:the )?{_QUARTER}|(?:the|this) quarter"
            r"|(?:the |our )?(?:plan|year)(?: (?:s )?year)?)"
        ),
        _part_of,
    ),
    (form_of(rf"{_QUARTER} (?:(?:the|of) )*{_PLAN_YEAR}"), _quarter_of_year),
    (form_of(_QUARTER), lambda on, form: of_quarter(on.quarter(_number(form)))),
    (_QUARTER_AFTER, lambda on, _: unit_of(on.today, "quarter", 1)),
    (_QUARTER_BEFORE, lambda on, form: unit_of(on.today, "quarter", -2 + ("this" in form[0]))),
    (form_of(_PLAN_YEAR), plan_year),
    (form_of("plan (?:s )?(?:very )?(?:last|final) day"), lambda on, _: one_day(on.ends)),
    (form_of(rf"{_YEAR}|(?:{_NEAR} (?:calendar )?|(?:new )?calendar )year"), _calendar_year),
    (_NEAR_DAY, lambda on, form: one_day(on.today + timedelta(days=_NEAR_DAYS[form[0]]))),
    (form_of(rf"(?:the (?=\w+ quarter))?{_NEAR} (?:{_UNIT}(?:{_OWNED})?|{_MONTH})"), _near),
    (IN_PROGRESS, _in_progress),
    (form_of(rf"{_SPAN}(?: (?P<turn>ago|(?:from|of) (?:now|today)))?"), rolling),
    (form_of(r"(?:financial|fiscal|tax) year(?: end)?"), financial_year),
    (_PLAN_START, lambda on, _: one_day(on.starts)),
    (form_of("plan year|(?P<unit>week|month|quarter|year) (?:- )?end"), _in_progress),
    (form_of("(?:half|mid) (?:- )?year"), lambda on, _: of_month(later(on.starts, 5))),
    (form_of(rf"(?P<feast>{any_of_names(FEASTS)})s?(?: (?P<eve>eve|day))?"), feast),
    (form_of(rf"(?:(?P<way>this|next|last) )?(?P<weekday>{any_of_names(WEEKDAYS)})"), weekday),
    (form_of(rf"(?P<season>{any_of_names(SEASONS)})(?: term)?"), season),
    (form_of(rf"{_MONTH}{_OF_YEAR}"), _month),
)
"""Periods by themselves, in the order in which they are tried."""
FIRST_WORDS = (
    *_MONTHS, *SEASONS, *STEPS, *FEASTS, *WEEKDAYS, *NUMBERS, *ORDINALS,
    "today", "tomorrow", "yesterday", "new years", "final", "half", "mid", "both", "each", "every",
    "financial year", "fiscal year", "tax year", "plan year", "calendar year", "year end",
)  # fmt: skip
"""What the name of a period may begin with, beside a figure, an article and "quarter"."""


def named(text: str, at: int, on: Calendar) -> tuple[Period, int] | None:
    """The period whose name begins at a place of a folded text, and where its name ends."""
    for form, made in _FORMS:
        match = form.match(text, at)
        period = made(on, match) if match else None
        if match and period:
            return period, match.end()
    return None


_LENGTH = form_of(rf"{_SPAN}(?: (?:from|of) (?:now|today)| away| off)?")


def length(text: str, at: int) -> tuple[int, str, int] | None:
    """The length of time said there: its days, its words, and where they end."""
    match = _LENGTH.match(text, at)
    read = length_of(match) if match else None
    return (*read, match.end()) if match and read else None
