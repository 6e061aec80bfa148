"""A frozen summary that was corrected is issued again: each re-issue is a row of its own, and as
append-only as the summary it follows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime
from bot.store.migrations.versions.v0006_removals import (
    OPEN,
    _kept,
    _postgresql_guard,
    _sqlite_trigger,
    _taken,
)

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = ("workspace", "quarter_year", "quarter_number", "plan_year", "issue")


def upgrade() -> None:
    """Create the table and its triggers."""
    op.create_table(
        "reissues",
        sa.Column("workspace", sa.String(length=64), nullable=False),
        sa.Column("quarter_year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("quarter_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("plan_year", sa.String(length=16), nullable=False),
        sa.Column("issue", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("made_at", UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint(*KEY, name=op.f("pk_reissues")),
    )
    if op.get_bind().dialect.name == "postgresql":
        _on_postgresql()
    else:
        _on_sqlite()


def _allowed(same: str) -> str:
    """A snapshot changes only while a removal is open."""
    return f"{_kept(same, (*KEY, 'made_at'))} AND EXISTS (SELECT 1 {OPEN})"


def _on_sqlite() -> None:
    _sqlite_trigger("reissues", "UPDATE", f"NOT ({_allowed('IS')})")
    _sqlite_trigger("reissues", "DELETE", "TRUE")
    _sqlite_trigger("reissues", "INSERT", f"EXISTS (SELECT 1 FROM reissues WHERE {_taken((KEY,))})")


def _on_postgresql() -> None:
    _postgresql_guard("reissues_update", "reissues", "UPDATE", _allowed("IS NOT DISTINCT FROM"))
    for deed, each in (("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
        op.execute(
            f"CREATE TRIGGER reissues_{deed.lower()} BEFORE {deed} ON reissues "
            f"FOR EACH {each} EXECUTE FUNCTION append_only()"
        )
