"""How much of a file is read: what holds something is counted, and far more than any plan has is
refused before it costs memory."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.files.sheet import MAX_ROWS, Cell

MAX_CELLS = 500_000
"""Cells of a file that hold something, at most; a plan has some thousands."""


@dataclass(slots=True)
class Limits:
    """Counts what is read of one file. `name`: the file's."""

    name: str
    rows: int = 0
    cells: int = 0

    def sheet(self) -> None:
        """A new sheet begins: rows are counted by sheet."""
        self.rows = 0

    def row(self, cells: Iterable[Cell]) -> bool:
        """Count a row; False when nothing stands in it. Raises Refused."""
        filled = sum(1 for cell in cells if cell.text and not cell.text.isspace())
        if not filled:
            return False
        self.rows, self.cells = self.rows + 1, self.cells + filled
        if self.rows > MAX_ROWS:
            raise self.refused(f"more than {MAX_ROWS:,} rows; a plan has some hundreds")
        if self.cells > MAX_CELLS:
            raise self.refused(f"more than {MAX_CELLS:,} filled cells; a plan has some thousands")
        return True

    def refused(self, what: str) -> Refused:
        """The refusal of a file that has too much of something."""
        return Refused(f"{self.name} has {what}.", "Keep only the plan's own sheets and rows.")
