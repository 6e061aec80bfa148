"""Notices into the outbox: which coordinators, one row a key; and changing what they say."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.core.codec import encode
from bot.core.outgoing import Outgoing, PostState
from bot.core.timetable import Timetable
from bot.messages.notices import Redraw
from bot.store.store import Records


def say(
    records: Records,
    key: str,
    channel: str,
    notice: Any,
    due_at: datetime,
    *,
    group: str = "",
    part: int = 1,
    n_parts: int = 1,
) -> bool:
    """Put a notice (a frozen dataclass `blocks.notices` can draw) into the outbox.

    False when `key` was said already. `channel`: a channel id, or a user id for a direct message.
    """
    return records.outbox.put(
        key,
        channel=channel,
        kind=type(notice).__name__,
        payload=encode(notice),
        due_at=due_at,
        group=group,
        part=part,
        n_parts=n_parts,
    )


def amend(records: Records, row: Outgoing, notice: Any, now: datetime) -> None:
    """Let `row` say `notice`: when it is posted, else in the message that stands in Slack."""
    payload = encode(notice)
    if payload == row.payload or records.outbox.amend(row.key, payload):
        return
    group = records.outbox.group(row.group)
    changes = [part for part in group if part.kind == Redraw.__name__]
    if not any(part.state is PostState.PENDING for part in changes):
        say(
            records,
            f"{row.key}:redraw:{len(changes)}",
            row.channel,
            Redraw(row.key),
            now,
            group=row.group,
            part=row.n_parts + 1,
            n_parts=row.n_parts,
        )


def tell_coordinators(
    records: Records, timetable: Timetable, key: str, notice: Any, due_at: datetime
) -> int:
    """A direct message to each coordinator, once for `key`; how many were put."""
    return sum(
        say(records, f"{key}:{user}", user, notice, due_at)
        for user in coordinators(records, timetable)
    )


def coordinators(records: Records, timetable: Timetable) -> tuple[str, ...]:
    """Slack ids of the coordinators: the members of that role and those of the settings."""
    known = (member.user for member in records.members.coordinators())
    return tuple(dict.fromkeys((*known, *timetable.coordinators)))
