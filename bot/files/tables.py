"""The tables of a sheet: several below each other, each under its own headings.

A table is its heading, the lines above it (a title, a priority, an intent) and its rows. Cards
(a label beside its value, one block an action) are turned into rows of such a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from bot.core.plan import ref_key
from bot.files.cards import cards_of
from bot.files.headings import Choices, Heading, beneath, heading_at
from bot.files.hierarchy import under_parents
from bot.files.legend import without_keys
from bot.files.levels import named_level
from bot.files.parts import parts_of
from bot.files.recast import Change, recast
from bot.files.settling import settled
from bot.files.sheet import Cell, Document, Row, Sheet
from bot.files.side_by_side import side_by_side
from bot.files.table import Table
from bot.files.upright import upright
from bot.files.vocabulary import PERIODS, meaning

_SHORT = 30
"""Signs of a heading under which a table of a Word document may begin, though not all are known."""


def tables(document: Document, choices: Choices | None = None) -> list[Table]:
    """Every table of the visible sheets."""
    return [t for s in document.sheets if not s.hidden for t in tables_of(s, choices or {})]


def tables_of(sheet: Sheet, choices: Choices) -> list[Table]:
    """The tables of one sheet, in order."""
    sheet = without_keys(upright(sheet))
    cards = cards_of(sheet, choices)
    if cards:
        return cards
    return [t for block in side_by_side(sheet, choices) for t in _tables_below(block, choices)]


def _tables_below(sheet: Sheet, choices: Choices) -> list[Table]:
    """The tables of a sheet or block of columns that stand below each other."""
    headings = list(_headings(sheet, choices))
    made: list[Table] = []
    begins = 0
    for number, heading in enumerate(headings):
        limit = headings[number + 1].first if number + 1 < len(headings) else len(sheet.rows)
        ends = _lines_begin(sheet, heading, limit) if limit < len(sheet.rows) else limit
        parts = [
            replace(part, rows=tuple(r for r in part.rows if not _repeats(sheet, heading, r)))
            for part in parts_of(sheet, heading, begins, ends)
        ]
        read = [part for part in parts if part.heading is heading]  # its columns
        recast_heading = heading
        for made_anew in (recast, under_parents):
            own = [row for part in read for row in part.rows]
            recast_heading, changes = made_anew(recast_heading, own)
            read = [replace(part, rows=_changed(part.rows, changes)) for part in read]
        rows = [row for part in read for row in part.rows]
        settled_heading = settled(recast_heading, rows, choices)
        if _has_priority([*(row for part in read for row in part.above), *rows]):
            settled_heading = beneath(settled_heading)
        ours = iter(read)
        made += [
            replace(next(ours), heading=settled_heading) if part.heading is heading else part
            for part in parts
        ]
        begins = ends
    return made


def _changed(rows: tuple[Row, ...], changes: tuple[Change, ...]) -> tuple[Row, ...]:
    for change in changes:
        rows = tuple(map(change, rows))
    return rows


def _has_priority(rows: list[Row]) -> bool:
    """Whether a line says by its label that it is a priority."""
    levels = (named_level(row.alone, numbered=False) for row in rows if row.alone)
    return any(level is not None and not level.lower for level in levels)


def _headings(sheet: Sheet, choices: Choices) -> Iterator[Heading]:
    last: Heading | None = None
    for index, row in enumerate(sheet.rows):
        below = sheet.rows[index + 1] if index + 1 < len(sheet.rows) else row
        if (last is not None and index <= last.last) or not _may_head(row, below):
            continue
        if last is not None and _repeats(sheet, last, row) and not _under_a_line(sheet, index):
            continue
        heading = heading_at(sheet, index, choices)
        if heading is not None and (last is None or _is_new(sheet, index, heading)):
            last = heading
            yield heading


def _may_head(row: Row, below: Row) -> bool:
    if any(cell.number is not None and cell.number > 12 for cell in row.cells if not _year(cell)):
        return False  # figures are no headings
    filled = [text for text in row.texts if text]
    if (row.table and row.number > 40) or len(filled) < 2 or max(map(len, filled)) > 90:
        return False
    card = len(filled) >= 4 and _is_of_pairs(row)
    return not card or (below.table == row.table and not _is_of_pairs(below))


def _is_of_pairs(row: Row) -> bool:
    """Whether a row is made of labels and values in turn, as those of a card are."""
    filled = [text for text in row.texts if text]
    labels, values = filled[::2], filled[1::2]
    return (
        len(labels) == len(values)
        and all(map(_is_label, labels))
        and not any(map(_is_label, values))
    )


def _is_label(text: str) -> bool:
    return meaning(text)[0] not in {"", *PERIODS}


def _year(cell: Cell) -> bool:
    return cell.number is not None and 1990 <= cell.number <= 2100


def _is_new(sheet: Sheet, index: int, heading: Heading) -> bool:
    """Whether a row within a table starts another: set apart, and nearly all of it headings."""
    row, before = sheet.rows[index], sheet.rows[index - 1]
    filled = [text for text in row.texts if text]
    named = [column for column in heading.columns if column.field]
    apart = row.number - before.number > 1 or before.alone != "" or row.table != before.table
    if any(ref_key(text) and meaning(text) == ("", 0) for text in filled):
        return False
    if row.table and row.table == before.table and not before.alone:
        return len(named) == len(filled) and len(heading.fields) >= 3
    if row.table and _under_a_line(sheet, index) and max(map(len, filled)) <= _SHORT:
        return len(named) * 3 >= len(filled) * 2
    return len(named) * 5 >= len(filled) * 4 and (apart or len(heading.fields) >= 3)


def _under_a_line(sheet: Sheet, index: int) -> bool:
    """Whether a table begins here, below a paragraph of a Word document or, in a sheet, below a
    line that stands apart from the table before or names a level."""
    if sheet.rows[index].table:
        return index > 0 and sheet.rows[index - 1].table == 0
    lines = list(takewhile(_outside, reversed(sheet.rows[:index])))
    first = index - len(lines)
    return any(row.cell(0).wide or named_level(row.alone) for row in lines) or (
        bool(lines) and any(_gap(sheet.rows, place) for place in range(max(first - 1, 0), index))
    )


def _repeats(sheet: Sheet, heading: Heading, row: Row) -> bool:
    """A heading row printed again, as on each page."""
    return _placed(row) in (_placed(sheet.rows[heading.first]), _placed(sheet.rows[heading.last]))


def _placed(row: Row) -> list[tuple[int, str]]:
    return [(column, text) for column, text in enumerate(row.texts) if text]


def _lines_begin(sheet: Sheet, heading: Heading, limit: int) -> int:
    """Where, going up from the next heading, the lines that belong to it begin. A lone row close
    below a table and apart from what follows is that table's last row."""
    rows, begins = sheet.rows, limit
    while begins - 1 > heading.last and _outside(rows[begins - 1]):
        begins -= 1
    close = begins - 1 > heading.last and not _gap(rows, begins - 1)
    if close and begins < limit and not rows[begins].cell(0).wide:
        return next((i + 1 for i in range(begins, limit - 1) if _gap(rows, i)), begins)
    return begins


def _gap(rows: tuple[Row, ...], index: int) -> bool:
    return rows[index + 1].number - rows[index].number > 1


def _outside(row: Row) -> bool:
    """A line between tables; in Word only a paragraph is one."""
    return row.table == 0 and row.alone != ""
