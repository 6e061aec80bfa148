"""The plan at a glance for one person on one day: what Home shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.core.dataclass import dataclass
from bot.core.members import Member
from bot.core.progress import Progress, Standing
from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.core.years import PlanYear
from bot.quarterly.facts import SummaryHead
from bot.quarterly.missing import Missing
from bot.quarterly.reminders import repeats


@dataclass(frozen=True, slots=True)
class HomeReturn:
    """A quarter being collected for the plan of `year`, `working_days` before it closes. `mine`:
    actions of the person's agencies, those due soonest first; `awaiting`: references not reported
    for it; `reported` of `actions` in the whole plan; `people`: for coordinators, how many could be
    asked now."""

    quarter: Quarter
    year: str
    closes: date
    mine: tuple[Standing, ...]
    awaiting: frozenset[str]
    working_days: int = 0
    reported: int = 0
    actions: int = 0
    people: int = 0

    @property
    def waiting(self) -> tuple[Standing, ...]:
        """The person's actions that await an update."""
        return tuple(s for s in self.mine if s.action.ref in self.awaiting)

    @property
    def repeatable(self) -> int:
        """How many of those had a status last quarter."""
        return sum(repeats(standing, self.quarter) for standing in self.waiting)


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """`returns`: what is collected today, at the turn of the year for two plans, between plans for
    none; `following`: the next plan when it is loaded; `reports`: whether the person may report;
    `last`: the head of the latest summary, for those who lead nothing. For coordinators only:
    `proposals` (people who wait), `unplaced` (number, question) and `unowned` (open actions that
    nobody could report); `has_channel`: one is chosen for the summary and the notices."""

    progress: Progress
    returns: tuple[HomeReturn, ...]
    today: date
    coordinator: bool
    reports: bool = True
    following: PlanYear | None = None
    last: SummaryHead | None = None
    proposals: tuple[Member, ...] = ()
    unplaced: tuple[tuple[int, str], ...] = ()
    unowned: tuple[Missing, ...] = ()
    has_channel: bool = True

    @property
    def attention(self) -> Iterator[Standing]:
        """What is off track, then what is overdue besides, in the plan's order."""
        off_track = [s for s in self.progress.standings if s.status is Status.OFF_TRACK]
        yield from off_track
        yield from (
            s for s in self.progress.standings if s.is_overdue(self.today) and s not in off_track
        )


def soonest_first(standings: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """Open actions before closed ones, those due soonest first."""
    return tuple(
        sorted(
            standings,
            key=lambda s: (s.status is not None and s.status.closed, s.due or date.max),
        )
    )
