"""A coordinator takes an update's words out of everything the bot holds. That it happened stays."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.access import Caller, Permission, require
from bot.core.errors import Refused
from bot.core.plan import Update
from bot.core.redaction import REDACTED, blank_json
from bot.core.years import split_year
from bot.services.context import Context
from bot.services.years import plan_for

TEXTS = ("note", "reason", "corrective_action", "evidence")
QUOTED_WITHIN = timedelta(days=31)
"""An answer may stand in a thread that was begun this long before the update."""


def latest(context: Context, caller: Caller, ref: str, limit: int = 5) -> tuple[Update, ...]:
    """The latest updates of an action that still hold words, newest first."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        name, year = split_year(ref)
        plan = plan_for(records, context.today(), year).plan
        wanted = plan.action(name).ref
        found = [u for u in records.plans.record(plan.year) if u.ref == wanted and words(u)]
    return tuple(reversed(found[-limit:]))


def to_redact(context: Context, caller: Caller, update_id: str) -> Update:
    """The update whose words are to go. Raises NotAllowed, NotFound, Refused (gone already)."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        update = records.plans.update(update_id)
    if not words(update):
        raise Refused("That update holds no words any more.", "There is nothing left to redact.")
    return update


def redact(context: Context, caller: Caller, update_id: str) -> Update:
    """Take the words out of the record, of posts that wait or went out, and of frozen summaries."""
    require(caller, Permission.COORDINATE)
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        update = records.plans.update(update_id)
        texts = words(update)
        for entry in records.plans.record():
            if entry.id == update_id or set(words(entry)) & set(texts):
                records.plans.redact(entry.id, now)  # [Same as last quarter] repeats the words
        records.outbox.rewrite(lambda payload: blank_json(payload, texts))
        records.summaries.rewrite(lambda snapshot: blank_json(snapshot, texts))
        records.audit.note(now, caller.user, "redact", update.ref, agency=update.agency)
        return records.plans.update(update_id)


def words(update: Update) -> tuple[str, ...]:
    """What people wrote in an update, as far as it is still there."""
    texts = (getattr(update, name) for name in TEXTS)
    return tuple(text for text in texts if text and text != REDACTED)


def since(update: Update) -> datetime:
    """From when on messages may repeat the update's words."""
    return update.at - QUOTED_WITHIN
