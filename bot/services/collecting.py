"""Which quarter returns are being collected for."""

from __future__ import annotations

from datetime import date

from bot.core.quarters import Quarter
from bot.core.timetable import Timetable
from bot.services.context import Context
from bot.store.store import Records


def open_quarters(records: Records, timetable: Timetable, today: date) -> tuple[Quarter, ...]:
    """The quarters an update may count for: the ended one while its summary is out neither by the
    calendar nor by a coordinator's [Post now], and today's."""
    current = Quarter.of(today)
    ended = current.previous
    if today <= timetable.closes(ended) and records.summaries.get(ended) is None:
        return (ended, current)
    return (current,)


def open_quarter(context: Context, workspace: str) -> Quarter:
    """The quarter being collected: the ended one until it is closed, then today's."""
    with context.store.reading(workspace) as records:
        return open_quarters(records, context.timetable, context.today())[0]
