"""What somebody has still to report: for "13 to go", the reminders, Home and the form for many."""

from __future__ import annotations

from bot.core.access import Caller
from bot.core.dataclass import dataclass
from bot.core.progress import Progress, Standing
from bot.core.quarters import Quarter
from bot.core.years import in_year
from bot.services.context import Context
from bot.services.progress import Reported
from bot.services.years import plan_for
from bot.store.store import Records


@dataclass(frozen=True, slots=True)
class NextUp:
    """After an update: the next action to report, its address, and how many await an update."""

    ref: str
    address: str
    to_go: int


def still_to_report(
    records: Records, progress: Progress, quarter: Quarter, caller: Caller, codes: tuple[str, ...]
) -> tuple[Standing, ...]:
    """The actions led by `codes` that await an update, without those the caller said are not
    theirs."""
    refused = set(records.settings.not_theirs(caller.user, progress.plan.year))
    return tuple(s for s in progress.awaiting(quarter, codes) if s.action.ref not in refused)


def next_up(context: Context, caller: Caller, reported: Reported) -> NextUp | None:
    """What is to be reported after an action, in the plan's order: of the caller's own agencies, or
    of the one an update was given for. None when nothing is, or its quarter is closed."""
    if reported.late:
        return None
    update = reported.update
    action = reported.after.action
    with context.store.reading(caller.workspace) as records:
        year = records.plans.year_of(update.id)
        progress = plan_for(records, context.today(), year)
        own = set(caller.agencies) & set(action.leads)
        codes = caller.agencies if own else action.leads
        waiting = still_to_report(records, progress, update.quarter, caller, codes)
    order = [a.ref for a in progress.plan.actions]
    after = [s for s in waiting if order.index(s.action.ref) > order.index(action.ref)]
    for standing in (after or waiting)[:1]:
        ref = standing.action.ref
        return NextUp(ref, in_year(ref, progress.plan.year), len(waiting))
    return None
