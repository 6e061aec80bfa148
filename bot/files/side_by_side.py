"""Tables that stand side by side: a sheet becomes its blocks of columns, the left one first.

Two blocks have headings of their own in one row, and either a column between them in which nothing
stands, or the same headings once more. What is merged over both, and a level that only the left one
names, belongs to both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from bot.files.headings import Choices, heading_at
from bot.files.levels import named_level
from bot.files.sheet import Cell, Row, Sheet

LOOK_AT = 60
"""Rows in which the headings of blocks are looked for."""
FEWEST = 2
"""Columns of a block."""


def side_by_side(sheet: Sheet, choices: Choices) -> list[Sheet]:
    """The sheet as it is, or its blocks of columns, each as a sheet of its own; in a Word document,
    whose tables have their levels in common, the blocks below each other."""
    if not any(row.table for row in sheet.rows):
        return _blocks(sheet, choices)
    rows: list[Row] = []
    for number, group in groupby(sheet.rows, lambda row: row.table):
        own = tuple(group)
        blocks = _blocks(replace(sheet, rows=own), choices) if number else [sheet]
        rows += [row for block in blocks for row in block.rows] if len(blocks) > 1 else own
    return [sheet if len(rows) == len(sheet.rows) else replace(sheet, rows=tuple(rows))]


def _blocks(sheet: Sheet, choices: Choices) -> list[Sheet]:
    last = {i: n for n, row in enumerate(sheet.rows) for i, c in enumerate(row.cells) if c.text}
    for index, row in enumerate(sheet.rows[:LOOK_AT]):
        used = {column for column, place in last.items() if place >= index}
        for cut in _cuts(row.texts, used):
            top = _top(sheet, index, cut)
            left, right = _until(sheet, top, cut), _beyond(sheet, top, cut)
            if _are_two(left, right, row, choices):
                return [left, *_blocks(right, choices)]
    return [sheet]


def _top(sheet: Sheet, index: int, cut: int) -> int:
    """The row from which the blocks are divided: the headings', or that of the levels above."""
    above = sheet.rows[index - 1].texts if index else ()
    sides = ["".join(texts) for texts in (above[:cut], above[cut:])]
    return index - 1 if all(text and named_level(text) for text in sides) else index


def _cuts(texts: tuple[str, ...], used: set[int]) -> Iterator[int]:
    """The columns at which a second block may begin: behind one in which nothing stands, or where
    the texts the row began with come once more. `used`: the columns that hold anything below."""
    first = next((i for i, text in enumerate(texts) if text), 0)
    for cut in range(first + FEWEST, len(texts) - FEWEST + 1):
        if not texts[cut]:
            continue
        again = texts[cut : 2 * cut - first] == texts[first:cut]
        if again or cut - 1 not in used:
            yield cut


def _are_two(left: Sheet, right: Sheet, row: Row, choices: Choices) -> bool:
    """Whether both have headings, of actions or of measures, that would be one field twice."""
    fields = [_fields(side, row, choices) for side in (left, right)]
    both = fields[0] & fields[1]
    measures = "measure" in both and "description" not in fields[1]
    return measures or ("description" in both and len(both) >= FEWEST)


def _fields(sheet: Sheet, row: Row, choices: Choices) -> set[str]:
    index = next(i for i, own in enumerate(sheet.rows) if own.number == row.number)
    heading = heading_at(sheet, index, choices)
    return heading.fields if heading else set()


def _until(sheet: Sheet, index: int, cut: int) -> Sheet:
    """The block on the left, with all that stands above the headings."""
    below = (replace(row, cells=row.cells[:cut]) for row in sheet.rows[index:])
    rows = (*sheet.rows[:index], *(row for row in below if not row.blank))
    spans = tuple((n, first, min(last, cut - 1)) for n, first, last in sheet.spans if first < cut)
    return replace(sheet, rows=rows, spans=spans)


def _beyond(sheet: Sheet, index: int, cut: int) -> Sheet:
    """The block on the right, in the columns it stands in."""
    empty = tuple(Cell(column=cell.column) for cell in sheet.rows[index].cells[:cut])
    own = [replace(row, cells=empty + row.cells[cut:]) for row in sheet.rows]
    levels = any(row.alone and named_level(row.alone) for row in own[index:])
    over = {number for number, first, last in sheet.spans if first < cut <= last}
    rows = []
    for place, (row, part) in enumerate(zip(sheet.rows, own, strict=True)):
        level = bool(row.alone) and named_level(row.alone, numbered=False) is not None
        over_both = row.number in over or (row.table > 0 and row.cell(0).wide)
        if level and part.blank and (over_both or not levels):
            first = next(cell for cell in row.cells if cell.text)
            rows.append(replace(row, cells=(*empty, first)))
        elif place >= index and not part.blank:
            rows.append(part)
    spans = tuple(span for span in sheet.spans if span[1] >= cut or span[0] in over)
    return replace(sheet, rows=tuple(rows), spans=spans)
