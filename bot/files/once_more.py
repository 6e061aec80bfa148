"""Headings written once more in another language, in the row below them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.files.dates import parse_timescale
from bot.files.headings import Heading
from bot.files.sheet import Row

_DAYS = date(2000, 4, 1), date(2001, 3, 31)
"""Any year: only whether a text names a time is asked."""


def is_heading_again(heading: Heading, rows: Sequence[Row]) -> bool:
    """Whether the first row is one: each column is filled and nowhere with a figure, and neither
    its reference nor its date is such, as those of most rows below are."""
    if len(rows) < 3 or not {"ref", "timescale"} <= heading.fields:
        return False
    first, *others = rows
    texts = [first.cell(column.index).text for column in heading.columns]
    if not all(texts) or any(sign.isdigit() for text in texts for sign in text):
        return False
    below = [row for row in others if not row.alone]
    refs = sum(1 for row in below if any(map(str.isdigit, row.cell(heading.index("ref")).text)))
    times = sum(1 for row in below if _is_time(heading, row))
    return not _is_time(heading, first) and min(refs, times) * 2 > len(below)


def _is_time(heading: Heading, row: Row) -> bool:
    return parse_timescale(row.cell(heading.index("timescale")), *_DAYS).day is not None
