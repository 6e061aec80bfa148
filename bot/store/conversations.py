"""What each person asked last, of one workspace inside one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.store.sql import upsert
from bot.store.tables import conversations


class Conversations:
    """The last question of each person in each place (thread, channel, direct message)."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def keep(self, user: str, place: str, payload: str, at: datetime) -> None:
        """Keep (or replace) what a person asked there."""
        upsert(
            self._connection,
            conversations,
            workspace=self._workspace,
            user=user,
            place=place,
            payload=payload,
            at=at,
        )

    def find(self, user: str, place: str, since: datetime) -> str:
        """What a person asked there since then, or empty."""
        where = (
            conversations.c.workspace == self._workspace,
            conversations.c.user == user,
            conversations.c.place == place,
        )
        query = select(conversations.c.payload).where(*where, conversations.c.at >= since)
        return self._connection.execute(query).scalar() or ""

    def prune(self, before: datetime) -> int:
        """Delete conversations older than `before`; how many."""
        where = (conversations.c.workspace == self._workspace, conversations.c.at < before)
        return self._connection.execute(delete(conversations).where(*where)).rowcount
