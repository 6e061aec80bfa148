"""A lead proposes to change an action; a coordinator agrees or keeps it, and the lead is told."""

from __future__ import annotations

from dataclasses import replace

from bot.core.access import Caller, Permission, require
from bot.core.errors import Invalid, NotFound, Refused, Unlikely
from bot.core.plan import EVERYONE, Action, Agency, Plan
from bot.core.sensitive import as_seen
from bot.core.years import in_year
from bot.messages.editing import ActionEdit, Edited, Outcome, ProposedChange
from bot.services.context import Context
from bot.services.edit_values import as_it_is, due_of
from bot.services.editing import apply_edit, meant, refuse_personal
from bot.services.proposed import SINCE, ask_coordinators, close
from bot.services.years import plan_for
from bot.store.store import Records


def to_propose(
    context: Context, caller: Caller, ref: str
) -> tuple[str, Action, tuple[Agency, ...]]:
    """An action of the caller's, with its address and the agencies that might lead it instead.
    Raises NotAllowed, NotFound."""
    with context.store.reading(caller.workspace) as records:
        plan, action = meant(records, context, ref)
        require(caller, Permission.REPORT, as_seen(caller, plan, action), plan.called)
    others = tuple(a for a in plan.agencies if a.code not in {EVERYONE, *action.leads})
    return in_year(action.ref, plan.year), action, others


def propose(
    context: Context,
    caller: Caller,
    ref: str,
    *,
    due: str = "",
    agency: str | None = None,
    why: str = "",
    sure: frozenset[str] = frozenset(),
) -> str:
    """A lead asks for a new date (`due`, as they write it) or says that the action is not theirs
    (`agency`: whose it is, empty when they do not know); the coordinators are told. Returns the
    action's address. Raises NotAllowed, NotFound, Invalid and Unlikely (under their fields),
    HeldByGuard."""
    with context.store.writing(caller.workspace) as records:
        plan, action = meant(records, context, ref)
        require(caller, Permission.REPORT, as_seen(caller, plan, action), plan.called)
        refuse_personal(context, records, plan, {"timescale": due, "why": why}, action.ref)
        address = in_year(action.ref, plan.year)
        if due:
            wanted = replace(as_it_is(plan, action, address, 0), timescale=due, sure=sure)
            due_of(plan, wanted, context.today())
        elif agency is None:
            raise Invalid("timescale", "Name a date, or say whose it is.", "One of the two.")
        own = tuple(code for code in action.leads if code in caller.agencies) or action.leads
        other = "" if due else agency or ""
        change = ProposedChange(
            caller.user, action.ref, plan.year, due, other, why, context.now(), instead_of=own
        )
        ask_coordinators(records, context, caller, plan, action, change)
    return address


def agree(context: Context, caller: Caller, number: str) -> Edited:
    """A coordinator agrees: the date or the lead is changed, and whoever asked is told. Raises
    NotAllowed, NotFound, Refused (decided already), and what a change of the action raises."""
    context = context.of(caller)
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        change = _open(records, number)
        plan = plan_for(records, context.today(), change.year).plan
        action = plan.action(change.ref)
        edit = _edit(records, context, plan, action, change)
        return apply_edit(records, context, caller, plan, action, edit)


def keep(context: Context, caller: Caller, number: str) -> str:
    """A coordinator keeps the action as it is, and whoever asked is told. Returns its address.
    Raises NotAllowed, NotFound, Refused (decided already)."""
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        change = _open(records, number)
        if not change.due:
            records.settings.theirs_again(change.user, change.year, change.ref)
        records.audit.note(context.now(), caller.user, "keep as it is", change.ref, route="slack")
        close(records, context, caller, number, change, Outcome.KEPT, "it stays as it is")
    return in_year(change.ref, change.year)


def _open(records: Records, number: str) -> ProposedChange:
    change = records.settings.proposed(number)
    if change is None:
        raise NotFound("That proposal is no longer known.", "Ask whoever made it.")
    if change.outcome is Outcome.REPLACED:
        raise Refused(SINCE, "It is in a later message of mine.")
    if change.outcome is not Outcome.OPEN:
        by = _name(records, change.decided_by)
        raise Refused(f"{by} has decided this already: {change.outcome}.")
    return change


def _edit(
    records: Records, context: Context, plan: Plan, action: Action, change: ProposedChange
) -> ActionEdit:
    """The change as a coordinator would type it. The lead who asked was asked about the date."""
    address = in_year(action.ref, plan.year)
    now = as_it_is(plan, action, address, records.plans.edition(plan.year))
    # The record names the agency: who of it asked has a line of their own in the audit trail, and
    # may have left since.
    own = change.instead_of
    asked_by = " and ".join(map(plan.called, own)) or "its lead"
    why = f"{change.why} (asked for by {asked_by})".strip()
    if change.due:
        due = _day(plan, replace(now, timescale=change.due), context)
        return replace(now, timescale=change.due, why=why, sure=due)
    if not change.agency:
        raise Refused("They did not say whose it is.", f"`/csp edit {address}` names the lead.")
    leads = [change.agency, *(code for code in action.leads if code not in own)]
    return replace(now, leads="; ".join(map(plan.called, dict.fromkeys(leads))), why=why)


def _day(plan: Plan, edit: ActionEdit, context: Context) -> frozenset[str]:
    """What has to be said of a date so that it is not asked about once more."""
    try:
        due_of(plan, edit, context.today())
    except Unlikely as doubted:
        return frozenset(doubted.marks)
    return frozenset()


def _name(records: Records, user: str) -> str:
    member = records.members.get(user)
    return (member.name if member else "") or "A coordinator"
