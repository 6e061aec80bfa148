"""Dates people say -> periods of days: "by the end of sept", "between 12 May and 20 August", "Q2".

A period has a name of its own, or is a part of one that has ("the last week of", "end of"); two are
joined ("between ... and"), and a word before gives one its direction ("by", "since").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta

from bot.core.progress import show_date
from bot.reading.calendar import (
    ORDINALS,
    Period,
    edge_of,
    later,
    of_quarter,
    one_day,
    spanning,
)
from bot.reading.named_periods import (
    FIRST_WORDS,
    IN_PROGRESS,
    NEXT_QUARTER,
    WITHIN,
    any_of_names,
    length,
)
from bot.reading.periods import Named, Read
from bot.reading.tokens import data_lines

_LINES = (line.split(" = ") for line in data_lines("turns.txt"))
_TURNS = {way: turn for turn, ways in _LINES for way in ways.split(" | ")}
"""Words of direction and the one each is read as; of the others each is its own."""
_BEGINS = re.compile(
    rf"\d|(?:q[1-4]?|quarters?|{any_of_names(FIRST_WORDS)}|{any_of_names(_TURNS)}|{WITHIN}|before|by"
    r"|after|since|between|week|when|final|end|close|start|beginning|early|mid|late|the|now"
    r"|began|begun|started|opened|entered|went|ended|finished|closed)(?!\S)"
)
"""What may begin a period: most words of a text do not."""
_OPENS = re.compile(rf"(between|from|{WITHIN}) ")
_JOINS = re.compile(r" (and|(?:(?:right |all the way )?(?:up |through ))?(?:to|till|until)|-) ")
_DAY_OF = re.compile(r"(\d\d?) (?:and|to|till|until|-) ")
_DIRECTIONS = re.compile(rf"({any_of_names(_TURNS)}|{WITHIN}|before|by|after|since|this|when) ")
_OCCASION = re.compile(
    r"(?:the|our|my|a|an|this|your) (?:[a-z]+ ){0,2}(?:meetings?|board|cabinet|committee|panel"
    r"|inspection|audit|visit|review|conference|hearing|workshop|holidays?|leave|event|session"
    r"|briefing|forum|agm|exec|scrutiny|away day) (?:is )?(?:on|in) "
)
"""What is to happen on the day that follows: "before our meeting on 20 December"."""
_INSIDE = re.compile(rf"(?:{WITHIN}|this|end) ")
_ENDED = re.compile("(?:end|close) ")
_ENDS = re.compile(
    r" (?:ends|closes|closed|finishes|finished|(?:is |has )?(?:out|over|up|ended|done))(?!\S)"
)
_BEHIND = re.compile(
    r" (?:at (?:the )?(?:very )?latest|or (?:sooner|earlier|before)|(or (?:later|after)|onwards?))"
    r"(?!\S)"
)
_PAST = re.compile("(?:last|past|previous) ")


class Reader(Named):
    """Reads the periods of a text whose tokens begin at `starts`; a method says where one ends."""

    def period(self, place: int) -> Read:
        """The period that begins with the token at `place`, and how many tokens it takes."""
        at = self._starts[place]
        if not _BEGINS.match(self._text, at):
            return None
        read = self._between(at) or self._directed(at) or self._core(at)
        if read and (behind := _BEHIND.match(self._text, read[1])):
            turned = self._turned("since" if behind[1] else "by", read[0], ended=True)
            read = turned, behind.end()
        return (read[0], bisect_left(self._starts, read[1]) - place) if read else None

    def _between(self, at: int) -> Read:
        """ "between A and B", "from A to B", "for A to B" and "A to B"."""
        opens = _OPENS.match(self._text, at)
        start = self._skip(opens.end() if opens else at)
        alone = self._day_alone(start)
        first = self._core(start) or self._now(start) or alone
        joins = _JOINS.match(self._text, first[1]) if first else None
        listed = joins and joins[1] == "and" and not (opens and opens[1] in {"between", "from"})
        if first is None or joins is None or listed:
            return alone
        start = self._skip(joins.end())
        second = self._core(start) or self.ordinal(start, first[0])
        if second is None or second[0].end < first[0].start:
            return None
        label = f"{first[0].label} to {second[0].label}"
        return spanning(first[0].start, second[0].end, label), second[1]

    def _now(self, at: int) -> Read:
        """ "between now and Christmas"."""
        now = self._text.startswith("now ", at)
        return (one_day(self._on.today), at + 3) if now else None

    def _day_alone(self, at: int) -> Read:
        """The 1 of "from 1 to 15 September", in the month of the date behind it."""
        day = _DAY_OF.match(self._text, at)
        last = self._core(self._skip(day.end())) if day else None
        if day is None or last is None or not 0 < int(day[1]) < last[0].start.day:
            return None
        return one_day(last[0].start.replace(day=int(day[1]))), day.end(1)

    def ordinal(self, at: int, first: Period) -> Read:
        """ "The first quarter and the second", "quarters 2 and 4"."""
        word = self._text[at:].partition(" ")[0]
        listed = {"1", "2", "3", "4"} if "quarters " in self._text[:at] else set()
        number = ORDINALS.get(word, int(word) if word in listed else 0) if first.quarter else 0
        return (of_quarter(self._on.quarter(number)), at + len(word)) if number else None

    def _directed(self, at: int) -> Read:
        direction = _DIRECTIONS.match(self._text, at)
        if direction is None:
            return None
        word = _TURNS.get(direction[1], direction[1])
        if word in {"over", "after"} and length(self._text, direction.end()):
            return None
        occasion = _OCCASION.match(self._text, direction.end())
        start = self._skip(occasion.end() if occasion else direction.end())
        ended = _ENDED.match(self._text, start)
        within = self._within(start) if word in {"in", "within"} else None
        if within:
            return within
        core, inside = self._core(start), None
        while core is None and (inside := _INSIDE.match(self._text, start)):
            start = self._skip(inside.end())
            core = self._core(start)
        if core and direction[1] == "since before":
            core = edge_of(core[0], "start"), core[1]
        if core is None or (word == "by" and core[0].length):
            return None  # "moved by over a month"
        if direction[1] == "from" and inside:
            return core  # "last heard from in July"
        ends = _ENDS.match(self._text, core[1])
        if word == "when" and not ends:
            return None
        to_end = bool(ended or ends) or self._text.startswith(" end", core[1] - 4)
        turned = self._turned("at" if word == "when" else word, core[0], ended=to_end)
        return turned, ends.end() if ends else core[1]

    def _within(self, at: int) -> Read:
        """ "within six weeks", "in the next month"; "in the last month" is past."""
        others = (_PAST, IN_PROGRESS, NEXT_QUARTER)
        other = any(form.match(self._text, at) for form in others) or self._beside(at)
        read = None if other else length(self._text, at)
        if read is None:
            return None
        end = self._on.today + timedelta(days=read[0])
        return Period(self._on.today, end, f"within {read[1]}"), read[2]

    def _turned(self, word: str, core: Period, *, ended: bool) -> Period:
        if word == "before" and not ended:
            return self._before(core)
        if word in {"by", "before"}:
            return replace(core, label=f"by {show_date(core.end)}", open="before")
        if word == "after":
            label = f"after {show_date(core.end)}"
            return Period(core.end + timedelta(days=1), date.max, label, open="after")
        if word == "since":
            label = f"since {show_date(core.start)}"
            over = (
                core.start < core.end < self._on.today
            )  # "since October" in October: from its start
            last = core.last or (core.end if over else None)
            return Period(core.start, date.max, label, core.quarter, open="after", last=last)
        if word == "at" and core.start == core.end == self._on.starts:
            core = of_quarter(self._on.quarter(1))  # on the first day nothing is reported
        return replace(core, at=word == "at")

    def _before(self, core: Period) -> Period:
        end = core.start - timedelta(days=1)
        if end < self._on.starts and core.start.year <= self._on.today.year:
            end = later(core.start, 12) - timedelta(days=1)
        return Period(end, end, f"by {show_date(end)}", open="before")
