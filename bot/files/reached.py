"""The figure a return gives: of its columns the one that holds the number reached, whatever it is
called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.files.evidence import Evidence
from bot.files.headings import Column

_COUNTS = re.compile(
    r"^(?!.*\b(?:base ?line|last|previous|start\w*)\b).*"
    r"\b(?:number|how many|totals?|counts?|results?|figures?|actuals?|achieved|to date|so far|"
    r"reached|scores?|outputs?|delivered)\b",
    re.IGNORECASE,
)
_OTHERS = {"", "progress", "baseline"}
_MOST = 0.6


def reached(columns: list[Column], seen: Mapping[int, Evidence]) -> list[Column]:
    """Beside a status or a text, where nobody leads and no day is named as in a plan, a column of
    figures that is called a measure or a count is the reading."""
    fields = {column.field for column in columns}
    if {"reading", "lead", "timescale"} & fields or not {"ref", "description"} & fields:
        return columns
    texts = [c for c in columns if c.field in {"status", "progress"}]
    likely = [
        c for c in columns
        if c.field == "measure" or (c.field in _OTHERS and _COUNTS.search(c.heading))
        if seen[c.index].filled and seen[c.index].figures >= _MOST
    ]  # fmt: skip
    if len(likely) != 1 or not any(c not in likely for c in texts):
        return columns
    reason = "it holds figures"
    return [replace(c, field="reading", reason=reason) if c in likely else c for c in columns]
