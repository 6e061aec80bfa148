"""A reading may be a share: its two numbers beside the per cent they come to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them, empty for what was given as one number."""
    op.add_column("readings", sa.Column("numerator", sa.Integer(), nullable=True))
    op.add_column("readings", sa.Column("denominator", sa.Integer(), nullable=True))
