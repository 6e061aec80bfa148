"""One table of a sheet: its heading, the lines above it and its rows."""

from __future__ import annotations

from bot.core.dataclass import dataclass
from bot.files.headings import Heading
from bot.files.sheet import Row, Sheet


@dataclass(frozen=True, slots=True)
class Table:
    """One table found in a sheet."""

    sheet: Sheet
    heading: Heading
    above: tuple[Row, ...]
    rows: tuple[Row, ...]

    def text(self, row: Row, name: str) -> str:
        """The text of a field in a row, empty when there is no such column."""
        column = self.heading.index(name)
        return row.texts[column] if 0 <= column < len(row.texts) else ""

    @property
    def has_actions(self) -> bool:
        """Whether its rows say what is to be done, by whom or by when."""
        fields = self.heading.fields
        return "description" in fields and len(fields) >= 2

    @property
    def has_measures(self) -> bool:
        """Whether its rows are measures and no actions."""
        return "measure" in self.heading.fields and "description" not in self.heading.fields
