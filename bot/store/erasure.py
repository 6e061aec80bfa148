"""A person who left: their Slack id leaves every table; what they did stays, as "former lead, KP".

UK GDPR: the identity is erased, the partnership's record of its decisions is kept.
"""

from __future__ import annotations

import re

from sqlalchemy import Column, Connection, delete, select, update

from bot.store import tables

_NAMED: tuple[Column[str], ...] = (
    tables.updates.c.by,
    tables.audit.c.actor,
    tables.audit.c.subject,
    tables.outbox.c.key,
    tables.outbox.c.group,
    tables.outbox.c.channel,
    tables.outbox.c.payload,
    tables.occurrences.c.subject,
    tables.taught.c.by,
)
"""Every column an id can stand in, alone or within a key."""


def erase(connection: Connection, workspace: str, user: str, label: str) -> None:
    """Forget a person: what is only theirs goes, their id becomes `label` everywhere else."""
    for table, column in (
        (tables.members, tables.members.c.user),
        (tables.drafts, tables.drafts.c.user),
        (tables.talks, tables.talks.c.user),
    ):
        connection.execute(delete(table).where(table.c.workspace == workspace, column == user))
    own = tables.settings.c.name.endswith(f" {user}", autoescape=True)
    connection.execute(delete(tables.settings).where(tables.settings.c.workspace == workspace, own))
    for column in _NAMED:
        _rename(connection, workspace, column, user, label)


def _rename(
    connection: Connection, workspace: str, column: Column[str], user: str, label: str
) -> None:
    table, whole = column.table, re.compile(rf"\b{re.escape(user)}\b")
    query = select(column).where(
        table.c.workspace == workspace, column.contains(user, autoescape=True)
    )
    for text in set(connection.execute(query.distinct()).scalars()):
        renamed = whole.sub(label, text)
        if renamed != text:
            where = (table.c.workspace == workspace, column == text)
            connection.execute(update(table).where(*where).values({column.name: renamed}))
