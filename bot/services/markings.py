"""A coordinator says which actions and priorities are sensitive."""

from __future__ import annotations

import re
from datetime import date

from bot.core.access import Caller, Permission, require
from bot.core.errors import Invalid
from bot.core.plan import OFFICIAL, OFFICIAL_SENSITIVE, Plan
from bot.core.years import split_year
from bot.services.context import Context
from bot.services.years import plan_for
from bot.store.store import Records

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
        plan, name = _named(records, context.today(), match["name"])
        records.plans.mark(plan, name, marking, now)
        records.audit.note(now, caller.user, "mark", name, after=marking, route="slack")
    return name, marking


def _named(records: Records, today: date, text: str) -> tuple[Plan, str]:
    """The plan meant, with the code of its priority (by code, name or alias) or the reference of
    its action; "DA1 in 2018-19" names another year's."""
    name, year = split_year(text)
    plan = plan_for(records, today, year).plan
    priority = plan.priority_named(name)
    return plan, priority.code if priority else plan.action(name).ref
