"""Edits of a reading before: another role, another time, a side in the place of the old one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.reading.calendar import Period
from bot.reading.expression import (
    EVERY,
    All,
    AnyOf,
    Became,
    Closed,
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

if TYPE_CHECKING:
    pass


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
    found: list[Expression] = []
    for leaf in leaves(over):
        if isinstance(leaf, PARTS):
            found.append(ROLES[role](leaf.agency))
    return all_of(*found) if found else EVERY


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
    days = None if quarter else period.days
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


def replaced(over: Expression, new: Expression) -> Expression:
    """Each side that is said anew takes the old one's place."""
    sides = {_side(part) for part in conjuncts(new)}
    kept = [part for part in conjuncts(over) if _side(part) not in sides]
    return all_of(*kept, new)


def _side(part: Expression) -> str:
    """Which side a condition is of: agencies, what it is about, or a kind of state."""
    found = list(leaves(part))
    if found and all(isinstance(x, PARTS) for x in found):
        return "agency"
    if found and all(isinstance(x, Of | Refs) for x in found):
        return "about"
    kinds = {_STATES.get(type(x), type(x).__name__) for x in found}
    return " ".join(sorted(kinds))


_STATES: dict[type, str] = {Stands: "status", Became: "status", Closed: "due", Due: "due"}
