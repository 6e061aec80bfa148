"""The app leaves a workspace, or its token is revoked: posts wait, with the reason."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import App, BoltContext

from bot.services import held
from bot.services.desk import Desk


class Installs:
    """Pauses a workspace's posts; they are taken up again once its token works. `forget` deletes
    the tokens of a team that had installed the app itself."""

    def __init__(self, desk: Desk, forget: Callable[[str], None] = lambda _team: None) -> None:
        self._desk = desk
        self._forget = forget

    def register(self, bolt: App) -> None:
        """Listen to the two ways a workspace ends."""
        bolt.event("app_uninstalled")(self.ended)
        bolt.event("tokens_revoked")(self.ended)

    def ended(self, context: BoltContext) -> None:
        """Nothing can be posted until the app is installed again."""
        held.pause(self._desk.store, context["workspace"])
        self._forget(str(context.team_id))
