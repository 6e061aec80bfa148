"""Plans have their first and last day in columns; updates go to the plan of their quarter.

Until now an update was kept under the plan loaded last, so that the last quarter's updates of a
year that was ending could stand under the next year's plan and were missing from their summary.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.store.migrations.versions.v0002_leaving import conditions

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

plans = sa.table(
    "plans",
    sa.column("seq", sa.Integer),
    sa.column("workspace", sa.String),
    sa.column("year", sa.String),
    sa.column("document", sa.Text),
    sa.column("starts", sa.Date),
    sa.column("ends", sa.Date),
)
updates = sa.table(
    "updates",
    sa.column("seq", sa.Integer),
    sa.column("workspace", sa.String),
    sa.column("plan_year", sa.String),
    sa.column("ref", sa.String),
    sa.column("quarter_year", sa.Integer),
    sa.column("quarter_number", sa.Integer),
)
settings = sa.table("settings", sa.column("workspace", sa.String), sa.column("name", sa.String))


def upgrade() -> None:
    """Add the columns, fill them from each document, then put strayed updates right."""
    op.add_column("plans", sa.Column("starts", sa.Date(), nullable=True))
    op.add_column("plans", sa.Column("ends", sa.Date(), nullable=True))
    connection = op.get_bind()
    held: dict[tuple[str, str], dict[str, Any]] = {}
    for row in connection.execute(sa.select(plans).order_by(plans.c.seq)).all():
        document = json.loads(row.document)
        held[row.workspace, row.year] = document
        dates = {name: date.fromisoformat(document[name]) for name in ("starts", "ends")}
        connection.execute(plans.update().where(plans.c.seq == row.seq).values(**dates))
    with op.batch_alter_table("plans") as table:
        table.alter_column("starts", existing_type=sa.Date(), nullable=False)
        table.alter_column("ends", existing_type=sa.Date(), nullable=False)
    _name_the_year(connection, dict(list(held)))
    strayed = list(_strayed(connection, held))
    if strayed:
        _put_right(connection, strayed)


def _name_the_year(connection: sa.Connection, latest: dict[str, str]) -> None:
    """What people said is not theirs was said of the plan loaded last."""
    like = settings.c.name.like("not mine %")
    for row in connection.execute(sa.select(settings).where(like)).all():
        if year := latest.get(row.workspace):
            own = (settings.c.workspace == row.workspace, settings.c.name == row.name)
            connection.execute(settings.update().where(*own).values(name=f"{row.name} {year}"))


def _strayed(
    connection: sa.Connection, held: dict[tuple[str, str], dict[str, Any]]
) -> Iterator[tuple[int, str]]:
    """Updates (by `seq`) whose quarter lies outside their plan, with the year they belong to."""
    for row in connection.execute(sa.select(updates)).all():
        own = held.get((row.workspace, row.plan_year))
        if own is None or _runs_in(own, row):
            continue
        for (workspace, year), document in held.items():
            refs = {action["ref"] for action in document["actions"]}
            if workspace == row.workspace and row.ref in refs and _runs_in(document, row):
                yield row.seq, year


def _runs_in(document: dict[str, Any], row: Any) -> bool:
    month = row.quarter_number * 3 + 1
    first = f"{row.quarter_year + (month > 12)}-{(month - 1) % 12 + 1:02}"
    last = f"{row.quarter_year + (month > 10)}-{(month + 1) % 12 + 1:02}"
    return str(document["starts"])[:7] <= last and first <= str(document["ends"])[:7]


def _put_right(connection: sa.Connection, strayed: list[tuple[int, str]]) -> None:
    """The record is append-only: its trigger steps aside for this one mending."""
    on_postgresql = connection.dialect.name == "postgresql"
    op.execute(f"DROP TRIGGER updates_change{' ON updates' if on_postgresql else ''}")
    for seq, year in strayed:
        connection.execute(updates.update().where(updates.c.seq == seq).values(plan_year=year))
    allowed = conditions("IS NOT DISTINCT FROM" if on_postgresql else "IS")["updates"]
    each = "FOR EACH ROW " if on_postgresql else ""
    refuse = (
        "EXECUTE FUNCTION append_only()"
        if on_postgresql
        else "BEGIN SELECT RAISE(ABORT, 'this record is append-only'); END"
    )
    condition = f"(NOT ({allowed}))" if on_postgresql else f"NOT ({allowed})"
    op.execute(
        f"CREATE TRIGGER updates_change BEFORE UPDATE ON updates {each}WHEN {condition} {refuse}"
    )
