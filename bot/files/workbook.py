"""The plan and its history as a workbook. No cell ever starts a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from bot.core.audit import AuditEntry
from bot.core.plan import ILLUSTRATIVE, Update
from bot.core.progress import Progress
from bot.files.cells import put

PLAN_HEADINGS = (
    "Ref", "Priority", "Action", "Lead agency", "Partners", "Timescale", "Due date", "Resources",
    "Success measure", "Baseline", "Target", "Status", "Last update",
)  # fmt: skip
HISTORY_HEADINGS = (
    "Ref", "Date", "Quarter", "Agency", "Status", "Update", "Reading", "New due date", "Reason",
    "Corrective action", "Source", "Kind", "Corrects",
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
    """An .xlsx: the plan as it stands, every update (withdrawn ones too), words taught, the audit
    trail."""
    from openpyxl import Workbook

    book = Workbook(write_only=False)
    del book["Sheet"]
    plan = progress.plan
    note = ILLUSTRATIVE if plan.illustrative else ""
    top = [[plan.partnership], [f"{plan.title} {plan.year}"], [f"Marking: {plan.marking}. {note}"]]
    _sheet(book, "Action plan", [*top, [], list(PLAN_HEADINGS), *_plan_rows(progress)], head=5)
    _sheet(book, "History", [list(HISTORY_HEADINGS), *map(_history_row, record)], head=1)
    _sheet(book, "Taught words", [["Word", "Means"], *map(list, taught)], head=1)
    _sheet(book, "Audit trail", [list(AUDIT_HEADINGS), *map(_audit_row, audit)], head=1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _plan_rows(progress: Progress) -> Iterable[list[Any]]:
    plan = progress.plan
    for standing in progress.standings:
        action = standing.action
        measure = action.measures[0] if action.measures else None
        latest = standing.latest
        yield [
            action.ref,
            plan.priority(action.priority).name,
            action.text,
            action.lead_raw or ", ".join(action.leads),
            action.partners_raw or ", ".join(action.partners),
            action.timescale_raw,
            standing.due,
            action.resources_raw,
            measure.text if measure else "",
            (measure.baseline_raw or measure.baseline) if measure else None,
            (measure.target_raw or measure.target) if measure else None,
            standing.status.replace("_", " ") if standing.status else "no update received",
            latest.at.date() if latest else None,
        ]


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
