"""A coordinator takes an update's words out of everything the bot holds. That it happened stays.

The record changes first, in one transaction; then the bot's messages in Slack are gone through in
the background (`services.sweeping`), however long that takes.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.access import Caller, Permission, require
from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.core.outgoing import Outgoing
from bot.core.plan import Update
from bot.core.reporting import TEXTS
from bot.messages.removals import REDACTED, RemovalKind
from bot.reading.typed_year import split_year
from bot.services.context import Context
from bot.services.redacted_copies import redact_fields
from bot.services.years import plan_for
from bot.store.store import Records

QUOTED_WITHIN = timedelta(days=31)
"""An answer may stand in a thread that was begun this long before the update."""


@dataclass(frozen=True, slots=True)
class ToRedact:
    """An update whose words are to go, and other updates with a field that says the same."""

    update: Update
    elsewhere: tuple[Update, ...]


LISTED = 20
"""Updates of an action to choose from; a message holds no more of them with their buttons."""


def latest(context: Context, caller: Caller, ref: str, limit: int = LISTED) -> tuple[Update, ...]:
    """The latest updates of an action that still hold words, newest first."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        name, year = split_year(ref)
        plan = plan_for(records, context.today(), year).plan
        wanted = plan.action(name).ref
        updates = [u for u in records.plans.record(plan.year) if u.ref == wanted and words(u)]
    return tuple(reversed(updates[-limit:]))


def to_redact(context: Context, caller: Caller, update_id: str) -> ToRedact:
    """What would go. Raises NotAllowed, NotFound, Refused (gone already)."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        update = _with_words(records, update_id)
        return ToRedact(update, _elsewhere(records, update))


def redact(
    context: Context, caller: Caller, update_id: str, *, elsewhere: bool = False
) -> tuple[Update, ...]:
    """Take the words of an update out of the record and its frozen copies; with `elsewhere`, also
    fields of other updates that are equal to one of them. Returns what was redacted.

    Raises NotAllowed, NotFound, Refused (gone already).
    """
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        update = _with_words(records, update_id)
        texts = words(update)
        others = _elsewhere(records, update) if elsewhere else ()
        for each in (update, *others):
            _redact_one(records, caller, each, texts, context.now())
        return (update, *others)


def words(update: Update) -> tuple[str, ...]:
    """What people wrote in an update, as far as it is still there."""
    texts = (getattr(update, name) for name in TEXTS)
    return tuple(text for text in texts if text and text != REDACTED)


def _redact_one(
    records: Records, caller: Caller, update: Update, texts: tuple[str, ...], now: datetime
) -> None:
    number = records.removals.open(
        RemovalKind.REDACTION,
        update.id,
        now,
        ref=update.ref,
        by=caller.user,
        texts=texts,
        since=update.at - QUOTED_WITHIN,
    )
    records.plans.redact(update.id, now, texts)

    def without(row: Outgoing) -> str:
        # The notice of another update is that one's, though it may say the same.
        another = row.key.startswith("update:") and row.key != f"update:{update.id}"
        return row.payload if another else redact_fields(row.payload, update.ref, texts)

    rows = records.outbox.rewrite(without)
    records.summaries.rewrite(lambda snapshot: redact_fields(snapshot, update.ref, texts))
    records.audit.note(now, caller.user, "redact", update.ref, agency=update.agency, route="slack")
    records.removals.to_sweep(number, rows)


def _with_words(records: Records, update_id: str) -> Update:
    update = records.plans.update(update_id)
    if not words(update):
        raise Refused("That update holds no words any more.", "There is nothing left to redact.")
    return update


def _elsewhere(records: Records, update: Update) -> tuple[Update, ...]:
    texts = set(words(update))
    return tuple(u for u in records.plans.record() if u.id != update.id and texts & set(words(u)))
