"""Whether an expression holds for an action as it stands; total, and never asks the time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from bot.core.plan import EVERYONE
from bot.core.progress import Standing, meets
from bot.core.status import Status
from bot.reading.expression import (
    All,
    AnyOf,
    Became,
    Closed,
    Counts,
    Due,
    Expression,
    Figure,
    Involves,
    Lacks,
    Late,
    Leads,
    Measured,
    Not,
    Of,
    Overdue,
    Overran,
    Partners,
    Reads,
    Refs,
    Reported,
    Stands,
    Updated,
)  # fmt: skip


def holds(expression: Expression, standing: Standing, today: date) -> bool:
    """Whether the expression holds for an action as it stands on `today`."""
    if isinstance(expression, All):
        return all(holds(part, standing, today) for part in expression.parts)
    if isinstance(expression, AnyOf):
        return any(holds(part, standing, today) for part in expression.parts)
    if isinstance(expression, Not):
        return not holds(expression.part, standing, today)
    return _TESTS[type(expression)](expression, standing, today)


def _status(standing: Standing, at: date | None = None) -> str:
    if at is None:
        return standing.status or ""
    declared = (u.status for u in reversed(standing.updates) if u.at.date() <= at)
    return next((status for status in declared if status is not None), None) or ""


def _closed(standing: Standing) -> bool:
    return standing.status is not None and standing.status.closed


def _due(leaf: Due, standing: Standing) -> bool:
    dates = [standing.due, standing.action.due if leaf.at_first else None]
    return any(day is not None and day in leaf.days for day in dates)


def _overdue(leaf: Overdue, standing: Standing, today: date) -> bool:
    due = standing.due
    return due is not None and standing.is_overdue(today) and (today - due).days > leaf.days


def _became(leaf: Became, standing: Standing) -> bool:
    before = ""
    for update in standing.updates:
        now = update.status or before
        turned = now == leaf.status != before and leaf.before in {"", before}
        if turned and update.at.date() in leaf.days:
            return True
        before = now
    return False


def _overran(standing: Standing) -> bool:
    finished = next((u.at.date() for u in standing.updates if u.status is Status.COMPLETE), None)
    first = standing.action.due
    done = standing.status is Status.COMPLETE
    return done and finished is not None and first is not None and finished > first


def _lacks(what: str, standing: Standing) -> bool:
    action = standing.action
    measures = action.measures
    return {
        "lead": not action.leads,
        "own lead": action.leads == (EVERYONE,),
        "partners": not action.partners,
        "date": action.due is None,
        "end": "ongoing" in action.timescale_raw.lower(),
        "measure": not measures,
        "target": any(m.target is None and not m.target_raw for m in measures),
        "baseline": any(m.baseline is None and not m.baseline_raw for m in measures),
    }.get(what, False)


_OPS: dict[str, Callable[[float, float], bool]] = {
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
    "=": lambda a, b: a == b,
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
}


def _counts(leaf: Counts, standing: Standing) -> bool:
    number = {
        "leads": len(standing.action.leads),
        "partners": len(standing.action.partners),
        "moves": len(standing.moves),
        "updates": len([u for u in standing.updates if not leaf.days or u.at.date() in leaf.days]),
        "measures": len(standing.action.measures),
    }[leaf.field]
    return _OPS[leaf.op](number, leaf.number)


def _reads(leaf: Reads, standing: Standing) -> bool:
    for measure in standing.action.measures:
        readings = standing.readings(measure)
        if leaf.how == "none" and not readings:
            return True
        if not readings or measure.target is None:
            continue
        value = readings[-1].value
        if leaf.how in {"met", "missed"} and meets(measure, value) == (leaf.how == "met"):
            return True
        share = value / measure.target if measure.target else 1.0
        if leaf.how in {"below", "above"} and (share < leaf.share) == (leaf.how == "below"):
            return True
    return False


def _figure(leaf: Figure, standing: Standing) -> bool:
    for measure in standing.action.measures:
        readings = standing.readings(measure)
        value = (
            measure.target if leaf.of == "target" else (readings[-1].value if readings else None)
        )
        if value is not None and _OPS[leaf.op](value, leaf.number):
            return True
    return False


_TESTS: dict[type, Callable[[Any, Standing, date], bool]] = {
    Leads: lambda x, s, _: x.agency in s.action.leads,
    Partners: lambda x, s, _: x.agency in s.action.partners,
    Involves: lambda x, s, _: x.agency in (*s.action.leads, *s.action.partners),
    Of: lambda x, s, _: s.action.priority == x.priority,
    Refs: lambda x, s, _: s.action.ref in x.refs,
    Stands: lambda x, s, _: _status(s, x.at) == x.status,
    Closed: lambda _, s, __: _closed(s),
    Due: lambda x, s, _: _due(x, s),
    Overdue: _overdue,
    Reported: lambda x, s, _: s.reported_for(x.quarter) is not None,
    Updated: lambda x, s, _: any(u.at.date() in x.days for u in s.updates),
    Became: lambda x, s, _: _became(x, s),
    Late: lambda _, s, __: any(u.at.date() > u.quarter.ends for u in s.updates),
    Overran: lambda _, s, __: _overran(s),
    Lacks: lambda x, s, _: _lacks(x.what, s),
    Counts: lambda x, s, _: _counts(x, s),
    Measured: lambda x, s, _: any(m.kind == x.kind for m in s.action.measures),
    Figure: lambda x, s, _: _figure(x, s),
    Reads: lambda x, s, _: _reads(x, s),
}
