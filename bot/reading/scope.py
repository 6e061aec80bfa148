"""What one sentence sets for the next: the time that is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.grammar import Sort
from bot.reading.spans import Span


def is_scope(spans: Sequence[Span]) -> bool:
    """Whether a sentence sets what the next is asked of: "Looking at the time since June." """
    return any(s.sort is Sort.FILLER and s.typed.split()[0] in _LOOKING for s in spans)


_LOOKING = frozenset({"looking", "focusing", "concentrating", "homing", "zooming", "turning"})


def points_back(spans: Sequence[Span]) -> bool:
    """Whether a date told in a sentence before is meant again: "30 June. What was red then?", or
    what came in where no date is told: "I was off last week. Which updates came in?"."""
    came = any(s.value == "updated" for s in spans) and not any(s.period for s in spans)
    return came or any(s.sort is Sort.FILLER and s.value == "then" for s in spans)
