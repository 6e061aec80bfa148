"""What a sentence says of the one before: its time is meant again."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.grammar import Sort
from bot.reading.spans import Span


def points_back(spans: Sequence[Span]) -> bool:
    """Whether a date told in a sentence before is meant again: "30 June. What was red then?", or
    what came in where no date is told: "I was off last week. Which updates came in?"."""
    came = any(s.value == "updated" for s in spans) and not any(s.period for s in spans)
    return came or any(s.sort is Sort.FILLER and s.value == "then" for s in spans)
