"""The app leaves a workspace, or its token is revoked: posts wait, with the reason."""

from __future__ import annotations

from slack_bolt import App, BoltContext

from bot.services import held
from bot.services.desk import Desk


class Installs:
    """Pauses a workspace's posts; they are taken up again once its token works."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, bolt: App) -> None:
        """Listen to the two ways a workspace ends."""
        bolt.event("app_uninstalled")(self.ended)
        bolt.event("tokens_revoked")(self.ended)

    def ended(self, context: BoltContext) -> None:
        """Nothing can be posted until the app is installed again."""
        held.pause(self._desk.store, context["workspace"])
