"""The daily clearing: what is older than its time is deleted, and the ledger says what was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.core.members import Member
from bot.core.progress import count
from bot.services.context import Context
from bot.services.people import erase
from bot.store.store import Records

KIND = "clearing"
NOTHING = "nothing"


def clear_due(context: Context, workspace: str) -> bool:
    """Clear once a local day. False when today's was done."""
    now, today = context.now(), context.today()
    with context.store.reading(workspace) as records:
        if records.occurrences.find(KIND, today.isoformat()) is not None:
            return False
    with context.store.writing(workspace) as records:
        first = records.occurrences.make(
            KIND, today.isoformat(), today, due_at=now, reason=_cleared(records, context, now)
        )
        return bool(first)


def _cleared(records: Records, context: Context, now: datetime) -> str:
    """Clear, and say what was: numbers only."""
    kept = context.retention
    gone = {
        "question": records.unplaced_questions.prune(now - kept.questions),
        "receipt": records.receipts.prune(now - kept.receipts),
        "draft": records.drafts.prune(now - kept.drafts),
        "last question": records.conversations.prune(now - kept.talks),
        "person who left": _erase_left(records, now, kept.left),
    }
    said = [count(number, thing, _MANY.get(thing, "")) for thing, number in gone.items() if number]
    return ", ".join(said) or NOTHING


_MANY = {"person who left": "people who left"}


def _erase_left(records: Records, now: datetime, kept: timedelta) -> int:
    gone = [m for m in records.members.all() if not m.active and _left(records, m) <= now - kept]
    for member in gone:
        records.audit.note(now, "clearing", "erase", f"member:{erase(records, member)}")
    return len(gone)


def _left(records: Records, member: Member) -> datetime:
    """When Slack said the account was switched off."""
    deeds = records.audit.about(f"member:{member.user}")
    never = datetime.max.replace(tzinfo=UTC)
    return next((line.at for line in deeds if line.deed == "left"), never)
