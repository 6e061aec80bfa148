"""Socket Mode: the same Bolt app behind Slack's WebSocket instead of a public address.

A watchdog ends the process with a failure when the connection cannot be brought back, so that the
host's supervisor starts it afresh; the SDK alone would stay deaf in silence.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.core.errors import Unusable

DEAF_AFTER_SECONDS = 120.0
LOOK_EVERY_SECONDS = 5.0


class Deaf(Unusable):
    """The connection to Slack could not be brought back in time."""


class SocketListener:
    """Runs a Bolt app over Socket Mode until stopped."""

    def __init__(self, bolt: App, app_token: str, on_envelope: Callable[[], None]) -> None:
        self._handler = SocketModeHandler(bolt, app_token)
        self._handler.client.on_message_listeners.append(lambda _message: on_envelope())
        self._stopped = threading.Event()

    @property
    def connected(self) -> bool:
        """True while the WebSocket is open."""
        return bool(self._handler.client.is_connected())

    def connect(self) -> None:
        """Open the connection. Raises SlackApiError when the app token is refused."""
        self._handler.connect()  # type: ignore[no-untyped-call]

    def listen(self) -> None:
        """Stay until `stop`. Raises Deaf after two minutes without a connection."""
        silent = 0.0
        while not self._stopped.wait(LOOK_EVERY_SECONDS):
            silent = 0.0 if self.connected else silent + LOOK_EVERY_SECONDS
            if silent >= DEAF_AFTER_SECONDS:
                raise Deaf(
                    "No connection to Slack for two minutes.", "The supervisor starts me anew."
                )

    def stop(self) -> None:
        """End `listen` and close the connection."""
        self._stopped.set()
        self._handler.close()  # type: ignore[no-untyped-call]
