"""A paper as a value: headings, paragraphs and tables; Word, Excel and PDF draw it (`files`)."""

from __future__ import annotations

from bot.core.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one heading row and no merged cells: screen readers read it row by row."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One heading of the paper. `level` 1 or 2; `key`: its name in a council's own template;
    `chart`: its table is drawn as a bar chart too, which this text describes (the alternative text
    for those who cannot see it)."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None
    level: int = 1
    key: str = ""
    chart: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole committee paper. `draft` when the quarter has not been closed: said on every page."""

    title: str
    subtitle: str
    marking: str
    snapshot: str
    draft: bool
    cover: tuple[tuple[str, str], ...]
    chapters: tuple[Chapter, ...]

    @property
    def running_head(self) -> str:
        """What stands on top of every page."""
        return f"DRAFT · {self.marking}" if self.draft else self.marking

    @property
    def running_foot(self) -> str:
        """What stands at the foot of every page."""
        return f"{self.title} · {self.subtitle} · snapshot {self.snapshot}"
