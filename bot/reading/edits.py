"""Edits of a reading before: another role, another time, a side in the place of the old one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.core.quarters import Quarter
from bot.reading.calendar import UNITS, Period, later, month_end
from bot.reading.expression import (
    EVERY,
    AsAt,
    Became,
    Closed,
    Days,
    Due,
    Ever,
    Expression,
    Involves,
    Lacks,
    Leads,
    Not,
    Of,
    Overdue,
    Partners,
    Refs,
    Reported,
    Stands,
    Updated,
    UpdatedLast,
    all_of,
    conjuncts,
    leaves,
    mapped,
    negated,
)
from bot.reading.fragments import Fragment
from bot.reading.wants import Kind, Reading

ROLES: dict[str, Callable[[str], Expression]] = {
    "lead": Leads,
    "partner": Partners,
    "either": Involves,
}
PARTS = (Leads, Partners, Involves)
DATED = (Due, Updated, UpdatedLast, Became, Reported, Ever)


def with_part(over: Expression, role: str) -> Expression:
    """The agencies before in another role."""
    return all_of(*(ROLES[role](leaf.agency) for leaf in leaves(over) if isinstance(leaf, PARTS)))


def placed_among(fragment: Fragment, before: Reading) -> Expression:
    """What a fragment says of the set before: its words choose among the actions shown where they
    can, and an agency without a part has the part of the one before."""
    part = next((type(x) for x in leaves(before.over) if isinstance(x, PARTS)), Leads)
    loose = any(atom.loose == "loose" for atom in fragment.parts.composed.atoms)

    def chosen(leaf: Expression) -> Expression:
        if isinstance(leaf, Refs):
            return Refs(tuple(ref for ref in leaf.refs if ref in before.shown) or leaf.refs)
        return part(leaf.agency) if loose and isinstance(leaf, Involves | Leads) else leaf

    return mapped(fragment.placed, chosen)


def narrowed(over: Expression, new: Expression) -> Expression:
    """The set narrowed; of what cannot be at once ("which of those are red" after the ambers) the
    new takes the old one's place."""
    parts = {*conjuncts(new)}

    def excluded(part: Expression) -> bool:
        if negated(part) in parts:
            return True
        stood = now(part)
        if isinstance(stood, Stands):
            alike = (now(x) for x in parts if _day(x) == _day(part))
            others = {x.status for x in alike if isinstance(x, Stands)}
            return bool(stood.status) and bool(others - {stood.status, ""})
        if isinstance(part, PARTS):  # nobody leads it, or the same agency in another part
            again = any(isinstance(x, PARTS) and x.agency == part.agency for x in parts - {part})
            return again or (isinstance(part, Leads) and Lacks("lead") in parts)
        return isinstance(part, Of) and any(isinstance(x, Of) for x in parts - {part})

    return all_of(*(part for part in conjuncts(over) if not excluded(part)), new)


def in_time(before: Reading, base: Expression, period: Period) -> Reading:
    """The same in another quarter or on other days."""
    quarter = period.quarter
    dated = any(isinstance(x, DATED) or _day(x) for x in leaves(base))

    def then(leaf: Expression) -> Expression:
        stands = isinstance(leaf, Overdue) or (isinstance(leaf, Stands) and bool(leaf.status))
        if isinstance(leaf, AsAt) or (stands and not dated):
            return AsAt(now(leaf), period.end)
        if isinstance(leaf, Reported) and quarter is not None:
            return Reported(quarter)
        return replace(leaf, days=period.days) if isinstance(leaf, _OF_DAYS) else leaf

    over = mapped(base, then)
    quarters = (quarter,) if quarter else ()
    if over != base:
        again = quarters if before.want.quarters else ()
        return Reading(replace(before.want, quarters=again), over)
    kind = Kind.LATEST if before.want.kind is Kind.LIST and quarters else before.want.kind
    as_at = Days(None, period.end, f"up to {period.label}") if period.at else period.days
    days = None if quarter else as_at
    return Reading(replace(before.want, kind=kind, quarters=quarters, days=days), over)


def shifted(before: Reading, length: int, step: int) -> Period | None:
    """The quarter or month before (-1) or after (1) the one that a reading is about; None when it
    is about none. `length`: that of the unit, in days."""
    if length == UNITS["quarter"]:
        held = {x.quarter for x in leaves(before.over) if isinstance(x, Reported)}
        held |= {Quarter.of(x.day) for x in leaves(before.over) if isinstance(x, AsAt)}
        about = min(held | {*before.want.quarters}, default=None)
        quarter = about and (about.previous if step < 0 else about.next)
        return Period(quarter.starts, quarter.ends, quarter.label, quarter) if quarter else None
    spans = (x.days for x in leaves(before.over) if isinstance(x, _OF_DAYS))
    start = next((days.start for days in spans if days.start and days.end), None)
    if length != UNITS["month"] or start is None:
        return None
    first = later(start.replace(day=1), step)
    return Period(first, month_end(first), f"{first:%B %Y}")


def without_side(over: Expression, side: str) -> Expression:
    """The tree without its conditions of one side ("all agencies")."""
    return all_of(*(part for part in conjuncts(over) if _side(part) != side))


def others(before: Reading, *, one: bool = False) -> Expression:
    """What the last condition left out; of one action or of no condition, every other action."""
    if one or before.over == EVERY:
        return Not(Refs(before.shown))
    *outer, last = conjuncts(before.over)
    return all_of(*outer, negated(last))


def denies(part: Expression, new: Expression) -> bool:
    """Whether a condition before leaves out what is of the side said anew."""
    return isinstance(part, Not) and _side(part) == _side(new)


def now(leaf: Expression) -> Expression:
    """A condition of the past as it is today."""
    if isinstance(leaf, AsAt | Ever):
        return leaf.part
    return Stands(leaf.status) if isinstance(leaf, Became) else leaf


def as_before(new: Expression, over: Expression) -> Expression:
    """A status said anew is as at the day the one before was asked for ("and red?")."""
    day = next(filter(None, map(_day, leaves(over))), None)
    return mapped(new, lambda x: AsAt(x, day) if day and isinstance(x, Stands) else x)


def _day(part: Expression) -> date | None:
    """The other day a condition is as at; None: today."""
    return part.day if isinstance(part, AsAt) else None


def replaced(over: Expression, new: Expression, *, roles: bool = False) -> Expression:
    """Each side that is said anew takes the old one's place; with `roles`, an agency's part takes
    only the place of the same part, if there was one ("and where fire lead?")."""
    same = {type(x) for x in leaves(new)} & {type(x) for x in leaves(over)} & {*PARTS}

    def stays(part: Expression) -> bool:
        kinds = {type(x) for x in leaves(part)}
        other = roles and bool(same) and not kinds & same and kinds <= {*PARTS}
        return other or _side(part) not in sides

    sides = {_side(part) for part in conjuncts(new)}
    return all_of(*filter(stays, conjuncts(over)), new)


def _side(part: Expression) -> str:
    """Which side a condition is of: agencies, what it is about, or a kind of state."""
    parts = list(leaves(part))
    if parts and all(isinstance(x, PARTS) for x in parts):
        return "agency"
    if parts and all(isinstance(x, Of | Refs) for x in parts):
        return "about"
    kinds = {_STATES.get(type(x), type(x).__name__) for x in map(now, parts)}
    return " ".join(sorted(kinds))


_STATES: dict[type, str] = {Stands: "status", Closed: "due", Due: "due"}
_OF_DAYS = Due | Updated | UpdatedLast | Became | Ever
