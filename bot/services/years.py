"""Several years' plans: which is meant, what a newly loaded one does to those held, and storing a
new version without losing what was said under the old one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from bot.core.errors import NotFound
from bot.core.plan import Action, Plan, Update, UpdateKind
from bot.core.progress import Progress, Standing, count, show_date
from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.core.years import PlanYear, in_force, quarters_of
from bot.store.store import Records

LOAD_NEXT = "A coordinator loads the next plan by dropping its file into a direct message with me."
GONE = "No longer in the plan."
"""The note of the entry that closes an action which a new version of the plan no longer holds."""


def plan_for(records: Records, today: date, year: str | None = None) -> Progress:
    """The plan of a year ("2018-19") with its updates; without a year the one people mean today.

    Raises NotFound, saying which plans are held.
    """
    if not year:
        return records.plans.progress(today)
    progress = records.plans.of(year)
    if progress is None:
        raise NotFound(f"I hold no {year} plan. {held_words(records.plans.held())}")
    return progress


def plan_before(records: Records, plan: Plan) -> Progress | None:
    """The plan that ended last before a plan began, or None when none is held."""
    ended = [held for held in records.plans.held() if held.ends < plan.starts]
    latest = max(ended, key=lambda held: held.ends, default=None)
    return records.plans.of(latest.year) if latest else None


def held_words(held: tuple[PlanYear, ...]) -> str:
    """Which plans are held: "I hold the plans of 2018-19 and 2019-20."."""
    years = sorted(plan.year for plan in held)
    if not years:
        return "I hold no plan yet."
    listed = " and ".join([", ".join(years[:-1]), years[-1]] if years[1:] else years)
    return f"I hold the {'plans' if years[1:] else 'plan'} of {listed}."


def effect(records: Records, plan: Plan, today: date) -> tuple[str, ...]:
    """What storing a plan would supersede or join, in sentences."""
    held = records.plans.held()
    same = records.plans.of(plan.year)
    if same is not None and _is_anothers(same.plan, plan):
        return ("It takes the place of the sample plan.",)
    if same is not None:
        return (f"It is a new version of {_described(same, today)}.", *_going(same, plan))
    now = in_force(held, today)
    if now is not None:
        described = _described(plan_for(records, today, now.year), today)
        first = f"I hold {described}; this is another year."
    else:
        first = f"{held_words(held)} {'This is another year.' if held else 'This is the first.'}"
    return first, _begins(plan, held, today)


def effect_of_updates(
    records: Records, quarters: Iterable[Quarter], today: date
) -> tuple[str, ...]:
    """Which plans updates for these quarters would join, in sentences."""
    joined = {p.plan.year: p for q in quarters if (p := records.plans.covering(q)) is not None}
    return tuple(f"Its updates join {_described(p, today)}." for _, p in sorted(joined.items()))


def _described(progress: Progress, today: date) -> str:
    plan = progress.plan
    updates = sum(len(standing.updates) for standing in progress.standings)
    state = " in force" if plan.starts <= today <= plan.ends else ""
    return (
        f"the {plan.year} plan{state} ({count(len(plan.actions), 'action')}, "
        f"{count(updates, 'update')})"
    )


def _going(before: Progress, after: Plan) -> Iterator[str]:
    gone = [action.ref for action in _gone(before.plan, after) if _is_open(before, action)]
    if gone:
        them = "it is" if len(gone) == 1 else "they are"
        yield (f"No longer in the plan: {', '.join(gone)}; {them} closed and the history is kept.")


def _begins(plan: Plan, held: tuple[PlanYear, ...], today: date) -> str:
    if plan.starts > today:
        return f"It will be in force on {show_date(plan.starts)}; until then nothing changes."
    if plan.ends < today:
        return f"It ended on {show_date(plan.ends)} and can be asked about by its year."
    since = f"It is in force at once, since it began on {show_date(plan.starts)}"
    over = next((p.year for p in held if p.starts <= today <= p.ends), "")
    return f"{since}, in place of the {over} plan." if over else f"{since}."


def save_version(records: Records, plan: Plan, now: datetime, today: date) -> Plan:
    """Store a plan. Of one already held for its year this is a new version: actions it no longer
    holds stay, closed as "no longer in the plan" with their history; those that come back are
    open again; what a coordinator marked as sensitive stays so. Returns what was stored."""
    before = records.plans.of(plan.year)
    if before is None or _is_anothers(before.plan, plan):
        records.plans.save(plan, now)
        return plan
    gone = _gone(before.plan, plan)
    joined = _marked(_with(_lasting(plan, before), gone, before.plan), before.plan)
    records.plans.save(joined, now)
    quarter = _said_for(joined, today)
    leaving = (before.standing(a.ref) for a in gone if _is_open(before, a))
    entries = [_closing(records, standing, quarter, now) for standing in leaving]
    entries += _reopening(records, before, plan, now)
    records.plans.add_updates(entries, plan.year)
    return joined


def _is_anothers(sample: Plan, plan: Plan) -> bool:
    """Whether the plan held is the sample and the new one another partnership's: nothing lasts."""
    return sample.illustrative and sample.partnership != plan.partnership


