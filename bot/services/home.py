"""What Home shows, gathered in one read."""

from __future__ import annotations

from bot.core.access import Caller, Deed, may
from bot.core.glance import Glance
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.core.sensitive import hidden_from, masked
from bot.services.collecting import open_quarters
from bot.services.desk import Desk


def facts(desk: Desk, caller: Caller) -> Glance:
    """Everything Home shows to this caller. Raises NotAllowed, NotFound (no plan)."""
    may(caller, Deed.READ)
    today = desk.today()
    with desk.store.reading(caller.workspace) as books:
        quarter = open_quarters(books, desk.timetable, today)[0]
        whole = books.plans.progress()
        people = books.members.all() if caller.is_coordinator else ()
        asked = books.questions.open(5) if caller.is_coordinator else ()
    progress = masked(whole, hidden_from(caller, whole.plan))
    return Glance(
        progress=progress,
        mine=progress.led_by(caller.agencies),
        awaiting=frozenset(s.action.ref for s in progress.awaiting(quarter)),
        quarter=quarter,
        closes=desk.timetable.closes(quarter),
        today=today,
        coordinator=caller.is_coordinator,
        missing=_missing(progress, quarter) if caller.is_coordinator else (),
        proposals=tuple(member for member in people if not member.confirmed),
        unplaced=tuple((number, text) for number, text, _ in asked),
    )


def _missing(progress: Progress, quarter: Quarter) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Agencies with open actions not reported, by name, with the references."""
    refs: dict[str, list[str]] = {}
    for standing in progress.awaiting(quarter):
        for code in standing.action.leads or ("",):
            agency = progress.plan.agency(code)
            refs.setdefault(agency.name if agency else code or "No lead named", []).append(
                standing.action.ref
            )
    return tuple((name, tuple(found)) for name, found in sorted(refs.items()))
