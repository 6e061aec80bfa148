"""The quarterly summary: previewed by anybody, closed once on its day, or early by a coordinator.

Closing a quarter is one transaction: the occurrence, the frozen snapshot and the rows to be posted.
Three keys say "once" (occurrence, snapshot, outbox), so several processes may try at the same time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.access import Caller, Permission, require
from bot.core.codec import decode, encode
from bot.core.dataclass import dataclass
from bot.core.errors import Invalid, Refused
from bot.core.progress import Progress, show_date
from bot.core.quarters import Quarter, quarters_between
from bot.core.sign_off import SignOffStep
from bot.core.thresholds import Thresholds
from bot.core.timetable import Timetable
from bot.quarterly.facts import Summary
from bot.quarterly.sign_off import after_close, attested
from bot.quarterly.summary import summarise
from bot.quarterly.thread import posts
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
    `may_post`: the caller is a coordinator and it is not out yet; `may_approve`: it waits for
    approval, and the caller may give it."""

    summary: Summary
    frozen: bool
    may_post: bool
    may_approve: bool = False


def preview(context: Context, caller: Caller, quarter: Quarter) -> Preview:
    """The summary of a quarter for one reader. Raises NotAllowed, NotFound, Invalid, Refused."""
    context = context.of(caller)
    require(caller, Permission.READ)
    with context.store.reading(caller.workspace) as records:
        snapshot = records.summaries.get(quarter)
        if snapshot is not None:
            return Preview(decode(Summary, snapshot), frozen=True, may_post=False)
        _require_begun(records, quarter, context.today())
        summary = made(
            records,
            plan_of(records, quarter, context.today()),
            quarter,
            context.timetable,
            context.now(),
        )
    may_approve = approves(caller, context.timetable) and has_closed(context, quarter)
    return Preview(summary, False, caller.is_coordinator, may_approve)


def approves(caller: Caller, timetable: Timetable) -> bool:
    """Whether summaries are approved here, and the caller is one of those who may."""
    rules = timetable.sign_off
    may = caller.is_coordinator or caller.user in rules.approvers
    return rules.has(SignOffStep.APPROVE) and may


def has_closed(context: Context, quarter: Quarter) -> bool:
    """Whether the returns of a quarter are closed."""
    return context.timetable.moment(context.timetable.closes(quarter)) <= context.now()


def post_now(context: Context, caller: Caller, quarter: Quarter) -> Summary:
    """A coordinator posts a quarter's summary early. Raises NotAllowed, Refused (out; to come)."""
    context = context.of(caller)
    require(caller, Permission.COORDINATE)
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        _require_begun(records, quarter, context.today())
        progress = plan_of(records, quarter, context.today())
        summary = close(records, progress, quarter, context.timetable, due_at=now, now=now)
        if summary is None:
            raise already_out(quarter)
        records.audit.note(now, caller.user, "post summary", quarter.label, route="slack")
        return summary


def _require_begun(records: Records, quarter: Quarter, today: date) -> None:
    is_reported = records.summaries.get(quarter.previous) is not None  # that one was posted early
    if quarter.starts > today and not is_reported:
        begins = f"{quarter} has not begun: it begins on {show_date(quarter.starts)}."
        raise Refused(begins, "`/csp summary` shows the quarter that is reported now.")


def already_out(quarter: Quarter) -> Refused:
    """The refusal to post a quarter twice."""
    return Refused(
        f"The summary of {quarter} was posted already.",
        "It is posted once; `/csp summary` shows it again, `/csp correct` issues it anew.",
    )


def close_due(context: Context, workspace: str) -> int:
    """Close every quarter whose summary is due now; how many. Nothing without a plan, and nothing
    by itself where summaries are approved."""
    closed = 0
    for quarter in due(context, workspace):
        if context.timetable.sign_off.has(SignOffStep.APPROVE) and _lately(context, quarter):
            continue
        closed += _close_one(context, workspace, quarter)
    return closed


def _lately(context: Context, quarter: Quarter) -> bool:
    """Whether its time came so lately that somebody may still approve it."""
    return context.timetable.moment(context.timetable.posts(quarter)) > context.now() - LOOKED_BACK


def due(context: Context, workspace: str) -> list[Quarter]:
    """The quarters whose time to be posted has come and which are not frozen."""
    with context.store.reading(workspace) as records:
        return due_of(records, context.timetable, context.now())


def due_of(records: Records, timetable: Timetable, now: datetime) -> list[Quarter]:
    """The same within a transaction."""
    return [q for q in ended(timetable, now) if _is_due(records, timetable, q, now)]


