"""An installation is of one workspace: no column for an organisation, which was always empty."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drop it."""
    op.drop_column("installs", "enterprise")
