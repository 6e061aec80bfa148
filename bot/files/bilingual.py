"""Cells in two languages ("X / Y"): read by whichever side is understood."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"(?<!\s)(?:\s*[/|\n]\s*|\s+[–—-]\s+|\s*[()]\s*)")
_LINES = re.compile(r"(?<!\s)(?:\s*\n\s*|\s+[/|]\s+)")
_MOST = 4
"""Sides of a cell; what has more is a list."""


def sides(text: str) -> tuple[str, ...]:
    """The sides of a short text set off by a stroke, a dash, brackets or a new line; empty when
    there is only one."""
    return _sides(_BETWEEN, text)


def names_in_two(text: str) -> tuple[str, ...]:
    """The two names of a line that gives it twice, set off by a stroke or a new line; else none."""
    names = _sides(_LINES, text)
    return names if len(names) == 2 else ()


def _sides(between: re.Pattern[str], text: str) -> tuple[str, ...]:
    parts = tuple(filter(None, between.split(text.strip())))
    return parts if 1 < len(parts) <= _MOST else ()
