"""Which actions are meant: one boolean expression of frozen values. The way in for other rooms.

Each condition knows for which actions it holds and how it is said: those on what the plan says
here, those on what was reported in `over_time`. `tree` joins them, `encoding` packs them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from datetime import date
from typing import ClassVar

from bot.core.dataclass import dataclass
from bot.core.plan import EVERYONE, Action, Plan
from bot.core.progress import Standing
from bot.core.quarters import Quarter
from bot.core.resources import payers, sums
from bot.reading.measured import OF_TARGETS, Figure, Reads
from bot.reading.over_time import (
    OPS,
    Became,
    Closed,
    Counts,
    Declared,
    Due,
    Late,
    Overdue,
    Overran,
    Reported,
    Stands,
    Updated,
    UpdatedLast,
)
from bot.reading.tokens import stem, stems
from bot.reading.tree import (
    EVERY,
    All,
    AnyOf,
    AsAt,
    Days,
    Ever,
    Expression,
    Not,
    all_of,
    any_of,
    conjuncts,
    described,
    leaves,
    mapped,
    negated,
)  # fmt: skip

__all__ = [
    "EVERY", "OF_TARGETS", "PLACED", "All", "AnyOf", "AsAt", "Became", "Begins", "Closed", "Counts",
    "Days", "Declared", "Due", "Ever", "Expression", "Figure", "FirstDue", "Funded", "Involves",
    "Lacks", "Late", "Leads", "Measured", "Not", "Of", "Overdue", "Overran", "Partners", "Reads",
    "Refs", "Reported", "Runs", "Stands", "Updated", "UpdatedLast", "all_of", "any_of", "conjuncts",
    "described", "leaves", "mapped", "negated", "quarters_named",
]  # fmt: skip

FOR_MONEY = frozenset(map(stem, (
    "paid", "pay", "fund", "funder", "money", "cash", "grant", "budget", "spend", "spent",
    "finance", "cost", "resourced", "bankrolled",
)))  # fmt: skip
_LACKS: dict[str, tuple[str, Callable[[Action], bool]]] = {
    "lead": ("with no lead", lambda a: not a.leads),
    "own lead": ("with all as lead", lambda a: a.leads == (EVERYONE,)),
    "partners": ("with no partners", lambda a: not a.partners),
    "date": ("with no due date", lambda a: a.due is None),
    "end": ("ongoing timescale", lambda a: "ongoing" in a.timescale_raw.lower()),
    "measure": ("with no measure", lambda a: not a.measures),
    "funding": ("with no funding named", lambda a: not a.resources_raw),
    "target": ("with no target", lambda a: _is_blank(a, "target", "target_raw")),
    "number": ("with no number as target", lambda a: _is_blank(a, "target")),
    "baseline": ("with no baseline", lambda a: _is_blank(a, "baseline", "baseline_raw")),
}


def _is_blank(action: Action, *names: str) -> bool:
    measures = [{getattr(m, name) for name in names} for m in action.measures]
    return not measures or any(one <= {None, ""} for one in measures)


@dataclass(frozen=True, slots=True)
class _Part(Expression):
    """An agency has a part in it."""

    parts: ClassVar[tuple[str, ...]] = ()
    agency: str

    def holds(self, standing: Standing, _today: date) -> bool:
        return any(self.agency in getattr(standing.action, part) for part in self.parts)

    def words(self, plan: Plan) -> str:
        agency, code = plan.agency(self.agency), self.agency
        name = f"{agency.short} ({code})" if agency and agency.short != code else code
        return f"{self.role} {name}"


class Leads(_Part):
    """The agency leads, alone or jointly."""

    __slots__ = ()
    role = "led by"
    parts = ("leads",)


class Partners(_Part):
    """The agency is named as a partner."""

    __slots__ = ()
    role = "supported by"
    parts = ("partners",)


class Involves(_Part):
    """The agency leads or is a partner."""

    __slots__ = ()
    role = "involving"
    parts = ("leads", "partners")


@dataclass(frozen=True, slots=True)
class Of(Expression):
    """The action belongs to the priority."""

    priority: str

    def holds(self, standing: Standing, _today: date) -> bool:
        return standing.action.priority == self.priority

    def words(self, plan: Plan) -> str:
        return f"in {plan.priority(self.priority).short}"


@dataclass(frozen=True, slots=True)
class Refs(Expression):
    """One of these actions; `typed`: the words they were found by, of no weight."""

    refs: tuple[str, ...]
    typed: str = field(default="", compare=False)

    def holds(self, standing: Standing, _today: date) -> bool:
        return standing.action.ref in self.refs

    def words(self, _plan: Plan) -> str:
        return " or ".join(self.refs)


@dataclass(frozen=True, slots=True)
class Lacks(Expression):
    """The plan leaves something open: lead, partners, date, funding, target, baseline, measure."""

    of_detail = True
    what: str

    def holds(self, standing: Standing, _today: date) -> bool:
        return _LACKS[self.what][1](standing.action)

    def words(self, _plan: Plan) -> str:
        return _LACKS[self.what][0]

    def denied(self, plan: Plan) -> str:
        lacking = self.words(plan)
        missing = lacking.removeprefix("with no ")
        if missing == lacking:
            return Expression.denied(self, plan)
        return f"with {missing}" if self.what in {"partners", "funding"} else f"with a {missing}"


@dataclass(frozen=True, slots=True)
class Runs(Expression):
    """Being worked on in that quarter by its timescale; `alone`: in no other, and not all year;
    `also`: in these as well and in no other."""

    of_detail = True
    quarter: Quarter
    alone: bool = True
    also: tuple[Quarter, ...] = ()

    def holds(self, standing: Standing, _today: date) -> bool:
        action, of = standing.action, (self.quarter, *self.also)
        if action.due is None or (standing.due or action.due) < self.quarter.starts:
            return False
        last, written = Quarter.of(action.due), action.timescale_raw
        named, wanted = quarters_named(written), {quarter.number for quarter in of}
        if self.alone:
            in_it = last == of[-1] and action.due_basis != "plan_year_end"
            return in_it and (named == wanted if self.also else named <= wanted)
        if len(named) > 1 and standing.due == action.due:
            return self.quarter.number in named
        default = last.number if action.due_basis == "term_end" else 1
        first = 1 if _ENDING.search(written) else min(named, default=default)
        return first <= self.quarter.number

    def words(self, _plan: Plan) -> str:
        way = "planned only for" if self.alone else "running in"
        numbers = " and ".join(f"Q{quarter.number}" for quarter in (self.quarter, *self.also))
        return f"{way} {numbers} {self.quarter.financial_year}"


@dataclass(frozen=True, slots=True)
class Begins(Expression):
    """The first quarter or month of its timescale begins on these days; a day, or a time by whose
    end it is to be done, says no beginning."""

    of_detail = True
    phrase = "starting {0.days}"
    days: Days

    def holds(self, standing: Standing, _today: date) -> bool:
        written, due = standing.action.timescale_raw, standing.action.due
        first = None if _ENDING.search(written) else _NAMED.search(written)
        if first is None or due is None:
            return False
        year, month = Quarter.of(due).year, _month(first[1], first[2])
        return date(year + (month < _YEAR_BEGINS), month, 1) in self.days


def _month(quarter: str, month: str) -> int:
    """The month that a timescale names, or the first of the quarter that it names."""
    return (_MONTHS.index(month.lower()) if month else 3 * int(quarter)) % 12 + 1


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_BEGINS = 4
_NAMED = re.compile(rf"\bQ([1-4])\b|\b({'|'.join(_MONTHS)})", re.I)
_RANGE = re.compile(rf"(?:[-\u2013]|\bto)\s*(?:Q[1-4]\b|{'|'.join(_MONTHS)})", re.I)
_ENDING = re.compile(
    rf"\b(?:by|end|before)\b|\d(?:st|nd|rd|th)? (?:of )?(?:{'|'.join(_MONTHS)})", re.I
)


@dataclass(frozen=True, slots=True)
class FirstDue(Expression):
    """The due date that the plan gave first falls in these days."""

    of_detail = True
    phrase = "first due {0.days}"
    days: Days

    def holds(self, standing: Standing, _today: date) -> bool:
        return standing.action.due is not None and standing.action.due in self.days


@dataclass(frozen=True, slots=True)
class Measured(Expression):
    """One of its measures is of that kind ("outcome"), or in that unit ("percent")."""

    of_detail = True
    kind: str

    def holds(self, standing: Standing, _today: date) -> bool:
        measures = standing.action.measures
        return any(self.kind in {measure.kind, measure.unit} for measure in measures)

    def words(self, _plan: Plan) -> str:
        article = "in" if self.kind == "percent" else "by an" if self.kind[0] in "aeiou" else "by a"
        return f"measured {article} {self.kind}"


def quarters_named(timescale: str) -> frozenset[int]:
    """The numbers of the quarters a timescale names: of "Q2 and Q4" two, of "Q2-Q4" three."""
    months = (_month(*name) for name in _NAMED.findall(timescale))
    numbers = [(month - _YEAR_BEGINS) % 12 // 3 + 1 for month in months]
    ranged = len(numbers) > 1 and _RANGE.search(timescale)
    return frozenset(range(min(numbers), max(numbers) + 1) if ranged else numbers)


@dataclass(frozen=True, slots=True)
class Funded(Expression):
    """Paid for by somebody, or with a sum compared, as the plan's resources say."""

    of_detail = True
    by: str
    op: str = ""
    pounds: float = 0.0

    def holds(self, standing: Standing, _today: date) -> bool:
        written = standing.action.resources_raw
        if self.op:
            return any(OPS[self.op][1](pounds, self.pounds) for pounds in sums(written))
        return bare(self.by) in map(bare, payers(written))

    def words(self, _plan: Plan) -> str:
        paid = f"paid for by {self.by}"
        return f"with {OPS[self.op][0]} £{self.pounds:,.0f}" if self.op else paid


def bare(name: str) -> tuple[str, ...]:
    """A payer's name by its stems, without the words for money and the article."""
    return tuple(word for word in stems(name) if word not in FOR_MONEY and word != "the")


PLACED = Of | Refs | Leads | Partners | Involves | Lacks | FirstDue | Funded
"""Conditions on what the plan says, whatever the time."""