def _gone(before: Plan, after: Plan) -> tuple[Action, ...]:
    return tuple(action for action in before.actions if after.find(action.ref) is None)


def _lasting(plan: Plan, before: Progress) -> Plan:
    """The plan with days wide enough for every quarter the version before was reported on: other
    dates in a new version take nothing out of a quarter's summary."""
    reported = {u.quarter for standing in before.standings for u in standing.updates}
    lasting = [quarter for quarter in reported if quarter in quarters_of(before.plan)]
    starts = (max(quarter.starts, before.plan.starts) for quarter in lasting)
    ends = (min(quarter.ends, before.plan.ends) for quarter in lasting)
    return replace(plan, starts=min([plan.starts, *starts]), ends=max([plan.ends, *ends]))


def _with(plan: Plan, gone: tuple[Action, ...], before: Plan) -> Plan:
    """The plan with actions it no longer holds, and with the priorities and agencies they name."""
    priorities = {action.priority for action in gone} - {p.code for p in plan.priorities}
    named = {code for action in gone for code in (*action.leads, *action.partners)}
    agencies = named - {agency.code for agency in plan.agencies}
    return replace(
        plan,
        actions=(*plan.actions, *gone),
        priorities=(*plan.priorities, *(p for p in before.priorities if p.code in priorities)),
        agencies=(*plan.agencies, *(a for a in before.agencies if a.code in agencies)),
    )


def _marked(plan: Plan, before: Plan) -> Plan:
    """The plan with the markings of the version before where the document gives none."""
    marks = {a.ref: a.marking for a in before.actions} | {
        p.code: p.marking for p in before.priorities
    }
    return replace(
        plan,
        actions=tuple(replace(a, marking=a.marking or marks.get(a.ref, "")) for a in plan.actions),
        priorities=tuple(
            replace(p, marking=p.marking or marks.get(p.code, "")) for p in plan.priorities
        ),
    )


def _is_open(progress: Progress, action: Action) -> bool:
    status = progress.standing(action.ref).status
    return status is None or not status.closed


def _said_for(plan: Plan, today: date) -> Quarter:
    """The quarter of the plan that today lies in or is nearest to."""
    within = Quarter.of(min(max(today, plan.starts), plan.ends))
    return min(max(within, quarters_of(plan)[0]), quarters_of(plan)[-1])


def _closing(records: Records, standing: Standing, quarter: Quarter, now: datetime) -> Update:
    """The entry that closes an action, for no earlier quarter than it was reported for."""
    return Update(
        id=records.new_id(),
        ref=standing.action.ref,
        at=now,
        quarter=max([quarter, *(update.quarter for update in standing.updates)]),
        status=Status.CANCELLED,
        agency="",
        by="file",
        note=GONE,
        source="import",
    )


def _reopening(records: Records, before: Progress, plan: Plan, now: datetime) -> Iterator[Update]:
    """The closing entries of actions that are in the plan again are taken out of effect."""
    for standing in before.standings:
        last = standing.latest
        if last is not None and last.note == GONE and plan.find(standing.action.ref):
            yield replace(
                last,
                id=records.new_id(),
                at=now,
                status=None,
                note="",
                kind=UpdateKind.WITHDRAWAL,
                corrects=last.id,
            )
