"""What stands before Bolt on the HTTP edge: nothing unsigned is parsed, nothing is done twice.

Slack signs body and time (docs.slack.dev, "Verifying requests from Slack"); the window is five
minutes and the comparison takes constant time (slack_sdk.signature). A request that arrives again
byte for byte never does anything. Slack delivers events again when it heard no answer
(docs.slack.dev, "The Events API", "Retries"): they are answered as the first time. It never repeats
a command or a click: a copy of one is answered as the first time while a connection may be trying
again, and refused from then on.
"""

from __future__ import annotations

import logging
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from threading import Lock
from time import monotonic, time
from urllib.parse import unquote_to_bytes

from slack_bolt import BoltRequest, BoltResponse
from slack_sdk.signature import Clock, SignatureVerifier

WINDOW_SECONDS = 300
AT_ONCE_SECONDS = 3
"""Slack waits so long for an answer: a copy that comes later is nobody's second attempt."""
MOST = 500
"""Answers remembered; a body is at most a message, some kilobytes."""
DEEPEST = 60
"""Levels of nesting; Slack's payloads have about a dozen."""

_STAMP = re.compile(r"[0-9]{1,12}")
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')
_BRACKET = re.compile(rb"[\[\]{}]")

_LOG = logging.getLogger(__name__)

Dispatch = Callable[[BoltRequest], BoltResponse]
Headers = Mapping[str, Sequence[str]]


class RequestGuard:
    """Verifies, refuses what cannot be read, and answers each signed request once."""

    def __init__(
        self,
        secret: str,
        dispatch: Dispatch,
        clock: Callable[[], float] = monotonic,
        wall_clock: Callable[[], float] = time,
    ) -> None:
        self._now = clock
        self._verifier = SignatureVerifier(secret, _Clock(wall_clock))
        self._dispatch = dispatch
        self._answers: OrderedDict[str, tuple[float, Future[BoltResponse]]] = OrderedDict()
        self._lock = Lock()

    def enter(self, body: bytes, headers: Headers, came: float | None = None) -> BoltResponse:
        """The answer to a request. 401: not signed by Slack just now; 400: not readable. `came`:
        when it did, by the monotonic clock; listeners find it in their context."""
        stamp = _only(headers, "x-slack-request-timestamp")
        signature = _only(headers, "x-slack-signature")
        if not self._signed(body, stamp, signature):
            return BoltResponse(status=401, body="not signed by Slack")
        age, answer = self._taken(signature)
        if age is not None and age > AT_ONCE_SECONDS and not body.startswith(b"{"):
            return BoltResponse(status=401, body="already received")
        if age is None:
            answer.set_result(self._answered(body, headers, came))
            if answer.result().status != 200:
                self._forget(signature)  # Slack's own repetition may fare better
        return answer.result()

    def _signed(self, body: bytes, stamp: str, signature: str) -> bool:
        """Whether Slack signed the body just now. What is no text was not signed by Slack."""
        if not (_STAMP.fullmatch(stamp) and signature.isascii()):
            return False
        try:
            return self._verifier.is_valid(body, stamp, signature)
        except UnicodeDecodeError:
            return False

    def _answered(self, body: bytes, headers: Headers, came: float | None) -> BoltResponse:
        if _depth(body) > DEEPEST:
            return BoltResponse(status=400, body="nested too deeply")
        try:
            return self._dispatch(
                BoltRequest(body=body.decode(), headers=dict(headers), context={"came": came})
            )
        except Exception as broken:
            # Whatever our listeners raise is answered by their error handler; what comes as far as
            # here has not the shape that Slack's requests have.
            _LOG.warning("unreadable", extra={"fault": type(broken).__name__})
            return BoltResponse(status=400, body="not a request of Slack's")

    def _taken(self, signature: str) -> tuple[float | None, Future[BoltResponse]]:
        """Seconds since this very request came, None if it is new; where its answer will be."""
        now = self._now()
        with self._lock:
            while self._answers:
                at, _ = next(iter(self._answers.values()))
                if now - at <= WINDOW_SECONDS and len(self._answers) < MOST:
                    break
                self._answers.popitem(last=False)
            if signature in self._answers:
                first, answer = self._answers[signature]
                return now - first, answer
            answer = Future()
            self._answers[signature] = (now, answer)
            return None, answer

    def _forget(self, signature: str) -> None:
        with self._lock:
            self._answers.pop(signature, None)


class _Clock(Clock):
    """The time a signature's age is measured by, in seconds since 1970."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds

    def now(self) -> float:
        return self._seconds()


def _only(headers: Headers, name: str) -> str:
    """A header that stands once; empty when it is missing or said twice."""
    values = headers.get(name, ())
    return values[0] if len(values) == 1 else ""


def _depth(body: bytes) -> int:
    """The deepest nesting of a request's JSON, found without parsing it; 0 when it has none."""
    json = body if body[:1] == b"{" else unquote_to_bytes(body.partition(b"payload=")[2])
    deepest = depth = 0
    for bracket in _BRACKET.findall(_STRING.sub(b"", json)):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest
