"""What Home shows, gathered in one read."""

from __future__ import annotations

from bot.core.access import Caller, Permission, allowed, require
from bot.core.errors import Refused
from bot.core.members import Member
from bot.core.progress import Progress
from bot.core.sensitive import hidden_from, masked
from bot.core.years import coming
from bot.quarterly.facts import NotReported
from bot.quarterly.home_facts import HomeFacts, HomeReturn
from bot.quarterly.summary import by_lead
from bot.services.collecting import OpenReturn, by_plan, open_returns
from bot.services.context import Context


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
    progress = masked(unmasked, hidden_from(caller, unmasked.plan))
    return HomeFacts(
        progress=progress,
        returns=tuple(_return(context, caller, one) for one in opened),
        today=today,
        coordinator=caller.is_coordinator,
        following=following,
        proposals=tuple(member for member in people if not member.confirmed),
        unplaced=tuple((number, text) for number, text, _ in asked),
        ownerless=_ownerless(progress, people) if caller.is_coordinator else (),
    )


def try_sample(context: Context, caller: Caller) -> None:
    """Load the sample plan where nothing is loaded. Raises NotAllowed, Refused."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        held = records.plans.held()
    if held or context.sample is None:
        raise Refused("A plan is loaded already.", "Send me another one as a file.")
    context.sample(context, caller.workspace)


def _return(context: Context, caller: Caller, opened: OpenReturn) -> HomeReturn:
    plan, quarter = opened.progress.plan, opened.quarter
    progress = masked(opened.progress, hidden_from(caller, plan))
    awaiting = progress.awaiting(quarter)
    return HomeReturn(
        quarter=quarter,
        year=plan.year,
        closes=context.timetable.closes(quarter),
        mine=progress.led_by(caller.agencies) if allowed(caller, Permission.REPORT) else (),
        awaiting=frozenset(standing.action.ref for standing in awaiting),
        missing=by_lead(plan, awaiting) if caller.is_coordinator else (),
    )


def _ownerless(progress: Progress, people: tuple[Member, ...]) -> tuple[NotReported, ...]:
    """Open actions of agencies of which nobody here may report (left, or never joined)."""
    there = {code for m in people if m.confirmed and m.active for code in m.agencies}
    return by_lead(
        progress.plan,
        (
            s
            for s in progress.standings
            if not (s.status is not None and s.status.closed) and not there & set(s.action.leads)
        ),
    )
