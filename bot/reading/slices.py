"""One week, fortnight or half of a period."""

from __future__ import annotations

from datetime import timedelta

from bot.reading.calendar import (
    ORDINALS,
    Period,
    spanning,
)


def slice_of(whole: Period, word: str, unit: str) -> Period:
    """One week or half of a period."""
    if unit == "half":
        middle = whole.start + (whole.end - whole.start) / 2
        first = word in {"first", "1st"}
        cut = (whole.start, middle) if first else (middle + timedelta(days=1), whole.end)
        return spanning(*cut)
    days = 13 if unit == "fortnight" else 6
    if word == "last":
        return spanning(whole.end - timedelta(days=days), whole.end)
    start = whole.start + timedelta(days=7 * (ORDINALS[word] - 1))
    return spanning(start, min(start + timedelta(days=days), whole.end))
