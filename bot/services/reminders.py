"""The fair chase: one courteous message on a working morning to those with something to report.

Never to somebody with nothing to do, never twice a day, never on a bank holiday or while they are
away, nothing once the quarter is closed. Every message and every skip is an occurrence, so that
the coordinators' log can say who was asked when, and who was not and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.access import Caller, Deed, may
from bot.core.errors import Invalid, Refused
from bot.core.members import Member
from bot.core.notices import decode
from bot.core.outgoing import Delivery, Outgoing
from bot.core.progress import Progress, show_date
from bot.core.quarters import Quarter, is_working_day, quarters_between, working_day_on_or_after
from bot.core.timetable import Audience, Rung, Timetable
from bot.quarterly.reminders import (
    MissingList,
    Reminder,
    Step,
    addressees,
    is_away,
    leads_awaiting,
    reminder,
    steps,
)
from bot.quarterly.summary import by_lead
from bot.services.absences import not_theirs
from bot.services.desk import Desk
from bot.services.outbox import say, tell_coordinators
from bot.services.summaries import has_plan, watching_since
from bot.store.store import Books

KIND = "reminder"
STEP = "chase"


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking one person: `sent`, or the reason why not."""

    name: str
    sent: bool
    reason: str = ""


def chase_due(desk: Desk, workspace: str) -> int:
    """Take every step of the ladder that is due, and tidy what waits; how many were written to."""
    with desk.store.reading(workspace) as books:
        due = list(_due(books, desk.timetable, desk.now()))
        stale = list(_stale(books, desk.timetable, desk.now()))
    if not due and not stale:
        return 0
    with desk.store.writing(workspace) as books:
        for row in _stale(books, desk.timetable, desk.now()):
            _tidy(books, desk.timetable, row, desk.now())
        return sum(_take(books, desk.timetable, step, desk.now()) for step in due)


def missing(desk: Desk, caller: Caller, quarter: Quarter) -> MissingList:
    """Who has not reported for a quarter. Raises NotAllowed, NotFound (no plan)."""
    may(caller, Deed.COORDINATE)
    with desk.store.reading(caller.workspace) as books:
        progress = books.plans.covering(quarter) or books.plans.progress()
        return _list(books, progress, quarter, desk.timetable, desk.today())


def nudge(desk: Desk, caller: Caller, quarter: Quarter) -> tuple[Asked, ...]:
    """A coordinator asks everybody with something to report, now, by the same rules.

    Raises NotAllowed, and Refused on a day or at an hour when nobody is written to.
    """
    may(caller, Deed.COORDINATE)
    now, timetable = desk.now(), desk.timetable
    today = timetable.date_of(now)
    if not is_working_day(today, timetable.holidays):
        raise Refused("Today is no working day, so nobody is written to.", "Try again on one.")
    with desk.store.writing(caller.workspace) as books:
        if _closed(books, timetable, quarter, now):
            raise Refused(f"{quarter} is closed.", "Updates now count for the next quarter.")
        progress = books.plans.covering(quarter)
        if progress is None:
            raise Invalid("quarter", f"{quarter} is not in the plan.", "Try `/csp missing`.")
        books.audit.note(now, caller.user, "nudge", quarter.label, route="slack")
        step = Step(quarter, Rung(1, Audience.LEADS), today, now)
        return tuple(_ask_all(books, progress, step, timetable, now))


def _due(books: Books, timetable: Timetable, now: datetime) -> Iterator[Step]:
    """Steps whose moment has come and which were neither taken nor skipped."""
    for step in _steps(books, timetable, now):
        if books.occurrences.find(STEP, step.quarter.label, str(step.rung)) is None:
            closed = _closed(books, timetable, step.quarter, now)
            if closed or timetable.is_working_morning(now):
                yield step


def _steps(books: Books, timetable: Timetable, now: datetime) -> Iterator[Step]:
    if not has_plan(books):
        return
    plan = books.plans.plan()
    since = watching_since(books, now)
    today = timetable.date_of(now)
    for quarter in quarters_between(plan.starts, min(plan.ends, today)):
        for step in steps(quarter, timetable):
            missed = timetable.moment(timetable.closes(quarter)) < since
            if step.due_at <= now and not missed:
                yield step


def _closed(books: Books, timetable: Timetable, quarter: Quarter, now: datetime) -> bool:
    posted = books.summaries.get(quarter) is not None
    return posted or timetable.moment(timetable.closes(quarter)) <= now


