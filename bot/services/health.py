"""Looking ahead: a check of the channel some days before each summary, and a weekly digest.

Both write to the coordinators only, and only when there is something to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.core.errors import Unusable
from bot.core.outgoing import PostState
from bot.core.progress import count, show_date
from bot.core.quarters import Quarter, working_day_on_or_after, working_days_before
from bot.core.remedies import meaning, remedy
from bot.messages.notices import Message
from bot.services.context import Context
from bot.services.delivery import Poster
from bot.services.outbox import tell_coordinators
from bot.store.store import Records

HEALTH = "health check"
DIGEST = "digest"
DAYS_AHEAD = 3
"""Working days before a summary on which its channel is tried."""


def trouble(fault: Exception) -> str:
    """The host's trouble in plain words; empty when the fault is the bot's own."""
    return str(fault) if isinstance(fault, Unusable) else ""


def check_due(context: Context, poster: Poster, workspace: str) -> bool:
    """Before a summary: can the channel be posted to? True when the check was made now."""
    now, timetable = context.now(), context.timetable
    today = context.today()
    quarter = Quarter.of(today).previous
    posts = timetable.posts(quarter)
    day = working_days_before(posts, DAYS_AHEAD, timetable.holidays)
    if not day <= today < posts or now < timetable.moment(day):
        return False
    with context.store.reading(workspace) as records:
        if records.occurrences.find(HEALTH, quarter.label) or not _awaits_summary(records, quarter):
            return False
        channel = records.settings.channel(timetable.channel)
    error = poster.reach(workspace, channel)
    with context.store.writing(workspace) as records:
        due_at = timetable.moment(day)
        made = records.occurrences.make(HEALTH, quarter.label, day, due_at=due_at, reason=error)
        if made and error:
            text = (
                f"The summary of {quarter} is due on {show_date(posts)}, and at present it could "
                f"not be posted: {meaning(error)}. {remedy(error)}"
            )
            tell_coordinators(records, timetable, f"health:{quarter}", Message(text.strip()), now)
    return made


def digest_due(context: Context, workspace: str) -> bool:
    """On the first working morning of a week: what waits for the coordinators. True when made."""
    now, timetable, today = context.now(), context.timetable, context.today()
    monday = today - timedelta(days=today.weekday())
    day = working_day_on_or_after(monday, timetable.holidays)
    if today < day or not timetable.is_working_morning(now):
        return False
    with context.store.reading(workspace) as records:
        if records.occurrences.find(DIGEST, monday.isoformat()) or not records.plans.held():
            return False
    with context.store.writing(workspace) as records:
        due_at = timetable.moment(day)
        made = records.occurrences.make(DIGEST, monday.isoformat(), day, due_at=due_at)
        text = "; ".join(_waiting(records, today))
        # The same list every Monday would teach everybody to stop reading it.
        if made and text and text != records.settings.last_digest():
            message = Message(f"This week: {text}.")
            tell_coordinators(records, timetable, f"digest:{monday}", message, due_at)
        records.settings.keep_digest(text)
    return made


def _waiting(records: Records, today: date) -> Iterator[str]:
    progress = records.plans.progress(today)
    overdue = sum(standing.is_overdue(today) for standing in progress.standings)
    proposed = sum(not member.confirmed for member in records.members.all())
    held = len(records.outbox.recent(100, {PostState.HELD}))
    if overdue:
        yield f"{count(overdue, 'action is', 'actions are')} overdue (`/csp overdue`)"
    if proposed:
        yield f"{count(proposed, 'person waits', 'people wait')} to be confirmed (Home)"
    if held:
        yield f"{count(held, 'post is', 'posts are')} held (`/csp log`)"


def _awaits_summary(records: Records, quarter: Quarter) -> bool:
    if records.summaries.get(quarter) is not None:
        return False
    return records.plans.covering(quarter) is not None
