"""How many cells a workbook unfolds to when it is read, looked at before.

One cell of an .ods may stand for millions (ODF 1.2, part 1, 19.675 and 19.677), and one in the last
row of an .xls brings all before it; an .xlsx is read row by row and needs none of this.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from xml.etree.ElementTree import Element, iterparse

from bot.core.errors import Refused

MAX_UNFOLDED = 4_000_000
"""Cells of the rectangle a sheet's values lie in, at most: every one of them is made."""
_DIMENSIONS = re.compile(rb"\x00\x02\x0e\x00(.{14})", re.DOTALL)
"""The record of an .xls sheet that says how far it reaches ([MS-XLS] 2.4.90)."""
_ROWS, _COLUMNS = 65_536, 256
"""What an .xls sheet can have; what claims more is no such record."""


def require_small_ods(content: bytes, name: str) -> None:
    """Raise Refused when a sheet of an .ods's content reaches too far. Empty cells and rows behind
    the last value count for nothing."""
    for rows, columns in _sizes(content):
        _require(rows, columns, name)


def require_small_xls(content: bytes, name: str) -> None:
    """Raise Refused when a sheet of an .xls says that it reaches too far."""
    for match in _DIMENSIONS.finditer(content):
        first, rows, left, columns, nothing = struct.unpack("<IIHHH", match[1])
        if first <= rows <= _ROWS and left <= columns <= _COLUMNS and not nothing:
            _require(rows, columns, name)


def _require(rows: int, columns: int, name: str) -> None:
    if rows * columns > MAX_UNFOLDED:
        raise Refused(
            f"{name} has a sheet that reaches over {rows:,} rows and {columns:,} columns, though a "
            "plan has some hundreds of rows.",
            "Delete all that is right of the plan and below it, or save it as .xlsx.",
        )


def _sizes(content: bytes) -> Iterator[tuple[int, int]]:
    """Rows and columns up to the last value, as they grow with each row that holds one."""
    rows = columns = waiting = width = cells = 0
    for event, element in iterparse(io.BytesIO(content), events=("start", "end")):  # noqa: S314
        tag = element.tag.rpartition("}")[2]
        if event == "start":
            rows, columns, waiting = (0, 0, 0) if tag == "table" else (rows, columns, waiting)
            width, cells = (0, 0) if tag == "table-row" else (width, cells)
        elif tag in {"table-cell", "covered-table-cell"}:
            cells += repeated(element, "number-columns-repeated")
            width = cells if _has(element, "value-type") else width
        elif tag == "table-row":
            waiting += repeated(element, "number-rows-repeated")
            if width:
                rows, columns, waiting = rows + waiting, max(columns, width), 0
                yield rows, columns
            element.clear()


def _has(element: Element, name: str) -> bool:
    return any(key.rpartition("}")[2] == name for key in element.keys())  # noqa: SIM118


def repeated(element: Element, name: str) -> int:
    """For how many cells or rows an element stands; `name`: the attribute that says so."""
    values = (value for key, value in element.items() if key.rpartition("}")[2] == name)
    return max(int(next(values, "1")), 1)
