"""What a lead proposes to change of an action: the form, and the coordinators' message."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.blocks import kit
from bot.blocks.confirming import Question, input_block, remarked, remembered, sure
from bot.blocks.fields import text
from bot.blocks.forms import typed_in
from bot.blocks.messages import EDIT, PROPOSE, Drawn, notice
from bot.core.dataclass import dataclass
from bot.core.plan import Action, Agency
from bot.core.progress import show_date
from bot.core.status import Labels
from bot.messages.notices import ChangeProposed

FORM = "propose_change_form"
"""Callback id; its private metadata is JSON: the action's address."""
AGREE, KEEP = "proposal_agree", "proposal_keep"
"""Action ids of a coordinator's answer; the value is the proposal's id."""
OURS, UNKNOWN = "ours", "unknown"
"""Values of the select of leads beside the codes of agencies."""
MOST = 600


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the form brings back. `agency` None: it stays theirs; empty: they do not know whose."""

    ref: str
    due: str
    agency: str | None
    why: str
    sure: frozenset[str]


def form(
    address: str,
    action: Action,
    agencies: Sequence[Agency],
    asked: Question | None = None,
    typed: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Another date or another lead for an action; what is `asked` back is said under its field."""
    values, questions = typed or {}, [asked] if asked else []
    due = show_date(action.due) if action.due else "no date"
    written = f" The plan says '{action.timescale_raw}'." if action.timescale_raw else ""
    date = text("timescale", "New date", values, 200, optional=True, hint="As you would write it.")
    blocks = [
        kit.section(kit.oneline(f"{action.ref} {action.text}", 600)),
        kit.context(kit.escape(f"Due {due}.{written} A coordinator decides, and you are told.")),
        date,
        _whose(agencies, values.get("agency", OURS)),
        text("why", "Why?", values, MOST, lines=True),
    ]
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": kit.plain("Propose a change", 24),
        "submit": kit.plain("Ask for it", 24),
        "close": kit.plain("Cancel", 24),
        "private_metadata": json.dumps({"ref": address, **remembered(values, questions)}),
        "blocks": remarked(blocks, *questions),
    }


def _whose(agencies: Sequence[Agency], chosen: str) -> dict[str, Any]:
    named = [kit.option(agency.name, agency.code) for agency in agencies[:98]]
    options = [kit.option("It is ours", OURS), kit.option("Not ours: I do not know whose", UNKNOWN)]
    options += named
    first = next((o for o in options if o["value"] == chosen), options[0])
    select = {
        "type": "static_select",
        "action_id": "agency",
        "options": options,
        "initial_option": first,
    }
    return input_block("agency", "Whose is it?", select)


def read(view: dict[str, Any]) -> Proposed:
    """What was typed into the form."""
    typed = typed_in(view)
    due, why = (" ".join(typed.get(name, "").split()) for name in ("timescale", "why"))
    chosen = typed.get("agency") or OURS
    agency = None if chosen == OURS else "" if chosen == UNKNOWN else chosen
    return Proposed(typed.get("ref", ""), due, agency, why, sure(typed))


def one_tap_away(address: str) -> Drawn:
    """Where no form can be opened at once: the button that can."""
    return notice("The form is one tap away.", (f"Propose for {address}", PROPOSE, address))


def change_proposed(given: ChangeProposed, _labels: Labels) -> Drawn:
    """To a coordinator: what a lead asks for, with what can be done about it; once it is decided,
    what was."""
    if given.outcome:
        return notice(f"{given.text}\n{given.outcome}")
    buttons = []
    if given.date or given.lead:
        label = "Agree" if given.date else f"Change lead to {given.lead}"
        buttons.append((label, AGREE, given.number))
    else:
        buttons.append(("Choose the lead", EDIT, given.address))
    return notice(given.text, *buttons, ("Keep", KEEP, given.number))
