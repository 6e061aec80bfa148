"""The few things the two databases say differently."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ColumnElement, literal_column


def insert_new(connection: Connection, table: Table, **values: Any) -> bool:
    """Insert a row unless its key is taken. True when it was inserted."""
    maker = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    key = next(iter(table.primary_key))
    statement = maker(table).values(values).on_conflict_do_nothing().returning(key)
    return connection.execute(statement).first() is not None


def upsert(connection: Connection, table: Table, **values: Any) -> None:
    """Insert a row, or replace the values of the one with the same primary key."""
    maker = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    keys = [column.name for column in table.primary_key]
    others = {name: value for name, value in values.items() if name not in keys}
    connection.execute(
        maker(table).values(values).on_conflict_do_update(index_elements=keys, set_=others)
    )


def database_now(connection: Connection) -> ColumnElement[float]:
    """The database's own clock, in seconds since 1970: leases must not trust a host's clock."""
    if connection.dialect.name == "postgresql":
        return literal_column("extract(epoch from clock_timestamp())::double precision")
    return literal_column("((julianday('now') - 2440587.5) * 86400.0)")
