"""Documents in and out: preview, apply in one transaction, export."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.core.access import Caller, Permission, Role, require
from bot.core.errors import NotFound, Refused
from bot.core.plan import Agency, Plan, Update
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.disclosure.check import KnownNames
from bot.files.building import agency_told, build_plan, quarter_told
from bot.files.imported import Imported
from bot.files.opening import open_document
from bot.files.records import UpdateReader, kind_of, read_agencies
from bot.files.screening import screened
from bot.files.sheet import Document, Findings, Ticker
from bot.services.collecting import open_quarter
from bot.services.context import Context
from bot.services.known import known_names
from bot.services.years import save_version
from bot.store.store import Records


def host(context: Context) -> Caller:
    """Whoever runs the bot's machine: imports by command line speak with a coordinator's right."""
    return Caller(context.home, "file", Role.COORDINATOR)


def preview(
    context: Context,
    workspace: str,
    content: bytes,
    name: str,
    tick: Ticker | None = None,
    *,
    not_personal: bool = False,
    fallback: Plan | None = None,
) -> Imported:
    """What a file holds, and its problems by place; nothing is stored. Raises Refused.

    `fallback`: a plan whose agencies are known by name while the workspace has none of its own.

    What the disclosure guard holds is left out of what `apply` stores; `not_personal` confirms that
    names and small counts in the file are not about private persons.
    """
    document = open_document(content, name, tick)
    current = _current(context, workspace)
    before = current.plan if current else fallback
    read = _read(context, workspace, document, current, before.agencies if before else ())
    plan = read.plan or before
    with context.store.reading(workspace) as records:
        known = known_names(context, records, plan) if plan else KnownNames()
    return screened(read, known, not_personal=not_personal)


def _read(
    context: Context,
    workspace: str,
    document: Document,
    current: Progress | None,
    known: tuple[Agency, ...],
) -> Imported:
    kind = kind_of(document)
    if kind == "agencies":
        return Imported(kind, agencies=read_agencies(document))
    if kind in {"history", "return"}:
        return _updates(context, workspace, document, current, history=kind == "history")
    return build_plan(document, known, context.today())


def apply(context: Context, caller: Caller, imported: Imported) -> Imported:
    """Store what was previewed, in one transaction. Raises NotAllowed, NotFound (no plan yet)."""
    require(caller, Permission.COORDINATE)
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        if imported.agencies:
            plan = records.plans.plan(context.today())
            records.plans.save(replace(plan, agencies=_joined(plan, imported.agencies)), now)
        elif imported.plan is not None:
            save_version(records, imported.plan, now, context.today())
        fresh = [replace(u, id=records.new_id()) for u in _unknown(records, imported.updates)]
        if fresh:
            records.plans.add_updates(fresh, imported.plan.year if imported.plan else "")
        subject = imported.plan.year if imported.plan else imported.kind
        records.audit.note(now, caller.user, "import", f"plan:{subject}", after=imported.kind)
        if imported.not_personal:
            records.audit.note(now, caller.user, "confirm not personal", f"plan:{subject}")
    return imported.stored()


def export(context: Context, workspace: str) -> bytes:
    """The plan, its history and its audit trail as a workbook. Raises NotFound (no plan)."""
    from bot.files.workbook import workbook

    with context.store.reading(workspace) as records:
        progress = records.plans.progress(context.today())
        return workbook(
            progress,
            records.plans.record(progress.plan.year),
            records.taught_words.all(),
            records.audit.all(),
        )


def _current(context: Context, workspace: str) -> Progress | None:
    try:
        with context.store.reading(workspace) as records:
            return records.plans.progress(context.today())
    except NotFound:
        return None


def _updates(
    context: Context, workspace: str, document: Document, current: Progress | None, *, history: bool
) -> Imported:
    if current is None:
        raise Refused(
            f"{document.name} holds updates, and there is no plan yet to add them to.",
            "Import the plan first.",
        )
    findings = Findings()
    quarter = quarter_told(document, context.today()) or open_quarter(context, workspace)
    if not history:
        current = _of_quarter(context, workspace, quarter) or current
    agency = "" if history else agency_told(document, current.plan)
    reader = UpdateReader(document, current.plan, findings, context.now(), quarter, agency)
    updates = reader.read(history=history)
    kind = "history" if history else "return"
    rows = () if history else tuple(reader.rows)
    return Imported(kind, rows=rows, updates=updates, problems=tuple(findings.problems))


def _of_quarter(context: Context, workspace: str, quarter: Quarter) -> Progress | None:
    """The plan a return for `quarter` belongs to."""
    with context.store.reading(workspace) as records:
        return records.plans.covering(quarter)


def _unknown(records: Records, updates: tuple[Update, ...]) -> list[Update]:
    """Those not on record yet: a corrected file may be imported again without saying all twice."""
    if not updates:
        return []
    known = {_told(update) for update in records.plans.record()}
    return [update for update in updates if _told(update) not in known]


def _told(update: Update) -> tuple[Any, ...]:
    values = tuple((reading.measure, reading.value) for reading in update.readings)
    day = update.at.date()
    return (update.ref, update.quarter, day, update.status, update.note, update.new_due, values)


def _joined(plan: Plan, listed: tuple[Agency, ...]) -> tuple[Agency, ...]:
    """The plan's agencies with the list's words for those of the same code, then the new ones."""
    by_code = {agency.code: agency for agency in listed}
    kept = [by_code.pop(agency.code, agency) for agency in plan.agencies]
    return (*kept, *by_code.values())
