"""Who is who: found, proposed, confirmed, assigned."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

from bot.core.access import Caller, Permission, Role, require
from bot.core.codec import encode
from bot.core.errors import Invalid, NotFound, Refused
from bot.core.members import Member, role_named
from bot.core.outgoing import PostState
from bot.core.plan import Agency
from bot.messages.notices import Proposal
from bot.services import role_letters
from bot.services.context import Context
from bot.services.last_coordinator import keep_a_coordinator
from bot.services.outbox import tell_coordinators
from bot.store.store import Records, Store

_DOMAIN = re.compile(r"(?=.{4,50}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_ANYBODYS = {
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.com",
    "live.co.uk", "yahoo.com", "yahoo.co.uk", "icloud.com", "me.com", "aol.com", "btinternet.com",
    "sky.com", "talktalk.net", "proton.me", "gmx.com", "protonmail.com", "msn.com",
    "virginmedia.com", "ntlworld.com", "mail.com",
}  # fmt: skip
"""Domains at which anybody may have an address: they say nothing about an agency."""


def identify(
    store: Store,
    workspace: str,
    user: str,
    team: str = "",
    coordinators: Iterable[str] = (),
    *,
    came: float | None = None,
) -> Caller:
    """Who is asking. `coordinators`: user ids that are coordinators by the settings; `came`: when
    they asked, by the monotonic clock: they are found as they were then or later."""
    with store.reading(workspace, store.versions.now(workspace, came)) as records:
        member, seen = records.members.get(user), records.version
    if user in set(coordinators):
        known = member or Member(user, Role.COORDINATOR)
        member = replace(known, role=Role.COORDINATOR, confirmed=True)
    if member is None:
        return Caller(workspace, user, Role.UNKNOWN, team=team, seen=seen)
    return replace(member.as_caller(workspace), seen=seen)


def assign(
    context: Context, caller: Caller, user: str, agency: str, role: str, name: str = ""
) -> Member:
    """A coordinator gives a person a role and their agencies ("KP; KFRS"). Somebody of another
    Slack team keeps the team they said hello from. Raises NotAllowed, NotFound, Refused."""
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        return give(records, context, caller, user, agency, role, name)


def give(
    records: Records,
    context: Context,
    caller: Caller,
    user: str,
    agency: str,
    role: str,
    name: str = "",
) -> Member:
    """The same within a transaction, for whoever gives several roles at once."""
    wanted, deputy = _role(role)
    names = [part.strip() for part in agency.split(";") if part.strip()]
    if wanted is Role.LEAD and not names:
        raise Invalid("agency", "A lead or deputy needs an agency.", _EXAMPLE)
    before = next((m for m in records.members.all() if m.user == user), None)
    known = before or Member(user, wanted)
    member = replace(
        known,
        role=wanted,
        deputy=deputy,
        agencies=tuple(_agency(records, part, context.today()).code for part in names),
        name=name or known.name,
        confirmed=True,
    )
    if member.role is not Role.COORDINATOR:
        keep_a_coordinator(records, context, user)
    _save(records, member, caller, context.now())
    is_new = before is None or not before.confirmed or before.called != member.called
    if is_new and user != caller.user:
        described = member.described(records.plans.plan(context.today()).called)
        role_letters.welcome(records, user, f"You are now {described}.", context.now())
    return member


def remove(context: Context, caller: Caller, user: str) -> Member:
    """A coordinator takes somebody's role and agencies; what they did stays on record. Raises
    NotAllowed, NotFound, Refused (the last coordinator)."""
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        member = next((m for m in records.members.all() if m.user == user), None)
        if member is None:
            raise NotFound("They have no role in the partnership.", "Type `/csp members`.")
        keep_a_coordinator(records, context, user)
        records.members.remove(member.user)
        subject = f"member:{member.user}"
        records.audit.note(context.now(), caller.user, "remove", subject, before=member.called)
        return member


def listed(context: Context, caller: Caller) -> tuple[Member, ...]:
    """Everybody known, for a coordinator. Raises NotAllowed."""
    require(caller, Permission.COORDINATE)
    return everyone(context, caller.workspace)


def propose(
    context: Context, caller: Caller, agency: str, name: str = "", email: str = ""
) -> Member:
    """A person says which agency they are from; nothing is theirs until a coordinator confirms."""
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        member = records.members.get(caller.user)
        if member is not None and member.confirmed:
            raise Refused(
                "You are a member already.", "A coordinator can change your agency or role."
            )
        named = _agency(records, agency, context.today())
        proposed = Member(
            caller.user, Role.LEAD, (named.code,), name, email, team=caller.team, confirmed=False
        )
        if proposed != member:
            _save(records, proposed, caller, now, deed="propose")
        notice = Proposal(caller.user, caller.team, name, named.code, named.short)
        _tell_of(records, context, notice)
        return proposed


def _tell_of(records: Records, context: Context, notice: Proposal) -> None:
    """One open proposal a person: said once a day, and refreshed while it waits to be posted."""
    now = context.now()
    key = f"proposal:{notice.user}:{context.today()}"
    if tell_coordinators(records, context.timetable, key, notice, now):
        return
    mine = f"{key}:"
    records.outbox.rewrite(
        lambda row: (
            encode(notice)
            if row.key.startswith(mine) and row.state is PostState.PENDING
            else row.payload
        )
    )


def decide(context: Context, caller: Caller, user: str, agencies: str, *, confirm: bool) -> Member:
    """A coordinator confirms or turns down a proposal for `agencies` (codes, as it was shown).

    Raises NotAllowed, NotFound, Refused (they have proposed another agency since).
    """
    require(caller, Permission.COORDINATE)
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        member = records.members.get(user)
        if member is None or member.confirmed:
            raise NotFound("That proposal is no longer there.", "It may have been answered.")
        called = records.plans.plan(context.today()).called
        if " ".join(member.agencies) != agencies:
            since = " and ".join(map(called, member.agencies))
            raise Refused(
                f"They have since said that they are from {since}.",
                "Open my Home tab: what they say now is there to confirm.",
            )
        described = member.described(called)
        if not confirm:
            records.members.remove(user)
            records.audit.note(now, caller.user, "turn_down", f"member:{user}")
            role_letters.turned_down(records, user, described, now)
            return member
        confirmed = replace(member, confirmed=True)
        _save(records, confirmed, caller, now, deed="confirm")
        role_letters.welcome(records, user, f"You are confirmed as {described}.", now)
        return confirmed


def in_words(context: Context, workspace: str, member: Member) -> str:
    """What somebody is, with the names of their agencies."""
    return member.described(names(context, workspace))


def names(context: Context, workspace: str) -> Callable[[str], str]:
    """From the code of an agency to its name in the plan in force; without a plan, the code."""
    try:
        with context.store.reading(workspace) as records:
            return records.plans.plan(context.today()).called
    except NotFound:
        return str


def everyone(context: Context, workspace: str) -> tuple[Member, ...]:
    """Everybody known, by name."""
    with context.store.reading(workspace) as records:
        return records.members.all()


def agencies(context: Context, workspace: str) -> tuple[Agency, ...]:
    """The agencies of the current plan. Raises NotFound without a plan."""
    with context.store.reading(workspace) as records:
        return records.plans.plan(context.today()).agencies


def to_choose(context: Context, caller: Caller) -> tuple[Agency, ...]:
    """The agencies a coordinator can give somebody a role in. Raises NotAllowed, NotFound."""
    require(caller, Permission.COORDINATE)
    return agencies(context, caller.workspace)


def map_domain(context: Context, caller: Caller, domain: str, agency: str) -> Agency:
    """A coordinator says which agency an e-mail domain belongs to: newcomers from there are
    proposed for it, and still confirmed by a person. Raises NotAllowed, Invalid, NotFound."""
    require(caller, Permission.COORDINATE)
    plain = domain.strip().lower().removeprefix("@")
    if plain in _ANYBODYS:
        raise Invalid(
            "domain", f"Anybody may have an address at {plain}.", "Use an agency's own domain."
        )
    if not _DOMAIN.fullmatch(plain):
        raise Invalid(
            "domain",
            f"I read '{domain.strip()}' as the domain and it is none.",
            "Type for example `/csp domain agency.example = AGENCY`.",
        )
    with context.store.writing(caller.workspace) as records:
        mapped = _agency(records, agency, context.today())
        records.settings.map_domain(plain, mapped.code)
        records.audit.note(
            context.now(), caller.user, "domain", f"domain:{plain}", after=mapped.code
        )
        return mapped


def likely_agency(context: Context, workspace: str, email: str) -> Agency | None:
    """The agency the domain of an e-mail address is mapped to, or None."""
    domain = email.rpartition("@")[2].lower()
    if not _DOMAIN.fullmatch(domain):
        return None
    with context.store.reading(workspace) as records:
        code = records.settings.agency_of_domain(domain)
        return records.plans.plan(context.today()).agency(code) if code else None


def deactivated(context: Context, workspace: str, user: str, *, active: bool) -> None:
    """Slack says an account was switched off (or on again): rights follow."""
    with context.store.writing(workspace) as records:
        member = records.members.get(user)
        if member is not None and member.active is not active:
            records.members.save(replace(member, active=active))
            records.audit.note(
                context.now(), "slack", "active" if active else "left", f"member:{user}"
            )


_EXAMPLE = "For example: `/csp member @name AGENCY lead`."


def _role(text: str) -> tuple[Role, bool]:
    """The role a word names, and whether it is a deputy's. Raises Refused."""
    role = role_named(text)
    if role is None:
        raise Refused(
            f"I read '{text}' as the role and know only coordinator, lead, deputy and observer.",
            _EXAMPLE,
        )
    return role


def _agency(records: Records, name: str, today: date) -> Agency:
    plan = records.plans.plan(today)
    agency = plan.agency_named(name)
    if agency is None:
        known = ", ".join(sorted(agency.short for agency in plan.agencies))
        raise NotFound(f"The plan names no agency '{name}'.", f"It names: {known}.")
    return agency


def _save(
    records: Records, member: Member, caller: Caller, now: datetime, deed: str = "assign"
) -> None:
    before = records.members.get(member.user)
    records.members.save(member)
    records.audit.note(
        now,
        caller.user,
        deed,
        f"member:{member.user}",
        agency=" ".join(member.agencies),
        before=before.role if before else "",
        after=member.role,
    )
