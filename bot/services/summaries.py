"""The quarterly summary: previewed by anybody, closed once on its day, or early by a coordinator.

Closing a quarter is one transaction: the occurrence, the frozen snapshot and the rows to be posted.
Three keys say "once" (occurrence, snapshot, outbox), so several processes may try at the same time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.access import Caller, Deed, may
from bot.core.errors import Invalid, NotFound, Refused
from bot.core.notices import decode, encode
from bot.core.progress import Progress, show_date
from bot.core.quarters import Quarter, quarters_between
from bot.core.timetable import Timetable
from bot.quarterly.facts import Summary, SummaryHead
from bot.quarterly.summary import summarise
from bot.services.desk import Desk
from bot.services.outbox import channel_of, say
from bot.store.store import Books

KIND = "summary"
FRESH = timedelta(days=14)
"""A summary that was due before the bot first saw the plan is still posted within these days."""
WATCHING = "watching since"


@dataclass(frozen=True, slots=True)
class Preview:
    """A summary as it stands. `frozen`: it was posted (or is about to be) and changes no more;
    `may_post`: the caller is a coordinator and it is not out yet."""

    summary: Summary
    frozen: bool
    may_post: bool


def preview(desk: Desk, caller: Caller, quarter: Quarter) -> Preview:
    """The summary of a quarter for one reader. Raises NotAllowed, NotFound (no plan), Invalid."""
    may(caller, Deed.READ)
    with desk.store.reading(caller.workspace) as books:
        kept = books.summaries.get(quarter)
        if kept is not None:
            return Preview(decode(Summary, kept), frozen=True, may_post=False)
        summary = _made(books, _plan_of(books, quarter), quarter, desk.timetable, desk.now())
    return Preview(summary, frozen=False, may_post=caller.is_coordinator)


def post_now(desk: Desk, caller: Caller, quarter: Quarter) -> Summary:
    """A coordinator posts a quarter's summary early. Raises NotAllowed, Refused (out already)."""
    may(caller, Deed.COORDINATE)
    now = desk.now()
    with desk.store.writing(caller.workspace) as books:
        progress = _plan_of(books, quarter)
        made = _close(books, progress, quarter, desk.timetable, due_at=now, now=now)
        if made is None:
            raise Refused(
                f"The summary of {quarter} was posted already.",
                "It is posted once; `/csp summary` shows it again.",
            )
        books.audit.note(now, caller.user, "post summary", quarter.label, route="slack")
        return made


def close_due(desk: Desk, workspace: str) -> int:
    """Close every quarter whose summary is due now; how many. Nothing without a plan."""
    closed = 0
    for quarter in _due(desk, workspace):
        closed += _close_one(desk, workspace, quarter)
    return closed


def _due(desk: Desk, workspace: str) -> list[Quarter]:
    now, timetable = desk.now(), desk.timetable
    with desk.store.reading(workspace) as books:
        return [q for q in _quarters(books, timetable, now) if _is_due(books, timetable, q, now)]


def _quarters(books: Books, timetable: Timetable, now: datetime) -> Iterator[Quarter]:
    """Those of the current plan that have ended, and the one before it (of last year's plan)."""
    if not has_plan(books):
        return
    plan = books.plans.plan()
    today = timetable.date_of(now)
    first = Quarter.of(plan.starts)
    yield from (
        q for q in (first.previous, *quarters_between(plan.starts, plan.ends)) if q.ends < today
    )


def _is_due(books: Books, timetable: Timetable, quarter: Quarter, now: datetime) -> bool:
    due_at = timetable.moment(timetable.closes(quarter))
    return (
        due_at <= now
        and books.occurrences.find(KIND, quarter.label) is None
        and books.plans.covering(quarter) is not None
    )


def _close_one(desk: Desk, workspace: str, quarter: Quarter) -> bool:
    now, timetable = desk.now(), desk.timetable
    due_at = timetable.moment(timetable.closes(quarter))
    with desk.store.writing(workspace) as books:
        progress = books.plans.covering(quarter)
        if progress is None:
            return False
        if due_at < min(watching_since(books, now), now) - FRESH:
            reason = "it was due long before the bot was given the plan"
            _mark(books, quarter, timetable, due_at, outcome="skipped", reason=reason)
            return False
        return _close(books, progress, quarter, timetable, due_at=due_at, now=now) is not None


def watching_since(books: Books, now: datetime) -> datetime:
    """Since when this bot looks after the workspace's plan; `now` when that was not noted yet."""
    noted = books.settings.get(WATCHING)
    return datetime.fromisoformat(noted) if noted else now


def start_watching(desk: Desk, workspace: str) -> None:
    """Note, once, when the bot first saw a plan here: what was due before is not caught up on."""
    with desk.store.reading(workspace) as books:
        if books.settings.get(WATCHING):
            return
    with desk.store.writing(workspace) as books:
        if not books.settings.get(WATCHING) and has_plan(books):
            books.settings.set(WATCHING, desk.now().isoformat())


def has_plan(books: Books) -> bool:
    """Whether the workspace has a plan yet."""
    try:
        books.plans.plan()
    except NotFound:
        return False
    return True


def _plan_of(books: Books, quarter: Quarter) -> Progress:
    progress = books.plans.covering(quarter)
    if progress is None:
        plan = books.plans.plan()
        raise Invalid(
            "quarter",
            f"The plan runs from {show_date(plan.starts)} to {show_date(plan.ends)}, "
            f"so {quarter} is not in it.",
            f"Try `/csp summary {Quarter.of(plan.starts)}`.",
        )
    return progress


def _made(
    books: Books, progress: Progress, quarter: Quarter, timetable: Timetable, now: datetime
) -> Summary:
    return summarise(progress, quarter, timetable.date_of(now), _last(books, quarter))


def _last(books: Books, quarter: Quarter) -> SummaryHead | None:
    """Last quarter's summary as posted; a new plan's first quarter is compared with nothing."""
    kept = books.summaries.get(quarter.previous)
    head = decode(Summary, kept).head if kept is not None else None
    same_plan = head is not None and quarter.previous.financial_year == quarter.financial_year
    return head if same_plan else None


def _close(
    books: Books,
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
    summary = _made(books, progress, quarter, timetable, now)
    if not books.summaries.save(quarter, progress.plan.year, encode(summary), now):
        return None
    _mark(books, quarter, timetable, due_at)
    parts = (summary.head, *summary.details)
    stem = f"summary:{progress.plan.year}:{quarter}"
    for number, part in enumerate(parts, 1):
        say(
            books,
            f"{stem}:{number}",
            channel_of(books, timetable),
            part,
            due_at,
            group=stem,
            part=number,
            n_parts=len(parts),
        )
    return summary


def _mark(
    books: Books,
    quarter: Quarter,
    timetable: Timetable,
    due_at: datetime,
    *,
    outcome: str = "made",
    reason: str = "",
) -> None:
    books.occurrences.make(
        KIND,
        quarter.label,
        timetable.date_of(due_at),
        due_at=due_at,
        outcome=outcome,
        reason=reason,
    )
