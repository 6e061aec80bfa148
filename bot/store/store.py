"""The store: one engine, and one transaction at a time for one workspace's Records.

PostgreSQL locks the workspace's row for a writer, so that writers of one partnership take turns
there as they do on SQLite (see `store.engine`).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, select, update

from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.core.outgoing import Outgoing
from bot.store import once, tables
from bot.store.audit import Audit
from bot.store.columns import zoned
from bot.store.conversations import Conversations
from bot.store.drafts import Drafts
from bot.store.engine import one_state, open_engine
from bot.store.erasure import erase
from bot.store.faults import in_plain_words, require_whole, try_writing
from bot.store.installs import Installs
from bot.store.members import Members
from bot.store.migrate import migrate_if_needed
from bot.store.occurrences import Occurrences
from bot.store.outbox import Channels, Outbox, Queues, by_state, claim, unsettled
from bot.store.peek import VersionQuery
from bot.store.persons import Persons
from bot.store.plans import Plans
from bot.store.receipts import Receipts
from bot.store.removals import Removals
from bot.store.settings import Settings
from bot.store.snapshots import Snapshots, Versioned
from bot.store.sql import insert_new
from bot.store.summaries import Summaries
from bot.store.taught_words import TaughtWords
from bot.store.unplaced_questions import UnplacedQuestions

T = TypeVar("T")


@dataclass
class Records:
    """One workspace's records inside one transaction. Valid only inside its `with` block."""

    workspace: str
    versioned: Versioned

    @property
    def connection(self) -> Connection:
        """The transaction's connection, opened at first need."""
        return self.versioned.connection

    @property
    def version(self) -> int:
        """Grows with every change of plans, updates, people, settings and taught words."""
        return self.versioned.version()

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was derived from these records under `key`, made anew when they have changed."""
        return self.versioned.keep(key, make)

    def keep_for_good(self, key: Hashable, make: Callable[[], T]) -> T:
        """The same for what was derived from nothing but `key` and rows that never change."""
        return self.versioned.keep_for_good(key, make)

    def new_id(self) -> str:
        """A fresh id for an update."""
        return uuid.uuid4().hex

    @cached_property
    def plans(self) -> Plans:
        """Plans and their updates."""
        return Plans(self.versioned)

    @cached_property
    def members(self) -> Members:
        """People."""
        return Members(self.versioned)

    @cached_property
    def settings(self) -> Settings:
        """What the partnership set in Slack."""
        return Settings(self.versioned)

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
        return TaughtWords(self.versioned)

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
        self.versioned.grow()


class Store:
    """The database behind `url` (SQLite file or PostgreSQL), migrated at first use. What happened
    when comes out of it in the time of `zone`."""

    def __init__(self, url: str, *, migrate: bool = True, zone: tzinfo = UTC) -> None:
        self._engine = open_engine(url)
        zoned(self._engine.dialect, zone)
        self._reading = one_state(self._engine)
        self._snapshots = Snapshots()
        self.versions = VersionQuery(self._engine)
        if migrate:
            migrate_if_needed(self._engine)

    @contextmanager
    def reading(self, workspace: str, seen: int | None = None) -> Iterator[Records]:
        """Records for reading one consistent state; nothing is written.

        `seen`: a version read earlier in the same request. What is kept at that version is told
        without asking again, so that a request that only reads costs one transaction.
        """
        with in_plain_words(), ExitStack() as stack:

            def connect() -> Connection:
                connection = stack.enter_context(self._reading.connect())
                stack.enter_context(connection.begin())
                return connection

            yield Records(workspace, Versioned(connect, workspace, self._snapshots, seen))

    @contextmanager
    def writing(self, workspace: str) -> Iterator[Records]:
        """Records for one transaction: committed when the block ends, undone when it raises."""
        with self._write() as connection:
            _take_turn(connection, workspace)
            versioned = Versioned(lambda: connection, workspace, self._snapshots)
            records = Records(workspace, versioned)
            once.claim(records.receipts)
            yield records
        once.settle()
        versioned.publish()

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
            names = connection.execute(select(rows.c.workspace).order_by(rows.c.workspace))
            return tuple(names.scalars())

    def pause(self, workspace: str, reason: str, at: datetime) -> None:
        """Stop (or, with an empty reason, resume) everything to be posted for a workspace."""
        rows, deed = tables.workspaces, "pause" if reason else "resume"
        changes = update(rows).where(rows.c.workspace == workspace, rows.c.paused != reason)
        with self.writing(workspace) as records:
            if records.connection.execute(changes.values(paused=reason)).rowcount:
                records.audit.note(at, "bot", deed, "posts", after=reason)

    def paused(self) -> dict[str, str]:
        """The workspaces whose posts are paused, each with the reason."""
        rows = tables.workspaces
        with self._engine.connect() as connection:
            paused_rows = connection.execute(select(rows).where(rows.c.paused != ""))
            return {row.workspace: row.paused for row in paused_rows}

    def claim(self, lease: timedelta, now: datetime, limit: int = 1, busy: Channels = (),
              served: Queues = ()) -> tuple[Outgoing, ...]:  # fmt: skip
        """Take up to `limit` rows to post, leased by the database's clock; see `store.outbox`."""
        with self._write() as connection:
            return claim(connection, lease, now, limit, busy, served)

    def unsettled(self, now: datetime, limit: int = 20) -> tuple[Outgoing, ...]:
        """Uncertain rows whose next look is due."""
        with self._engine.connect() as connection:
            return unsettled(connection, now, limit)

    def posts_by_state(self) -> dict[str, int]:
        """How many posts are in each state, in all workspaces together."""
        with self._engine.connect() as connection:
            return by_state(connection)

    def examine(self) -> None:
        """Raise when the database cannot be reached, written to or read whole."""
        self.try_writing()
        with in_plain_words(), self._engine.connect() as connection:
            require_whole(connection)

    def try_writing(self) -> None:
        """Write something and take it out again. Raises Unusable."""
        with self._write() as connection:
            try_writing(connection)

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
        try:
            with self._engine.connect() as connection:
                raw: Any = connection.connection.driver_connection
                raw.execute("VACUUM INTO ?", (str(file),))
        except BaseException:
            file.unlink(missing_ok=True)  # half a copy is none
            raise

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with (
            in_plain_words(),
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
