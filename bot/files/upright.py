"""Tables that lie on their side, an action a column: turned upright."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bot.files.sheet import Cell, Row, Sheet
from bot.files.vocabulary import PERIODS, meaning

FEWEST = 3
"""Labelled rows of such a table; it has at least as many columns, the labels among them."""


def upright(sheet: Sheet) -> Sheet:
    """The sheet, each table whose first column holds the headings turned round. A row of such a
    table is found where the action's text stands."""
    rows: list[Row] = []
    for labelled, group in groupby(sheet.rows, lambda row: (row.table, bool(_label(row)))):
        part = list(group)
        rows += _turned(part) if labelled[1] and _lies(part) else part
    return sheet if rows == list(sheet.rows) else replace(sheet, rows=tuple(rows))


def _label(row: Row) -> str:
    """The field that the first cell of a row of three cells or more names."""
    texts = row.texts
    if len(texts) < FEWEST or not texts[0] or len(texts[0]) > 40 or not all(texts[1:FEWEST]):
        return ""
    field = meaning(texts[0])[0]
    return "" if field in PERIODS or any(_names(text) for text in texts[1:]) else field


def _names(text: str) -> bool:
    return len(text.split()) < 3 and meaning(text)[0] not in {"", *PERIODS}


def _lies(rows: Sequence[Row]) -> bool:
    fields = [_label(row) for row in rows]
    several = len(fields) >= FEWEST and len(set(fields)) == len(fields)
    return several and "description" in fields and bool({"lead", "timescale"} & set(fields))


def _turned(rows: Sequence[Row]) -> Iterator[Row]:
    text = next(row for row in rows if _label(row) == "description")
    yield replace(rows[0], cells=tuple(row.cells[0] for row in rows))
    for column in range(1, max(len(row.cells) for row in rows)):
        cells = tuple(row.cell(column) for row in rows)
        if any(cell.text.strip() for cell in cells):
            yield replace(text, cells=tuple(map(_plain, cells)))


def _plain(cell: Cell) -> Cell:
    return replace(cell, wide=False, repeated=False)
