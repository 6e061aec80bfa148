"""The app leaves a workspace, or its token is revoked: posts wait, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from slack_bolt import App, BoltContext

from bot.services import held
from bot.services.context import Context

Forget = Callable[[str, datetime], bool]
"""(team, when it ended) -> whether it has ended."""


class Installs:
    """Pauses a workspace's posts; they are taken up again once its token works. `forget` deletes
    the tokens of a team that had installed the app itself."""

    def __init__(self, context: Context, forget: Forget) -> None:
        self._context = context
        self._forget = forget

    def register(self, bolt: App) -> None:
        """Listen to the two ways a workspace ends."""
        bolt.event("app_uninstalled")(self.ended)
        bolt.event("tokens_revoked")(self.ended)

    def ended(self, body: dict[str, Any], event: dict[str, Any], context: BoltContext) -> None:
        """Nothing can be posted until the app is installed again. People's own tokens, which are
        revoked one by one, concern nobody else (docs.slack.dev, "tokens_revoked")."""
        if event["type"] == "tokens_revoked" and not event["tokens"].get("bot"):
            return
        at = datetime.fromtimestamp(body["event_time"], UTC)
        if self._forget(str(context.team_id), at):
            held.pause(self._context, context["workspace"])
