"""The plan and its history as a workbook. No cell ever starts a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from bot.core.audit import AuditEntry
from bot.core.plan import ILLUSTRATIVE, Action, Measure, Plan, Update
from bot.core.progress import Progress, Standing
from bot.files.cells import put
from bot.files.vocabulary import FROM_RECORD

PLAN_HEADINGS = (
    "Ref", "Last year's ref", "Priority", "Action", "Lead agency", "Partners", "Timescale",
    "Resources", "Success measure", "Baseline", "Target", "Data source", "Status",
    f"Due date {FROM_RECORD}", f"Last update {FROM_RECORD}", f"Last comment {FROM_RECORD}",
    f"Other references {FROM_RECORD}",
)  # fmt: skip
PRIORITY_HEADINGS = tuple(
    f"{name} {FROM_RECORD}"
    for name in (
        "Code",
        "Priority",
        "Intent",
        "Measure",
        "Baseline",
        "Target",
        "Data source",
        "Readings",
    )
)
AGENCY_HEADINGS = tuple(
    f"{name} {FROM_RECORD}" for name in ("Code", "Agency", "Other names", "Responsible authority")
)
HISTORY_HEADINGS = (
    "Ref", "Date", "Quarter", "Agency", "Status", "Update", "Reading", "New due date", "Reason",
    "Corrective action", "Source", "Kind", "Corrects", "Evidence", "All readings",
)  # fmt: skip
AUDIT_HEADINGS = (
    "When (UTC)", "Who", "Deed", "Subject", "Agency", "Before", "After", "Route", "On behalf of",
)  # fmt: skip


def workbook(
    progress: Progress,
    record: Iterable[Update],
    taught: Iterable[tuple[str, str]] = (),
    audit: Iterable[AuditEntry] = (),
) -> bytes:
    """An .xlsx: the plan as it stands, its priorities and agencies, every update (withdrawn ones
    too), words taught, the audit trail. Imported unchanged it changes nothing: columns that repeat
    the record say so in their headings, and are not read."""
    from openpyxl import Workbook

    book = Workbook(write_only=False)
    del book["Sheet"]
    plan = progress.plan
    note = ILLUSTRATIVE if plan.illustrative else ""
    top = [[plan.partnership], [f"{plan.title} {plan.year}"], [f"Marking: {plan.marking}. {note}"]]
    columns = further_columns(plan.actions)
    headings = [*PLAN_HEADINGS, *(heading for heading, _ in columns)]
    _sheet(book, "Action plan", [*top, [], headings, *_plan_rows(progress, columns)], head=5)
    _sheet(book, "Priorities", [list(PRIORITY_HEADINGS), *_priority_rows(plan)], head=1)
    _sheet(book, "Agencies", [list(AGENCY_HEADINGS), *_agency_rows(plan)], head=1)
    _sheet(book, "History", [list(HISTORY_HEADINGS), *map(_history_row, record)], head=1)
    _sheet(book, "Taught words", [["Word", "Means"], *map(list, taught)], head=1)
    _sheet(book, "Audit trail", [list(AUDIT_HEADINGS), *map(_audit_row, audit)], head=1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def further_columns(actions: Iterable[Action]) -> list[tuple[str, int]]:
    """The columns beside the plan, as (heading, which of the columns so called)."""
    headings = dict.fromkeys(key for action in actions for key in _further(action))
    return list(headings)


def _further(action: Action) -> dict[tuple[str, int], str]:
    texts: dict[tuple[str, int], str] = {}
    for heading, text in action.further:
        number = sum(1 for name, _ in texts if name == heading)
        texts[heading, number] = text
    return texts


def _plan_rows(progress: Progress, columns: list[tuple[str, int]]) -> Iterable[list[Any]]:
    """A row an action, and one below it for every further measure it has."""
    for standing in progress.standings:
        action = standing.action
        name = progress.plan.priority(action.priority).name
        first, *more = [_measured(measure) for measure in action.measures] or [[None] * 4]
        further = _further(action)
        yield [
            *_agreed(action, name),
            *first,
            *_from_record(standing),
            *(further.get(column) for column in columns),
        ]
        for measure in more:
            yield [None, None, name, *[None] * 5, *measure]


def _agreed(action: Action, priority: str) -> list[Any]:
    return [
        action.ref,
        action.previous_ref,
        priority,
        action.text,
        action.lead_raw or ", ".join(action.leads),
        action.partners_raw or ", ".join(action.partners),
        action.timescale_raw or action.due,
        action.resources_raw,
    ]


def _from_record(standing: Standing) -> list[Any]:
    latest, action = standing.latest, standing.action
    return [
        standing.status.replace("_", " ") if standing.status else "no update received",
        standing.due,
        latest.at.date() if latest else None,
        latest.note if latest else None,
        ", ".join(filter(None, (action.alt_ref, *action.formerly))),
    ]


def _measured(measure: Measure) -> list[Any]:
    baseline = _figure(measure.baseline_raw, measure.baseline)
    target = _figure(measure.target_raw, measure.target)
    return [measure.text, baseline, target, measure.source]


def _figure(raw: str, value: float | None) -> str | float | None:
    """A number where the document wrote nothing else, else what it wrote."""
    return value if value is not None and raw in {"", f"{value:g}"} else raw or None


def _priority_rows(plan: Plan) -> Iterable[list[Any]]:
    for priority in plan.priorities:
        cells = [priority.code, priority.name, priority.intent]
        first, *more = [_wide(measure) for measure in priority.measures] or [[]]
        yield cells + first
        yield from ([*cells[:2], None, *measure] for measure in more)
    yield from ([None, "The whole plan", None, *_wide(m)] for m in plan.measures)


def _wide(measure: Measure) -> list[Any]:
    """A measure of a priority or the plan, with the readings its document gave."""
    known = "; ".join(f"{r.value:g} ({r.period.label})" for r in measure.known)
    return [*_measured(measure), known]


def _agency_rows(plan: Plan) -> Iterable[list[Any]]:
    for agency in plan.agencies:
        aliases = "; ".join(agency.aliases)
        yield [agency.code, agency.name, aliases, "Yes" if agency.responsible else "No"]


def _history_row(update: Update) -> list[Any]:
    return [
        update.ref,
        update.at.date(),
        update.quarter.label,
        update.agency,
        update.status.value if update.status else "",
        update.note,
        update.reading,
        update.new_due,
        update.reason,
        update.corrective_action,
        update.source,
        update.kind.value,
        update.corrects,
        update.evidence,
        "; ".join(f"{r.measure}: {r.value:g} ({r.period.label})" for r in update.readings),
    ]


def _audit_row(entry: AuditEntry) -> list[Any]:
    return [
        entry.at.isoformat(timespec="seconds"),
        entry.actor,
        entry.deed,
        entry.subject,
        entry.agency,
        entry.before,
        entry.after,
        entry.route,
        entry.on_behalf,
    ]


def _sheet(book: Any, title: str, rows: Sequence[Sequence[Any]], *, head: int) -> None:
    from openpyxl.styles import Font

    sheet = book.create_sheet(title)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            put(cell, value)
            cell.font = Font(bold=number == head)
    sheet.freeze_panes = sheet.cell(head + 1, 1)
