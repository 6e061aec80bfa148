"""The bot's own workbook read back: plan, priorities, agencies and history, nothing of it guessed.

It is known by its sheets and their headings. Its structure is taken as it stands (a row with a
reference or an action is an action), its words are read as those of any plan, and what the bot
holds otherwise than they say is taken from the sheet of that name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.core.plan import Action, Agency, Plan, Update
from bot.core.progress import Progress
from bot.files import own_sheets
from bot.files.agencies import agency_of
from bot.files.building import as_imported, state_of
from bot.files.collected import Collected
from bot.files.headings import BY_HEADING, Column, Heading
from bot.files.imported import ColumnRead, Imported, ReadAction
from bot.files.names import Agencies
from bot.files.own_history import read_history
from bot.files.own_rows import OwnRows, as_listed, read_priorities
from bot.files.position import Position
from bot.files.sheet import Cell, Document, Findings, Row, Sheet, letters
from bot.files.table import Table
from bot.files.title import read_title
from bot.files.understood import Understood, with_understood
from bot.files.vocabulary import FROM_RECORD, FURTHER

_HEADINGS = {
    own_sheets.PRIORITIES: own_sheets.PRIORITY_HEADINGS,
    own_sheets.AGENCIES: own_sheets.AGENCY_HEADINGS,
    own_sheets.HISTORY: own_sheets.HISTORY_HEADINGS,
    own_sheets.UNDERSTOOD: own_sheets.UNDERSTOOD_HEADINGS,
}
"""The sheets beside the plan that tell the workbook, with the headings of their first rows."""
_BESIDE = (own_sheets.TAUGHT, own_sheets.AUDIT)


def is_own(document: Document) -> bool:
    """Whether a document is a workbook the bot has written, edited or not."""
    plan = _sheet(document, own_sheets.PLAN)
    if plan is None or _plan_heading(plan) is None:
        return False
    sheets = ((_sheet(document, name), headings) for name, headings in _HEADINGS.items())
    return all(
        sheet is not None and sheet.rows and set(headings) <= set(sheet.rows[0].texts)
        for sheet, headings in sheets
    )


def build_own(document: Document, today: date) -> Imported:
    """The plan a workbook holds, its record, and the statuses somebody has changed in it."""
    reader, table = _reader(document, today)
    rows = OwnRows(Position(reader), table)
    rows.read()
    lines = [text for row in table.above for text in row.texts if text]
    read = as_imported(reader, state_of(lines, reader.facts, today))
    assert read.plan is not None
    plan = _held(document, read.plan, rows.markings, reader.findings)
    record = tuple(read_history(_rows(document, own_sheets.HISTORY), plan, reader.findings))
    held = dict(zip((a.ref for a in read.plan.actions), plan.actions, strict=True))
    updates = (replace(update, ref=held[update.ref].ref) for update in read.updates)
    return replace(
        read,
        plan=plan,
        actions=tuple(_as_held(action, held[action.key]) for action in read.actions),
        record=record,
        own=True,
        updates=tuple(_news(plan, record, updates)),
        problems=tuple(reader.findings.problems),
        mapping=tuple(_mapping(document, table)),
    )


def _held(document: Document, read: Plan, markings: list[str], findings: Findings) -> Plan:
    """The plan as its words give it, with the values that are held otherwise."""
    marked = zip(read.actions, markings, strict=True)
    actions = tuple(replace(action, marking=marking) for action, marking in marked)
    plain = as_listed(replace(read, actions=actions), _rows(document, own_sheets.PRIORITIES))
    plan, unread = with_understood(plain, _understood(document))
    for value in unread:
        message = f"a value on the sheet '{own_sheets.UNDERSTOOD}' could not be read: {value}"
        findings.add("understood_unread", "must", message, quote=value)
    return plan


def _reader(document: Document, today: date) -> tuple[Collected, Table]:
    """The plan's table, and what gathers it: the agencies and priorities of the other sheets."""
    sheet = _sheet(document, own_sheets.PLAN)
    first = _plan_heading(sheet) if sheet else None
    assert sheet is not None, document.name
    assert first is not None, document.name
    above = sheet.rows[:first]
    columns = tuple(_columns(sheet.rows[first]))
    table = Table(sheet, Heading(first, first, columns), above, sheet.rows[first + 1 :])
    agencies = Agencies(tuple(filter(None, map(_agency, _rows(document, own_sheets.AGENCIES)))))
    agencies.used.update(agency.code for agency in agencies.known)
    lines = [text for row in above for text in row.texts if text]
    facts = read_title(lines, "", today)  # a file may be renamed
    reader = Collected(document, facts, agencies, Findings(list(document.remarks)))
    read_priorities(reader, _rows(document, own_sheets.PRIORITIES))
    return reader, table


