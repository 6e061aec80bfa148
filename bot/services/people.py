"""What is held about one person, and forgetting them when they leave (UK GDPR, articles 15, 17)."""

from __future__ import annotations

import re
import secrets

from bot.core.access import Caller, Permission, Role, require
from bot.core.audit import HeldAbout, HeldItem
from bot.core.errors import NotFound
from bot.core.members import Member
from bot.core.outgoing import PostState
from bot.services.context import Context
from bot.services.last_coordinator import keep_a_coordinator
from bot.services.redaction import words
from bot.store.store import Records

LABEL = 64
"""Characters of a label at most; it stands within longer keys."""


def held_about(context: Context, caller: Caller, user: str) -> HeldAbout:
    """What is held about `user`: for themselves, or for a coordinator. Raises NotAllowed."""
    if user != caller.user:
        require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        member = _member(records, user)
        in_words = (HeldItem("named in words on", ref, "") for ref in _named_in(records, member))
        return HeldAbout(
            user=user,
            member=member,
            updates=tuple(map(records.plans.update, records.persons.reported(user))),
            audit=records.audit.by_or_about(user),
            messages=records.persons.messages(user),
            items=(*records.persons.items(user), *in_words),
        )


def named_in(context: Context, caller: Caller, user: str) -> tuple[str, ...]:
    """The actions of which somebody wrote this person's name; only a redaction takes it out."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        return _named_in(records, _member(records, user))


def forget(context: Context, caller: Caller, user: str) -> str:
    """Erase a person, also one whose role was taken before; what they did stays on record under
    the label that is returned.

    Raises NotAllowed, NotFound, Refused (the last coordinator, or one of the settings).
    """
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        member = _member(records, user) or _trace(records, user)
        if member is None:
            raise NotFound("I hold nobody of that name.", "They may have been erased already.")
        keep_a_coordinator(records, context, user)
        label = erase(records, member, context)
        records.audit.note(context.now(), caller.user, "erase", f"member:{label}", route="slack")
        return label


def erase(records: Records, member: Member, context: Context) -> str:
    """Take a person out of every table, and close what was still to be sent to them."""
    for row in records.persons.messages(member.user):
        if row.state in {PostState.PENDING, PostState.HELD}:
            records.outbox.move(row, PostState.SKIPPED, last_error="the person has left")
    # The number keeps two people of one role apart in the record, and says nothing about them.
    label = f"former {_was(records, member)[:LABEL]} ({secrets.token_hex(2)})"
    names = (member.name, member.email)
    records.erase(member.user, label, context.now(), names)
    return label


def _named_in(records: Records, member: Member | None) -> tuple[str, ...]:
    """Only whole names: a first name may be somebody else's, or a word."""
    if member is None or " " not in member.name.strip():
        return ()
    name = re.compile(rf"(?<!\w){re.escape(member.name.strip())}(?!\w)", re.IGNORECASE)
    updates = records.plans.record()
    return tuple(dict.fromkeys(u.ref for u in updates if any(map(name.search, words(u)))))


def _was(records: Records, member: Member) -> str:
    """What they were: of somebody whose role was taken, what it had been."""
    if member.role is not Role.UNKNOWN:
        return member.called
    lines = records.audit.about(f"member:{member.user}")
    return next((line.before for line in lines if line.deed == "remove"), "newcomer")


def _member(records: Records, user: str) -> Member | None:
    everybody = (*records.members.all(), *records.members.former())
    return next((member for member in everybody if member.user == user), None)


def _trace(records: Records, user: str) -> Member | None:
    """Somebody who never had a role, or lost it long ago, and whose id still stands somewhere."""
    persons = records.persons
    traces = records.audit.by_or_about(user) or persons.messages(user) or persons.items(user)
    return Member(user, Role.UNKNOWN) if traces else None
