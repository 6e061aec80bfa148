"""What an .ods workbook would unfold to: one cell of it may stand for millions (ODF 1.2, part 1,
19.675 and 19.677). Looked at before the file is read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element, iterparse

from bot.core.errors import Refused
from bot.files.sheet import MAX_ROWS

MAX_UNFOLDED = 4_000_000
"""Cells of the rectangle a sheet's values lie in, at most: readers make every one of them."""


def require_small(content: bytes, name: str) -> None:
    """Raise Refused when a sheet of the document unfolds to more than a plan needs. Empty cells and
    rows behind the last value count for nothing."""
    for rows, columns in _sizes(content):
        if rows > MAX_ROWS or rows * columns > MAX_UNFOLDED:
            raise Refused(
                f"{name} has more than {MAX_ROWS:,} rows; a plan has some hundreds.",
                "Keep only the plan's own sheets.",
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
            cells += _repeated(element, "number-columns-repeated")
            width = cells if _has(element, "value-type") else width
        elif tag == "table-row":
            waiting += _repeated(element, "number-rows-repeated")
            if width:
                rows, columns, waiting = rows + waiting, max(columns, width), 0
                yield rows, columns
            element.clear()


def _has(element: Element, name: str) -> bool:
    return any(key.rpartition("}")[2] == name for key in element.keys())  # noqa: SIM118


def _repeated(element: Element, name: str) -> int:
    values = (value for key, value in element.items() if key.rpartition("}")[2] == name)
    return max(int(next(values, "1")), 1)
