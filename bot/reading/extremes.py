"""Which end of what is asked for: "overdue longest", "slipped furthest", "the first ticked off".

An end (the most, the least, the first, the last, the longest) beside what an action is or has
(late, its date, its target, a status) is an order, as `data/extremes.txt` says. An end beside a
thing that is counted ("the most partners") is a rank, and stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from bot.reading.calendar import ORDINALS
from bot.reading.grammar import Sort
from bot.reading.safety import says
from bot.reading.spans import Span
from bot.reading.tokens import data_lines

LEAST = "least"
"""The second value of an ORDER: from the other end on."""


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], dict[tuple[str, str], tuple[str, ...]]]:
    """The end that a word is for, and the order that an end of what a span says is."""
    rows = [row.split(" = ") for row in data_lines("extremes.txt")]
    ends = {word: end for end, words in rows if ";" not in end for word in words.split(" | ")}
    orders = {
        (of, end): tuple(order.split())
        for heads, _, which, order in ((*head.partition(" ; "), order) for head, order in rows)
        for of in heads.split("|")
        for end in which.split("|")
    }
    return ends, orders


def extremes(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, with every end that stands beside what it is the end of as an ORDER, and "second"
    or "third" as the place that is asked for."""
    asked = (s for s in spans if s.sort is Sort.NOUN or s.value == "who")
    of_bodies = getattr(next(asked, None), "value", "action") not in {"action", "update"}
    read_as = list(spans)
    for place, span in enumerate(spans):
        end = _end(spans, place)
        near = _near(spans, place, end) if end and not (of_bodies and end in _OF_NUMBERS) else ()
        ways = [(at, order) for at in near if (order := _order(spans, place, at, end))]
        for at, order in ways[:1]:
            read_as[place] = replace(span, sort=Sort.ORDER, values=order)
            if order == ("stalest",):  # "quiet the longest": of what was heard of at all
                read_as[at] = replace(spans[at], sort=Sort.FILLER, values=())
    return tuple(read_as)


def _end(spans: Sequence[Span], place: int) -> str:
    """The end that a span names, or ""; "longest overdue first" only says where a list begins."""
    words = " ".join(word for word in spans[place].typed.split() if word not in _ASIDE)
    listing = words == "first" and any(_end(spans, at) for at in range(max(place - 3, 0), place))
    return "" if listing else _table()[0].get(words, "")


def _near(spans: Sequence[Span], place: int, end: str) -> Iterator[int]:
    """The places before and behind an end that nothing but small words, those who do it or the
    thing parts from it: "the first thing we finished"."""
    for step in (-1, 1):
        at = place + step
        small = _SMALL | ({Sort.BY, Sort.THOSE} if end in _OF_NUMBERS else set())
        while 0 <= at < len(spans) and (spans[at].sort in small or spans[at].value == "action"):
            at += step
        if 0 <= at < len(spans):
            yield at


def _order(spans: Sequence[Span], place: int, at: int, end: str) -> tuple[str, ...]:
    """The order that the end at a place is of what stands at another, or none: "the last updates"
    are these, "first red, then green" means no end."""
    of, between = spans[at], [span.typed for span in spans[place + 1 : at]]
    loose = of.value == "updated" and at > place and "to" not in between
    head = " ".join(span.typed for span in spans[max(place - 1, 0) : place + 1]).split()
    bare = of.sort is Sort.STATUS and at == place + 1 and _TELLING.isdisjoint(head)
    bare = bare or (at < place and head[0] in {"my", "our"})  # "to plan my first month"
    order = _table()[1].get((f"{of.sort.name}:{of.value}", end), ())
    return () if loose or bare else order


def place_in(spans: Sequence[Span]) -> int:
    """The place that is asked for ("the second oldest update", "the third most overdue"), or 0."""
    beside = ((ORDINALS.get(before.typed, 0), span) for before, span in pairwise(spans))
    ends = (n for n, s in beside if s.sort is Sort.ORDER or s.value in {"fewest", "most"})
    return next((number for number in ends if number > 1), 0)


def is_of_one(spans: Sequence[Span], *, dated: bool) -> bool:
    """Whether an order asks for what is at its head ("which has slipped most", "next deadline"),
    not for several ("which are due next"); `dated`: in a time only where a thing is named."""
    text = " ".join(f"<{s.value} {s.typed}>" if s.sort is Sort.ORDER else s.typed for s in spans)
    if "<" not in text or says("several of an order", text):
        return False
    return says("one named of an order", text) or (says("one of an order", text) and not dated)


_ASIDE = frozenset({"the", "very", "by", "one", "for", "ever", "of", "all", "thing"})
"""Words about an end that do not change it."""
_OF_NUMBERS = frozenset({"far", "least", "most"})
"""Ends that agencies and priorities have by the number of their actions."""
_SMALL = frozenset({Sort.BECAME, Sort.FILLER, Sort.OWN})
_TELLING = frozenset({"got", "is", "the", "to", "very", "was"})
