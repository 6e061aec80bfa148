"""Lists that are no plan: a history of updates, an agency's return, a list of agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from bot.core.errors import Invalid
from bot.core.plan import Agency, Plan, Reading, Update
from bot.core.quarters import Quarter
from bot.core.reporting import MAX_NOTE, parse_reading
from bot.core.status import Status, parse_status
from bot.disclosure.update_guard import is_delicate, is_few
from bot.files.dates import parse_timescale
from bot.files.headings import Heading, find_heading
from bot.files.imported import ReadRow
from bot.files.names import Agencies
from bot.files.rag import rag_of
from bot.files.sheet import Cell, Document, Findings, Row, Sheet

NOON = time(12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Table:
    """One table found in a document."""

    sheet: Sheet
    heading: Heading

    @property
    def rows(self) -> Iterator[Row]:
        """The rows below the heading that hold anything."""
        return (row for row in self.sheet.rows[self.heading.last + 1 :] if not row.blank)

    def text(self, row: Row, name: str) -> str:
        """The text of a field in a row, empty when there is no such column."""
        return row.cell(self.heading.index(name)).text.strip()


def tables(document: Document) -> list[Table]:
    """Every visible table with a heading."""
    found = ((sheet, find_heading(sheet)) for sheet in document.sheets if not sheet.hidden)
    return [Table(sheet, heading) for sheet, heading in found if heading is not None]


def kind_of(document: Document) -> str:
    """ "plan", "return", "history" or "agencies", told by the headings; empty for none of them."""
    for table in tables(document):
        fields = table.heading.fields
        if _is_return(table):
            return "return"
        if {"description"} <= fields and fields & {"lead", "timescale", "priority", "measure"}:
            return "plan"
        if "ref" in fields and "date" in fields and fields & {"status", "progress"}:
            return "history"
        if "ref" in fields and fields & {"status", "progress", "reading"}:
            return "return"
        if fields & {"name", "agency"} and fields & {"ref", "aliases"} and "status" not in fields:
            return "agencies"
    return "plan" if any("description" in t.heading.fields for t in tables(document)) else ""


def _is_return(table: Table) -> bool:
    """Whether a table that repeats the plan's columns is an agency's return for one quarter."""
    above = " ".join(t for row in table.sheet.rows[: table.heading.first] for t in row.texts)
    fields = table.heading.fields
    reports = "ref" in fields and bool(fields & {"status", "progress"}) and "date" not in fields
    plans = {"measure", "target", "priority"} & fields or table.heading.quarters
    named = re.search(r"\breturn\b|quarterly update", above, re.IGNORECASE)
    return reports and not plans and named is not None


def read_agencies(document: Document) -> tuple[Agency, ...]:
    """A list of agencies: code, name, aliases (separated by semicolons), responsible or not."""
    found = []
    for table in tables(document):
        for row in table.rows:
            code = table.text(row, "ref").upper()
            name = table.text(row, "name") or table.text(row, "agency")
            aliases = re.split(r"\s*[;|\n]\s*", table.text(row, "aliases"))
            responsible = table.text(row, "responsible") or table.text(row, "lead")
            if code and name:
                statutory = responsible.lower() in {"yes", "y", "true", "1", "x"}
                found.append(Agency(code, name, tuple(filter(None, aliases)), statutory))
    return tuple(found)


@dataclass(slots=True)
class UpdateReader:
    """Reads rows of updates for a plan that is there already."""

    document: Document
    plan: Plan
    findings: Findings
    now: datetime
    quarter: Quarter
    """The quarter a return is for when its rows do not say."""
    whose: str = ""
    """The agency whose return it is, when the document says so; other rows are left out."""
    rows: list[ReadRow] = field(default_factory=list)
    """Every row as written, those left out too."""

    def read(self, *, history: bool) -> tuple[Update, ...]:
        """Every row as an update; what does not fit is reported by place and left out."""
        found: list[Update] = []
        for table in tables(self.document):
            for row in table.rows:
                update = self._row(table, row, history)
                if update is not None:
                    found.append(update)
        if self.whose:
            self._missing({update.ref for update in found})
        return tuple(sorted(found, key=lambda update: update.at)) if history else tuple(found)

    def _missing(self, told: set[str]) -> None:
        for action in self.plan.actions:
            if self.whose in action.leads and action.ref not in told:
                said = f"{action.ref} is led by {self.whose} and is not in its return"
                self.findings.add("led_action_missing", "should", said, ref=action.ref)

    def _row(self, table: Table, row: Row, history: bool) -> Update | None:
        ref_raw = table.text(row, "ref")
        place = self.document.place(table.sheet, row)
        action = self.plan.find(ref_raw)
        self.rows.append(self._as_written(table, row, ref_raw, place))
        if action is None:
            said = f"the plan holds no action '{ref_raw}'; the row is left out"
            self._add("unknown_ref", "must", said, ref_raw, place, ref_raw)
            return None
        if self.whose and self.whose not in action.leads:
            said = f"{action.ref} is not led by {self.whose}; the row is left out"
            self._add("other_agency", "must", said, ref_raw, place, ref_raw)
            return None
        note = table.text(row, "progress")
        status = self._status(table, row, ref_raw, place)
        if status is None and not note and not table.text(row, "reading"):
            return None
        day = self._day(table, row, place, ref_raw) if history else self.now.date()
        if day is None:
            return None
        quarter = self._quarter(table, row, day, history)
        update = Update(
            id=f"{row.number}",
            ref=action.ref,
            at=datetime.combine(day, NOON) if history else self.now,
            quarter=quarter,
            status=status,
            agency=self._agency(table, row, action.leads, place, ref_raw),
            by="file",
            note=note[:MAX_NOTE],
            readings=self._readings(table, row, action.measures, quarter, place, ref_raw),
            reason=table.text(row, "reason"),
            corrective_action=table.text(row, "corrective_action"),
            new_due=self._new_due(table, row, place, ref_raw),
            source="import" if history else "return",
        )
        self._judge(update, note, place)
        return update

    def _as_written(self, table: Table, row: Row, ref: str, place: dict[str, Any]) -> ReadRow:
        status_raw = table.text(row, "status")
        return ReadRow(
            ref, status_raw, rag_of(status_raw), table.text(row, "progress"),
            table.text(row, "reading"), self.quarter.number, place,
        )  # fmt: skip

    def _status(self, table: Table, row: Row, ref: str, place: dict[str, Any]) -> Status | None:
        raw = table.text(row, "status")
        status = parse_status(raw) if raw else None
        if raw and status is None:
            said = f"'{raw}' is no known status, left open"
            self._add("unknown_status", "must", said, ref, place, raw)
        return status

    def _day(self, table: Table, row: Row, place: dict[str, Any], ref: str) -> date | None:
        cell = row.cell(table.heading.index("date"))
        due = parse_timescale(cell, self.plan.starts, self.plan.ends)
        if due.day is None or due.basis != "exact":
            said = f"'{cell.text}' is no date of an update; the row is left out"
            self._add("unparseable_date", "must", said, ref, place, cell.text)
            return None
        return due.day

    def _quarter(self, table: Table, row: Row, day: date, history: bool) -> Quarter:
        written = table.text(row, "quarter")
        known = Quarter.parse(written, today=day) if written else None
        return known or (Quarter.of(day) if history else self.quarter)

    def _agency(
        self, table: Table, row: Row, leads: tuple[str, ...], place: dict[str, Any], ref: str
    ) -> str:
        raw = table.text(row, "agency") or table.text(row, "lead")
        codes = Agencies(self.plan.agencies).read(raw).codes if raw else ()
        if raw and leads and not set(codes) & set(leads):
            said = f"'{raw}' does not lead {ref}; the row is kept under the lead agency"
            self._add("other_agency", "must", said, ref, place, raw)
            return leads[0]
        return next(iter([c for c in codes if c in leads] or codes or leads), "")

    def _readings(
        self, table: Table, row: Row, measures: Any, quarter: Quarter, place: dict[str, Any],
        ref: str,
    ) -> tuple[Reading, ...]:  # fmt: skip
        raw = table.text(row, "reading")
        if not raw or not measures:
            return ()
        try:
            return (Reading(measures[0].id, parse_reading(raw), quarter),)
        except Invalid:
            said = f"the reading '{raw}' is no number, left out"
            self._add("reading_not_numeric", "must", said, ref, place, raw)
            return ()

    def _new_due(self, table: Table, row: Row, place: dict[str, Any], ref: str) -> date | None:
        cell: Cell = row.cell(table.heading.index("new_due"))
        if not cell.text.strip():
            return None
        due = parse_timescale(cell, self.plan.starts, self.plan.ends)
        if due.day is None:
            said = f"new due date: '{cell.text}' is no date, left out"
            self._add("unparseable_date", "must", said, ref, place, cell.text)
        return due.day

    def _judge(self, update: Update, note: str, place: dict[str, Any]) -> None:
        if update.status is Status.OFF_TRACK and not update.corrective_action:
            said = f"{update.ref} is off track and has no corrective action"
            self._add("no_corrective_action", "should", said, update.ref, place, note)
        few = update.reading is not None and is_few(update.reading)
        if few and is_delicate(self.plan, self.plan.action(update.ref)):
            said = f"{update.ref}: a count under 5 in a sensitive priority may identify people"
            self._add(
                "small_number", "must", said, update.ref, place, str(int(update.reading or 0))
            )
        if not note:
            said = f"{update.ref} has no text"
            self._add("no_update_text", "should", said, update.ref, place, "")
        if len(note) > MAX_NOTE:
            said = f"the text has {len(note):,} characters; {MAX_NOTE:,} are kept"
            self._add("note_too_long", "must", said, update.ref, place, note[:80])

    def _add(
        self, code: str, level: str, message: str, ref: str, place: dict[str, Any], quote: str
    ) -> None:
        self.findings.add(code, level, message, ref=ref, location=place, quote=quote)
