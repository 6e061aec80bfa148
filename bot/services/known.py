"""The names the disclosure guard lets pass in one partnership, and people as notes name them."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.plan import Plan
from bot.core.reporting import TEXTS, ProgressDraft
from bot.disclosure.check import KnownNames
from bot.disclosure.update_guard import known_in
from bot.services.context import Context
from bot.store.store import Records

_PERSON = re.compile(r"<@([A-Z0-9]{1,32})(?:\|[^<>|]{0,80})?>")
"""A mention of somebody (docs.slack.dev, "Formatting message text"); some carry a label."""
_NOBODY_KNOWN = "a colleague"


def known_names(context: Context, records: Records, plan: Plan) -> KnownNames:
    """Names of a plan, of its area and of the partnership's confirmed members."""
    area = context.own(records).area(plan)
    return known_in(plan, records.members.all(), area.names)


def known_to_a_file(context: Context, records: Records, plan: Plan | None) -> KnownNames:
    """What a file read in for `plan` may name: its own priorities are free text like the rest and
    vouch for no name."""
    if plan is None:
        return KnownNames(year=context.today().year)
    return known_names(context, records, replace(plan, priorities=()))


def with_names(records: Records, draft: ProgressDraft) -> ProgressDraft:
    """The draft with the names of people where its texts mention them in Slack's way, as a reader
    sees them there: an id means nothing on paper."""
    if not any(_PERSON.search(getattr(draft, name)) for name in TEXTS):
        return draft
    names = {member.user: member.name for member in records.members.all() if member.confirmed}

    def named(text: str) -> str:
        return _PERSON.sub(lambda mention: names.get(mention[1]) or _NOBODY_KNOWN, text)

    return replace(
        draft,
        note=named(draft.note),
        reason=named(draft.reason),
        corrective_action=named(draft.corrective_action),
        evidence=named(draft.evidence),
    )
