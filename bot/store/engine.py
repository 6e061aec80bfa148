"""The engine: connections that are set up alike, and transactions that begin as they must.

SQLite takes its write lock at BEGIN (`BEGIN IMMEDIATE`): upgrading a read lock later is what
"database is locked" comes from.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.core.errors import Unusable
from bot.store import once
from bot.store.faults import no_address

POOL = 32
"""Connections at once: more than the HTTP edge's threads, so that no listener waits for one."""
PATIENCE_MS, WAITED_FOR_MS = 15_000, 2_000
"""How long a lock is waited for; the second while Slack waits for an answer, for three seconds."""
CONNECT_SECONDS = 10
"""How long a server that does not answer is waited for."""


def open_engine(url: str) -> Engine:
    """The engine of a SQLite file or a PostgreSQL address. Raises Unusable."""
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address)
    try:
        return create_engine(
            address,
            pool_size=POOL,
            max_overflow=0,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"connect_timeout": CONNECT_SECONDS},
        )
    except ImportError:
        raise Unusable(
            "DATABASE_URL names PostgreSQL, whose driver is not installed.",
            'Install it: pip install "partnership-bot[postgres]".',
        ) from None


def _address(url: str) -> URL:
    """The address, read. Raises Unusable: it names no database the bot can use."""
    try:
        address = make_url(url.replace("postgres://", "postgresql://", 1))
    except (ArgumentError, ValueError):
        raise no_address() from None
    name = address.database or ""
    address = address.set(drivername=address.get_backend_name())  # by whatever driver: ours
    file_named = bool(name) and ":memory:" not in name
    only_a_file = file_named and address == URL.create("sqlite", database=name)
    if address.drivername != "postgresql" and not only_a_file:
        raise no_address()
    return address


def one_state(engine: Engine) -> Engine:
    """The same connections, for reading one state however many queries that takes.

    SQLite reads so by itself; PostgreSQL's default shows each query what is committed by then.
    """
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ")


def _sqlite(address: URL) -> Engine:
    path = Path(str(address.database))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as refused:
        raise Unusable(
            f"{path} cannot be written ({refused.strerror}).",
            "Check DATA_DIR (or DATABASE_URL): a folder in which the bot's user may write.",
        ) from None
    engine = create_engine(address, pool_size=POOL, max_overflow=0, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        # The driver must not open transactions by itself: we say when, and which kind.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
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
        if not connection.get_execution_options().get("writing", False):
            connection.exec_driver_sql("BEGIN")
            return
        patience = WAITED_FOR_MS if once.is_waited_for() else PATIENCE_MS
        connection.exec_driver_sql(f"PRAGMA busy_timeout={patience}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
