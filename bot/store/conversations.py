"""What each person asked last, of one workspace inside one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.store.sql import upsert
from bot.store.tables import talks


class Conversations:
    """The last question of each person in each place (thread, channel, direct message)."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def keep(self, user: str, place: str, payload: str, at: datetime) -> None:
        """Keep (or replace) what a person asked there."""
        upsert(
            self._connection,
            talks,
            workspace=self._workspace,
            user=user,
            place=place,
            payload=payload,
            at=at,
        )

    def find(self, user: str, place: str, since: datetime) -> str:
        """What a person asked there since then, or empty."""
        where = (talks.c.workspace == self._workspace, talks.c.user == user, talks.c.place == place)
        query = select(talks.c.payload).where(*where, talks.c.at >= since)
        return self._connection.execute(query).scalar() or ""

    def prune(self, before: datetime) -> int:
        """Delete talks older than `before`; how many."""
        where = (talks.c.workspace == self._workspace, talks.c.at < before)
        return self._connection.execute(delete(talks).where(*where)).rowcount
