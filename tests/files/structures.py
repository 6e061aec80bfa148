"""Builds a document from its description under `data/structures`: grids of cells, or a Word flow.

In a grid "<" joins a cell with the one on its left and "^" with the one above; `{fill: RRGGBB}` is
an empty cell of that colour.
"""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime, time
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import docx
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

Grid = list[list[Any]]
MERGED = {"<", "^"}


def built(structure: dict[str, Any]) -> bytes:
    """The bytes of the document a structure describes."""
    return {"xlsx": _xlsx, "csv": _csv, "docx": _docx, "ods": _ods}[structure["format"]](structure)


def cells(structure: dict[str, Any]) -> list[tuple[str, str]]:
    """Each text of the document with its sheet's name (empty in Word), in order; a heading over
    several columns ("Timeline" over Q1 to Q4) holds nothing by itself."""
    grids = [(s["name"], s["rows"]) for s in structure.get("sheets", [])]
    for part in structure.get("flow", []):
        grids.append(("", part["table"] if "table" in part else [list(part.values())]))
    return [
        (name, value.strip())
        for name, rows in grids
        for row in rows
        for index, value in enumerate(row)
        if isinstance(value, str) and value.strip() and value not in MERGED
        if index == 0 or row[index + 1 : index + 2] != ["<"]
    ]


def _origin(rows: Grid, row: int, column: int) -> tuple[int, int]:
    while column and rows[row][column] == "<":
        column -= 1
    while row and rows[row][column] == "^":
        row -= 1
    return row, column


def _merges(rows: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """The last cell of each merged range by its first one."""
    merged = {}
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            if isinstance(value, str) and value in MERGED:
                merged[_origin(rows, i, j)] = (i, j)
    return merged


def _xlsx(structure: dict[str, Any]) -> bytes:
    book = Workbook()
    del book["Sheet"]
    for described in structure["sheets"]:
        _fill(book.create_sheet(described["name"]), described["rows"])
        for number in described.get("strike", []):
            for cell in book[described["name"]][number]:
                cell.font = Font(strike=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, rows: Grid) -> None:
    for i, row in enumerate(rows, 1):
        for j, value in enumerate(row, 1):
            cell = sheet.cell(i, j)
            if isinstance(value, dict):
                cell.fill = PatternFill("solid", fgColor=value["fill"])
            elif value not in {"", *MERGED}:
                cell.value = value
                if isinstance(value, date):
                    cell.number_format = "dd/mm/yyyy"
    for (i, j), (k, m) in _merges(rows).items():
        sheet.merge_cells(start_row=i + 1, start_column=j + 1, end_row=k + 1, end_column=m + 1)


def _csv(structure: dict[str, Any]) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out, delimiter=structure.get("separator", ","))
    grid = structure["sheets"][0]["rows"]
    rows.writerows([["" if value in MERGED else value for value in row] for row in grid])
    return out.getvalue().encode(structure.get("encoding", "utf-8"))


def _docx(structure: dict[str, Any]) -> bytes:
    document = docx.Document()
    for part in structure["flow"]:
        if "heading" in part:
            document.add_heading(part["heading"], part.get("level", 1))
        elif "para" in part:
            document.add_paragraph(part["para"])
        else:
            _word_table(document, part["table"])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _word_table(document: Any, rows: Grid) -> None:
    table = document.add_table(len(rows), max(map(len, rows)))
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            if value not in MERGED:
                table.cell(i, j).text = str(value)
    for (i, j), (k, m) in _merges(rows).items():
        table.cell(i, j).merge(table.cell(k, m))
    document.add_paragraph("")


def _ods(structure: dict[str, Any]) -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    tables = "".join(
        f"<table:table table:name={quoteattr(sheet['name'])}>"
        + "".join(f"<table:table-row>{_ods_row(row)}</table:table-row>" for row in sheet["rows"])
        + "</table:table>"
        for sheet in structure["sheets"]
    )  # fmt: skip
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{office}:office:1.0"'
        f' xmlns:table="{office}:table:1.0" xmlns:text="{office}:text:1.0" office:version="1.2">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0"><manifest:file-entry'
        f' manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def _ods_cell(value: Any) -> str:
    if isinstance(value, date):
        day = datetime.combine(value, time.min).isoformat()
        return f'<table:table-cell office:value-type="date" office:date-value="{day}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    text = f"<text:p>{escape(value)}</text:p>" if value else ""
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def _ods_row(row: list[Any]) -> str:
    return "".join(map(_ods_cell, row))
