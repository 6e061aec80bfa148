"""The audit trail, for coordinators: who did what, for whom, when, from what to what."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.access import Caller, Permission, require
from bot.core.audit import AuditEntry, TrailLine
from bot.core.day_only import has_a_time
from bot.core.plan import Update
from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.reading.typed_year import split_year
from bot.services.context import Context
from bot.services.years import plan_for

YEARS = 4
"""Plans whose lines about one name may stand between those that are asked for."""


def history(context: Context, caller: Caller, ref: str, limit: int = 50) -> tuple[TrailLine, ...]:
    """The latest lines about an action, newest first: the audit's, and the updates that came with a
    file. What was reported on an action of that name in another year's plan is that one's. Raises
    NotAllowed, NotFound."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        name, year = split_year(ref)
        plan = plan_for(records, context.today(), year).plan
        wanted = plan.action(name).ref
        noted = records.audit.about(wanted, limit * YEARS)
        entries = [u for u in records.plans.record(plan.year) if u.ref == wanted]
        updates = {(u.at, u.by): u for u in entries}
        others = {(u.at, u.by) for u in records.plans.record() if u.ref == wanted} - updates.keys()
    own = (line for line in noted if (line.at, line.actor) not in others)
    lines = [TrailLine(line, _quarter(updates.pop((line.at, line.actor), None))) for line in own]
    before = _before(entries)
    lines += [
        TrailLine(_imported(u, before[u.id]), u.quarter, has_a_time(u)) for u in updates.values()
    ]
    return tuple(sorted(lines, key=lambda line: line.entry.at, reverse=True)[:limit])


def _quarter(update: Update | None) -> Quarter | None:
    return update.quarter if update else None


def _before(updates: Iterable[Update]) -> dict[str, Status | None]:
    """By the id of each update the status that stood before it, in order of time."""
    stood: dict[str, Status | None] = {}
    status: Status | None = None
    for update in sorted(updates, key=lambda u: u.at):
        stood[update.id], status = status, update.status or status
    return stood


def _imported(update: Update, before: Status | None) -> AuditEntry:
    """An update that came with a file has no audit line of its own: the import has one."""
    return AuditEntry(
        update.at,
        update.by or "file",
        update.kind,
        update.ref,
        agency=update.agency,
        before=before or "",
        after=update.status or "",
        route="import",
    )
