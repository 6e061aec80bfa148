"""Fair reminders: who has something to report, and what they are courteously asked.

Pure rules; `services.reminders` applies them. Nobody with nothing to do is ever written to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from bot.core.access import Role
from bot.core.dataclass import dataclass
from bot.core.members import Member
from bot.core.progress import Progress, Standing, excerpt
from bot.core.quarters import Quarter, working_days_before
from bot.core.status import Status
from bot.core.timetable import Audience, ReminderRule, Timetable

SHOWN = 20
"""Actions one reminder lists; the rest is counted."""


@dataclass(frozen=True, slots=True)
class ToReport:
    """One action that awaits an update. `action` is empty for a sensitive one.

    `repeatable`: a status was reported for the quarter before, which can be given again.
    """

    ref: str
    action: str
    status: Status | None
    last: Quarter | None = None
    repeatable: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """A direct message to one person: their actions that await this quarter's update.

    `may_report` False: an agency's contact who can see but not update; no buttons to update then.
    `year` is that of the plan the actions are of; `day` the one it is sent on, with `working_days`
    to the close; `reported` how many of their actions are; `agency` whom the summary would name.
    """

    name: str
    quarter: Quarter
    closes: date
    entries: tuple[ToReport, ...]
    more: int = 0
    may_report: bool = True
    illustrative: bool = False
    year: str = ""
    day: date | None = None
    working_days: int = 0
    reported: int = 0
    agency: str = ""

    @property
    def to_go(self) -> int:
        """How many actions await an update."""
        return len(self.entries) + self.more


@dataclass(frozen=True, slots=True)
class Step:
    """A reminder rule on its day, for one quarter."""

    quarter: Quarter
    rung: ReminderRule
    day: date
    due_at: datetime


def steps(quarter: Quarter, timetable: Timetable) -> tuple[Step, ...]:
    """The ladder of one quarter in order of time, farthest from the close first."""
    closes = timetable.closes(quarter)
    of_quarter = []
    for rung in timetable.reminder_rules:
        day = working_days_before(closes, rung.days, timetable.holidays)
        of_quarter.append(Step(quarter, rung, day, timetable.moment(day)))
    return tuple(sorted(of_quarter, key=lambda step: step.due_at))


def addressees(
    rung: ReminderRule, codes: Iterable[str], members: Iterable[Member], today: date
) -> tuple[Member, ...]:
    """Who of the agencies `codes` is meant by a rung, whether or not they are away today.

    When every lead officer of an agency is away, their colleagues stand in as deputies. Observers
    read and are never asked.
    """
    reminded = {Role.LEAD, Role.COORDINATOR}
    people = [m for m in members if m.confirmed and m.active and m.role in reminded]
    chosen: dict[str, Member] = {}
    for code in codes:
        agency = [m for m in people if code in m.agencies]
        leads = [m for m in agency if m.role is Role.LEAD and not m.deputy]
        deputies = [] if any(not is_away(m, today) for m in leads) else agency
        everybody = agency if rung.audience is Audience.AGENCY else [*leads, *deputies]
        chosen |= {m.user: m for m in everybody}
    return tuple(chosen.values())


def leads_of(code: str, members: Iterable[Member]) -> Iterator[Member]:
    """The confirmed lead officers of one agency, deputies left out."""
    for member in members:
        leads = member.role is Role.LEAD and not member.deputy
        if leads and member.confirmed and member.active and code in member.agencies:
            yield member


def is_away(member: Member, today: date) -> bool:
    """Away up to and including `away_until`."""
    return member.away_until is not None and today <= member.away_until


def reminder(
    progress: Progress,
    member: Member,
    quarter: Quarter,
    closes: date,
    not_theirs: Iterable[str] = (),
) -> Reminder:
    """What `member` is asked about `quarter`; nothing (no entries) when there is nothing to do."""
    refused = set(not_theirs)
    theirs = [s for s in progress.led_by(member.agencies) if s.action.ref not in refused]
    awaiting = [s for s in theirs if s.awaits(quarter)]
    return Reminder(
        name=member.name,
        quarter=quarter,
        closes=closes,
        entries=tuple(_to_report(progress, standing, quarter) for standing in awaiting[:SHOWN]),
        more=max(0, len(awaiting) - SHOWN),
        may_report=member.role in {Role.LEAD, Role.COORDINATOR},
        illustrative=progress.plan.illustrative,
        year=progress.plan.year,
        reported=sum(s.reported_for(quarter) is not None for s in theirs),
        agency=" and ".join(map(progress.plan.called, member.agencies)),
    )


def repeats(standing: Standing, quarter: Quarter) -> bool:
    """Whether a status was reported for the quarter before, which may hold still."""
    earlier = standing.reported_for(quarter.previous)
    return earlier is not None and earlier.status is not None


def _to_report(progress: Progress, standing: Standing, quarter: Quarter) -> ToReport:
    action, latest = standing.action, standing.latest
    return ToReport(
        ref=action.ref,
        action="" if progress.plan.is_sensitive(action) else excerpt(action.text, 110),
        status=standing.status,
        last=latest.quarter if latest else None,
        repeatable=repeats(standing, quarter),
    )


def leads_awaiting(progress: Progress, quarter: Quarter) -> Iterator[str]:
    """The codes of agencies that lead an action with no update for `quarter`, each once."""
    seen = set()
    for standing in progress.awaiting(quarter):
        for code in standing.action.leads:
            if code not in seen:
                seen.add(code)
                yield code
