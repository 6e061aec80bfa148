"""Rows that name the row they belong to ("Parent code"), as systems export them: the rows that
others belong to are the levels of the plan, named by their titles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.files.headings import Column, Heading
from bot.files.recast import Change
from bot.files.sheet import Cell, Row

_TITLE = re.compile(r"^(?:(?:action|item|short) )?(?:title|name)\b", re.IGNORECASE)
DEEPEST = 8
"""Levels followed upwards: rows that name each other in a circle end too."""


def under_parents(heading: Heading, rows: Sequence[Row]) -> tuple[Heading, tuple[Change, ...]]:
    """The heading with a column of priorities, and what is done to each row: one that others
    belong to becomes the line of a level, every other names the highest it belongs to."""
    ref, parent = heading.index("ref"), heading.index("parent")
    if ref < 0 or parent < 0 or heading.index("priority") >= 0:
        return heading, ()
    above = {row.cell(ref).text.strip(): row.cell(parent).text.strip() for row in rows}
    levels = {code for code in above.values() if code in above}
    if not levels:
        return heading, ()
    titled = _titles(heading.columns)
    names = {
        code: next(filter(None, (row.cell(place).text.strip() for place in titled)), code)
        for row in rows
        if (code := row.cell(ref).text.strip()) in levels
    }
    width = max(len(row.cells) for row in rows)
    column = Column(width, "priority", 0, heading.columns[0].heading, "the row it belongs to")
    change = partial(_placed, ref=ref, above=above, names=names, width=width)
    return replace(heading, columns=(*heading.columns, column)), (change,)


def _titles(columns: Sequence[Column]) -> list[int]:
    """The columns in which a level's name may stand, titles first."""
    called = [c.index for c in columns if _TITLE.search(c.heading)]
    return called + [c.index for c in columns if c.field == "description"]


def _placed(
    row: Row, ref: int, above: Mapping[str, str], names: Mapping[str, str], width: int
) -> Row:
    own = row.cell(ref).text.strip()
    if own in names:
        return replace(row, cells=(Cell(names[own], column="A", wide=True),))
    cells = (*row.cells, *(Cell() for _ in range(width - len(row.cells))))
    return replace(row, cells=(*cells, Cell(names.get(_highest(own, above), ""))))


def _highest(code: str, above: Mapping[str, str]) -> str:
    """The code of the row at the top that a row belongs to, empty when it belongs to none."""
    top = ""
    for _ in range(DEEPEST):
        code = above.get(code, "")
        if code not in above:
            break
        top = code
    return top
