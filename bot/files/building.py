"""A document becomes a plan: what its title and its lines above say, and what its rows hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from datetime import date, datetime
from typing import Any

from bot.core.dataclass import dataclass
from bot.core.day_only import NO_TIME
from bot.core.errors import Invalid, Refused
from bot.core.figures import reading_of
from bot.core.plan import Action, Agency, Measure, Plan, Priority, Reading, Update
from bot.core.quarters import Quarter
from bot.core.years import Dated, quarter_numbered
from bot.files.choosing import Chosen, choose
from bot.files.collected import Collected
from bot.files.coverage import mapping, said_once
from bot.files.dates import parse_timescale
from bot.files.headings import Choices
from bot.files.imported import Imported, QuarterEntry, ReadAction, ReadPriority
from bot.files.legend import legend_of
from bot.files.measures import ReadMeasure
from bot.files.names import Agencies, names_alone
from bot.files.rag import status_of
from bot.files.reading import PlanReader
from bot.files.references import priority_codes, with_refs
from bot.files.resembling import alike, proposals
from bot.files.sheet import Document, Findings, Sheet
from bot.files.table import Table
from bot.files.title import TitleFacts, names_plan, names_whose, read_title
from bot.files.written_days import month_first

_QUARTER = re.compile(r"\b(?:q|quarter )[1-4]\b(?:\s+20\d\d\s*[-/–]\s*(?:20)?\d\d)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    """What whoever imports has said: the columns' fields, the sheet, the year the file is for."""

    choices: Choices = field(default_factory=dict)
    sheet: str = ""
    year: int | None = None


def build_plan(
    document: Document, known: tuple[Agency, ...], today: date, options: Options | None = None
) -> Imported:
    """The plan a document holds. `known`: agencies whose names are understood. Raises Refused."""
    given = options or Options()
    chosen = choose(document, given.choices, given.sheet, given.year)
    _refuse_planless(document, chosen, given)
    lines = lines_above(chosen.tables)
    sheets = [table.sheet.name for table in chosen.tables if table.has_actions]
    titles = [*lines, *_covers(document, chosen)]
    facts = read_title(titles, document.name, _within(chosen.tables) or today, sheets)
    findings = Findings(list(document.remarks))
    agencies = Agencies(known, names_alone(_agency_cells(chosen.tables)))
    reader = Collected(document, facts, agencies, findings, legend_of(document.sheets))
    reader.name_keys()
    state = state_of(lines, facts, today)
    titled = quarter_told(lines, today)
    PlanReader(reader, chosen.tables, titled.number if titled else 0).read()
    if not reader.actions:
        raise _planless(document.name)
    if facts.assumed_year:
        findings.add("no_plan_year", "must", f"no year is written; {facts.year} is assumed")
    said_once(reader, chosen)
    _doubt_months(chosen.tables, findings)
    return replace(as_imported(reader, state), mapping=mapping(chosen, reader))


def _refuse_planless(document: Document, chosen: Chosen, options: Options) -> None:
    if options.sheet and not any(s.name.lower() == options.sheet.lower() for s in document.sheets):
        names = ", ".join(f"'{sheet.name}'" for sheet in document.sheets)
        raise Refused(f"{document.name} has no sheet '{options.sheet}'.", f"Its sheets: {names}.")
    if not any(table.has_actions for table in chosen.tables):
        raise _planless(document.name)


def _planless(name: str) -> Refused:
    return Refused(
        f"I could not find any action in {name}: no table with a heading row I understand.",
        "A plan needs a row of headings such as: Ref, Priority, Action, Lead agency, "
        "Timescale, Success measure. A return needs: Ref, Status, Progress.",
    )