def _take(books: Books, timetable: Timetable, step: Step, now: datetime) -> int:
    """Take one step, or close it as skipped with the reason; how many people were written to."""
    reason = _pointless(books, timetable, step, now)
    made = books.occurrences.make(
        STEP,
        step.quarter.label,
        step.day,
        subject=str(step.rung),
        due_at=step.due_at,
        outcome="skipped" if reason else "made",
        reason=reason,
    )
    progress = books.plans.covering(step.quarter)
    if not made or reason or progress is None:
        return 0
    if step.rung.audience is Audience.COORDINATORS:
        return _send_list(books, progress, step, timetable, now)
    return sum(asked.sent for asked in _ask_all(books, progress, step, timetable, now))


def _pointless(books: Books, timetable: Timetable, step: Step, now: datetime) -> str:
    if _closed(books, timetable, step.quarter, now):
        return "the quarter closed before it could be sent"
    later = [
        other
        for other in steps(step.quarter, timetable)
        if step.due_at < other.due_at <= now and other.rung.audience is not Audience.COORDINATORS
    ]
    return "a later reminder took its place" if later else ""


def _send_list(
    books: Books, progress: Progress, step: Step, timetable: Timetable, now: datetime
) -> int:
    notice = _list(books, progress, step.quarter, timetable, timetable.date_of(now))
    if not notice.missing:
        return 0
    key = f"missing:{step.quarter}:{step.day}"
    return tell_coordinators(books, timetable, key, notice, step.due_at)


def _list(
    books: Books, progress: Progress, quarter: Quarter, timetable: Timetable, today: date
) -> MissingList:
    everybody = books.members.all()
    unreached = (
        agency.short
        for code in leads_awaiting(progress, quarter)
        if (agency := progress.plan.agency(code))
        and not [
            m
            for m in addressees(Rung(1, Audience.AGENCY), [code], everybody, today)
            if not is_away(m, today)
        ]
    )
    return MissingList(
        quarter=quarter,
        closes=timetable.closes(quarter),
        missing=by_lead(progress.plan, progress.awaiting(quarter)),
        unreached=tuple(unreached),
        illustrative=progress.plan.illustrative,
    )


def _ask_all(
    books: Books, progress: Progress, step: Step, timetable: Timetable, now: datetime
) -> Iterator[Asked]:
    codes = leads_awaiting(progress, step.quarter)
    people = addressees(step.rung, codes, books.members.all(), timetable.date_of(now))
    for member in people:
        notice = reminder(
            progress,
            member,
            step.quarter,
            timetable.closes(step.quarter),
            not_theirs(books, member.user),
        )
        if notice is not None:
            yield _ask(books, member, notice, step, timetable, now)


def _ask(
    books: Books,
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
    made = books.occurrences.make(
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
    return Asked(member.name, say(books, key, member.user, notice, step.due_at))


def _stale(books: Books, timetable: Timetable, now: datetime) -> Iterable[Outgoing]:
    """Reminders that did not go out on their morning."""
    morning = timetable.is_working_morning(now)
    for row in books.outbox.open_before(now + timedelta(seconds=1)):
        waits = row.state in {Delivery.PENDING, Delivery.HELD}
        put_off = row.not_before is not None and row.not_before > now
        if row.kind == Reminder.__name__ and waits and not put_off:
            late = timetable.date_of(row.due_at) < timetable.date_of(now)
            if late or not morning:
                yield row


def _tidy(books: Books, timetable: Timetable, row: Outgoing, now: datetime) -> None:
    """Close what has become pointless; let the rest wait for the next working morning."""
    notice = decode(Reminder, row.payload)
    progress = books.plans.covering(notice.quarter)
    waiting = {s.action.ref for s in progress.awaiting(notice.quarter)} if progress else set()
    if _closed(books, timetable, notice.quarter, now):
        books.outbox.skip(row.key, "the quarter closed before it could be sent")
    elif not waiting & {entry.ref for entry in notice.entries}:
        books.outbox.skip(row.key, "everything in it was reported meanwhile")
    elif row.state is Delivery.PENDING and not timetable.is_working_morning(now):
        books.outbox.move(row, Delivery.PENDING, not_before=_next_morning(timetable, now))


def _next_morning(timetable: Timetable, now: datetime) -> datetime:
    today = timetable.date_of(now)
    start = today if now < timetable.moment(today) else today + timedelta(days=1)
    return timetable.moment(working_day_on_or_after(start, timetable.holidays))
