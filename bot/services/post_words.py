"""What a post was, and what became of it, in a coordinator's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.core.audit import AuditEntry
from bot.core.codec import decode
from bot.core.dataclass import dataclass
from bot.core.outgoing import Outgoing, PostState
from bot.core.progress import excerpt
from bot.core.quarters import Quarter
from bot.core.remedies import as_sent_to, meaning, remedy
from bot.core.timetable import Timetable
from bot.messages.notices import Message, Redraw
from bot.quarterly.facts import SummaryDetail, SummaryHead, SummaryMore
from bot.services.posted import LATE

WHAT = {
    "StatusChanged": "change of status",
    "PostHeld": "message",
    "Redraw": "change of a message",
    "Proposal": "newcomer to confirm",
    "Reminder": "reminder",
    "SummaryDraft": "draft of a summary",
    "LinesToConfirm": "lines to confirm",
    "Superseded": "link to a corrected summary",
    "MissingList": "list of what is not reported",
    "FileRequest": "files somebody asked for",
    "ChangeProposed": "change proposed by a lead",
}
"""What each kind of notice is called; a summary is called by its quarter."""
AT_ONCE = timedelta(minutes=1)
"""Around its own time a post says nothing of what the bot did before."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What is known of the time in which a post waited: the other posts, the pauses, and when the
    summary of a quarter (its label) was approved."""

    rows: Sequence[Outgoing]
    pauses: Sequence[AuditEntry]
    approved: Mapping[str, datetime]
    timetable: Timetable

    def why_late(self, row: Outgoing, sent_at: datetime) -> str:
        """Why a post that was due went out later; that the bot was not running only where nothing
        says that it was."""
        approved = self.approved.get(str(quarter_of(row)))
        if approved and row.due_at < approved <= sent_at:
            return f"it was approved {self.timetable.show(approved)}"
        if row.attempts > 1:
            return f"{row.attempts} tries were needed"
        if any(row.due_at < pause.at <= sent_at for pause in self.pauses):
            return "posts were paused meanwhile"
        between = (row.due_at + AT_ONCE, sent_at - AT_ONCE)
        if any(o.sent_at and between[0] < o.sent_at < between[1] for o in self.rows):
            return "it waited for other posts"
        return "the bot was not running"


def what(row: Outgoing) -> str:
    """What a post was."""
    if row.kind == Message.__name__:
        return f"message “{excerpt(decode(Message, row.payload).text, 70)}”"
    quarter = quarter_of(row)
    return WHAT.get(row.kind, row.kind) if quarter is None else f"summary {quarter}"


def quarter_of(row: Outgoing) -> Quarter | None:
    """The quarter a row is a part of the summary of."""
    if row.kind == SummaryHead.__name__:
        return decode(SummaryHead, row.payload).quarter
    if row.kind == SummaryMore.__name__:
        return decode(SummaryMore, row.payload).head.quarter
    return (
        decode(SummaryDetail, row.payload).quarter if row.kind == SummaryDetail.__name__ else None
    )


def outcome(row: Outgoing, meanwhile: Meanwhile) -> str:
    """What became of a row."""
    error = as_sent_to(row.last_error, row.channel)
    if row.state is PostState.SENT:
        return _sent(row, meanwhile)
    if row.state is PostState.SKIPPED:
        return f"skipped: {error}"
    if row.state in {PostState.HELD, PostState.DEAD}:
        changed = "a change of it " if row.kind == Redraw.__name__ else ""
        return f"{changed}held: {meaning(error)}. {remedy(error)}".strip()
    if row.state is PostState.UNCERTAIN:
        return "waiting: Slack's answer was lost, so the channel is being looked at first"
    return f"waiting: {meaning(error)}" if error else "waiting"


def _sent(row: Outgoing, meanwhile: Meanwhile) -> str:
    if row.sent_at is None or row.sent_at - row.due_at <= LATE:
        return "sent on time"
    when = meanwhile.timetable.show(row.sent_at)
    return f"sent late, {when}: {meanwhile.why_late(row, row.sent_at)}"
