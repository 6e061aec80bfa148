"""The schema. Every table carries the workspace, so that no query can forget it; those of
installing tell the workspaces apart."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from bot.store.columns import UtcDateTime, number, text, workspace_column

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


installs = Table(
    "installs",
    metadata,
    Column("team", String(64), primary_key=True),
    text("tokens"),
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
    workspace_column(),
    Column("version", Integer, nullable=False, default=0, server_default="0"),
    text("paused"),
)

plans = Table(
    "plans",
    metadata,
    number(),
    workspace_column(key=False),
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
    number(),
    workspace_column(key=False),
    Column("id", String(64), nullable=False),
    Column("plan_year", String(16), nullable=False),
    Column("ref", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("quarter_year", Integer, nullable=False),
    Column("quarter_number", Integer, nullable=False),
    Column("status", String(16)),
    text("agency"),
    text("by"),
    text("note"),
    text("reason"),
    text("corrective_action"),
    Column("new_due", Date),
    text("evidence"),
    text("source"),
    text("kind"),
    text("corrects"),
    Column("redacted_at", UtcDateTime),
    UniqueConstraint("workspace", "id"),
    Index(None, "workspace", "plan_year", "seq"),
)

readings = Table(
    "readings",
    metadata,
    number(),
    workspace_column(key=False),
    Column("update_id", String(64), nullable=False),
    Column("measure", String(64), nullable=False),
    Column("value", Float, nullable=False),
    Column("quarter_year", Integer, nullable=False),
    Column("quarter_number", Integer, nullable=False),
    Column("numerator", Integer),
    Column("denominator", Integer),
    Index(None, "workspace", "update_id"),
)

members = Table(
    "members",
    metadata,
    workspace_column(),
    Column("team", String(64), primary_key=True),
    Column("user", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    text("agencies"),
    text("name"),
    text("email"),
    Column("confirmed", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("away_until", Date),
    Column("deputy", Boolean, nullable=False, default=False, server_default=false()),
)

settings = Table(
    "settings",
    metadata,
    workspace_column(),
    Column("name", String(64), primary_key=True),
    text("value"),
)

outbox = Table(
    "outbox",
    metadata,
    number(),
    workspace_column(key=False),
    Column("key", String(255), nullable=False),
    text("channel"),
    text("kind"),
    text("payload"),
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
    Column("tried_at", UtcDateTime),
    text("looked_to"),
    text("ts"),
    text("posted_channel"),
    Column("sent_at", UtcDateTime),
    text("last_error"),
    UniqueConstraint("workspace", "key"),
    Index(None, "state", "not_before"),
    Index(None, "workspace", "group"),
)

occurrences = Table(
    "occurrences",
    metadata,
    number(),
    workspace_column(key=False),
    Column("kind", String(32), nullable=False),
    Column("period", String(64), nullable=False),
    Column("subject", String(128), nullable=False),
    Column("local_date", Date, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("outcome", String(16), nullable=False),
    text("reason"),
    UniqueConstraint("workspace", "kind", "period", "subject", "local_date"),
)

summaries = Table(
    "summaries",
    metadata,
    workspace_column(),
    Column("quarter_year", Integer, primary_key=True, autoincrement=False),
    Column("quarter_number", Integer, primary_key=True, autoincrement=False),
    Column("plan_year", String(16), primary_key=True),
    Column("snapshot", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)

reissues = Table(
    "reissues",
    metadata,
    workspace_column(),
    Column("quarter_year", Integer, primary_key=True, autoincrement=False),
    Column("quarter_number", Integer, primary_key=True, autoincrement=False),
    Column("plan_year", String(16), primary_key=True),
    Column("issue", Integer, primary_key=True, autoincrement=False),
    Column("snapshot", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)

receipts = Table(
    "seen",
    metadata,
    workspace_column(),
    Column("key", String(255), primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    text("answer"),
)

drafts = Table(
    "drafts",
    metadata,
    workspace_column(),
    Column("user", String(64), primary_key=True),
    Column("ref", String(64), primary_key=True),
    Column("payload", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
)

conversations = Table(
    "talks",
    metadata,
    workspace_column(),
    Column("user", String(64), primary_key=True),
    Column("place", String(64), primary_key=True),
    Column("payload", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
)

audit = Table(
    "audit",
    metadata,
    number(),
    workspace_column(key=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(128), nullable=False),
    Column("deed", String(32), nullable=False),
    Column("subject", String(128), nullable=False),
    text("agency"),
    text("before"),
    text("after"),
    text("route"),
    text("on_behalf"),
    Index(None, "workspace", "subject"),
)

questions = Table(
    "questions",
    metadata,
    number(),
    workspace_column(key=False),
    Column("text", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("settled", Boolean, nullable=False, default=False),
)

taught_words = Table(
    "taught",
    metadata,
    workspace_column(),
    Column("word", String(128), primary_key=True),
    Column("target", String(128), nullable=False),
    text("by"),
    Column("at", UtcDateTime, nullable=False),
)

removals = Table(
    "removals",
    metadata,
    number(),
    workspace_column(key=False),
    Column("kind", String(16), nullable=False),
    Column("subject", String(128), nullable=False),
    Column("ref", String(64), nullable=False),
    text("by"),
    Column("at", UtcDateTime, nullable=False),
    Column("state", String(16), nullable=False),
    text("texts"),
    Column("since", UtcDateTime, nullable=False),
    text("position"),
    Column("not_before", UtcDateTime),
    Column("changed", Integer, nullable=False, default=0, server_default="0"),
    text("left"),
    Index(None, "workspace", "state"),
)

salt = Table("salt", metadata, Column("value", String(64), nullable=False))

APPEND_ONLY = ("updates", "audit", "readings", "summaries", "reissues", "plans", "removals")
"""Tables whose rows the database itself refuses to change or delete (see migrations)."""
