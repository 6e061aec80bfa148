"""Nothing vanishes: what every column was read as, and what a whole document lacks, said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.files.choosing import Chosen
from bot.files.collected import Collected
from bot.files.headings import Column
from bot.files.imported import ColumnRead
from bot.files.kinds import table_kind
from bot.files.table import Table
from bot.files.vocabulary import FURTHER

SAMPLES = 3
OF_UPDATES = {"reading", "date", "quarter", "agency", "reason", "corrective_action"}
"""What an update has beside the fields of an action."""
OF_PLANS = {"measure", "outcome", "baseline", "target", "baseline_target", "source", "resources"}
"""What a return may repeat of a plan."""
_LENGTH = 40


def mapping(chosen: Chosen, collected: Collected) -> tuple[ColumnRead, ...]:
    """What each column of each sheet was read as, and each sheet that was left out."""
    columns: dict[tuple[str, str, str], ColumnRead] = {}
    for table in chosen.tables:
        why = next((why for other, why in collected.beside if other is table), "")
        for column in table.heading.columns:
            entry = _column(table, column)
            entry = replace(entry, field=None, reason=why) if why else entry
            columns.setdefault((entry.sheet, entry.heading.lower(), entry.field or ""), entry)
    left = [
        ColumnRead(s.name, "", None, f"the sheet was not read: {why}")
        for s, _, why in chosen.left_out
    ]
    return (*columns.values(), *left)


def columns_read(tables: Iterable[Table]) -> tuple[ColumnRead, ...]:
    """What each column of lists of updates was read as; what an agency wrote in columns of its
    own is part of the update's text."""
    return tuple(
        _of_update(column, _column(table, column))
        for table in tables
        for column in table.heading.columns
    )


def _of_update(column: Column, entry: ColumnRead) -> ColumnRead:
    if column.field in OF_UPDATES:
        return replace(entry, field=column.field)
    if column.field in OF_PLANS:
        return replace(entry, field=None, reason="the plan holds its own")
    own = entry.field == FURTHER and column.field in {FURTHER, "ask"}
    beside = None if entry.field == FURTHER else entry.field
    return replace(entry, field="progress" if own else beside)


def _column(table: Table, column: Column) -> ColumnRead:
    hidden = column.index in table.sheet.hidden_columns
    cells = (" ".join(row.cell(column.index).text.split()) for row in table.rows)
    samples = tuple(dict.fromkeys(text[:_LENGTH] for text in cells if text))[:SAMPLES]
    beside = column in table.heading.further
    known = None if hidden else FURTHER if beside else column.field or None
    read = table.has_actions or table.has_measures or bool(table_kind(table))
    field = f"{known} (Q{column.quarter})" if known and column.quarter and not beside else known
    reason = "the column is hidden" if hidden else column.reason or "no field is meant by it"
    return ColumnRead(
        table.sheet.name,
        " ".join(column.heading.split()),
        field if read else None,
        reason if read else "its table is neither actions nor measures",
        () if hidden else samples,
        column.letter,
    )


def said_once(collected: Collected, chosen: Chosen) -> None:
    """What holds for the document as a whole: sheets and columns not read, fields it lacks."""
    add = collected.findings.add
    for sheet, code, why in chosen.left_out:
        place = {"sheet": sheet.name}
        name = "hidden_sheet" if code == "hidden" else "sheet_not_read"
        add(
            name,
            "should",
            f"the sheet '{sheet.name}' was not read: {why}",
            location=place,
            quote=sheet.name,
        )
    beside = [table for table, _ in collected.beside]
    read = [table for table in chosen.tables if not any(table is other for other in beside)]
    for table in read:
        for column in table.heading.columns:
            _column_said(collected, table, column)
    _lacking(collected, read)
    _no_baselines(collected)


def _column_said(collected: Collected, table: Table, column: Column) -> None:
    add, heading = collected.findings.add, " ".join(column.heading.split())
    place = {"sheet": table.sheet.name, "column": column.letter}
    texts = [row for row in table.rows if row.cell(column.index).text.strip()]
    if column.index in table.sheet.hidden_columns:
        message = f"column {column.letter} ('{heading}') is hidden and was not read"
        add("hidden_column", "must" if texts else "note", message, location=place, quote=heading)
    elif column in table.heading.further:
        message = (
            f"column {column.letter} '{heading}' is no field of a plan; kept beside the action"
        )
        add("column_kept", "note", message, location=place, quote=heading)
    elif not column.field and texts:
        message = f"column {column.letter} '{heading}' was not read"
        add("column_not_read", "should", message, location=place, quote=heading)
    elif column.reason.startswith("it holds"):
        message = (
            f"column {column.letter} '{heading}' is read as {column.field}, since {column.reason}"
        )
        add("column_guessed", "should", message, location=place, quote=heading)


def _lacking(collected: Collected, tables: Sequence[Table]) -> None:
    """Fields no table has a column for: one line each, the grave ones first."""
    fields = {name for t in tables if t.has_actions for name in t.heading.fields}
    measured = {name for t in tables for name in t.heading.fields}
    actions = f"none of the {len(collected.actions)} actions"
    grave: tuple[tuple[str, str, bool, str], ...] = (
        ("no_date", "must", bool(fields & {"timescale", "schedule"}),
         f"no column of dates: {actions} has one"),
        ("no_lead", "must", "lead" in fields, f"no column of leads: {actions} has a lead agency"),
        ("no_partners", "note", "partners" in fields, "no column of partners"),
        ("no_status", "note", bool(fields & {"status", "quarter_rag"}), "no column of statuses"),
        (
            "measure_no_target", "should",
            bool(measured & {"target", "baseline_target"}) or not any(_all_measures(collected)),
            "no column of targets: no measure has one",
        ),
    )  # fmt: skip
    for code, level, there, message in grave:
        if not there:
            collected.findings.add(code, level, message)
    _missing_refs(collected)


def _missing_refs(collected: Collected) -> None:
    bare = [action for action in collected.actions if not action.ref]
    substitute = "one is given by its priority and place"
    if bare and len(bare) == len(collected.actions):
        message = f"none of the {len(bare)} rows has a reference; {substitute}"
        collected.findings.add("missing_ref", "must", message)
        return
    for action in bare:
        collected.findings.add(
            "missing_ref", "note", f"the row has no reference; {substitute}",
            location=action.location, quote=action.description[:80],
        )  # fmt: skip


def _all_measures(collected: Collected) -> Iterator[str]:
    yield from (m.baseline_raw or " " for a in collected.actions for m in a.measures)
    yield from (m.baseline_raw or " " for p in collected.priorities.values() for m in p.measures)
    yield from (m.baseline_raw or " " for m in collected.measures)


def _no_baselines(collected: Collected) -> None:
    baselines = list(_all_measures(collected))
    if baselines and not any(text.strip() for text in baselines):
        message = f"none of the {len(baselines)} measures has a baseline"
        collected.findings.add("measure_no_baseline", "should", message)
        return
    for action in collected.actions:
        for measure in action.measures:
            if not measure.baseline_raw:
                collected.findings.add(
                    "measure_no_baseline", "note", f"{action.key}: the measure has no baseline",
                    ref=action.ref, location=action.location, quote=measure.text,
                )  # fmt: skip
