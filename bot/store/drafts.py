"""Forms closed or failed, and files looked at, of one workspace inside one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.store.sql import upsert
from bot.store.tables import drafts


class Drafts:
    """Forms that were closed or failed, kept for a day so that nothing typed is lost; and for as
    long, that somebody looks at a file (of the file nothing but its id)."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def keep(self, user: str, ref: str, payload: str, at: datetime) -> None:
        """Keep (or replace) a person's draft for an action (`ref` empty: none chosen yet)."""
        upsert(
            self._connection,
            drafts,
            workspace=self._workspace,
            user=user,
            ref=ref,
            payload=payload,
            at=at,
        )

    def find(self, user: str, ref: str = "") -> str | None:
        """A person's draft for an action, or None."""
        query = select(drafts.c.payload).where(
            drafts.c.workspace == self._workspace, drafts.c.user == user, drafts.c.ref == ref
        )
        return self._connection.execute(query).scalar()

    def of_others(self, user: str, ref: str, payload: str) -> list[tuple[str, datetime]]:
        """Who else keeps this payload under a name that begins with `ref`, and since when, by
        time."""
        query = select(drafts.c.user, drafts.c.at).where(
            drafts.c.workspace == self._workspace,
            drafts.c.user != user,
            drafts.c.ref.startswith(ref, autoescape=True),
            drafts.c.payload == payload,
        )
        rows = self._connection.execute(query.order_by(drafts.c.at))
        return [(row.user, row.at) for row in rows]

    def drop(self, user: str, ref: str = "") -> None:
        """Delete a draft."""
        self._connection.execute(
            delete(drafts).where(
                drafts.c.workspace == self._workspace, drafts.c.user == user, drafts.c.ref == ref
            )
        )

    def prune(self, before: datetime) -> int:
        """Delete drafts older than `before`; how many."""
        where = (drafts.c.workspace == self._workspace, drafts.c.at < before)
        return self._connection.execute(delete(drafts).where(*where)).rowcount
