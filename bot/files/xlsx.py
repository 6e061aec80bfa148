"""Workbooks: cells as a person sees them, real dates kept, formulas as text, hidden parts noted."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from bot.core.errors import Refused
from bot.files.sheet import MAX_COLUMNS, Cell, Document, Row, Sheet, Ticker

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def read_xlsx(content: bytes, name: str, tick: Ticker | None = None) -> Document:
    """Every sheet of a workbook that `opening` has found harmless. Raises Refused."""
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # extensions it does not know are no concern of ours
            book = load_workbook(io.BytesIO(content), data_only=False, keep_links=False)
    except Exception:  # whatever the library trips over means the same to the reader
        raise Refused(
            f"{name} is damaged and cannot be opened.", "Open it in Excel and save it again."
        ) from None
    try:
        total = sum(sheet.max_row for sheet in book.worksheets)
        done = 0
        sheets = []
        for sheet in book.worksheets:
            sheets.append(_sheet(sheet))
            done += sheet.max_row
            if tick:
                tick(done, total)
        return Document(name, tuple(sheets))
    finally:
        book.close()


def _sheet(sheet: Any) -> Sheet:
    filled = _merged(sheet)
    width = min(sheet.max_column, MAX_COLUMNS)
    rows = []
    for number, values in enumerate(sheet.iter_rows(max_col=width), 1):
        cells = tuple(_cell(filled.get((number, i), cell)) for i, cell in enumerate(values))
        rows.append(Row(number, cells))
    hidden = tuple(
        index
        for letter, dimension in sheet.column_dimensions.items()
        if dimension.hidden
        for index in range((dimension.min or 1) - 1, dimension.max or 1)
        if letter and index < width
    )
    spans = tuple(
        (r.min_row, r.min_col - 1, r.max_col - 1)
        for r in sheet.merged_cells.ranges
        if r.max_col > r.min_col
    )
    return Sheet(sheet.title, tuple(rows), sheet.sheet_state != "visible", hidden, spans)


def _merged(sheet: Any) -> dict[tuple[int, int], Any]:
    """Cells of a range merged downwards show what its first cell shows (a priority's name beside
    all its actions). Ranges merged across are headings and stay with their first cell."""
    filled: dict[tuple[int, int], Any] = {}
    for found in sheet.merged_cells.ranges:
        if found.max_row > found.min_row and found.max_col == found.min_col:
            first = sheet.cell(found.min_row, found.min_col)
            for number in range(found.min_row + 1, found.max_row + 1):
                filled[number, found.min_col - 1] = first
    return filled


def _cell(cell: Any) -> Cell:
    value, column = cell.value, getattr(cell, "column_letter", "")
    if value is None:
        return Cell(column=column)
    if isinstance(value, datetime):
        return Cell(_shown_date(value, cell.number_format), day=value.date(), column=column)
    if isinstance(value, date):
        return Cell(_shown_date(value, cell.number_format), day=value, column=column)
    if isinstance(value, bool):
        return Cell("Yes" if value else "No", column=column)
    if isinstance(value, (int, float)):
        return Cell(_shown_number(value, cell.number_format), number=float(value), column=column)
    text = str(value)
    return Cell(text, formula=cell.data_type == "f", column=column)


def _shown_number(value: float, style: str) -> str:
    if "%" in style:
        return f"{_short(value * 100)}%"
    return ("£" if "£" in style else "") + _short(value)


def _short(value: float) -> str:
    return f"{round(value, 6):.6f}".rstrip("0").rstrip(".")


def _shown_date(value: date, style: str) -> str:
    plain = style.lower().split(";")[0]
    month = MONTHS[value.month - 1]
    if "d" not in plain and "mmm" in plain:
        return f"{month}-{value:%y}" if "yyyy" not in plain else f"{month} {value.year}"
    if "mmmm" in plain:
        return f"{value.day} {value:%B %Y}"
    if "mmm" in plain:
        return f"{value.day} {month} {value.year}"
    return f"{value:%d/%m/%Y}"
