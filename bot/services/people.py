"""What is held about one person, and forgetting them when they leave (UK GDPR, articles 15, 17)."""

from __future__ import annotations

import secrets

from bot.core.access import Caller, Permission, require
from bot.core.audit import HeldAbout
from bot.core.errors import NotFound
from bot.core.members import Member
from bot.core.plan import Update
from bot.services.context import Context
from bot.services.members import keep_a_coordinator
from bot.store.store import Records


def held_about(context: Context, caller: Caller, user: str) -> HeldAbout:
    """What is held about `user`: for themselves, or for a coordinator. Raises NotAllowed."""
    if user != caller.user:
        require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        return HeldAbout(
            user=user,
            member=_member(records, user),
            updates=tuple(u for u in _record(records) if u.by == user),
            audit=records.audit.by_or_about(user),
            messages=tuple(row for row in records.outbox.recent(5000) if row.channel == user),
        )


def forget(context: Context, caller: Caller, user: str) -> str:
    """Erase a person who left; what they did stays on record under the label that is returned.

    Raises NotAllowed, NotFound, Refused (the last coordinator).
    """
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        member = _member(records, user)
        if member is None:
            raise NotFound("I hold nobody of that name.", "They may have been erased already.")
        keep_a_coordinator(records, context, user)
        label = erase(records, member)
        records.audit.note(context.now(), caller.user, "erase", f"member:{label}", route="slack")
        return label


def erase(records: Records, member: Member) -> str:
    """Take a person out of every table, and close what was still to be sent to them."""
    for row in records.outbox.recent(5000):
        if row.channel == member.user:
            records.outbox.skip(row.key, "the person has left")
    # The number keeps two people of one role apart in the record, and says nothing about them.
    label = f"former {member.called} ({secrets.token_hex(2)})"
    records.erase(member.user, label)
    return label


def _member(records: Records, user: str) -> Member | None:
    return next((member for member in records.members.all() if member.user == user), None)


def _record(records: Records) -> tuple[Update, ...]:
    try:
        return records.plans.record()
    except NotFound:
        return ()
