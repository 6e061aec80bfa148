"""Deputies; and a person who left may be erased from the append-only record, by name only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.migrations.versions.v0001_first import FROZEN, TEXTS

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

AUDIT = ("seq", "workspace", "at", "deed", "agency", "before", "after", "route", "on_behalf")
"""Columns of an audit line that nothing may change; its people may only become "former …"."""


def upgrade() -> None:
    """Add the column, then put wider conditions on the two triggers."""
    op.add_column(
        "members", sa.Column("deputy", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    if op.get_bind().dialect.name == "postgresql":
        _on_postgresql()
    else:
        _on_sqlite()


def _redaction(same: str) -> str:
    unchanged = [f'NEW."{name}" {same} OLD."{name}"' for name in FROZEN]
    texts = [f"(NEW.\"{name}\" IN ('', '[redacted]'))" for name in TEXTS]
    return " AND ".join([*unchanged, *texts, "NEW.redacted_at IS NOT NULL"])


def _leaving(same: str, frozen: tuple[str, ...], people: tuple[str, ...]) -> str:
    """SQL that is true when only people change, and only into "former …"."""
    unchanged = [f'NEW."{name}" {same} OLD."{name}"' for name in frozen]
    gone = [
        f'(NEW."{name}" {same} OLD."{name}" OR NEW."{name}" LIKE \'%former %\')' for name in people
    ]
    return " AND ".join([*unchanged, *gone])


def conditions(same: str) -> dict[str, str]:
    """Table -> when a change of one of its rows is allowed."""
    others = tuple(name for name in FROZEN if name != "by")
    left = _leaving(same, (*others, *TEXTS, "redacted_at"), ("by",))
    return {
        "updates": f"({_redaction(same)}) OR ({left})",
        "audit": _leaving(same, AUDIT, ("actor", "subject")),
    }


def _on_sqlite() -> None:
    for table, allowed in conditions("IS").items():
        op.execute(f"DROP TRIGGER {table}_change")
        op.execute(
            f"CREATE TRIGGER {table}_change BEFORE UPDATE ON {table} WHEN NOT ({allowed}) "
            "BEGIN SELECT RAISE(ABORT, 'this record is append-only'); END"
        )


def _on_postgresql() -> None:
    for table, allowed in conditions("IS NOT DISTINCT FROM").items():
        op.execute(f"DROP TRIGGER {table}_change ON {table}")
        op.execute(
            f"CREATE TRIGGER {table}_change BEFORE UPDATE ON {table} FOR EACH ROW "
            f"WHEN (NOT ({allowed})) EXECUTE FUNCTION append_only()"
        )
