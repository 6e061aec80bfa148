"""The tables of a document -> a plan's priorities, actions and measures.

Nothing is dropped and nothing repaired: what is odd is kept as written and reported by place, what
is not read is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.files.actions import ActionRows
from bot.files.beside import is_beside
from bot.files.bilingual import sides
from bot.files.collected import Collected
from bot.files.levels import (
    Line,
    is_name,
    is_note,
    is_sentence,
    is_title,
    named_level,
    number_of,
    says_level,
    says_why,
)
from bot.files.measures import number_in
from bot.files.position import Position, TableRows, is_step
from bot.files.quarter_sheets import quarters_of
from bot.files.rag import is_status_word
from bot.files.sections import heads_other, is_above_title, is_bare_section, is_of_measures
from bot.files.sheet import Row
from bot.files.table import Table
from bot.files.title import years_written
from bot.files.vocabulary import meaning

_PAST = re.compile(
    r"\b(?:last|previous|past) (?:financial )?year(?:'s|s)?\b(?! plan)|\bachievements\b|"
    r"\b(?:actions|work|projects) (?:already )?(?:completed|closed|done|finished|delivered)\b|"
    r"\bwhat we(?:'ve| have)? (?:did|done|achieved|delivered)\b|\bclosed actions\b",
    re.IGNORECASE,
)
"""The line above a table of what was done before."""


class PlanReader:
    """Reads the tables of a document, one after the other, as they stand on the page."""

    def __init__(self, plan: Collected, tables: tuple[Table, ...], quarter: int) -> None:
        self.plan, self.tables = plan, tables
        self.at = Position(plan, quarter)
        self._titled, self._quarters = quarter, quarters_of(tables)
        self._waiting: tuple[Table, Row] | None = None
        """The heading of a table that is not read: the priority of the next table, if that has no
        heading of its own."""
        self._sheets = len({table.sheet.name for table in tables if table.has_actions})

    def read(self) -> None:
        """Read every table."""
        sheet, by_column = None, False
        for table in self.tables:
            if table.sheet is not sheet:
                self.at.leave()
                self.at.quarter = self._quarters.get(table.sheet.name, self._titled)
                self.at.of_sheet = table.sheet.name in self._quarters
            sheet = table.sheet
            if why := is_beside(table) or self._is_past(table):
                self._beside(table, why)
                continue
            self._lines(table)
            self._levels_named(table)
            if table.has_actions:
                ActionRows(self.at, table).read()
                # A priority that a column names reaches no further than its table.
                by_column = table.heading.index("priority") >= 0
            elif table.has_measures:
                if by_column and not self.at.open:
                    self.at.leave()
                MeasureRows(self.at, table).read()
            elif why := self._listed(table):
                self._unread(table, why)
            else:
                self._unread(table, "its table is neither actions nor measures")
        self._forget()
        self.plan.settle_aims()

    def _levels_named(self, table: Table) -> None:
        """Rows that others belong to: what stands in them beside their names is named."""
        if table.heading.index("parent") < 0:
            return
        lines = {row.number for row in table.rows if row.alone}
        for row in table.sheet.rows:
            if row.number in lines and not row.alone:
                self.plan.not_read(table.sheet, row, "a level of the plan; its name is taken")

    def _unread(self, table: Table, why: str) -> None:
        for row in table.rows:
            self.plan.counts["rows"] += 1
            self.plan.not_read(table.sheet, row, why)

    def _listed(self, table: Table) -> str:
        """Why a list of the priorities by their numbers is no table of the plan; empty when it is
        none. Their names are taken where only a number stands for them."""
        if not {"ref", "priority"} <= table.heading.fields:
            return ""
        for row in table.rows:
            number = number_of(table.text(row, "ref"))
            if number and table.text(row, "priority"):
                named = table.text(row, "priority"), table.text(row, "intent")
                self.plan.numbered.setdefault(number, named)
        return "it lists a priority, whose name is taken where its number stands"

    def _beside(self, table: Table, why: str) -> None:
        """A table beside the plan: its lines and rows are named."""
        self.plan.beside.append((table, why))
        for row in table.above:
            self.plan.unread_line(row, table.sheet)
        self._unread(table, why)

    def _is_past(self, table: Table) -> str:
        """Why a table is about the time before the plan, by the line above it; empty when not."""
        above = table.above[-1].alone if table.above else ""
        if is_sentence(above):
            return ""  # why the priority is one: "Reports rose by 14% last year."
        years = years_written(above)
        past = years is not None and years[1] <= self.plan.facts.starts.year
        return "its table is about the time before the plan" if past or _PAST.search(above) else ""

    def _forget(self) -> None:
        """The heading of a table that was not read named no priority."""
        if self._waiting is not None:
            table, row = self._waiting
            self.plan.unread_line(row, table.sheet)
        self._waiting = None

    def _lines(self, table: Table) -> None:
        """The lines above a table: labels, headings and intents, or the document's own title."""
        names = table.has_actions and table.heading.index("priority") >= 0
        several = self._has_several(table)
        styled = any(row.level for row in table.above)
        began = False
        for place, row in enumerate(table.above):
            text = row.alone or self._labelled(row)
            if text is None:
                continue
            if self.at.reasoned(text):
                continue
            if (
                not text
                or self.plan.is_key(row)
                or (row.level == 0 and is_title(text) and named_level(text) is None)
            ):
                self.plan.unread_line(row, table.sheet)
                continue
            if row.level == 0 and is_above_title(text, table.above[place + 1 :]):
                self.plan.unread_line(row, table.sheet)
                continue
            if self.at.measured(text, self.plan.document.place(table.sheet, row)):
                continue
            line = named_level(text, numbered=bool(row.level) or is_name(text))
            if is_bare_section(row, line, table.above[place + 1 :]):
                self.plan.unread_line(row, table.sheet)
                continue
            if line is not None and not is_step(row, line):
                began = self.at.begin(table, row, line) or began
                self.at.told_beside(row, text)
            elif (row.level and not is_title(text)) or self._names(
                row, text, several, styled, names
            ):
                read = table.has_actions or table.has_measures
                if not read or heads_other(table.above[place + 1 :]):
                    self._forget()
                    self._waiting = (table, row)
                elif not table.has_actions and (self.at.is_below(row) or is_of_measures(text)):
                    self.plan.unread_line(row, table.sheet)
                else:
                    line = Line(text, None, self.at.is_below(row))
                    began = self.at.begin(table, row, line) or began
            elif self.at.open and self.at.priority and is_sentence(text):
                self.plan.intent(self.at.priority, text)
            else:
                self.plan.unread_line(row, table.sheet)
        if table.has_actions or table.has_measures:
            began = self._headed(began)
        if self._sheets > 1 and table.has_actions and not names and not began:
            self._by_sheet(table)

    def _headed(self, began: bool) -> bool:
        """Whether a level began above a table that is read, be it above the table before."""
        if began or self._waiting is None:
            self._forget()
            return began
        (above, row), self._waiting = self._waiting, None
        return self.at.begin(above, row, Line(row.alone, None, self.at.is_below(row)))

    def _has_several(self, table: Table) -> bool:
        """Whether levels divide a sheet: into tables, or by lines of their own within one."""
        tables = sum(1 for t in self.tables if t.sheet is table.sheet)
        acts = table.heading.index("description")
        lines = (
            row
            for row in table.rows[:-1]
            if row.cell(0).wide or row.level or (row.cell(0).text.strip() and acts != 0)
        )
        return tables > 1 or any(is_name(row.alone) for row in lines if row.alone)

    def _labelled(self, row: Row) -> str | None:
        """A label beside its value above a table as one line, empty when it names no level; None
        when it was taken as the intent."""
        label, value = row.labelled
        if says_level(label):
            return label
        as_line = f"{label.rstrip(' :')}: {value}"
        for side in (label, *sides(label)):
            line = named_level(f"{side.rstrip(' :')}: {value}") if label else None
            if line is not None and not (line.lower or (self.at.open and says_why(as_line))):
                return f"{side.rstrip(' :')}: {value}"
        if (
            self.at.open
            and self.at.priority
            and (meaning(label)[0] in {"intent", "objective", "outcome"} or says_why(as_line))
        ):
            self.plan.intent(self.at.priority, as_line)
            return None
        return ""

    def _names(self, row: Row, text: str, several: bool, styled: bool, named: bool) -> bool:
        """Whether a line without a label names a priority, by where it stands."""
        bold = row.cell(0).bold and row.table == 0 and row.line > 0
        if named or not is_name(text) or is_title(text) or is_status_word(text):
            return False
        return (several and not styled and row.line == 0) or (bold and not styled)

    def _by_sheet(self, table: Table) -> None:
        name = table.sheet.name.strip()
        if self.at.priority or (is_title(name) and named_level(name) is None) or self.at.of_sheet:
            return
        row = table.sheet.rows[table.heading.first]
        line = named_level(name) or Line(name, None, False)
        self.at.begin(table, row, line)


