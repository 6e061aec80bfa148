"""A coordinator changes one action: a new version of the plan, each change with who and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.core.access import Caller, Permission, require
from bot.core.editing import ActionEdit
from bot.core.errors import HeldByGuard, Invalid, Refused
from bot.core.plan import Action, Measure, Plan, Update
from bot.core.quarters import Quarter
from bot.core.reporting import parse_reading
from bot.core.years import in_year
from bot.disclosure.check import check
from bot.files.dates import parse_timescale
from bot.files.sheet import Cell
from bot.reading.typed_year import split_year
from bot.services.context import Context
from bot.services.known import known_names
from bot.services.years import plan_for
from bot.store.store import Records

FIELDS = {
    "text": "wording", "leads": "lead", "partners": "partners", "timescale": "date as written",
    "target": "target",
}  # fmt: skip


def to_edit(context: Context, caller: Caller, ref: str) -> tuple[ActionEdit, bool]:
    """An action as it is, and whether it has a measure. Raises NotAllowed, NotFound."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        plan, action = _meant(records, context, ref)
        edition = records.plans.edition(plan.year)
    address = in_year(action.ref, plan.year)
    return _as_it_is(plan, action, address, edition), bool(action.measures)


def save_edit(context: Context, caller: Caller, edit: ActionEdit) -> tuple[str, ...]:
    """Store what was changed of an action; what was, in words. Raises NotAllowed, NotFound, Invalid
    (under its field), HeldByGuard, Refused (nothing changed, or the plan did meanwhile)."""
    require(caller, Permission.COORDINATE)
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        plan, action = _meant(records, context, edit.ref)
        before = _as_it_is(plan, action, edit.ref, records.plans.edition(plan.year))
        if before.edition != edit.edition:
            raise Refused(
                "The plan has changed since this form was opened; nothing was saved.",
                f"Open it again: `/csp edit {edit.ref}`.",
            )
        changed = [name for name in FIELDS if getattr(edit, name) != getattr(before, name)]
        if not changed:
            raise Refused("Nothing is changed in this form.", "Change something, or close it.")
        _guard(context, records, plan, edit, changed)
        after = _edited(plan, action, edit, changed)
        actions = tuple(after if a.ref == action.ref else a for a in plan.actions)
        records.plans.save(replace(plan, actions=actions), now)
        if action.due and "timescale" in changed:
            _move(records, caller, plan, after, edit, now)
        for name in changed:
            was, becomes = getattr(before, name), f"{getattr(edit, name)} ({edit.why})"
            records.audit.note(
                now, caller.user, f"edit {FIELDS[name]}"[:32], action.ref, before=was,
                after=becomes, route="slack",
            )  # fmt: skip
    return tuple(
        f"{FIELDS[n]}: {getattr(before, n) or 'none'} → {getattr(edit, n) or 'none'}"
        for n in changed
    )


def _meant(records: Records, context: Context, ref: str) -> tuple[Plan, Action]:
    name, year = split_year(ref)
    plan = plan_for(records, context.today(), year).plan
    return plan, plan.action(name)


def _guard(
    context: Context, records: Records, plan: Plan, edit: ActionEdit, changed: Iterable[str]
) -> None:
    known = known_names(context, records, plan)
    findings = {name: check(getattr(edit, name), known=known) for name in (*changed, "why")}
    held = {
        name: f"“{parts[0].pointer}”: {parts[0].why} {parts[0].advice}"
        for name, parts in findings.items()
        if parts
    }
    if held:
        raise HeldByGuard(held, [part for parts in findings.values() for part in parts])


def _edited(plan: Plan, action: Action, edit: ActionEdit, changed: list[str]) -> Action:
    """The action with what was changed. The plan's own date stays beside the record of a move."""
    if "text" in changed:
        if not edit.text:
            raise Invalid("text", "An action needs its wording.", "Say what is to be done.")
        action = replace(action, text=edit.text)
    if "leads" in changed:
        action = replace(action, leads=_codes(plan, "leads", edit.leads), lead_raw=edit.leads)
    if "partners" in changed:
        codes = _codes(plan, "partners", edit.partners)
        action = replace(action, partners=codes, partners_raw=edit.partners)
    if "timescale" in changed:
        due = parse_timescale(Cell(edit.timescale), plan.starts, plan.ends)
        _require_day(plan, edit, due.day is not None and due.day >= plan.starts)
        action = replace(action, timescale_raw=edit.timescale)
        action = action if action.due else replace(action, due=due.day, due_basis=due.basis)
    if "target" in changed and action.measures:
        first, *others = action.measures
        action = replace(action, measures=(_aimed(first, edit.target), *others))
    return action


def _codes(plan: Plan, field: str, names: str) -> tuple[str, ...]:
    codes = []
    for name in filter(None, map(str.strip, names.split(";"))):
        agency = plan.agency_named(name)
        if agency is None:
            raise Invalid(
                field,
                f"The plan names no agency '{name}'.",
                "Type names or codes of its agencies, with a semicolon between two.",
            )
        codes.append(agency.code)
    return tuple(dict.fromkeys(codes))


def _require_day(plan: Plan, edit: ActionEdit, readable: bool) -> None:
    if not readable:
        raise Invalid(
            "timescale",
            f"'{edit.timescale}' is no date in or after the {plan.year} plan.",
            "Type for example 30 September, Q3 or by the end of the year.",
        )


def _aimed(measure: Measure, target: str) -> Measure:
    try:
        value = parse_reading(target)
    except Invalid:
        value = None
    return replace(measure, target=value, target_raw=target)


def _move(
    records: Records, caller: Caller, plan: Plan, action: Action, edit: ActionEdit, now: datetime
) -> None:
    """The record of a moved date, as an update of the coordinator's."""
    due = parse_timescale(Cell(edit.timescale), plan.starts, plan.ends)
    quarter = Quarter.of(min(max(now.date(), plan.starts), plan.ends))
    entry = Update(
        id=records.new_id(), ref=action.ref, at=now, quarter=quarter, status=None,
        agency=next(iter(action.leads), ""), by=caller.user, new_due=due.day, reason=edit.why,
        source="edit",
    )  # fmt: skip
    records.plans.add_updates([entry], plan.year)


def _as_it_is(plan: Plan, action: Action, address: str, edition: int) -> ActionEdit:
    """What the form shows when it is opened."""
    return ActionEdit(
        ref=address,
        edition=edition,
        text=action.text,
        leads="; ".join(map(plan.called, action.leads)),
        partners="; ".join(map(plan.called, action.partners)),
        timescale=action.timescale_raw or (action.due.isoformat() if action.due else ""),
        target=_target(action),
    )


def _target(action: Action) -> str:
    if not action.measures:
        return ""
    first = action.measures[0]
    return first.target_raw or (f"{first.target:g}" if first.target is not None else "")
