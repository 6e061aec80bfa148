"""Whom reminders leave alone: people who are away, and actions that somebody else reports on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from bot.core.access import Caller, Permission, Role, require
from bot.core.errors import Invalid, NotFound, Refused
from bot.core.members import Member
from bot.core.plan import Plan
from bot.core.progress import Progress, Standing, show_date
from bot.core.quarters import Quarter
from bot.core.timetable import Audience, ReminderRule
from bot.messages.editing import ProposedChange
from bot.messages.notices import Message, Proposal
from bot.quarterly.reminders import addressees, is_away
from bot.reading.typed_year import split_year
from bot.services.context import Context
from bot.services.live_reminders import show_what_is_left
from bot.services.outbox import tell_coordinators
from bot.services.proposed import ask_coordinators
from bot.services.to_report import still_to_report
from bot.services.years import plan_for
from bot.store.store import Records

MAX_AWAY = timedelta(days=366)
NOBODY = "Nobody else of their agency can be asked meanwhile: `/csp member` names somebody."


def away_until(context: Context, caller: Caller, until: date) -> tuple[str, ...]:
    """No reminders for the caller up to and including `until`; the coordinators are told. Returns
    the names of those who are asked meanwhile.

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
        everybody = records.members.all()
        asked = addressees(ReminderRule(1, Audience.LEADS), away.agencies, everybody, today)
        deputies = tuple(m.name or m.called for m in asked if not is_away(m, today))
        instead = f"{' and '.join(deputies)} will be asked." if deputies else NOBODY
        text = f"{away.name or 'A member'} is away until {show_date(until)}. {instead}"
        key = f"away:{caller.user}:{until}"
        tell_coordinators(records, context.timetable, key, Message(text), context.now())
        return deputies


def theirs(context: Context, caller: Caller, quarter: Quarter) -> tuple[Standing, ...]:
    """What the caller is asked to report for a quarter, to be given to somebody else. Raises
    NotAllowed, Refused (nothing)."""
    require(caller, Permission.REPORT)
    with context.store.reading(caller.workspace) as records:
        _, waiting = _asked(records, caller, quarter)
    return waiting


def hand_over(
    context: Context, caller: Caller, quarter: Quarter, person: Member, refs: Collection[str]
) -> tuple[str, ...]:
    """The caller says that `person` reports on some of their actions (none named: on all): they
    are no longer asked, the coordinators are told, and a person who is new is proposed to them.

    Returns the references. Raises NotAllowed, Invalid (themselves, nobody), Refused (nothing).
    """
    context = context.of(caller)
    require(caller, Permission.REPORT)
    if person.user in {"", caller.user}:
        raise Invalid("person", "Choose who does it instead of you.")
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        progress, waiting = _asked(records, caller, quarter)
        given = [s.action for s in waiting if not refs or s.action.ref in refs]
        for action in given:
            records.settings.add_not_theirs(caller.user, progress.plan.year, action.ref)
            records.audit.note(now, caller.user, "hand over", action.ref)
        leads = {code for action in given for code in action.leads}
        codes = tuple(code for code in caller.agencies if code in leads)
        named = tuple(action.ref for action in given)
        # Whom it names stands where an erasure finds it.
        whom = f"member:{person.user}"
        records.audit.note(now, caller.user, "handed to", whom, after=", ".join(named))
        known = records.members.get(person.user)
        if known is None:
            _propose(records, context, replace(person, agencies=codes), progress.plan)
        text = _handed_over(progress.plan, caller, known or person, named, codes)
        which = sha256(" ".join(named).encode()).hexdigest()[:12]
        key = f"hand-over:{caller.user}:{person.user}:{quarter}:{which}"
        tell_coordinators(records, context.timetable, key, Message(text), now)
        timetable = context.timetable
        show_what_is_left(records, progress, quarter, caller.agencies, timetable, now)
    return named


def _asked(
    records: Records, caller: Caller, quarter: Quarter
) -> tuple[Progress, tuple[Standing, ...]]:
    progress = records.plans.covering(quarter)
    waiting = (
        still_to_report(records, progress, quarter, caller, caller.agencies) if progress else ()
    )
    if progress is None or not waiting:
        raise Refused(f"Nothing of yours awaits an update for {quarter}.")
    return progress, waiting


def _propose(records: Records, context: Context, person: Member, plan: Plan) -> None:
    """To be confirmed by a coordinator, as when they had said so themselves."""
    records.members.save(replace(person, role=Role.LEAD, confirmed=False))
    notice = Proposal(
        person.user,
        person.team,
        person.name,
        " ".join(person.agencies),
        " and ".join(map(plan.called, person.agencies)),
    )
    key = f"proposal:{person.user}:{context.today()}"
    tell_coordinators(records, context.timetable, key, notice, context.now())


def _handed_over(
    plan: Plan, caller: Caller, person: Member, refs: tuple[str, ...], codes: tuple[str, ...]
) -> str:
    agencies = " and ".join(map(plan.called, codes))
    name = person.name or "Somebody new"
    begins = f"{caller.name or 'A member'} says that {name} reports on {', '.join(refs)} now."
    if not person.agencies:
        return f"{begins} They are not known to me yet: confirm them to begin."
    if set(codes) <= set(person.agencies):
        return f"{begins} They report for {agencies} already."
    return (
        f"{begins} They are {person.described(plan.called)}: `/csp member` makes them a lead of it."
    )


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
            change = ProposedChange(caller.user, action.ref, plan.year, at=context.now())
            ask_coordinators(records, context, caller, plan, action, change)
        return action.ref
