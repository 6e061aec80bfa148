"""Which of several plans counts: a matter of their first and last days, never of which was loaded
last. Dates in, a plan's name out; nothing here asks what day it is.

A plan loaded before its first day is *coming*; one whose last day has passed has *ended*. Where
two overlap, the one that began later is in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Protocol, TypeVar

from bot.core.dataclass import dataclass
from bot.core.quarters import Quarter, quarters_between


class Dated(Protocol):
    """Anything with a first and a last day: a plan, or what is known of a held one."""

    @property
    def year(self) -> str:
        """The name of its year: "2018-19"."""

    @property
    def starts(self) -> date:
        """First day."""

    @property
    def ends(self) -> date:
        """Last day."""


P = TypeVar("P", bound=Dated)


@dataclass(frozen=True, slots=True)
class PlanYear:
    """A held plan by its dates: `year` names it; `since` is when its first version was saved."""

    year: str
    starts: date
    ends: date
    since: datetime


def in_force(held: Iterable[P], day: date) -> P | None:
    """The plan in force on `day`: of those that hold it the one that began last, or None."""
    return _latest(plan for plan in held if plan.starts <= day <= plan.ends)


def shown(held: Sequence[P], day: date) -> P | None:
    """The plan people mean on `day` when they name no year: the one in force; between two plans
    the one that ended last; before the first the one to come. None when none is held."""
    now = in_force(held, day)
    if now is not None:
        return now
    ended = sorted((p for p in held if p.ends < day), key=lambda p: (p.ends, p.starts))
    return ended[-1] if ended else min(held, key=lambda p: p.starts, default=None)


def coming(held: Iterable[P], day: date) -> P | None:
    """The next plan to begin after `day`, or None."""
    return min((p for p in held if p.starts > day), key=lambda p: p.starts, default=None)


def overlapping(held: Iterable[P], quarter: Quarter) -> tuple[P, ...]:
    """The plans that run in `quarter`: first the one it belongs to unless something was said for
    it under another already, that is the one that began last."""
    running = [p for p in held if p.starts <= quarter.ends and quarter.starts <= p.ends]
    running.reverse()  # of two that began together, the one held last
    return tuple(sorted(running, key=lambda p: p.starts, reverse=True))


def is_of(plan: Dated, year: str) -> bool:
    """Whether a plan is that of a financial year ("2018-19"), by its name or its days."""
    quarters = tuple(Quarter(int(year[:4]), number) for number in (1, 4))
    runs = plan.starts <= quarters[1].ends and quarters[0].starts <= plan.ends
    return plan.year == year or runs


def quarters_of(plan: Dated) -> tuple[Quarter, ...]:
    """Every quarter a plan runs in."""
    return tuple(quarters_between(plan.starts, plan.ends))


def quarter_numbered(plan: Dated, number: int) -> Quarter:
    """The first quarter of that number (1 to 4) a plan runs in; else that of the year it began."""
    numbered = (quarter for quarter in quarters_of(plan) if quarter.number == number)
    return next(numbered, Quarter(Quarter.of(plan.starts).year, number))


def in_year(ref: str, year: str) -> str:
    """A reference that names its plan, as people type it: "ASB3 in 2018-19"."""
    return f"{ref} in {year}"


def year_name(text: str) -> str:
    """One spelling of a financial year: "2018/19", "2018 – 2019" -> "2018-19"."""
    first, last = re.split(r"\s*[-/–]\s*", text.strip())
    return f"{first}-{last[-2:]}"


def _latest(plans: Iterable[P]) -> P | None:
    in_order = list(plans)
    # Of two with the same first day the one held last: a plan under a new name for its year.
    return max(reversed(in_order), key=lambda plan: plan.starts, default=None)
