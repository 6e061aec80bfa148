"""Whom reminders leave alone: people who are away, and actions that are not theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core.access import Caller, Permission, require
from bot.core.errors import Invalid, NotFound
from bot.core.members import Member
from bot.core.notices import Message
from bot.reading.typed_year import split_year
from bot.services.context import Context
from bot.services.outbox import tell_coordinators
from bot.services.years import plan_for

MAX_AWAY = timedelta(days=366)


def away_until(context: Context, caller: Caller, until: date) -> Member:
    """No reminders for the caller up to and including `until`.

    Raises NotAllowed, Invalid, NotFound.
    """
    require(caller, Permission.READ)
    today = context.today()
    if not today <= until <= today + MAX_AWAY:
        raise Invalid("until", "Choose a day from today to a year ahead.", "Pick another date.")
    with context.store.writing(caller.workspace) as records:
        member = records.members.get(caller.user)
        if member is None:
            raise NotFound("I do not know you yet.", "Ask your coordinator to add you.")
        away = replace(member, away_until=until)
        records.members.save(away)
        records.audit.note(context.now(), caller.user, "away", caller.user, after=until.isoformat())
        return away


def not_mine(context: Context, caller: Caller, ref: str) -> str:
    """The caller says an action is not theirs: they are no longer asked, the coordinators told.

    Returns the action's reference. Raises NotFound, NotAllowed.
    """
    require(caller, Permission.READ)
    with context.store.writing(caller.workspace) as records:
        name, year = split_year(ref)
        plan = plan_for(records, context.today(), year).plan
        action = plan.action(name)
        if action.ref not in records.settings.not_theirs(caller.user, plan.year):
            records.settings.add_not_theirs(caller.user, plan.year, action.ref)
            records.audit.note(context.now(), caller.user, "not mine", action.ref)
            who = caller.name or "A member"
            leads = " and ".join(action.leads) or "nobody"
            text = f"{who} says {action.ref} is not theirs. In the plan it is led by {leads}."
            key = f"not-mine:{plan.year}:{action.ref}:{caller.user}"
            tell_coordinators(records, context.timetable, key, Message(text), context.now())
        return action.ref
