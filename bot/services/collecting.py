"""Which returns are open: the quarters updates are collected for, each with the plan it is of.

At the turn of the year two plans are open at once: the last quarter of the old one until its
summary is out, and the first of the new one. A year without a plan has no returns, so nothing is
asked of anybody for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from bot.core.dataclass import dataclass
from bot.core.errors import Invalid, NotFound, Refused
from bot.core.progress import Progress, Standing, show_date
from bot.core.quarters import Quarter
from bot.core.reporting import reporting_quarter
from bot.core.timetable import Timetable
from bot.core.years import coming, in_year, quarters_of, shown
from bot.reading.typed_year import split_year
from bot.services.context import Context
from bot.services.years import LOAD_NEXT, plan_for
from bot.store.store import Records


@dataclass(frozen=True, slots=True)
class OpenReturn:
    """A quarter being collected, and the plan it belongs to with its updates."""

    quarter: Quarter
    progress: Progress

    @property
    def year(self) -> str:
        """The year of its plan."""
        return self.progress.plan.year


@dataclass(frozen=True, slots=True)
class Target:
    """What an update is about: an action of one plan, and the open quarters of that plan, first
    the one it counts for when nothing else is said. `twin`: the year of another plan with an open
    return that has the same reference, or empty. `late`: the last quarter of that plan, when its
    summary is out; an update may count for it too, and then stands beside the next summary."""

    progress: Progress
    standing: Standing
    quarters: tuple[Quarter, ...]
    twin: str = ""
    late: tuple[Quarter, ...] = ()

    @property
    def address(self) -> str:
        """The action's reference with its year: "ASB3 in 2018-19"."""
        return in_year(self.standing.action.ref, self.progress.plan.year)


def open_returns(records: Records, timetable: Timetable, today: date) -> tuple[OpenReturn, ...]:
    """The returns an update may count for today, in order of time."""
    current = Quarter.of(today)
    wanted = [current.previous] if today <= timetable.posts(current.previous) else []
    wanted.append(current if records.summaries.get(current) is None else current.next)
    returns = (_open(records, quarter, today) for quarter in wanted)
    return tuple(opened for opened in returns if opened is not None)


def _open(records: Records, quarter: Quarter, today: date) -> OpenReturn | None:
    """The return of a quarter, unless its summary is out or its plan has not begun. What comes
    after a summary posted early counts for the next quarter of the same plan only."""
    progress = records.plans.covering(quarter)
    if progress is None or records.summaries.get(quarter) is not None:
        return None
    begun = progress.plan.starts <= today
    return OpenReturn(quarter, progress) if begun else None


def by_plan(opened: Iterable[OpenReturn]) -> tuple[OpenReturn, ...]:
    """Of each plan the return that is to be given first."""
    first: dict[str, OpenReturn] = {}
    for one in opened:
        first.setdefault(one.year, one)
    return tuple(first.values())


def open_quarter(context: Context, workspace: str) -> Quarter:
    """The quarter people mean when they name none: the one being collected, else the last of the
    plan shown today. Raises NotFound (no plan)."""
    context = context.of_workspace(workspace)
    today = context.today()
    with context.store.reading(workspace) as records:
        opened = open_returns(records, context.timetable, today)
        return opened[0].quarter if opened else quarters_of(records.plans.plan(today))[-1]


def quarter_named(context: Context, workspace: str, text: str) -> Quarter | None:
    """The quarter a text names, or None. Without a year it is this year's; while that has not
    begun it is last year's, when a plan of it is held ("Q4", in April)."""
    today = context.today()
    quarter = Quarter.parse(text, today=today)
    if quarter is None or quarter.starts <= today or re.search(r"\d\d", text):
        return quarter
    before = Quarter(quarter.year - 1, quarter.number)
    with context.store.reading(workspace) as records:
        return quarter if records.plans.covering(before) is None else before


def target(
    records: Records,
    timetable: Timetable,
    today: date,
    text: str,
    quarter: Quarter | None = None,
) -> Target:
    """What an update to `text` ("ASB3", "ASB3 in 2018-19") is about; `quarter`: the one it is to
    count for, when the person chose it.

    A reference of two open plans is that of the plan whose return is owed; who named neither is
    told which (`twin`). Raises NotFound, Refused when its plan has no open return, and Invalid
    when the quarter is not open.
    """
    ref, year = split_year(text)
    opened = open_returns(records, timetable, today)
    fits = [one for one in opened if year in {"", one.year} and one.progress.plan.find(ref)]
    if not fits:
        raise _closed(records, today, ref, year)
    chosen = _chosen(fits, ref, quarter)
    standing = chosen.progress.standing(ref)
    quarters = [one.quarter for one in fits if one.year == chosen.year]
    late = _late(records, chosen)
    if quarter is not None and quarter not in {*quarters, *late}:
        opened_now, are = " and ".join(map(str, quarters)), "are" if quarters[1:] else "is"
        problem = f"{quarter} is not open for updates; {opened_now} {are} now."
        raise Invalid("quarter", problem, "Leave the quarter out, or choose one that is open.")
    first = quarter or reporting_quarter(standing, quarters)
    others = {one.year for one in fits} - {chosen.year}
    ordered = tuple({first: None} | dict.fromkeys(quarters))
    return Target(chosen.progress, standing, ordered, next(iter(others), ""), late)


def _late(records: Records, opened: OpenReturn) -> tuple[Quarter, ...]:
    """The quarter before an open one, when it is of the same plan and its summary is out."""
    before = opened.quarter.previous
    of_plan = before in quarters_of(opened.progress.plan)
    return (before,) if of_plan and records.summaries.get(before) is not None else ()


def _chosen(fits: Sequence[OpenReturn], ref: str, quarter: Quarter | None) -> OpenReturn:
    """The return meant: that of the quarter named, else the first still owed, else the last."""
    named = (one for one in fits if one.quarter == quarter)
    owed = (one for one in fits if one.progress.standing(ref).awaits(one.quarter))
    return next(named, None) or next(owed, None) or fits[-1]


def _closed(records: Records, today: date, ref: str, year: str) -> Refused:
    """Why an action cannot be reported on today. Raises NotFound when no held plan has it."""
    held = records.plans.held()
    years = [year] if year else [plan.year for plan in reversed(held)]
    for name in years:
        plan = plan_for(records, today, name).plan
        if (action := plan.find(ref)) is None:
            continue
        if plan.starts > today:
            return Refused(
                f"{action.ref} is an action of the {plan.year} plan, which begins on "
                f"{show_date(plan.starts)}: nothing is reported on it yet.",
                "Type it without the year for the plan in force.",
            )
        return _ended(records, today, plan.year)
    try:
        plan_for(records, today, year).plan.action(ref)
    except NotFound as unknown:
        return unknown
    return _ended(records, today, year)


def _ended(records: Records, today: date, year: str) -> Refused:
    held = records.plans.held()
    now, following = shown(held, today), coming(held, today)
    problem = f"The returns of the {year} plan are closed."
    if now is not None and now.year != year:
        return Refused(problem, f"Report on the {now.year} plan with `/csp update`.")
    if following is not None:
        return Refused(
            problem, f"The {following.year} plan begins on {show_date(following.starts)}."
        )
    return Refused(f"{problem} No plan is loaded for the time after it.", LOAD_NEXT)
