"""A file of who is who: previewed, and stored in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from bot.core.access import Role
from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.core.members import Member
from bot.files.people import read_people as read_rows
from bot.services.last_coordinator import NOBODY_LEFT, coordinators
from bot.store.store import Store


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """A people file as read: who was understood, and problems by place."""

    members: tuple[Member, ...]
    problems: tuple[str, ...]
    applied: bool = False


def read_people(
    store: Store,
    workspace: str,
    content: str,
    now: datetime,
    *,
    apply: bool = False,
    by_email: Callable[[str], str | None] = lambda _email: None,
    by: str = "file",
    appointed: Iterable[str] = (),
) -> PeopleFile:
    """Read a people file (see `files.people`), and store it when `apply`.

    `by_email` looks a Slack id up; everybody is looked up before any transaction begins; `by`: who
    stores it; `appointed`: who is a coordinator by the host's settings, whatever a file says.
    Raises Refused when the file has not the columns, NotFound without a plan; nothing is stored
    while any row has a problem, nor when no coordinator would be left.
    """
    rows = read_rows(content)
    unknown = {row.email for row in rows if row.email and not row.slack_id}
    users = {email: by_email(email) or "" for email in sorted(unknown)}
    with store.reading(workspace) as records:
        plan = records.plans.plan(now.date())
        before = coordinators(records)
    read = [row.member(plan, users) for row in rows]
    members = tuple(entry for entry in read if isinstance(entry, Member))
    problems = tuple(entry for entry in read if isinstance(entry, str))
    problems += _twice(members)
    appointed = frozenset(appointed)
    if _leaves_nobody(before, members, appointed):
        problems = (*problems, f"{NOBODY_LEFT} Make somebody else a coordinator in it.")
    applied = apply and not problems
    if applied:
        _store(store, workspace, members, now, by, appointed)
    return PeopleFile(members, problems, applied)


def _twice(members: Iterable[Member]) -> tuple[str, ...]:
    """Of whom the file says two things: which of them holds, nobody knows."""
    first: dict[str, Member] = {}
    again = [m for m in members if first.setdefault(m.user, m) is not m]
    users = dict.fromkeys(m.user for m in again if _given(m) != _given(first[m.user]))
    return tuple(f"slack_id: '{user}' stands twice with different roles" for user in users)


def _given(member: Member) -> tuple[Role, bool, tuple[str, ...]]:
    return member.role, member.deputy, member.agencies


def _leaves_nobody(
    before: frozenset[str], members: Iterable[Member], appointed: frozenset[str]
) -> bool:
    """Whether a list takes the role from the last coordinators there were."""
    roles = {member.user: member.role for member in members}
    staying = {user for user in before if roles.get(user, Role.COORDINATOR) is Role.COORDINATOR}
    return bool(before) and not staying | appointed and Role.COORDINATOR not in roles.values()


def _store(
    store: Store,
    workspace: str,
    members: tuple[Member, ...],
    now: datetime,
    by: str,
    appointed: frozenset[str],
) -> None:
    with store.writing(workspace) as records:
        if _leaves_nobody(coordinators(records), members, appointed):
            raise Refused(NOBODY_LEFT, "Make somebody else a coordinator first.")
        for member in members:
            records.members.save(_with_what_is_known(member, records.members.get(member.user)))
            records.audit.note(now, by, "assign", f"member:{member.user}", after=member.role)


def _with_what_is_known(member: Member, known: Member | None) -> Member:
    """A row of the file with what no file says: whether the account is in use and its owner away;
    and with a name or an address that the file leaves empty."""
    if known is None:
        return member
    return replace(
        member,
        name=member.name or known.name,
        email=member.email or known.email,
        active=known.active,
        away_until=known.away_until,
    )
