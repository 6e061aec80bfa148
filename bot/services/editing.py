"""A coordinator changes, adds or closes an action: a new version of the plan, each change with who
and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.core.access import Caller, Permission, require
from bot.core.errors import HeldByGuard, Refused, Unlikely
from bot.core.plan import OFFICIAL, Action, Agency, Plan, Priority, Update
from bot.core.quarters import Quarter
from bot.core.reporting import ProgressDraft
from bot.core.years import in_year
from bot.disclosure.check import check
from bot.disclosure.update_guard import delicate_in
from bot.files.dates import parse_timescale
from bot.files.sheet import Cell
from bot.messages.editing import ActionEdit, Edited
from bot.reading.typed_year import split_year
from bot.services import progress
from bot.services.context import Context
from bot.services.edit_values import FIELDS, added, as_it_is, edited
from bot.services.known import known_names
from bot.services.markings import mark_in
from bot.services.proposed import settle
from bot.services.years import plan_for
from bot.store.store import Records


def to_edit(context: Context, caller: Caller, ref: str) -> ActionEdit:
    """An action as it is. Raises NotAllowed, NotFound."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        plan, action = meant(records, context, ref)
        edition = records.plans.edition(plan.year)
    return as_it_is(plan, action, in_year(action.ref, plan.year), edition)


def to_add(
    context: Context, caller: Caller, year: str = ""
) -> tuple[ActionEdit, tuple[Priority, ...]]:
    """A new action with nothing in it, and the priorities it may belong to: of the plan of `year`,
    else of the one in force. Raises NotAllowed, NotFound."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        plan = plan_for(records, context.today(), year.strip()).plan
        edition = records.plans.edition(plan.year)
    if not plan.priorities:
        raise Refused(f"The {plan.year} plan has no priority to add an action to.")
    return ActionEdit(plan.year, edition, "", "", "", "", marking=OFFICIAL), plan.priorities


def save_edit(context: Context, caller: Caller, edit: ActionEdit) -> Edited:
    """Store what was changed of an action. Raises NotAllowed, NotFound, Invalid and Unlikely (under
    their fields), HeldByGuard, Refused (nothing changed, or the plan did meanwhile)."""
    context = context.of(caller)
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        plan, action = meant(records, context, edit.ref)
        _require_edition(records, plan, edit)
        return apply_edit(records, context, caller, plan, action, edit)


def apply_edit(
    records: Records, context: Context, caller: Caller, plan: Plan, action: Action, edit: ActionEdit
) -> Edited:
    """The same in the transaction it is called in."""
    now, before = context.now(), as_it_is(plan, action, edit.ref, edit.edition)
    changed = [name for name in FIELDS if getattr(edit, name) != getattr(before, name)]
    if not changed and edit.close is None:
        raise Refused("Nothing is changed in this form.", "Change something, or close it.")
    _guard(context, records, plan, edit, changed, action.ref)
    after = edited(plan, action, edit, changed, context.today())
    if after != action:
        actions = tuple(after if a.ref == action.ref else a for a in plan.actions)
        records.plans.save(replace(plan, actions=actions), now)
    if action.due and "timescale" in changed:
        _move(records, caller, plan, after, edit, now)
    for name in changed:
        if name != "marking":
            was, becomes = getattr(before, name), f"{getattr(edit, name)} ({edit.why})"
            _note(records, caller, f"edit {FIELDS[name]}", action.ref, now, was, becomes)
    posted = "marking" in changed and _mark(records, caller, plan, action, edit, now)
    lines = [_line(before, edit, name) for name in changed]
    if edit.close is not None:
        lines.append(f"closed: {_close(records, context, caller, edit)}")
    settle(records, context, caller, plan.year, action.ref, changed, "; ".join(lines))
    return Edited(edit.ref, tuple(lines), posted)


def _close(records: Records, context: Context, caller: Caller, edit: ActionEdit) -> str:
    """Close an action as an update would, with the reason as its note; the status in words. Raises
    as `progress.record` does, what is asked back under the form's own field."""
    draft = ProgressDraft(edit.ref, edit.close, edit.why, source="edit", sure=edit.sure)
    try:
        reported = progress.record(records, context, caller, draft)
    except Unlikely as doubted:
        raise Unlikely({"close": " ".join(doubted.fields.values())}, doubted.marks) from None
    return str(context.labels.of(reported.after.status))


