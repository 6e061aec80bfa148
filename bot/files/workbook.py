"""The plan and its history as a workbook. No cell ever starts a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import Any

from bot.core.audit import AuditEntry
from bot.core.figures import share_of
from bot.core.plan import ILLUSTRATIVE, Action, Measure, Plan, Reading, Update
from bot.core.progress import Progress, Standing, show_date
from bot.files import own_sheets
from bot.files.cells import put
from bot.files.opening import open_document
from bot.files.own import build_own
from bot.files.own_sheets import PLAN_HEADINGS
from bot.files.sheet import MAX_ROWS
from bot.files.understood import Understood, understood

LONGEST = MAX_ROWS - 1
"""Rows of a sheet below its headings, at most."""


def workbook(
    progress: Progress,
    record: Iterable[Update],
    taught: Iterable[tuple[str, str]] = (),
    audit: Iterable[AuditEntry] = (),
) -> bytes:
    """An .xlsx: the plan as it stands, its priorities and agencies, every update (withdrawn ones
    too), what is understood otherwise than the words say, words taught, the audit trail. Imported
    unchanged it changes nothing; imported where there is no plan yet it brings all of it but the
    words taught and the audit trail. Columns that repeat the record say so in their headings."""
    entries, words = list(record), list(taught)
    trail = list(map(_audit_row, audit))
    plain = _book(progress, entries, (), words, trail)
    read = build_own(open_document(plain, "workbook.xlsx"), progress.plan.starts).plan
    assert read is not None
    values = tuple(understood(progress.plan, read))
    return _book(progress, entries, values, words, trail) if values else plain


def _book(
    progress: Progress,
    record: list[Update],
    values: Iterable[Understood],
    taught: list[tuple[str, str]],
    audit: list[list[Any]],
) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=False)
    del book["Sheet"]
    plan = progress.plan
    columns = further_columns(plan.actions)
    headings = [*PLAN_HEADINGS, *(heading for heading, _ in columns)]
    rows = [*_top(plan), headings, *_plan_rows(progress, columns)]
    _sheet(book, own_sheets.PLAN, rows, head=5)
    beside: tuple[tuple[str, Sequence[str], Iterable[list[Any]]], ...] = (
        (own_sheets.PRIORITIES, own_sheets.PRIORITY_HEADINGS, _priority_rows(plan)),
        (own_sheets.AGENCIES, own_sheets.AGENCY_HEADINGS, _agency_rows(plan)),
        (own_sheets.HISTORY, own_sheets.HISTORY_HEADINGS, map(_history_row, record)),
        (own_sheets.UNDERSTOOD, own_sheets.UNDERSTOOD_HEADINGS, map(_understood_row, values)),
        (own_sheets.TAUGHT, ("Word", "Means"), map(list, taught)),
        *(
            (f"{own_sheets.AUDIT} {number}".removesuffix(" 1"), own_sheets.AUDIT_HEADINGS, lines)
            for number, lines in enumerate(_cut(audit), 1)
        ),
    )
    for name, named, below in beside:
        _sheet(book, name, [list(named), *below], head=1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cut(rows: list[list[Any]]) -> list[list[list[Any]]]:
    """Rows in sheets no longer than are read: the audit trail goes over all years."""
    return [rows[at : at + LONGEST] for at in range(0, max(len(rows), 1), LONGEST)]


def _top(plan: Plan) -> list[list[Any]]:
    """The lines above the plan; its days, where they are not those of its financial year."""
    note = ILLUSTRATIVE if plan.illustrative else ""
    days = f"{show_date(plan.starts)} to {show_date(plan.ends)}"
    own = (plan.starts.month, plan.starts.day, plan.ends.month, plan.ends.day) != (4, 1, 3, 31)
    title, marking = f"{plan.title} {plan.year}", f"Marking: {plan.marking}. {note}"
    return [[plan.partnership], [title], [marking], [days] if own else []]


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
        action.marking,
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
        cells = [priority.code, priority.name, priority.number, "; ".join(priority.aliases)]
        cells += [priority.marking, priority.intent]
        first, *more = [_wide(measure) for measure in priority.measures] or [[]]
        yield cells + first
        yield from ([*cells[:2], *[None] * 4, *measure] for measure in more)
    yield from ([None, own_sheets.WHOLE_PLAN, *[None] * 4, *_wide(m)] for m in plan.measures)


def _wide(measure: Measure) -> list[Any]:
    """A measure of a priority or the plan, with the readings its document gave."""
    return [*_measured(measure), "; ".join(map(_reading, measure.known))]


def _reading(reading: Reading) -> str:
    share = share_of(reading)
    value = f"{share.numerator} of {share.denominator}" if share else repr(reading.value)
    return f"{value} ({reading.period.label})"


def _agency_rows(plan: Plan) -> Iterable[list[Any]]:
    for agency in plan.agencies:
        aliases = "; ".join(agency.aliases)
        yield [agency.code, agency.name, aliases, "Yes" if agency.responsible else "No"]


def _first(update: Update) -> float | str | None:
    """The first reading: a number, or a share in words."""
    share = share_of(update.readings[0]) if update.readings else None
    return str(share) if share else update.reading


def _history_row(update: Update) -> list[Any]:
    return [
        update.ref,
        update.at.astimezone(UTC).date(),
        update.quarter.label,
        update.agency,
        update.status.value if update.status else "",
        update.note,
        _first(update),
        update.new_due,
        update.reason,
        update.corrective_action,
        update.source,
        update.kind.value,
        update.corrects,
        update.evidence,
        "; ".join(f"{r.measure}: {_reading(r)}" for r in update.readings),
        update.at.astimezone(UTC).time().isoformat(),
        update.id,
    ]


def _understood_row(value: Understood) -> list[Any]:
    return [value.kind, value.key, value.field, value.words, value.held]


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

    sheet, bold = book.create_sheet(title), Font(bold=True)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            put(cell, value)
            if number == head:
                cell.font = bold
    sheet.freeze_panes = sheet.cell(head + 1, 1)
