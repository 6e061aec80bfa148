"""What a person may still take back: found for "undo that" and "sorry, that was wrong"."""

from __future__ import annotations

import re

from bot.core.access import Caller
from bot.core.plan import Update, UpdateKind
from bot.services.context import Context
from bot.services.progress import UNDO_FOR

MOST_WORDS = 10
"""Whoever takes something back says so in a few words; what is longer tells something new."""
_WRONG = re.compile(
    r"\b(?:undo|unsend|retract|revert|withdraw|scrap|cancel|take .*\bback|delete|wrong|mistaken?|"
    r"(?:ignore|disregard) (?:that|this|it|my|me|what|the last)|"
    r"error|incorrect|oops|whoops|didn.?t mean|not what i meant)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"^\W*(?:what|which|who|when|where|why|how|is|are|was|were|do|does|did|has)\b")


def takes_back(text: str) -> bool:
    """Whether few words say that something was wrong, without asking anything or naming figures or
    actions. It means their last update only when they have one (`last_of`)."""
    short = 0 < len(text.split()) <= MOST_WORDS
    plain = not re.search(r"\d", text) and not _ASKED.match(text.lower())
    return short and plain and "?" not in text and bool(_WRONG.search(text))


def last_of(context: Context, caller: Caller) -> Update | None:
    """The last update of this person that [Undo] can still take back; None when there is none."""
    with context.store.reading(caller.workspace) as records:
        entries = records.plans.record()
    gone = {entry.corrects for entry in entries if entry.kind is UpdateKind.WITHDRAWAL}
    since = context.now() - UNDO_FOR
    mine = (
        entry
        for entry in reversed(entries)
        if entry.by == caller.user
        and entry.at >= since
        and entry.kind is UpdateKind.REPORT
        and entry.id not in gone
    )
    return next(mine, None)