def add_action(context: Context, caller: Caller, edit: ActionEdit) -> Edited:
    """Store a new action. Raises as `save_edit` does."""
    require(caller, Permission.COORDINATE)
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        plan = plan_for(records, context.today(), edit.ref).plan
        _require_edition(records, plan, edit)
        filled = [name for name in FIELDS if name != "marking" and getattr(edit, name)]
        _guard(context, records, plan, edit, filled, edit.priority)
        action = added(plan, edit, context.today())
        records.plans.save(replace(plan, actions=(*plan.actions, action)), now)
        becomes = f"{action.text} ({edit.why})" if edit.why else action.text
        _note(records, caller, "add action", action.ref, now, "", becomes)
    address = in_year(action.ref, plan.year)
    return Edited(address, tuple(f"{FIELDS[name]}: {getattr(edit, name)}" for name in filled))


def agencies_of(context: Context, caller: Caller, ref: str) -> tuple[str, tuple[Agency, ...]]:
    """An action's address and the agencies of its plan. Raises NotFound."""
    with context.store.reading(caller.workspace) as records:
        plan, action = meant(records, context, ref)
    return in_year(action.ref, plan.year), plan.agencies


def meant(records: Records, context: Context, ref: str) -> tuple[Plan, Action]:
    """The action of a reference, with its year where one is named. Raises NotFound."""
    name, year = split_year(ref)
    plan = plan_for(records, context.today(), year).plan
    return plan, plan.action(name)


def _require_edition(records: Records, plan: Plan, edit: ActionEdit) -> None:
    if records.plans.edition(plan.year) != edit.edition:
        raise Refused(
            "The plan has changed since this form was opened; nothing was saved.",
            f"Open it again: `/csp edit {edit.ref}`, or `/csp add`.",
        )


def _guard(
    context: Context,
    records: Records,
    plan: Plan,
    edit: ActionEdit,
    changed: Iterable[str],
    of: str,
) -> None:
    texts = {name: getattr(edit, name) for name in (*changed, "why")}
    refuse_personal(context, records, plan, texts, of)


def refuse_personal(
    context: Context, records: Records, plan: Plan, texts: dict[str, str], of: str
) -> None:
    """Raise HeldByGuard for texts (by field) that may be about a private person. `of`: the action
    or priority they are about, which may be a sensitive subject."""
    known, delicate = known_names(context, records, plan), of in delicate_in(plan)
    findings = {name: check(text, known=known, delicate=delicate) for name, text in texts.items()}
    held = {
        name: f"“{parts[0].pointer}”: {parts[0].why} {parts[0].advice}"
        for name, parts in findings.items()
        if parts
    }
    if held:
        raise HeldByGuard(held, [part for parts in findings.values() for part in parts])


def _mark(
    records: Records, caller: Caller, plan: Plan, action: Action, edit: ActionEdit, now: datetime
) -> bool:
    latest = records.plans.of(plan.year)
    current = latest.plan if latest else plan
    return mark_in(records, caller, current, action.ref, edit.marking, now, edit.why)


def _note(
    records: Records, caller: Caller, deed: str, ref: str, now: datetime, was: str, becomes: str
) -> None:
    records.audit.note(now, caller.user, deed[:32], ref, before=was, after=becomes, route="slack")


def _line(before: ActionEdit, after: ActionEdit, name: str) -> str:
    was, becomes = getattr(before, name) or "none", getattr(after, name) or "none"
    return f"{FIELDS[name]}: {was} → {becomes}"


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
