"""What Home shows, gathered in one read."""

from __future__ import annotations

from datetime import date

from bot.core.access import Caller, Permission, Role, allowed, require
from bot.core.codec import decode
from bot.core.errors import Refused
from bot.core.members import Member
from bot.core.progress import Progress
from bot.core.quarters import Quarter, working_days_between
from bot.core.sensitive import hidden_from, masked
from bot.core.years import coming
from bot.quarterly.facts import Summary, SummaryHead
from bot.quarterly.home_facts import HomeFacts, HomeReturn, soonest_first
from bot.quarterly.missing import Missing, Reach, can_be_asked, missing
from bot.quarterly.reminders import leads_awaiting
from bot.services.collecting import OpenReturn, by_plan, open_returns
from bot.services.context import Context
from bot.store.store import Records


def facts(context: Context, caller: Caller) -> HomeFacts:
    """Everything Home shows to this caller. Raises NotAllowed, NotFound (no plan)."""
    context = context.of(caller)
    require(caller, Permission.READ)
    today = context.today()
    with context.store.reading(caller.workspace) as records:
        unmasked = records.plans.progress(today)
        opened = by_plan(open_returns(records, context.timetable, today))
        following = coming(records.plans.held(), today)
        people = records.members.all() if caller.is_coordinator else ()
        asked = records.unplaced_questions.open(5) if caller.is_coordinator else ()
        channel = records.settings.channel(context.timetable.channel)
        last = None if caller.role is Role.LEAD else _last(records, today)
    progress = masked(unmasked, hidden_from(caller, unmasked.plan))
    return HomeFacts(
        progress=progress,
        returns=tuple(_return(context, caller, one, people) for one in opened),
        today=today,
        coordinator=caller.is_coordinator,
        reports=allowed(caller, Permission.REPORT),
        following=following,
        last=last,
        proposals=tuple(member for member in people if not member.confirmed),
        unplaced=tuple((number, text) for number, text, _ in asked),
        unowned=_unowned(progress, people, today) if caller.is_coordinator else (),
        has_channel=bool(channel),
    )


def try_sample(context: Context, caller: Caller) -> None:
    """Load the sample plan where nothing is loaded. Raises NotAllowed, Refused."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        held = records.plans.held()
    if held or context.sample is None:
        raise Refused("A plan is loaded already.", "Send me another one as a file.")
    context.sample(context, caller.workspace)


def _last(records: Records, today: date) -> SummaryHead | None:
    """The latest summary that was frozen: posted early, or one of the two quarters before."""
    now = Quarter.of(today)
    for quarter in (now, now.previous, now.previous.previous):
        if text := records.summaries.get(quarter):
            return decode(Summary, text).head
    return None


def _return(
    context: Context, caller: Caller, opened: OpenReturn, people: tuple[Member, ...]
) -> HomeReturn:
    plan, quarter, today = opened.progress.plan, opened.quarter, context.today()
    progress = masked(opened.progress, hidden_from(caller, plan))
    closes = context.timetable.closes(quarter)
    reports = allowed(caller, Permission.REPORT)
    return HomeReturn(
        quarter=quarter,
        year=plan.year,
        closes=closes,
        mine=soonest_first(progress.led_by(caller.agencies)) if reports else (),
        awaiting=frozenset(standing.action.ref for standing in progress.awaiting(quarter)),
        working_days=working_days_between(today, closes, context.timetable.holidays),
        reported=sum(s.reported_for(quarter) is not None for s in progress.standings),
        actions=len(progress.standings),
        people=len(can_be_asked(leads_awaiting(opened.progress, quarter), people, today)),
    )


def _unowned(progress: Progress, people: tuple[Member, ...], today: date) -> tuple[Missing, ...]:
    """Open actions that nobody could report: of agencies nobody here speaks for, and of none."""
    awaited = (s for s in progress.standings if not (s.status is not None and s.status.closed))
    lines = missing(progress.plan, awaited, people, today, {})
    return tuple(line for line in lines if line.reach is not Reach.CAN_ASK)
