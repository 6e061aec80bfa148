"""Histories and returns as they are read: for the plans that are held."""

from __future__ import annotations

from bot.core.errors import Refused
from bot.core.progress import Progress
from bot.files.building import lines_above
from bot.files.coverage import columns_read
from bot.files.imported import Imported
from bot.files.legend import legend_of
from bot.files.periods import told_quarter
from bot.files.returns import UpdateReader
from bot.files.sheet import Document, Findings
from bot.files.tables import tables
from bot.files.whose_return import agencies_by_sheet, agencies_told
from bot.services.collecting import open_quarter
from bot.services.context import Context


def read_updates(
    context: Context,
    workspace: str,
    document: Document,
    held: Progress | None,
    *,
    history: bool,
    agency: str,
) -> Imported:
    """What a history or a return says of the plans held. `agency`: whose return it is when it does
    not say. Raises Refused (no plan yet)."""
    if held is None:
        raise Refused(
            f"{document.name} holds updates, and there is no plan yet to add them to.",
            "Import the plan first.",
        )
    findings = Findings(list(document.remarks))
    read = tables(document)
    lines = lines_above(read)
    quarter = told_quarter(lines, held.plan) or open_quarter(context, workspace)
    with context.store.reading(workspace) as records:
        plan = (records.plans.covering(quarter) or held).plan if not history else held.plan
        plans = tuple(filter(None, (records.plans.of(p.year) for p in records.plans.held())))
    of_agency = (agency,) if agency else ()
    whose = () if history else agencies_told(lines, plan) or of_agency
    spans = tuple(progress.plan for progress in plans) if history else ()
    reader = UpdateReader(document, plan, findings, context.now(), quarter, whose, spans)
    reader.by_sheet = {} if history else agencies_by_sheet(read, plan)
    reader.legend = legend_of(document.sheets)
    updates = reader.read(read, history=history)
    kind = "history" if history else "return"
    rows = () if history else tuple(reader.rows)
    return Imported(
        kind,
        rows=rows,
        updates=updates,
        problems=tuple(findings.problems),
        mapping=columns_read(read),
    )
