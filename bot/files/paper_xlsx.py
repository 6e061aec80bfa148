"""The committee paper as a workbook: one sheet a table, with filters and a native chart."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bot.files.cells import put
from bot.quarterly.document import Chapter, Paper, Table

if TYPE_CHECKING:
    from openpyxl import Workbook

_NAME = 31
"""Characters of a sheet's name, at most (Excel)."""


def paper_xlsx(paper: Paper) -> bytes:
    """The paper as an .xlsx: a cover sheet, then each table on a sheet of its own."""
    from openpyxl import Workbook

    book = Workbook()
    _cover(book["Sheet"], paper)
    for chapter in paper.chapters:
        if chapter.table is not None:
            _sheet(book, chapter, chapter.table, paper)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cover(sheet: Any, paper: Paper) -> None:
    from openpyxl.styles import Alignment

    sheet.title = "Summary"
    lines = [(paper.title, ""), (paper.subtitle, ""), ("Marking", paper.running_head)]
    lines += [*paper.cover, ("Snapshot", paper.snapshot)]
    paragraphs = [(c.heading, text) for c in paper.chapters for text in c.paragraphs]
    _fill(sheet, [*lines, ("", ""), *paragraphs])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 30, 110
    for row in sheet.iter_rows(max_col=2):
        row[1].alignment = Alignment(wrap_text=True, vertical="top")
    _page(sheet, paper)


def _sheet(book: Workbook, chapter: Chapter, table: Table, paper: Paper) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(_free_name(book, chapter.heading))
    _fill(sheet, [table.headings, *(tuple(map(_cell, row)) for row in table.rows)])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column in range(1, len(table.headings) + 1):
        longest = max((len(str(row[column - 1])) for row in table.rows), default=0)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = min(60, max(12, longest + 2))
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
    sheet.auto_filter.ref = sheet.dimensions
    _page(sheet, paper)
    if _is_counted(table):
        sheet.add_chart(_chart(sheet, table), f"A{len(table.rows) + 4}")


def _fill(sheet: Any, rows: Sequence[tuple[str | int, ...]]) -> None:
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            put(sheet.cell(number, column), value)


def _cell(text: str) -> str | int:
    """Counts are numbers, so that they can be sorted and added up."""
    return int(text) if re.fullmatch(r"\d{1,9}", text) else text


def _is_counted(table: Table) -> bool:
    return all(isinstance(_cell(text), int) for row in table.rows for text in row[1:])


def _chart(sheet: Any, table: Table) -> Any:
    from openpyxl.chart import BarChart, Reference

    last_row, last_column = len(table.rows) + 1, len(table.headings)
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
    chart.title = table.caption
    figures = Reference(sheet, min_col=2, max_col=last_column, min_row=1, max_row=last_row)
    chart.add_data(figures, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last_row))
    chart.width, chart.height = 24, 2 + len(table.rows) * 1.2
    return chart


def _page(sheet: Any, paper: Paper) -> None:
    sheet.oddHeader.center.text = paper.running_head
    sheet.oddFooter.center.text = f"{paper.snapshot}, page &P"
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0


def _free_name(book: Workbook, heading: str) -> str:
    plain = re.sub(r"[\[\]:*?/\\]", " ", heading)[:_NAME].strip() or "Sheet"
    name, number = plain, 2
    while name in book.sheetnames:
        name, number = f"{plain[: _NAME - 4].strip()} ({number})", number + 1
    return name
