"""Putting notices into the outbox: whose channel, which coordinators, one row a key."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.core.notices import encode
from bot.core.timetable import Timetable
from bot.store.store import Books


def say(
    books: Books,
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
    return books.outbox.put(
        key,
        channel=channel,
        kind=type(notice).__name__,
        payload=encode(notice),
        due_at=due_at,
        group=group,
        part=part,
        n_parts=n_parts,
    )


def tell_coordinators(
    books: Books, timetable: Timetable, key: str, notice: Any, due_at: datetime
) -> int:
    """A direct message to each coordinator, once for `key`; how many were put."""
    return sum(
        say(books, f"{key}:{user}", user, notice, due_at) for user in coordinators(books, timetable)
    )


def coordinators(books: Books, timetable: Timetable) -> tuple[str, ...]:
    """Slack ids of the coordinators: the members of that role and those of the settings."""
    known = (member.user for member in books.members.coordinators())
    return tuple(dict.fromkeys((*known, *timetable.coordinators)))


def channel_of(books: Books, timetable: Timetable) -> str:
    """The partnership channel: the one set in Slack, else the one of the settings, else empty."""
    return books.settings.get("channel", timetable.channel)
