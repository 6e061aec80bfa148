"""What becomes of a proposal: kept with who decided, told to whoever made it, and seen by every
coordinator where it stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.core.access import Caller
from bot.core.codec import decode
from bot.core.years import in_year
from bot.messages.editing import Outcome, ProposedChange
from bot.messages.notices import ChangeProposed, Message
from bot.services.context import Context
from bot.services.outbox import amend, say
from bot.store.store import Records


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
