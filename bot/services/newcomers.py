"""Members of the partnership's channel who have no role yet: several are given one at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.core.access import Caller, Permission, Role, require
from bot.core.errors import Invalid, NotFound, Refused
from bot.core.members import Account, GivenRole, Member, role_named
from bot.services.context import Context
from bot.services.members import give, likely_agency


def channel(context: Context, caller: Caller) -> str:
    """The channel whose members a coordinator may choose from. Raises NotAllowed, NotFound."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        chosen = records.settings.channel(context.timetable.channel)
    if not chosen:
        raise NotFound(
            "There is no partnership channel yet.",
            "Invite me to it and type `/csp channel here` in it; or choose it in [Settings].",
        )
    return chosen


def without_role(
    context: Context, caller: Caller, users: Iterable[str], after: str = ""
) -> tuple[str, ...]:
    """Those of `users` nothing is known of, in order of their ids, from behind `after`. Who waits
    to be confirmed is asked about on Home already. Raises NotAllowed."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        known = {member.user for member in records.members.all()}
    known |= set(context.timetable.coordinators)
    return tuple(user for user in sorted(set(users) - known) if user > after)


def with_likely(
    context: Context, caller: Caller, accounts: Iterable[Account]
) -> tuple[Account, ...]:
    """The accounts, each with the agency its e-mail domain is mapped to."""
    return tuple(_with_likely(context, caller, account) for account in accounts)


def _with_likely(context: Context, caller: Caller, account: Account) -> Account:
    agency = likely_agency(context, caller.workspace, account.email)
    return replace(account, likely=agency.code) if agency else account


def give_all(context: Context, caller: Caller, given: Sequence[GivenRole]) -> tuple[Member, ...]:
    """A coordinator gives several people their roles, all or none, each on the audit trail.

    Raises NotAllowed, NotFound, Invalid (each lead without an agency, in the field
    "agency:USER"), Refused (somebody has been given a role meanwhile).
    """
    require(caller, Permission.COORDINATE)
    _need_agencies(given)
    with context.store.writing(caller.workspace) as records:
        if {one.user for one in given} & {member.user for member in records.members.all()}:
            raise Refused(
                "Somebody of these has been given a role, or asked for one, meanwhile.",
                "Nothing is saved. Close this and open it again.",
            )
        return tuple(
            give(records, context, caller, one.user, one.agency, one.role, one.name)
            for one in given
        )


def _need_agencies(given: Iterable[GivenRole]) -> None:
    lacking = [
        Invalid(f"agency:{one.user}", "A lead or deputy needs an agency.")
        for one in given
        if not one.agency and (role_named(one.role) or (None,))[0] is Role.LEAD
    ]
    if lacking:
        first, *others = lacking
        raise Invalid(first.field, first.message, first.next_step, others)
