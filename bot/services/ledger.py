"""The ledger: every due post, reminder and notice, with what became of it. Facts in, lines out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.access import Caller, Deed, may
from bot.core.notices import decode
from bot.core.outgoing import Delivery, Outgoing
from bot.core.remedies import meaning, remedy
from bot.core.timetable import Timetable
from bot.quarterly.facts import SummaryDetail, SummaryHead
from bot.services import retention
from bot.services.delivery import LATE
from bot.services.desk import Desk
from bot.store.store import Books

WHAT = {
    "StatusChanged": "change of status",
    "Message": "message",
    "Proposal": "newcomer to confirm",
    "Reminder": "reminder",
    "MissingList": "list of what is not reported",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger. `key` is set when a coordinator can send it again.

    `channel`: where it goes (a channel or user id), empty for what was skipped before that.
    """

    due_at: datetime
    what: str
    outcome: str
    channel: str = ""
    key: str = ""


def ledger(desk: Desk, caller: Caller, limit: int = 30) -> tuple[Entry, ...]:
    """The latest lines, newest first. Raises NotAllowed: coordinators only."""
    may(caller, Deed.COORDINATE)
    with desk.store.reading(caller.workspace) as books:
        sent = [_of_row(row, desk.timetable) for row in books.outbox.recent(limit)]
        lines = sorted([*sent, *_unsent(books, limit)], key=lambda line: line.due_at, reverse=True)
    paused = desk.store.paused().get(caller.workspace)
    return (*_pause(paused, desk.now()), *lines[:limit])


def chase_log(desk: Desk, caller: Caller, limit: int = 200) -> tuple[Entry, ...]:
    """Who was asked when and who was not and why, newest first. Raises NotAllowed."""
    may(caller, Deed.COORDINATE)
    with desk.store.reading(caller.workspace) as books:
        names = {member.user: member.name for member in books.members.all()}
        return tuple(
            Entry(
                made.due_at,
                f"reminder to {names.get(made.subject) or made.subject}",
                f"not sent: {made.reason}" if made.outcome == "skipped" else "asked",
                made.subject,
            )
            for made in books.occurrences.recent(limit)
            if made.kind == "reminder"
        )


def as_text(lines: tuple[Entry, ...], timetable: Timetable) -> str:
    """The ledger in plain text, one line each."""
    return "\n".join(f"{timetable.show(e.due_at)} · {e.what}: {e.outcome}" for e in lines)


def oldest_waiting(desk: Desk, workspace: str) -> timedelta:
    """How long the oldest post that is due has been waiting (for `/healthz` and `doctor`)."""
    now = desk.now()
    with desk.store.reading(workspace) as books:
        waiting = books.outbox.open_before(now)
    return max((now - row.due_at for row in waiting), default=timedelta(0))


def _pause(reason: str | None, now: datetime) -> tuple[Entry, ...]:
    if not reason:
        return ()
    return (Entry(now, "all posts", f"paused: {meaning(reason)}. {remedy(reason)}"),)


def _unsent(books: Books, limit: int) -> list[Entry]:
    """What was due and made no post: skipped, or the daily clearing (when it cleared anything)."""
    lines = []
    for made in books.occurrences.recent(limit):
        if made.outcome == "skipped":
            lines.append(
                Entry(made.due_at, f"{made.kind} {made.period}", f"skipped: {made.reason}")
            )
        elif made.kind == retention.KIND and made.reason != retention.NOTHING:
            lines.append(Entry(made.due_at, "daily clearing", f"deleted {made.reason}"))
    return lines


def _of_row(row: Outgoing, timetable: Timetable) -> Entry:
    waits_for_someone = row.state in {Delivery.HELD, Delivery.DEAD}
    return Entry(
        row.due_at,
        _what(row),
        _outcome(row, timetable),
        row.posted_channel or row.channel,
        row.key if waits_for_someone else "",
    )


def _what(row: Outgoing) -> str:
    if row.kind == SummaryHead.__name__:
        return f"summary {decode(SummaryHead, row.payload).quarter}"
    if row.kind == SummaryDetail.__name__:
        quarter = decode(SummaryDetail, row.payload).quarter
        return f"summary {quarter}, part {row.part} of {row.n_parts}"
    return WHAT.get(row.kind, row.kind)


def _outcome(row: Outgoing, timetable: Timetable) -> str:
    error = row.last_error
    if row.state is Delivery.SENT:
        return _sent(row, timetable)
    if row.state is Delivery.SKIPPED:
        return f"skipped: {error}"
    if row.state in {Delivery.HELD, Delivery.DEAD}:
        return f"held: {meaning(error)}. {remedy(error)}".strip()
    if row.state is Delivery.UNCERTAIN:
        return "waiting: Slack's answer was lost, so the channel is being looked at first"
    return f"waiting: {meaning(error)}" if error else "waiting"


def _sent(row: Outgoing, timetable: Timetable) -> str:
    if row.sent_at is None or row.sent_at - row.due_at <= LATE:
        return "sent on time"
    why = f": {row.attempts} tries were needed" if row.attempts > 1 else ": the bot was not running"
    return f"sent late, {timetable.show(row.sent_at)}{why}"
