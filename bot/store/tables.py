"""The schema. Every table carries the workspace, so that no query can forget it; those of
installing tell the workspaces apart."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """Aware datetimes only; kept in UTC (SQLite knows no zones, PostgreSQL converts)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse naive datetimes: they have cost other bots a day at every clock change."""
        if value is not None and value.tzinfo is None:
            raise ValueError("the store takes aware datetimes only")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give back aware datetimes in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _text(name: str, *args: Any) -> Column[str]:
    return Column(name, Text, *args, nullable=False, default="", server_default="")


def _workspace(*, key: bool = True) -> Column[str]:
    return Column("workspace", String(64), primary_key=key, nullable=False)


def _number() -> Column[int]:
    return Column("seq", Integer, primary_key=True, autoincrement=True)


installs = Table(
    "installs",
    metadata,
    Column("team", String(64), primary_key=True),
    _text("enterprise"),
    _text("tokens"),
    Column("installed_at", UtcDateTime, nullable=False),
)

install_states = Table(
    "install_states",
    metadata,
    Column("state", String(128), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)

workspaces = Table(
    "workspaces",
    metadata,
    _workspace(),
    Column("version", Integer, nullable=False, default=0, server_default="0"),
    _text("paused"),
)

plans = Table(
    "plans",
    metadata,
    _number(),
    _workspace(key=False),
    Column("year", String(16), nullable=False),
    Column("starts", Date, nullable=False),
    Column("ends", Date, nullable=False),
    Column("document", Text, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
    Index(None, "workspace", "seq"),
)

updates = Table(
    "updates",
    metadata,
    _number(),
    _workspace(key=False),
    Column("id", String(64), nullable=False),
    Column("plan_year", String(16), nullable=False),
    Column("ref", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("quarter_year", Integer, nullable=False),
    Column("quarter_number", Integer, nullable=False),
    Column("status", String(16)),
    _text("agency"),
    _text("by"),
    _text("note"),
    _text("reason"),
    _text("corrective_action"),
    Column("new_due", Date),
    _text("evidence"),
    _text("source"),
    _text("kind"),
    _text("corrects"),
    Column("redacted_at", UtcDateTime),
    UniqueConstraint("workspace", "id"),
    Index(None, "workspace", "plan_year", "seq"),
)

readings = Table(
    "readings",
    metadata,
    _number(),
    _workspace(key=False),
    Column("update_id", String(64), nullable=False),
    Column("measure", String(64), nullable=False),
    Column("value", Float, nullable=False),
    Column("quarter_year", Integer, nullable=False),
    Column("quarter_number", Integer, nullable=False),
    Index(None, "workspace", "update_id"),
)

members = Table(
    "members",
    metadata,
    _workspace(),
    Column("team", String(64), primary_key=True),
    Column("user", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    _text("agencies"),
    _text("name"),
    _text("email"),
    Column("confirmed", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("away_until", Date),
    Column("deputy", Boolean, nullable=False, default=False, server_default=false()),
)

settings = Table(
    "settings",
    metadata,
    _workspace(),
    Column("name", String(64), primary_key=True),
    _text("value"),
)

outbox = Table(
    "outbox",
    metadata,
    _number(),
    _workspace(key=False),
    Column("key", String(255), nullable=False),
    _text("channel"),
    _text("kind"),
    _text("payload"),
    Column("due_at", UtcDateTime, nullable=False),
    Column("group", String(255), nullable=False, default="", server_default=""),
    Column("part", Integer, nullable=False, default=1),
    Column("n_parts", Integer, nullable=False, default=1),
    Column("state", String(16), nullable=False),
    Column("not_before", UtcDateTime),
    Column("lease_until", Float),
    Column("attempts", Integer, nullable=False, default=0),
    Column("looks", Integer, nullable=False, default=0),
    Column("first_attempt_at", UtcDateTime),
    _text("ts"),
    _text("posted_channel"),
    Column("sent_at", UtcDateTime),
    _text("last_error"),
    UniqueConstraint("workspace", "key"),
    Index(None, "state", "not_before"),
    Index(None, "workspace", "group"),
)

occurrences = Table(
    "occurrences",
    metadata,
    _number(),
    _workspace(key=False),
    Column("kind", String(32), nullable=False),
    Column("period", String(64), nullable=False),
    Column("subject", String(128), nullable=False),
    Column("local_date", Date, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("outcome", String(16), nullable=False),
    _text("reason"),
    UniqueConstraint("workspace", "kind", "period", "subject", "local_date"),
)

summaries = Table(
    "summaries",
    metadata,
    _workspace(),
    Column("quarter_year", Integer, primary_key=True, autoincrement=False),
    Column("quarter_number", Integer, primary_key=True, autoincrement=False),
    Column("plan_year", String(16), primary_key=True),
    Column("snapshot", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)

seen = Table(
    "seen",
    metadata,
    _workspace(),
    Column("key", String(255), primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    _text("answer"),
)

drafts = Table(
    "drafts",
    metadata,
    _workspace(),
    Column("user", String(64), primary_key=True),
    Column("ref", String(64), primary_key=True),
    Column("payload", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
)

talks = Table(
    "talks",
    metadata,
    _workspace(),
    Column("user", String(64), primary_key=True),
    Column("place", String(64), primary_key=True),
    Column("payload", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
)

audit = Table(
    "audit",
    metadata,
    _number(),
    _workspace(key=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(128), nullable=False),
    Column("deed", String(32), nullable=False),
    Column("subject", String(128), nullable=False),
    _text("agency"),
    _text("before"),
    _text("after"),
    _text("route"),
    _text("on_behalf"),
    Index(None, "workspace", "subject"),
)

questions = Table(
    "questions",
    metadata,
    _number(),
    _workspace(key=False),
    Column("text", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("settled", Boolean, nullable=False, default=False),
)

taught = Table(
    "taught",
    metadata,
    _workspace(),
    Column("word", String(128), primary_key=True),
    Column("target", String(128), nullable=False),
    _text("by"),
    Column("at", UtcDateTime, nullable=False),
)

removals = Table(
    "removals",
    metadata,
    _number(),
    _workspace(key=False),
    Column("kind", String(16), nullable=False),
    Column("subject", String(128), nullable=False),
    Column("ref", String(64), nullable=False),
    _text("by"),
    Column("at", UtcDateTime, nullable=False),
    Column("state", String(16), nullable=False),
    _text("texts"),
    Column("since", UtcDateTime, nullable=False),
    _text("position"),
    Column("not_before", UtcDateTime),
    Column("changed", Integer, nullable=False, default=0, server_default="0"),
    _text("left"),
    Index(None, "workspace", "state"),
)

APPEND_ONLY = ("updates", "audit", "readings", "summaries", "plans", "removals")
"""Tables whose rows the database itself refuses to change or delete (see migrations)."""
