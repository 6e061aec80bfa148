"""Words coordinators have taught, of one workspace inside one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.store.sql import upsert
from bot.store.tables import taught


class TaughtWords:
    """Words coordinators have taught: word -> priority code, agency code or reference."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def teach(self, word: str, target: str, by: str, at: datetime) -> None:
        """Teach a word, or teach it anew."""
        upsert(
            self._connection,
            taught,
            workspace=self._workspace,
            word=word,
            target=target,
            by=by,
            at=at,
        )

    def forget(self, word: str) -> None:
        """Forget a word."""
        where = (taught.c.workspace == self._workspace, taught.c.word == word)
        self._connection.execute(delete(taught).where(*where))

    def all(self) -> tuple[tuple[str, str], ...]:
        """(word, target), by word."""
        query = select(taught.c.word, taught.c.target).where(taught.c.workspace == self._workspace)
        rows = self._connection.execute(query.order_by(taught.c.word))
        return tuple((row.word, row.target) for row in rows)
