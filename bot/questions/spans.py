"""Dates people say ("end of sept", "before christmas", "next month") as spans of days.

Takes `today` as an argument. A span without a start reaches back to the plan's beginning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.quarters import Quarter

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SPOKEN = {"one": 1, "two": 2, "three": 3, "four": 4}
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` (None: from the beginning) to `end`, both included; `label` to show."""

    start: date | None
    end: date
    label: str

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and day <= self.end


def quarters_in(text: str, today: date) -> tuple[Quarter, ...]:
    """Every quarter named in a normalised text, in order: "q1 and q2", "second quarter"."""
    this = Quarter.of(today)
    found: list[tuple[int, Quarter]] = []
    year = _year_in(text, this.year)
    for match in re.finditer(r"\b(?:q|qtr|quarter) ?([1-4]|one|two|three|four)\b", text):
        number = _SPOKEN.get(match.group(1)) or int(match.group(1))
        found.append((match.start(), Quarter(year, number)))
    for match in re.finditer(r"\b(first|second|third|fourth|final|last) (?:quarter|qtr)\b", text):
        number = _ORDINAL[match.group(1)]
        last = match.group(1) == "last"
        found.append((match.start(), this.previous if last else Quarter(year, number)))
    for match in re.finditer(r"\b(this|current|next|previous|past) (?:quarter|qtr)\b", text):
        word = match.group(1)
        near = {"next": this.next, "previous": this.previous, "past": this.previous}.get(word, this)
        found.append((match.start(), near))
    found.sort(key=lambda item: item[0])
    return tuple(dict.fromkeys(quarter for _, quarter in found))


def _year_in(text: str, default: int) -> int:
    match = re.search(r"\b(?:20)?(\d\d) (?:20)?(\d\d)\b", text)
    if match and (int(match.group(1)) + 1) % 100 == int(match.group(2)):
        return 2000 + int(match.group(1))
    return default


def span_in(text: str, today: date) -> Span | None:
    """The span of days a normalised text names, or None."""
    rules = (_after, _between, _new_year, _feast, _season, _rolling, _in_days, _month, _year)
    for rule in (*rules, _near, _quarter, _soon):
        span = rule(text, today)
        if span is not None:
            return span
    return None


def _after(text: str, today: date) -> Span | None:
    """ "after Christmas", "not until March": the rest of the plan's year from then on."""
    match = re.search(
        r"\b(?P<word>not (?:due )?(?:till|until|before)|after|later than|beyond) (?P<rest>.*)", text
    )
    if match is None or not re.search(
        r"\b(?:due|deadlines?|done|dates?|(?:finish|complet|end|com)\w*)\b", text
    ):
        return None
    whole = days_of(match.group("rest"), today) or _ends_of(span_in(match.group("rest"), today))
    if whole is None:
        return None
    later = not match.group("word").startswith("not")
    start = whole[1] + timedelta(days=1) if later else whole[0]
    end = date(start.year + (start.month > 3), 3, 31)
    return Span(start, end, f"after {(start - timedelta(days=1)):%-d %B %Y}")


def _ends_of(span: Span | None) -> tuple[date, date] | None:
    return (span.start or span.end, span.end) if span else None


def _new_year(text: str, today: date) -> Span | None:
    """ "in the new year", "early next year": from January to the end of the plan's year."""
    if not re.search(
        r"\b(?:in|into|during|early in|after) (?:the )?new year\b|\bnext year\b", text
    ):
        return None
    year = today.year + 1
    return Span(date(year, 1, 1), date(year, 3, 31), f"from January to March {year}")


def _year(text: str, today: date) -> Span | None:
    """ "by the end of 2018", "in 2019", "this calendar year"."""
    match = re.search(
        r"\b(?:(?:by|before|in|until|during) (?:the )?(?:end of )?|end of )(20\d\d)\b(?! \d)", text
    )
    if match is None and not re.search(r"\bcalendar year\b", text):
        return None
    year = int(match.group(1)) if match else today.year
    if match and match.group().startswith(("in", "during")):
        return Span(date(year, 1, 1), date(year, 12, 31), f"in {year}")
    before = match is not None and match.group().startswith("before 2")
    end = date(year - before, 12, 31)
    return Span(None, end, f"by 31 December {end.year}")


