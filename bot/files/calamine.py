"""Old Excel workbooks (.xls, .xlsb) and LibreOffice's (.ods): values alone, read by calamine.

Colours, strokes and formulas of these formats are not seen, which is said.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.core.errors import Refused
from bot.files.limits import Limits
from bot.files.ods import Formats, formats_of
from bot.files.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Document,
    Problem,
    Row,
    Sheet,
    Ticker,
    letters,
)
from bot.files.shown import shown_date, shown_number

_SHOWN = 6
"""Cells that a line names."""


def read_calamine(content: bytes, name: str, tick: Ticker | None = None) -> Document:
    """Every sheet of a workbook that is no .xlsx. Raises Refused."""
    import python_calamine as calamine

    try:
        book = calamine.load_workbook(io.BytesIO(content))
        limits, sheets = Limits(name), list[Sheet]()
        formats = formats_of(content) if content.startswith(b"PK") else []
        for place, entry in enumerate(book.sheets_metadata):
            shown: Formats = formats[place] if place < len(formats) else {}
            if tick:
                tick(len(sheets), len(book.sheets_metadata))
            sheets.append(_sheet(book, entry, limits, shown))
    except Refused:
        raise
    except Exception:  # whatever the library trips over means the same to the reader
        raise Refused(
            f"{name} is damaged, has a password or is no workbook.",
            "Save it as .xlsx without a password and try again.",
        ) from None
    unseen = "colours, struck-through text and formulas of this format are not seen; values are"
    remarks = [Problem("format_limits", "note", None, None, "", unseen)]
    remarks += () if any(formats) else per_cents_not_seen(sheets)
    return Document(name, tuple(sheets), remarks=tuple(remarks))


def per_cents_not_seen(sheets: list[Sheet]) -> Iterator[Problem]:
    """Numbers that may be per cents, in a format whose per cent signs are not seen: a line a
    sheet."""
    for sheet in sheets:
        cells = [
            f"{cell.column}{row.number} ({cell.text})"
            for row in sheet.rows
            for cell in row.cells
            if cell.number is not None and 0 < cell.number < 1
        ]
        if cells:
            more = f" and {len(cells) - _SHOWN} more" if len(cells) > _SHOWN else ""
            message = (
                "per cent signs are not seen in this format, so 0.6 may be 60%: "
                f"{', '.join(cells[:_SHOWN])}{more}. Is it so? Save the file as .xlsx"
            )
            place = {"sheet": sheet.name}
            yield Problem("percent_not_seen", "must", None, place, cells[0], message)


def _sheet(book: Any, entry: Any, limits: Limits, formats: Formats) -> Sheet:
    limits.sheet()
    sheet = book.get_sheet_by_name(entry.name)
    rows = []
    for number, values in enumerate(sheet.iter_rows(), 1):
        if values.count("") == len(values):  # most rows of a sheet that reaches far
            continue
        shown = formats.get(number, {})
        cells = tuple(
            _cell(value, index, shown.get(index, ""))
            for index, value in enumerate(values[:MAX_COLUMNS])
        )
        if limits.row(cells):
            rows.append(Row(number, cells))
    hidden = "Visible" not in str(entry.visible)
    merged = sheet.merged_cell_ranges or []
    spans = tuple((top + 1, left, right) for (top, left), (_, right) in merged if right > left)
    return Sheet(entry.name, _filled(rows, merged), hidden, spans=spans)


def _filled(rows: list[Row], merged: list[Any]) -> tuple[Row, ...]:
    """The rows with cells merged downwards repeated, as `xlsx` does."""
    by_number = {row.number: list(row.cells) for row in rows}
    for (top, left), (bottom, _) in merged:
        first = by_number.get(top + 1, [])
        for number in range(top + 2, min(bottom + 1, top + MAX_ROWS) + 1):
            if number in by_number and left < len(first) and left < len(by_number[number]):
                by_number[number][left] = replace(first[left], repeated=True)
    return tuple(Row(number, tuple(cells)) for number, cells in by_number.items())


def _cell(value: Any, index: int, shown: str) -> Cell:
    column = letters(index)
    if isinstance(value, (datetime, date)):
        day = value.date() if isinstance(value, datetime) else value
        return Cell(shown_date(day), day=day, column=column)
    if isinstance(value, bool):
        return Cell("Yes" if value else "No", column=column)
    if isinstance(value, (int, float)):
        return Cell(shown_number(float(value), shown), number=float(value), column=column)
    if isinstance(value, (time, timedelta)):
        return Cell(str(value), column=column)
    return Cell(str(value or ""), column=column)
