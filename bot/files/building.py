"""A document becomes a plan: what its title and its lines above say, and what its rows hold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from bot.core.errors import Invalid, Refused
from bot.core.plan import Action, Agency, Measure, Plan, Priority, Reading, Update
from bot.core.quarters import Quarter
from bot.core.reporting import parse_reading
from bot.files.collected import Collected
from bot.files.dates import parse_timescale
from bot.files.imported import Imported, QuarterEntry, ReadAction, ReadMeasure, ReadPriority
from bot.files.names import Agencies
from bot.files.rag import status_of
from bot.files.reading import priority_codes, read_plan, with_refs
from bot.files.records import tables
from bot.files.sheet import Document, Findings
from bot.files.title import TitleFacts, read_title

_QUARTER = re.compile(r"\b(?:q|quarter )[1-4]\b(?:\s+20\d\d\s*[-/–]\s*(?:20)?\d\d)?", re.IGNORECASE)


def build_plan(document: Document, known: tuple[Agency, ...], today: date) -> Imported:
    """The plan a document holds. `known`: agencies whose names are understood. Raises Refused."""
    name = document.name
    facts = read_title(lines_above(document), name, _within(document) or today)
    findings = Findings()
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
    return _imported(reader, facts, agencies, _state_of(document, facts, today))


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


def lines_above(document: Document) -> list[str]:
    """The texts above the tables, first sheets first, then the sheets' names."""
    found = tables(document)
    above = [row for table in found for row in table.sheet.rows[: table.heading.first]]
    return [text for row in above for text in row.texts if text] + [t.sheet.name for t in found]


def quarter_told(document: Document, today: date) -> Quarter | None:
    """The quarter the lines above a table name ("Q2 2018-19"), or None."""
    found = (_QUARTER.search(line) for line in lines_above(document))
    written = next((match[0] for match in found if match), "")
    return Quarter.parse(written, today=today) if written else None


def agency_told(document: Document, plan: Plan) -> str:
    """The agency the lines above a return's table name ("Kent Police return"), or empty."""
    for line in lines_above(document):
        plain = f" {line.lower()} "
        for agency in sorted(plan.agencies, key=lambda a: -len(a.name)):
            names = (agency.name.lower(), agency.short.lower())
            if any(f" {name} " in plain for name in names) or line.strip() == agency.code:
                return agency.code
    return ""


def _state_of(document: Document, facts: TitleFacts, today: date) -> tuple[Quarter, date]:
    """What a column "Status" without a quarter is about: the quarter the lines above name, else
    today's within the plan's year; and the day it is taken to be said."""
    within = min(max(today, facts.starts), facts.ends)
    quarter = quarter_told(document, within) or Quarter.of(within)
    return quarter, min(today, quarter.ends)


def _imported(
    reader: Collected, facts: TitleFacts, agencies: Agencies, state: tuple[Quarter, date]
) -> Imported:
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
        updates=tuple(u for action in actions for u in _entries(action, plan, state)),
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


def _entries(read: ReadAction, plan: Plan, state: tuple[Quarter, date]) -> list[Update]:
    """What a row reports: its quarter columns at each quarter's end, else its one status."""
    year = Quarter.of(plan.starts).year
    found = [
        _entry(read, Quarter(year, number), Quarter(year, number).ends, entry)
        for number, entry in sorted(read.updates.items())
        if entry is not None
    ]
    if not read.updates and (read.rag or read.comment):
        found.append(_entry(read, *state, QuarterEntry(read.status_raw, read.rag, read.comment)))
    return found


def _entry(read: ReadAction, quarter: Quarter, day: date, entry: QuarterEntry) -> Update:
    return Update(
        id="",
        ref=read.key,
        at=datetime.combine(day, time(12, tzinfo=UTC)),
        quarter=quarter,
        status=status_of(entry.rag),
        agency=next(iter(read.leads), ""),
        by="file",
        note=entry.comment,
        readings=_reading(read, entry.reading, quarter),
        source="import",
    )


def _reading(read: ReadAction, text: str, quarter: Quarter) -> tuple[Reading, ...]:
    try:
        value = parse_reading(text) if text else None
    except Invalid:
        value = None
    return (Reading(f"{read.key}/1", value, quarter),) if value is not None else ()
