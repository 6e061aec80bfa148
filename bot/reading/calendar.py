"""Periods of days, what dates are read against, and feasts and days of the week by name.

Years come from the plan and from today, never from here: a month or a quarter without a year is the
one within the plan's own time, of several the nearest to today.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.core.dataclass import dataclass
from bot.core.progress import show_date
from bot.core.quarters import Quarter, quarters_between
from bot.reading.expression import Days

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {name: n * 10 for n, name in enumerate(_TENS.split(), 2)}
NUMBERS = {name: n for n, name in enumerate(_SMALL.split())} | TENS
NUMBERS |= {"a": 1, "an": 1, "couple": 2}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "k": 1000, "million": 1_000_000}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
SPOKEN = "|".join(NUMBERS.keys() - {"zero", "a", "an", "couple"})
_TWO = rf"(?:{'|'.join(TENS)}) (?:{SPOKEN})"
_SCALED = re.compile(
    rf"(?:(?P<many>half a|a couple|couple|an?|\d{{1,9}}(?:\.\d{{1,3}})?|{SPOKEN}) ?(?:of )?"
    rf"(?P<scale>{'|'.join(SCALES)})(?: (?:and )?(?P<rest>\d{{1,3}}|{_TWO}|{SPOKEN})(?!\S))?"
    rf"|(?P<two>{_TWO}))(?!\S)"
)
STEPS = dict.fromkeys(("this", "current", "present"), 0) | dict.fromkeys(
    ("next", "coming", "following"), 1
)
STEPS |= dict.fromkeys(("last", "past", "previous"), -1)
UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}


def scaled_at(text: str, start: int) -> tuple[float, int] | None:
    """The number at a place of a text, and where it ends: "a dozen", "half a dozen", "a couple of
    thousand", "two hundred and fifty", "1.5k"; None: no such number stands there."""
    if (match := _SCALED.match(text, start)) is None:
        return None
    many, rest = match["many"] or "zero", (match["rest"] or match["two"] or "0").split()
    named = NUMBERS.get(many.split()[-1])
    times = 0.5 if many == "half a" else float(many if named is None else named)
    more = sum(int(NUMBERS.get(word, 0) or word) for word in rest)
    return times * SCALES[match["scale"] or "dozen"] + more, match.end()


@dataclass(frozen=True, slots=True)
class Period:
    """Days a text names. `at`: how things stood at its end; `quarter`: when a whole one is meant;
    `length` in days when only a length of time is named ("for 60 days"); `each`: in every quarter
    of them that has ended; `last` is the end of the time that "since" was said of."""

    start: date
    end: date
    label: str
    quarter: Quarter | None = None
    at: bool = False
    open: str = ""
    length: int = 0
    each: bool = False
    last: date | None = None

    @property
    def days(self) -> Days:
        """As an expression holds it; `open` "before" has no start, "after" no end."""
        start = None if self.open == "before" else self.start
        return Days(start, None if self.open == "after" else self.end, self.label)

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters it touches."""
        return tuple(quarters_between(self.start, self.end))


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are read against: the day it is and the time the plan runs."""

    today: date
    starts: date
    ends: date

    def month(self, number: int, year: int = 0) -> date:
        """The first day of a month: of the year said, else the one within the plan's time."""
        if year:
            return date(year, number, 1)
        near = [date(self.today.year + step, number, 1) for step in (-1, 0, 1)]
        inside = [day for day in near if self.starts <= day <= self.ends]
        return min(inside or near, key=lambda day: abs(day - self.today))

    def quarter(self, number: int, year: int = 0) -> Quarter:
        """A quarter by its number: of the year said, else within the plan's time."""
        this = Quarter.of(min(max(self.today, self.starts), self.ends))
        return Quarter(year or this.year, number)


