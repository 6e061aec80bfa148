"""What Slack delivers twice is taken once. An answer that was begun and never finished (a process
died) is begun again when Slack delivers it again."""

from __future__ import annotations

from bot.services.desk import Desk

DONE = "done"


def take(desk: Desk, workspace: str, key: str) -> bool:
    """True when this delivery is to be answered: seen for the first time, or never finished."""
    with desk.store.writing(workspace) as books:
        return books.seen.first(key, desk.now()) or books.seen.answer(key) != DONE


def finish(desk: Desk, workspace: str, key: str) -> None:
    """The delivery was answered: a second one is dropped."""
    with desk.store.writing(workspace) as books:
        books.seen.remember(key, DONE)
