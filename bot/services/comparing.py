"""A document against the plan that is held: the difference, and what of it is stored."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from bot.core.dataclass import dataclass
from bot.core.plan import Plan, Update
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.files.actions import NO_LEVEL
from bot.files.difference import ASKED, Change, Pairs, changes, pair
from bot.files.imported import Imported
from bot.files.lineage import carried_on, lineage, lineage_changes
from bot.files.merging import merged
from bot.files.surroundings import surrounding_changes
from bot.services.years import GONE

EVERYTHING = "all"
CARRIED = "carried"
"""Accepted by this name alone, never with "all": work a document does not hold is added to it."""
UNFINISHED = f"unfinished; --accept {CARRIED} takes it along into the new plan"
_TOLD_BY = {
    "target": {"measure", "outcome", "baseline", "target", "baseline_target"},
    "partners": {"partners", "lead"}, "lead": {"lead"},
    "moved": {"timescale", "schedule", "new_due"},
    "details": {"further", "resources", "objective"},
}  # fmt: skip
"""Kind of change -> the fields of a document's columns that tell it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is stored of a document: the plan, the record's new entries, what was left as held."""

    plan: Plan | None
    """None: as it is held."""
    updates: tuple[Update, ...]
    left: tuple[Change, ...]


def compared(imported: Imported, held: Progress | None) -> Imported:
    """The document with its difference from the held plan: of the same year a new version, of
    another year what carries on from it."""
    if imported.plan is None or held is None:
        return imported
    pairs = _pairs(imported, held.plan)
    reported = {s.action.ref for s in held.standings if s.updates}
    closed = _closed(held)
    untold = _untold(imported)
    differences = [
        change
        for change in changes(held.plan, imported.plan, pairs, reported)
        if change.kind not in untold and (change.kind != "gone" or change.ref not in closed)
    ]
    if imported.plan.year == held.plan.year:
        differences += surrounding_changes(held.plan, imported.plan, own=imported.own)
    else:
        differences = _between_years(imported.plan, held, pairs, differences)
    return replace(imported, changes=tuple(differences), against=held.plan.year)


def _untold(imported: Imported) -> frozenset[str]:
    """Kinds of change a document says nothing of, since it has no column for them: what is held
    stays. A column that is empty says that there is nothing."""
    fields = {(column.field or "").partition(" (")[0] for column in imported.mapping}
    if imported.plan is None or imported.own or not fields:
        return frozenset()
    kinds = {kind for kind, told_by in _TOLD_BY.items() if not told_by & fields}
    levels = {priority.name for priority in imported.plan.priorities}
    return frozenset(kinds | ({"priority"} if levels == {NO_LEVEL} else set()))


def _closed(held: Progress) -> frozenset[str]:
    """References of actions an earlier version of the plan no longer had."""
    return frozenset(s.action.ref for s in held.standings if s.latest and s.latest.note == GONE)


def _between_years(
    plan: Plan, held: Progress, pairs: Pairs, differences: list[Change]
) -> list[Change]:
    """What another year's plan changes. Nothing of it is asked before it is stored, both plans
    being kept, but whether work of last year goes on under another reference and wording."""
    differences = [replace(change, asks=False) for change in differences]
    if plan.starts <= held.plan.starts:
        return differences
    line = lineage(held, pairs)
    unfinished = {action.ref for action in line.unfinished}
    perhaps = {("gone", one.ref) for one, _ in line.perhaps}
    perhaps |= {("added", other.ref) for _, other in line.perhaps}
    listed = [c for c in differences if (c.kind, c.ref) not in perhaps]
    noted = [replace(c, note=UNFINISHED) if c.ref in unfinished else c for c in listed]
    return [*lineage_changes(held.plan, plan, line), *noted]


def continued(
    plan: Plan, imported: Imported, before: Progress | None, accept: Collection[str] | None
) -> Plan:
    """A new year's plan with the references its actions had the year before (sure ones, and those
    that were accepted), and with what was not finished where "carried" is accepted."""
    if before is None or plan.starts <= before.plan.starts:
        return plan
    line = lineage(before, pair(before.plan, plan, _made_up(imported)))
    going_on = (change for change in imported.changes if change.kind == "continues")
    taken = {change.ref for change in going_on if is_accepted(change, accept)}
    return carried_on(plan, before, line, taken, carry=CARRIED in (accept or ()))


def undecided(imported: Imported, accept: Collection[str] | None) -> tuple[Change, ...]:
    """What was asked of a new year's plan and not accepted."""
    return tuple(c for c in imported.changes if c.asks and not is_accepted(c, accept))


def _pairs(imported: Imported, held: Plan) -> Pairs:
    assert imported.plan is not None
    return pair(held, imported.plan, _made_up(imported))


def _made_up(imported: Imported) -> frozenset[str]:
    """References the document did not give."""
    return frozenset(row.key for row in imported.actions if row.ref is None)


def outcome(
    imported: Imported, held: Progress, accept: Collection[str] | None, now: datetime
) -> Outcome:
    """What of a new version is stored. `accept`: kinds or keys of changes, or "all"; None:
    everything but what needs a confirmation."""
    assert imported.plan is not None
    taken = [change for change in imported.changes if is_accepted(change, accept)]
    left = tuple(change for change in imported.changes if not is_accepted(change, accept))
    pairs = _pairs(imported, held.plan)
    gone = {("gone", ref) for ref in _closed(held)}
    accepted = frozenset({(c.kind, c.ref) for c in taken} | gone)
    result = merged(held.plan, imported.plan, pairs, accepted)
    quiet = not taken and replace(result.plan, actions=held.plan.actions) == held.plan
    refs = _refs(pairs, result.plan)
    updates = tuple(
        replace(update, ref=refs[update.ref], readings=())
        for update in imported.updates
        if update.ref in refs and _is_news(held, refs[update.ref], update)
    )
    moves = tuple(_move(result.plan, ref, day, now) for ref, _, day in result.moved)
    return Outcome(None if quiet else result.plan, (*updates, *moves), left)


def is_accepted(change: Change, accept: Collection[str] | None) -> bool:
    """Whether a change is stored: named by its kind or its key, or harmless where nothing was
    named."""
    if accept is None:
        return not change.asks and change.kind not in ASKED
    return bool({EVERYTHING, change.kind, change.key} & set(accept))


def _refs(pairs: Pairs, plan: Plan) -> dict[str, str]:
    """A reference of the document -> that of the action it is stored as."""
    joined = {other.ref: one.ref for one, other in (*pairs.same, *pairs.renumbered)}
    paired = {other: action.ref for other, one in joined.items() if (action := plan.find(one))}
    fresh = {a.ref: a.ref for a in pairs.added if plan.find(a.ref)}
    return paired | fresh


def _is_news(held: Progress, ref: str, update: Update) -> bool:
    """Whether a status the plan's own columns show is not what the record says already."""
    action = held.plan.find(ref)
    if action is None:
        return True
    standing = held.standing(action.ref)
    known = [u for u in standing.updates if u.quarter == update.quarter]
    reports = [(u.status, u.note) for u in known]
    if (update.status, update.note) in reports:
        return False
    return not (not update.note and update.status in {standing.status, *(u.status for u in known)})


def _move(plan: Plan, ref: str, day: date, now: datetime) -> Update:
    action = plan.action(ref)
    quarter = Quarter.of(min(max(now.date(), plan.starts), plan.ends))
    return Update(
        id="", ref=action.ref, at=now, quarter=quarter, status=None,
        agency=next(iter(action.leads), ""), by="file", new_due=day,
        reason="Moved by import", source="import",
    )  # fmt: skip
