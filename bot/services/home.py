"""What Home shows, gathered in one read."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.access import Caller, Deed, may
from bot.core.glance import Glance
from bot.core.members import Member
from bot.core.progress import Progress, Standing
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
        ownerless=_ownerless(progress, people) if caller.is_coordinator else (),
    )


def _missing(progress: Progress, quarter: Quarter) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Agencies with open actions not reported, by name, with the references."""
    return _by_agency(progress, progress.awaiting(quarter))


def _ownerless(
    progress: Progress, people: tuple[Member, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Open actions of agencies of which nobody here may report (left, or never joined)."""
    there = {code for m in people if m.confirmed and m.active for code in m.agencies}
    unowned = (
        s
        for s in progress.standings
        if not (s.status is not None and s.status.closed) and not there & set(s.action.leads)
    )
    return _by_agency(progress, unowned)


def _by_agency(
    progress: Progress, standings: Iterable[Standing]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    refs: dict[str, list[str]] = {}
    for standing in standings:
        for code in standing.action.leads or ("",):
            agency = progress.plan.agency(code)
            refs.setdefault(agency.name if agency else code or "No lead named", []).append(
                standing.action.ref
            )
    return tuple((name, tuple(found)) for name, found in sorted(refs.items()))
