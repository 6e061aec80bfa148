"""A document as sheets of text cells, whatever it was: what the readers make and the rest reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from datetime import date
from functools import lru_cache
from typing import Any

from bot.core.dataclass import dataclass

MAX_ROWS = 20_000
MAX_COLUMNS = 200
GREY = "grey"
"""A ground that says a status only where the document's own key says so: headings have it too."""
Ticker = Callable[[int, int], None]
"""Told (rows done, rows in all) while a long file is read."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the text a person sees, and a date when the cell really holds one.

    `number`: a number without a date format; `formula`: worked out by a formula (its saved value
    is the text) or a text that starts like one; `fill`: the colour of its ground, as a word
    (green, amber, red, blue, grey) or empty; `struck`: its text is struck through; `wide`: merged
    with the cells to its right; `repeated`: shows what stands above it in a cell merged downwards.
    """

    text: str = ""
    day: date | None = None
    number: float | None = None
    formula: bool = False
    column: str = ""
    fill: str = ""
    struck: bool = False
    bold: bool = False
    wide: bool = False
    repeated: bool = False

    @property
    def colour(self) -> str:
        """The colour of its ground that says a status by itself, empty for none."""
        return "" if self.fill == GREY else self.fill


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds something, with its place: Excel's row number, the record and line of a
    text file, or the table and row of a Word document (`table` 0: a paragraph between tables,
    `level` its level as a heading, 0 for plain text). `texts`: the trimmed texts of the cells."""

    number: int
    cells: tuple[Cell, ...]
    line: int = 0
    table: int = 0
    level: int = 0
    hidden: bool = False
    texts: tuple[str, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        # Worked out once: what a table is, is asked of each row some fifty times.
        object.__setattr__(self, "texts", tuple([cell.text.strip() for cell in self.cells]))

    @property
    def blank(self) -> bool:
        """True when no cell holds anything."""
        return not any(self.texts)

    @property
    def alone(self) -> str:
        """The one text of the row when it has no other, else empty."""
        distinct = set(filter(None, self.texts))
        return next(iter(distinct)) if len(distinct) == 1 else ""

    @property
    def labelled(self) -> tuple[str, str]:
        """The label and the value of a row of two texts and no more; two empty texts else."""
        distinct = list(dict.fromkeys(filter(None, self.texts)))
        return (distinct[0], distinct[1]) if len(distinct) == 2 else ("", "")

    def cell(self, index: int) -> Cell:
        """The cell of a column, empty beyond the row's end."""
        return self.cells[index] if 0 <= index < len(self.cells) else Cell()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, or the one flow of a text file or Word document. Only rows that hold something."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_columns: tuple[int, ...] = ()
    spans: tuple[tuple[int, int, int], ...] = ()
    """Merged header ranges: (row number, first column, last column)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `numbered` by "row" (workbooks), "record" (text files) or "table" (Word).

    `remarks`: what the reader of its format has to say of it (tracked changes, text boxes)."""

    name: str
    sheets: tuple[Sheet, ...]
    numbered: str = "row"
    remarks: tuple[Problem, ...] = ()

    def place(self, sheet: Sheet, row: Row, cell: str = "") -> dict[str, Any]:
        """Where a row is, as the person finds it."""
        if self.numbered == "record":
            return {"record": row.number, "line": row.line}
        if self.numbered == "table":
            return _word_place(row)
        return {"sheet": sheet.name, "row": row.number} | ({"cell": cell} if cell else {})


def _word_place(row: Row) -> dict[str, Any]:
    if row.table:
        return {"table": row.table, "row": row.number}
    return {"heading": row.cell(0).text.strip(), "before_table": row.line}


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


@lru_cache(maxsize=MAX_COLUMNS)
def letters(index: int) -> str:
    """The letters of a column counted from 0, as spreadsheets name it: 0 -> A, 27 -> AB."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def show_place(location: dict[str, Any] | None) -> str:
    """ "Sheet ASB, row 7: " as a person reads it; empty for the whole document."""
    if not location:
        return ""
    if "before_table" in location:
        return f"above table {location['before_table']}: "
    names = {"sheet": "sheet ", "table": "table ", "row": "row ", "record": "row ", "line": "line "}
    known = [f"{names[key]}{location[key]}" for key in names if location.get(key) not in (None, "")]
    extra = [str(location[key]) for key in ("cell", "column") if key in location]
    return ", ".join([*known, *extra]) + ": " if known or extra else ""
