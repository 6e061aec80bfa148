"""The store: one engine, and one transaction at a time for one workspace's Records.

SQLite takes its write lock at BEGIN (`BEGIN IMMEDIATE`): upgrading a read lock later is what
"database is locked" comes from. PostgreSQL locks the workspace's row instead, so that writers of
one partnership take turns there too.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select, text, update
from sqlalchemy.engine import make_url

from bot.core.errors import Refused
from bot.core.outgoing import Outgoing
from bot.store import tables
from bot.store.audit import Audit
from bot.store.conversations import Conversations
from bot.store.drafts import Drafts
from bot.store.erasure import erase
from bot.store.installs import Installs
from bot.store.members import Members, Settings
from bot.store.migrate import migrate_if_needed
from bot.store.occurrences import Occurrences
from bot.store.outbox import Outbox, by_state, claim, unsettled
from bot.store.persons import Persons
from bot.store.plans import Kept, Plans
from bot.store.receipts import Receipts
from bot.store.removals import Removals
from bot.store.sql import insert_new
from bot.store.summaries import Summaries
from bot.store.taught_words import TaughtWords
from bot.store.unplaced_questions import UnplacedQuestions

POOL = 32
"""Connections at once: more than the HTTP edge's threads, so that no listener waits for one."""
CACHED_WORKSPACES = 256


@dataclass
class Records:
    """One workspace's records inside one transaction. Valid only inside its `with` block."""

    workspace: str
    connection: Connection
    cache: dict[str, Kept]

    def new_id(self) -> str:
        """A fresh id for an update."""
        return uuid.uuid4().hex

    @cached_property
    def plans(self) -> Plans:
        """Plans and their updates."""
        return Plans(self.connection, self.workspace, self.cache)

    @cached_property
    def members(self) -> Members:
        """People."""
        return Members(self.connection, self.workspace)

    @cached_property
    def settings(self) -> Settings:
        """What the partnership set in Slack: name -> value."""
        return Settings(self.connection, self.workspace)

    @cached_property
    def outbox(self) -> Outbox:
        """What is to be posted."""
        return Outbox(self.connection, self.workspace)

    @cached_property
    def occurrences(self) -> Occurrences:
        """What was due, once each."""
        return Occurrences(self.connection, self.workspace)

    @cached_property
    def summaries(self) -> Summaries:
        """Frozen snapshots of quarters."""
        return Summaries(self.connection, self.workspace)

    @cached_property
    def receipts(self) -> Receipts:
        """What Slack has already delivered."""
        return Receipts(self.connection, self.workspace)

    @cached_property
    def drafts(self) -> Drafts:
        """What was typed into a form that was closed or failed."""
        return Drafts(self.connection, self.workspace)

    @cached_property
    def conversations(self) -> Conversations:
        """What each person asked last, in each place."""
        return Conversations(self.connection, self.workspace)

    @cached_property
    def unplaced_questions(self) -> UnplacedQuestions:
        """Questions that could not be placed."""
        return UnplacedQuestions(self.connection, self.workspace)

    @cached_property
    def taught_words(self) -> TaughtWords:
        """Words coordinators have taught."""
        return TaughtWords(self.connection, self.workspace)

    @cached_property
    def audit(self) -> Audit:
        """The append-only trail."""
        return Audit(self.connection, self.workspace)

    @cached_property
    def persons(self) -> Persons:
        """What is held about one person."""
        return Persons(self.connection, self.workspace)

    @cached_property
    def removals(self) -> Removals:
        """What was taken out of the record."""
        return Removals(self.connection, self.workspace)

    def erase(self, user: str, label: str, at: datetime, names: Iterable[str] = ()) -> None:
        """Forget a person who left: what they did stays on record, done by `label`."""
        erase(self.connection, self.workspace, user, label, at, names)
        self.plans.grow()


