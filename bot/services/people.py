"""What is held about one person, and forgetting them when they leave (UK GDPR, articles 15, 17)."""

from __future__ import annotations

import secrets

from bot.core.access import Caller, Deed, may
from bot.core.audit import HeldAbout
from bot.core.errors import NotFound
from bot.core.members import Member
from bot.core.plan import Update
from bot.services.desk import Desk
from bot.services.members import keep_a_coordinator
from bot.store.store import Books


def held_about(desk: Desk, caller: Caller, user: str) -> HeldAbout:
    """What is held about `user`: for themselves, or for a coordinator. Raises NotAllowed."""
    if user != caller.user:
        may(caller, Deed.COORDINATE)
    with desk.store.reading(caller.workspace) as books:
        return HeldAbout(
            user=user,
            member=_member(books, user),
            updates=tuple(u for u in _record(books) if u.by == user),
            audit=books.audit.by_or_about(user),
            messages=tuple(row for row in books.outbox.recent(5000) if row.channel == user),
        )


def forget(desk: Desk, caller: Caller, user: str) -> str:
    """Erase a person who left; what they did stays on record under the label that is returned.

    Raises NotAllowed, NotFound, Refused (the last coordinator).
    """
    may(caller, Deed.COORDINATE)
    with desk.store.writing(caller.workspace) as books:
        member = _member(books, user)
        if member is None:
            raise NotFound("I hold nobody of that name.", "They may have been erased already.")
        keep_a_coordinator(books, desk, user)
        label = erase(books, member)
        books.audit.note(desk.now(), caller.user, "erase", f"member:{label}", route="slack")
        return label


def erase(books: Books, member: Member) -> str:
    """Take a person out of every table, and close what was still to be sent to them."""
    for row in books.outbox.recent(5000):
        if row.channel == member.user:
            books.outbox.skip(row.key, "the person has left")
    # The number keeps two people of one role apart in the record, and says nothing about them.
    label = f"former {member.called} ({secrets.token_hex(2)})"
    books.erase(member.user, label)
    return label


def _member(books: Books, user: str) -> Member | None:
    return next((member for member in books.members.all() if member.user == user), None)


def _record(books: Books) -> tuple[Update, ...]:
    try:
        return books.plans.record()
    except NotFound:
        return ()
