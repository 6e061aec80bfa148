"""Where the reading of a plan stands: the priority and the objective the next row belongs to."""

from __future__ import annotations

import re
from typing import Any

from bot.core.dataclass import dataclass
from bot.files.aims import aims_of
from bot.files.collected import Collected
from bot.files.headings import LONGEST
from bot.files.levels import (
    Line,
    is_note,
    is_sentence,
    named_level,
    number_of,
    says_level,
    says_why,
)
from bot.files.measures import with_figures
from bot.files.rows import RowFields
from bot.files.sheet import Row
from bot.files.table import Table
from bot.files.vocabulary import meaning

_UNSETTLED = re.compile(r"(?:to be \w+|tb[cda]|none|not yet|n/?a)\b", re.IGNORECASE)


@dataclass(slots=True)
class Position:
    """The levels the next row stands under; `quarter`: the one a status column is about, as the
    title says (0: it does not)."""

    plan: Collected
    quarter: int = 0
    of_sheet: bool = False
    """The quarter is that of the sheet: what it says again of an action is an update of it."""
    priority: str = ""
    objective: str = ""
    open: bool = False
    """Nothing was read below the last level yet: a sentence is its intent."""
    level: int = 0
    """The level of the priority's line as a heading of a Word document."""
    _label: str = ""
    """What the line of the priority called itself ("aim", "1."), without its number."""

    def leave(self) -> None:
        """A new sheet begins."""
        self.priority, self.objective, self.open, self._label, self.level = "", "", False, "", 0

    def told_beside(self, row: Row, text: str) -> None:
        """What stands beside a level in its row, such as its sponsor, is part of its intent."""
        beside = [other for other in dict.fromkeys(filter(None, row.texts)) if other != text]
        if text in row.texts and beside and self.priority:
            self.plan.intent(self.priority, "; ".join(beside))

    def is_below(self, row: Row) -> bool:
        """Whether a heading is a smaller one than that of the priority it stands under."""
        return bool(self.priority) and 0 < self.level < row.level

    def measured(self, text: str, location: dict[str, Any]) -> bool:
        """Whether a line under a level says by its label how that is measured ("Success measure:
        robbery - 402 to 370"), and then take it; what is yet to be agreed is part of the intent."""
        label, colon, content = text.partition(":")
        if not (self.priority and colon and content.strip() and len(label) <= LONGEST):
            return False
        if meaning(label)[0] != "measure":
            return False
        if _UNSETTLED.match(content.strip()):
            self.plan.intent(self.priority, text)
        else:
            aims = aims_of(content.strip())
            self.plan.add_measures(
                self.priority, tuple(with_figures(aim, location=location) for aim in aims)
            )
        return True

    def reasoned(self, text: str) -> bool:
        """Whether a line right under a level says why it is one ("Vision: ..."), and then take
        it."""
        if not (self.open and self.priority and says_why(text, alone=True)):
            return False
        self.plan.intent(self.priority, text)
        return True

    def begin(self, table: Table, row: Row, line: Line) -> bool:
        """Begin a priority, or an objective where a priority stands above it. Always True."""
        label = re.sub(r"\d+", "0", line.label.lower())
        lower = line.lower or (self.open and says_why(row.alone))
        self.open = True
        if lower and self.priority and label != self._label:
            self.objective = row.alone or line.name
            self.plan.aims.setdefault(self.priority, set()).add(self.objective)
            return True
        self._label, self.level = label, row.level
        location = self.plan.document.place(table.sheet, row)
        self.priority = self.plan.priority(line.name, line.number, location)
        self.objective = ""
        return True


def is_step(row: Row, line: Line) -> bool:
    """A numbered sentence in prose is no heading."""
    return line.label[:1].isdigit() and is_sentence(line.name) and not row.level


class TableRows(RowFields):
    """Rows of one table, with the levels they stand under."""

    def __init__(self, at: Position, table: Table) -> None:
        super().__init__(at.plan, table)
        self.at = at

    def place(self, row: Row) -> dict[str, Any]:
        """Where a row is, as the person finds it."""
        return self.plan.document.place(self.table.sheet, row)

    def priority_of(self, row: Row) -> str:
        """The priority a row's own column names, else the one it stands under."""
        named, at = self.text(row, "priority"), self.at
        if named:
            line = named_level(named.split("\n")[0]) or Line(named, number_of(named), False)
            number = line.number if line.number and line.name == named else 0
            by_number = self.plan.of_number(number, self.place(row)) if number else ""
            at.priority = by_number or self.plan.priority(line.name, line.number, self.place(row))
            at.open = False
        return at.priority

    def _begin(self, row: Row, text: str, line: Line) -> bool:
        self.at.begin(self.table, row, line)
        self.at.told_beside(row, text)
        return True

    def banner(self, row: Row) -> bool:
        """Whether a row that holds one text is a level or its intent, and then take it."""
        text, at = row.alone, self.at
        if at.measured(text, self.place(row)) or at.reasoned(text):
            return True
        label, beside = row.labelled
        if says_level(label) and (row.cell(0).wide or ":" in beside):
            level = named_level(label, numbered=False)
            return level is not None and self._begin(row, label, level)
        line = named_level(text)
        if line is not None and not is_step(row, line):
            return self.at.begin(self.table, row, line)
        if text and at.open and at.priority and is_sentence(text) and not is_note(text):
            self.plan.intent(at.priority, text)
            return True
        return False
