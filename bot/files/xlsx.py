"""Workbooks: cells as a person sees them, real dates kept, formulas by their saved value.

The parts are read straight from the archive, row by row: rows that hold nothing cost nothing,
whatever number the last one bears.
"""

from __future__ import annotations

import io
import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring, iterparse
from zipfile import ZipFile

from bot.core.dataclass import dataclass
from bot.files.cell_notes import notes_on
from bot.files.limits import Limits
from bot.files.sheet import (
    MAX_COLUMNS,
    Cell,
    Document,
    Problem,
    Row,
    Sheet,
    Ticker,
    letters,
)
from bot.files.shown import shown_date, shown_number
from bot.files.styles import Style, read_styles

_EDITION = 2006
"""The year of the standard, in the name of every relation."""
_RELATION = f"{{http://schemas.openxmlformats.org/officeDocument/{_EDITION}/relationships}}id"
_WIDEST = 16_384
"""Columns a sheet can have (Excel)."""
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"^([A-Z]{1,3})(\d+)$")
Merged = tuple[int, int, int, int]
"""First row, first column, last row, last column (columns from 0)."""


class _Content(NamedTuple):
    """What a cell shows, and the date or number it really holds."""

    text: str
    day: date | None = None
    number: float | None = None


@dataclass(slots=True)
class _Book:
    """What the cells of every sheet refer to."""

    strings: list[str]
    styles: list[Style]
    epoch: date

    def style(self, cell: Element) -> Style:
        index = int(cell.get("s") or 0)
        return self.styles[index] if index < len(self.styles) else Style()


def read_xlsx(content: bytes, name: str, tick: Ticker | None = None) -> Document:
    """Every sheet of a workbook that `opening` has found harmless. Raises Refused; where the bytes
    are wrong, whatever they end in."""
    with ZipFile(io.BytesIO(content)) as archive:
        remarks: list[Problem] = []
        sheets = tuple(_sheets(archive, Limits(name), tick, remarks))
    return Document(name, sheets, remarks=tuple(remarks))


def _sheets(
    archive: ZipFile, limits: Limits, tick: Ticker | None, remarks: list[Problem]
) -> Iterator[Sheet]:
    """The sheets in order; what is odd about them is added to `remarks`."""
    root = fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
    targets = _targets(archive)
    settings = root.find("{*}workbookPr")
    is_1904 = settings is not None and settings.get("date1904") in {"1", "true"}
    book = _Book(_strings(archive), _styles(archive), _EPOCH_1904 if is_1904 else _EPOCH)
    listed = root.findall("{*}sheets/{*}sheet")
    for number, entry in enumerate(listed):
        if tick:
            tick(number, len(listed))
        part = targets.get(entry.get(_RELATION, ""), "")
        if "worksheets" not in part or part not in archive.NameToInfo:
            continue
        hidden = entry.get("state", "visible") != "visible"
        limits.sheet()
        parts = _SheetParts(book, limits)
        sheet = parts.read(archive, part, entry.get("name", ""), hidden)
        remarks += parts.remarks(sheet)
        remarks += [] if hidden else notes_on(archive, part, sheet.name)
        yield sheet


def _targets(archive: ZipFile) -> dict[str, str]:
    root = fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    return {
        entry.get("Id", ""): posixpath.normpath(posixpath.join("/xl", entry.get("Target", "")))[1:]
        for entry in root
    }


def _strings(archive: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.NameToInfo:
        return []
    root = fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314
    return [_string(entry) for entry in root]


def _styles(archive: ZipFile) -> list[Style]:
    if "xl/styles.xml" not in archive.NameToInfo:
        return []
    return read_styles(archive.read("xl/styles.xml"))


def _string(entry: Element) -> str:
    """The text of a string, of all its runs, without the reading aids of other scripts."""
    text = "".join(_texts(entry))
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) if "_x" in text else text


def _texts(entry: Element) -> Iterator[str]:
    for child in entry:
        name = child.tag.rpartition("}")[2]
        if name == "t":
            yield child.text or ""
        elif name == "r":
            yield from (part.text or "" for part in child if part.tag.rpartition("}")[2] == "t")


