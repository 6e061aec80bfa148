"""The log of posts: every due post, reminder and notice, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.access import Caller, Permission, require
from bot.core.codec import decode
from bot.core.outgoing import Outgoing, PostState
from bot.core.progress import count
from bot.core.quarters import Quarter
from bot.core.remedies import meaning, remedy
from bot.core.removals import RemovalKind, RemovalState
from bot.core.timetable import Timetable
from bot.quarterly.facts import SummaryDetail, SummaryHead, SummaryMore
from bot.services import retention
from bot.services.context import Context
from bot.services.posted import LATE
from bot.store.store import Records

WHAT = {
    "StatusChanged": "change of status",
    "Message": "message",
    "PostHeld": "message",
    "Redraw": "change of a message",
    "Proposal": "newcomer to confirm",
    "Reminder": "reminder",
    "SummaryDraft": "draft of a summary",
    "LinesToConfirm": "lines to confirm",
    "Superseded": "link to a corrected summary",
    "MissingList": "list of what is not reported",
}


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log. `key` is set when a coordinator can send it again.

    `channel`: where it goes (a channel or user id), empty for what was skipped before that.
    """

    due_at: datetime
    what: str
    outcome: str
    channel: str = ""
    key: str = ""


def lines(context: Context, caller: Caller, limit: int = 30) -> tuple[LogLine, ...]:
    """The latest lines, newest first. Raises NotAllowed: coordinators only."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        sent = [_of_row(row, context.timetable) for row in records.outbox.recent(limit)]
        newest = sorted(
            [*sent, *_unsent(records, limit), *_removed(records, limit)],
            key=lambda line: line.due_at,
            reverse=True,
        )
    paused = context.store.paused().get(caller.workspace)
    return (*_pause(paused, context.now()), *newest[:limit])


def reminders(context: Context, caller: Caller, limit: int = 200) -> tuple[LogLine, ...]:
    """Who was asked when and who was not and why, newest first. Raises NotAllowed."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        names = {member.user: member.name for member in records.members.all()}
        return tuple(
            LogLine(
                made.due_at,
                f"reminder to {names.get(made.subject) or made.subject}",
                f"not sent: {made.reason}" if made.outcome == "skipped" else "asked",
                made.subject,
            )
            for made in records.occurrences.recent(limit)
            if made.kind == "reminder"
        )


def oldest_waiting(context: Context, workspace: str) -> timedelta:
    """How long the oldest post that is due has been waiting (for `/healthz` and `doctor`)."""
    now = context.now()
    with context.store.reading(workspace) as records:
        waiting = records.outbox.open_before(now)
    return max((now - row.due_at for row in waiting), default=timedelta(0))


def _pause(reason: str | None, now: datetime) -> tuple[LogLine, ...]:
    if not reason:
        return ()
    return (LogLine(now, "all posts", f"paused: {meaning(reason)}. {remedy(reason)}"),)


def _unsent(records: Records, limit: int) -> list[LogLine]:
    """What was due and made no post: skipped, or the daily clearing (when it cleared anything)."""
    lines = []
    for made in records.occurrences.recent(limit):
        if made.outcome == "skipped":
            lines.append(
                LogLine(made.due_at, f"{made.kind} {made.period}", f"skipped: {made.reason}")
            )
        elif made.kind == retention.KIND and made.reason != retention.NOTHING:
            lines.append(LogLine(made.due_at, "daily clearing", f"deleted {made.reason}"))
    return lines


def _removed(records: Records, limit: int) -> list[LogLine]:
    """What was taken out of the record, and how far the bot's messages were gone through."""
    lines = []
    for removal in records.removals.recent(limit):
        if removal.kind is RemovalKind.ERASURE:
            continue
        changed = f"{count(removal.changed, 'message')} changed"
        state = f"going through my messages, {changed} so far"
        if removal.state is RemovalState.DONE:
            state = f"complete, {changed}"
        lines.append(LogLine(removal.at, f"{removal.kind} of {removal.ref}", state))
    return lines


def _of_row(row: Outgoing, timetable: Timetable) -> LogLine:
    waits_for_someone = row.state in {PostState.HELD, PostState.DEAD}
    return LogLine(
        row.due_at,
        _what(row),
        _outcome(row, timetable),
        row.posted_channel or row.channel,
        row.key if waits_for_someone else "",
    )


def _what(row: Outgoing) -> str:
    quarter = _quarter(row)
    if quarter is None:
        return WHAT.get(row.kind, row.kind)
    part = f", part {row.part} of {row.n_parts}" if row.part > 1 else ""
    return f"summary {quarter}{part}"


def _quarter(row: Outgoing) -> Quarter | None:
    """The quarter a row is a part of the summary of."""
    if row.kind == SummaryHead.__name__:
        return decode(SummaryHead, row.payload).quarter
    if row.kind == SummaryMore.__name__:
        return decode(SummaryMore, row.payload).head.quarter
    return (
        decode(SummaryDetail, row.payload).quarter if row.kind == SummaryDetail.__name__ else None
    )


def _outcome(row: Outgoing, timetable: Timetable) -> str:
    error = row.last_error
    if row.state is PostState.SENT:
        return _sent(row, timetable)
    if row.state is PostState.SKIPPED:
        return f"skipped: {error}"
    if row.state in {PostState.HELD, PostState.DEAD}:
        return f"held: {meaning(error)}. {remedy(error)}".strip()
    if row.state is PostState.UNCERTAIN:
        return "waiting: Slack's answer was lost, so the channel is being looked at first"
    return f"waiting: {meaning(error)}" if error else "waiting"


def _sent(row: Outgoing, timetable: Timetable) -> str:
    if row.sent_at is None or row.sent_at - row.due_at <= LATE:
        return "sent on time"
    why = f": {row.attempts} tries were needed" if row.attempts > 1 else ": the bot was not running"
    return f"sent late, {timetable.show(row.sent_at)}{why}"
