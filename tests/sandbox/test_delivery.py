"""Three ways to an app: the same payloads and answers, Slack's patience and its retries."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from slack_bolt import Ack, App, BoltRequest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.signature import Clock
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from bot.sandbox.acts import Acts
from bot.sandbox.delivery import Acked, Delivery, Direct, SignedHttp, SocketMode
from tests.sandbox.conftest import CHANNEL, HELEN, Slack

SECRET = "signed"
PATIENCE = 60.0
STANDS = 1_526_290_000.0
"""The moment, in seconds since 1970, at which requests are signed and judged."""
COMMAND = {"command": "/csp", "text": ""}
EVENT = {"type": "event_callback", "event": {"type": "app_mention"}}


@pytest.fixture(autouse=True)
def standing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signatures are judged by a clock that stands, however busy the machine is."""
    monkeypatch.setattr(Clock, "now", lambda _clock: STANDS)


@pytest.fixture
def bolt(slack: Slack) -> App:
    """A tiny app: it repeats commands, greets in the channel, and finds fault with forms."""
    app = App(client=slack.client, signing_secret=SECRET, token_verification_enabled=False)

    @app.command("/csp")
    def repeat(ack: Ack, command: dict[str, Any]) -> None:
        ack(f"Heard: {command['text']}")

    @app.event("app_mention")
    def greet(event: dict[str, Any], client: WebClient) -> None:
        client.chat_postMessage(channel=event["channel"], text=f"Hello <@{event['user']}>")

    @app.view("form")
    def judge(ack: Ack) -> None:
        ack(response_action="errors", errors={"note": "Say more"})

    return app


@pytest.fixture(
    # Slack's own client takes three seconds to leave.
    params=["direct", "http", pytest.param("socket", marks=pytest.mark.slow)]
)
def way(request: pytest.FixtureRequest, slack: Slack, bolt: App) -> Iterator[Delivery]:
    """Each way to the tiny app."""
    if request.param == "direct":
        yield Direct(bolt, lambda: 0.0)
    elif request.param == "http":
        yield over_http(slack, bolt)
    else:
        handler = listening(bolt)
        assert slack.server.socket.connected.wait(PATIENCE)
        yield slack.server.socket
        handler.close()  # type: ignore[no-untyped-call]


def over_http(slack: Slack, bolt: App) -> SignedHttp:
    """The app behind `/slack/events` of the test's web server."""

    async def events(request: Request) -> Response:
        body = (await request.body()).decode()
        headers: dict[str, Any] = {name: [value] for name, value in request.headers.items()}
        asked = BoltRequest(body=body, headers=headers)
        answer = await run_in_threadpool(bolt.dispatch, asked)
        return Response(answer.body, answer.status, {n: v[0] for n, v in answer.headers.items()})

    return served_at(slack, events)


def served_at(slack: Slack, endpoint: Callable[[Request], Any]) -> SignedHttp:
    slack.web.router.routes.append(Route("/slack/events", endpoint, methods=["POST"]))
    url = f"{slack.url}/slack/events"
    return SignedHttp(url, SECRET, wait=PATIENCE, now=lambda: STANDS)


def listening(bolt: App) -> SocketModeHandler:
    handler = SocketModeHandler(bolt, "xapp-sandbox")
    handler.connect()  # type: ignore[no-untyped-call]
    return handler


def test_one_conversation_goes_the_same_way_by_each(slack: Slack, way: Delivery) -> None:
    acts = Acts(slack.workspace, way, slack.url)
    acts.commands = {"/csp"}
    greeted = threading.Event()

    def listener(_user: str, event: dict[str, Any]) -> None:
        if event["type"] == "message" and event["message"]["text"].startswith("Hello"):
            greeted.set()

    slack.workspace.listeners.append(listener)
    acts.send(HELEN, CHANNEL, "/csp ASB3 & more")
    acts.send(HELEN, CHANNEL, "<@U0BOT> hello")
    assert greeted.wait(PATIENCE)
    assert slack.seen(HELEN) == ["Heard: ASB3 & more", "<@U0BOT> hello", "Hello <@U0HELEN>"]
    form = slack.opened(callback_id="form")
    assert acts.submit(HELEN, form["id"], {}) == {"note": "Say more"}


@pytest.mark.parametrize(("seconds", "status"), [(3.0, 200), (3.1, 504)])
def test_an_acknowledgement_after_three_seconds_is_none(
    bolt: App, seconds: float, status: int
) -> None:
    clock = iter([0.0, seconds])
    acked = Direct(bolt, monotonic=lambda: next(clock)).send("command", COMMAND)
    assert acked.status == status


def test_what_an_app_does_to_a_payload_stays_with_the_app(slack: Slack, bolt: App) -> None:
    @bolt.command("/spoil")
    def spoil(ack: Ack, body: dict[str, Any]) -> None:
        body["inner"].clear()
        ack()

    payload = {"command": "/spoil", "text": "", "inner": {"kept": "yes"}}
    assert Direct(bolt, lambda: 0.0).send("command", payload).status == 200
    assert payload["inner"] == {"kept": "yes"}


@pytest.mark.parametrize(("age", "status"), [(0, 200), (299, 200), (301, 401)])
def test_a_signature_is_good_for_five_minutes(
    slack: Slack, bolt: App, age: float, status: int
) -> None:
    sent = over_http(slack, bolt).send("command", COMMAND, age=age)
    assert sent.status == status


