"""The held plan with what was accepted of a document, identities and understood values kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.core.dataclass import dataclass
from bot.core.plan import Action, Measure, Plan
from bot.files.difference import ALIKE, Pairs, figure, likeness
from bot.files.surroundings import agencies_of, codes_of, measures_of, priorities_of


@dataclass(frozen=True, slots=True)
class Merged:
    """The plan as it will be stored, and the due dates that moved: (reference, from, to)."""

    plan: Plan
    moved: tuple[tuple[str, date | None, date], ...]


def merged(before: Plan, after: Plan, pairs: Pairs, accepted: frozenset[tuple[str, str]]) -> Merged:
    """The held plan with the accepted changes (kind, reference); the rest stays as it was held."""
    codes = codes_of(before, after)
    held: dict[str, Action] = {}
    moved: list[tuple[str, date | None, date]] = []
    for one, other in (*pairs.same, *pairs.renumbered, *pairs.reused):
        action = _joined(one, other, accepted, codes)
        if ("moved", one.ref) in accepted and other.due and other.due != one.due:
            moved.append((action.ref, one.due, other.due))
        held[one.ref] = action
    staying = [a for a in pairs.gone if ("gone", a.ref) not in accepted]
    held |= {action.ref: action for action in staying}
    actions = [held[a.ref] for a in before.actions if a.ref in held]
    taken = {a.ref for a in actions} | {a.ref for a in before.actions}
    for action in pairs.added:
        if ("added", action.ref) in accepted:
            free = free_ref(action, taken)
            taken.add(free.ref)
            actions.append(replace(free, priority=codes[free.priority]))
    plan = replace(
        before,
        title=after.title,
        partnership=after.partnership or before.partnership,
        priorities=priorities_of(before, after, codes, actions, accepted),
        agencies=agencies_of(before, after, accepted),
        actions=tuple(actions),
        measures=measures_of(before.measures, after.measures, "PLAN", before.year, accepted),
    )
    return Merged(plan, tuple(moved))


def _joined(
    one: Action, other: Action, accepted: frozenset[tuple[str, str]], codes: Mapping[str, str]
) -> Action:
    """A held action with what was accepted of the document's."""

    def takes(kind: str) -> bool:
        return (kind, one.ref) in accepted

    taken = {name for kind, names in _FIELDS.items() if takes(kind) for name in names}
    action = replace(one, **{name: getattr(other, name) for name in taken})
    if takes("ref_reused"):
        action = replace(other, ref=one.ref, priority=codes[other.priority])
    if takes("moved") and other.due and one.due:
        # The plan's own date stays, beside the record of the move.
        action = replace(action, due=one.due, due_basis=one.due_basis)
    if takes("target"):
        action = replace(action, measures=_with_ids(one, other))
    if takes("priority"):
        action = replace(action, priority=codes[other.priority])
    if takes("renumbered"):
        action = replace(action, ref=other.ref, formerly=(*one.formerly, one.ref))
    return action


_FIELDS = {
    "reworded": ("text",),
    "lead": ("leads", "lead_raw"),
    "partners": ("partners", "partners_raw"),
    "moved": ("timescale_raw", "due", "due_basis"),
    "details": ("further", "resources_raw"),
    "marking": ("marking",),
}
"""Kind of change -> the fields of an action it replaces."""


def _with_ids(one: Action, other: Action) -> tuple[Measure, ...]:
    """The document's measures, each with the identity of the held one it is alike."""
    held = list(one.measures)
    numbers = iter(range(len(held) + 1, len(held) + len(other.measures) + 1))
    measures = []
    for measure in other.measures:
        twin = next((m for m in held if likeness(m.text, measure.text) >= ALIKE), None)
        if twin is None:
            measures.append(replace(measure, id=f"{one.ref}/{next(numbers)}"))
            continue
        held.remove(twin)
        same = figure(twin.target_raw, twin.target) == figure(measure.target_raw, measure.target)
        measures.append(replace(twin, text=measure.text) if same else _retargeted(twin, measure))
    return tuple(measures)


def _retargeted(held: Measure, read: Measure) -> Measure:
    return replace(
        held, text=read.text, unit=read.unit, target=read.target, target_raw=read.target_raw,
        baseline=read.baseline, baseline_raw=read.baseline_raw, direction=read.direction,
    )  # fmt: skip


def free_ref(action: Action, taken: set[str]) -> Action:
    """An added action under its reference, or under the next free one where that is used."""
    if action.ref not in taken:
        return action
    stem = re.sub(r"\d+$", "", action.ref)
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return replace(action, ref=f"{stem}{number}")
