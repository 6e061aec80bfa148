"""What was read from a document: rows with their raw wording beside what was understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from typing import Any

from bot.core.dataclass import dataclass
from bot.core.plan import Agency, Plan, Update
from bot.files.difference import Change
from bot.files.measures import ReadMeasure, without_fraction
from bot.files.sheet import Problem


@dataclass(frozen=True, slots=True)
class QuarterEntry:
    """What a plan's own quarter columns say of one action."""

    rag_raw: str
    rag: str | None
    comment: str
    reading: str = ""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of an agency's return, as written."""

    ref: str
    status_raw: str
    rag: str | None
    comment: str
    reading_raw: str
    quarter: int
    location: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """With the field names of the contract."""
        entry = QuarterEntry(self.status_raw, self.rag, self.comment, self.reading_raw)
        return {
            "ref": self.ref or None,
            "status_raw": self.status_raw or None,
            "rag": self.rag,
            "updates": {f"Q{self.quarter}": _entry(entry)},
            "location": self.location,
        }


@dataclass(frozen=True, slots=True)
class ReadAction:
    """One row of a plan. `ref` as written (None: the row has none), `key` what it is stored as."""

    ref: str | None
    key: str
    alt_ref: str
    priority: str
    description: str
    lead_raw: str
    leads: tuple[str, ...]
    partners_raw: str
    partners: tuple[str, ...]
    timescale_raw: str
    due: date | None
    due_basis: str
    resources_raw: str
    measures: tuple[ReadMeasure, ...]
    status_raw: str
    rag: str | None
    updates: dict[int, QuarterEntry | None]
    location: dict[str, Any]
    comment: str = ""
    further: tuple[tuple[str, str], ...] = ()
    previous_ref: str = ""

    def as_json(self) -> dict[str, Any]:
        """With the field names of the contract."""
        row: dict[str, Any] = {
            "ref": self.ref,
            "stored_ref": self.key,
            "priority": self.priority,
            "description": self.description,
            "lead_raw": self.lead_raw or None,
            "lead_agencies": list(self.leads),
            "partners_raw": self.partners_raw or None,
            "partner_agencies": list(self.partners),
            "timescale_raw": self.timescale_raw or None,
            "due": self.due.isoformat() if self.due else None,
            "due_basis": self.due_basis,
            "resources_raw": self.resources_raw or None,
            "measures": [measure.as_json() for measure in self.measures],
            "status_raw": self.status_raw or None,
            "rag": self.rag,
            "comment": self.comment or None,
            "previous_ref": self.previous_ref or None,
            "further": [{"heading": name, "text": text} for name, text in self.further],
            "location": self.location,
        }
        if self.updates:
            row["updates"] = {f"Q{n}": _entry(entry) for n, entry in sorted(self.updates.items())}
        return row


