"""The daily clearing: what is older than its time is deleted, and the ledger says what was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.core.members import Member
from bot.core.progress import count
from bot.services.desk import Desk
from bot.services.people import erase
from bot.store.store import Books

KIND = "clearing"
NOTHING = "nothing"


def clear_due(desk: Desk, workspace: str) -> bool:
    """Clear once a local day. False when today's was done."""
    now, today = desk.now(), desk.today()
    with desk.store.reading(workspace) as books:
        if books.occurrences.find(KIND, today.isoformat()) is not None:
            return False
    with desk.store.writing(workspace) as books:
        first = books.occurrences.make(
            KIND, today.isoformat(), today, due_at=now, reason=_cleared(books, desk, now)
        )
        return bool(first)


def _cleared(books: Books, desk: Desk, now: datetime) -> str:
    """Clear, and say what was: numbers only."""
    kept = desk.retention
    gone = {
        "question": books.questions.prune(now - kept.questions),
        "receipt": books.seen.prune(now - kept.receipts),
        "draft": books.drafts.prune(now - kept.drafts),
        "last question": books.talks.prune(now - kept.talks),
        "person who left": _erase_left(books, now, kept.left),
    }
    said = [count(number, thing, _MANY.get(thing, "")) for thing, number in gone.items() if number]
    return ", ".join(said) or NOTHING


_MANY = {"person who left": "people who left"}


def _erase_left(books: Books, now: datetime, kept: timedelta) -> int:
    gone = [m for m in books.members.all() if not m.active and _left(books, m) <= now - kept]
    for member in gone:
        books.audit.note(now, "clearing", "erase", f"member:{erase(books, member)}")
    return len(gone)


def _left(books: Books, member: Member) -> datetime:
    """When Slack said the account was switched off."""
    deeds = books.audit.about(f"member:{member.user}")
    never = datetime.max.replace(tzinfo=UTC)
    return next((line.at for line in deeds if line.deed == "left"), never)