def _feast(text: str, today: date) -> Span | None:
    if re.search(r"\bchristmas\b", text):
        day = _coming(today, lambda year: date(year, 12, 24))
        return Span(None, day, f"by 24 December {day.year}")
    if re.search(r"\bnew year\b", text):
        day = _coming(today, lambda year: date(year, 12, 31))
        return Span(None, day, f"by 31 December {day.year}")
    if re.search(r"\beaster\b", text):
        day = _coming(today, lambda year: easter(year) - timedelta(days=1))
        return Span(None, day, f"by Easter ({day.day} {day:%B %Y})")
    if re.search(r"\b(end of the )?financial year|year end|end of (the )?year\b", text):
        end = date(today.year + (today.month > 3), 3, 31)
        return Span(None, end, f"by 31 March {end.year}")
    if re.search(r"\b(?:bonfire|guy fawkes) night\b", text):
        day = _coming(today, lambda year: date(year, 11, 5))
        return Span(None, day, f"by 5 November {day.year}")
    if re.search(r"\bhalloween\b", text):
        day = _coming(today, lambda year: date(year, 10, 31))
        return Span(None, day, f"by 31 October {day.year}")
    return None


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def _season(text: str, today: date) -> Span | None:
    """ "by the autumn", "this winter": three whole months, the one under way or to come."""
    match = re.search(
        r"\b(by|before)? ?(?:the |this |next )?(spring|summer|autumn|winter)\b(?! term)", text
    )
    if match is None:
        return None
    start = date(today.year - 1, _SEASONS[match.group(2)], 1)
    while (end := _month_end(_later(start, 2))) < today:
        start = start.replace(year=start.year + 1)
    if match.group(1) == "before":
        day = start - timedelta(days=1)
        return Span(None, day, f"by {day.day} {day:%B %Y}")
    if match.group(1):
        return Span(None, end, f"by {end.day} {end:%B %Y}")
    return Span(start, end, f"from {start:%B %Y} to {end:%B %Y}")


def _later(first: date, months: int) -> date:
    for _ in range(months):
        first = _month_end(first) + timedelta(days=1)
    return first


def easter(year: int) -> date:
    """Easter Sunday (Gregorian computus in its anonymous form, as in Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _coming(today: date, day_of: Callable[[int], date]) -> date:
    day = day_of(today.year)
    return day if day >= today else day_of(today.year + 1)


_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_END = rf"(?:now|today|(?:(?:the )?end of )?(?:{_DAY} (?:of )?)?(?:{_MONTH})(?: {_DAY}\b)?)"


def _between(text: str, today: date) -> Span | None:
    """ "between 1 November and January", "from May to July": both ends included."""
    match = re.search(
        rf"\b(?:between|from) ({_END})(?: 20\d\d)? (?:and|to|till|until) ({_END})", text
    )
    if match is None:
        return None
    first, last = (days_of(part, today) for part in match.groups())
    if first is None or last is None or last[1] < first[0]:
        return None
    whole = "now" not in match.group(1) and not re.search(
        r"\d", f"{match.group(1)}{match.group(2)}"
    )
    shape = "%B" if whole else "%-d %B"
    return Span(first[0], last[1], f"from {first[0]:{shape}} to {last[1]:{shape} %Y}")


def days_of(text: str, today: date) -> tuple[date, date] | None:
    """The first and last day of a named day or month, within today's financial year."""
    if re.search(r"\b(?:now|today)\b", text):
        return today, today
    match = re.search(
        rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?({_MONTH})\b"
        rf"(?: (\d{{1,2}})(?:st|nd|rd|th)?\b)?(?: ?(20\d\d))?",
        text,
    )
    if match is None:
        return None
    month = MONTHS[match.group(2)]
    first = date(int(match.group(4)) if match.group(4) else _plan_year(month, today), month, 1)
    day = match.group(1) or match.group(3)
    if day and 1 <= int(day) <= _month_end(first).day:
        return first.replace(day=int(day)), first.replace(day=int(day))
    return first, _month_end(first)


def _rolling(text: str, today: date) -> Span | None:
    """ "in the next month": from today, unlike "next month"."""
    match = re.search(
        r"\b(?:in|within|over|during|for) the (?:next|coming) (week|fortnight|month)\b", text
    )
    if match is None:
        return None
    days = {"week": 7, "fortnight": 14, "month": 31}[match.group(1)]
    return Span(today, today + timedelta(days=days), f"in the next {match.group(1)}")


