"""The plan at a glance for one person on one day: what Home shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.core.members import Member
from bot.core.progress import Progress, Standing
from bot.core.quarters import Quarter
from bot.core.years import PlanYear
from bot.quarterly.facts import NotReported


@dataclass(frozen=True, slots=True)
class HomeReturn:
    """A quarter being collected for the plan of `year`. `mine`: actions of the person's agencies;
    `awaiting`: references not reported for it; `missing`: the same by agency, for coordinators."""

    quarter: Quarter
    year: str
    closes: date
    mine: tuple[Standing, ...]
    awaiting: frozenset[str]
    missing: tuple[NotReported, ...] = ()

    @property
    def waiting(self) -> tuple[Standing, ...]:
        """The person's actions that await an update."""
        return tuple(s for s in self.mine if s.action.ref in self.awaiting)


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """`returns`: what is collected today, at the turn of the year for two plans, between plans for
    none; `following`: the next plan when it is loaded; for coordinators only: `proposals` (people
    who wait), `unplaced` (number, question) and `ownerless` (agency, references of open actions
    that nobody of the lead agency could report)."""

    progress: Progress
    returns: tuple[HomeReturn, ...]
    today: date
    coordinator: bool
    following: PlanYear | None = None
    proposals: tuple[Member, ...] = ()
    unplaced: tuple[tuple[int, str], ...] = ()
    ownerless: tuple[NotReported, ...] = ()