def ended(timetable: Timetable, now: datetime) -> Iterator[Quarter]:
    """Those that ended in the last year and a bit: what lies further back is not caught up on."""
    today = timetable.date_of(now)
    begun = quarters_between(today - LOOKED_BACK, today)
    yield from (quarter for quarter in begun if quarter.ends < today)


def _is_due(records: Records, timetable: Timetable, quarter: Quarter, now: datetime) -> bool:
    due_at = timetable.moment(timetable.posts(quarter))
    return (
        due_at <= now
        and records.occurrences.find(KIND, quarter.label) is None
        and records.plans.covering(quarter) is not None
    )


def _close_one(context: Context, workspace: str, quarter: Quarter) -> bool:
    now, timetable = context.now(), context.timetable
    due_at = timetable.moment(timetable.posts(quarter))
    with context.store.writing(workspace) as records:
        progress = records.plans.covering(quarter)
        if progress is None:
            return False
        if is_old(records, progress, due_at, now):
            reason = "it was due long before the bot was given the plan"
            _mark(records, quarter, timetable, due_at, outcome="skipped", reason=reason)
            records.audit.note(now, "bot", "skip summary", quarter.label, after=reason)
            return False
        made = close(records, progress, quarter, timetable, due_at=due_at, now=now)
        if made is not None:
            records.audit.note(now, "bot", "close quarter", quarter.label)
        return made is not None


def is_old(records: Records, progress: Progress, due_at: datetime, now: datetime) -> bool:
    """Whether something was due long before the bot was given the plan."""
    return due_at < min(known_since(records, progress, now), now) - FRESH


def known_since(records: Records, progress: Progress, now: datetime) -> datetime:
    """Since when the bot holds a plan: what was due long before is not caught up on."""
    year = progress.plan.year
    return next((plan.since for plan in records.plans.held() if plan.year == year), now)


def plan_of(records: Records, quarter: Quarter, today: date) -> Progress:
    """The plan a quarter belongs to. Raises Invalid when none is held for it."""
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


def made(
    records: Records, progress: Progress, quarter: Quarter, timetable: Timetable, now: datetime
) -> Summary:
    """The summary of a quarter as the record stands now."""
    today, last = timetable.date_of(now), _last(records, quarter)
    sign_off = records.settings.sign_off(quarter)
    head, thresholds = last.head if last else None, timetable.sign_off.thresholds
    summary = summarise(progress, quarter, today, head, sign_off, thresholds)
    head = summary.head
    first = records.summaries.first(quarter.previous) if last else None
    if first is not None:
        closed = decode(Summary, first)
        current = as_it_stands(records, progress, quarter.previous, closed, thresholds)
        late = after_close(closed, current)
        head = replace(head, after_close=late)
    if timetable.sign_off.has(SignOffStep.ATTEST):
        head = attested(head, progress, sign_off)
    return replace(summary, head=head)


def as_it_stands(
    records: Records, progress: Progress, quarter: Quarter, frozen: Summary, thresholds: Thresholds
) -> Summary:
    """What the summary of a frozen quarter would be, made from the record as it is now."""
    last = _last(records, quarter)
    sign_off = records.settings.sign_off(quarter)
    head, as_at = last.head if last else None, frozen.head.as_at
    return summarise(progress, quarter, as_at, head, sign_off, thresholds)


def _last(records: Records, quarter: Quarter) -> Summary | None:
    """Last quarter's summary as posted; a new plan's first quarter is compared with nothing."""
    if quarter.previous.financial_year != quarter.financial_year:
        return None
    snapshot = records.summaries.get(quarter.previous)
    return decode(Summary, snapshot) if snapshot is not None else None


def close(
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
    summary = made(records, progress, quarter, timetable, now)
    if not records.summaries.save(quarter, progress.plan.year, encode(summary), now):
        return None
    _mark(records, quarter, timetable, due_at)
    put(records, timetable, summary, stem_of(progress.plan.year, quarter), due_at)
    return summary


def stem_of(year: str, quarter: Quarter, issue: int = 1) -> str:
    """The group its parts stand under in the outbox."""
    stem = f"summary:{year}:{quarter}"
    return stem if issue == 1 else f"{stem}:issue {issue}"


def put(
    records: Records, timetable: Timetable, summary: Summary, stem: str, due_at: datetime
) -> None:
    """The parts of a frozen summary into the outbox, each under its own key."""
    parts = posts(summary)
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
