"""What is not reported for a quarter, by who could be asked about it. Pure rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from bot.core.dataclass import dataclass
from bot.core.members import Member
from bot.core.plan import EVERYONE, Action, Plan
from bot.core.progress import Standing, show_date
from bot.core.quarters import Quarter
from bot.core.timetable import Audience, ReminderRule
from bot.quarterly.reminders import addressees, is_away
from bot.quarterly.view import lead_names


class Reach(StrEnum):
    """Whether anybody can be asked for an update: somebody of the lead agency, nobody of it, or no
    agency at all is named."""

    CAN_ASK = "can ask"
    NOBODY = "nobody"
    NO_OWNER = "no owner"


@dataclass(frozen=True, slots=True)
class Missing:
    """The actions of one lead (or of joint leads) without an update. `note`: who can be asked, with
    the day they last were, or who is away; `agency`: the code of a lead nobody speaks for."""

    lead: str
    refs: tuple[str, ...]
    reach: Reach = Reach.CAN_ASK
    note: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class MissingList:
    """The coordinators' list of what is not yet reported. `people`: how many could be written to;
    `reported` of `actions`, as it stands; `closed`: it is read afterwards, and nobody is asked."""

    quarter: Quarter
    closes: date
    missing: tuple[Missing, ...]
    people: int = 0
    reported: int = 0
    actions: int = 0
    illustrative: bool = False
    closed: bool = False

    @property
    def total(self) -> int:
        """How many actions await an update."""
        return sum(len(line.refs) for line in self.missing)

    def of(self, reach: Reach) -> tuple[Missing, ...]:
        """The lines of one group."""
        return tuple(line for line in self.missing if line.reach is reach)


def missing(
    plan: Plan,
    standings: Iterable[Standing],
    members: Sequence[Member],
    today: date,
    asked: Mapping[str, date],
) -> tuple[Missing, ...]:
    """The standings by who leads them. `asked`: user -> the day they were last written to."""
    by_leads: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for standing in standings:
        by_leads[_lead(plan, standing.action)].append(standing.action.ref)
    lines = (
        _line(lead, codes, tuple(refs), members, today, asked)
        for (lead, codes), refs in by_leads.items()
    )
    return tuple(sorted(lines, key=lambda line: (-len(line.refs), line.lead)))


def can_be_asked(
    codes: Iterable[str], members: Iterable[Member], today: date
) -> tuple[Member, ...]:
    """Who of these agencies a reminder of today would go to."""
    rule = ReminderRule(1, Audience.LEADS)
    return tuple(m for m in addressees(rule, codes, members, today) if not is_away(m, today))


def _lead(plan: Plan, action: Action) -> tuple[str, tuple[str, ...]]:
    if plan.is_sensitive(action) and not action.leads:
        return "Sensitive actions", ()
    name = lead_names(plan, action)
    return name[:1].upper() + name[1:], action.leads


def _line(
    lead: str,
    codes: tuple[str, ...],
    refs: tuple[str, ...],
    members: Sequence[Member],
    today: date,
    asked: Mapping[str, date],
) -> Missing:
    named = tuple(code for code in codes if code != EVERYONE)
    if not named:
        return Missing(lead, refs, Reach.NO_OWNER)
    people = can_be_asked(named, members, today)
    if people:
        return Missing(lead, refs, note="; ".join(_asked(m, asked) for m in people))
    away = "; ".join(_away(named, members, today))
    return Missing(lead, refs, Reach.NOBODY, away, named[0])


def _asked(member: Member, asked: Mapping[str, date]) -> str:
    name = member.name or member.user
    return f"{name}, asked {show_date(asked[member.user])}" if member.user in asked else name


def _away(codes: tuple[str, ...], members: Iterable[Member], today: date) -> Iterator[str]:
    for member in addressees(ReminderRule(1, Audience.AGENCY), codes, members, today):
        if member.away_until is not None and is_away(member, today):
            yield f"{member.name or member.user} is away until {show_date(member.away_until)}"
