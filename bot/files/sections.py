"""Lines above a table that are no level of the plan, told by what stands around them: a section
without a table, the name of whose plan it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.files.levels import Line, is_title, named_level
from bot.files.sheet import Row
from bot.files.title import years_written
from bot.files.vocabulary import meaning


def heads_other(rows: Sequence[Row]) -> bool:
    """Whether a heading of a Word document stands over a table that is not read."""
    following = takewhile(lambda row: not row.level, rows)
    return any(row.table for row in following)


def is_bare_section(row: Row, line: Line | None, following: Sequence[Row]) -> bool:
    """Whether a heading of a Word document, no more than numbered, has none of its own to stand
    under it: before the next of its rank comes no table."""
    if not row.level or (line is not None and not line.label[:1].isdigit()):
        return False
    until = next((r for r in following if r.table or 0 < r.level <= row.level), None)
    return until is not None and not until.table


def is_above_title(text: str, following: Sequence[Row]) -> bool:
    """Whether a line without a label stands above the plan's title: the name of whose it is."""
    return named_level(text, numbered=False) is None and any(
        is_title(row.alone) and years_written(row.alone) for row in following if row.alone
    )


def is_of_measures(text: str) -> bool:
    """Whether a heading says that measures stand below it: "How we will measure success"."""
    return meaning(text)[0] in {"measure", "target"}
