"""How what people do reaches the bot: straight into Bolt, by signed HTTP, or over Socket Mode.

All three carry the same payloads and read the same acknowledgement.
"""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import queue
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from copy import deepcopy
from typing import Any, Protocol

from slack_bolt import App, BoltRequest

from bot.core.dataclass import dataclass

WAIT_SECONDS = 3.0
"""How long Slack waits for an acknowledgement ("Handling user interaction")."""
RETRIES = 3
"""How often an event is delivered again ("The Events API")."""


@dataclass(frozen=True, slots=True)
class Acked:
    """What came back: the HTTP status (200 over a socket; 504: nothing in time), and the body, as
    JSON or as text."""

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

    def __init__(self, bolt: App, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._bolt, self._monotonic = bolt, monotonic

    def send(self, kind: str, payload: dict[str, Any]) -> Acked:  # noqa: ARG002
        """Dispatch a copy to Bolt; an answer later than Slack waits for is none."""
        began = self._monotonic()
        answer = self._bolt.dispatch(BoltRequest(mode="socket_mode", body=deepcopy(payload)))
        if self._monotonic() - began > WAIT_SECONDS:
            return Acked(504)
        return Acked(answer.status, _body(answer.body))


class SignedHttp:
    """Signed requests to the bot's `/slack/events`, as docs.slack.dev, "Verifying requests".

    `wait`: seconds until no answer counts as none; `now`: the time signed, in seconds since 1970.
    """

    def __init__(
        self,
        url: str,
        secret: str,
        *,
        wait: float = WAIT_SECONDS,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._url, self._secret = url, secret
        self._wait, self._now = wait, now

    def send(self, kind: str, payload: dict[str, Any], *, age: float = 0) -> Acked:
        """POST the payload, signed `age` seconds ago."""
        return self._post(kind, payload, age, {})

    def redeliver(self, payload: dict[str, Any], failed: Acked) -> Acked:
        """Deliver an event again (at once, where Slack waits longer each time) until it is taken,
        three times at most."""
        for number in range(1, RETRIES + 1):
            if failed.status == 200:
                break
            reason = "http_timeout" if failed.status == 504 else "http_error"
            retry = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
            failed = self._post("event", payload, 0, retry)
        return failed

    def _post(self, kind: str, payload: dict[str, Any], age: float, more: dict[str, str]) -> Acked:
        content, content_type = _encoded(kind, payload)
        stamp = str(int(self._now() - age))
        base = f"v0:{stamp}:".encode() + content
        digest = hmac.new(self._secret.encode(), base, hashlib.sha256).hexdigest()
        headers = more | {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": f"v0={digest}",
        }
        request = urllib.request.Request(self._url, content, headers)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=self._wait) as answer:  # noqa: S310
                return Acked(answer.status, _body(answer.read().decode()))
        except urllib.error.HTTPError as refusal:
            with refusal:
                return Acked(refusal.code, _body(refusal.read().decode()))
        except TimeoutError:
            return Acked(504)
        except OSError:
            return Acked(502)


class SocketMode:
    """Envelopes over the WebSockets the bot has opened; the server asks `take` what to send.

    An event nobody acknowledges is sent again, with `retry_attempt`; whatever nobody waits for any
    more is never sent. `wait`: seconds until an envelope counts as lost.
    """

    def __init__(self, wait: float = WAIT_SECONDS) -> None:
        self.connected = threading.Event()
        self._wait = wait
        self._connections = 0
        self._outgoing: queue.Queue[tuple[str, str]] = queue.Queue()
        self._waiting: dict[str, queue.Queue[dict[str, Any]]] = {}
        self._numbers = itertools.count(1)

    def send(self, kind: str, payload: dict[str, Any]) -> Acked:
        """Send an envelope (an event: up to four times) and wait for its acknowledgement."""
        for attempt in range(RETRIES + 1 if kind == "event" else 1):
            acked = self._sent(kind, payload, attempt)
            if acked.status == 200:
                break
        return acked

    def _sent(self, kind: str, payload: dict[str, Any], attempt: int) -> Acked:
        types = {"command": "slash_commands", "event": "events_api"}
        envelope = f"env-{next(self._numbers)}"
        waiting = self._waiting[envelope] = queue.Queue()
        content = {
            "envelope_id": envelope,
            "type": types.get(kind, "interactive"),
            "payload": payload,
            "accepts_response_payload": kind != "event",
        }
        if kind == "event":
            reason = "timeout" if attempt else ""
            content |= {"retry_attempt": attempt, "retry_reason": reason}
        self._outgoing.put((envelope, json.dumps(content)))
        try:
            return Acked(200, waiting.get(timeout=self._wait).get("payload") or "")
        except queue.Empty:
            return Acked(504)
        finally:
            del self._waiting[envelope]

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Tell one connection to go, as Slack does every few hours; the bot opens another."""
        self._outgoing.put(("", json.dumps({"type": "disconnect", "reason": reason})))

    def take(self) -> tuple[str, str] | None:
        """The next thing to send, as (envelope id or "" for a disconnect, text); or None."""
        while True:
            try:
                envelope, text = self._outgoing.get_nowait()
            except queue.Empty:
                return None
            if not envelope or envelope in self._waiting:
                return envelope, text

    def opened(self, change: int) -> None:
        """A connection was opened (1) or is gone (-1)."""
        self._connections += change
        if self._connections:
            self.connected.set()
        else:
            self.connected.clear()

    def acknowledged(self, text: str) -> None:
        """The bot answered on the WebSocket."""
        answer = _body(text)
        envelope = answer.get("envelope_id") if isinstance(answer, dict) else None
        waiting = self._waiting.get(str(envelope))
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