def _near(text: str, today: date) -> Span | None:
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    spans = {
        r"\btoday\b": (today, today, "today"),
        r"\btomorrow\b": (today + timedelta(days=1), today + timedelta(days=1), "tomorrow"),
        r"\bthis week\b": (monday, monday + timedelta(days=6), "this week"),
        r"\bnext week\b": (monday + timedelta(days=7), monday + timedelta(days=13), "next week"),
        r"\b(this|end of the|the end of the) month\b": (first, _month_end(first), "this month"),
        r"\b(next|coming) month\b": (
            _month_end(first) + timedelta(days=1),
            _month_end(_month_end(first) + timedelta(days=1)),
            "next month",
        ),
    }
    for pattern, (start, end, label) in spans.items():
        if re.search(pattern, text):
            return Span(start, end, label)
    return None


def _soon(text: str, today: date) -> Span | None:
    if not re.search(r"\b(?:soon|coming up|upcoming|on the horizon)\b", text):
        return None
    return Span(today, today + timedelta(days=60), "in the next 60 days")


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _in_days(text: str, today: date) -> Span | None:
    match = re.search(
        r"\b(?:next|coming|in|within) (\d{1,3}|a|two|three|four|six) "
        r"(day|week|month)s?\b",
        text,
    )
    if match is None or match.group(1) == "a":
        return None
    words = _SPOKEN | {"six": 6}
    number = words.get(match.group(1)) or int(match.group(1))
    days = number * {"day": 1, "week": 7, "month": 30}[match.group(2)]
    plural = "" if number == 1 else "s"
    label = f"in the next {number} {match.group(2)}{plural}"
    return Span(today, today + timedelta(days=days), label)


def _month(text: str, today: date) -> Span | None:
    named = re.search(rf"\b({_MONTH})\b", text)
    days = days_of(text, today)
    if named is None or days is None or (named.group(1) == "may" and not re.search(_MAY, text)):
        return None
    first, last = days
    if first == last and re.search(rf"\bon (?:the )?{_DAY}\b|\bon (?:{_MONTH}) \d", text):
        return Span(first, first, f"on {first.day} {first:%B %Y}")
    if first == last:
        day = first - timedelta(days=1) if re.search(r"(?<!or )\bbefore\b", text) else first
        return Span(None, day, f"by {day.day} {day:%B %Y}")
    if re.search(rf"\bbefore {named.group(1)}\b", text):
        if not re.search(r"20\d\d", text):
            first = _nearest(first, today)
        return Span(None, first - timedelta(days=1), f"before {first:%B %Y}")
    if re.search(
        rf"\b(?:by|until|till|up to)\b[a-z ]*\b{named.group(1)}\b|\bend of {named.group(1)}", text
    ):
        return Span(None, last, f"by the end of {first:%B %Y}")
    return Span(first, last, f"in {first:%B %Y}")


_MAY = r"\b(?:in|by|end of|of|before|since|for|during|next|last|early|late) may\b"
_MAY += r"|\bmay \d|\d(?:st|nd|rd|th)? (?:of )?may\b"


def _nearest(first: date, today: date) -> date:
    """ "before April", asked in October, is the April to come, not the one gone by."""
    return min((first, first.replace(year=first.year + 1)), key=lambda day: abs(day - today))


def _plan_year(month: int, today: date) -> int:
    """The calendar year of a month within today's financial year."""
    start = Quarter.of(today).year
    return start if month >= 4 else start + 1


def _quarter(text: str, today: date) -> Span | None:
    found = quarters_in(text, today)
    if not found:
        return None
    quarter = found[-1]
    if re.search(r"\b(?:by|until|before|up to)\b[a-z ]*\b(?:q|quarter|qtr|end of)", text):
        start = re.search(r"\bbefore (?:the )?(?:start of )?(?:q|quarter|qtr|next)", text)
        end = quarter.previous.ends if start else quarter.ends
        return Span(None, end, f"by {end.day} {end:%B %Y}")
    return Span(quarter.starts, quarter.ends, f"in {quarter.label}")
