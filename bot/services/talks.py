"""What "and the police?" or a typed number is about: each person's last question in each place.

Kept in the database, so that it holds after a restart and on any replica; never the words typed,
only how they were understood.
"""

from __future__ import annotations

from bot.core.access import Caller
from bot.core.codec import decode, encode
from bot.questions.question import Intent, PreviousQuestion, Question
from bot.services.context import Context
from bot.store.store import Records

_OF_TERMS = frozenset({Intent.COUNT, Intent.COUNT_BY_AGENCY, Intent.RANK})
"""Kinds whose term is one of a few words of the bot's own, never what somebody typed."""
_NOT_CONTINUED = frozenset({Intent.NOT_UNDERSTOOD, Intent.PERSONAL, Intent.EMERGENCY})


def before(
    records: Records, context: Context, caller: Caller, place: str
) -> PreviousQuestion | None:
    """The context of a follow-up, or None: nothing before, too long ago, or no place at all."""
    if not place:
        return None
    since = context.now() - context.retention.talks
    kept = records.conversations.find(caller.user, place, since)
    try:
        return PreviousQuestion(decode(Question, kept)) if kept else None
    except (ValueError, TypeError):  # left by another version of the bot during an upgrade
        return None


def keep(context: Context, caller: Caller, place: str, question: Question) -> None:
    """Remember a question that can be continued: its kind, filters and choices."""
    if not place or question.intent in _NOT_CONTINUED:
        return
    meant = Question(
        question.intent,
        filters=question.filters,
        quarters=question.quarters,
        choices=question.choices,
        term=question.term if question.intent in _OF_TERMS else "",
        page=question.page,
    )
    with context.store.writing(caller.workspace) as records:
        records.conversations.keep(caller.user, place, encode(meant), context.now())
