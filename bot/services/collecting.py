"""Which quarter returns are being collected for."""

from __future__ import annotations

from datetime import date

from bot.core.quarters import Quarter
from bot.core.timetable import Timetable
from bot.services.desk import Desk
from bot.store.store import Books


def open_quarters(books: Books, timetable: Timetable, today: date) -> tuple[Quarter, ...]:
    """The quarters an update may count for: the ended one while its summary is out neither by the
    calendar nor by a coordinator's [Post now], and today's."""
    current = Quarter.of(today)
    ended = current.previous
    if today <= timetable.closes(ended) and books.summaries.get(ended) is None:
        return (ended, current)
    return (current,)


def open_quarter(desk: Desk, workspace: str) -> Quarter:
    """The quarter being collected: the ended one until it is closed, then today's."""
    with desk.store.reading(workspace) as books:
        return open_quarters(books, desk.timetable, desk.today())[0]
