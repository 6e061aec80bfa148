"""The whole record is append-only, and every exception is on record itself.

`removals` says what was taken out of the record, by whom and when. A word, a person or a snapshot
may change only while a removal that names it is open, in the transaction that opened it; the row
stays. Until now any change that looked like an erasure passed, `INSERT OR REPLACE` deleted without
a trigger on SQLite, and nothing stopped `TRUNCATE` on PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from bot.store import columns
from bot.store.migrations.versions.v0001_first import FROZEN, TEXTS
from bot.store.migrations.versions.v0002_leaving import AUDIT

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEYS = {
    "updates": (("seq",), ("workspace", "id")),
    "audit": (("seq",),),
    "readings": (("seq",),),
    "plans": (("seq",),),
    "summaries": (("workspace", "quarter_year", "quarter_number", "plan_year"),),
    "removals": (("seq",),),
}
"""Tables of the record, each with what must be unique: no row may take another one's place."""
GUARDED_BEFORE = ("updates", "audit")
"""Tables that earlier revisions gave triggers on change and deletion."""
REFUSE = "SELECT RAISE(ABORT, 'this record is append-only')"
OPEN = "FROM removals r WHERE r.workspace = OLD.workspace AND r.state = 'open'"
SUMMARY = (*KEYS["summaries"][0], "made_at")
REMOVAL = ("seq", "workspace", "kind", "subject", "ref", "at")


def upgrade() -> None:
    """Create the table, then put all triggers anew."""
    _table()
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    for table in GUARDED_BEFORE:
        for deed in ("change", "delete"):
            op.execute(f"DROP TRIGGER {table}_{deed}" + (f" ON {table}" if on_postgresql else ""))
    if on_postgresql:
        _on_postgresql()
    else:
        _on_sqlite()


def _on_sqlite() -> None:
    conditions = _conditions("IS")
    for table, keys in KEYS.items():
        refused = {
            "UPDATE": f"NOT ({conditions.get(table, 'FALSE')})",
            "DELETE": "TRUE",
            "INSERT": f"EXISTS (SELECT 1 FROM {table} WHERE {_taken(keys)})",
        }
        for deed, when in refused.items():
            _sqlite_trigger(table, deed, when)
    _sqlite_trigger("removals", "INSERT", _early(), "erased_early")


def _sqlite_trigger(table: str, deed: str, when: str, name: str = "") -> None:
    op.execute(
        f"CREATE TRIGGER {table}_{name or deed.lower()} BEFORE {deed} ON {table} "
        f"WHEN {when} BEGIN {REFUSE}; END"
    )


def _on_postgresql() -> None:
    conditions = _conditions("IS NOT DISTINCT FROM")
    for table in KEYS:
        _postgresql_guard(f"{table}_update", table, "UPDATE", conditions.get(table, "FALSE"))
        for deed, each in (("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            op.execute(
                f"CREATE TRIGGER {table}_{deed.lower()} BEFORE {deed} ON {table} "
                f"FOR EACH {each} EXECUTE FUNCTION append_only()"
            )
    _postgresql_guard("removals_erased_early", "removals", "INSERT", f"NOT ({_early()})")


def _postgresql_guard(name: str, table: str, deed: str, allowed: str) -> None:
    """A trigger's own condition may hold no subquery on PostgreSQL, so a function asks it."""
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF NOT ({allowed}) THEN RAISE EXCEPTION 'this record is append-only'; END IF; "
        "RETURN NEW; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {deed} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def _taken(keys: Iterable[tuple[str, ...]]) -> str:
    """SQL that is true when a row stands where the new one would."""
    matches = (" AND ".join(f'"{name}" = NEW."{name}"' for name in key) for key in keys)
    return " OR ".join(f"({key})" for key in matches)


def _early() -> str:
    """SQL that is true for the erasure of somebody who still is a member."""
    member = 'm.workspace = NEW.workspace AND m."user" = NEW.texts'
    return f"NEW.kind = 'erasure' AND EXISTS (SELECT 1 FROM members m WHERE {member})"


def _conditions(same: str) -> dict[str, str]:
    """Table -> when a change of one of its rows is allowed. `same`: "is the same as"."""
    others = tuple(name for name in FROZEN if name != "by")
    erased = _renamed(same, "by")
    audit = " AND ".join([_kept(same, AUDIT), _renamed(same, "actor"), _renamed(same, "subject")])
    forward = (
        "(NEW.state <> 'open' OR OLD.state = 'open') AND (NEW.texts = OLD.texts OR NEW.texts = '')"
    )
    return {
        "updates": (
            f"({_redacted(same)}) OR ({_kept(same, (*others, *TEXTS, 'redacted_at'))} AND {erased})"
        ),
        "audit": audit,
        "summaries": f"{_kept(same, SUMMARY)} AND EXISTS (SELECT 1 {OPEN})",
        "removals": f"{_kept(same, REMOVAL)} AND {erased} AND {forward}",
    }


def _kept(same: str, names: Iterable[str]) -> str:
    return " AND ".join(f'NEW."{name}" {same} OLD."{name}"' for name in names)


def _redacted(same: str) -> str:
    """Words, and only words, give way, while a redaction that names the update is open."""
    texts = [
        f'(NEW."{n}" = OLD."{n}" OR (OLD."{n}" <> \'\' AND NEW."{n}" = \'[redacted]\'))'
        for n in TEXTS
    ]
    named = f"EXISTS (SELECT 1 {OPEN} AND r.kind = 'redaction' AND r.subject = OLD.id)"
    return " AND ".join([_kept(same, FROZEN), *texts, "NEW.redacted_at IS NOT NULL", named])


def _renamed(same: str, name: str) -> str:
    """A column is as it was, or somebody who is being erased has their label in it."""
    new = f'NEW."{name}" = replace(OLD."{name}", r.texts, r.subject)'
    erasure = f"SELECT 1 {OPEN} AND r.kind = 'erasure' AND r.texts <> '' AND {new}"
    return f'(NEW."{name}" {same} OLD."{name}" OR EXISTS ({erasure}))'


def _table() -> None:
    op.create_table(
        "removals",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=128), nullable=False),
        sa.Column("ref", sa.String(length=64), nullable=False),
        sa.Column("by", sa.Text(), server_default="", nullable=False),
        sa.Column("at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("texts", sa.Text(), server_default="", nullable=False),
        sa.Column("since", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("position", sa.Text(), server_default="", nullable=False),
        sa.Column("not_before", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("changed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("left", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_removals")),
    )
    op.create_index(
        op.f("ix_removals_workspace_state"), "removals", ["workspace", "state"], unique=False
    )
