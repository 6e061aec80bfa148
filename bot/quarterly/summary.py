"""The quarterly summary as facts: what a partnership is told when a quarter closes.

Counts, movements, exceptions, what is overdue and what was not reported, as the lead agencies
declared them. It says what was reported and never why crime rose or fell: no causal claims. Made
once a quarter and frozen; how it reads is for `wording` and `thread`, how it looks for `blocks`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.core.plan import Plan, Priority
from bot.core.progress import Progress, Standing, excerpt
from bot.core.quarters import Quarter
from bot.core.sign_off import NOT_BEGUN, SignOff
from bot.core.status import Status
from bot.core.thresholds import USUAL, Thresholds
from bot.quarterly.facts import (
    ActionEntry,
    Change,
    Figure,
    NewDate,
    NotReported,
    PriorityShare,
    Summary,
    SummaryDetail,
    SummaryHead,
)
from bot.quarterly.figures import measured
from bot.quarterly.measures import QUARTERS
from bot.quarterly.pages import pages
from bot.quarterly.view import View, lead_names

WENT_WELL = 8
"""Entries under "what went well": the rest stands in the thread."""
SET_ASIDE = frozenset({Status.DEFERRED, Status.CANCELLED})
"""Decided to be left for now or for good: no part of what is counted as reported."""
SAID_FIRST = (
    Status.COMPLETE,
    Status.ON_TRACK,
    Status.AT_RISK,
    Status.OFF_TRACK,
    Status.NOT_STARTED,
)


def summarise(
    progress: Progress,
    quarter: Quarter,
    today: date,
    last: SummaryHead | None = None,
    sign_off: SignOff = NOT_BEGUN,
    thresholds: Thresholds = USUAL,
) -> Summary:
    """The summary of `quarter` as far as it is known on `today` (a preview until it closes).

    `last` is the previous quarter's summary as it was posted, so that "last quarter" repeats what
    was said then; without it the figure is worked out from the updates. `sign_off` holds what
    coordinators add and which agencies gave their word; `thresholds` when a measure is on course.

    A status holds until another is reported, so each entry says when it was last reported; an
    action nobody ever reported on counts as "no update received" and never as amber or red.
    """
    view = View(progress, quarter, today, sign_off, thresholds)
    return Summary(_head(view, last), tuple(_details(view)))


def _head(view: View, last: SummaryHead | None) -> SummaryHead:
    well = sorted(filter(view.this_quarter, view.now), key=lambda s: _goodness(view, s))
    well = [s for s in well if _goodness(view, s) < _ORDINARY]
    head = SummaryHead(
        title=view.plan.title,
        quarter=view.quarter,
        as_at=view.as_at,
        marking=view.plan.marking,
        total=len(view.now),
        good=_good(view.now),
        share_before=last.share if last else None,
        carried=sum(_good([s]) for s in view.now if s.action.ref in view.missing),
        first_reports=sum(view.this_quarter(s) and _is_new(view, s) for s in view.now),
        reported=_counted(s for s in view.now if view.this_quarter(s)),
        stale=_counted(s for s in view.now if s.latest and not view.this_quarter(s)),
        set_aside=sum(s.status in SET_ASIDE for s in view.now),
        illustrative=view.plan.illustrative,
        went_well=view.entries(well[:WENT_WELL]),
        more_went_well=max(0, len(well) - WENT_WELL),
        off_track=view.entries(s for s in view.now if s.status is Status.OFF_TRACK),
        at_risk=view.entries(s for s in view.now if s.status is Status.AT_RISK),
        changes=tuple(_changes(view)),
        new_dates=tuple(_new_dates(view)),
        overdue=view.entries(s for s in view.now if s.is_overdue(view.last_day)),
        missing=by_lead(view.plan, (s for s in view.now if s.action.ref in view.missing)),
        figures=tuple(
            f
            for f in (
                *measured(view.readings, view.plan.measures, view.thresholds),
                *_figures(view, view.now),
            )
            if f.period == view.quarter
        ),
        next_due=_next_due(view),
        comment=view.sign_off.comment,
        shares=tuple(_shares(view)),
        made=view.today,
    )
    if last is None and view.quarter.previous.ends >= view.plan.starts:
        before = replace(head, good=_good(view.before.values()))
        return replace(head, share_before=before.share)
    return head


LABEL = 20
"""Characters of a priority's name that a chart has room for; of a longer one its code is shown."""


