"""Words coordinators have taught, of one workspace inside one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select

from bot.store.snapshots import Versioned
from bot.store.sql import upsert
from bot.store.tables import taught_words


class TaughtWords:
    """Words coordinators have taught: word -> priority code, agency code or reference."""

    def __init__(self, versioned: Versioned) -> None:
        self._versioned = versioned
        self._workspace = versioned.workspace

    def teach(self, word: str, target: str, by: str, at: datetime) -> None:
        """Teach a word, or teach it anew."""
        upsert(
            self._versioned.connection,
            taught_words,
            workspace=self._workspace,
            word=word,
            target=target,
            by=by,
            at=at,
        )
        self._versioned.grow()

    def forget(self, word: str) -> None:
        """Forget a word."""
        where = (taught_words.c.workspace == self._workspace, taught_words.c.word == word)
        self._versioned.connection.execute(delete(taught_words).where(*where))
        self._versioned.grow()

    def all(self) -> tuple[tuple[str, str], ...]:
        """(word, target), by word."""
        return self._versioned.keep("taught words", self._read)

    def _read(self) -> tuple[tuple[str, str], ...]:
        query = select(taught_words.c.word, taught_words.c.target).where(
            taught_words.c.workspace == self._workspace
        )
        rows = self._versioned.connection.execute(query.order_by(taught_words.c.word))
        return tuple((row.word, row.target) for row in rows)
