"""Plans and their updates. Several years' plans are held; each is kept whole, as one document a
version: nothing is lost when a corrected file is imported, and reading it is one row. Updates are
rows, append-only, each of the plan its quarter belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from bot.core.codec import decode, encode
from bot.core.dataclass import dataclass
from bot.core.errors import NotFound
from bot.core.plan import Plan, Reading, Update, UpdateKind
from bot.core.progress import Progress, no_plan
from bot.core.quarters import Quarter
from bot.core.reporting import TEXTS
from bot.core.status import Status
from bot.core.years import PlanYear, overlapping, shown
from bot.messages.removals import REDACTED
from bot.store.snapshots import Versioned
from bot.store.tables import plans, readings, summaries, updates


@dataclass(frozen=True, slots=True)
class _Held:
    """The plans held, and the row each year's plan is read from."""

    plans: tuple[PlanYear, ...]
    editions: dict[str, int]


class Plans:
    """The plans of one workspace inside one transaction."""

    def __init__(self, versioned: Versioned) -> None:
        self._versioned = versioned
        self._workspace = versioned.workspace

    @property
    def _connection(self) -> Connection:
        return self._versioned.connection

    def held(self) -> tuple[PlanYear, ...]:
        """Every plan held, by its dates, in the order their years were first saved."""
        return self._held().plans

    def edition(self, year: str) -> int:
        """The number of the row a year's plan is read from: another one once a corrected plan was
        saved, so what is derived from the plan alone may be kept by it."""
        return self._held().editions[year]

    def progress(self, today: date) -> Progress:
        """The plan people mean on a day (see `core.years.shown`) with its updates.

        Raises NotFound when there is no plan yet.
        """
        plan = shown(self.held(), today)
        if plan is None:
            raise no_plan()
        return self._of(plan.year)

    def plan(self, today: date) -> Plan:
        """The plan people mean on a day. Raises NotFound when there is none yet."""
        return self.progress(today).plan

    def of(self, year: str) -> Progress | None:
        """The plan of a year ("2018-19") with its updates, or None when it is not held."""
        return self._of(year) if year in {plan.year for plan in self.held()} else None

    def covering(self, quarter: Quarter) -> Progress | None:
        """The plan `quarter` belongs to with its updates, or None when none runs in it.

        Where two run in it, it stays with the one it was reported or summarised under, so that no
        import takes a quarter away from what was said for it; else with the one that began later.
        """
        running = overlapping(self.held(), quarter)
        if len(running) > 1:
            settled = self._settled(quarter, [plan.year for plan in running])
            running = tuple(sorted(running, key=lambda plan: plan.year != settled))
        return self._of(running[0].year) if running else None

    def all(self) -> tuple[Plan, ...]:
        """The latest version of each year's plan, by year."""
        return tuple(self._of(year).plan for year in sorted(plan.year for plan in self.held()))

    def save(self, plan: Plan, at: datetime) -> None:
        """Store a plan, or a new version of a year's plan already held."""
        self._connection.execute(
            insert(plans).values(
                workspace=self._workspace,
                year=plan.year,
                starts=plan.starts,
                ends=plan.ends,
                document=encode(plan),
                saved_at=at,
            )
        )
        self._versioned.grow()

    def mark(self, plan: Plan, name: str, marking: str, at: datetime) -> None:
        """Set the marking of an action (by reference) or a priority (by code). Raises NotFound."""
        if any(priority.code == name for priority in plan.priorities):
            marked = tuple(
                replace(p, marking=marking) if p.code == name else p for p in plan.priorities
            )
            self.save(replace(plan, priorities=marked), at)
            return
        wanted = plan.action(name).ref
        actions = tuple(replace(a, marking=marking) if a.ref == wanted else a for a in plan.actions)
        self.save(replace(plan, actions=actions), at)

    def add_update(self, entry: Update, year: str = "") -> None:
        """Append an update to the record."""
        self.add_updates([entry], year)

    def add_updates(self, entries: Iterable[Update], year: str = "") -> None:
        """Append updates, in the order given: to the plan of `year`, else each to the plan of its
        quarter; one of a quarter no plan runs in, to the plan of the day it was said."""
        for entry in entries:
            home = year or self._home(entry)
            self._connection.execute(insert(updates).values(_columns(entry, self._workspace, home)))
            for reading in entry.readings:
                self._connection.execute(
                    insert(readings).values(_reading(reading, self._workspace, entry.id))
                )
        self._versioned.grow()

    def update(self, update_id: str) -> Update:
        """One entry of the record, withdrawn or not. Raises NotFound."""
        query = select(updates).where(
            updates.c.workspace == self._workspace, updates.c.id == update_id
        )
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFound("That update is no longer known.")
        return _value(row, self._readings([update_id])[update_id])

    def year_of(self, update_id: str) -> str:
        """The year of the plan an entry belongs to; empty when the entry is not known."""
        query = select(updates.c.plan_year).where(
            updates.c.workspace == self._workspace, updates.c.id == update_id
        )
        return str(self._connection.execute(query).scalar() or "")

    def record(self, year: str = "") -> tuple[Update, ...]:
        """Every entry of the plan of `year` (none given: of all plans), withdrawals too, oldest
        first."""
        return self._updates(year)

    def redact(self, update_id: str, at: datetime, texts: Iterable[str]) -> None:
        """Remove the fields of an update that are one of `texts` for good; that it was redacted
        stays on record. The ledger of removals must name the update (see `store.removals`)."""
        entry, gone = self.update(update_id), set(texts)
        blank = {name: REDACTED for name in TEXTS if getattr(entry, name) in gone}
        self._connection.execute(
            update(updates)
            .where(updates.c.workspace == self._workspace, updates.c.id == update_id)
            .values(redacted_at=at, **blank)
        )
        self._versioned.grow()

    def _held(self) -> _Held:
        return self._versioned.keep("plans held", self._read_held)

    def _read_held(self) -> _Held:
        columns = (plans.c.seq, plans.c.year, plans.c.starts, plans.c.ends, plans.c.saved_at)
        query = select(*columns).where(plans.c.workspace == self._workspace)
        years: dict[str, PlanYear] = {}
        editions: dict[str, int] = {}
        for row in self._connection.execute(query.order_by(plans.c.seq)):
            since = years[row.year].since if row.year in years else row.saved_at
            years[row.year] = PlanYear(row.year, row.starts, row.ends, since)
            editions[row.year] = row.seq
        return _Held(tuple(years.values()), editions)

    def _of(self, year: str) -> Progress:
        def read() -> Progress:
            return Progress(self._document(self.edition(year)), self._updates(year))

        return self._versioned.keep(("progress", year), read)

    def _document(self, seq: int) -> Plan:
        """One version of a plan: a row of plans is never changed, so it is decoded once."""
        query = select(plans.c.document).where(plans.c.seq == seq)
        return self._versioned.keep_for_good(
            ("plan", seq), lambda: decode(Plan, self._connection.execute(query).scalar_one())
        )

    def _settled(self, quarter: Quarter, years: list[str]) -> str:
        """Under which of these years' plans a quarter was summarised, else reported; or empty."""
        for table in (summaries, updates):
            query = select(table.c.plan_year).where(
                table.c.workspace == self._workspace,
                table.c.quarter_year == quarter.year,
                table.c.quarter_number == quarter.number,
                table.c.plan_year.in_(years),
            )
            year = self._connection.execute(query.limit(1)).scalar()
            if year is not None:
                return str(year)
        return ""

    def _home(self, entry: Update) -> str:
        progress = self.covering(entry.quarter) or self.progress(entry.at.date())
        return progress.plan.year

    def _updates(self, year: str) -> tuple[Update, ...]:
        query = select(updates).where(updates.c.workspace == self._workspace)
        if year:
            query = query.where(updates.c.plan_year == year)
        rows = self._connection.execute(query.order_by(updates.c.seq)).all()
        values = self._readings([row.id for row in rows])
        return tuple(_value(row, values[row.id]) for row in rows)

    def _readings(self, ids: list[str]) -> dict[str, tuple[Reading, ...]]:
        query = select(readings).where(readings.c.workspace == self._workspace)
        if len(ids) == 1:
            query = query.where(readings.c.update_id == ids[0])
        by_update: dict[str, list[Reading]] = defaultdict(list)
        for row in self._connection.execute(query.order_by(readings.c.seq)):
            period = Quarter(row.quarter_year, row.quarter_number)
            share = (row.numerator, row.denominator)
            by_update[row.update_id].append(Reading(row.measure, row.value, period, *share))
        return defaultdict(tuple, {key: tuple(value) for key, value in by_update.items()})


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
        "numerator": reading.numerator,
        "denominator": reading.denominator,
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
