"""Plans and their updates. A plan is kept whole, as one document a version: nothing is lost when a
corrected file is imported, and reading it is one row. Updates are rows, append-only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from bot.core.errors import NotFound
from bot.core.notices import decode, encode
from bot.core.plan import Plan, Reading, Update, UpdateKind
from bot.core.progress import Progress, no_plan
from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.store.tables import plans, readings, updates, workspaces


class Plans:
    """The plans of one workspace inside one transaction."""

    def __init__(
        self, connection: Connection, workspace: str, cache: dict[str, tuple[int, Progress]]
    ) -> None:
        self._connection = connection
        self._workspace = workspace
        self._cache = cache

    def version(self) -> int:
        """Grows with every change of plan or progress; what is derived may be kept by it."""
        query = select(workspaces.c.version).where(workspaces.c.workspace == self._workspace)
        return self._connection.execute(query).scalar() or 0

    def progress(self) -> Progress:
        """The current plan with all its updates. Raises NotFound when there is no plan yet."""
        version = self.version()
        kept = self._cache.get(self._workspace)
        if kept is not None and kept[0] == version:
            return kept[1]
        progress = self._with_updates(self._current())
        self._cache[self._workspace] = (version, progress)
        return progress

    def plan(self) -> Plan:
        """The current plan: the one saved last. Raises NotFound when there is none yet."""
        return self.progress().plan

    def covering(self, quarter: Quarter) -> Progress | None:
        """The plan `quarter` belongs to with its updates, or None: the current one, or an earlier
        year's whose last quarter closes after the new plan was loaded. Raises NotFound: no plan.
        """
        current = self.progress()
        if current.plan.starts <= quarter.ends and quarter.starts <= current.plan.ends:
            return current
        query = select(plans.c.document).where(
            plans.c.workspace == self._workspace, plans.c.year == quarter.financial_year
        )
        document = self._connection.execute(query.order_by(plans.c.seq.desc()).limit(1)).scalar()
        return None if document is None else self._with_updates(decode(Plan, document))

    def all(self) -> tuple[Plan, ...]:
        """The latest version of each year's plan, by year."""
        query = select(plans).where(plans.c.workspace == self._workspace).order_by(plans.c.seq)
        latest = {row.year: row.document for row in self._connection.execute(query)}
        return tuple(decode(Plan, latest[year]) for year in sorted(latest))

    def save(self, plan: Plan, at: datetime) -> None:
        """Store a plan (a new version of a year already there); it becomes the current one."""
        self._connection.execute(
            insert(plans).values(
                workspace=self._workspace, year=plan.year, document=encode(plan), saved_at=at
            )
        )
        self.grow()

    def mark(self, name: str, marking: str, at: datetime) -> None:
        """Set the marking of an action (by reference) or a priority (by code). Raises NotFound."""
        plan = self._current()
        if any(priority.code == name for priority in plan.priorities):
            marked = tuple(
                replace(p, marking=marking) if p.code == name else p for p in plan.priorities
            )
            self.save(replace(plan, priorities=marked), at)
            return
        wanted = plan.action(name).ref
        actions = tuple(replace(a, marking=marking) if a.ref == wanted else a for a in plan.actions)
        self.save(replace(plan, actions=actions), at)

    def add_update(self, entry: Update) -> None:
        """Append an update to the current plan's record."""
        self.add_updates([entry])

    def add_updates(self, entries: Iterable[Update]) -> None:
        """Append updates, in the order given."""
        year = self._current_year()
        for entry in entries:
            self._connection.execute(insert(updates).values(_columns(entry, self._workspace, year)))
            for reading in entry.readings:
                self._connection.execute(
                    insert(readings).values(_reading(reading, self._workspace, entry.id))
                )
        self.grow()

    def update(self, update_id: str) -> Update:
        """One entry of the record, withdrawn or not. Raises NotFound."""
        query = select(updates).where(
            updates.c.workspace == self._workspace, updates.c.id == update_id
        )
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFound("That update is no longer known.")
        return _value(row, self._readings([update_id])[update_id])

    def record(self) -> tuple[Update, ...]:
        """Every entry of the current plan, withdrawals too, oldest first."""
        return self._updates(self._current_year())

    def redact(self, update_id: str, at: datetime) -> None:
        """Remove the text of an update for good; that it was redacted stays on record."""
        blank = dict.fromkeys(("note", "reason", "corrective_action", "evidence"), "[redacted]")
        entry = self.update(update_id)
        kept = {name: text for name, text in blank.items() if getattr(entry, name)}
        self._connection.execute(
            update(updates)
            .where(updates.c.workspace == self._workspace, updates.c.id == update_id)
            .values(redacted_at=at, **kept)
        )
        self.grow()

    def _current(self) -> Plan:
        query = select(plans.c.document).where(plans.c.workspace == self._workspace)
        document = self._connection.execute(query.order_by(plans.c.seq.desc()).limit(1)).scalar()
        if document is None:
            raise no_plan()
        return decode(Plan, document)

    def _with_updates(self, plan: Plan) -> Progress:
        return Progress(plan, self._updates(plan.year))

    def _current_year(self) -> str:
        query = select(plans.c.year).where(plans.c.workspace == self._workspace)
        year = self._connection.execute(query.order_by(plans.c.seq.desc()).limit(1)).scalar()
        if year is None:
            raise no_plan()
        return str(year)

    def _updates(self, year: str) -> tuple[Update, ...]:
        query = select(updates).where(
            updates.c.workspace == self._workspace, updates.c.plan_year == year
        )
        rows = self._connection.execute(query.order_by(updates.c.seq)).all()
        values = self._readings([row.id for row in rows])
        return tuple(_value(row, values[row.id]) for row in rows)

    def _readings(self, ids: list[str]) -> dict[str, tuple[Reading, ...]]:
        query = select(readings).where(readings.c.workspace == self._workspace)
        if len(ids) == 1:
            query = query.where(readings.c.update_id == ids[0])
        found: dict[str, list[Reading]] = defaultdict(list)
        for row in self._connection.execute(query.order_by(readings.c.seq)):
            period = Quarter(row.quarter_year, row.quarter_number)
            found[row.update_id].append(Reading(row.measure, row.value, period))
        return defaultdict(tuple, {key: tuple(value) for key, value in found.items()})

    def grow(self) -> None:
        """Something derived from plan or progress must be made anew."""
        self._connection.execute(
            update(workspaces)
            .where(workspaces.c.workspace == self._workspace)
            .values(version=workspaces.c.version + 1)
        )


