"""People and the partnership's own settings, of one workspace inside one transaction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select, update

from bot.core.access import Role
from bot.core.members import Member
from bot.store.sql import upsert
from bot.store.tables import members, settings


class Members:
    """The people of the partnership, keyed (team, user)."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def get(self, user: str, team: str = "") -> Member | None:
        """One person; `team` is the Slack team of the account (empty = the workspace's own)."""
        query = select(members).where(
            members.c.workspace == self._workspace,
            members.c.user == user,
            members.c.team == self._team(team),
            members.c.role != Role.UNKNOWN,
        )
        row = self._connection.execute(query).one_or_none()
        return None if row is None else self._value(row)

    def all(self) -> tuple[Member, ...]:
        """Everybody with a role, or proposed for one, by name."""
        return self._select(members.c.role != Role.UNKNOWN)

    def former(self) -> tuple[Member, ...]:
        """People whose role was taken or not given, kept until they are erased, by name."""
        return self._select(members.c.role == Role.UNKNOWN)

    def coordinators(self) -> tuple[Member, ...]:
        """Confirmed, active coordinators."""
        return tuple(
            m for m in self.all() if m.role is Role.COORDINATOR and m.confirmed and m.active
        )

    def save(self, member: Member) -> None:
        """Add a person, or replace what is known of them."""
        upsert(
            self._connection,
            members,
            workspace=self._workspace,
            team=self._team(member.team),
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

    def remove(self, user: str, team: str = "") -> None:
        """Take a person's role. Who they were is kept until they are erased: only so can their
        name be found wherever it stands."""
        where = (
            members.c.workspace == self._workspace,
            members.c.user == user,
            members.c.team == self._team(team),
        )
        nothing = {"role": Role.UNKNOWN, "agencies": "", "confirmed": False, "deputy": False}
        self._connection.execute(update(members).where(*where).values(away_until=None, **nothing))

    def _select(self, *where: Any) -> tuple[Member, ...]:
        query = select(members).where(members.c.workspace == self._workspace, *where)
        rows = self._connection.execute(query.order_by(members.c.name, members.c.user))
        return tuple(self._value(row) for row in rows)

    def _team(self, team: str) -> str:
        return team or self._workspace

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


class Settings:
    """What was set in Slack for this partnership (its channel, for one)."""

    def __init__(self, connection: Connection, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def get(self, name: str, default: str = "") -> str:
        """The value of a setting, or `default`."""
        query = select(settings.c.value).where(
            settings.c.workspace == self._workspace, settings.c.name == name
        )
        return self._connection.execute(query).scalar() or default

    def set(self, name: str, value: str) -> None:
        """Set a value."""
        upsert(self._connection, settings, workspace=self._workspace, name=name, value=value)
