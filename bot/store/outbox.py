"""The outbox: what is to be posted.

A row moves only from the state and the attempt its mover saw (`Outbox.move`): two processes that
believe they hold the same row cannot both write what became of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, case, exists, func, or_, select, true, tuple_, update

from bot.core.outgoing import Outgoing, PostState
from bot.store.sql import database_now, insert_new
from bot.store.tables import outbox, workspaces

_FIELDS = tuple(field.name for field in fields(Outgoing))


class Outbox:
    """The rows of one workspace inside one transaction."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def put(
        self,
        key: str,
        *,
        channel: str,
        kind: str,
        payload: str,
        due_at: datetime,
        part: int = 1,
        n_parts: int = 1,
        group: str = "",
    ) -> bool:
        """Add a row to be posted. False when `key` is there already: it is said once."""
        return insert_new(
            self._connection,
            outbox,
            workspace=self._workspace,
            key=key,
            channel=channel,
            kind=kind,
            payload=payload,
            due_at=due_at,
            part=part,
            n_parts=n_parts,
            group=group or key,
            state=PostState.PENDING,
            attempts=0,
            looks=0,
        )

    def get(self, key: str) -> Outgoing | None:
        """One row, or None."""
        return next(iter(self._select(outbox.c.key == key)), None)

    def group(self, group: str) -> tuple[Outgoing, ...]:
        """The parts of one post, in order."""
        return self._select(outbox.c.group == group, order=outbox.c.part)

    def recent(
        self, limit: int = 50, states: Iterable[PostState] | None = None
    ) -> tuple[Outgoing, ...]:
        """The latest rows, newest first; only those in `states` when given."""
        where = [] if states is None else [outbox.c.state.in_([state.value for state in states])]
        return self._select(*where, order=outbox.c.seq.desc(), limit=limit)

    def open_before(self, moment: datetime) -> tuple[Outgoing, ...]:
        """Rows due before `moment` that are neither sent nor closed, oldest first."""
        closed = [PostState.SENT, PostState.DEAD, PostState.SKIPPED]
        return self._select(
            outbox.c.due_at < moment, outbox.c.state.not_in(closed), order=outbox.c.due_at
        )

    def move(self, row: Outgoing, to: PostState, **changes: Any) -> bool:
        """Move a row on, with `changes` to its fields. False when somebody moved it meanwhile."""
        if to is not PostState.SENDING:
            changes = {"lease_until": None} | changes
        moved = self._connection.execute(
            update(outbox)
            .where(
                outbox.c.workspace == self._workspace,
                outbox.c.key == row.key,
                outbox.c.state == row.state,
                outbox.c.attempts == row.attempts,
            )
            .values(state=to, **changes)
        )
        return moved.rowcount == 1

    def rewrite(self, change: Callable[[Outgoing], str]) -> tuple[str, ...]:
        """Change payloads in place, those sent long ago too; the keys of what stands in Slack."""
        posted = []
        for row in self._select():
            changed = change(row)
            if changed == row.payload:
                continue
            where = (outbox.c.workspace == self._workspace, outbox.c.key == row.key)
            self._connection.execute(update(outbox).where(*where).values(payload=changed))
            if row.state is PostState.SENT:
                posted.append(row.key)
        return tuple(posted)

    def amend(self, key: str, payload: str) -> bool:
        """Change what a row says; False when it has gone out, or is going, with what it said."""
        mine = (outbox.c.workspace == self._workspace, outbox.c.key == key)
        waits = outbox.c.state.in_([PostState.PENDING, PostState.HELD])
        changed = self._connection.execute(
            update(outbox).where(*mine, waits).values(payload=payload)
        )
        if changed.rowcount == 0:
            self._connection.execute(update(outbox).where(*mine).values(payload=payload))
        return changed.rowcount == 1

    def beginning(self, prefix: str) -> tuple[Outgoing, ...]:
        """Rows whose key begins with `prefix`, oldest first."""
        return self._select(outbox.c.key.startswith(prefix, autoescape=True))

    def skip(self, key: str, reason: str) -> bool:
        """Close a row that has become pointless, unless it went out. True when it was closed."""
        row = self.get(key)
        if row is None or row.state not in {PostState.PENDING, PostState.HELD}:
            return False
        return self.move(row, PostState.SKIPPED, last_error=reason)

    def _select(
        self, *where: Any, order: Any = outbox.c.seq, limit: int | None = None
    ) -> tuple[Outgoing, ...]:
        query = select(outbox).where(outbox.c.workspace == self._workspace, *where).order_by(order)
        return tuple(outgoing(row) for row in self._connection.execute(query.limit(limit)))


