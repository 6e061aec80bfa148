"""The rows of a table of actions: an action, a level, more of the action above, or not read."""

from __future__ import annotations

from dataclasses import replace

from bot.core.plan import ref_key
from bot.files.imported import QuarterEntry, ReadAction
from bot.files.levels import (
    Line,
    is_generic,
    is_name,
    is_note,
    named_level,
    number_of,
    says_level,
    says_why,
)
from bot.files.names import lead_among
from bot.files.once_more import is_heading_again
from bot.files.position import TableRows
from bot.files.quarter_sheets import has_row_a_quarter, joined, twin_of, with_quarter
from bot.files.rag import rag_of, status_first
from bot.files.sheet import Cell, Row
from bot.files.totals import begins_as_total, is_headed_total, is_total, is_work
from bot.files.vocabulary import meaning

NO_LEVEL = "Action plan"
"""The priority of actions that stand under none."""
WORKED = ("lead", "partners", "timescale", "measure")
"""Fields of work: who does it, by when, and how it is seen."""


class ActionRows(TableRows):
    """Reads a table of actions."""

    _tops = False
    """The column of objectives is the highest level there is."""
    _last = 0
    """The last row that anybody leads, or that has a date or a measure."""
    _by_quarter = False
    """Each action has a row a quarter."""
    _totalled = False
    """The total below all of them was read."""

    def read(self) -> None:
        """Every row, as an action, a level, more of the action above, or named as not read."""
        rows = self.table.rows
        self.plan.counts["rows"] += len(rows)
        self._by_quarter = has_row_a_quarter(self.table)
        ends = len(rows)
        while ends and self._trails(rows[ends - 1]):
            ends -= 1
        above = any(map(self._heads, rows[:ends]))
        columns = [self.table.heading.index(name) for name in WORKED]
        worked = (
            number for number, row in enumerate(rows)
            if any(is_work(row.cell(c).text) for c in columns) and not is_headed_total(row)
        )  # fmt: skip
        self._last = max(worked, default=len(rows))
        self._tops = not (self.at.priority or self.has("priority") or above)
        again = is_heading_again(self.table.heading, rows)
        if again:
            self.plan.not_read(self.table.sheet, rows[0], "the headings once more")
        for index, row in enumerate(rows[again:], int(again)):
            self._row(row, index, ends)
        self._by_colour()

    def _trails(self, row: Row) -> bool:
        """A lone line below the last action: a key, a footer."""
        column = self.table.heading.index("description")
        beside = not row.cell(column).text.strip() or is_note(row.alone)
        return bool(row.alone and not row.table and beside) or row.labelled[0].endswith(":")

    def _heads(self, row: Row) -> bool:
        """Whether a lone text looks like a level above the objectives."""
        column = self.table.heading.index("description")
        apart = row.cell(0).wide or not row.cell(column).text.strip()
        return bool(row.alone) and (
            named_level(row.alone) is not None or (apart and is_name(row.alone))
        )

    def _row(self, row: Row, index: int, ends: int) -> None:
        ref, description = self.text(row, "ref"), self.text(row, "description")
        repeated = row.cell(self.table.heading.index("description")).repeated
        if (row.alone and self._is_level(row, index, ends)) or self._is_level_and_more(row):
            self.plan.counts["levels"] += 1
        elif self._is_parent(row, ref, index):
            self.plan.counts["levels"] += 1
            line = Line(description, number_of(ref), "." in ref, ref)
            self.at.begin(self.table, row, line)
        elif self._is_paragraph(row):
            self.plan.counts["not_read"] += 1
            self.plan.unread_line(row, self.table.sheet)
        elif index >= ends:
            self.plan.not_read(self.table.sheet, row, "a line below the table")
        elif repeated or (not description and not self._is_bare(row, ref)):
            self._continued(row)
        elif self._is_total(row, ref, description) or self._is_under_all(row, index):
            self._totalled = self._totalled or index > self._last
            self.plan.not_read(self.table.sheet, row, "a total or key")
        else:
            self._action(row, ref, description)

    def _is_paragraph(self, row: Row) -> bool:
        """Whether a row is a key, or a line between the tables of a Word document."""
        between = row.table == 0 and self.table.sheet.rows[self.table.heading.first].table > 0
        return between or self.plan.is_key(row)

    def _is_parent(self, row: Row, ref: str, index: int) -> bool:
        """Whether a row's reference begins the next one's ("1.1" before "1.1.1"), and nobody does
        it by any day: it is the level the next rows stand under."""
        rows, fields = self.table.rows, ("lead", "timescale", "measure", "target", "status")
        below = self.text(rows[index + 1], "ref") if index + 1 < len(rows) else ""
        rest = below.removeprefix(ref) if ref and below.startswith(ref) else ""
        deeper = rest[:1] == "." or (ref.isalpha() and rest[:1].isdigit())
        return deeper and not any(self.text(row, name) for name in fields)

    def _is_level(self, row: Row, index: int, ends: int) -> bool:
        """Whether a row with one text names a level (or says why), and then take it."""
        text, column = row.alone, self.table.heading.index("description")
        own = next(i for i, content in enumerate(row.texts) if content)
        apart = own != column or row.cell(own).wide
        labelled = says_why(text) or named_level(text, numbered=False)
        if (apart or labelled) and self.banner(row):
            return True
        if apart and index < ends and is_name(text) and not is_generic(text):
            return self.at.begin(self.table, row, Line(text, None, False))
        return not apart and self._stands_out(row, index, ends)

    def _is_level_and_more(self, row: Row) -> bool:
        """Whether a row names a level and, in another cell, who answers for it; then take it."""
        return says_level(row.labelled[0]) and self.banner(row)

    def _stands_out(self, row: Row, index: int, ends: int) -> bool:
        """A short line in the column of actions that looks otherwise than the actions do."""
        rows, text = self.table.rows, row.alone
        below = next((r for r in rows[index + 1 : ends] if not says_why(r.alone)), None)
        if below is None or below.alone or not is_name(text) or len(text.split()) > 8:
            return False
        column = self.table.heading.index("description")
        bold = row.cell(column).bold and not below.cell(column).bold
        if bold or (len(self.table.heading.columns) >= 4 and not self.has("priority")):
            line = named_level(text) or Line(text, None, False)
            return self.at.begin(self.table, row, line)
        return False

    def _is_bare(self, row: Row, ref: str) -> bool:
        fields = ("lead", "timescale", "measure", "target")
        return bool(ref_key(ref)) and any(self.text(row, name) for name in fields)

    def _is_total(self, row: Row, ref: str, description: str) -> bool:
        worked = any(is_work(self.text(row, name)) for name in WORKED)
        return is_total(row, ref, description, worked=worked)

    def _is_under_all(self, row: Row, index: int) -> bool:
        """Below all work, a status and what it means, or what stands under the total."""
        first, _ = row.labelled
        return index > self._last and (self._totalled or rag_of(first) is not None)

    def _continued(self, row: Row) -> None:
        """A row of no action of its own: a further measure of the one above, or more text."""
        actions = self.plan.actions
        if not actions or begins_as_total(row):
            self.plan.not_read(self.table.sheet, row, "a total, or no action above it")
            return
        last = actions[-1]
        index = self.table.heading.index("measure")
        fresh = index < 0 or not row.cell(index).repeated
        more = self.measures(row, last.ref, self.place(row)) if fresh else ()
        lead, partners = self._more(row, "lead"), self._more(row, "partners")
        beside = self.further(row) + (
            ((self.called("timescale"), when),) if (when := self._more(row, "timescale")) else ()
        )
        beside = tuple(field for field in beside if field not in last.further)
        if not (more or lead or partners or beside):
            self.plan.not_read(self.table.sheet, row, "no action stands in it")
            return
        self.plan.counts["continued"] += 1
        add = self.plan.agencies.read
        actions[-1] = replace(
            last,
            measures=last.measures + more,
            further=last.further + beside,
            lead_raw="\n".join(filter(None, (last.lead_raw, lead))),
            leads=tuple(dict.fromkeys((*last.leads, *add(lead).codes))),
            partners_raw="\n".join(filter(None, (last.partners_raw, partners))),
            partners=tuple(dict.fromkeys((*last.partners, *add(partners).codes))),
        )

    def _more(self, row: Row, name: str) -> str:
        cell = row.cell(self.table.heading.index(name))
        return "" if cell.repeated else cell.text.strip()

    def _action(self, row: Row, ref: str, description: str) -> None:
        plan, place = self.plan, self.place(row)
        written = ref or None
        plan.counts["actions"] += 1
        quarter = self._quarter(row)
        twin = twin_of(plan.actions, ref, description) if quarter else None
        key = plan.ref_used(ref, place) if ref and twin is None else ""
        further, priority = self._levels(row)
        lead_raw, partners_raw = self.text(row, "lead"), self.text(row, "partners")
        leading, beside = lead_among(lead_raw)
        supporting = "\n".join(filter(None, (beside, partners_raw)))
        timescale_raw = self.timescale(row)
        due = self.due(row, timescale_raw, written, place)
        status_raw = self.text(row, "status")
        rag = self.rag(row, status_raw, written, place)
        state, following = status_first(status_raw)
        beside_status = following if state else ""
        entries = self._with_state(self.entries(row, written, place), status_raw, rag)
        last = next((e for _, e in sorted(entries.items(), reverse=True) if e), None)
        self.text_problems(row, written, place)
        self.two_actions(description, written, place)
        action = ReadAction(
            ref=written,
            key=key,
            alt_ref="",
            priority=priority,
            description=description,
            lead_raw=lead_raw,
            leads=self.leads(leading, written, place),
            partners_raw=partners_raw,
            partners=self.partners(supporting, written, place),
            timescale_raw=timescale_raw,
            due=due.day,
            due_basis=due.basis,
            resources_raw=self.funded(self.text(row, "resources"), written, place),
            measures=self.measures(row, written, place),
            status_raw=status_raw or (last.rag_raw if last else ""),
            rag=rag or (last.rag if last else None),
            updates=entries,
            location=place,
            comment=self.text(row, "progress") or beside_status,
            further=further + self.further(row),
            previous_ref=self.text(row, "previous_ref"),
        )
        if quarter:
            action = with_quarter(action, quarter)
        if twin is None:
            plan.actions.append(action)
        else:
            plan.actions[plan.actions.index(twin)] = joined(twin, action)

    def _quarter(self, row: Row) -> int:
        """The quarter what a row says is of, where an action has a row for each; else 0."""
        if self._by_quarter:
            return meaning(self.text(row, "quarter"))[1]
        return self.at.quarter if self.at.of_sheet else 0

    def _levels(self, row: Row) -> tuple[tuple[tuple[str, str], ...], str]:
        """The objective a row stands under, kept as a further field, and its priority."""
        at = self.at
        before = at.priority
        priority, objective = self.priority_of(row), self.text(row, "objective")
        if priority != before:
            at.objective = ""
        at.open = False
        if self._tops and (objective or at.priority):
            line = named_level(objective) or Line(objective, None, False)
            if objective:
                at.priority = self.plan.priority(line.name, line.number, self.place(row))
            return (), at.priority
        at.objective = objective or at.objective
        if not priority:
            at.priority = self.plan.priority(NO_LEVEL, None, self.place(row))
        called = self.called("objective") if self.has("objective") else "Objective"
        return (((called, at.objective),) if at.objective else ()), at.priority

    def _with_state(
        self, entries: dict[int, QuarterEntry | None], raw: str, rag: str | None
    ) -> dict[int, QuarterEntry | None]:
        """Quarter texts beside one status column: the status is that of the title's quarter, or of
        the last quarter that says anything."""
        ragged = any(self.table.heading.index("quarter_rag", q) >= 0 for q in entries)
        if not entries or ragged or not (raw or rag):
            return entries
        filled = [q for q, entry in entries.items() if entry]
        quarter = self.at.quarter or max(filled, default=max(entries))
        entry = entries.get(quarter)
        state = QuarterEntry(
            raw, rag, entry.comment if entry else "", entry.reading if entry else ""
        )
        return entries | {quarter: state}

    def _by_colour(self) -> None:
        if self.coloured:
            cells = ", ".join(_cell(row, cell) for row, cell in self.coloured)
            message = (
                f"the status is told by colour alone in {cells}; the colour is taken as a proposal"
            )
            place = self.place(self.coloured[0][0])
            where = {key: place[key] for key in ("sheet", "table") if place.get(key)} or None
            self.add("status_by_colour_only", "must", message, None, where, cells)


def _cell(row: Row, cell: Cell) -> str:
    """A cell as a person finds it: Word numbers tables and rows and letters no columns."""
    return f"row {row.number} of table {row.table}" if row.table else f"{cell.column}{row.number}"
