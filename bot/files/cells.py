"""Writing one cell of a workbook: text is text, whatever it starts with; no cell is a formula."""

from __future__ import annotations

from typing import Any

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def put(cell: Any, value: Any) -> None:
    """Set the value of a cell; text loses what XML cannot hold and never becomes a formula."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(_STARTS_FORMULA)
