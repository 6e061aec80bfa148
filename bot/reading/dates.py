"""Dates people say -> periods of days: "by the end of sept", "between 12 May and 20 August", "Q2".

Years come from the plan and from today, never from here: a month or a quarter without a year is the
one within the plan's own time, of several the nearest to today.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core.progress import show_date
from bot.reading.calendar import (
    AFTER,
    BEFORE,
    BY,
    ORDINALS,
    SINCE,
    WITHIN,
    Period,
    Read,
    later,
    spanning,
)
from bot.reading.named_periods import NamedPeriods


class Reader(NamedPeriods):
    """Reads a period with the word that gives it its direction."""

    def period(self, place: int) -> Read:
        """A period with the word that gives it its direction."""
        return self._between(place) or self._directed(place) or self._plain(place)

    def _between(self, place: int) -> Read:
        """ "between A and B", "from A to B", and "A to B"."""
        opens = self.word(place) in {"between", "from"}
        start = self._skip(place + opens)
        first = self._core(start) or self._now(start) or self._day_alone(start)
        if first is None:
            return None
        at = self._skip(place + opens) + first[1]
        joins = {"and", "to", "till", "until", "-"} if opens else {"to", "till", "until", "-"}
        if self.word(at) not in joins:
            return None
        second = self._core(self._skip(at + 1)) or self._ordinal(self._skip(at + 1), first[0])
        if second is None or second[0].end < first[0].start:
            return None
        span = spanning(first[0].start, second[0].end, f"{first[0].label} to {second[0].label}")
        return span, self._skip(at + 1) + second[1] - place

    def _day_alone(self, place: int) -> Read:
        """The 1 of "from 1 to 15 September", in the month of the date behind it."""
        day, last = self.word(place), self._core(self._skip(place + 2))
        if not (day.isdigit() and last and 0 < int(day) < last[0].start.day):
            return None
        if last[0].start != last[0].end:
            return None
        first = last[0].start.replace(day=int(day))
        return spanning(first, first), 1

    def _now(self, place: int) -> Read:
        """ "between now and Christmas"."""
        today = self._on.today
        return (spanning(today, today), 1) if self.word(place) == "now" else None

    def _ordinal(self, place: int, first: Period) -> Read:
        """ "the first quarter and the second"."""
        number = ORDINALS.get(self.word(place), 0)
        return self._of_quarter(self._on.quarter(number), 1) if number and first.quarter else None

    def _directed(self, place: int) -> Read:
        word, after = self.word(place), place + 1
        if word == "up" and self.word(after) in {"to", "until", "till"}:
            word, after = "by", after + 1
        if word == "not" and self.word(after) in {"until", "till", "before"}:
            word, after = "from", after + 1
        if word == "later" and self.word(after) == "than":
            word, after = ("by" if self.word(place - 1) in {"no", "not"} else "after"), after + 1
        if word == "within" or (word == "in" and self._length(after)):
            return self._within(place, after)
        if self._length(after) and word in {"over", "past", "after", "beyond"}:
            return None
        directions = BEFORE | BY | AFTER | SINCE | WITHIN
        if word not in directions:
            return None
        start = self._skip(after)
        while self.word(start) in WITHIN | {"end"} and self._core(start) is None:
            start = self._skip(start + 1)
        core = self._core(start)
        if core is None:
            return None
        ended = self.word(self._skip(after)) in {"end", "close"}
        return self._turned(word, core[0], ended), start + core[1] - place

    def _within(self, place: int, after: int) -> Read:
        start = self._skip(after)
        read = self._length(start)
        if read is None:
            core = self._core(start)
            return (core[0], start + core[1] - place) if core else None
        days, used, words = read
        end = self._on.today + timedelta(days=days)
        return Period(self._on.today, end, f"within {words}"), start + used - place

    def _turned(self, word: str, core: Period, ended: bool) -> Period:
        if word in BEFORE and not ended:
            return self._before(core)
        if word in BY or (word in BEFORE and ended):
            return replace(core, label=f"by {show_date(core.end)}", open="before")
        if word in AFTER:
            start = core.end + timedelta(days=1)
            label = f"after {show_date(core.end)}"
            return Period(start, date.max, label, open="after")
        if word in SINCE:
            return Period(core.start, date.max, f"since {show_date(core.start)}", open="after")
        return replace(core, at=word in {"at"} or (ended and word in {"at", "as"}))

    def _before(self, core: Period) -> Period:
        end = core.start - timedelta(days=1)
        if end < self._on.starts and core.start.year <= self._on.today.year:
            end = later(end, 12)
        return Period(end, end, f"by {show_date(end)}", open="before")

    def _plain(self, place: int) -> Read:
        return self._core(place)