Channels = Collection[tuple[str, str]]
"""Channels (or people), each with its workspace: ids are only unique within one."""
Queues = Collection[tuple[str, str]]
"""Kinds of notices, each with its workspace: what waits in one line."""


def claim(
    connection: Connection,
    lease: timedelta,
    now: datetime,
    limit: int,
    busy: Channels = (),
    served: Queues = (),
) -> tuple[Outgoing, ...]:
    """Lease rows that may be posted: due, unpaused, every earlier part of their post sent; one a
    channel, and none of a channel that is `busy`. Queues that were `served` lately come after the
    others; of what is due together heads come first.

    A row whose lease ran out was being posted by a process that died: nobody knows whether Slack
    took it, so it becomes uncertain and is looked up, never blindly repeated.
    """
    clock = database_now(connection)
    connection.execute(
        update(outbox)
        .where(outbox.c.state == PostState.SENDING, outbox.c.lease_until < clock)
        .values(state=PostState.UNCERTAIN, lease_until=None, not_before=None)
    )
    # Rows of one channel stand together only now and then: a few more make up for them.
    rows = connection.execute(_claimable(now, limit * 2, busy, served)).all()
    chosen = {(row.workspace, row.channel): row for row in reversed(rows)}
    first = [row for row in rows if chosen[row.workspace, row.channel] is row]
    return tuple(_lease(connection, row, lease, now) for row in first[:limit])


def by_state(connection: Connection) -> dict[str, int]:
    """How many rows of all workspaces are in each state."""
    query = select(outbox.c.state, func.count()).group_by(outbox.c.state)
    numbers = {row[0]: row[1] for row in connection.execute(query)}
    return {state.value: numbers.get(state.value, 0) for state in PostState}


def _claimable(now: datetime, limit: int, busy: Channels, served: Queues) -> Any:
    lately = tuple_(outbox.c.workspace, outbox.c.kind).in_(served)
    turn = [case((lately, 1), else_=0)] if served else []
    earlier = outbox.alias("earlier")
    waits_for = exists().where(
        earlier.c.workspace == outbox.c.workspace,
        earlier.c.group == outbox.c.group,
        earlier.c.part < outbox.c.part,
        earlier.c.state != PostState.SENT,
    )
    paused = exists().where(workspaces.c.workspace == outbox.c.workspace, workspaces.c.paused != "")
    return (
        select(outbox)
        .where(
            outbox.c.state == PostState.PENDING,
            outbox.c.due_at <= now,
            or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now),
            ~waits_for,
            ~paused,
            tuple_(outbox.c.workspace, outbox.c.channel).not_in(busy) if busy else true(),
        )
        .order_by(*turn, outbox.c.due_at, outbox.c.part, outbox.c.seq)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )


def _lease(connection: Connection, row: Row[Any], lease: timedelta, now: datetime) -> Outgoing:
    first = row.first_attempt_at or now
    connection.execute(
        update(outbox)
        .where(outbox.c.seq == row.seq)
        .values(
            state=PostState.SENDING,
            lease_until=database_now(connection) + lease.total_seconds(),
            attempts=outbox.c.attempts + 1,
            first_attempt_at=first,
            tried_at=now,
        )
    )
    return replace(
        outgoing(row),
        state=PostState.SENDING,
        attempts=row.attempts + 1,
        first_attempt_at=first,
        tried_at=now,
    )


def unsettled(connection: Connection, now: datetime, limit: int) -> tuple[Outgoing, ...]:
    """Uncertain rows whose next look in the channel is due, oldest first, those of every workspace
    in turn."""
    line = func.row_number().over(partition_by=outbox.c.workspace, order_by=outbox.c.seq)
    query = (
        select(outbox)
        .where(
            and_(
                outbox.c.state == PostState.UNCERTAIN,
                or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now),
            )
        )
        .order_by(line, outbox.c.seq)
        .limit(limit)
    )
    return tuple(outgoing(row) for row in connection.execute(query))


def outgoing(row: Row[Any]) -> Outgoing:
    """A row of the table as a value."""
    values = {name: row._mapping[name] for name in _FIELDS}
    lease = values["lease_until"]
    values["lease_until"] = None if lease is None else datetime.fromtimestamp(lease, UTC)
    return Outgoing(**values | {"state": PostState(values["state"])})
