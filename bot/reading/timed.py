"""The same at another time ("and in Q1?", "the month before"), and the days a condition is of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.core.progress import show_date
from bot.core.quarters import Quarter
from bot.reading.calendar import UNITS, Period, unit_of
from bot.reading.expression import Of, Refs
from bot.reading.fragments import Fragment
from bot.reading.grammar import Sort
from bot.reading.over_time import Became, Overdue, Reported, Stands, Updated
from bot.reading.safety import says
from bot.reading.tree import (
    EVERY,
    AsAt,
    Days,
    Ever,
    Expression,
    Not,
    all_of,
    conjuncts,
    leaves,
    mapped,
)
from bot.reading.wants import TOLD_OF, Kind, Reading, Want

_STEPS = dict.fromkeys(("before", "earlier", "preceding", "previous"), -1)
_STEPS |= dict.fromkeys(("after", "beyond", "following", "later"), 1)


def is_of_set(fragment: Fragment, before: Reading) -> bool:
    """ "And Q1?", after what a body reported in a quarter: of all that it leads."""
    placed = all(isinstance(leaf, Refs | Of) for leaf in leaves(before.over))
    other = bool(before.want.quarters) and time_said(fragment, before) is not None
    return other and not (placed or fragment.parts.has(Sort.THOSE))


def at_time(
    fragment: Fragment, before: Reading, base: Expression, asked: Kind | None, period: Period
) -> Reading:
    """The set asked of at another time: told of it where that is `asked`, or it is pointed at
    ("what were they in Q1"); else the same question."""
    counts = before.want.kind is Kind.COUNT and (fragment.says_it or fragment.wants("count"))
    points = fragment.points and not (counts or step_of(fragment))
    asked = asked or (Kind.LATEST if points else None)
    sent = any(isinstance(x, Reported | Updated) for x in leaves(base))
    if asked in TOLD_OF and not sent:
        return replace(in_time(Reading(Want(asked)), EVERY, period), over=base)
    return in_time(before, base, period, until=says("until", fragment.text))


def in_time(before: Reading, base: Expression, period: Period, *, until: bool = False) -> Reading:
    """The same in another quarter or on other days; `until` them."""
    quarter = period.quarter
    dated = any(is_dated(x) or isinstance(x, Reported) or day_of(x) for x in leaves(base))

    def then(leaf: Any) -> Expression:
        stands = isinstance(leaf, Overdue) or (isinstance(leaf, Stands) and bool(leaf.status))
        if isinstance(leaf, AsAt) or (stands and not dated):
            stood, since = now(leaf), period.open == "after"
            if since and isinstance(stood, Stands):  # "any new since July"
                return all_of(stood, Became(stood.status, period.days))
            return stood if since else AsAt(stood, period.end)
        if isinstance(leaf, Reported) and quarter is not None:
            return Reported(quarter)
        return _moved(leaf, period, until=until) if is_dated(leaf) else all_of(leaf)

    in_want = before.want.quarters and before.want.kind in {Kind.HISTORY, Kind.LATEST}
    in_want = in_want and not any(isinstance(x, Reported) for x in leaves(base))
    sent = (Updated(period.days) if x == Not(Stands("")) else x for x in conjuncts(base))
    base = all_of(*sent)  # "with an update": at that time
    over, quarters = base if in_want else mapped(base, then), (quarter,) if quarter else ()
    if over != base:
        again = quarters if before.want.quarters else ()
        return Reading(replace(before.want, quarters=again), over)
    kind = Kind.LATEST if before.want.kind is Kind.LIST and quarters else before.want.kind
    as_at = Days(None, period.end, f"up to {period.label}") if period.at else period.days
    want = replace(before.want, kind=kind, quarters=quarters, days=None if quarter else as_at)
    return Reading(want, over)


def _moved(leaf: Any, period: Period, *, until: bool) -> Expression:
    """What is of some days, of others: by another day where it was by one, `until` another day
    where it was from one ("stretch that to christmas")."""
    still_by, start = leaf.days.label.startswith("by ") and not period.open, leaf.days.start
    days = Days(None, period.end, f"by {period.label}") if still_by else period.days
    if until and start and start < period.end:
        days = Days(start, period.end, f"{show_date(start)} to {show_date(period.end)}")
    moved: Expression = replace(leaf, days=days)
    return moved


def is_dated(leaf: Expression) -> bool:
    """Whether it is of what was, or falls due, on some days."""
    return isinstance(leaf, Ever) or isinstance(getattr(leaf, "days", None), Days)


def time_said(fragment: Fragment, before: Reading) -> Period | None:
    """The time said, by itself ("in Q1") or from the one before ("the quarter before")."""
    period = next((span.period for span in fragment.spans if span.period), None)
    return (period and step_of(fragment) and _shifted(fragment, before)) or period


def beside(days: Days, step: int) -> Days | None:
    """The days before some (-1), or after them (1); None where they have no such end."""
    if step < 0 and days.start:
        end = days.start - timedelta(days=1)
        return Days(None, end, f"by {show_date(end)}")
    if step > 0 and days.end:
        return Days(days.end + timedelta(days=1), None, f"after {show_date(days.end)}")
    return None


def step_of(fragment: Fragment) -> int:
    """Back in time (-1), on (1), or neither: "the month before", "the following week"."""
    return next((_STEPS[word] for word in fragment.parts.words if word in _STEPS), 0)


def _shifted(fragment: Fragment, before: Reading) -> Period | None:
    """The quarter, month or week before or after the time a reading is about, if it is of one."""
    unit, step = next((w for w in fragment.parts.words if w in UNITS), ""), step_of(fragment)
    first = min((days.start for days in _times(before) if days.start), default=None)
    known = first is not None and unit in {"quarter", "month", "week"}
    return unit_of(first, unit, step) if first and known else None


def unit_in(before: Reading) -> str:
    """The unit of time that a reading is of: one quarter, month or week; or ""."""
    lengths = [(t.end - t.start).days for t in _times(before) if t.start and t.end]
    return next((unit for least, unit in _LENGTHS if lengths and lengths[0] >= least), "")


_LENGTHS = ((80, "quarter"), (27, "month"), (6, "week"))
"""The fewest days between the first and the last of a unit."""


def _times(before: Reading) -> list[Days]:
    """The times that a reading is about: quarters, days from and to, and the quarter, or else the
    month, that ends with a day that something is looked at."""
    wanted = [*(Days(q.starts, q.ends) for q in before.want.quarters), before.want.days]
    return [x for x in wanted if x and x.start and x.end] + times_of(before.over)


def times_of(over: Expression) -> list[Days]:
    """The times that conditions are of."""
    held = [*leaves(over)]
    quarters = [x.quarter for x in held if isinstance(x, Reported)]
    quarters += [q for day in map(day_of, held) if day and (q := Quarter.of(day)).ends == day]
    months = (Days(day.replace(day=1), day) for day in map(day_of, held) if day)
    spans = (*(getattr(x, "days", None) for x in held), *months)
    times = [*(Days(quarter.starts, quarter.ends) for quarter in quarters), *spans]
    return [x for x in times if isinstance(x, Days) and x.start and x.end]


def now(leaf: Expression) -> Expression:
    """A condition of the past as it is today."""
    if isinstance(leaf, AsAt | Ever):
        return leaf.part
    return Stands(leaf.status) if isinstance(leaf, Became) else leaf


def as_before(new: Expression, over: Expression) -> Expression:
    """A status said anew is as at the day the one before was asked for ("and red?")."""
    day = day_in(over)
    return mapped(new, lambda x: AsAt(x, day) if day and isinstance(x, Stands) else x)


def day_in(over: Expression) -> date | None:
    """The day that something in it is looked at."""
    return next(filter(None, map(day_of, leaves(over))), None)


def day_of(part: Expression) -> date | None:
    return part.day if isinstance(part, AsAt) else None
