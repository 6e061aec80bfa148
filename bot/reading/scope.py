"""What words are said of beside them: a time told before, a figure that a
condition is of, who asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.grammar import Sort
from bot.reading.spans import Span


def points_back(spans: Sequence[Span]) -> bool:
    """Whether a date told in a sentence before is meant again: "30 June. What was red then?", or
    what came in where no date is told: "I was off last week. Which updates came in?"."""
    came = any(s.value == "updated" for s in spans) and not any(s.period for s in spans)
    return came or any(s.sort is Sort.FILLER and s.value == "then" for s in spans)


def is_of_condition(spans: Sequence[Span], place: int, conditions: set[int]) -> bool:
    """Whether a word for a figure only says what a condition beside it is of: "the latest figure
    meets the target", "half the target number", "measured by an outcome"."""
    back, on = range(place - 1, -1, -1), range(place + 1, len(spans))
    beside = [
        next((i for i in side if spans[i].sort not in _BETWEEN or i in conditions), -1)
        for side in (back, on)
    ]
    behind = spans[beside[0]] if beside[0] >= 0 else Span(Sort.FILLER)  # "which measures are"
    asked = behind.sort is Sort.WANT or behind.typed.startswith("measures ")
    return not asked and not conditions.isdisjoint(beside)


def introduced(read_as: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """ "I am from probation. What is ours?", "fire here - what are we in": who asks, told at the
    head, is no condition. The spans without it, and the agencies of who asks."""
    head = [s for s in read_as if s.sort is not Sort.FILLER or s.values][:5]
    sorts = [span.sort for span in head]
    at = sorts.index(Sort.AGENCY) if Sort.AGENCY in sorts else 0
    closed = {Sort.SINCE, Sort.PUNCTUATION} & {*sorts[:at], *sorts[at + 1 : at + 2]}
    head = head[: at + 1]
    here = head and read_as[read_as.index(head[at]) + 1 :][:1]
    ours = sorts[:1] == [Sort.AGENCY] and Sort.OWN in {s.sort for s in read_as}  # "fire - ours?"
    at = at or any(s.typed == "here" or (ours and s.typed in {"-", ":"}) for s in here)
    if not (at and closed and {span.typed for span in head[:-1]} <= _TELLS_OF_ASKER):
        return read_as, ()
    rest = (replace(s, sort=Sort.FILLER, values=()) if s in head else s for s in read_as)
    return tuple(rest), head[-1].values


_TELLS_OF_ASKER = frozenset({"i", "we", "us", "from", "new", "just", "joined", "started", "with"})
_BETWEEN = frozenset({Sort.FILLER, Sort.AND, Sort.OP, Sort.NUMBER, Sort.SHARE, Sort.BY})
