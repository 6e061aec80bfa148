"""Fair reminders: one courteous message on a working morning to those with something to report.

Never to somebody with nothing to do, never twice a day, never on a bank holiday or while they are
away, nothing once the quarter is closed. Every message and every skip is an occurrence, so that
the coordinators' log can say who was asked when, and who was not and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.access import Caller, Permission, require
from bot.core.codec import decode
from bot.core.dataclass import dataclass
from bot.core.errors import Invalid, Refused
from bot.core.members import Member
from bot.core.outgoing import Outgoing, PostState
from bot.core.progress import Progress, show_date
from bot.core.quarters import (
    Quarter,
    is_working_day,
    quarters_between,
    working_day_on_or_after,
    working_days_between,
)
from bot.core.timetable import Audience, ReminderRule, Timetable
from bot.quarterly.missing import MissingList, can_be_asked
from bot.quarterly.missing import missing as missing_lines
from bot.quarterly.reminders import (
    Reminder,
    Step,
    addressees,
    is_away,
    leads_awaiting,
    steps,
)
from bot.services.context import Context
from bot.services.live_reminders import notice_for
from bot.services.outbox import say, tell_coordinators
from bot.services.summaries import known_since
from bot.services.years import LOAD_NEXT
from bot.store.store import Records

KIND = "reminder"
STEP = "chase"
ASKED = 500
"""Occurrences gone through for the day somebody was last asked."""
CHASED = timedelta(days=185)
"""How far back a quarter may have begun or ended whose steps are still taken or closed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking one person: `sent`, or the reason why not."""

    name: str
    sent: bool
    reason: str = ""


def remind_due(context: Context, workspace: str) -> int:
    """Take every reminder rule whose day it is, and tidy what waits; how many were written to."""
    with context.store.reading(workspace) as records:
        due = list(_due(records, context.timetable, context.now()))
        stale = list(_stale(records, context.timetable, context.now()))
    if not due and not stale:
        return 0
    with context.store.writing(workspace) as records:
        for row in _stale(records, context.timetable, context.now()):
            _tidy(records, context.timetable, row, context.now())
        return sum(_take(records, context.timetable, step, context.now()) for step in due)


def missing(context: Context, caller: Caller, quarter: Quarter) -> MissingList:
    """Who has not reported for a quarter. Raises NotAllowed, NotFound (no plan)."""
    context = context.of(caller)
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        progress = _asked_for(records, quarter, context.today())
        listed = _list(records, progress, quarter, context.timetable, context.today())
        return replace(listed, closed=_closed(records, context.timetable, quarter, context.now()))


def nudge(context: Context, caller: Caller, quarter: Quarter) -> tuple[Asked, ...]:
    """A coordinator asks everybody with something to report, now, by the same rules.

    Raises NotAllowed, and Refused on a day or at an hour when nobody is written to.
    """
    context = context.of(caller)
    require(caller, Permission.COORDINATE)
    now, timetable = context.now(), context.timetable
    today = timetable.date_of(now)
    if not is_working_day(today, timetable.holidays):
        raise Refused("Today is no working day, so nobody is written to.", "Try again on one.")
    with context.store.writing(caller.workspace) as records:
        if _closed(records, timetable, quarter, now):
            raise Refused(f"{quarter} is closed.", "Updates now count for the next quarter.")
        progress = _asked_for(records, quarter, today)
        records.audit.note(now, caller.user, "nudge", quarter.label, route="slack")
        step = Step(quarter, ReminderRule(1, Audience.LEADS), today, now)
        return tuple(_ask_all(records, progress, step, timetable, now))


def _asked_for(records: Records, quarter: Quarter, today: date) -> Progress:
    """The plan of a quarter that has begun. Raises Invalid: nothing is asked for another one."""
    progress = records.plans.covering(quarter)
    if progress is None:
        problem = f"No plan is loaded for {quarter}, so nothing is asked of anybody for it."
        raise Invalid("quarter", problem, LOAD_NEXT)
    if max(quarter.starts, progress.plan.starts) > today:
        problem = f"{quarter} has not begun, so nothing is asked of anybody for it yet."
        raise Invalid("quarter", problem, "Try `/csp missing`.")
    return progress


def _due(records: Records, timetable: Timetable, now: datetime) -> Iterator[Step]:
    """Steps whose moment has come and which were neither taken nor skipped."""
    for step in _steps(records, timetable, now):
        if records.occurrences.find(STEP, step.quarter.label, str(step.rung)) is None:
            closed = _closed(records, timetable, step.quarter, now)
            if closed or timetable.is_working_morning(now):
                yield step


def skip_past(records: Records, timetable: Timetable, now: datetime) -> None:
    """Close what would be due at once by rules that were set just now: a reminder whose day was
    over when it was set is for the next quarter."""
    for step in _steps(records, timetable, now):
        records.occurrences.make(
            STEP,
            step.quarter.label,
            step.day,
            subject=str(step.rung),
            due_at=step.due_at,
            outcome="skipped",
            reason="its day was over when it was set",
        )


def _steps(records: Records, timetable: Timetable, now: datetime) -> Iterator[Step]:
    today = timetable.date_of(now)
    for quarter in quarters_between(today - CHASED, today):
        progress = records.plans.covering(quarter)
        if progress is None or progress.plan.starts > today:
            continue
        since = known_since(records, progress, now)
        missed = timetable.moment(timetable.closes(quarter)) < since
        yield from (s for s in steps(quarter, timetable) if s.due_at <= now and not missed)


def _closed(records: Records, timetable: Timetable, quarter: Quarter, now: datetime) -> bool:
    posted = records.summaries.get(quarter) is not None
    return posted or timetable.moment(timetable.closes(quarter)) <= now


def _take(records: Records, timetable: Timetable, step: Step, now: datetime) -> int:
    """Take one step, or close it as skipped with the reason; how many people were written to."""
    reason = _pointless(records, timetable, step, now)
    made = records.occurrences.make(
        STEP,
        step.quarter.label,
        step.day,
        subject=str(step.rung),
        due_at=step.due_at,
        outcome="skipped" if reason else "made",
        reason=reason,
    )
    progress = records.plans.covering(step.quarter)
    if not made or reason or progress is None:
        return 0
    if step.rung.audience is Audience.COORDINATORS:
        return _send_list(records, progress, step, timetable, now)
    return sum(asked.sent for asked in _ask_all(records, progress, step, timetable, now))


def _pointless(records: Records, timetable: Timetable, step: Step, now: datetime) -> str:
    if _closed(records, timetable, step.quarter, now):
        return "the quarter closed before it could be sent"
    later = [
        other
        for other in steps(step.quarter, timetable)
        if step.due_at < other.due_at <= now and other.rung.audience is not Audience.COORDINATORS
    ]
    return "a later reminder took its place" if later else ""


def _send_list(
    records: Records, progress: Progress, step: Step, timetable: Timetable, now: datetime
) -> int:
    notice = _list(records, progress, step.quarter, timetable, timetable.date_of(now))
    if not notice.missing:
        return 0
    key = f"missing:{step.quarter}:{step.day}"
    return tell_coordinators(records, timetable, key, notice, step.due_at)


def _list(
    records: Records, progress: Progress, quarter: Quarter, timetable: Timetable, today: date
) -> MissingList:
    members = records.members.all()
    awaiting = progress.awaiting(quarter)
    people = can_be_asked(leads_awaiting(progress, quarter), members, today)
    since = timetable.closes(quarter.previous)  # until then the quarter before was asked for
    asked = {
        made.subject: made.local_date
        for made in reversed(records.occurrences.recent(ASKED))
        if made.kind == KIND and made.outcome == "made" and made.local_date > since
    }
    return MissingList(
        quarter=quarter,
        closes=timetable.closes(quarter),
        missing=missing_lines(progress.plan, awaiting, members, today, asked),
        people=len(people),
        reported=sum(s.reported_for(quarter) is not None for s in progress.standings),
        actions=len(progress.standings),
        illustrative=progress.plan.illustrative,
    )


def _ask_all(
    records: Records, progress: Progress, step: Step, timetable: Timetable, now: datetime
) -> Iterator[Asked]:
    codes = leads_awaiting(progress, step.quarter)
    people = addressees(step.rung, codes, records.members.all(), timetable.date_of(now))
    for member in people:
        notice = notice_for(records, progress, member, step.quarter, timetable)
        if notice.entries:
            today = timetable.date_of(now)
            left = working_days_between(today, notice.closes, timetable.holidays)
            dated = replace(notice, day=today, working_days=left)
            yield _ask(records, member, dated, step, timetable, now)


def _ask(
    records: Records,
    member: Member,
    notice: Reminder,
    step: Step,
    timetable: Timetable,
    now: datetime,
) -> Asked:
    """Write to one person, unless they are away or were written to today; kept either way."""
    today = timetable.date_of(now)
    reason = ""
    if member.away_until is not None and is_away(member, today):
        reason = f"away until {show_date(member.away_until)}"
    made = records.occurrences.make(
        KIND,
        today.isoformat(),
        today,
        subject=member.user,
        due_at=step.due_at,
        outcome="skipped" if reason else "made",
        reason=reason,
    )
    if not made:
        return Asked(member.name, sent=False, reason=reason or "was written to today")
    if reason:
        return Asked(member.name, sent=False, reason=reason)
    key = f"reminder:{step.quarter}:{today}:{member.user}"
    return Asked(member.name, say(records, key, member.user, notice, step.due_at))


def _stale(records: Records, timetable: Timetable, now: datetime) -> Iterable[Outgoing]:
    """Reminders that did not go out on their morning."""
    morning = timetable.is_working_morning(now)
    for row in records.outbox.open_before(now + timedelta(seconds=1)):
        waits = row.state in {PostState.PENDING, PostState.HELD}
        put_off = row.not_before is not None and row.not_before > now
        if row.kind == Reminder.__name__ and waits and not put_off:
            late = timetable.date_of(row.due_at) < timetable.date_of(now)
            if late or not morning:
                yield row


def _tidy(records: Records, timetable: Timetable, row: Outgoing, now: datetime) -> None:
    """Close what has become pointless; let the rest wait for the next working morning."""
    notice = decode(Reminder, row.payload)
    progress = records.plans.covering(notice.quarter)
    waiting = {s.action.ref for s in progress.awaiting(notice.quarter)} if progress else set()
    if _closed(records, timetable, notice.quarter, now):
        records.outbox.skip(row.key, "the quarter closed before it could be sent")
    elif not waiting & {entry.ref for entry in notice.entries}:
        records.outbox.skip(row.key, "everything in it was reported meanwhile")
    elif row.state is PostState.PENDING and not timetable.is_working_morning(now):
        records.outbox.move(row, PostState.PENDING, not_before=_next_morning(timetable, now))


def _next_morning(timetable: Timetable, now: datetime) -> datetime:
    today = timetable.date_of(now)
    start = today if now < timetable.moment(today) else today + timedelta(days=1)
    return timetable.moment(working_day_on_or_after(start, timetable.holidays))
