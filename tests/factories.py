"""Small builders for everybody's tests: sensible values, overridden by name."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from bot.core.access import Caller, Role
from bot.core.plan import Action, Agency, Measure, Plan, Priority, Reading, Update
from bot.core.quarters import Quarter
from bot.core.status import Status

TEAM = "T0TEST"
Q1, Q2, Q3, Q4 = (Quarter(2018, number) for number in (1, 2, 3, 4))


def at(day: str, clock: str = "10:00") -> datetime:
    """A moment in UTC: at("2018-05-10", "09:30")."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=UTC)


def an_action(ref: str = "ASB3", **changes: Any) -> Action:
    """An action led by SDC, due at the end of September 2018, with one measure."""
    values: dict[str, Any] = {
        "priority": ref.rstrip("0123456789"),
        "text": f"Do what {ref} says",
        "leads": ("SDC",),
        "lead_raw": "SDC",
        "timescale_raw": "By end Sept 2018",
        "due": date(2018, 9, 30),
        "due_basis": "month_end",
        "measures": (Measure(f"{ref}/1", f"Things counted for {ref}", "count", target=6),),
    }
    return Action(ref, **values | changes)


def a_plan(*actions: Action, **changes: Any) -> Plan:
    """A plan of 2018-19 with two priorities and three agencies."""
    values: dict[str, Any] = {
        "title": "Community Safety Plan",
        "year": "2018-19",
        "starts": date(2018, 4, 1),
        "ends": date(2019, 3, 31),
        "partnership": "Test Partnership",
        "priorities": (
            Priority("ASB", "Anti-Social Behaviour including Environmental Crime", 1),
            Priority("DA", "Domestic Abuse", 7),
        ),
        "agencies": (
            Agency("SDC", "Sevenoaks District Council", ("the council",), True),
            Agency("KP", "Kent Police", ("police",), True),
            Agency("DAVSS", "Domestic Abuse Volunteer Support Services"),
        ),
        "actions": actions or (an_action(), an_action("DA1", leads=("DAVSS",))),
    }
    return Plan(**values | changes)


_counter = iter(range(1, 1_000_000))


def an_update(ref: str = "ASB3", **changes: Any) -> Update:
    """An update of May 2018: on track, with a note."""
    values: dict[str, Any] = {
        "id": f"u{next(_counter)}",
        "at": at("2018-05-10"),
        "quarter": Q1,
        "status": Status.ON_TRACK,
        "agency": "SDC",
        "by": "U0LEAD",
        "note": "First cameras are up.",
    }
    return Update(ref=ref, **values | changes)


def a_reading(value: float, measure: str = "ASB3/1", period: Quarter = Q1) -> Reading:
    """A reading of the first measure of ASB3."""
    return Reading(measure, value, period)


def a_caller(role: Role = Role.LEAD, *agencies: str, user: str = "U0LEAD") -> Caller:
    """A lead officer of SDC unless told otherwise."""
    return Caller(TEAM, user, role, agencies or ("SDC",), "Test Person", TEAM)
