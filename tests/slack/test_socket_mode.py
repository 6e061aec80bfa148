"""Over a socket Slack delivers again what is not acknowledged within three seconds: done once."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.core.access import HOME
from bot.core.plan import UpdateKind
from bot.sandbox.delivery import Acked
from bot.services import progress
from bot.slack.socket_mode import SocketListener
from tests.partnership import Partnership


class Socket:
    """Slack's end of the WebSocket: it notes what is acknowledged."""

    def __init__(self, partnership: Partnership) -> None:
        self.logger = logging.getLogger(__name__)
        self.acknowledged: list[tuple[str, Any]] = []
        listener = SocketListener(partnership.bot.bolt, "xapp-test", lambda: None)
        self._handler = listener._handler

    def deliver(self, envelope: str, body: dict[str, Any]) -> None:
        """An envelope, as the SDK hands it on."""
        request = SocketModeRequest("interactive", envelope, body)
        self._handler.handle(self, request)  # type: ignore[arg-type]

    def send_socket_mode_response(self, response: SocketModeResponse) -> None:
        """The acknowledgement."""
        self.acknowledged.append((response.envelope_id, response.payload))


class Recorder:
    """Notes what a person's click is sent as, instead of sending it."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []

    def send(self, kind: str, payload: dict[str, Any]) -> Acked:
        self.bodies.append(payload)
        return Acked(200)


class Slow:
    """A listener that is not done before both copies of its envelope have been delivered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        self.begun, self.goes_on = threading.Event(), threading.Event()
        done = getattr(module, name)

        def slowly(*args: Any, **more: Any) -> Any:
            self.begun.set()
            assert self.goes_on.wait(20)
            return done(*args, **more)

        monkeypatch.setattr(module, name, slowly)


@pytest.fixture
def socket(partnership: Partnership) -> Socket:
    """A socket to a partnership's bot."""
    return Socket(partnership)


def thrice(socket: Socket, slow: Slow, body: dict[str, Any]) -> None:
    """The first delivery takes longer than Slack waits; two more come meanwhile."""
    with ThreadPoolExecutor(1) as first:
        under_way = first.submit(socket.deliver, "1", body)
        assert slow.begun.wait(20)
        socket.deliver("1", body)  # the same envelope, on another connection
        socket.deliver("2", body)  # and in a new one
        slow.goes_on.set()
        under_way.result()
    socket.deliver("1", body)  # and once more when all is done


def test_a_click_delivered_three_times_is_answered_once(
    partnership: Partnership, socket: Socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3 green Two cameras are up")
    recorder = Recorder()
    monkeypatch.setattr(partnership.acts, "_delivery", recorder)
    helen.clicks("Undo")
    (body,) = recorder.bodies

    thrice(socket, Slow(monkeypatch, progress, "undo"), body)
    assert [number for number, _ in socket.acknowledged] == ["1", "2", "1", "1"]
    with partnership.bot.store.reading(HOME) as records:
        kinds = [update.kind for update in records.plans.record()]
    assert kinds == [UpdateKind.REPORT, UpdateKind.WITHDRAWAL]
    answers = [m["text"] for m in helen.sees() if m["user"] == partnership.workspace.bot]
    assert len([text for text in answers if "Taken back" in text]) == 1
    assert "ten minutes" not in answers[-1]
    assert "taken back already" not in str(answers)


def test_a_form_delivered_three_times_is_saved_and_answered_once(
    partnership: Partnership, socket: Socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note="Two cameras are up")
    recorder = Recorder()
    monkeypatch.setattr(partnership.acts, "_delivery", recorder)
    helen.submits()
    (body,) = recorder.bodies

    thrice(socket, Slow(monkeypatch, progress, "report_progress"), body)
    answers = [payload for _, payload in socket.acknowledged if payload]
    assert len(answers) == 1
    assert "Saved: ASB3" in str(answers)
    with partnership.bot.store.reading(HOME) as records:
        assert [update.note for update in records.plans.record()] == ["Two cameras are up"]
