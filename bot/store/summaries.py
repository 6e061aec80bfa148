"""Frozen summaries: what a quarter's post was made from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from bot.core.quarters import Quarter
from bot.store.tables import summaries

_KEY = ("workspace", "quarter_year", "quarter_number", "plan_year")


class Summaries:
    """Frozen snapshots: one a quarter and plan, written once."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def save(self, quarter: Quarter, plan_year: str, snapshot: str, made_at: datetime) -> bool:
        """Freeze a quarter. False when it is frozen already: writers of a workspace take turns, and
        the database refuses a second row."""
        key = {
            "workspace": self._workspace,
            "quarter_year": quarter.year,
            "quarter_number": quarter.number,
            "plan_year": plan_year,
        }
        if self._connection.execute(select(summaries).filter_by(**key)).first() is not None:
            return False
        self._connection.execute(
            insert(summaries).values(**key, snapshot=snapshot, made_at=made_at)
        )
        return True

    def get(self, quarter: Quarter) -> str | None:
        """The snapshot of a quarter, or None while it is open."""
        query = select(summaries.c.snapshot).where(
            summaries.c.workspace == self._workspace,
            summaries.c.quarter_year == quarter.year,
            summaries.c.quarter_number == quarter.number,
        )
        return self._connection.execute(query.order_by(summaries.c.made_at.desc())).scalar()

    def rewrite(self, change: Callable[[str], str]) -> None:
        """Change snapshots in place: the one way a frozen summary loses a text (a redaction)."""
        query = select(summaries).where(summaries.c.workspace == self._workspace)
        for row in self._connection.execute(query).all():
            changed = change(row.snapshot)
            if changed != row.snapshot:
                where = (summaries.c[name] == getattr(row, name) for name in _KEY)
                self._connection.execute(update(summaries).where(*where).values(snapshot=changed))
