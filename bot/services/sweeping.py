"""Going through what the bot has said in Slack, after words left the record: bit by bit, from tick
to tick, through restarts and refusals, until the ledger of removals says done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from bot.core.outgoing import Outgoing
from bot.core.progress import count
from bot.messages.notices import Message
from bot.messages.removals import Removal, Swept
from bot.services.context import Context
from bot.services.outbox import say
from bot.services.posted import late_words
from bot.store.store import Records

TURN = timedelta(minutes=2)
"""How long a process has the sweep to itself; longer than its calls may take."""


class Sweeper(Protocol):
    """The sweeping side of Slack (`bot.slack.message_sweep`), or a stand-in."""

    def sweep(
        self, workspace: str, removal: Removal, row_of: Callable[[str], tuple[Outgoing, str] | None]
    ) -> Swept:
        """Do some of the work from `removal.position` on. `row_of`: an outbox key -> its row as it
        is now and what it says of being late."""
        ...


def sweep_due(context: Context, sweeper: Sweeper, workspace: str) -> bool:
    """Go on with the oldest sweep; False when there is none, or Slack wants us to wait."""
    with context.store.reading(workspace) as records:
        if records.removals.due(context.now()) is None:
            return False
    with context.store.writing(workspace) as records:
        removal = records.removals.due(context.now())
        if removal is None:
            return False
        records.removals.hold(removal.seq, context.now() + TURN)
    swept = sweeper.sweep(workspace, removal, lambda key: _row(context, workspace, key))
    with context.store.writing(workspace) as records:
        removal = records.removals.advance(removal, swept, context.now())
        if swept.finished:
            _finish(records, context, removal)
    return True


def _row(context: Context, workspace: str, key: str) -> tuple[Outgoing, str] | None:
    with context.store.reading(workspace) as records:
        row = records.outbox.get(key)
    return (row, late_words(row, row.sent_at, context.timetable)) if row else None


def _finish(records: Records, context: Context, removal: Removal) -> None:
    """Tell whoever asked for it, and forget the words."""
    text = (
        f"The redaction of {removal.ref} is complete: the words are gone from the record and from "
        f"{count(removal.changed, 'message')} of mine. Messages other people wrote are theirs to "
        "delete; so are files saved elsewhere."
    )
    if removal.left:
        links = "\n".join(removal.left)
        text += f"\nThese of mine could not be changed, please delete them:\n{links}"
    if removal.by[:1] in {"U", "W"}:
        key = f"swept:{removal.seq}"
        say(records, key, removal.by, Message(text), context.now())
    records.removals.done(removal.seq)
