"""How what people do reaches the bot: straight into Bolt, by signed HTTP, or over Socket Mode.

All three carry the same payloads and read the same acknowledgement.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import queue
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any, Protocol

from slack_bolt import App, BoltRequest

WAIT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Acked:
    """What came back: the HTTP status (or 200), and the body, as JSON or as text."""

    status: int
    body: Any = ""

    @property
    def json(self) -> dict[str, Any]:
        """The body when it is an object, else an empty one."""
        return self.body if isinstance(self.body, dict) else {}


class Delivery(Protocol):
    """One way to the bot. `kind`: command, event or interaction."""

    def send(self, kind: str, payload: dict[str, Any]) -> Acked:
        """Deliver, and give back the acknowledgement."""
        ...


class Direct:
    """Straight into a Bolt app in this process, by the path Socket Mode takes."""

    def __init__(self, bolt: App) -> None:
        self._bolt = bolt

    def send(self, kind: str, payload: dict[str, Any]) -> Acked:  # noqa: ARG002
        """Dispatch to Bolt."""
        answer = self._bolt.dispatch(BoltRequest(mode="socket_mode", body=payload))
        return Acked(answer.status, _body(answer.body))


class SignedHttp:
    """Signed requests to the bot's `/slack/events`, as docs.slack.dev, "Verifying requests"."""

    def __init__(self, url: str, secret: str) -> None:
        self._url, self._secret = url, secret

    def send(self, kind: str, payload: dict[str, Any], *, age: float = 0) -> Acked:
        """POST the payload, signed `age` seconds ago."""
        content, content_type = _encoded(kind, payload)
        stamp = str(int(time.time() - age))
        base = f"v0:{stamp}:".encode() + content
        digest = hmac.new(self._secret.encode(), base, hashlib.sha256).hexdigest()
        request = urllib.request.Request(self._url, content)  # noqa: S310
        request.add_header("Content-Type", content_type)
        request.add_header("X-Slack-Request-Timestamp", stamp)
        request.add_header("X-Slack-Signature", f"v0={digest}")
        try:
            with urllib.request.urlopen(request, timeout=WAIT_SECONDS) as answer:  # noqa: S310
                return Acked(answer.status, _body(answer.read().decode()))
        except urllib.error.HTTPError as refusal:
            with refusal:
                return Acked(refusal.code, _body(refusal.read().decode()))


class SocketMode:
    """Envelopes over a WebSocket the bot has opened; the server feeds `outgoing` to it."""

    def __init__(self) -> None:
        self.outgoing: queue.Queue[str] = queue.Queue()
        self.connected = threading.Event()
        self._waiting: dict[str, queue.Queue[dict[str, Any]]] = {}
        self._count = 0

    def send(self, kind: str, payload: dict[str, Any]) -> Acked:
        """Send an envelope and wait for its acknowledgement."""
        types = {"command": "slash_commands", "event": "events_api"}
        self._count += 1
        envelope = f"env-{self._count}"
        waiting = self._waiting[envelope] = queue.Queue()
        self.outgoing.put(
            json.dumps(
                {
                    "envelope_id": envelope,
                    "type": types.get(kind, "interactive"),
                    "payload": payload,
                    "accepts_response_payload": kind != "event",
                }
            )
        )
        try:
            return Acked(200, waiting.get(timeout=WAIT_SECONDS).get("payload") or "")
        except queue.Empty:
            return Acked(504)
        finally:
            del self._waiting[envelope]

    def acknowledged(self, text: str) -> None:
        """The bot answered on the WebSocket."""
        answer = json.loads(text)
        waiting = self._waiting.get(answer.get("envelope_id", ""))
        if waiting is not None:
            waiting.put(answer)


def _encoded(kind: str, payload: dict[str, Any]) -> tuple[bytes, str]:
    form = "application/x-www-form-urlencoded"
    if kind == "event":
        return json.dumps(payload).encode(), "application/json"
    if kind == "command":
        return urllib.parse.urlencode(payload).encode(), form
    return urllib.parse.urlencode({"payload": json.dumps(payload)}).encode(), form


def _body(text: str | None) -> Any:
    try:
        return json.loads(text or '""')
    except ValueError:
        return text or ""
