"""Days gone by that people name ("since 27 September", "last week"): when an update came in.

Takes `today` as an argument, as `spans` does for dates to come.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.core.progress import show_date
from bot.core.quarters import Quarter
from bot.questions.spans import Span, days_of

_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
_NUMBERS = {"": 1, "couple of": 2, "few": 3, "two": 2, "three": 3, "four": 4, "six": 6}


def past_span(text: str, today: date) -> Span | None:
    """The days of the past a normalised text names, or None."""
    for rule in (_since, _back, _named):
        span = rule(text, today)
        if span is not None:
            return span
    return None


def _since(text: str, today: date) -> Span | None:
    match = re.search(r"\b(since|after|from) (?!q\d)(.*)", text)
    days = days_of(match.group(2), today) if match else None
    if match is None or days is None:
        return None
    start = days[1] + timedelta(days=1) if match.group(1) == "after" else days[0]
    return Span(start, today, f"since {show_date(start)}")


def _back(text: str, today: date) -> Span | None:
    """ "in the last two weeks", "last month", "yesterday"."""
    match = re.search(
        r"\b(?:last|past|previous) (\d{1,2}|couple of|few|two|three|four|six|) ?"
        r"(day|week|fortnight|month)s?\b",
        text,
    )
    if match is None:
        if not re.search(r"\byesterday\b", text):
            return None
        return Span(today - timedelta(days=1), today, "since yesterday")
    words, unit = match.groups()
    number = _NUMBERS.get(words) or int(words)
    if (
        unit == "month"
        and not words
        and not re.search(r"\b(?:the|past) (?:last |past )?month", text)
    ):
        end = today.replace(day=1) - timedelta(days=1)
        return Span(end.replace(day=1), end, f"in {end:%B %Y}")
    start = today - timedelta(days=number * _DAYS[unit])
    return Span(start, today, f"since {show_date(start)}")


def _named(text: str, today: date) -> Span | None:
    """ "in August", "on 27 September", "this month"."""
    if re.search(r"\bthis month\b", text):
        return Span(today.replace(day=1), today, f"in {today:%B %Y}")
    match = re.search(r"\b(?:in|during|on|for|dated) (.*)", text)
    days = days_of(match.group(1), today) if match else None
    if days is None or days[0] > today:
        return None
    first, last = days
    label = f"on {show_date(first)}" if first == last else f"in {first:%B %Y}"
    return Span(first, last, label)


_FOR_DAYS = re.compile(r"\b(\d{1,3}|two|three|four|six) (day|week|fortnight|month)s?\b")
_SINCE = re.compile(r"\bsince\b")


def silent_since(said: str, quarters: tuple[Quarter, ...], today: date) -> date | None:
    """The day from which nothing was heard: "no update since August", "for over 90 days"."""
    match = _FOR_DAYS.search(said)
    if match:
        number, unit = match.groups()
        return today - timedelta(days=(_NUMBERS.get(number) or int(number)) * _DAYS[unit])
    if not _SINCE.search(said):
        return None
    if quarters:
        return quarters[0].ends + timedelta(days=1)
    span = past_span(said, today)
    return span.start if span is not None else None
