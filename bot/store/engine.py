"""The engine: connections that are set up alike, and transactions that begin as they must.

SQLite takes its write lock at BEGIN (`BEGIN IMMEDIATE`): upgrading a read lock later is what
"database is locked" comes from.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

POOL = 32
"""Connections at once: more than the HTTP edge's threads, so that no listener waits for one."""


def open_engine(url: str) -> Engine:
    """The engine of a SQLite file or a PostgreSQL address."""
    address = make_url(url.replace("postgres://", "postgresql://", 1))
    if address.get_backend_name() == "sqlite":
        return _sqlite(url)
    return create_engine(
        address, pool_size=POOL, max_overflow=0, pool_pre_ping=True, hide_parameters=True
    )


def one_state(engine: Engine) -> Engine:
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