def _agency_cells(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        for name in ("lead", "partners"):
            index = table.heading.index(name)
            yield from (row.cell(index).text for row in table.rows if index >= 0)


def _doubt_months(tables: Iterable[Table], findings: Findings) -> None:
    cells = [row.cell(t.heading.index("timescale")).text for t in tables for row in t.rows]
    if month_first(cells):
        message = (
            "dates in this file seem to have the month first (09/30); those that can be read "
            "both ways are read day first and may be wrong: look at every due date"
        )
        findings.add("month_first", "must", message)


def _within(tables: Iterable[Table]) -> date | None:
    """A day in the year most of the document's written dates lie in, for a plan without a year."""
    years: Counter[int] = Counter()
    for table in tables:
        column = table.heading.index("timescale")
        for row in table.rows:
            due = parse_timescale(row.cell(column), date(1990, 4, 1), date(1991, 3, 31))
            if due.day is not None and due.day.year >= 2000:
                years[Quarter.of(due.day).year] += 1
    return date(years.most_common(1)[0][0], 4, 1) if years else None


def _covers(document: Document, chosen: Chosen) -> list[str]:
    """The titles of a plan, and whose it is, on sheets that hold none and stand before it: a
    cover, the contents."""
    first = (
        document.sheets.index(chosen.tables[0].sheet)
        if chosen.tables[0].sheet in document.sheets
        else 0
    )
    before = (
        s
        for s, code, _ in chosen.left_out
        if code in {"guidance", "no table"} and s in document.sheets[:first]
    )
    lines = [row.alone for sheet in before for row in sheet.rows]
    return [line for line in lines if names_plan(line) or names_whose(line)]


def lines_above(tables: Iterable[Table]) -> list[str]:
    """The texts above the tables, first sheets first, then the sheets' names."""
    all_tables = list(tables)
    sheets: list[Sheet] = []
    for table in all_tables:
        sheets += [] if table.sheet in sheets else [table.sheet]
    above = [text for table in all_tables for row in table.above for text in row.texts if text]
    return above + [sheet.name for sheet in sheets if sheet.name]


def quarter_told(lines: Iterable[str], today: date) -> Quarter | None:
    """The quarter the lines above a table name ("Q2 2018-19"), or None."""
    matches = (_QUARTER.search(line) for line in lines)
    written = next((match[0] for match in matches if match), "")
    return Quarter.parse(written, today=today) if written else None


def state_of(lines: Iterable[str], facts: TitleFacts, today: date) -> tuple[Quarter, date]:
    """What a column "Status" without a quarter is about: the quarter the lines above name, else
    today's within the plan's year; and the day it is taken to be said."""
    within = min(max(today, facts.starts), facts.ends)
    titled = quarter_told(lines, within)
    quarter = titled if titled and facts.starts <= titled.ends <= facts.ends else Quarter.of(within)
    return quarter, min(today, quarter.ends)


def as_imported(reader: Collected, state: tuple[Quarter, date]) -> Imported:
    """What was gathered as a plan. `state`: the quarter and day a status column is about."""
    facts, agencies = reader.facts, reader.agencies
    collected = list(reader.priorities.values())
    codes = priority_codes(reader.actions, collected, reader.codes)
    priorities = tuple(replace(priority, key=codes[priority.key]) for priority in collected)
    coded = [replace(action, priority=codes[action.priority]) for action in reader.actions]
    actions = tuple(with_refs(coded, priorities))
    pairs = alike(agencies.new.values(), (*agencies.known, *agencies.new.values()))
    plan = Plan(
        title=facts.title,
        year=facts.year,
        starts=facts.starts,
        ends=facts.ends,
        partnership=facts.partnership,
        marking=facts.marking or "OFFICIAL",
        priorities=tuple(_priority(p, facts) for p in priorities),
        agencies=agencies.table(),
        actions=tuple(_action(action) for action in actions),
        measures=_measures("PLAN", reader.measures, facts),
    )
    return Imported(
        "plan",
        plan=plan,
        priorities=priorities,
        actions=actions,
        measures=tuple(reader.measures),
        updates=tuple(u for action in actions for u in _entries(action, plan, state)),
        problems=tuple(reader.findings.problems),
        facts=_facts_json(facts),
        counts=dict(reader.counts),
        new_agencies=tuple(agencies.new.values()),
        alike=pairs,
        proposals=proposals(pairs),
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


def _priority(read: ReadPriority, year: Dated) -> Priority:
    measures = _measures(read.key, read.measures, year)
    return Priority(read.key, read.name, read.number, intent=read.intent, measures=measures)


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
        further=read.further,
        previous_ref=read.previous_ref,
    )


def _measures(key: str, read: Iterable[ReadMeasure], year: Dated) -> tuple[Measure, ...]:
    """Measures of a priority or of the plan, with the readings the document gives."""
    made = ((_measure(key, number, measure), measure) for number, measure in enumerate(read, 1))
    return tuple(
        replace(
            m, known=tuple(Reading(m.id, v, quarter_numbered(year, q)) for q, v in one.readings)
        )
        for m, one in made
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
        source=read.source,
    )


def _entries(read: ReadAction, plan: Plan, state: tuple[Quarter, date]) -> list[Update]:
    """What a row reports: its quarter columns at each quarter's end, else its one status."""
    quarters = ((quarter_numbered(plan, n), entry) for n, entry in sorted(read.updates.items()))
    entries = [_entry(read, quarter, quarter.ends, e) for quarter, e in quarters if e is not None]
    if not read.updates and (read.rag or read.comment):
        entries.append(_entry(read, *state, QuarterEntry(read.status_raw, read.rag, read.comment)))
    return entries


def _entry(read: ReadAction, quarter: Quarter, day: date, entry: QuarterEntry) -> Update:
    return Update(
        id="",
        ref=read.key,
        at=datetime.combine(day, NO_TIME),
        quarter=quarter,
        status=status_of(entry.rag),
        agency=next(iter(read.leads), ""),
        by="file",
        note=entry.comment,
        readings=_reading(read, entry.reading, quarter),
        source="import",
    )


def _reading(read: ReadAction, text: str, quarter: Quarter) -> tuple[Reading, ...]:
    measures = (_measure(read.key, 1, measure) for measure in read.measures[:1])
    measure = next(measures, Measure(f"{read.key}/1", ""))
    try:
        return (reading_of(measure, text, quarter),) if text else ()
    except Invalid:
        return ()
