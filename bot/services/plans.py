"""Documents in and out: preview, apply in one transaction, export."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from bot.core.access import Caller, Deed, Role, may
from bot.core.errors import NotFound, Refused
from bot.core.guard import known_in
from bot.core.plan import Action, Agency, Measure, Plan, Priority, Reading, Update
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.files.collected import Collected
from bot.files.dates import parse_timescale
from bot.files.imported import Imported, ReadAction, ReadMeasure, ReadPriority
from bot.files.names import Agencies
from bot.files.opening import open_document
from bot.files.rag import status_of
from bot.files.reading import priority_codes, read_plan, with_refs
from bot.files.records import UpdateReader, kind_of, read_agencies, tables
from bot.files.screening import screened
from bot.files.sheet import Document, Findings, Ticker
from bot.files.title import TitleFacts, read_title
from bot.sample import sample_plan
from bot.services.collecting import open_quarter
from bot.services.desk import Desk

_QUARTER = re.compile(r"\b(?:q|quarter )[1-4]\b(?:\s+20\d\d\s*[-/–]\s*(?:20)?\d\d)?", re.IGNORECASE)


def host(desk: Desk) -> Caller:
    """Whoever runs the bot's machine: imports by command line speak with a coordinator's right."""
    return Caller(desk.home, "file", Role.COORDINATOR)


def preview(
    desk: Desk,
    workspace: str,
    content: bytes,
    name: str,
    tick: Ticker | None = None,
    *,
    not_personal: bool = False,
) -> Imported:
    """What a file holds, and its problems by place; nothing is stored. Raises Refused.

    What the disclosure guard holds is left out of what `apply` stores; `not_personal` confirms that
    names and small counts in the file are not about private persons.
    """
    document = open_document(content, name, tick)
    current = _current(desk, workspace)
    read = _read(desk, workspace, document, current, name)
    plan = read.plan or (current.plan if current else sample_plan())
    return screened(read, known_in(plan), not_personal=not_personal)


def _read(
    desk: Desk, workspace: str, document: Document, current: Progress | None, name: str
) -> Imported:
    kind = kind_of(document)
    if kind == "agencies":
        return Imported(kind, agencies=read_agencies(document))
    if kind in {"history", "return"}:
        return _updates(desk, workspace, document, current, history=kind == "history")
    return _plan(document, name, current, desk.today())


def apply(desk: Desk, caller: Caller, imported: Imported) -> Imported:
    """Store what was previewed, in one transaction. Raises NotAllowed, NotFound (no plan yet)."""
    may(caller, Deed.COORDINATE)
    now = desk.now()
    with desk.store.writing(caller.workspace) as books:
        if imported.agencies:
            plan = books.plans.plan()
            books.plans.save(replace(plan, agencies=_joined(plan, imported.agencies)), now)
        elif imported.plan is not None:
            books.plans.save(imported.plan, now)
        fresh = [replace(update, id=books.new_id()) for update in imported.updates]
        if fresh:
            books.plans.add_updates(fresh)
        subject = imported.plan.year if imported.plan else imported.kind
        books.audit.note(now, caller.user, "import", f"plan:{subject}", after=imported.kind)
        if imported.not_personal:
            books.audit.note(now, caller.user, "confirm not personal", f"plan:{subject}")
    return imported.stored()


def export(desk: Desk, workspace: str) -> bytes:
    """The plan, its history and its audit trail as a workbook. Raises NotFound (no plan)."""
    from bot.files.workbook import workbook

    with desk.store.reading(workspace) as books:
        return workbook(
            books.plans.progress(),
            books.plans.record(),
            books.taught.all(),
            books.audit.all(),
        )


def _current(desk: Desk, workspace: str) -> Progress | None:
    try:
        with desk.store.reading(workspace) as books:
            return books.plans.progress()
    except NotFound:
        return None


def _updates(
    desk: Desk, workspace: str, document: Document, current: Progress | None, *, history: bool
) -> Imported:
    if current is None:
        raise Refused(
            f"{document.name} holds updates, and there is no plan yet to add them to.",
            "Import the plan first.",
        )
    findings = Findings()
    quarter = _quarter_told(document, desk) or open_quarter(desk, workspace)
    agency = "" if history else _agency_told(document, current.plan)
    reader = UpdateReader(document, current.plan, findings, desk.now(), quarter, agency)
    updates = reader.read(history=history)
    kind = "history" if history else "return"
    rows = () if history else tuple(reader.rows)
    return Imported(kind, rows=rows, updates=updates, problems=tuple(findings.problems))


def _quarter_told(document: Document, desk: Desk) -> Quarter | None:
    """The quarter the lines above a return's table name ("Q2 2018-19"), or None."""
    found = (_QUARTER.search(line) for line in _lines_above(document))
    written = next((match[0] for match in found if match), "")
    return Quarter.parse(written, today=desk.today()) if written else None


def _agency_told(document: Document, plan: Plan) -> str:
    """The agency the lines above a return's table name ("Kent Police return"), or empty."""
    for line in _lines_above(document):
        plain = f" {line.lower()} "
        for agency in sorted(plan.agencies, key=lambda a: -len(a.name)):
            names = (agency.name.lower(), agency.short.lower())
            if any(f" {name} " in plain for name in names) or line.strip() == agency.code:
                return agency.code
    return ""


