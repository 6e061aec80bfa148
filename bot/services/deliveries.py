"""What Slack delivers twice is taken once. An answer that was begun and never finished (a process
died) is begun again when Slack delivers it again."""

from __future__ import annotations

from bot.services.context import Context

DONE = "done"


def take(context: Context, workspace: str, key: str) -> bool:
    """True when this delivery is to be answered: seen for the first time, or never finished."""
    with context.store.writing(workspace) as records:
        return records.receipts.first(key, context.now()) or records.receipts.answer(key) != DONE


def finish(context: Context, workspace: str, key: str) -> None:
    """The delivery was answered: a second one is dropped."""
    with context.store.writing(workspace) as records:
        records.receipts.remember(key, DONE)