class MeasureRows(TableRows):
    """Reads a table of measures: of the priority they stand under, else of the whole plan."""

    def read(self) -> None:
        """Every row as a measure, a level or named as not read."""
        for row in self.table.rows:
            self.plan.counts["rows"] += 1
            if row.alone and self.banner(row):
                self.plan.counts["levels"] += 1
                continue
            key = self.priority_of(row)
            if self.text(row, "intent") and key:
                self.plan.intent(key, self.text(row, "intent"))
            aside = is_note(self._first(row)) or row.labelled[0].endswith(":")
            measures = () if aside else self.measures(row, None, self.place(row))
            if measures:
                self.plan.counts["measures"] += 1
                readings = tuple(self._readings(row))
                self.plan.add_measures(key, tuple(replace(m, readings=readings) for m in measures))
                self._figures(row, readings)
            elif not (key and self.text(row, "intent")):
                self.plan.not_read(self.table.sheet, row, "no measure stands in it")

    def _first(self, row: Row) -> str:
        return next(filter(None, row.texts), "") if row.alone else ""

    def _readings(self, row: Row) -> Iterator[tuple[int, float]]:
        """The figure of each quarter the row gives as a number."""
        for quarter in self.table.heading.quarters:
            for kind in ("quarter_reading", "quarter_text"):
                value = number_in(self.text(row, kind, quarter))
                if value is not None:
                    yield quarter, value

    def _figures(self, row: Row, readings: tuple[tuple[int, float], ...]) -> None:
        """What stands beside a measure and is no number of a quarter: named, not stored."""
        figures = [
            f"Q{q} {text}"
            for q in self.table.heading.quarters
            for kind in ("quarter_reading", "quarter_text")
            if (text := self.text(row, kind, q)) and q not in dict(readings)
        ]
        figures += [f"{heading} {text}" for heading, text in self.further(row)]
        if figures:
            message = f"figures of a measure were not stored: {', '.join(figures)}"
            name = self.text(row, "measure")
            self.add("reading_not_stored", "should", message, None, self.place(row), name)
