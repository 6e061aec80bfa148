"""Every problem of a document as a workbook, one a row, to work through beside the document."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

from bot.files.cells import put
from bot.files.previewing import kind_words, safe_message, safe_ref
from bot.files.sheet import Problem, show_place

HEADINGS = ("How serious", "Kind", "Ref", "Where", "What")
LEVELS = {"must": "must be looked at", "should": "should be looked at"}
WIDTHS = (20, 34, 12, 30, 100)


def problems_workbook(problems: Iterable[Problem], is_safe: Callable[[str], bool]) -> bytes:
    """An .xlsx. Messages that quote what the guard would hold say their place only."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    del book["Sheet"]
    sheet = book.create_sheet("Problems")
    rows = [HEADINGS, *(_row(problem, is_safe) for problem in problems)]
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column)
            put(cell, text)
            cell.font = Font(bold=number == 1)
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _row(problem: Problem, is_safe: Callable[[str], bool]) -> tuple[str, ...]:
    return (
        LEVELS.get(problem.level, "to know"),
        kind_words(problem.code),
        safe_ref(problem, is_safe),
        show_place(problem.location).rstrip(": "),
        safe_message(problem, is_safe),
    )
