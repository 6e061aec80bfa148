"""What Home shows, gathered in one read."""

from __future__ import annotations

from bot.core.access import Caller, Permission, allowed, require
from bot.core.members import Member
from bot.core.progress import Progress
from bot.core.sensitive import hidden_from, masked
from bot.quarterly.facts import NotReported
from bot.quarterly.home_facts import HomeFacts
from bot.quarterly.summary import by_lead
from bot.services.collecting import open_quarters
from bot.services.context import Context


def facts(context: Context, caller: Caller) -> HomeFacts:
    """Everything Home shows to this caller. Raises NotAllowed, NotFound (no plan)."""
    require(caller, Permission.READ)
    today = context.today()
    with context.store.reading(caller.workspace) as records:
        quarter = open_quarters(records, context.timetable, today)[0]
        whole = records.plans.progress()
        people = records.members.all() if caller.is_coordinator else ()
        asked = records.unplaced_questions.open(5) if caller.is_coordinator else ()
    progress = masked(whole, hidden_from(caller, whole.plan))
    return HomeFacts(
        progress=progress,
        mine=progress.led_by(caller.agencies) if allowed(caller, Permission.REPORT) else (),
        awaiting=frozenset(s.action.ref for s in progress.awaiting(quarter)),
        quarter=quarter,
        closes=context.timetable.closes(quarter),
        today=today,
        coordinator=caller.is_coordinator,
        missing=by_lead(progress.plan, progress.awaiting(quarter)) if caller.is_coordinator else (),
        proposals=tuple(member for member in people if not member.confirmed),
        unplaced=tuple((number, text) for number, text, _ in asked),
        ownerless=_ownerless(progress, people) if caller.is_coordinator else (),
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