def _plan(document: Document, name: str, current: Progress | None, today: date) -> Imported:
    facts = read_title(_lines_above(document), name, _within(document) or today)
    findings = Findings()
    known = current.plan.agencies if current else sample_plan().agencies
    agencies = Agencies(known)
    reader = Collected(document, facts, agencies, findings)
    if not read_plan(reader):
        raise Refused(
            f"I could not find any action in {name}: no table with a heading row I understand.",
            "A plan needs a row of headings such as: Ref, Priority, Action, Lead agency, "
            "Timescale, Success measure.",
        )
    if facts.assumed_year:
        findings.add("no_plan_year", "must", f"no year is written; {facts.year} is assumed")
    return _imported(reader, facts, agencies)


def _within(document: Document) -> date | None:
    """A day in the year most of the document's written dates lie in, for a plan without a year."""
    years: Counter[int] = Counter()
    for table in tables(document):
        column = table.heading.index("timescale")
        for row in table.rows:
            due = parse_timescale(row.cell(column), date(1990, 4, 1), date(1991, 3, 31))
            if due.day is not None and due.day.year >= 2000:
                years[Quarter.of(due.day).year] += 1
    return date(years.most_common(1)[0][0], 4, 1) if years else None


def _lines_above(document: Document) -> list[str]:
    """The texts above the tables, first sheets first, then the sheets' names."""
    found = tables(document)
    above = [row for table in found for row in table.sheet.rows[: table.heading.first]]
    return [text for row in above for text in row.texts if text] + [t.sheet.name for t in found]


def _imported(reader: Collected, facts: TitleFacts, agencies: Agencies) -> Imported:
    found = list(reader.priorities.values())
    codes = priority_codes(reader.actions, found)
    priorities = tuple(replace(priority, key=codes[priority.key]) for priority in found)
    coded = [replace(action, priority=codes[action.priority]) for action in reader.actions]
    actions = tuple(with_refs(coded))
    plan = Plan(
        title=facts.title,
        year=facts.year,
        starts=facts.starts,
        ends=facts.ends,
        partnership=facts.partnership,
        marking=facts.marking or "OFFICIAL",
        priorities=tuple(_priority(priority) for priority in priorities),
        agencies=agencies.table(),
        actions=tuple(_action(action) for action in actions),
    )
    return Imported(
        "plan",
        plan=plan,
        priorities=priorities,
        actions=actions,
        updates=tuple(u for action in actions for u in _entries(action, plan)),
        problems=tuple(reader.findings.problems),
        facts=_facts_json(facts),
    )


def _facts_json(facts: TitleFacts) -> dict[str, Any]:
    return {
        "title": facts.title,
        "partnership": facts.partnership or None,
        "year": facts.year,
        "start": facts.starts.isoformat(),
        "end": facts.ends.isoformat(),
        "marking": facts.marking or None,
    }


def _priority(read: ReadPriority) -> Priority:
    return Priority(read.key, read.name, read.number, intent=read.intent)


def _action(read: ReadAction) -> Action:
    return Action(
        ref=read.key,
        priority=read.priority,
        text=read.description,
        alt_ref=read.alt_ref,
        leads=read.leads,
        lead_raw=read.lead_raw,
        partners=read.partners,
        partners_raw=read.partners_raw,
        timescale_raw=read.timescale_raw,
        due=read.due,
        due_basis=read.due_basis,
        resources_raw=read.resources_raw,
        measures=tuple(_measure(read.key, n, m) for n, m in enumerate(read.measures, 1)),
    )


def _measure(ref: str, number: int, read: ReadMeasure) -> Measure:
    return Measure(
        id=f"{ref}/{number}",
        text=read.text,
        unit=read.unit,
        baseline=read.baseline,
        baseline_raw=read.baseline_raw,
        target=read.target,
        target_raw=read.target_raw,
        direction=read.direction,
    )


def _entries(read: ReadAction, plan: Plan) -> list[Update]:
    """What the plan's own quarter columns report, as updates at each quarter's end."""
    year = Quarter.of(plan.starts).year
    found = []
    for number, entry in sorted(read.updates.items()):
        if entry is None:
            continue
        quarter = Quarter(year, number)
        reading = _reading(read, entry.reading, quarter)
        found.append(
            Update(
                id="",
                ref=read.key,
                at=datetime.combine(quarter.ends, time(12, tzinfo=UTC)),
                quarter=quarter,
                status=status_of(entry.rag),
                agency=next(iter(read.leads), ""),
                by="file",
                note=entry.comment,
                readings=reading,
                source="import",
            )
        )
    return found


def _reading(read: ReadAction, text: str, quarter: Quarter) -> tuple[Reading, ...]:
    from bot.core.errors import Invalid
    from bot.core.reporting import parse_reading

    try:
        value = parse_reading(text) if text else None
    except Invalid:
        value = None
    return (Reading(f"{read.key}/1", value, quarter),) if value is not None else ()


def _joined(plan: Plan, listed: tuple[Agency, ...]) -> tuple[Agency, ...]:
    """The plan's agencies with the list's words for those of the same code, then the new ones."""
    by_code = {agency.code: agency for agency in listed}
    kept = [by_code.pop(agency.code, agency) for agency in plan.agencies]
    return (*kept, *by_code.values())
