"""What Slack has delivered already, of one workspace inside one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from bot.store.sql import insert_new
from bot.store.tables import receipts


class Receipts:
    """Slack delivers again when in doubt: each delivery is taken once, and answered alike."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def first(self, key: str, now: datetime) -> bool:
        """True the first time `key` comes."""
        return insert_new(
            self._connection, receipts, workspace=self._workspace, key=key, at=now, answer=""
        )

    def begin_again(self, key: str, now: datetime, before: datetime) -> bool:
        """True when `key` was begun `before` and has no answer; it counts as begun now."""
        where = (
            receipts.c.workspace == self._workspace,
            receipts.c.key == key,
            receipts.c.answer == "",
            receipts.c.at <= before,
        )
        return self._connection.execute(update(receipts).where(*where).values(at=now)).rowcount == 1

    def remember(self, key: str, answer: str) -> None:
        """Keep what was answered, for a second delivery."""
        where = (receipts.c.workspace == self._workspace, receipts.c.key == key)
        self._connection.execute(update(receipts).where(*where).values(answer=answer))

    def forget(self, key: str) -> None:
        """As if `key` had never come."""
        where = (receipts.c.workspace == self._workspace, receipts.c.key == key)
        self._connection.execute(delete(receipts).where(*where))

    def answer(self, key: str) -> str:
        """What was answered the first time, or empty."""
        query = select(receipts.c.answer).where(
            receipts.c.workspace == self._workspace, receipts.c.key == key
        )
        return self._connection.execute(query).scalar() or ""

    def prune(self, before: datetime) -> int:
        """Forget deliveries older than `before`; how many."""
        where = (receipts.c.workspace == self._workspace, receipts.c.at < before)
        return self._connection.execute(delete(receipts).where(*where)).rowcount
