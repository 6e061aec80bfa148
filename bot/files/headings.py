"""The heading rows of a sheet: which columns there are, and what each holds.

A heading is read by its words and by what stands under it; whoever imports may say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.core.dataclass import dataclass
from bot.files.sheet import Row, Sheet, letters
from bot.files.title import year_written
from bot.files.vocabulary import FURTHER, OF_QUARTER, chosen, is_from_record, meaning

Choices = Mapping[str, str]
"""Plain heading -> field, as somebody chose ("" = not read)."""
LONGEST = 60
"""Signs of a heading; a row with a longer text is none."""
BY_HEADING = "by its heading"
"""The reason of a column whose heading says what it holds."""
_ANOTHER_YEAR = "it is about another year"
_NAMED_YEARS = (
    (1, re.compile(r"\b(?:last|previous) (?:\w+ )?year\b", re.IGNORECASE)),
    (2, re.compile(r"\b(?:this|current) (?:\w+ )?year\b", re.IGNORECASE)),
)
"""Years by what they are called beside each other, in their order."""
_PRIORITY = re.compile(r"priorit", re.IGNORECASE)
AS_CHOSEN = "as you chose"
"""The reason of a column that somebody chose the field of: nothing that stands in it overrules."""
OF_ACTIONS = {"ref", "previous_ref", "priority", "objective", "description", "lead", "partners",
              "timescale", "resources", "measure", "outcome", "baseline", "target",
              "baseline_target", "source", "status", "progress", "quarter_rag", "quarter_text",
              "quarter_reading", "schedule", "ticked", "new_due"}  # fmt: skip
"""What a plan's own rows have; every other column of such a table is kept beside the action."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: the field, the quarter it is for (0: none), its heading, and why."""

    index: int
    field: str
    quarter: int
    heading: str
    reason: str = ""

    @property
    def letter(self) -> str:
        """The column's letter, as spreadsheets name it."""
        return letters(self.index)


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading row (or two) by their place among the sheet's rows, and the columns."""

    first: int
    last: int
    columns: tuple[Column, ...]

    def index(self, field: str, quarter: int = 0) -> int:
        """The column of a field, -1 when there is none."""
        for column in self.columns:
            if column.field == field and column.quarter == quarter:
                return column.index
        return -1

    @property
    def fields(self) -> set[str]:
        """The fields there are columns for."""
        return {column.field for column in self.columns if column.field not in {"", FURTHER}}

    @property
    def quarters(self) -> tuple[int, ...]:
        """The quarters there are columns for."""
        return tuple(sorted({column.quarter for column in self.columns if column.quarter}))

    @property
    def further(self) -> tuple[Column, ...]:
        """The columns beside the plan: those of no field, and those no action has."""
        acts = any(column.field == "description" for column in self.columns)
        return tuple(
            column
            for column in self.columns
            if column.field == FURTHER or (acts and column.field not in OF_ACTIONS | {""})
        )


def beneath(heading: Heading) -> Heading:
    """The heading of a table that stands under a priority: its themes are a level below."""
    reason = "a level below the priority above the table"
    columns = (
        replace(c, field=FURTHER, reason=reason)
        if c.field == "priority" and c.reason != AS_CHOSEN and not _PRIORITY.search(c.heading)
        else c
        for c in heading.columns
    )
    return replace(heading, columns=tuple(columns))


def heading_at(sheet: Sheet, index: int, choices: Choices) -> Heading | None:
    """The heading that starts at a row, by its words alone, or None when the row is none."""
    row = sheet.rows[index]
    if max(map(len, row.texts), default=0) > LONGEST:
        return None
    below = sheet.rows[index + 1] if index + 1 < len(sheet.rows) else None
    groups = _groups(sheet, row) or _quarters_alone(row)
    groups = groups or (_unmerged(row, below) if below is not None else {})
    second = below is not None and _is_second(groups, row, below)
    columns = []
    for column in range(max(len(row.cells), len(below.cells) if second and below else 0)):
        own = row.cell(column).text
        under = below.cell(column).text if second and below else ""
        columns += _column(column, groups.get(column, own), own, under, choices)
    columns = _of_this_year(columns, groups) if second else columns
    heading = Heading(index, index + (1 if second else 0), tuple(columns))
    return heading if _is_heading(heading, row) else None


def _is_heading(heading: Heading, row: Row) -> bool:
    """Enough short cells that name fields, one of which says what the rows are."""
    fields = heading.fields
    filled = [text for text in row.texts if text]
    named = [column for column in heading.columns if column.field]
    tells = bool(fields & {"description", "measure", "agency", "lead", "ref", "name"})
    tells = tells or {"baseline", "target"} <= fields
    enough = len(fields) >= 2 and len(named) * 2 >= len(filled)
    return tells and enough and len(set(filled)) > 1


