"""What becomes of a proposal: kept and told to the coordinators, then kept with who decided, told
to whoever made it, and seen by every coordinator where it stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.core.access import Caller
from bot.core.codec import decode
from bot.core.plan import Action, Plan
from bot.core.progress import show_date
from bot.core.years import in_year
from bot.messages.editing import Outcome, ProposedChange
from bot.messages.notices import ChangeProposed, Message
from bot.services.context import Context
from bot.services.outbox import amend, say, tell_coordinators
from bot.store.store import Records

SINCE = "They have asked for something else since."


def ask_coordinators(
    records: Records,
    context: Context,
    caller: Caller,
    plan: Plan,
    action: Action,
    change: ProposedChange,
) -> None:
    """Keep a proposal and tell the coordinators, in the transaction it is called in."""
    _supersede(records, context, change)
    number = records.new_id()
    records.settings.keep_proposed(number, change)
    address = in_year(action.ref, plan.year)
    lead = plan.called(change.agency) if change.agency else ""
    text = _asked(caller, plan, action, address, change)
    deed = "propose date" if change.due else "not mine"
    records.audit.note(
        context.now(), caller.user, deed, action.ref,
        after=" ".join(filter(None, [change.due or lead, f"({change.why})" if change.why else ""])),
        route="slack",
    )  # fmt: skip
    notice = ChangeProposed(number, address, text, lead, bool(change.due))
    key = f"proposed:{number}"
    tell_coordinators(records, context.timetable, key, notice, context.now())


def _asked(caller: Caller, plan: Plan, action: Action, address: str, change: ProposedChange) -> str:
    who = caller.name or "A member"
    why = f" They say: {change.why}" if change.why else ""
    if change.due:
        due = show_date(action.due) if action.due else "no date"
        written = f" (the plan says '{action.timescale_raw}')" if action.timescale_raw else ""
        return f"{who} asks to move {address} from {due}{written} to {change.due}.{why}"
    leads = " and ".join(map(plan.called, action.leads)) or "nobody"
    instead = f" It should be led by {plan.called(change.agency)}." if change.agency else ""
    return f"{who} says {address} is not theirs. In the plan it is led by {leads}.{instead}{why}"


def settle(
    records: Records,
    context: Context,
    caller: Caller,
    year: str,
    ref: str,
    changed: Collection[str],
    what: str,
) -> None:
    """An action was changed: what was proposed of the same (its date or its lead) is agreed."""
    for number, change in records.settings.open_proposals(year, ref):
        if ("timescale" if change.due else "leads") in changed:
            close(records, context, caller, number, change, Outcome.AGREED, what)


def _supersede(records: Records, context: Context, change: ProposedChange) -> None:
    """Whoever proposes `change` takes back what they proposed of the same before and nobody has
    decided: of a person, one is open, the latest."""
    for number, earlier in records.settings.open_proposals(change.year, change.ref):
        if earlier.user != change.user or bool(earlier.due) is not bool(change.due):
            continue
        records.settings.keep_proposed(number, replace(earlier, outcome=Outcome.REPLACED))
        for row in records.outbox.beginning(f"proposed:{number}:"):
            if row.kind == ChangeProposed.__name__ and not records.outbox.skip(row.key, SINCE):
                given = decode(ChangeProposed, row.payload)
                amend(records, row, replace(given, outcome=SINCE), context.now())


def close(
    records: Records,
    context: Context,
    caller: Caller,
    number: str,
    change: ProposedChange,
    outcome: Outcome,
    what: str,
) -> None:
    """Decide a proposal. `what`: what is changed, or that it stays, in words."""
    now = context.now()
    decided = replace(change, outcome=outcome, decided_by=caller.user)
    records.settings.keep_proposed(number, decided)
    who = caller.name or "A coordinator"
    asked = "a new date" if change.due else "another lead"
    verb = "agreed" if outcome is Outcome.AGREED else "did not agree"
    text = f"You asked for {asked} for {in_year(change.ref, change.year)}. {who} {verb}: {what}."
    say(records, f"decided:{number}", change.user, Message(text), now)
    for row in records.outbox.beginning(f"proposed:{number}:"):
        if row.kind == ChangeProposed.__name__:
            given = decode(ChangeProposed, row.payload)
            amend(records, row, replace(given, outcome=f"{who} {verb}: {what}."), now)
