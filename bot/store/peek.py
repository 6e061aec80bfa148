"""The version of a workspace's records, asked of the driver itself: a question whose answer is kept
asks nothing else, and a transaction of SQLAlchemy's costs seven times as much as this statement.

Requests that wait in line are served by one such question: what was asked after a request came is
new enough for it, whoever asked.
"""

from __future__ import annotations

from time import monotonic
from typing import Any

from sqlalchemy import Engine, bindparam, select

from bot.store.tables import workspaces

VERSION = select(workspaces.c.version).where(workspaces.c.workspace == bindparam("asked"))
NOT_KNOWN = -1
"""No version there is: nothing is kept under it."""


class VersionQuery:
    """Asks by one statement, outside any transaction of ours; several threads may ask."""

    def __init__(self, engine: Engine) -> None:
        compiled = VERSION.compile(dialect=engine.dialect)
        self._engine, self._statement = engine, str(compiled)
        self._positional = compiled.positional
        self._asked: dict[str, tuple[float, int]] = {}

    def now(self, workspace: str, since: float | None = None) -> int:
        """The version now, or at any moment after `since` (by the monotonic clock)."""
        asked_at, version = self._asked.get(workspace, (0.0, NOT_KNOWN))
        if since is not None and asked_at > since:
            return version
        began = monotonic()
        version = self._committed(workspace)
        self._asked[workspace] = (began, version)
        return version

    def _committed(self, workspace: str) -> int:
        """The version now. NOT_KNOWN when it cannot be asked: the transaction that is then opened
        tells why."""
        try:
            connection = self._engine.raw_connection()
        except Exception:  # pool, driver or server, whatever it is
            return NOT_KNOWN
        try:
            return self._ask(connection.cursor(), workspace)
        except Exception:
            return NOT_KNOWN
        finally:
            connection.close()

    def _ask(self, cursor: Any, workspace: str) -> int:
        cursor.execute(self._statement, (workspace,) if self._positional else {"asked": workspace})
        row = cursor.fetchone()
        return int(row[0]) if row else 0
