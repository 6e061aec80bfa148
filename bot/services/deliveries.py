"""What Slack delivers twice is taken once. An answer that was begun holds a lease: until it ends, a
second delivery is put off, for Slack to bring again; after it (a process died), or when the answer
could not be given, it is begun again."""

from __future__ import annotations

from datetime import timedelta

from bot.services.context import Context
from bot.store import once

DONE = "done"
LEASE = timedelta(seconds=45)
"""Longer than any answer takes, and shorter than the minute after which Slack delivers a second
time ("The Events API", "Retries")."""


class UnderWay(Exception):
    """This delivery is being answered at this moment, by a thread that may still die of it."""


def begin(context: Context, key: str) -> None:
    """What follows in this thread is done for the command, click or form `key`: it changes the
    record once (see `store.once`)."""
    once.begin(key, context.now())


def answered(context: Context) -> None:
    """What follows in this thread is done for nobody who could ask twice."""
    once.begin("", context.now())


def take(context: Context, workspace: str, key: str) -> bool:
    """True when this delivery is to be answered: seen for the first time, or begun and not finished
    in time. Raises UnderWay: it is being answered now."""
    now = context.now()
    with context.store.writing(workspace) as records:
        receipts = records.receipts
        if receipts.first(key, now) or receipts.begin_again(key, now, now - LEASE):
            return True
        if receipts.answer(key) != DONE:
            raise UnderWay
        return False


def finish(context: Context, workspace: str, key: str) -> None:
    """The delivery was answered: a second one is dropped."""
    with context.store.writing(workspace) as records:
        records.receipts.remember(key, DONE)


def release(context: Context, workspace: str, key: str) -> None:
    """The delivery could not be answered: a second one is taken as the first."""
    with context.store.writing(workspace) as records:
        records.receipts.forget(key)
