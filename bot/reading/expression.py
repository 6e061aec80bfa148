"""Which actions are meant: one boolean expression of frozen values, and whether it holds.

`holding` says for which actions it holds, `described` puts it in words, `encoding` packs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.core.quarters import Quarter


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `start` to `end`, both included; None is open. `label` says them in words."""

    start: date | None = None
    end: date | None = None
    label: str = ""

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts it holds for every action."""

    parts: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Expression


@dataclass(frozen=True, slots=True)
class Leads:
    """The agency leads, alone or jointly."""

    agency: str


@dataclass(frozen=True, slots=True)
class Partners:
    """The agency is named as a partner."""

    agency: str


@dataclass(frozen=True, slots=True)
class Involves:
    """The agency leads or is a partner."""

    agency: str


@dataclass(frozen=True, slots=True)
class Of:
    """The action belongs to the priority."""

    priority: str


@dataclass(frozen=True, slots=True)
class Refs:
    """One of these actions."""

    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stands:
    """The declared status; "" is "no update received". `at`: as known at the end of a past day."""

    status: str
    at: date | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """Complete, deferred or cancelled."""


@dataclass(frozen=True, slots=True)
class Due:
    """Open, and the due date now falls in these days; `at_first` the plan's own date counts too."""

    days: Days
    at_first: bool = False


@dataclass(frozen=True, slots=True)
class Overdue:
    """Due date passed by more than `days`, and still open."""

    days: int = 0


@dataclass(frozen=True, slots=True)
class Reported:
    """An update was given for the quarter."""

    quarter: Quarter


@dataclass(frozen=True, slots=True)
class Updated:
    """An update came in on these days."""

    days: Days


@dataclass(frozen=True, slots=True)
class Became:
    """An update on these days declared a status that it had not before ("" `before`: any)."""

    status: str
    days: Days
    before: str = ""


@dataclass(frozen=True, slots=True)
class Late:
    """An update came in after the end of the quarter it was for."""


@dataclass(frozen=True, slots=True)
class Overran:
    """Complete, and so only after the due date the plan gave first."""


@dataclass(frozen=True, slots=True)
class Lacks:
    """The plan leaves something open: lead, partners, date, target, baseline, measure."""

    what: str


@dataclass(frozen=True, slots=True)
class Counts:
    """A number of the action compared: leads, partners, moves, updates (on `days`), measures."""

    field: str
    op: str
    number: int
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """One of its measures is of that kind ("outcome")."""

    kind: str


@dataclass(frozen=True, slots=True)
class Reads:
    """How its last reading stands to the target: met, missed, none, or below a share of it."""

    how: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """The target, or the last reading, of one of its measures compared with a number."""

    of: str
    op: str
    number: float


Leaf = (
    Leads | Partners | Involves | Of | Refs | Stands | Closed | Due | Overdue | Reported | Updated
    | Became | Late | Overran | Lacks | Counts | Measured | Reads
    | Figure
)  # fmt: skip
Expression = All | AnyOf | Not | Leaf
EVERY = All()


def all_of(*parts: Expression) -> Expression:
    """The parts as one expression, nested ones laid flat, each once."""
    flat: list[Expression] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, All) else (part,))
    once = tuple(dict.fromkeys(flat))
    return once[0] if len(once) == 1 else All(once)


def any_of(*parts: Expression) -> Expression:
    """At least one of the parts as one expression, nested ones laid flat, each once."""
    flat: list[Expression] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, AnyOf) else (part,))
    once = tuple(dict.fromkeys(flat))
    return once[0] if len(once) == 1 else AnyOf(once)


def negated(part: Expression) -> Expression:
    """The opposite; twice is the same again."""
    return part.part if isinstance(part, Not) else Not(part)


def conjuncts(expression: Expression) -> tuple[Expression, ...]:
    """The parts that must all hold."""
    return expression.parts if isinstance(expression, All) else (expression,)


def leaves(expression: Expression) -> Iterator[Leaf]:
    """Every leaf, in order."""
    if isinstance(expression, All | AnyOf):
        for part in expression.parts:
            yield from leaves(part)
    elif isinstance(expression, Not):
        yield from leaves(expression.part)
    else:
        yield expression


OF_DETAIL = (Figure, Lacks, Reads, Measured, Counts, Late, Overran, Became, Due)
"""Leaves that look at more of an action than its reference, priority and status."""
NODES = (
    All, AnyOf, Not, Leads, Partners, Involves, Of, Refs, Stands, Closed, Due, Overdue, Reported,
    Updated, Became, Late, Overran, Lacks, Counts, Measured, Reads, Figure,
)  # fmt: skip
