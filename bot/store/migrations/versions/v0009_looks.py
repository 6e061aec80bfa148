"""When a post was last tried, and how far a look for it in its channel came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two columns."""
    op.add_column("outbox", sa.Column("tried_at", UtcDateTime(timezone=True)))
    op.add_column(
        "outbox", sa.Column("looked_to", sa.Text(), nullable=False, server_default=sa.text("''"))
    )
