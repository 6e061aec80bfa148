"""The daily clearing: what is older than its time is deleted, and the ledger says what was."""

from __future__ import annotations

from datetime import datetime

from bot.core.audit import AuditEntry
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
    periods = context.retention
    gone = {
        "question": records.unplaced_questions.prune(now - periods.questions),
        "receipt": records.receipts.prune(now - periods.receipts),
        "draft": records.drafts.prune(now - periods.drafts),
        "last question": records.conversations.prune(now - periods.talks),
        "proposed change": records.settings.prune_proposed(now - periods.changes),
        "person who left": _erase(records, context, _LEFT, now - periods.left),
        "newcomer not confirmed": _erase(records, context, _NOT_CONFIRMED, now - periods.proposals),
    }
    numbers = [
        count(number, thing, _MANY.get(thing, "")) for thing, number in gone.items() if number
    ]
    return ", ".join(numbers) or NOTHING


_MANY = {
    "person who left": "people who left",
    "newcomer not confirmed": "newcomers not confirmed",
}
_LEFT = frozenset({"left", "remove"})
_NOT_CONFIRMED = frozenset({"propose", "turn_down"})


def _erase(records: Records, context: Context, deeds: frozenset[str], before: datetime) -> int:
    """Erase people whose last standing is one of `deeds`, and is older than `before`."""
    gone = []
    for member in (*records.members.all(), *records.members.former()):
        if member.confirmed and member.active:
            continue
        last = _standing(records, member)
        if last is not None and last.deed in deeds and last.at <= before:
            gone.append(member)
    for member in gone:
        label = erase(records, member, context)
        records.audit.note(context.now(), "clearing", "erase", f"member:{label}")
    return len(gone)


def _standing(records: Records, member: Member) -> AuditEntry | None:
    """The latest line that says how somebody stopped, or began, to be known."""
    lines = records.audit.about(f"member:{member.user}")
    return next((line for line in lines if line.deed in _LEFT | _NOT_CONFIRMED), None)