def later(first: date, months: int) -> date:
    """The same day so many months on, at the latest the 28th."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, min(first.day, 28))


def month_end(first: date) -> date:
    """The last day of the month that begins on a day."""
    return later(first, 1) - timedelta(days=1)


def spanning(start: date, end: date, label: str = "") -> Period:
    """The days from one to another, in words of their own when none are given."""
    days = dict.fromkeys((show_date(start), show_date(end)))
    return Period(start, end, label or " to ".join(days))


def bounded(periods: list[Period]) -> list[Period]:
    """ "By new year's eve", "from today": from the one to the other; else all as they are."""
    ends = {period.open: period for period in periods}
    if len(periods) > 2 or {*ends} != {"after", "before"}:
        return periods
    label = f"{ends['after'].label} and {ends['before'].label}"
    return [Period(ends["after"].start, ends["before"].end, label)]


def one_day(day: date) -> Period:
    """A day by itself."""
    return spanning(day, day)


def edge_of(period: Period, edge: str) -> Period:
    """The first day ("start", "beginning", "first day") or the last of a period."""
    if period.each:
        return period
    if edge not in {"start", "beginning", "first day"}:
        return replace(one_day(period.end), quarter=period.quarter)
    before = period.start - timedelta(days=1)  # "since the start of October" takes the 1st in
    return replace(one_day(period.start), quarter=period.quarter, last=before)


def third_of(period: Period, third: str) -> Period:
    """Its "early", "mid" or "late" days, ten of a month."""
    first, last = {"early": (0, 9), "mid": (10, 19), "late": (20, 31)}[third]
    start = period.start + timedelta(days=first)
    return spanning(start, min(period.end, period.start + timedelta(days=last)))


def week_of(day: Period, way: str) -> Period:
    """ "The week of 26 September", "week ending 30 September"; a longer time as it is."""
    back = {"of": day.start.weekday(), "ending": 6}.get(way, 0)
    first = day.start - timedelta(days=back)
    return spanning(first, first + timedelta(days=6)) if day.start == day.end else day


def slice_of(period: Period, which: str, part: str) -> Period:
    """One week, fortnight or half of a period."""
    if part == "half":
        middle = period.start + (period.end - period.start) / 2
        first = (period.start, middle), (middle + timedelta(days=1), period.end)
        return spanning(*first[which != "first"])
    days = timedelta(days=13 if part == "fortnight" else 6)
    if which == "last":
        return spanning(period.end - days, period.end)
    start = period.start + timedelta(days=7 * (ORDINALS[which] - 1))
    return spanning(start, min(start + days, period.end))


def of_quarter(quarter: Quarter) -> Period:
    """The days of a quarter."""
    return Period(quarter.starts, quarter.ends, quarter.label, quarter)


def of_month(first: date) -> Period:
    """The days of the month that begins on a day."""
    return spanning(first, month_end(first), f"{first:%B %Y}")


EDGES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6}


def part_of(first: date, end: date, edge: str, part: str, many: int) -> Period | None:
    """A part of a month or year: "the first two weeks", "the last Friday", "the second half"."""
    which, months = EDGES[edge], MONTHS_OF.get(part, 0) * many
    if part in WEEKDAYS:
        ahead = (WEEKDAYS.index(part) - first.weekday()) % 7
        return one_day(first + timedelta(range(ahead, (end - first).days + 1, 7)[which]))
    if months:
        begins = (
            later(first, which * months) if which >= 0 else later(end.replace(day=1), 1 - months)
        )
        last = month_end(later(begins, months - 1))
        return of_quarter(Quarter.of(last)) if months == 3 else spanning(begins, last)
    length = timedelta(days=UNITS[part] * many)
    if which < 0:
        return spanning(end - length + timedelta(days=1), end)
    begins = first + which * length
    return spanning(begins, begins + length - timedelta(days=1)) if begins < end else None


def plan_year(_on: Calendar, form: re.Match[str]) -> Period | None:
    """A year from April, by its two calendar years, each of two or four figures."""
    first, after = int(form["first"]), int(form["next"])
    if after % 100 != (first + 1) % 100 or not (first > 1990 or 10 <= first < 50):
        return None
    return year_from(first % 100 + 2000)


def year_from(first: int) -> Period:
    """A financial year, by the year it begins in."""
    begins = Quarter(first, 1)
    return spanning(begins.starts, Quarter(first, 4).ends, begins.financial_year)


_WITHIN = re.compile(r"(?<!\S)(?:this|(?:in|during|within) the) $")


def financial_year(on: Calendar, form: re.Match[str]) -> Period:
    """ "Due this financial year": all of it; "by the financial year end": its last day."""
    year = year_from(Quarter.of(on.today).year)
    return year if _WITHIN.search(form.string[: form.start()]) else one_day(year.end)


def length_of(form: re.Match[str]) -> tuple[int, str] | None:
    """A length of time in days and in words: "six weeks", "the next 30 days", "a month"."""
    number = (form["number"] or "").removeprefix("a ")
    vague = not number and form["many"] and form["the"]
    sliced = form["unit"] in {"week", "fortnight"} and form.string.startswith(" of ", form.end())
    if vague or sliced or not (number or form["way"] or form["the"]) or number == "0":
        return None
    count = int(number) if number.isdigit() else NUMBERS.get(number, 1)
    return count * UNITS[form["unit"]], f"{count} {form['unit']}{'s' * (count > 1)}"


def rolling(on: Calendar, form: re.Match[str]) -> Period | None:
    """ "the next six weeks", "last 30 days"; a mere length is a period of that `length`."""
    read = length_of(form)
    if read is None:
        return None
    way, step, today = STEPS.get(form["way"]), timedelta(days=read[0]), on.today
    if form["turn"]:
        return one_day(today - step if form["turn"] == "ago" else today + step)
    if way == 1:
        return Period(today, today + step, f"in the next {read[1]}")
    if way == -1:
        return Period(today - step, today, f"in the last {read[1]}")
    return Period(today - step, today, f"for {read[1]}", length=read[0])


def each_quarter(on: Calendar, _form: re.Match[str]) -> Period:
    """ "Both quarters", "each time": those of the plan that have ended."""
    ended = min(Quarter.of(on.today).previous.ends, on.ends)
    return replace(spanning(on.starts, ended), each=True)


def unit_of(day: date, unit: str, steps: int = 0) -> Period:
    """The week, month or quarter a day is in, or the one so many on."""
    if unit == "week":
        monday = day + timedelta(days=7 * steps - day.weekday())
        return spanning(monday, monday + timedelta(days=6))
    first = later(day.replace(day=1), steps if unit == "month" else 3 * steps)
    return of_month(first) if unit == "month" else of_quarter(Quarter.of(first))


GONE = re.compile(
    r"(?<!\S)(?:since|came|(?:has|have) come|arrived|sent|received|heard|reported) "
    r"(?:(?!(?:and|but|due|,) )\S+ )*$"
)
"""Behind what has come or is since, a day that comes again is the last one."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BEFORE_DAY = re.compile(r"(?:^| )(?:by|before|until|till|since|from|after|due|due on) $")


def weekday(on: Calendar, form: re.Match[str]) -> Period | None:
    """ "By Friday", "next Monday" (that of next week), "since Tuesday" (the last one); None where
    a day of every week may be meant ("on Friday nights")."""
    before, way = form.string[: form.start()], form["way"]
    if not (way or _BEFORE_DAY.search(before)):
        return None
    ahead = (WEEKDAYS.index(form["weekday"]) - on.today.weekday()) % 7
    if way == "last" or (not way and GONE.search(before)):
        ahead -= 7
    elif way == "next" and on.today.weekday() + ahead < 7:
        ahead += 7
    return one_day(on.today + timedelta(days=ahead))
