"""A document as sheets of text cells, whatever it was: what the readers make and the rest reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

MAX_ROWS = 20_000
MAX_COLUMNS = 200
Ticker = Callable[[int, int], None]
"""Told (rows done, rows in all) while a long file is read."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the text a person sees, and a date when the cell really holds one.

    `day_number`: an Excel day number without a date format; `formula`: its text is a formula.
    """

    text: str = ""
    day: date | None = None
    number: float | None = None
    formula: bool = False
    column: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its place: Excel's row number, or the record and line of a text file."""

    number: int
    cells: tuple[Cell, ...]
    line: int = 0

    @property
    def texts(self) -> list[str]:
        """The trimmed texts of the cells."""
        return [cell.text.strip() for cell in self.cells]

    @property
    def blank(self) -> bool:
        """True when no cell holds anything."""
        return not any(self.texts)

    def cell(self, index: int) -> Cell:
        """The cell of a column, empty beyond the row's end."""
        return self.cells[index] if 0 <= index < len(self.cells) else Cell()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet (or the one table of a text file). `merged`: cells repeated from a merged range."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_columns: tuple[int, ...] = ()
    spans: tuple[tuple[int, int, int], ...] = ()
    """Merged header ranges: (row number, first column, last column)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `numbered` by "row" (workbooks) or "record" (text files)."""

    name: str
    sheets: tuple[Sheet, ...]
    numbered: str = "row"

    def place(self, sheet: Sheet, row: Row, cell: str = "") -> dict[str, Any]:
        """Where a row is, as the person finds it."""
        if self.numbered == "record":
            return {"record": row.number, "line": row.line}
        return {"sheet": sheet.name, "row": row.number} | ({"cell": cell} if cell else {})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should look at: code, how serious, where, what it says there, and why."""

    code: str
    level: str
    ref: str | None
    location: dict[str, Any] | None
    quote: str
    message: str

    def __str__(self) -> str:
        return f"{show_place(self.location)}{self.message}"


@dataclass(slots=True)
class Findings:
    """Problems as they are found, in order."""

    problems: list[Problem] = field(default_factory=list)

    def add(
        self,
        code: str,
        level: str,
        message: str,
        *,
        ref: str | None = None,
        location: dict[str, Any] | None = None,
        quote: str = "",
    ) -> None:
        """Note a problem."""
        self.problems.append(Problem(code, level, ref, location, quote, message))


def show_place(location: dict[str, Any] | None) -> str:
    """ "Sheet ASB, row 7: " as a person reads it; empty for the whole document."""
    if not location:
        return ""
    names = {"sheet": "sheet ", "row": "row ", "record": "row ", "line": "line "}
    known = [f"{names[key]}{location[key]}" for key in names if key in location]
    extra = [str(location[key]) for key in ("cell", "column") if key in location]
    return ", ".join([*known, *extra]) + ": "