def _agency(row: Mapping[str, Cell]) -> Agency | None:
    code, name, others, responsible = (row[h].text for h in own_sheets.AGENCY_HEADINGS)
    return agency_of(code, name, others, responsible)


def _understood(document: Document) -> Iterator[Understood]:
    for row in _rows(document, own_sheets.UNDERSTOOD):
        yield Understood(*(row[heading].text for heading in own_sheets.UNDERSTOOD_HEADINGS))


def _as_held(read: ReadAction, action: Action) -> ReadAction:
    """A row with the values that are held of it."""
    return replace(
        read, key=action.ref, priority=action.priority, alt_ref=action.alt_ref,
        leads=action.leads, partners=action.partners, due=action.due, due_basis=action.due_basis,
    )  # fmt: skip


def _news(plan: Plan, record: Sequence[Update], updates: Iterator[Update]) -> Iterator[Update]:
    """The statuses of the plan's sheet that are not those of the record: somebody changed them."""
    progress = Progress(plan, record)
    for update in updates:
        if update.status and update.status is not progress.standing(update.ref).status:
            yield update


def _sheet(document: Document, name: str) -> Sheet | None:
    return next((sheet for sheet in document.sheets if sheet.name == name), None)


def _plan_heading(sheet: Sheet) -> int | None:
    """Where the row of headings stands among the rows of the plan's sheet."""
    needed = {"Ref", "Priority", "Action"} | {
        heading for heading in own_sheets.PLAN_HEADINGS if heading.endswith(FROM_RECORD)
    }
    rows = enumerate(sheet.rows[:20])
    return next((index for index, row in rows if needed <= set(row.texts)), None)


def _columns(row: Row) -> Iterator[Column]:
    """The plan's columns; a second one of a name, and one of another, stands beside the plan."""
    seen: set[str] = set()
    for index, heading in enumerate(row.texts):
        if heading:
            field = FURTHER if heading in seen else own_sheets.PLAN_FIELDS.get(heading, FURTHER)
            seen.add(heading)
            yield Column(index, field, 0, heading, BY_HEADING)


def _rows(document: Document, name: str) -> Iterator[Mapping[str, Cell]]:
    """The rows of a sheet below its headings, each as heading -> cell."""
    sheet = _sheet(document, name)
    assert sheet is not None, name
    headings = sheet.rows[0].texts
    for row in sheet.rows[1:]:
        yield {heading: row.cell(index) for index, heading in enumerate(headings)}


def _mapping(document: Document, table: Table) -> Iterator[ColumnRead]:
    for column in table.heading.columns:
        texts = (" ".join(row.cell(column.index).text.split()) for row in table.rows)
        samples = tuple(dict.fromkeys(text[:40] for text in texts if text))[:3]
        yield ColumnRead(
            table.sheet.name, column.heading, column.field or None,
            column.reason if column.field else "the record holds it", samples,
            letters(column.index),
        )  # fmt: skip
    for name in _HEADINGS:
        yield ColumnRead(name, "", None, "read as the bot wrote it")
    for sheet in document.sheets:
        if sheet.name.startswith(_BESIDE):
            yield ColumnRead(sheet.name, "", None, "not read: it is the record of this bot alone")
        elif sheet.name not in {own_sheets.PLAN, *_HEADINGS}:
            yield ColumnRead(sheet.name, "", None, "the sheet was not read: it is not of the bot")
