"""The tree of an expression: conditions joined by not, or, and; whether they hold, and in words.

What is said of a tree is the inverse of reading, so that it can be typed back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from typing import ClassVar

from bot.core.dataclass import dataclass
from bot.core.plan import Plan
from bot.core.progress import Standing

_OPENINGS = ("led by", "supported by", "involving", "in", "due in", "due")
"""What several conditions may begin with, to be said once."""


class Expression:
    """One condition on an action, or several joined. `of_detail`: it looks at more of an action
    than its reference, priority and status; `role`: how an agency's part is said."""

    __slots__ = ()
    of_detail: ClassVar[bool] = False
    role: ClassVar[str] = ""

    def holds(self, standing: Standing, today: date) -> bool:
        """Whether it holds for an action as it stands on `today`."""
        raise NotImplementedError

    def words(self, plan: Plan) -> str:
        """It in words, to stand before or after "actions"."""
        raise NotImplementedError

    def denied(self, plan: Plan) -> str:
        """Its opposite in words."""
        return f"not {self.words(plan)}"


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
