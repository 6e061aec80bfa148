"""What was due and what came of it, of one workspace inside one transaction."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, select

from bot.core.outgoing import Occurrence
from bot.store.sql import insert_new
from bot.store.tables import occurrences

_OCCURRENCE = [occurrences.c[name] for name in Occurrence.__slots__]


class Occurrences:
    """What was due, keyed by kind, period, subject and local date: each is made once."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def make(
        self,
        kind: str,
        period: str,
        local_date: date,
        *,
        due_at: datetime,
        subject: str = "",
        outcome: str = "made",
        reason: str = "",
    ) -> bool:
        """Record an occurrence. False when it is there already."""
        return insert_new(
            self._connection,
            occurrences,
            workspace=self._workspace,
            kind=kind,
            period=period,
            subject=subject,
            local_date=local_date,
            due_at=due_at,
            outcome=outcome,
            reason=reason,
        )

    def find(self, kind: str, period: str, subject: str = "") -> Occurrence | None:
        """The latest occurrence of a kind in a period, or None."""
        query = (
            select(*_OCCURRENCE)
            .where(
                occurrences.c.workspace == self._workspace,
                occurrences.c.kind == kind,
                occurrences.c.period == period,
                occurrences.c.subject == subject,
            )
            .order_by(occurrences.c.local_date.desc())
            .limit(1)
        )
        row = self._connection.execute(query).one_or_none()
        return None if row is None else Occurrence(*row)

    def recent(self, limit: int = 50) -> tuple[Occurrence, ...]:
        """The latest occurrences, newest first."""
        query = select(*_OCCURRENCE).where(occurrences.c.workspace == self._workspace)
        rows = self._connection.execute(query.order_by(occurrences.c.seq.desc()).limit(limit))
        return tuple(Occurrence(*row) for row in rows)
