"""References that the disclosure guard holds: what somebody wrote in the column of references is
free text like the rest, and a reference is shown everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from bot.core.plan import Action, Plan, Update, ref_key
from bot.files.imported import Imported, ReadAction
from bot.files.sheet import Findings

IsHeld = Callable[[str], bool]


def without_held_refs(imported: Imported, is_held: IsHeld, findings: Findings) -> Imported:
    """The document with another reference ("HELD1") for each that is held. What has the shape of a
    reference ("ASB3", "1.2") says nothing of anybody."""
    if imported.plan is None:
        return imported
    names = dict(_names(imported.plan, is_held))
    if not names:
        return imported
    for row in imported.actions:
        if row.key in names:
            message = (
                f"Reference: what stands there is left out; the row is kept as {names[row.key]}."
            )
            findings.add("personal_data", "must", message, location=row.location)
    return replace(
        imported,
        plan=_plan(imported.plan, names),
        actions=tuple(_row(row, names) for row in imported.actions),
        updates=tuple(_update(update, names) for update in imported.updates),
        record=tuple(_update(update, names) for update in imported.record),
        problems=tuple(
            replace(p, ref=None, quote="") if p.ref and is_held(p.ref) else p
            for p in imported.problems
        ),
    )


def _names(plan: Plan, is_held: IsHeld) -> Iterator[tuple[str, str]]:
    taken, number = {action.ref for action in plan.actions}, 0
    for action in plan.actions:
        if not ref_key(action.ref) and is_held(action.ref):
            number += 1
            while f"HELD{number}" in taken:
                number += 1
            yield action.ref, f"HELD{number}"


def _plan(plan: Plan, names: Mapping[str, str]) -> Plan:
    return replace(plan, actions=tuple(_action(action, names) for action in plan.actions))


def _action(action: Action, names: Mapping[str, str]) -> Action:
    if action.ref not in names:
        return action
    ref = names[action.ref]
    measures = tuple(replace(m, id=_of_action(m.id, ref)) for m in action.measures)
    return replace(action, ref=ref, measures=measures)


def _of_action(measure: str, ref: str) -> str:
    """The id of a measure, as one of the action called `ref`."""
    return f"{ref}/{measure.rpartition('/')[2]}"


def _row(row: ReadAction, names: Mapping[str, str]) -> ReadAction:
    return replace(row, ref=names[row.key], key=names[row.key]) if row.key in names else row


def _update(update: Update, names: Mapping[str, str]) -> Update:
    if update.ref not in names:
        return update
    ref = names[update.ref]
    readings = tuple(replace(r, measure=_of_action(r.measure, ref)) for r in update.readings)
    return replace(update, ref=ref, readings=readings)
