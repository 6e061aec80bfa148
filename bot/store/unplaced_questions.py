"""Questions that could not be placed, of one workspace inside one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from bot.store.tables import questions


class UnplacedQuestions:
    """Questions that could not be placed, for the coordinators; without who asked."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def keep(self, text: str, at: datetime) -> None:
        """Keep a question that passed the disclosure guard."""
        self._connection.execute(
            insert(questions).values(workspace=self._workspace, text=text, at=at, settled=False)
        )

    def open(self, limit: int = 20) -> tuple[tuple[int, str, datetime], ...]:
        """(number, text, when) of questions not yet settled, newest first."""
        query = select(questions.c.seq, questions.c.text, questions.c.at).where(
            questions.c.workspace == self._workspace, questions.c.settled.is_(False)
        )
        rows = self._connection.execute(query.order_by(questions.c.seq.desc()).limit(limit))
        return tuple((row.seq, row.text, row.at) for row in rows)

    def settle(self, number: int) -> None:
        """Mark a question as dealt with."""
        where = (questions.c.workspace == self._workspace, questions.c.seq == number)
        self._connection.execute(update(questions).where(*where).values(settled=True))

    def prune(self, before: datetime) -> int:
        """Delete questions older than `before`; how many."""
        where = (questions.c.workspace == self._workspace, questions.c.at < before)
        return self._connection.execute(delete(questions).where(*where)).rowcount
