"""The turn of the year: the channel hears once that a new plan is in force, and the coordinators
hear in time that theirs ends and none is loaded to follow it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.core.plan import Plan
from bot.core.progress import count, show_date
from bot.core.quarters import Quarter
from bot.core.timetable import Timetable
from bot.core.years import PlanYear, coming, in_force, shown
from bot.messages.notices import Message
from bot.services.collecting import open_returns
from bot.services.context import Context
from bot.services.outbox import say, tell_coordinators
from bot.services.years import LOAD_NEXT
from bot.store.store import Records

BEGINS = "plan begins"
ENDS = "plan ends"
DAYS_BEFORE = (60, 30, 7)
"""Days before a plan's last day on which its coordinators are told that none follows."""
NEWS = timedelta(days=14)
"""After so many days it is no news any more that a plan is in force, or that one has ended."""


def announce_due(context: Context, workspace: str) -> bool:
    """On a plan's first morning (or when it is loaded late): the channel is told, once, that it is
    in force. The first plan of a partnership needs no announcing. True when it was put now."""
    now, timetable, today = context.now(), context.timetable, context.today()
    with context.store.reading(workspace) as records:
        plan = in_force(records.plans.held(), today)
        due_at = _news(records, plan, timetable, now) if plan else None
    if plan is None or due_at is None:
        return False
    with context.store.writing(workspace) as records:
        if not _once(records, BEGINS, plan.year, "", timetable, due_at):
            return False
        text = " ".join(_begun(records, records.plans.plan(today), timetable, today))
        channel = records.settings.channel(timetable.channel)
        return say(records, f"begins:{plan.year}", channel, Message(text), due_at)


def _news(records: Records, plan: PlanYear, timetable: Timetable, now: datetime) -> datetime | None:
    """When it was due to be said that a plan is in force; None when it is not to be said."""
    due_at = max(timetable.moment(plan.starts), plan.since)
    follows = any(other.starts < plan.starts for other in records.plans.held())
    known = records.occurrences.find(BEGINS, plan.year) is not None
    return due_at if follows and not known and due_at <= now <= due_at + NEWS else None


def _begun(records: Records, plan: Plan, timetable: Timetable, today: date) -> list[str]:
    since = "from today" if plan.starts == today else f"since {show_date(plan.starts)}"
    priorities = count(len(plan.priorities), "priority", "priorities")
    sentences = [
        f"The {plan.year} plan is in force {since}: {count(len(plan.actions), 'action')} "
        f"in {priorities}."
    ]
    sentences += [
        f"Returns for {one.quarter} of the {one.year} plan are open until "
        f"{show_date(timetable.closes(one.quarter))}."
        for one in open_returns(records, timetable, today)
        if one.year != plan.year
    ]
    return sentences


def warn_due(context: Context, workspace: str) -> bool:
    """The coordinators are told 60, 30 and 7 days before a plan's last day that none is loaded to
    follow it, and once that it has ended; on working mornings. True when they were told now."""
    now, timetable, today = context.now(), context.timetable, context.today()
    if not timetable.is_working_morning(now):
        return False
    with context.store.reading(workspace) as records:
        plan, step = _ending(records, today)
        if plan is None or records.occurrences.find(ENDS, plan.year, step) is not None:
            return False
    with context.store.writing(workspace) as records:
        due_at = timetable.moment(today)
        if not _once(records, ENDS, plan.year, step, timetable, due_at):
            return False
        text = _warning(records, plan, today)
        key = f"ends:{plan.year}:{step}"
        return tell_coordinators(records, timetable, key, Message(text), due_at) > 0


def _ending(records: Records, today: date) -> tuple[PlanYear | None, str]:
    """The plan that ends or has ended with none to follow at once, and the step to be told."""
    held = records.plans.held()
    plan = shown(held, today)
    if plan is None or in_force(held, plan.ends + timedelta(days=1)) or plan.starts > today:
        return None, ""
    left = (plan.ends - today).days
    if left < 0:
        return (plan, "ended") if -left <= NEWS.days else (None, "")
    reached = [days for days in DAYS_BEFORE if left <= days]
    return (plan, str(reached[-1])) if reached else (None, "")


def _warning(records: Records, plan: PlanYear, today: date) -> str:
    following = coming(records.plans.held(), today)
    ends = f"The {plan.year} plan {'ended' if plan.ends < today else 'ends'} on"
    ends = f"{ends} {show_date(plan.ends)}"
    if following is not None:
        gap = f"the {following.year} plan begins on {show_date(following.starts)}"
        return f"{ends}, and {gap}: between them nothing is asked of anybody."
    if plan.ends < today:
        last = Quarter.of(plan.ends)
        return (
            f"{ends} and no plan is loaded to follow it. Nothing is asked of anybody from now on; "
            f"returns for {last} are taken until its summary is posted. {LOAD_NEXT}"
        )
    return f"{ends} and no plan is loaded to follow it yet. {LOAD_NEXT}"


def _once(
    records: Records, kind: str, year: str, subject: str, timetable: Timetable, due_at: datetime
) -> bool:
    day = timetable.date_of(due_at)
    return records.occurrences.make(kind, year, day, subject=subject, due_at=due_at)
