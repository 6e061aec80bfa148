"""A file of who is who: previewed, and stored in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.core.members import Member
from bot.files.people import read_people as read_rows
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
) -> PeopleFile:
    """Read a people file (see `files.people`), and store it when `apply`.

    `by_email` looks a Slack id up; everybody is looked up before any transaction begins; `by`: who
    stores it. Raises
    Refused when the file has not the columns, NotFound without a plan; nothing is stored while any
    row has a problem.
    """
    rows = read_rows(content)
    unknown = {row.email for row in rows if row.email and not row.slack_id}
    users = {email: by_email(email) or "" for email in sorted(unknown)}
    with store.reading(workspace) as records:
        plan = records.plans.plan(now.date())
    read = [row.member(plan, users) for row in rows]
    members = tuple(entry for entry in read if isinstance(entry, Member))
    problems = tuple(entry for entry in read if isinstance(entry, str))
    applied = apply and not problems
    if applied:
        _store(store, workspace, members, now, by)
    return PeopleFile(members, problems, applied)


def _store(
    store: Store, workspace: str, members: tuple[Member, ...], now: datetime, by: str
) -> None:
    with store.writing(workspace) as records:
        for member in members:
            records.members.save(member)
            records.audit.note(now, by, "assign", f"member:{member.user}", after=member.role)
