"""The ledger of removals: what was taken out of the record, and how far Slack was gone through.

The triggers of the record (see migrations) let words or people change only while a row of this
table that names them is open, so every exception to "append-only" is itself on record.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from bot.core.codec import decode, encode
from bot.messages.removals import Position, Removal, RemovalKind, RemovalState, Swept
from bot.store.tables import removals


class Removals:
    """The removals of one workspace inside one transaction."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def open(
        self,
        kind: RemovalKind,
        subject: str,
        at: datetime,
        *,
        ref: str = "",
        by: str = "",
        texts: str | tuple[str, ...] = (),
        since: datetime | None = None,
    ) -> int:
        """Begin: from now on, in this transaction, the record may change as the triggers say.

        `texts`: the words to go; of an erasure the person's id, as it is. Returns the number.
        """
        values = {
            "workspace": self._workspace,
            "kind": kind,
            "subject": subject,
            "ref": ref,
            "by": by,
            "at": at,
            "state": RemovalState.OPEN,
            "texts": texts if isinstance(texts, str) else json.dumps(texts, ensure_ascii=False),
            "since": since or at,
        }
        query = insert(removals).values(values).returning(removals.c.seq)
        return int(self._connection.execute(query).scalar_one())

    def to_sweep(self, number: int, rows: tuple[str, ...]) -> None:
        """The record is changed; what the bot has said in Slack comes next, first the posts of
        these outbox `rows`."""
        self._change(number, state=RemovalState.SWEEPING, position=encode(Position(rows)))

    def done(self, number: int) -> None:
        """Nothing is left to do: the words are forgotten here too."""
        self._change(number, state=RemovalState.DONE, texts="", position="")

    def due(self, now: datetime) -> Removal | None:
        """The oldest removal whose sweep may go on, or None."""
        query = select(removals).where(
            removals.c.workspace == self._workspace,
            removals.c.state == RemovalState.SWEEPING,
            or_(removals.c.not_before.is_(None), removals.c.not_before <= now),
        )
        row = self._connection.execute(query.order_by(removals.c.seq).limit(1)).one_or_none()
        return None if row is None else _value(row)

    def hold(self, number: int, until: datetime) -> None:
        """Nobody else goes on with it before then."""
        self._change(number, not_before=until)

    def advance(self, removal: Removal, swept: Swept, now: datetime) -> Removal:
        """Write down what some work came to; returns the removal as it stands."""
        self._change(
            removal.seq,
            position=encode(swept.position),
            changed=removal.changed + swept.changed,
            left="\n".join((*removal.left, *swept.left)),
            not_before=now + timedelta(seconds=swept.retry_after),
        )
        return self.get(removal.seq)

    def get(self, number: int) -> Removal:
        """One removal of this workspace."""
        where = (removals.c.workspace == self._workspace, removals.c.seq == number)
        return _value(self._connection.execute(select(removals).where(*where)).one())

    def recent(self, limit: int = 50) -> tuple[Removal, ...]:
        """The latest removals, newest first."""
        query = select(removals).where(removals.c.workspace == self._workspace)
        rows = self._connection.execute(query.order_by(removals.c.seq.desc()).limit(limit))
        return tuple(_value(row) for row in rows)

    def _change(self, number: int, **values: Any) -> None:
        where = (removals.c.workspace == self._workspace, removals.c.seq == number)
        self._connection.execute(update(removals).where(*where).values(values))


def _value(row: Row[Any]) -> Removal:
    return Removal(
        seq=row.seq,
        kind=RemovalKind(row.kind),
        subject=row.subject,
        ref=row.ref,
        by=row.by,
        at=row.at,
        state=RemovalState(row.state),
        texts=tuple(json.loads(row.texts)) if row.texts[:1] == "[" else (),
        since=row.since,
        position=decode(Position, row.position or "{}"),
        changed=row.changed,
        left=tuple(filter(None, row.left.split("\n"))),
    )