def _groups(sheet: Sheet, row: Row) -> dict[int, str]:
    """Column -> the heading of the merged range that covers it."""
    return {
        column: row.cell(first).text
        for number, first, last in sheet.spans
        if number == row.number
        for column in range(first, min(last + 1, 200))
    }


def _quarters_alone(row: Row) -> dict[int, str]:
    """Column -> "Q1" over it, where cells are not merged: a quarter reaches to the next heading."""
    texts: dict[int, str] = {}
    for index, text in enumerate(row.texts):
        before = texts.get(index - 1, "")
        if meaning(text)[1]:
            texts[index] = text
        elif not text and before:
            texts[index] = before
    return texts


def _unmerged(row: Row, below: Row) -> dict[int, str]:
    """Column -> the heading that reaches over it, where cells are not merged: the next cells are
    empty, and below all of them, and below no other heading, another heading stands."""
    texts: dict[int, str] = {}
    for index, text in enumerate(row.texts):
        under, following = below.cell(index).text.strip(), row.cell(index + 1).text.strip()
        reaches = text and not following and below.cell(index + 1).text.strip()
        if under and (reaches or (not text and texts.get(index - 1))):
            texts[index] = text or texts[index - 1]
        elif under:
            return {}
    return texts


def _is_second(groups: dict[int, str], row: Row, below: Row) -> bool:
    if below.number != row.number + 1 or below.table != row.table:
        return False
    clash = any(
        own and under and own != under and i not in groups and not meaning(own)[1]
        for i, (own, under) in enumerate(zip(row.texts, below.texts, strict=False))
    )
    if clash:
        return False  # a line of its own, such as "Quarter | Q4", and no group of columns
    grouped = any(
        (text and not row.cell(i).text.strip()) or i in groups for i, text in enumerate(below.texts)
    )
    if sum(1 for text in row.texts if meaning(text) != ("", 0)) < 2 or not grouped:
        return False  # a title above the heading, not the first of its two rows
    named = [i for i, text in enumerate(below.texts) if meaning(text) != ("", 0)]
    filled = [i for i, text in enumerate(below.texts) if text]
    grouped_too = [i for i in filled if i in groups and len(named) * 2 >= len(filled)]
    new = [i for i in named if i in groups or not row.cell(i).text.strip()]
    # Cells merged downwards repeat the heading above them.
    repeated = [i for i in filled if below.cell(i).text == row.cell(i).text]
    return bool(new) and len({*named, *repeated, *grouped_too}) >= len(filled)


def _of_this_year(columns: list[Column], groups: dict[int, str]) -> list[Column]:
    """Under the names of two years ("2025-26 | 2026-27") that both have actions, the later one's
    columns are the plan's; the others are kept beside, under the name of their year."""
    years = {i: year for i, text in groups.items() if (year := _year_named(text))}
    now = max(years.values(), default=0)
    acting = {years.get(c.index) for c in columns if c.field == "description"}
    if now not in acting or not any(year and year < now for year in acting):
        return columns
    return [
        replace(c, field=FURTHER, heading=f"{groups[c.index]}: {c.heading}", reason=_ANOTHER_YEAR)
        if years.get(c.index, now) < now
        else c
        for c in columns
    ]


def _year_named(text: str) -> int:
    written = year_written(text)
    return written or next((year for year, name in _NAMED_YEARS if name.search(text)), 0)


def _column(index: int, group: str, own: str, under: str, choices: Choices) -> list[Column]:
    text = under if under.strip() and under != own else own or group
    if not text.strip():
        return []
    wanted = chosen(text, choices)
    if wanted is not None:
        reason = "the record holds it" if is_from_record(text) else AS_CHOSEN
        return [Column(index, wanted, 0, text, reason)]
    field, quarter = meaning(text)
    above, above_quarter = meaning(group) if group and group != text else ("", 0)
    if above.startswith("quarter_") and not quarter:
        kind = {"status": "quarter_rag", "reading": "quarter_reading"}.get(field, "quarter_text")
        return [Column(index, kind, above_quarter, f"{group} {text}", BY_HEADING)]
    if quarter and field == "quarter_text" and meaning(f"{text} {group}")[1] == quarter:
        both = meaning(f"{text} {group}")[0]  # "Milestones" over Q1 to Q4
        field = OF_QUARTER.get(above, both)
        text = text if field == "quarter_text" else f"{group} {text}"
    return [Column(index, field, quarter, text, BY_HEADING if field else "")]
