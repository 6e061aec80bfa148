"""What came in: deliveries already seen, drafts, talks, questions not placed, words taught."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from bot.store.sql import insert_new, upsert
from bot.store.tables import drafts, questions, seen, talks, taught


class Receipts:
    """Slack delivers again when in doubt: each delivery is taken once, and answered alike."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def first(self, key: str, now: datetime) -> bool:
        """True the first time `key` comes."""
        return insert_new(
            self._connection, seen, workspace=self._workspace, key=key, at=now, answer=""
        )

    def remember(self, key: str, answer: str) -> None:
        """Keep what was answered, for a second delivery."""
        where = (seen.c.workspace == self._workspace, seen.c.key == key)
        self._connection.execute(update(seen).where(*where).values(answer=answer))

    def answer(self, key: str) -> str:
        """What was answered the first time, or empty."""
        query = select(seen.c.answer).where(seen.c.workspace == self._workspace, seen.c.key == key)
        return self._connection.execute(query).scalar() or ""

    def prune(self, before: datetime) -> int:
        """Forget deliveries older than `before`; how many."""
        where = (seen.c.workspace == self._workspace, seen.c.at < before)
        return self._connection.execute(delete(seen).where(*where)).rowcount


class Drafts:
    """Forms that were closed or failed, kept for a day so that nothing typed is lost."""

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


class Questions:
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