def _entry(entry: QuarterEntry | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    shown = {"rag_raw": entry.rag_raw or None, "rag": entry.rag, "comment": entry.comment or None}
    return shown | ({"reading": entry.reading} if entry.reading else {})


@dataclass(frozen=True, slots=True)
class ReadPriority:
    """A priority as read. `number`: the document's, or its place in it (never a rank)."""

    key: str
    name: str
    number: int
    location: dict[str, Any]
    intent: str = ""
    measures: tuple[ReadMeasure, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """With the field names of the contract."""
        return {
            "key": self.key,
            "number": self.number,
            "name": self.name,
            "intent": self.intent or None,
            "location": self.location,
        }


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """What one column of a document was read as: `field` None where it was not read."""

    sheet: str
    heading: str
    field: str | None
    reason: str
    samples: tuple[str, ...] = ()
    place: str = ""

    def as_json(self) -> dict[str, Any]:
        """With the field names of the contract."""
        return {
            "sheet": self.sheet,
            "heading": self.heading,
            "field": self.field,
            "reason": self.reason,
            "samples": list(self.samples),
            "column": self.place,
        }


@dataclass(frozen=True, slots=True)
class Imported:
    """A document as read: its `kind` (plan, return, history, agencies) and what it brings."""

    kind: str
    plan: Plan | None = None
    priorities: tuple[ReadPriority, ...] = ()
    actions: tuple[ReadAction, ...] = ()
    rows: tuple[ReadRow, ...] = ()
    updates: tuple[Update, ...] = ()
    record: tuple[Update, ...] = ()
    """The whole history a workbook of the bot's own carries, under the ids it has there."""
    own: bool = False
    """It is a workbook of the bot's own."""
    agencies: tuple[Agency, ...] = ()
    problems: tuple[Problem, ...] = ()
    applied: bool = False
    facts: dict[str, Any] = field(default_factory=dict)
    mapping: tuple[ColumnRead, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    """Rows of the tables by what they were read as; they add up to "rows"."""
    measures: tuple[ReadMeasure, ...] = ()
    """Measures of the whole plan."""
    changes: tuple[Change, ...] = ()
    effect: tuple[str, ...] = ()
    """What storing it would supersede or join, in sentences."""
    against: str = ""
    """The year of the plan it was compared with, empty when none is held."""
    left: tuple[Change, ...] = ()
    """Changes that were not stored, since they were not accepted."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """Headings and the fields they were chosen to be read as, kept when it is applied."""
    new_agencies: tuple[Agency, ...] = ()
    proposals: tuple[str, ...] = ()
    """New agencies that may be one known by another name, as questions; none is joined."""
    alike: tuple[tuple[Agency, tuple[Agency, ...]], ...] = ()
    """The same as values: a new agency and those it may be."""
    joined: tuple[Agency, ...] = ()
    """Known agencies with names whoever imports has said to be theirs, kept when it is applied."""
    not_personal: bool = False
    """Whoever imports has confirmed that names in it are not those of private persons."""

    def as_json(self) -> dict[str, Any]:
        """What `import --json` prints: the field names of the contract."""
        return {
            "kind": self.kind,
            "plan": self.facts or None,
            "priorities": [priority.as_json() for priority in self.priorities],
            "actions": [action.as_json() for action in self.actions]
            + [row.as_json() for row in self.rows],
            "measures": [
                measure.as_json() | {"priority": priority.key}
                for priority in self.priorities
                for measure in priority.measures
            ]
            + [measure.as_json() | {"priority": None} for measure in self.measures],
            "updates": [_update(update) for update in (*self.record, *self.updates)],
            "agencies": [_agency(agency) for agency in self._agencies()],
            "proposals": list(self.proposals),
            "mapping": [column.as_json() for column in self.mapping],
            "counts": self.counts,
            "changes": [change.as_json() for change in self.changes],
            "effect": list(self.effect),
            "against": self.against or None,
            "not_stored": [change.as_json() for change in self.left],
            "problems": [_problem(problem) for problem in self.problems],
            "applied": self.applied,
        }

    def _agencies(self) -> tuple[Agency, ...]:
        return self.agencies or (self.plan.agencies if self.plan else ())

    def stored(self) -> Imported:
        """The same, applied."""
        return replace(self, applied=True)


def refused_json(message: str) -> dict[str, Any]:
    """What `import --json` prints for a file that is refused: nothing was stored."""
    nothing = dict.fromkeys(("plans", "priorities", "actions", "measures", "updates"), 0)
    return {
        "kind": "refused",
        "plan": None,
        "priorities": [],
        "actions": [],
        "measures": [],
        "problems": [],
        "mapping": [],
        "changes": [],
        "updates": [],
        "applied": False,
        "message": message,
        "stored": nothing,
    }


def _update(update: Update) -> dict[str, Any]:
    return {
        "ref": update.ref,
        "date": update.at.date().isoformat(),
        "quarter": update.quarter.label,
        "agency": update.agency,
        "status": update.status,
        "note": update.note,
        "reading": without_fraction(update.reading),
        "new_due": update.new_due.isoformat() if update.new_due else None,
    }


def _agency(agency: Agency) -> dict[str, Any]:
    return {"code": agency.code, "name": agency.name, "aliases": list(agency.aliases)}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "level": problem.level,
        "ref": problem.ref,
        "location": problem.location,
        "quote": problem.quote,
        "message": problem.message,
    }
