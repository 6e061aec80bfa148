"""Which Slack workspaces have installed the app, and OAuth states that wait to come back.

The one place without a workspace to work in: it is what tells them apart. Tokens arrive here
encrypted, and leave so.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from bot.store.sql import upsert
from bot.store.tables import install_states, installs


class Installs:
    """Installations inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, team: str, tokens: str, at: datetime) -> None:
        """Keep (or replace) what a team's installation brought."""
        upsert(self._connection, installs, team=team, tokens=tokens, installed_at=at)

    def tokens(self, team: str) -> str | None:
        """What is kept of a team, or None."""
        query = select(installs.c.tokens).where(installs.c.team == team)
        return self._connection.execute(query).scalar()

    def teams(self) -> tuple[str, ...]:
        """Every team that has the app installed."""
        return tuple(self._connection.execute(select(installs.c.team)).scalars())

    def rotate(self, team: str, old: str, new: str) -> None:
        """Keep the same tokens in another wrapping; not when others came meanwhile."""
        same = (installs.c.team == team) & (installs.c.tokens == old)
        self._connection.execute(update(installs).where(same).values(tokens=new))

    def remove(self, team: str, at: datetime) -> bool:
        """Forget a team's tokens unless they came after `at`; whether there were any."""
        older = (installs.c.team == team) & (installs.c.installed_at <= at)
        return self._connection.execute(delete(installs).where(older)).rowcount == 1

    def put_state(self, state: str, at: datetime, since: datetime) -> None:
        """Somebody began to install. States issued before `since` are forgotten."""
        self._forget_states(since)
        self._connection.execute(insert(install_states).values(state=state, at=at))

    def take_state(self, state: str, since: datetime) -> bool:
        """Whether `state` was issued after `since` and not taken yet; it is taken now."""
        self._forget_states(since)
        taken = self._connection.execute(
            delete(install_states).where(install_states.c.state == state)
        )
        return taken.rowcount == 1

    def _forget_states(self, since: datetime) -> None:
        self._connection.execute(delete(install_states).where(install_states.c.at < since))
