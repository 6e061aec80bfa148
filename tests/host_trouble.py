"""A database in trouble: locked by another program, full, or only to be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from bot.store import engine as engines

WORDS = {
    "locked": "The database is locked: another program holds it.",
    "full": "The disk of the database is full.",
    "read-only": "The database can only be read.",
}
_SETTINGS = {
    "full": ("PRAGMA max_page_count=1", "PRAGMA max_page_count=1000000"),
    "read-only": ("PRAGMA query_only=ON", "PRAGMA query_only=OFF"),
}


@contextmanager
def trouble(kind: str, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The trouble, for as long as the block lasts. Nobody waits long for a lock."""
    for name in ("PATIENCE_MS", "WAITED_FOR_MS"):
        monkeypatch.setattr(engines, name, 20)
    if kind == "locked":
        with locked(str(engine.url.database)):
            yield
        return
    begin, end = _SETTINGS[kind]
    setting = begin

    def use(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(setting)

    event.listen(engine, "checkout", use)
    yield
    setting = end


@contextmanager
def locked(file: str) -> Iterator[None]:
    """Another program holds the file."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()
