"""Periods without a direction: as named, a part of one ("the last week of", "end of"), the days on
one side of another ("the fortnight up to Christmas")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.reading.calendar import (
    ORDINALS,
    Calendar,
    Period,
    edge_of,
    of_quarter,
    slice_of,
    spanning,
    third_of,
    week_of,
)
from bot.reading.grammar import Sort, phrase_at
from bot.reading.named_periods import any_of_names, form_of, length, named

Read = tuple[Period, int] | None
"""A period, and the place behind its last letter."""
_ARTICLES = re.compile(r"(?:(?:the(?! (?:week|month|quarter)(?!\S))|of) (?=\S))*")
"""With its article a unit is the one in progress."""
_CUTS = re.compile(
    r"(?:the )?(?P<edge>end|close|start|beginning|(?:last|final|first) day) "
    r"|(?P<third>early|mid|late) (?:- )?"
    r"|(?P<begun>began|begun|started|opened|entered|went into"
    r"|(?P<ended>(?:ended|finished|closed)(?! (?:this|last|next|that)))) "
    rf"|(?P<which>last|{any_of_names(ORDINALS)}) (?P<part>weeks?|half|fortnight) (?:of|in) "
    r"|(?:the )?week (?P<week>of|beginning|commencing|starting|ending) "
)
_PLAN = form_of(r"(?:financial|fiscal|tax) year|(?:plan|year)(?: year)?")
_AGAIN = re.compile(r" (?:\(|,|-|on|which (?:is|was)(?: on)?|i e)(?: ,)? ")
"""What may stand between the name of a day and its date."""
_SIDES = re.compile(
    r" (?:(?P<to>(?:leading |running |right )?up to(?: and including)?|to|ending(?: on)?"
    r"|(?P<before>before|prior to|ahead of))|(?P<after>after|following|behind)"
    r"|from|starting(?: on| from)?|beginning(?: on)?) "
)
"""On which side of a day a length of time lies."""
_SINCE = re.compile("(?:since|after) (?:the |this )?$")
_BEGAN = re.compile(" (?:began|begins|started|starts|opened|opens)(?!\\S)")
_SEASONAL = "(?:month|season|time|holidays?|period)"
_GLOSSED = re.compile(rf"(?:[a-z]+ ){{1,3}}{_SEASONAL} (?:[(,-] )?(?:(?:i e|ie) )?(?=\S)")
_GLOSS = re.compile(rf" \( (?:[a-z]+ ){{1,3}}{_SEASONAL} \)")
"""What a time is called beside its name: "bonfire month (November)", "December (panto season)"."""


class Named:
    """The periods of a text whose tokens begin at `starts`; a method says where one ends."""

    def __init__(self, text: str, starts: Sequence[int], calendar: Calendar) -> None:
        self._text, self._starts = text, starts
        self._on = calendar

    def _skip(self, at: int) -> int:
        articles = _ARTICLES.match(self._text, at)
        return articles.end() if articles else at

    def _core(self, at: int) -> Read:
        """A period as named, without a direction; said twice, by its name and its date ("bonfire
        night (5 nov)"), it is one."""
        first = self._one(at) or self._glossed(at)
        gloss = _GLOSS.match(self._text, first[1]) if first else None
        if first and gloss:
            return first[0], gloss.end()
        began = _BEGAN.match(self._text, first[1]) if first else None
        if first and began and _SINCE.search(self._text, 0, at):
            return edge_of(first[0], "start"), began.end()
        again = _AGAIN.match(self._text, first[1]) if first else None
        second = self._one(self._skip(again.end())) if again else None
        if first is None or second is None or not _is_same(first[0], second[0]):
            return first
        closed = self._text.startswith(" )", second[1])
        return first[0], second[1] + 2 * closed

    def _glossed(self, at: int) -> Read:
        """ "Bonfire month (November)"."""
        gloss = _GLOSSED.match(self._text, at)
        read = self._one(self._skip(gloss.end())) if gloss else None
        return (read[0], read[1] + 2 * self._text.startswith(" )", read[1])) if read else None

    def _one(self, at: int) -> Read:
        return self._part(at) or self._beside(at) or named(self._text, at, self._on)

    def _beside(self, at: int) -> Read:
        """ "The fortnight up to Christmas Eve", "the two weeks after 5 November"."""
        read = (
            length(self._text, at)
            if self._text.startswith("the ", at) or (self._text.endswith("the ", 0, at))
            else None
        )
        side = _SIDES.match(self._text, read[2]) if read else None
        day = self._core(self._skip(side.end())) if side else None
        if read is None or side is None or day is None:
            return None
        first, last = day[0].start, day[0].end
        rest = timedelta(days=read[0] - 1)
        if side["to"]:
            last = first - timedelta(days=1) if side["before"] else last
            return spanning(last - rest, last), day[1]
        first = last + timedelta(days=1) if side["after"] else first
        return spanning(first, first + rest), day[1]

    def _part(self, at: int) -> Read:
        """ "end of September", "mid May", "the last week of Q1", "the close of the year"."""
        cut = _CUTS.match(self._text, at)
        if cut is None:
            return None
        start = self._skip(cut.end())
        if cut["begun"]:
            return self._begun(start, ended=bool(cut["ended"]))
        year = _PLAN.match(self._text, start) if cut["edge"] else None
        if year:
            return edge_of(spanning(self._on.starts, self._on.ends), cut["edge"]), year.end()
        core = self._core(start)
        long = core and core[0].end - core[0].start > timedelta(days=19)
        if core is None or (cut["third"] == "late" and not long):
            return None  # "what's late today"
        if cut["edge"]:
            return edge_of(core[0], cut["edge"]), core[1]
        if cut["week"]:
            return week_of(core[0], cut["week"]), core[1]
        if cut["third"]:
            return third_of(core[0], cut["third"]), core[1]
        return slice_of(core[0], cut["which"], cut["part"]), core[1]

    def _begun(self, at: int, *, ended: bool) -> Read:
        """How what "began Q3 green" stood: at the end of Q2; "began the year": of Q1."""
        first = self._on.quarter(1)
        if not ended and (year := _PLAN.match(self._text, at)):
            return of_quarter(first), year.end()
        core = self._core(at)
        if core is None or core[0].quarter is None:
            return None
        after = phrase_at(self._text[core[1] :].split())
        if ended and (after is None or after.sort is not Sort.STATUS):
            return None  # "what finished this quarter" is done
        before = core[0].quarter if ended else max(core[0].quarter.previous, first)
        return of_quarter(before), core[1]


def _is_same(one: Period, other: Period) -> bool:
    """Whether two periods are the same day, of whichever years they were read as."""
    single = one.start == one.end and other.start == other.end
    return single and (one.start.month, one.start.day) == (other.start.month, other.start.day)
