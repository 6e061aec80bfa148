"""Words coordinators have taught, of one workspace inside one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select

from bot.store.snapshots import Versioned
from bot.store.sql import upsert
from bot.store.tables import taught


class TaughtWords:
    """Words coordinators have taught: word -> priority code, agency code or reference."""

    def __init__(self, versioned: Versioned) -> None:
        self._versioned = versioned
        self._workspace = versioned.workspace

    def teach(self, word: str, target: str, by: str, at: datetime) -> None:
        """Teach a word, or teach it anew."""
        upsert(
            self._versioned.connection,
            taught,
            workspace=self._workspace,
            word=word,
            target=target,
            by=by,
            at=at,
        )
        self._versioned.grow()

    def forget(self, word: str) -> None:
        """Forget a word."""
        where = (taught.c.workspace == self._workspace, taught.c.word == word)
        self._versioned.connection.execute(delete(taught).where(*where))
        self._versioned.grow()

    def all(self) -> tuple[tuple[str, str], ...]:
        """(word, target), by word."""
        return self._versioned.keep("taught words", self._read)

    def _read(self) -> tuple[tuple[str, str], ...]:
        query = select(taught.c.word, taught.c.target).where(taught.c.workspace == self._workspace)
        rows = self._versioned.connection.execute(query.order_by(taught.c.word))
        return tuple((row.word, row.target) for row in rows)
