"""The few things the two databases say differently."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.sql import ColumnElement, literal_column


def _insert(connection: Connection) -> Any:
    """The dialect's own insert; only the one in use is loaded."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert
    from sqlalchemy.dialects import sqlite

    return sqlite.insert


def insert_new(connection: Connection, table: Table, **values: Any) -> bool:
    """Insert a row unless its key is taken. True when it was inserted."""
    maker = _insert(connection)
    key = next(iter(table.primary_key))
    statement = maker(table).values(values).on_conflict_do_nothing().returning(key)
    return connection.execute(statement).first() is not None


def upsert(
    connection: Connection,
    table: Table,
    *,
    only_if: ColumnElement[bool] | None = None,
    **values: Any,
) -> None:
    """Insert a row, or replace the values of the one with the same primary key, `only_if` that
    one's columns are so."""
    maker = _insert(connection)
    keys = [column.name for column in table.primary_key]
    others = {name: value for name, value in values.items() if name not in keys}
    connection.execute(
        maker(table)
        .values(values)
        .on_conflict_do_update(index_elements=keys, set_=others, where=only_if)
    )


def database_now(connection: Connection) -> ColumnElement[float]:
    """The database's own clock, in seconds since 1970: leases must not trust a host's clock."""
    if connection.dialect.name == "postgresql":
        return literal_column("extract(epoch from clock_timestamp())::double precision")
    return literal_column("((julianday('now') - 2440587.5) * 86400.0)")
