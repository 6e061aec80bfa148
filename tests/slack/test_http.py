"""The HTTP edge lets in what Slack signed, and nothing else."""

from __future__ import annotations

import hashlib
import hmac
import socket
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from slack_bolt import Ack, App, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.metrics import exposition
from bot.sandbox.server import Served
from bot.slack.http import MAX_BODY, build_web, health_only
from bot.slack.request_guard import RequestGuard
from bot.store.store import Store
from tests.factories import TEAM, at

SECRET = "test-signing-secret"
NOW = 1_526_284_800
"""14 May 2018, about the time everything is signed."""
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


class Edge:
    """The edge with a one-command app behind it."""

    def __init__(self) -> None:
        self.now = NOW
        self.begin()
        bolt = App(
            client=WebClient("xoxb-test"),
            signing_secret=SECRET,
            authorize=lambda: AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="UB"),
            process_before_response=True,
            request_verification_enabled=False,
        )

        @bolt.command("/csp")
        def csp(ack: Ack, command: dict[str, Any]) -> None:
            self.heard.append(command["text"])
            ack("heard")

        guard = RequestGuard(SECRET, bolt.dispatch, lambda: 0.0, lambda: self.now)
        web = build_web(bolt, guard, lambda: {"ready": self.ready})
        config = uvicorn.Config(web, log_config=None, lifespan="off")
        self._server = uvicorn.Server(config)
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        # Connections wait in the socket's queue until the server has started: no polling.
        self._socket.listen()
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],))
        self._thread.start()

    def begin(self) -> None:
        """As if nothing had come yet; a second later, since nobody signs the same twice."""
        self.now += 1
        self.heard: list[str] = []
        self.ready = True

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens."""
        return ("127.0.0.1", self._socket.getsockname()[1])

    def close(self) -> None:
        """Stop the server."""
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()

    def get(self, path: str, body: bytes | None = None, **headers: str) -> tuple[int, str]:
        """Status and text of a request to `path`; a POST when there is a body."""
        port = self._socket.getsockname()[1]
        request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.read().decode()

    def post(self, text: str, *, age: int = 0, secret: str = SECRET) -> tuple[int, str]:
        """Send a slash command, signed `age` seconds ago."""
        body = urllib.parse.urlencode({"command": "/csp", "text": text, "team_id": "T1"})
        return self.signed(body.encode(), age=age, secret=secret)

    def signed(
        self, body: bytes, *, age: int = 0, secret: str = SECRET, kind: str = FORM
    ) -> tuple[int, str]:
        """Send any body with a signature of its own."""
        stamp = str(self.now - age)
        base = b"v0:" + stamp.encode() + b":" + body
        digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
        headers = {
            "content-type": kind,
            "x-slack-request-timestamp": stamp,
            "x-slack-signature": f"v0={digest}",
        }
        return self.get("/slack/events", body, **headers)


@pytest.fixture(scope="module")
def served() -> Iterator[Edge]:
    made = Edge()
    yield made
    made.close()


@pytest.fixture
def edge(served: Edge) -> Edge:
    """An edge that has heard nothing."""
    served.begin()
    return served


def test_a_signed_command_is_answered_in_the_acknowledgement(edge: Edge) -> None:
    assert edge.post("ASB3") == (200, "heard")


@pytest.mark.parametrize("wrong", [{"secret": "another"}, {"age": 600}, {"age": -600}])
def test_a_wrong_signature_or_an_old_timestamp_is_refused_and_nothing_happens(
    edge: Edge, wrong: dict[str, Any]
) -> None:
    assert edge.post("ASB3", **wrong)[0] == 401
    assert edge.heard == []


def test_an_unsigned_request_is_refused(edge: Edge) -> None:
    assert edge.get("/slack/events", b"command=/csp")[0] == 401


def test_a_body_larger_than_anything_slack_sends_is_refused_unread(edge: Edge) -> None:
    assert edge.get("/slack/events", b"x" * (MAX_BODY + 1))[0] == 413


def test_health_is_told_to_the_host(edge: Edge) -> None:
    assert edge.get("/healthz")[0] == 200
    edge.ready = False
    assert edge.get("/healthz")[0] == 503


def test_there_is_nothing_else_to_find(edge: Edge) -> None:
    assert edge.get("/")[0] == 404
    assert edge.get("/slack/events")[0] == 405


def test_figures_are_shown_only_when_they_are_switched_on(store: Store) -> None:
    assert "/metrics" not in {route.path for route in health_only(dict).routes}  # type: ignore[attr-defined]
    with store.writing(TEAM) as records:
        records.outbox.put("k", channel="C1", kind="Message", payload="{}", due_at=at("2018-05-14"))
    ticked = "2018-05-14T09:00:00+00:00"
    health = {"ready": True, "oldest_waiting_seconds": 61.5, "last_tick": ticked}

    def figures_now() -> bytes:
        return exposition(lambda: health, store.posts_by_state)

    shown = Served(health_only(lambda: health, figures_now))
    with urllib.request.urlopen(f"{shown.url}/metrics", timeout=60) as answer:
        figures = answer.read().decode()
    shown.close()
    assert 'partnership_outbox_rows{state="pending"} 1.0' in figures
    assert 'partnership_outbox_rows{state="held"} 0.0' in figures
    assert "partnership_oldest_waiting_seconds 61.5" in figures
    assert "partnership_last_tick_timestamp_seconds 1.5262884e+09" in figures
    assert "partnership_last_envelope_timestamp_seconds 0.0" in figures


def test_the_same_bytes_again_are_answered_as_before_and_nothing_happens(edge: Edge) -> None:
    body = b"command=%2Fcsp&text=ASB3&team_id=T1"
    stamp = str(edge.now)
    digest = hmac.new(SECRET.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    headers = {
        "content-type": FORM,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={digest}",
    }
    answers = {edge.get("/slack/events", body, **headers) for _ in range(3)}
    assert answers == {(200, "heard")}
    assert edge.heard == ["ASB3"]


@pytest.mark.parametrize(
    ("body", "after", "status"),
    [
        (b"command=%2Fcsp&text=update", 2.0, 200),
        (b"command=%2Fcsp&text=update", 4.0, 401),
        (b"payload=%7B%22type%22%3A%22block_actions%22%7D", 299.0, 401),
        # Slack delivers an event again after a minute when it heard no answer.
        (b'{"type":"event_callback"}', 60.0, 200),
    ],
)
def test_a_copy_of_a_command_or_click_is_refused_once_nobody_waits_for_its_answer(
    body: bytes, after: float, status: int
) -> None:
    heard: list[bytes] = []

    def dispatch(request: BoltRequest) -> BoltResponse:
        heard.append(body)
        return BoltResponse(status=200, body="heard")

    clock = iter([10.0, 10.0 + after])
    door = RequestGuard(SECRET, dispatch, lambda: next(clock), lambda: NOW)
    stamp = str(NOW)
    digest = hmac.new(SECRET.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    headers = {"x-slack-request-timestamp": [stamp], "x-slack-signature": [f"v0={digest}"]}
    assert door.enter(body, headers).status == 200
    assert door.enter(body, headers).status == status
    assert heard == [body]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, JSON),
        (b"payload=" + urllib.parse.quote("[" * 100_000 + "]" * 100_000).encode(), FORM),
        (b"payload=%7Bbroken", FORM),
        (b"{broken", JSON),
        (b"\xff\xfe\x00", JSON),
        (b"[1, 2]", JSON),
        (b"null", JSON),
    ],
)
def test_what_slack_would_never_send_is_refused_even_when_it_is_signed(
    edge: Edge, body: bytes, kind: str
) -> None:
    status, said = edge.signed(body, kind=kind)
    assert status in {400, 401, 404}
    assert "Traceback" not in said
    assert edge.heard == []


def test_brackets_in_what_people_write_are_no_nesting(edge: Edge) -> None:
    assert edge.post("[" * 500) == (200, "heard")


def test_a_signature_said_twice_is_no_signature(edge: Edge) -> None:
    body, stamp = b"command=%2Fcsp&text=ASB3&team_id=T1", str(edge.now)
    digest = hmac.new(SECRET.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    head = (
        f"POST /slack/events HTTP/1.1\r\nhost: here\r\ncontent-type: {FORM}\r\n"
        f"x-slack-request-timestamp: {stamp}\r\nx-slack-signature: v0={digest}\r\n"
        f"x-slack-signature: v0=other\r\nconnection: close\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(edge.address, timeout=60) as raw:
        raw.sendall(head.encode() + body)
        assert b" 401 " in raw.recv(1000).split(b"\r\n")[0]
    assert edge.heard == []


@pytest.mark.parametrize(
    ("stamp", "signature"),
    [("9" * 5000, "v0=0"), ("²", "v0=0"), ("-1", "v0=0"), ("1526284800", "v0=é"), ("", "")],
)
def test_strange_headers_are_no_signature(edge: Edge, stamp: str, signature: str) -> None:
    head = {"x-slack-request-timestamp": stamp, "x-slack-signature": signature}
    headers = {name: value.encode().decode("latin-1") for name, value in head.items()}
    assert edge.get("/slack/events", b"command=/csp", **headers)[0] == 401