def _shares(view: View) -> Iterable[PriorityShare]:
    first = view.quarter.previous.ends < view.plan.starts
    for priority in view.plan.priorities:
        now = [s for s in view.now if s.action.priority == priority.code]
        before = _good(view.before[s.action.ref] for s in now)
        if now:
            label = priority.short if len(priority.short) <= LABEL else priority.code
            yield PriorityShare(label, _good(now), len(now), None if first else before)


def _counted(standings: Iterable[Standing]) -> tuple[tuple[Status, int], ...]:
    statuses = [s.status for s in standings if s.status is not None and s.status not in SET_ASIDE]
    return tuple((status, statuses.count(status)) for status in SAID_FIRST if status in statuses)


def _good(standings: Iterable[Standing]) -> int:
    return sum(s.status is not None and s.status.good for s in standings)


def _is_new(view: View, standing: Standing) -> bool:
    return view.before[standing.action.ref].latest is None


_ORDINARY = 4


def _goodness(view: View, standing: Standing) -> int:
    """Completed, then back on track, then on track with its target met, then on track at all."""
    earlier, status = view.before[standing.action.ref].status, standing.status
    if status is Status.COMPLETE:
        return 0
    if status is not Status.ON_TRACK:
        return _ORDINARY
    if earlier in {Status.OFF_TRACK, Status.AT_RISK}:
        return 1
    return 2 if any(figure.met for figure in _figures(view, [standing])) else 3


def _changes(view: View) -> Iterable[Change]:
    for standing in view.now:
        before, after = view.changed_from(standing), standing.status
        if before is not None and after is not None:
            yield Change(standing.action.ref, before, after, excerpt(standing.action.text, 160))


def _new_dates(view: View) -> Iterable[NewDate]:
    for standing in view.now:
        for move in standing.moves:
            if view.is_new(move):
                reason = excerpt(move.update.reason)
                yield NewDate(standing.action.ref, move.before, move.after, reason)


def by_lead(plan: Plan, standings: Iterable[Standing]) -> tuple[NotReported, ...]:
    """References of actions under who leads them; joint leads are a line of their own."""
    refs: dict[str, list[str]] = defaultdict(list)
    for standing in standings:
        action = standing.action
        masked_away = plan.is_sensitive(action) and not action.leads
        lead = "Sensitive actions" if masked_away else lead_names(plan, action)
        refs[lead[:1].upper() + lead[1:]].append(action.ref)
    return tuple(NotReported(lead, tuple(refs[lead])) for lead in sorted(refs))


def _figures(view: View, standings: Iterable[Standing]) -> Iterable[Figure]:
    for standing in standings:
        measures, last = standing.action.measures, _due_in(view, standing)
        yield from measured(view.readings, measures, view.thresholds, last)


def _due_in(view: View, standing: Standing) -> int:
    """The number of the quarter in which an action is due; the last of a year it runs through."""
    continues = standing.action.due_basis == "plan_year_end" and not standing.moves
    if standing.due is None or continues or standing.due >= view.plan.ends:
        return QUARTERS
    return Quarter.of(standing.due).number


def _next_due(view: View) -> tuple[ActionEntry, ...]:
    coming = [
        standing
        for standing in view.now
        if standing.due is not None
        and standing.due in view.quarter.next
        and not (standing.status is not None and standing.status.closed)
    ]
    return view.entries(sorted(coming, key=lambda s: (s.due, s.action.ref)))


def _details(view: View) -> Iterable[SummaryDetail]:
    for priority in view.plan.priorities:
        standings = [s for s in view.now if s.action.priority == priority.code]
        if not standings:
            continue
        detail = SummaryDetail(
            priority=priority.name,
            quarter=view.quarter,
            marking=view.plan.marking,
            counts=_counts(standings),
            entries=view.entries(standings),
            figures=_priority_figures(view, priority, standings),
            illustrative=view.plan.illustrative,
        )
        yield from pages(detail)


def _priority_figures(
    view: View, priority: Priority, standings: list[Standing]
) -> tuple[Figure, ...]:
    return (
        *measured(view.readings, priority.measures, view.thresholds),
        *_figures(view, standings),
    )


def _counts(standings: Iterable[Standing]) -> tuple[tuple[Status | None, int], ...]:
    statuses = [standing.status for standing in standings]
    order = dict.fromkeys((*SAID_FIRST, *Status, None))
    return tuple((s, statuses.count(s)) for s in order if s in statuses)