class Store:
    """The database behind `url` (SQLite file or PostgreSQL), migrated at first use."""

    def __init__(self, url: str, *, migrate: bool = True) -> None:
        self._engine = _engine(url)
        self._snapshots = _snapshots(self._engine)
        self._cache: dict[str, Kept] = {}
        if migrate:
            migrate_if_needed(self._engine)

    @contextmanager
    def reading(self, workspace: str) -> Iterator[Records]:
        """Records for reading one consistent state; nothing is written."""
        with self._snapshots.connect() as connection, connection.begin():
            yield Records(workspace, connection, self._cache)

    @contextmanager
    def writing(self, workspace: str) -> Iterator[Records]:
        """Records for one transaction: committed when the block ends, undone when it raises."""
        if len(self._cache) > CACHED_WORKSPACES:
            self._cache.clear()
        with self._write() as connection:
            _take_turn(connection, workspace)
            # A cache of its own: what this transaction sees may yet be undone.
            yield Records(workspace, connection, {})

    @contextmanager
    def installing(self) -> Iterator[Installs]:
        """Installations, in one transaction."""
        with self._write() as connection:
            yield Installs(connection)

    @contextmanager
    def installed(self) -> Iterator[Installs]:
        """Installations, for reading: every request asks for its token."""
        with self._engine.connect() as connection:
            yield Installs(connection)

    def workspaces(self) -> tuple[str, ...]:
        """Every workspace that has ever written, in order."""
        rows = tables.workspaces
        with self._engine.connect() as connection:
            found = connection.execute(select(rows.c.workspace).order_by(rows.c.workspace))
            return tuple(found.scalars())

    def pause(self, workspace: str, reason: str) -> None:
        """Stop (or, with an empty reason, resume) everything to be posted for a workspace."""
        rows = tables.workspaces
        with self._write() as connection:
            _take_turn(connection, workspace)
            connection.execute(
                update(rows).where(rows.c.workspace == workspace).values(paused=reason)
            )

    def paused(self) -> dict[str, str]:
        """The workspaces whose posts are paused, each with the reason."""
        rows = tables.workspaces
        with self._engine.connect() as connection:
            found = connection.execute(select(rows).where(rows.c.paused != ""))
            return {row.workspace: row.paused for row in found}

    def claim(self, lease: timedelta, now: datetime, limit: int = 1) -> tuple[Outgoing, ...]:
        """Take up to `limit` rows to post, leased by the database's clock; see `store.outbox`."""
        with self._write() as connection:
            return claim(connection, lease, now, limit)

    def unsettled(self, now: datetime, limit: int = 20) -> tuple[Outgoing, ...]:
        """Uncertain rows whose next look is due."""
        with self._engine.connect() as connection:
            return unsettled(connection, now, limit)

    def posts_by_state(self) -> dict[str, int]:
        """How many posts are in each state, in all workspaces together."""
        with self._engine.connect() as connection:
            return by_state(connection)

    def ping(self) -> None:
        """Raise when the database cannot be reached."""
        with self._engine.connect() as connection:
            connection.execute(text("SELECT 1"))

    def backup(self, file: Path) -> None:
        """Copy a SQLite database consistently while it is in use. Refused for PostgreSQL."""
        if self._engine.dialect.name != "sqlite":
            raise Refused(
                "This database is PostgreSQL, which brings its own backup.",
                "Use pg_dump on the database named in DATABASE_URL.",
            )
        if file.exists():
            raise Refused(f"{file} is there already.", "Choose another name.")
        # Nobody else may read it even while it is written; SQLite fills an empty file.
        file.touch(mode=0o600)
        with self._engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("VACUUM INTO ?", (str(file),))

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with (
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            yield connection


def _take_turn(connection: Connection, workspace: str) -> None:
    """Make sure the workspace has its row, and hold it until the transaction ends."""
    rows = tables.workspaces
    insert_new(connection, rows, workspace=workspace, version=0)
    if connection.dialect.name == "postgresql":
        connection.execute(
            select(rows.c.version).where(rows.c.workspace == workspace).with_for_update()
        )


def _engine(url: str) -> Engine:
    address = make_url(url.replace("postgres://", "postgresql://", 1))
    if address.get_backend_name() == "sqlite":
        return _sqlite(url)
    return create_engine(
        address, pool_size=POOL, max_overflow=0, pool_pre_ping=True, hide_parameters=True
    )


def _snapshots(engine: Engine) -> Engine:
    """The same connections, for reading one state however many queries that takes.

    SQLite reads so by itself; PostgreSQL's default shows each query what is committed by then.
    """
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ")


def _sqlite(url: str) -> Engine:
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        Path(path).touch(mode=0o600)
    engine = create_engine(url, pool_size=POOL, max_overflow=0, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        # The driver must not open transactions by itself: we say when, and which kind.
        connection.isolation_level = None
        connection.execute("PRAGMA busy_timeout=15000")
        # The mode belongs to the file. It is refused, without waiting, while another process
        # that starts at the same moment is switching it on.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=ON")
        # What was redacted or erased is overwritten in the file, not only unlinked.
        connection.execute("PRAGMA secure_delete=ON")
        # FULL: an update that was confirmed survives a power cut; costs one fsync a commit.
        connection.execute("PRAGMA synchronous=FULL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
