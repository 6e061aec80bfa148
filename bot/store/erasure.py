"""A person who left: their Slack id leaves every table; what they did stays, as "former lead, KP".

UK GDPR: the identity is erased, the partnership's record of its decisions is kept. The label and
the day stand in the ledger of removals; while that entry is open, and only then, the triggers of
the record let the id give way to the label.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, delete, or_, select, update

from bot.core.codec import written
from bot.messages.removals import RemovalKind
from bot.store import tables
from bot.store.removals import Removals

_OWN: tuple[Column[str], ...] = (
    tables.members.c.user,
    tables.drafts.c.user,
    tables.conversations.c.user,
)
"""Rows that are only theirs, by whose they are: deleted."""
_NAMED: tuple[Column[str], ...] = (
    tables.updates.c.by,
    tables.audit.c.actor,
    tables.audit.c.subject,
    tables.outbox.c.key,
    tables.outbox.c.group,
    tables.outbox.c.channel,
    tables.outbox.c.payload,
    tables.occurrences.c.subject,
    tables.taught_words.c.by,
    tables.removals.c.by,
    tables.settings.c.value,
    tables.summaries.c.snapshot,
    tables.reissues.c.snapshot,
)
"""Every column an id can stand in, alone or within a text."""
_WRITTEN: tuple[Column[str], ...] = (
    tables.outbox.c.payload,
    tables.occurrences.c.reason,
    tables.summaries.c.snapshot,
    tables.reissues.c.snapshot,
)
"""Columns that repeat a person's name in words."""
_WORDS = {"text", "outcome", "name", "caption", "note", "reason", "corrective_action", "comment"}
"""Fields, in what these columns hold, of words people or the bot wrote. All others are the plan's
own and the names of fields: whoever is called as one of them is not erased from there."""


def erase(
    connection: Connection,
    workspace: str,
    user: str,
    label: str,
    at: datetime,
    names: Iterable[str] = (),
) -> None:
    """Forget a person: what is only theirs goes, their id becomes `label` everywhere else, and so
    do their `names` (a name, an e-mail address) in what the bot has written."""
    for column in _OWN:
        where = (column.table.c.workspace == workspace, column == user)
        connection.execute(delete(column.table).where(*where))
    removals = Removals(connection, workspace)
    number = removals.open(RemovalKind.ERASURE, label, at, texts=user)
    setting = tables.settings.c.name
    # What a person set is named with their id, alone or before the year of a plan.
    alone = setting.endswith(f" {user}", autoescape=True)
    own = or_(alone, setting.contains(f" {user} ", autoescape=True))
    connection.execute(delete(tables.settings).where(tables.settings.c.workspace == workspace, own))
    receipts = tables.receipts
    ends = receipts.c.key.endswith(f":{user}", autoescape=True)
    connection.execute(delete(receipts).where(receipts.c.workspace == workspace, ends))
    theirs = (tables.outbox.c.workspace == workspace, tables.outbox.c.channel == user)
    connection.execute(update(tables.outbox).where(*theirs).values(posted_channel=""))
    for column in _NAMED:
        _rename(connection, workspace, column, user, label)
    for name in sorted((n.strip() for n in names if len(n.strip()) > 1), key=len, reverse=True):
        for column in _WRITTEN:
            _replace(connection, workspace, column, _quoted(name), _without(name, label))
    removals.done(number)


def _rename(
    connection: Connection, workspace: str, column: Column[str], user: str, label: str
) -> None:
    pattern = re.compile(rf"(?<!\w){re.escape(user)}(?!\w)")
    _replace(connection, workspace, column, user, lambda text: pattern.sub(lambda _: label, text))


def _replace(
    connection: Connection,
    workspace: str,
    column: Column[str],
    part: str,
    renamed: Callable[[str], str],
) -> None:
    """Write the texts of a column that hold `part` anew."""
    table = column.table
    query = select(column).where(
        table.c.workspace == workspace, column.contains(part, autoescape=True)
    )
    for text in set(connection.execute(query.distinct()).scalars()):
        changed = renamed(text)
        if changed != text:
            where = (table.c.workspace == workspace, column == text)
            connection.execute(update(table).where(*where).values({column.name: changed}))


def _quoted(name: str) -> str:
    """A name as it stands within a document of JSON."""
    return written(name)[1:-1]


def _without(name: str, label: str) -> Callable[[str], str]:
    """A text, or a document of JSON, without a name in its words. One word alone may be another's
    name, or none: it goes where it begins a text."""
    begins = "^" if " " not in name and "@" not in name else r"(?<!\w)"
    pattern = re.compile(rf"{begins}{re.escape(name)}(?!\w)")

    def renamed(value: Any, field: str) -> Any:
        if isinstance(value, dict):
            return {key: renamed(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [renamed(inner, field) for inner in value]
        is_word = isinstance(value, str) and field in _WORDS
        return pattern.sub(lambda _: label, value) if is_word else value

    def written_anew(text: str) -> str:
        if text[:1] not in {"{", "["}:
            return pattern.sub(lambda _: label, text)
        before = json.loads(text)
        after = renamed(before, "")
        return text if after == before else written(after)

    return written_anew
