"""Before every listener: who is asking. Bots and workflows are not asked what they want."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt import BoltContext, BoltResponse

from bot.core.access import Caller
from bot.services import members
from bot.services.desk import Desk


class Callers:
    """Middleware: puts the Caller into the context, keyed (team, user)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def identify(
        self,
        body: dict[str, Any],
        context: BoltContext,
        next: Callable[[], None],  # noqa: A002
    ) -> BoltResponse | None:
        """Let people through, with who they are; acknowledge and drop what bots say."""
        event = body.get("event", {})
        if event.get("bot_id") or event.get("subtype") in {"bot_message", "message_changed"}:
            return BoltResponse(status=200, body="")
        user = context.actor_user_id or context.user_id
        if user and context.team_id:
            context["caller"] = self._caller(context.team_id, user, context.actor_team_id or "")
        next()
        return None

    def _caller(self, workspace: str, user: str, team: str) -> Caller:
        return members.identify(
            self._desk.store,
            workspace,
            user,
            "" if team == workspace else team,
            self._desk.timetable.coordinators,
        )
