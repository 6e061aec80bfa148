"""People, of one workspace inside one transaction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.core.access import Role
from bot.core.members import Member
from bot.store.snapshots import Versioned
from bot.store.sql import upsert
from bot.store.tables import members


class Members:
    """The people of the partnership, keyed by user id, which is unique in all of Slack. The team
    of an account is remembered; it is no part of who somebody is, since only some of Slack's
    payloads tell it."""

    def __init__(self, versioned: Versioned) -> None:
        self._versioned = versioned
        self._workspace = versioned.workspace

    def get(self, user: str) -> Member | None:
        """One person."""
        member = self._by_user().get(user)
        return None if member is None or member.role is Role.UNKNOWN else member

    def all(self) -> tuple[Member, ...]:
        """Everybody with a role, or proposed for one, by name."""
        return tuple(m for m in self._by_user().values() if m.role is not Role.UNKNOWN)

    def former(self) -> tuple[Member, ...]:
        """People whose role was taken or not given, kept until they are erased, by name."""
        return tuple(m for m in self._by_user().values() if m.role is Role.UNKNOWN)

    def _by_user(self) -> dict[str, Member]:
        return self._versioned.keep("members", self._read)

    def _read(self) -> dict[str, Member]:
        query = select(members).where(members.c.workspace == self._workspace)
        rows = self._versioned.connection.execute(query.order_by(members.c.name, members.c.user))
        by_user: dict[str, Member] = {}
        for member in map(self._value, rows):
            # Kept twice by a version that told accounts apart by team: what was confirmed holds.
            if member.user not in by_user or _certain(member) > _certain(by_user[member.user]):
                by_user[member.user] = member
        return by_user

    def coordinators(self) -> tuple[Member, ...]:
        """Confirmed, active coordinators."""
        return tuple(
            m for m in self.all() if m.role is Role.COORDINATOR and m.confirmed and m.active
        )

    def save(self, member: Member) -> None:
        """Add a person, or replace what is known of them; a team once told stays."""
        known = self._by_user().get(member.user)
        team = member.team or (known.team if known else "") or self._workspace
        same = (members.c.workspace == self._workspace) & (members.c.user == member.user)
        self._versioned.connection.execute(delete(members).where(same, members.c.team != team))
        upsert(
            self._versioned.connection,
            members,
            workspace=self._workspace,
            team=team,
            user=member.user,
            role=member.role,
            agencies=" ".join(member.agencies),
            name=member.name,
            email=member.email,
            confirmed=member.confirmed,
            active=member.active,
            away_until=member.away_until,
            deputy=member.deputy,
        )
        self._versioned.grow()

    def remove(self, user: str) -> None:
        """Take a person's role. Who they were is kept until they are erased: only so can their
        name be found wherever it stands."""
        where = (members.c.workspace == self._workspace, members.c.user == user)
        nothing = {"role": Role.UNKNOWN, "agencies": "", "confirmed": False, "deputy": False}
        change = update(members).where(*where).values(away_until=None, **nothing)
        self._versioned.connection.execute(change)
        self._versioned.grow()

    def _value(self, row: Row[Any]) -> Member:
        return Member(
            user=row.user,
            role=Role(row.role),
            agencies=tuple(row.agencies.split()),
            name=row.name,
            email=row.email,
            team=row.team,
            confirmed=row.confirmed,
            active=row.active,
            away_until=row.away_until,
            deputy=row.deputy,
        )


def _certain(member: Member) -> tuple[bool, bool]:
    return member.confirmed, member.role is not Role.UNKNOWN
