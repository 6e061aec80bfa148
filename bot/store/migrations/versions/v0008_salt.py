"""A secret of each database, with which texts that are held are known again without being kept."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table and its one row."""
    salt = op.create_table("salt", sa.Column("value", sa.String(length=64), nullable=False))
    op.bulk_insert(salt, [{"value": secrets.token_hex(32)}])
