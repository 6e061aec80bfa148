"""Workbooks with a sheet a quarter, and tables with a row a quarter, of the same actions: one
action, an update a quarter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.core.plan import ref_key
from bot.files.imported import QuarterEntry, ReadAction
from bot.files.table import Table
from bot.files.vocabulary import meaning

_LATEST = ("description", "lead_raw", "leads", "partners_raw", "partners", "timescale_raw",
           "resources_raw", "measures", "priority", "further", "previous_ref")  # fmt: skip
"""Fields of an action that a later sheet may change; what it leaves out stays."""


def quarters_of(tables: Iterable[Table]) -> dict[str, int]:
    """Name of a sheet -> the quarter it is of, where a workbook has several sheets of actions and
    each quarter at most one of them; empty else."""
    sheets: dict[str, Table] = {}
    for table in tables:
        if table.has_actions:
            sheets.setdefault(table.sheet.name, table)
    quarters = {name: quarter for name, table in sheets.items() if (quarter := _quarter(table))}
    alone = len(set(quarters.values())) == len(quarters)
    return quarters if alone and len(sheets) > 1 else {}


def _quarter(table: Table) -> int:
    lines = (table.sheet.name, *(row.alone for row in table.above))
    return next((quarter for line in lines if (quarter := meaning(line)[1])), 0)


def has_row_a_quarter(table: Table) -> bool:
    """Whether rows of a table are of the same actions, each in a quarter that a column names."""
    if table.heading.index("quarter") < 0:
        return False
    rows = [row for row in table.rows if meaning(table.text(row, "quarter"))[1]]
    named = [table.text(row, "ref") or table.text(row, "description") for row in rows]
    quarters = [meaning(table.text(row, "quarter"))[1] for row in rows]
    pairs = set(zip(named, quarters, strict=True))
    return len(set(named)) < len(named) == len(pairs)


def twin_of(actions: Iterable[ReadAction], ref: str, description: str) -> ReadAction | None:
    """The action that another sheet has under this reference, or in these words without one."""
    plain = _plain(description)
    for action in actions:
        same = ref_key(ref) == ref_key(action.ref or "") if ref else not action.ref
        if same and (ref or _plain(action.description) == plain):
            return action
    return None


def with_quarter(action: ReadAction, quarter: int) -> ReadAction:
    """An action whose status and comment are those of a quarter."""
    if not (action.status_raw or action.rag or action.comment) or action.updates.get(quarter):
        return action
    entry = QuarterEntry(action.status_raw, action.rag, action.comment)
    return replace(action, updates=action.updates | {quarter: entry})


def joined(earlier: ReadAction, later: ReadAction) -> ReadAction:
    """One action of two sheets: what the later quarter says, and the updates of both."""
    if max(earlier.updates, default=0) > max(later.updates, default=0):
        earlier, later = later, earlier
    fields = {name: getattr(later, name) or getattr(earlier, name) for name in _LATEST}
    dated = later if later.timescale_raw else earlier
    stated = later if later.updates else earlier
    return replace(
        earlier,
        **fields,
        due=dated.due,
        due_basis=dated.due_basis,
        status_raw=stated.status_raw,
        rag=stated.rag,
        comment=stated.comment,
        updates=earlier.updates | later.updates,
        key=earlier.key or later.key,
    )


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
