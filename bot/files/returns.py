"""Lists of updates: a history of a year under way, an agency's return for one quarter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime
from itertools import chain
from typing import Any

from bot.core.dataclass import dataclass
from bot.core.day_only import NO_TIME
from bot.core.errors import Invalid
from bot.core.figures import counted, reading_of
from bot.core.plan import Action, Measure, Plan, Reading, Update
from bot.core.quarters import Quarter
from bot.core.reporting import MAX_NOTE
from bot.core.status import Status
from bot.core.years import overlapping
from bot.disclosure.update_guard import is_delicate, is_few
from bot.files.dates import parse_timescale
from bot.files.imported import ReadRow
from bot.files.legend import Legend
from bot.files.levels import is_note
from bot.files.measures import figure_in
from bot.files.names import Agencies
from bot.files.periods import quarter_in
from bot.files.rag import UNSURE, rag_of, status_first, status_of
from bot.files.rows import MARKUP
from bot.files.screening import LEFT_OUT, SMALL
from bot.files.sheet import Document, Findings, Row
from bot.files.table import Table
from bot.files.vocabulary import FURTHER


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row stands, and the reference as written there."""

    table: Table
    row: Row
    ref: str
    location: dict[str, Any]

    def text(self, name: str) -> str:
        return self.table.text(self.row, name)


