"""One week, fortnight or half of a period."""

from __future__ import annotations

from datetime import timedelta

from bot.reading.calendar import (
    ORDINALS,
    Period,
    spanning,
)


def slice_of(period: Period, word: str, unit: str) -> Period:
    """One week or half of a period."""
    if unit == "half":
        middle = period.start + (period.end - period.start) / 2
        first = word in {"first", "1st"}
        cut = (period.start, middle) if first else (middle + timedelta(days=1), period.end)
        return spanning(*cut)
    days = 13 if unit == "fortnight" else 6
    if word == "last":
        return spanning(period.end - timedelta(days=days), period.end)
    start = period.start + timedelta(days=7 * (ORDINALS[word] - 1))
    return spanning(start, min(start + timedelta(days=days), period.end))
