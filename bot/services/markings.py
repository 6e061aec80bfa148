"""A coordinator says what is sensitive, and in which channels sensitive actions may be read."""

from __future__ import annotations

import re

from bot.core.access import Caller, Permission, require
from bot.core.errors import Invalid
from bot.core.plan import OFFICIAL, OFFICIAL_SENSITIVE, Plan
from bot.services.answers import PRIVATE, private
from bot.services.context import Context

_MARKS = {
    "sensitive": OFFICIAL_SENSITIVE,
    "official-sensitive": OFFICIAL_SENSITIVE,
    "official sensitive": OFFICIAL_SENSITIVE,
    "official": OFFICIAL,
    "not sensitive": OFFICIAL,
}
_WORDS = "|".join(sorted(_MARKS, key=len, reverse=True))
_MARKING = re.compile(rf"^(?P<name>.+?)\s*(?:=|\bas\b)?\s*(?P<mark>{_WORDS})$", re.IGNORECASE)


def mark(context: Context, caller: Caller, text: str) -> tuple[str, str]:
    """Mark an action or a priority: "DA1 sensitive". Returns what was marked, and as what.

    Raises NotAllowed, Invalid (not understood), NotFound.
    """
    require(caller, Permission.COORDINATE)
    match = _MARKING.match(text.strip())
    if match is None:
        raise Invalid(
            "marking",
            "I did not find an action or a priority and its marking in that.",
            "Type for example `/csp mark DA1 sensitive` or `/csp mark Domestic Abuse official`.",
        )
    marking = _MARKS[match["mark"].lower()]
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        name = _named(records.plans.plan(), match["name"])
        records.plans.mark(name, marking, now)
        records.audit.note(now, caller.user, "mark", name, after=marking, route="slack")
    return name, marking


def set_private(context: Context, caller: Caller, channel: str, *, named: bool) -> None:
    """Name a channel as one where sensitive actions are shown whole, or take that back."""
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        others = [known for known in private(records) if known != channel]
        records.settings.set(PRIVATE, " ".join([*others, channel] if named else others))
        after = "named for sensitive actions" if named else "no longer named"
        records.audit.note(
            context.now(), caller.user, "channel", channel, after=after, route="slack"
        )


def _named(plan: Plan, text: str) -> str:
    """The code of a priority (by code, name or alias) or the reference of an action."""
    priority = plan.priority_named(text)
    return priority.code if priority else plan.action(text).ref
