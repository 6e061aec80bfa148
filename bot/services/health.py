"""Looking ahead: a check of the channel some days before each summary, and a weekly digest.

Both write to the coordinators only, and only when there is something to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.core.notices import Message
from bot.core.outgoing import Delivery
from bot.core.progress import count, show_date
from bot.core.quarters import Quarter, working_day_on_or_after, working_days_before
from bot.core.remedies import meaning, remedy
from bot.services.delivery import Poster
from bot.services.desk import Desk
from bot.services.outbox import channel_of, tell_coordinators
from bot.services.summaries import has_plan
from bot.store.store import Books

HEALTH = "health check"
DIGEST = "digest"
DAYS_AHEAD = 3
"""Working days before a summary on which its channel is tried."""


def check_due(desk: Desk, poster: Poster, workspace: str) -> bool:
    """Before a summary: can the channel be posted to? True when the check was made now."""
    now, timetable = desk.now(), desk.timetable
    today = desk.today()
    quarter = Quarter.of(today).previous
    closes = timetable.closes(quarter)
    day = working_days_before(closes, DAYS_AHEAD, timetable.holidays)
    if not day <= today < closes or now < timetable.moment(day):
        return False
    with desk.store.reading(workspace) as books:
        if books.occurrences.find(HEALTH, quarter.label) or not _awaits_summary(books, quarter):
            return False
        channel = channel_of(books, timetable)
    error = poster.reach(workspace, channel)
    with desk.store.writing(workspace) as books:
        due_at = timetable.moment(day)
        made = books.occurrences.make(HEALTH, quarter.label, day, due_at=due_at, reason=error)
        if made and error:
            text = (
                f"The summary of {quarter} is due on {show_date(closes)}, and at present it could "
                f"not be posted: {meaning(error)}. {remedy(error)}"
            )
            tell_coordinators(books, timetable, f"health:{quarter}", Message(text.strip()), now)
    return made


def digest_due(desk: Desk, workspace: str) -> bool:
    """On the first working morning of a week: what waits for the coordinators. True when made."""
    now, timetable, today = desk.now(), desk.timetable, desk.today()
    monday = today - timedelta(days=today.weekday())
    day = working_day_on_or_after(monday, timetable.holidays)
    if today < day or not timetable.is_working_morning(now):
        return False
    with desk.store.reading(workspace) as books:
        if books.occurrences.find(DIGEST, monday.isoformat()) or not has_plan(books):
            return False
    with desk.store.writing(workspace) as books:
        due_at = timetable.moment(day)
        made = books.occurrences.make(DIGEST, monday.isoformat(), day, due_at=due_at)
        text = "; ".join(_waiting(books, today))
        # The same list every Monday would teach everybody to stop reading it.
        if made and text and text != books.settings.get(DIGEST):
            said = Message(f"This week: {text}.")
            tell_coordinators(books, timetable, f"digest:{monday}", said, due_at)
        books.settings.set(DIGEST, text)
    return made


def _waiting(books: Books, today: date) -> Iterator[str]:
    progress = books.plans.progress()
    overdue = sum(standing.is_overdue(today) for standing in progress.standings)
    proposed = sum(not member.confirmed for member in books.members.all())
    held = len(books.outbox.recent(100, {Delivery.HELD}))
    if overdue:
        yield f"{count(overdue, 'action is', 'actions are')} overdue (`/csp overdue`)"
    if proposed:
        yield f"{count(proposed, 'person waits', 'people wait')} to be confirmed (Home)"
    if held:
        yield f"{count(held, 'post is', 'posts are')} held (`/csp log`)"


def _awaits_summary(books: Books, quarter: Quarter) -> bool:
    if not has_plan(books) or books.summaries.get(quarter) is not None:
        return False
    return books.plans.covering(quarter) is not None
