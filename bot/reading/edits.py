"""Edits of a reading before: another role, another time, a side in the place of the old one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.reading.calendar import Period
from bot.reading.expression import (
    EVERY,
    All,
    AnyOf,
    Became,
    Closed,
    Days,
    Due,
    Expression,
    Involves,
    Leads,
    Not,
    Of,
    Partners,
    Refs,
    Reported,
    Stands,
    Updated,
    all_of,
    conjuncts,
    leaves,
)
from bot.reading.wants import Kind, Reading

ROLES: dict[str, Callable[[str], Expression]] = {
    "lead": Leads,
    "partner": Partners,
    "either": Involves,
}
PARTS = (Leads, Partners, Involves)
OF_ONE = frozenset(
    {Kind.TOPIC, Kind.ACTIONS, Kind.LEADS, Kind.DUE, Kind.MEASURES, Kind.HISTORY, Kind.LATEST}
)


def with_role(over: Expression, role: str) -> Expression:
    """The agencies before in another role."""
    parts: list[Expression] = []
    for leaf in leaves(over):
        if isinstance(leaf, PARTS):
            parts.append(ROLES[role](leaf.agency))
    return all_of(*parts) if parts else EVERY


def in_time(before: Reading, base: Expression, period: Period) -> Reading:
    """The same in another quarter or on other days."""
    quarter = period.quarter

    def then(leaf: Expression) -> Expression:
        if isinstance(leaf, Stands) and leaf.status:
            return Stands(leaf.status, period.end)
        if isinstance(leaf, Reported) and quarter is not None:
            return Reported(quarter)
        return replace(leaf, days=period.days) if isinstance(leaf, Due | Updated | Became) else leaf

    over = mapped(base, then)
    if over != base:
        return Reading(before.want, over)
    quarters = (quarter,) if quarter else ()
    kind = Kind.HISTORY if before.want.kind in OF_ONE else before.want.kind
    as_at = Days(None, period.end, f"up to {period.label}") if period.at else period.days
    days = None if quarter else as_at
    return Reading(replace(before.want, kind=kind, quarters=quarters, days=days), over)


def now(leaf: Expression) -> Expression:
    """A condition of the past as it is today."""
    if isinstance(leaf, Stands | Became):
        return Stands(leaf.status)
    return leaf


def mapped(over: Expression, change: Callable[[Expression], Expression]) -> Expression:
    """The tree with every leaf changed."""
    if isinstance(over, All | AnyOf):
        return type(over)(tuple(mapped(part, change) for part in over.parts))
    if isinstance(over, Not):
        return Not(mapped(over.part, change))
    return change(over)


def as_before(new: Expression, over: Expression) -> Expression:
    """A status said anew is as at the day the one before was asked for ("and red?")."""
    day = next((x.at for x in leaves(over) if isinstance(x, Stands) and x.at), None)
    then = mapped(new, lambda x: Stands(x.status, x.at or day) if isinstance(x, Stands) else x)
    return then if day else new


def replaced(over: Expression, new: Expression, *, roles: bool = False) -> Expression:
    """Each side that is said anew takes the old one's place; with `roles`, an agency's part takes
    only the place of the same part, if there was one ("and where fire lead?")."""
    same = {type(x) for x in leaves(new)} & {type(x) for x in leaves(over)} & {*PARTS}

    def side(part: Expression) -> str:
        kinds = {type(x) for x in leaves(part)}
        return (
            "another part"
            if roles and same and not kinds & same and kinds <= {*PARTS}
            else _side(part)
        )

    sides = {_side(part) for part in conjuncts(new)}
    others = [part for part in conjuncts(over) if side(part) not in sides]
    return all_of(*others, new)


def _side(part: Expression) -> str:
    """Which side a condition is of: agencies, what it is about, or a kind of state."""
    parts = list(leaves(part))
    if parts and all(isinstance(x, PARTS) for x in parts):
        return "agency"
    if parts and all(isinstance(x, Of | Refs) for x in parts):
        return "about"
    kinds = {_STATES.get(type(x), type(x).__name__) for x in parts}
    return " ".join(sorted(kinds))


_STATES: dict[type, str] = {Stands: "status", Became: "status", Closed: "due", Due: "due"}
