"""The tree of an expression: conditions joined by not, or, and; whether they hold, and in words.

What is said of a tree is the inverse of reading, so that it can be typed back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import ClassVar

from bot.core.dataclass import dataclass
from bot.core.plan import Plan
from bot.core.progress import Standing, show_date

_LEADING = ("after ", "before ", "between ", "by ", "for ", "in ", "since ", "up to ", "within ")
_OPENINGS = ("led by", "supported by", "involving", "in", "due in", "due")
"""What several conditions may begin with, to be said once."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `start` to `end`, both included; None is open. `label` says them in words."""

    start: date | None = None
    end: date | None = None
    label: str = ""

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def __str__(self) -> str:
        spoken = self.label.startswith(_LEADING) or not self.label
        one = self.start is not None and self.start == self.end
        at = "on" if one else "from" if " to " in self.label else "in"
        return self.label if spoken else f"{at} {self.label}"


class Expression:
    """One condition on an action, or several joined. `of_detail`: it looks at more of an action
    than its reference, priority and status; `role`: how an agency's part is said; `phrase` and
    `opposite`: it and its opposite in words, with its fields in braces."""

    __slots__ = ()
    of_detail: ClassVar[bool] = False
    role: ClassVar[str] = ""
    phrase: ClassVar[str] = ""
    opposite: ClassVar[str] = ""

    def holds(self, standing: Standing, today: date) -> bool:
        """Whether it holds for an action as it stands on `today`."""
        raise NotImplementedError

    def words(self, _plan: Plan) -> str:
        """It in words, to stand before or after "actions"."""
        return self.phrase.format(self)

    def denied(self, plan: Plan) -> str:
        """Its opposite in words."""
        return self.opposite.format(self) if self.opposite else f"not {self.words(plan)}"


@dataclass(frozen=True, slots=True)
class All(Expression):
    """Every part holds; without parts it holds for every action."""

    parts: tuple[Expression, ...] = ()

    def holds(self, standing: Standing, today: date) -> bool:
        return all(part.holds(standing, today) for part in self.parts)

    def words(self, plan: Plan) -> str:
        return " and ".join(part.words(plan) for part in self.parts)

    def denied(self, plan: Plan) -> str:
        return f"except those {self.words(plan)}"


@dataclass(frozen=True, slots=True)
class AnyOf(Expression):
    """At least one part holds."""

    parts: tuple[Expression, ...]

    def holds(self, standing: Standing, today: date) -> bool:
        return any(part.holds(standing, today) for part in self.parts)

    def words(self, plan: Plan) -> str:
        """ "led by fire or police": what all begin with is said once."""
        ways = [part.words(plan) for part in self.parts]
        for opening in _OPENINGS:
            if all(way.startswith(f"{opening} ") for way in ways):
                rest = [way.removeprefix(f"{opening} ") for way in ways]
                return f"{opening} {' or '.join(rest)}"
        return " or ".join(ways)


@dataclass(frozen=True, slots=True)
class Not(Expression):
    """The part does not hold."""

    part: Expression

    def holds(self, standing: Standing, today: date) -> bool:
        return not self.part.holds(standing, today)

    def words(self, plan: Plan) -> str:
        return self.part.denied(plan)


@dataclass(frozen=True, slots=True)
class AsAt(Expression):
    """The part held at the end of another day, as things were known then."""

    of_detail = True
    part: Expression
    day: date

    def holds(self, standing: Standing, _today: date) -> bool:
        return self.part.holds(standing.as_at(self.day), self.day)

    def words(self, plan: Plan) -> str:
        return f"{self.part.words(plan)} at the end of {show_date(self.day)}"

    def denied(self, plan: Plan) -> str:
        return f"{negated(self.part).words(plan)} at the end of {show_date(self.day)}"


@dataclass(frozen=True, slots=True)
class Ever(Expression):
    """The part held at the end of any of these days, or `all` of them; it can only turn where
    something was reported or a due date passed."""

    of_detail = True
    part: Expression
    days: Days
    all: bool = False

    def holds(self, standing: Standing, today: date) -> bool:
        turned = {update.at.date() for update in standing.updates}
        begun = min(turned, default=date.min) if self.all else date.min
        first, last = self.days.start or begun, min(self.days.end or today, today)
        dates = [standing.action.due, *(update.new_due for update in standing.updates)]
        turned |= {due + timedelta(days=1) for due in dates if due is not None}
        known = (day for day in {first, last, *turned} if first <= day <= last)
        held = (self.part.holds(standing.as_at(day), day) for day in known)
        return all(held) if self.all else any(held)

    def words(self, plan: Plan) -> str:
        how = "all the time" if self.all else "at some time"
        return f"{self.part.words(plan)} {how} {self.days}".strip()

    def denied(self, plan: Plan) -> str:
        how = "not all the time" if self.all else "never"
        return f"{how} {self.part.words(plan)} {self.days}".strip()


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


def mapped(over: Expression, change: Callable[[Expression], Expression]) -> Expression:
    """The tree with every leaf changed."""
    if isinstance(over, All | AnyOf):
        return type(over)(tuple(mapped(part, change) for part in over.parts))
    if isinstance(over, Not):
        return Not(mapped(over.part, change))
    return change(over)


def leaves(expression: Expression) -> Iterator[Expression]:
    """Every single condition, in order."""
    if isinstance(expression, All | AnyOf):
        for part in expression.parts:
            yield from leaves(part)
    elif isinstance(expression, Not):
        yield from leaves(expression.part)
    else:
        yield expression


def described(expression: Expression, plan: Plan) -> str:
    """The expression in words, to stand before or after "actions"; "" for every action. Exceptions
    stand last; agencies in one role are said together ("led by both fire and the council")."""
    parts = sorted(conjuncts(expression), key=lambda p: isinstance(p, Not) and type(p.part) is All)
    phrases: list[str] = []
    for role, group in groupby(parts, key=lambda part: part.role):
        ways = [part.words(plan) for part in group]
        if role and len(ways) > 1:
            names = " and ".join(way.removeprefix(f"{role} ") for way in ways)
            ways = [f"{role} both {names}"]
        phrases += ways
    return ", ".join(filter(None, phrases))
