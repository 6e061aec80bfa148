"""Bringing the schema up to date, once, however many processes start together.

Alembic is configured in code and imported only when there is something to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, inspect, text

from bot.core.errors import Unusable
from bot.store.tables import metadata

HEAD = "0011"
"""The revision this code needs; a test holds it to the newest file in `migrations/versions`."""
_LOCK = 0x43535021
"""Any number, the same in every process: PostgreSQL's advisory lock while migrating."""


def migrate_if_needed(engine: Engine) -> None:
    """Migrate to HEAD unless the schema is there already. Raises Unusable: a later version of the
    bot made it, and nothing is changed. After any fault no connection is left open."""
    try:
        _migrate(engine)
    except BaseException:
        engine.dispose()
        raise


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        revision = _revision(connection)
    if revision > HEAD:
        raise Unusable(
            f"A later version of the bot made this database (schema {revision}; this one knows "
            f"{HEAD}). Nothing was changed.",
            "Install that version or a newer one, or put a backup of before in its place.",
        )
    if revision == HEAD:
        return
    with _alone(engine) as connection:
        if _revision(connection) != HEAD:
            _upgrade(connection)


def _revision(connection: Connection) -> str:
    """The schema's revision; empty in a new database. Raises Unusable: it is another program's."""
    present = set(inspect(connection).get_table_names())
    if "alembic_version" not in present:
        if others := present & set(metadata.tables):
            raise Unusable(
                f"Another program's tables are in this database ({', '.join(sorted(others))}). "
                "Nothing was changed.",
                "Name a database of the bot's own in DATABASE_URL.",
            )
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """One transaction that no other process migrates beside (SQLite: BEGIN IMMEDIATE)."""
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "bot.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
