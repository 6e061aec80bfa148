"""What the columns of the schema are made of: times in UTC, texts that are never null."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, Integer, String, Text, TypeDecorator

from bot.core.moments import local

_ZONE = "partnership_zone"


def zoned(dialect: Dialect, zone: tzinfo) -> None:
    """From here on moments read by a database's dialect are in the partnership's time."""
    setattr(dialect, _ZONE, zone)


class UtcDateTime(TypeDecorator[datetime]):
    """Aware datetimes only; kept in UTC (SQLite knows no zones, PostgreSQL converts)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse naive datetimes: they have cost other bots a day at every clock change."""
        if value is not None and value.tzinfo is None:
            raise ValueError("the store takes aware datetimes only")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back aware datetimes, in the zone of whoever opened the store (see `zoned`)."""
        if value is None:
            return None
        moment = value.replace(tzinfo=UTC) if value.tzinfo is None else value
        return local(moment, getattr(dialect, _ZONE, UTC))


def text(name: str, *args: Any) -> Column[str]:
    """A text, empty when nothing is said."""
    return Column(name, Text, *args, nullable=False, default="", server_default="")


def workspace_column(*, key: bool = True) -> Column[str]:
    """The workspace a row belongs to."""
    return Column("workspace", String(64), primary_key=key, nullable=False)


def number() -> Column[int]:
    """A number of its own for each row, in the order they came."""
    return Column("seq", Integer, primary_key=True, autoincrement=True)
