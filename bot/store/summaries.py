"""Frozen summaries: what a quarter's post was made from, and what it was issued again from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from bot.core.quarters import Quarter
from bot.store.tables import reissues, summaries


class Summaries:
    """Frozen snapshots: one a quarter and plan, written once, and its re-issues after it."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def save(self, quarter: Quarter, plan_year: str, snapshot: str, made_at: datetime) -> bool:
        """Freeze a quarter. False when it is frozen already: writers of a workspace take turns, and
        the database refuses a second row."""
        key = self._of(quarter) | {"plan_year": plan_year}
        if self._connection.execute(select(summaries).filter_by(**key)).first() is not None:
            return False
        self._connection.execute(
            insert(summaries).values(**key, snapshot=snapshot, made_at=made_at)
        )
        return True

    def reissue(
        self, quarter: Quarter, plan_year: str, issue: int, snapshot: str, made_at: datetime
    ) -> None:
        """Freeze a quarter anew as its `issue` (2 is the first re-issue)."""
        values = {"plan_year": plan_year, "issue": issue, "snapshot": snapshot, "made_at": made_at}
        self._connection.execute(insert(reissues).values(**self._of(quarter), **values))

    def get(self, quarter: Quarter) -> str | None:
        """The latest snapshot of a quarter, or None while it is open."""
        return self._latest(reissues, quarter) or self._latest(summaries, quarter)

    def first(self, quarter: Quarter) -> str | None:
        """The snapshot a quarter was closed with, or None while it is open."""
        return self._latest(summaries, quarter)

    def issue(self, quarter: Quarter) -> int:
        """The number of the latest issue: 1 until a quarter is issued again."""
        query = select(reissues.c.issue).filter_by(**self._of(quarter))
        query = query.order_by(reissues.c.issue.desc()).limit(1)
        return int(self._connection.execute(query).scalar() or 1)

    def rewrite(self, change: Callable[[str], str]) -> None:
        """Change snapshots in place: the one way a frozen summary loses a text (a redaction)."""
        for table in (summaries, reissues):
            query = select(table).where(table.c.workspace == self._workspace)
            for row in self._connection.execute(query).all():
                changed = change(row.snapshot)
                if changed != row.snapshot:
                    where = (column == row._mapping[column.name] for column in table.primary_key)
                    self._connection.execute(update(table).where(*where).values(snapshot=changed))

    def _latest(self, table: Table, quarter: Quarter) -> str | None:
        query = select(table.c.snapshot).filter_by(**self._of(quarter))
        return self._connection.execute(query.order_by(table.c.made_at.desc())).scalar()

    def _of(self, quarter: Quarter) -> dict[str, Any]:
        return {
            "workspace": self._workspace,
            "quarter_year": quarter.year,
            "quarter_number": quarter.number,
        }
