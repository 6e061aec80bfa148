"""Writing one cell of a workbook: text is text, whatever it starts with; no cell is a formula."""

from __future__ import annotations

import re
from typing import Any

_LIKE_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What spreadsheets would take for an escaped character (ECMA-376 part 1, 22.9.2.19)."""
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def put(cell: Any, value: Any) -> None:
    """Set the value of a cell; text loses what XML cannot hold and never becomes a formula."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if not isinstance(value, str):
        cell.value = value
        return
    escaped = _LIKE_ESCAPED.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.value = escaped.replace("\r", "_x000D_")
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(_STARTS_FORMULA)