def test_an_app_with_another_secret_takes_nothing(slack: Slack, bolt: App) -> None:
    http = over_http(slack, bolt)
    forged = SignedHttp(f"{slack.url}/slack/events", "another", now=lambda: STANDS)
    assert forged.send("command", COMMAND).status == 401
    assert http.send("command", COMMAND).status == 200


@pytest.mark.parametrize(
    ("answers", "numbers", "ends"),
    [
        ([500, 200], ["1"], 200),
        ([500, 500, 503, 500], ["1", "2", "3"], 500),
        ([200], [], 200),
    ],
)
def test_a_failed_event_is_delivered_again_three_times_at_most(
    slack: Slack, answers: list[int], numbers: list[str], ends: int
) -> None:
    coming, retries = iter(answers), list[tuple[str, str]]()

    async def endpoint(request: Request) -> Response:
        told = request.headers
        if "x-slack-retry-num" in told:
            retries.append((told["x-slack-retry-num"], told["x-slack-retry-reason"]))
        return Response(status_code=next(coming))

    http = served_at(slack, endpoint)
    assert http.redeliver(EVENT, http.send("event", EVENT)).status == ends
    assert retries == [(number, "http_error") for number in numbers]


def test_an_app_that_hangs_has_not_answered(slack: Slack) -> None:
    release = threading.Event()

    def endpoint(_request: Request) -> Response:
        release.wait(PATIENCE)
        return Response()

    url = served_at(slack, endpoint)._url
    assert SignedHttp(url, SECRET, wait=0.1).send("event", EVENT) == Acked(504)
    release.set()


def test_an_app_that_is_not_there_has_not_answered() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound, but nobody listens
        gone = SignedHttp(f"http://127.0.0.1:{free.getsockname()[1]}/slack/events", SECRET)
        assert gone.send("event", EVENT) == Acked(502)


@pytest.mark.parametrize(("kind", "attempts"), [("event", [0, 1, 2, 3]), ("command", [None])])
def test_only_events_are_sent_again_and_stale_envelopes_never(
    kind: str, attempts: list[int | None]
) -> None:
    mode = SocketMode(wait=0.01)
    assert mode.send(kind, EVENT) == Acked(504)
    queued = [json.loads(text) for _, text in mode._outgoing.queue]
    assert [envelope.get("retry_attempt") for envelope in queued] == attempts
    assert mode.take() is None


@contextmanager
def joined(slack: Slack) -> Iterator[ClientConnection]:
    """A raw Socket Mode connection that has been greeted."""
    with connect(ticket_url(slack)) as connection:
        assert json.loads(connection.recv(PATIENCE))["type"] == "hello"
        yield connection


def ticket_url(slack: Slack) -> str:
    return str(slack.client.apps_connections_open(app_token="xapp-sandbox")["url"])


@pytest.mark.slow
def test_an_unacknowledged_envelope_is_sent_again(slack: Slack) -> None:
    slack.server.socket = SocketMode(wait=1.0)
    came: list[Acked] = []
    sender = threading.Thread(target=lambda: came.append(slack.server.socket.send("event", EVENT)))
    with joined(slack) as connection:
        sender.start()
        first, second = (json.loads(connection.recv(PATIENCE)) for _ in range(2))
        connection.send(json.dumps({"envelope_id": second["envelope_id"]}))
        sender.join(PATIENCE)
    assert came == [Acked(200)]
    assert first["payload"] == second["payload"] == EVENT
    assert (first["retry_attempt"], first["retry_reason"]) == (0, "")
    assert (second["retry_attempt"], second["retry_reason"]) == (1, "timeout")


def test_a_disconnect_ends_the_connection(slack: Slack) -> None:
    with joined(slack) as connection:
        slack.server.socket.disconnect("refresh_requested")
        told = json.loads(connection.recv(PATIENCE))
        assert told == {"type": "disconnect", "reason": "refresh_requested"}
        with pytest.raises(ConnectionClosed):
            connection.recv(PATIENCE)


@pytest.mark.slow
def test_after_a_disconnect_the_app_comes_back_to_what_waits(slack: Slack, bolt: App) -> None:
    slack.server.socket = SocketMode(wait=PATIENCE)
    handler = listening(bolt)
    try:
        slack.server.socket.disconnect()
        acked = slack.server.socket.send("command", {"command": "/csp", "text": "again"})
    finally:
        handler.close()  # type: ignore[no-untyped-call]
    assert acked == Acked(200, {"text": "Heard: again"})
    assert [method for method, _ in slack.server.calls].count("apps.connections.open") == 2


@pytest.mark.parametrize("bad", ["", "?ticket=forged", "used"])
def test_a_socket_opens_only_with_a_fresh_ticket(slack: Slack, bad: str) -> None:
    url = ticket_url(slack)
    if bad == "used":
        with connect(url):
            pass
    else:
        url = url.partition("?")[0] + bad
    with pytest.raises(InvalidStatus, match="403"), connect(url):
        pass


def test_a_strangers_origin_is_refused_on_the_socket(slack: Slack) -> None:
    url, stranger = ticket_url(slack), Origin("https://evil.example")
    with pytest.raises(InvalidStatus, match="403"), connect(url, origin=stranger):
        pass


def test_a_ticket_needs_the_app_token(slack: Slack) -> None:
    opens = slack.client.apps_connections_open
    assert slack.refusal(opens, app_token=slack.workspace.token) == "invalid_auth"
