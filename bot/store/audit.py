"""The audit trail: who did what, for whom, when, what before and after. Append-only by trigger."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, or_, select

from bot.core.audit import AuditEntry
from bot.store.tables import audit

_COLUMNS = [audit.c[name] for name in AuditEntry.__slots__]


class Audit:
    """The trail of one workspace inside one transaction."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def note(
        self,
        at: datetime,
        actor: str,
        deed: str,
        subject: str,
        *,
        agency: str = "",
        before: str = "",
        after: str = "",
        route: str = "",
        on_behalf: str = "",
    ) -> None:
        """Append a line: `actor` (a Slack user id, or a file) did `deed` to `subject`."""
        self._connection.execute(
            insert(audit).values(
                workspace=self._workspace,
                at=at,
                actor=actor,
                deed=deed,
                subject=subject,
                agency=agency,
                before=before,
                after=after,
                route=route,
                on_behalf=on_behalf,
            )
        )

    def about(self, subject: str, limit: int = 50) -> tuple[AuditEntry, ...]:
        """The latest lines about a subject, newest first."""
        query = select(*_COLUMNS).where(
            audit.c.workspace == self._workspace, audit.c.subject == subject
        )
        rows = self._connection.execute(query.order_by(audit.c.seq.desc()).limit(limit))
        return tuple(AuditEntry(*row) for row in rows)

    def by_or_about(self, user: str) -> tuple[AuditEntry, ...]:
        """Every line a person wrote or that is about them, oldest first."""
        query = select(*_COLUMNS).where(
            audit.c.workspace == self._workspace,
            or_(audit.c.actor == user, audit.c.subject.in_([user, f"member:{user}"])),
        )
        return tuple(
            AuditEntry(*row) for row in self._connection.execute(query.order_by(audit.c.seq))
        )

    def all(self) -> tuple[AuditEntry, ...]:
        """The whole trail, oldest first (for export)."""
        query = select(*_COLUMNS).where(audit.c.workspace == self._workspace)
        return tuple(
            AuditEntry(*row) for row in self._connection.execute(query.order_by(audit.c.seq))
        )
