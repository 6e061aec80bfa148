"""An agency's return to fill in: its open actions, a list of statuses to choose from, the rest
locked.

Given back unchanged it reports nothing: what repeats the record says so in its heading and is not
read. No cell ever starts a formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from bot.core.plan import Agency
from bot.core.progress import Standing
from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.files.cells import put
from bot.files.vocabulary import FROM_RECORD

_RECORD = tuple(
    f"{name} {FROM_RECORD}" for name in ("Action", "Due", "Measure", "Last status", "Last comment")
)
HEADINGS = (
    "Ref", *_RECORD, "Status", "Progress", "Reading", "New due date", "Reason", "Corrective action",
)  # fmt: skip
WIDTHS = (9, 50, 14, 30, 14, 40, 15, 60, 11, 14, 30, 30)
FIRST_OPEN = len(_RECORD) + 2
"""The first column to be filled in, counted from 1."""
HEAD = 4
"""The row of the headings."""


def return_form(agency: Agency, standings: Iterable[Standing], quarter: Quarter) -> bytes:
    """An .xlsx for a quarter: a row for each of `standings`."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, Protection
    from openpyxl.utils import get_column_letter

    book = Workbook()
    del book["Sheet"]
    sheet = book.create_sheet("Return")
    top = [[f"Quarterly return, {quarter}"], [agency.name], []]
    rows = [*top, list(HEADINGS), *map(_row, standings)]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            put(cell, value)
            cell.font = Font(bold=number in {1, 2, HEAD})
            cell.alignment = Alignment(wrap_text=number >= HEAD, vertical="top")
            cell.protection = Protection(locked=number <= HEAD or column < FIRST_OPEN)
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = sheet.cell(HEAD + 1, 2)
    _only_statuses(sheet, len(rows))
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _row(standing: Standing) -> list[Any]:
    action, latest = standing.action, standing.latest
    shown = [
        action.ref,
        action.text,
        standing.due or action.timescale_raw,
        action.measures[0].text if action.measures else "",
        _word(standing.status) if standing.status else "no update received",
        latest.note if latest else "",
    ]
    return [*shown, *[None] * (len(HEADINGS) - len(shown))]


def _only_statuses(sheet: Any, last: int) -> None:
    """A list to choose from in the column of the status."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    column = get_column_letter(FIRST_OPEN)
    words = ",".join(_words())
    choices = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
    choices.error = "Choose one of the list, or leave it empty."
    sheet.add_data_validation(choices)
    choices.add(f"{column}{HEAD + 1}:{column}{max(last, HEAD + 1)}")


def _words() -> Iterator[str]:
    yield from map(_word, Status)


def _word(status: Status) -> str:
    """A status as documents write it, whatever the partnership's own labels are."""
    return status.value.replace("_", " ").capitalize()
