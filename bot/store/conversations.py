"""What each person asked last, of one workspace inside one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, or_, select

from bot.store.sql import upsert
from bot.store.tables import conversations


class Conversations:
    """The last question of each person in each place (thread, channel, direct message)."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def keep(self, user: str, place: str, payload: str, at: datetime, now: datetime) -> None:
        """Keep what a person asked there, in the place of anything asked before it: never of what
        was asked later, which another replica may have written already. A time to come is that of
        a clock that was put back, and counts for nothing."""
        upsert(
            self._connection,
            conversations,
            only_if=or_(conversations.c.at <= at, conversations.c.at > now),
            workspace=self._workspace,
            user=user,
            place=place,
            payload=payload,
            at=at,
        )

    def find(self, user: str, place: str, since: datetime, until: datetime) -> str:
        """What a person asked there between two times, or empty."""
        where = (
            conversations.c.workspace == self._workspace,
            conversations.c.user == user,
            conversations.c.place == place,
        )
        then = conversations.c.at.between(since, until)
        query = select(conversations.c.payload).where(*where, then)
        return self._connection.execute(query).scalar() or ""

    def prune(self, before: datetime) -> int:
        """Delete conversations older than `before`; how many."""
        where = (conversations.c.workspace == self._workspace, conversations.c.at < before)
        return self._connection.execute(delete(conversations).where(*where)).rowcount