def _columns(entry: Update, workspace: str, year: str) -> dict[str, Any]:
    return {
        "workspace": workspace,
        "plan_year": year,
        "id": entry.id,
        "ref": entry.ref,
        "at": entry.at,
        "quarter_year": entry.quarter.year,
        "quarter_number": entry.quarter.number,
        "status": entry.status,
        "agency": entry.agency,
        "by": entry.by,
        "note": entry.note,
        "reason": entry.reason,
        "corrective_action": entry.corrective_action,
        "new_due": entry.new_due,
        "evidence": entry.evidence,
        "source": entry.source,
        "kind": entry.kind,
        "corrects": entry.corrects,
    }


def _reading(reading: Reading, workspace: str, update_id: str) -> dict[str, Any]:
    return {
        "workspace": workspace,
        "update_id": update_id,
        "measure": reading.measure,
        "value": reading.value,
        "quarter_year": reading.period.year,
        "quarter_number": reading.period.number,
    }


def _value(row: Row[Any], values: tuple[Reading, ...]) -> Update:
    return Update(
        id=row.id,
        ref=row.ref,
        at=row.at,
        quarter=Quarter(row.quarter_year, row.quarter_number),
        status=Status(row.status) if row.status else None,
        agency=row.agency,
        by=row.by,
        note=row.note,
        readings=values,
        reason=row.reason,
        corrective_action=row.corrective_action,
        new_due=row.new_due,
        evidence=row.evidence,
        source=row.source,
        kind=UpdateKind(row.kind),
        corrects=row.corrects,
    )
