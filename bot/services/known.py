"""The names the disclosure guard lets pass in one partnership."""

from __future__ import annotations

from bot.core.plan import Plan
from bot.disclosure.check import KnownNames
from bot.disclosure.update_guard import known_in
from bot.services.context import Context
from bot.store.store import Records


def known_names(context: Context, records: Records, plan: Plan) -> KnownNames:
    """Names of a plan, of its area and of the partnership's confirmed members."""
    area = context.own(records).area(plan)
    return known_in(plan, records.members.all(), area.names)
