"""The quarterly summary: previewed by anybody, closed once on its day, or early by a coordinator.

Closing a quarter is one transaction: the occurrence, the frozen snapshot and the rows to be posted.
Three keys say "once" (occurrence, snapshot, outbox), so several processes may try at the same time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.access import Caller, Permission, require
from bot.core.codec import decode, encode
from bot.core.errors import Invalid, Refused
from bot.core.progress import Progress, show_date
from bot.core.quarters import Quarter, quarters_between
from bot.core.timetable import Timetable
from bot.quarterly.facts import Summary, SummaryHead, SummaryMore
from bot.quarterly.summary import summarise
from bot.services.context import Context
from bot.services.outbox import say
from bot.services.years import held_words
from bot.store.store import Records

KIND = "summary"
FRESH = timedelta(days=14)
"""A summary that was due before the bot was given its plan is still posted within these days."""
LOOKED_BACK = timedelta(days=400)
"""How far back a quarter may have ended whose summary is still looked after."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A summary as it stands. `frozen`: it was posted (or is about to be) and changes no more;
    `may_post`: the caller is a coordinator and it is not out yet."""

    summary: Summary
    frozen: bool
    may_post: bool


def preview(context: Context, caller: Caller, quarter: Quarter) -> Preview:
    """The summary of a quarter for one reader. Raises NotAllowed, NotFound (no plan), Invalid."""
    require(caller, Permission.READ)
    with context.store.reading(caller.workspace) as records:
        frozen = records.summaries.get(quarter)
        if frozen is not None:
            return Preview(decode(Summary, frozen), frozen=True, may_post=False)
        summary = _made(
            records,
            _plan_of(records, quarter, context.today()),
            quarter,
            context.timetable,
            context.now(),
        )
    return Preview(summary, frozen=False, may_post=caller.is_coordinator)


def post_now(context: Context, caller: Caller, quarter: Quarter) -> Summary:
    """A coordinator posts a quarter's summary early. Raises NotAllowed, Refused (out already)."""
    require(caller, Permission.COORDINATE)
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        progress = _plan_of(records, quarter, context.today())
        made = _close(records, progress, quarter, context.timetable, due_at=now, now=now)
        if made is None:
            raise Refused(
                f"The summary of {quarter} was posted already.",
                "It is posted once; `/csp summary` shows it again.",
            )
        records.audit.note(now, caller.user, "post summary", quarter.label, route="slack")
        return made


def close_due(context: Context, workspace: str) -> int:
    """Close every quarter whose summary is due now; how many. Nothing without a plan."""
    closed = 0
    for quarter in _due(context, workspace):
        closed += _close_one(context, workspace, quarter)
    return closed


def _due(context: Context, workspace: str) -> list[Quarter]:
    now, timetable = context.now(), context.timetable
    with context.store.reading(workspace) as records:
        return [q for q in _quarters(timetable, now) if _is_due(records, timetable, q, now)]


def _quarters(timetable: Timetable, now: datetime) -> Iterator[Quarter]:
    """Those that ended in the last year and a bit: what lies further back is not caught up on."""
    today = timetable.date_of(now)
    begun = quarters_between(today - LOOKED_BACK, today)
    yield from (quarter for quarter in begun if quarter.ends < today)


def _is_due(records: Records, timetable: Timetable, quarter: Quarter, now: datetime) -> bool:
    due_at = timetable.moment(timetable.closes(quarter))
    return (
        due_at <= now
        and records.occurrences.find(KIND, quarter.label) is None
        and records.plans.covering(quarter) is not None
    )


def _close_one(context: Context, workspace: str, quarter: Quarter) -> bool:
    now, timetable = context.now(), context.timetable
    due_at = timetable.moment(timetable.closes(quarter))
    with context.store.writing(workspace) as records:
        progress = records.plans.covering(quarter)
        if progress is None:
            return False
        if due_at < min(known_since(records, progress, now), now) - FRESH:
            reason = "it was due long before the bot was given the plan"
            _mark(records, quarter, timetable, due_at, outcome="skipped", reason=reason)
            return False
        return _close(records, progress, quarter, timetable, due_at=due_at, now=now) is not None


def known_since(records: Records, progress: Progress, now: datetime) -> datetime:
    """Since when the bot holds a plan: what was due long before is not caught up on."""
    year = progress.plan.year
    return next((plan.since for plan in records.plans.held() if plan.year == year), now)


def _plan_of(records: Records, quarter: Quarter, today: date) -> Progress:
    progress = records.plans.covering(quarter)
    if progress is None:
        held = records.plans.held()
        plan = records.plans.plan(today)
        raise Invalid(
            "quarter",
            f"{held_words(held)} {quarter} is in none of them."
            if held[1:]
            else f"The plan runs from {show_date(plan.starts)} to {show_date(plan.ends)}, "
            f"so {quarter} is not in it.",
            f"Try `/csp summary {Quarter.of(plan.starts)}`.",
        )
    return progress


def _made(
    records: Records, progress: Progress, quarter: Quarter, timetable: Timetable, now: datetime
) -> Summary:
    return summarise(progress, quarter, timetable.date_of(now), _last(records, quarter))


def _last(records: Records, quarter: Quarter) -> SummaryHead | None:
    """Last quarter's summary as posted; a new plan's first quarter is compared with nothing."""
    frozen = records.summaries.get(quarter.previous)
    head = decode(Summary, frozen).head if frozen is not None else None
    same_plan = head is not None and quarter.previous.financial_year == quarter.financial_year
    return head if same_plan else None


def _close(
    records: Records,
    progress: Progress,
    quarter: Quarter,
    timetable: Timetable,
    *,
    due_at: datetime,
    now: datetime,
) -> Summary | None:
    """Freeze a quarter and put its parts into the outbox; None when that was done before."""
    if quarter.starts > timetable.date_of(now):
        raise Refused(f"{quarter} has not begun yet.", "Try the quarter before it.")
    summary = _made(records, progress, quarter, timetable, now)
    if not records.summaries.save(quarter, progress.plan.year, encode(summary), now):
        return None
    _mark(records, quarter, timetable, due_at)
    parts = (summary.head, SummaryMore(summary.head), *summary.details)
    stem = f"summary:{progress.plan.year}:{quarter}"
    for number, part in enumerate(parts, 1):
        say(
            records,
            f"{stem}:{number}",
            records.settings.channel(timetable.channel),
            part,
            due_at,
            group=stem,
            part=number,
            n_parts=len(parts),
        )
    return summary


def _mark(
    records: Records,
    quarter: Quarter,
    timetable: Timetable,
    due_at: datetime,
    *,
    outcome: str = "made",
    reason: str = "",
) -> None:
    records.occurrences.make(
        KIND,
        quarter.label,
        timetable.date_of(due_at),
        due_at=due_at,
        outcome=outcome,
        reason=reason,
    )