class _SheetParts:
    """One sheet while it is read."""

    def __init__(self, book: _Book, limits: Limits) -> None:
        self._book, self._limits = book, limits
        self._rows: dict[int, Row] = {}
        self._again: list[Row] = []
        """Rows under a number used before: kept behind the others, and said."""
        self._merged: list[Merged] = []
        self._hidden_columns: set[int] = set()
        self._number = 0

    def read(self, archive: ZipFile, part: str, name: str, hidden: bool) -> Sheet:
        """The sheet as rows that hold something."""
        data: Element | None = None
        width = 0
        with archive.open(part) as stream:
            for event, element in iterparse(stream, events=("start", "end")):  # noqa: S314
                tag = element.tag.rpartition("}")[2]
                if event == "start":
                    data = element if tag == "sheetData" else data
                    width = 0 if tag == "row" else width + (tag == "c")
                    if width > _WIDEST:
                        raise self._limits.refused(f"a row of more than {_WIDEST:,} cells")
                elif tag == "row":
                    self._row(element)
                    if data is not None:
                        data.clear()
                elif tag in {"mergeCell", "col"}:
                    self._note(tag, element)
        self._fill_merged()
        spans = tuple((top, left, right) for top, left, _, right in self._merged if right > left)
        rows = tuple(self._rows[number] for number in sorted(self._rows))
        last = rows[-1].number if rows else 0
        again = tuple(replace(row, number=n) for n, row in enumerate(self._again, last + 1))
        return Sheet(name, (*rows, *again), hidden, tuple(sorted(self._hidden_columns)), spans)

    def remarks(self, sheet: Sheet) -> Iterator[Problem]:
        """What is odd about the numbers of a sheet's rows."""
        behind = sheet.rows[len(sheet.rows) - len(self._again) :]
        for row, first in zip(behind, self._again, strict=True):
            message = (
                f"row {first.number} is in the file twice; the second is kept as row {row.number}"
            )
            place = {"sheet": sheet.name, "row": row.number}
            yield Problem("repeated_row", "must", None, place, " | ".join(row.texts)[:120], message)

    def _note(self, tag: str, element: Element) -> None:
        if tag == "mergeCell":
            first, _, last = element.get("ref", "").partition(":")
            (top, left), (bottom, right) = _place(first), _place(last or first)
            self._merged.append((top, left, bottom, right))
        elif element.get("hidden") in {"1", "true"}:
            until = min(int(element.get("max", 0)), MAX_COLUMNS)
            self._hidden_columns.update(range(int(element.get("min", 1)) - 1, until))

    def _row(self, element: Element) -> None:
        self._number = int(element.get("r") or self._number + 1)
        cells: list[Cell] = []
        for index, entry in enumerate(element):
            place = entry.get("r")
            column = _place(place)[1] if place else index
            if column >= MAX_COLUMNS:
                break
            cells += [_blank(i) for i in range(len(cells), column)]
            cells.append(self._cell(entry, letters(column)))
        if self._limits.row(cells):
            hidden = element.get("hidden") in {"1", "true"}
            row = Row(self._number, tuple(cells), hidden=hidden)
            if row.number in self._rows:
                self._again.append(row)
            else:
                self._rows[row.number] = row

    def _cell(self, entry: Element, column: str) -> Cell:
        style = self._book.style(entry)
        parts = {child.tag.rpartition("}")[2]: child for child in entry}
        kind, value, formula = entry.get("t", "n"), parts.get("v"), parts.get("f")
        saved = value.text if value is not None else None
        content = _Content("")
        if kind == "inlineStr":
            inline = parts.get("is")
            content = _Content(_string(inline) if inline is not None else "")
        elif saved:
            content = self._content(kind, saved, style)
        elif formula is not None:
            content = _Content(f"={formula.text or ''}")
        worked_out = formula is not None and kind != "inlineStr"
        return Cell(*content, worked_out, column, style.fill, style.struck, style.bold)

    def _content(self, kind: str, saved: str, style: Style) -> _Content:
        if kind == "s":
            return _Content(self._book.strings[int(saved)])
        if kind == "b":
            return _Content("Yes" if saved == "1" else "No")
        if kind == "d":
            day = datetime.fromisoformat(saved).date()
            return _Content(shown_date(day, style.number_format), day)
        if kind != "n":
            return _Content(saved)
        number = float(saved)
        if style.is_date and 0 < number < 2_900_000:
            day = self._book.epoch + timedelta(days=int(number))
            return _Content(shown_date(day, style.number_format), day)
        return _Content(shown_number(number, style.number_format), number=number)

    def _fill_merged(self) -> None:
        """Cells of a range merged downwards show what its first cell shows (a priority's name
        beside all its actions). Ranges merged across stay with their first cell."""
        numbers = sorted(self._rows)
        ends: dict[int, int] = {}
        for top, left, bottom, right in sorted(self._merged):
            if left >= MAX_COLUMNS or top <= ends.get(left, 0):
                continue  # ranges never overlap; of those that do, the first counts
            ends[left] = bottom
            first = self._rows[top].cell(left) if top in self._rows else Cell()
            if right > left and top in self._rows:
                self._put(top, left, replace(first, wide=True))
            if bottom > top and first.text.strip():
                below = numbers[bisect_right(numbers, top) : bisect_right(numbers, bottom)]
                for number in below:
                    self._put(number, left, replace(first, repeated=True))

    def _put(self, number: int, column: int, cell: Cell) -> None:
        row = self._rows[number]
        cells = list(row.cells) + [_blank(i) for i in range(len(row.cells), column + 1)]
        cells[column] = replace(cell, column=letters(column))
        self._rows[number] = replace(row, cells=tuple(cells))


@lru_cache(maxsize=MAX_COLUMNS)
def _blank(index: int) -> Cell:
    """The empty cell of a column, one for all rows: a wide sheet holds millions of them."""
    return Cell(column=letters(index))


def _place(text: str) -> tuple[int, int]:
    """Row and column (from 0) of "B5". Raises ValueError."""
    match = _PLACE.match(text.replace("$", ""))
    if match is None:
        raise ValueError(text)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column - 1
