"""How the numbers of an .ods are shown: a share of 0.9 as 90%, money in pounds.

The values alone do not say so; the content does, by the type of each value (ODF 1.2, part 1,
19.385).
"""

from __future__ import annotations

import io
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from bot.files.sheet import MAX_COLUMNS, MAX_ROWS
from bot.files.unfolding import repeated

Formats = dict[int, dict[int, str]]
"""Row number -> column, counted from 0 -> the format, for the cells that have one."""


def formats_of(content: bytes) -> list[Formats]:
    """The formats of each sheet, in order; empty for what is no .ods."""
    with ZipFile(io.BytesIO(content)) as archive:
        if "content.xml" not in archive.NameToInfo:
            return []
        return _formats(archive.read("content.xml"))


def _formats(content: bytes) -> list[Formats]:
    sheets: list[Formats] = []
    row: dict[int, str] = {}
    number = column = 0
    for event, element in iterparse(io.BytesIO(content), events=("start", "end")):  # noqa: S314
        tag = element.tag.rpartition("}")[2]
        if event == "start":
            if tag == "table":
                sheets.append({})
                number = 0
            elif tag == "table-row":
                row, column = {}, 0
        elif tag in {"table-cell", "covered-table-cell"}:
            last = column + repeated(element, "number-columns-repeated")
            if shown := _format(element):
                row |= dict.fromkeys(range(column, min(last, MAX_COLUMNS)), shown)
            column = last
        elif tag == "table-row":
            last = number + repeated(element, "number-rows-repeated")
            if row:
                sheets[-1] |= dict.fromkeys(range(number + 1, min(last, MAX_ROWS) + 1), row)
            number = last
            element.clear()
    return sheets


def _format(element: Element) -> str:
    values = {key.rpartition("}")[2]: value for key, value in element.items()}
    if values.get("value-type") == "percentage":
        return "%"
    return "£" if values.get("currency") == "GBP" else ""