@dataclass(slots=True)
class UpdateReader:
    """Reads rows of updates for a plan that is there already."""

    document: Document
    plan: Plan
    findings: Findings
    now: datetime
    quarter: Quarter
    """The quarter a return is for when its rows do not say."""
    whose: tuple[str, ...] = ()
    """The agencies whose return it is, when the document says so; other rows are left out."""
    held: tuple[Plan, ...] = ()
    """Every plan a history may speak of: a row of it belongs to the one of its quarter."""
    by_sheet: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Name of a sheet -> whose return it is, where each agency has a sheet."""
    legend: Legend = field(default_factory=dict)
    """What the document's own key says of marks and words."""
    rows: list[ReadRow] = field(default_factory=list)
    """Every row as written, those left out too."""

    def read(self, tables: Iterable[Table], *, history: bool) -> tuple[Update, ...]:
        """Every row of the document's tables as an update; what does not fit is reported by place
        and left out."""
        updates: list[Update] = []
        for table in tables:
            self.whose = self.by_sheet.get(table.sheet.name, self.whose)
            for row in table.rows:
                update = self._row(table, row, history)
                if update is not None:
                    updates.append(update)
        self.whose = tuple(chain(*self.by_sheet.values())) or self.whose
        if self.whose:
            self._missing({update.ref for update in updates})
        return tuple(sorted(updates, key=lambda update: update.at)) if history else tuple(updates)

    def _missing(self, reported: set[str]) -> None:
        for action in self.plan.actions:
            theirs = next((code for code in self.whose if code in action.leads), "")
            if theirs and action.ref not in reported:
                message = f"{self.plan.called(theirs)} leads it, and reports nothing of it here"
                self.findings.add("led_action_missing", "should", message, ref=action.ref)

    def _row(self, table: Table, row: Row, history: bool) -> Update | None:
        at = _Place(table, row, self._ref(table, row), self.document.place(table.sheet, row))
        if row.alone and (is_note(row.alone) or table.heading.index("ref") < 0 or not at.ref):
            self._add("row_not_read", "should", f"not read: {row.alone[:100]}", at, row.alone)
            return None
        self.rows.append(self._as_written(at))
        self.plan = self._plan_of(at)
        action = self._action(at)
        written = any(at.text(name) for name in ("status", "progress", "reading", "new_due"))
        if action is None or not (written or at.row.cell(at.table.heading.index("status")).colour):
            return None
        day = self._day(at) if history else self.now.date()
        quarter = self._quarter(at, day, history) if day else None
        return self._update(at, action, day, quarter, history) if day and quarter else None

    def _ref(self, table: Table, row: Row) -> str:
        """The reference of a row; where none is written, that of the one action in its words, else
        the words themselves."""
        written, words = table.text(row, "ref"), table.text(row, "description")
        if written or not words or table.heading.index("ref") >= 0:
            return written
        plain = words.casefold().split()
        same = [a.ref for a in self.plan.actions if a.text.casefold().split() == plain]
        return same[0] if len(same) == 1 else words[:80]

    def _plan_of(self, at: _Place) -> Plan:
        """Of the plans held that of the quarter a row names, else of its day."""
        if not self.held:
            return self.plan
        written = at.text("quarter")
        quarter = Quarter.parse(written, today=self.now.date()) if "20" in written else None
        cell = at.row.cell(at.table.heading.index("date"))
        due = parse_timescale(cell, self.plan.starts, self.plan.ends)
        if quarter is None and due.day is not None:
            quarter = Quarter.of(due.day)
        running = overlapping(self.held, quarter) if quarter else ()
        return running[0] if running else self.plan

    def _action(self, at: _Place) -> Action | None:
        action = self.plan.find(at.ref)
        if action is None:
            message = f"the plan holds no action '{at.ref}'; the row is left out"
            self._add("unknown_ref", "must", message, at, at.ref)
        elif self.whose and not set(self.whose) & set(action.leads):
            names = " or ".join(map(self.plan.called, self.whose))
            message = f"{action.ref} is not led by {names}; the row is left out"
            self._add("other_agency", "must", message, at, at.ref)
            return None
        return action

    def _update(
        self, at: _Place, action: Action, day: date, quarter: Quarter, history: bool
    ) -> Update:
        note = "\n".join(filter(None, (at.text("progress"), *self._beside(at))))
        update = Update(
            id=f"{at.row.number}",
            ref=action.ref,
            at=datetime.combine(day, NO_TIME) if history else self.now,
            quarter=quarter,
            status=self._status(at),
            agency=self._agency(at, action.leads),
            by="file",
            note=note[:MAX_NOTE],
            readings=self._readings(at, action.measures, quarter),
            reason=at.text("reason"),
            corrective_action=at.text("corrective_action"),
            new_due=self._new_due(at),
            source="import" if history else "return",
        )
        self._judge(update, note, at)
        return update

    def _beside(self, at: _Place) -> Iterator[str]:
        """What an agency wrote in columns of its own, each under its heading."""
        for column in at.table.heading.columns:
            text = at.row.cell(column.index).text.strip()
            if column.field in {FURTHER, "ask"} and text:
                yield f"{' '.join(column.heading.split())}: {text}"

    def _as_written(self, at: _Place) -> ReadRow:
        status_raw = at.text("status")
        return ReadRow(
            at.ref, status_raw, self._stated(status_raw), at.text("progress"), at.text("reading"),
            self.quarter.number, at.location,
        )  # fmt: skip

    def _status(self, at: _Place) -> Status | None:
        raw = at.text("status")
        rag = self._stated(raw) or rag_of(status_first(raw)[0]) or self._colour(at)
        if raw and rag is None:
            asked = "is that at risk or off track? It is left open"
            message = asked if UNSURE.match(raw) else "no known status, left open"
            self._add("unknown_status", "must", f"'{raw}': {message}", at, raw)
        return status_of(rag)

    def _stated(self, raw: str) -> str | None:
        return self.legend.get(raw.lower()) or rag_of(raw)

    def _colour(self, at: _Place) -> str | None:
        """The colour of an empty status cell, where the row itself has another ground."""
        cell = at.row.cell(at.table.heading.index("status"))
        other = at.row.cell(at.table.heading.index("ref")).colour
        if cell.text.strip() or not cell.colour or cell.colour == other:
            return None
        message = f"the status is told by colour alone ({cell.colour}); it is taken as a proposal"
        self._add("status_by_colour_only", "must", message, at, cell.colour)
        return cell.colour

    def _day(self, at: _Place) -> date | None:
        cell = at.row.cell(at.table.heading.index("date"))
        due = parse_timescale(cell, self.plan.starts, self.plan.ends)
        if due.day is None or due.basis != "exact":
            message = f"'{cell.text}' is no date of an update; the row is left out"
            self._add("unparseable_date", "must", message, at, cell.text)
            return None
        return due.day

    def _quarter(self, at: _Place, day: date, history: bool) -> Quarter | None:
        """The quarter a row is for; None when it is outside the plan or has not begun."""
        written = at.text("quarter")
        known = quarter_in(written, self.plan) if written else None
        if written and known is None:
            message = f"'{written}' is no quarter I know; the row is left out"
            self._add("unknown_quarter", "must", message, at, written)
            return None
        quarter = known or (Quarter.of(day) if history else self.quarter)
        if history:
            return quarter
        outside = quarter.ends < self.plan.starts or quarter.starts > self.plan.ends
        if outside or quarter.starts > self.now.date():
            why = "lies outside the plan" if outside else "has not begun"
            message = f"{quarter} {why}; the row is left out"
            self._add("quarter_outside_plan", "must", message, at, quarter.label)
            return None
        return quarter

    def _agency(self, at: _Place, leads: tuple[str, ...]) -> str:
        """Whose update it is: the agency that returns it, else the one the row names."""
        raw = at.text("agency") or at.text("lead")
        theirs = next((code for code in self.whose if code in leads), "")
        if theirs and not raw:
            return theirs
        codes = Agencies(self.plan.agencies).read(raw).codes if raw else ()
        known = [code for code in codes if self.plan.agency(code)]
        if raw and leads and not set(known) & set(leads):
            message = f"'{raw}' does not lead {at.ref}; the row is kept under the lead agency"
            self._add("other_agency", "must", message, at, raw)
            return leads[0]
        led = [code for code in known if code in leads]
        return theirs if theirs in led else next(iter(led or known or leads), "")

    def _readings(
        self, at: _Place, measures: Sequence[Measure], quarter: Quarter
    ) -> tuple[Reading, ...]:
        raw = at.text("reading")
        if not raw:
            return ()
        if not measures:
            message = f"the reading '{raw}' has no measure to belong to, left out"
            self._add("reading_without_measure", "must", message, at, raw)
            return ()
        try:
            return (reading_of(measures[0], figure_in(raw), quarter),)
        except Invalid:
            message = f"the reading '{raw}' is no number and no share ('12 of 48'), left out"
            self._add("reading_not_numeric", "must", message, at, raw)
            return ()

    def _new_due(self, at: _Place) -> date | None:
        cell = at.row.cell(at.table.heading.index("new_due"))
        if not cell.text.strip():
            return None
        due = parse_timescale(cell, self.plan.starts, self.plan.ends)
        if due.day is None:
            message = f"new due date: '{cell.text}' is no date, left out"
            self._add("unparseable_date", "must", message, at, cell.text)
        return due.day

    def _judge(self, update: Update, note: str, at: _Place) -> None:
        if update.status is Status.OFF_TRACK and not update.corrective_action:
            message = f"{update.ref} is off track and has no corrective action"
            self._add("no_corrective_action", "should", message, at, note)
        few = any(is_few(number) for r in update.readings for number in counted(r))
        if few and is_delicate(self.plan, self.plan.action(update.ref)):
            message = f"{update.ref}: {LEFT_OUT}"
            self._add(SMALL, "must", message, at, str(int(update.reading or 0)))
        if not note:
            self._add("no_update_text", "should", f"{update.ref} has no text", at, "")
        if len(note) > MAX_NOTE:
            message = f"the text has {len(note):,} characters; {MAX_NOTE:,} are kept"
            self._add("note_too_long", "must", message, at, note[:80])
        self._marks(at)

    def _marks(self, at: _Place) -> None:
        for cell in at.row.cells:
            if cell.formula:
                message = "a formula; its saved value is kept and it is never worked out"
                self._add("formula_cell", "should", message, at, cell.text)
            elif MARKUP.search(cell.text):
                message = "text that would be a mention or link in Slack, kept as plain words"
                self._add("slack_markup", "should", message, at, cell.text[:120])

    def _add(self, code: str, level: str, message: str, at: _Place, quote: str) -> None:
        self.findings.add(
            code, level, message, ref=at.ref or None, location=at.location, quote=quote
        )
