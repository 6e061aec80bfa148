"""Conservation: each condition that is named is in the reading that is answered, or it is asked.

The values of the spans are looked for in the reading as it is packed; nothing is read a second
time. What is told in everyday words, or beside actions that are named, is no condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.core.quarters import Quarter
from bot.reading import claims
from bot.reading.cues import is_beside
from bot.reading.encoding import encoded
from bot.reading.everyday import SIDES
from bot.reading.expression import EVERY, Not, Refs, conjuncts, leaves
from bot.reading.grammar import Sort, columns
from bot.reading.parts import Parts
from bot.reading.spans import Span
from bot.reading.tokens import word_sets
from bot.reading.wants import ANY, Kind, Reading, Want

_IN_TIME = frozenset({Kind.CHANGES, Kind.COMPARE, Kind.HISTORY, Kind.LATEST})
"""Kinds whose answer looks at the time in the want."""
_OF_ACTIONS = _IN_TIME | SIDES | {
    Kind.LIST, Kind.COUNT, Kind.BY, Kind.RANK, Kind.PRIORITY, Kind.OVERVIEW, Kind.GAPS, Kind.ACTIONS
}  # fmt: skip
_HELD_AS = word_sets("held_as.txt")
"""What a span of a sort or value is in a reading, beside its own values."""


def conserved(reading: Reading, parts: Parts) -> Reading:
    """The reading, or the question back without what it lacks; what denies itself is none."""
    asserted = {*conjuncts(reading.over)}
    if any(isinstance(part, Not) and part.part in asserted for part in asserted):
        return Reading(Want(Kind.NOT_UNDERSTOOD))
    if reading.want.kind not in _OF_ACTIONS or _is_of_few(reading, parts):
        return reading
    held = _Held(reading)
    lost = next((span for span in _conditions(parts) if span not in held), None)
    return _asked(reading, parts, lost) if lost else reading


def _is_of_few(reading: Reading, parts: Parts) -> bool:
    """Whether the answer tells of the actions named all there is."""
    if reading.want.kind is Kind.PRIORITY and is_beside(parts):
        return True
    several = any(span.typed.endswith("s") for span in parts.of_sort(Sort.NOUN))
    one = reading.want.kind is Kind.MEASURES and len(getattr(reading.over, "refs", ())) == 1
    of_one = one or (reading.want.kind in SIDES | {Kind.ACTIONS} and not several)
    named = any(isinstance(leaf, Refs) for leaf in leaves(reading.over))
    return named and (of_one or parts.has(Sort.REF))


def _conditions(parts: Parts) -> Iterator[Span]:
    """The spans that narrow what is asked about; a number only with what it is compared with."""
    spans, taken_in = parts.spans, parts.composed.taken_in
    around = zip((_START, *spans), spans, (*spans[1:], _START), strict=False)
    for place, (before, span, after) in enumerate(around):
        if place in taken_in:
            continue
        if span.value == "include" or (span.sort is Sort.NOT and after.sort is Sort.ONLY):
            return  # "not just the finished ones": what follows narrows nothing
        counts = after.sort is Sort.FIELD or after.value in {"update", "agency"}
        if span.sort is Sort.NUMBER and Sort.OP not in {before.sort, after.sort} and not counts:
            continue
        column = span.typed in columns()["lead"] and not parts.has(Sort.AGENCY, Sort.OWN)
        if (span.period is None or span.period.start != parts.today) and not column:
            yield span  # "reds, with refs and leads": a list names these


_START = Span(Sort.FILLER)


class _Held:
    """The values a reading holds, by which a span is found again in it."""

    def __init__(self, reading: Reading) -> None:
        timed = reading.want.kind in _IN_TIME or reading.known_at is not None
        want = reading.want if timed else replace(reading.want, quarters=(), days=None)
        want = want if want.kind in {Kind.BY, Kind.RANK} else replace(want, group="")
        want = replace(want, whether=EVERY) if want.whether == ANY else want
        packed = encoded(replace(reading, want=want, offers=()))
        self._names = {*_NAMES.findall(packed)}
        self._numbers = {float(number) for number in _NUMBERS.findall(packed)}
        self._days = [date.fromisoformat(day) for day in self._names if _DAY.fullmatch(day)]
        quarters = (Quarter(int(y), int(n)) for y, n in _QUARTERS.findall(packed))
        self._days += [day for quarter in quarters for day in (quarter.starts, quarter.ends)]

    def __contains__(self, span: Span) -> bool:
        period = span.period
        if period is not None:
            days = ((day - period.start, day - period.end) for day in self._days)
            near = any(first >= -_A_DAY and last <= _A_DAY for first, last in days)
            ahead = period.end + timedelta(days=period.length)  # "due in over three months"
            near = near or (period.length > 0 and {ahead, ahead + _A_DAY} & {*self._days} != set())
            lengths = {period.length + n for n in (-1, 0, 1)} & self._numbers  # "over": from 8
            return near or period.label in self._names or bool(lengths)
        if span.sort is Sort.NUMBER:
            number = float(span.value)
            return bool({number, number + 1, number - 1, number / 100} & self._numbers)
        ways = _HELD_AS.get(span.value, _HELD_AS.get(span.sort.name))
        return ways is None or not self._names.isdisjoint((*ways, *span.values))


_A_DAY = timedelta(days=1)
_NAMES = re.compile(r'"((?:[^"\\]|\\.)*)"')
_NUMBERS = re.compile(r"(?<=,)-?\d+(?:\.\d+)?(?=[,\]])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_QUARTERS = re.compile(r'"Q",(\d+),(\d)')


def _asked(reading: Reading, parts: Parts, lost: Span) -> Reading:
    """The question back: without what is lacking?"""
    if reading.over == EVERY:
        return Reading(Want(Kind.NOT_UNDERSTOOD))
    offer = claims.without(lost.typed, reading, parts)
    return Reading(Want(Kind.CHOOSE, term=lost.typed), offers=(offer,))
