"""What people are told when a coordinator gives them a role, confirms them or turns them down."""

from __future__ import annotations

from datetime import datetime

from bot.messages.notices import Message
from bot.services.outbox import say
from bot.store.store import Records

ASK_AGAIN = (
    "Was it the wrong agency? Write `join` and the right one to me here; else ask your community "
    "safety coordinator."
)


def welcome(records: Records, user: str, what: str, now: datetime) -> None:
    """What somebody is, and how to begin: without a slash, since guests have no slash commands."""
    _tell(records, user, f"{what} Write `help` to me here to begin.", now)


def turned_down(records: Records, user: str, described: str, now: datetime) -> None:
    """That a proposal was turned down, to who proposed themselves; whom a colleague named never
    asked. `described`: what they would have been."""
    lines = records.audit.about(f"member:{user}")
    if any(line.deed == "propose" and line.actor == user for line in lines):
        _tell(records, user, f"You were not confirmed as {described}. {ASK_AGAIN}", now)


def _tell(records: Records, user: str, text: str, now: datetime) -> None:
    say(records, f"role:{user}:{now:%Y%m%dT%H%M%S}", user, Message(text), now)
