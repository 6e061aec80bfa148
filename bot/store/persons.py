"""What is held about one person in every table, of one workspace inside one transaction."""

from __future__ import annotations

import re

from sqlalchemy import Column, Connection, select

from bot.core.audit import HeldItem
from bot.core.outgoing import Outgoing
from bot.store import tables
from bot.store.outbox import outgoing


class Persons:
    """One person's traces, by Slack id."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def items(self, user: str) -> tuple[HeldItem, ...]:
        """Drafts, last questions, settings, words taught and reminders, each in words."""
        return (
            *self._rows("draft", tables.drafts.c.user, user, "ref", "payload"),
            *self._rows("last question", tables.conversations.c.user, user, "place", "payload"),
            *self._rows("word taught", tables.taught_words.c.by, user, "word", "target"),
            *self._rows("reminder", tables.occurrences.c.subject, user, "period", "outcome"),
            *self._settings(user),
            *self._named_in(user),
        )

    def messages(self, user: str) -> tuple[Outgoing, ...]:
        """Everything the bot has written, or is to write, to them, oldest first."""
        rows = tables.outbox
        where = (rows.c.workspace == self._workspace, rows.c.channel == user)
        query = select(rows).where(*where).order_by(rows.c.seq)
        return tuple(outgoing(row) for row in self._connection.execute(query))

    def reported(self, user: str) -> tuple[str, ...]:
        """Ids of the updates they sent, of every year, oldest first."""
        rows = tables.updates
        where = (rows.c.workspace == self._workspace, rows.c.by == user)
        return tuple(
            self._connection.execute(select(rows.c.id).where(*where).order_by(rows.c.seq)).scalars()
        )

    def _rows(self, kind: str, whose: Column[str], user: str, *names: str) -> tuple[HeldItem, ...]:
        table = whose.table
        query = select(*(table.c[name] for name in names))
        query = query.where(table.c.workspace == self._workspace, whose == user)
        return tuple(HeldItem(kind, *row) for row in self._connection.execute(query))

    def _named_in(self, user: str) -> tuple[HeldItem, ...]:
        """Settings of the partnership that name them, such as an agency's word for its lines."""
        rows = tables.settings
        query = select(rows.c.name, rows.c.value).where(
            rows.c.workspace == self._workspace,
            rows.c.value.contains(user, autoescape=True),
            ~rows.c.name.contains(user, autoescape=True),
        )
        named = re.compile(rf"(?<!\w){re.escape(user)}(?!\w)")
        settings = self._connection.execute(query)
        return tuple(
            HeldItem("named in", row.name, "") for row in settings if named.search(row.value)
        )

    def _settings(self, user: str) -> tuple[HeldItem, ...]:
        rows = tables.settings
        query = select(rows.c.name, rows.c.value).where(
            rows.c.workspace == self._workspace,
            (rows.c.name + " ").contains(f" {user} ", autoescape=True),
        )
        return tuple(
            HeldItem("setting", row.name.replace(f" {user}", ""), row.value)
            for row in self._connection.execute(query)
        )
