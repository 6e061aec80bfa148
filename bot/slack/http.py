"""The HTTP edge: signed requests from Slack in, answers out; `/healthz` and, when it is switched
on, `/metrics` for the host.

Bolt is called in a pool of threads, so that one slow listener never stalls the others; the answer
travels back in the acknowledgement itself. Socket Mode needs none of this.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import monotonic, time
from typing import Any
from urllib.parse import urlencode

import uvicorn
from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.oauth.oauth_flow import OAuthFlow
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.slack.request_guard import RequestGuard

THREADS = 8
"""Listeners at once: enough while some wait for Slack; with more, all wait longer for each other.
The store's pool must not be smaller."""
EVENTS = "/slack/events"
MAX_BODY = 1_000_000
"""Bytes of a request read before it is refused; Slack's own payloads stay far below."""
GONE_THROUGH = 8
"""What ran so often the interpreter runs faster from then on."""

GRACE_SECONDS = 3
"""How long requests under way may take when the server is told to stop."""

_LOG = logging.getLogger(__name__)

Health = Callable[[], Mapping[str, Any]]
Metrics = Callable[[], bytes]
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def build_web(
    bolt: App, request_guard: RequestGuard, health: Health, metrics: Metrics | None = None
) -> ASGIApp:
    """The ASGI app: `/slack/events`, past the guard, into `bolt`; and the host's routes (see
    `health_only`). Events pass no router and no middleware: they are nearly all there is."""
    pool = ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="slack")
    installing = _installing(pool, bolt.oauth_flow) if bolt.oauth_flow else []
    pages = Starlette(routes=[*installing, *_for_host(pool, health, metrics)])

    async def edge(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] != EVENTS:
            await pages(scope, receive, send)
        elif scope["method"] != "POST":
            await PlainTextResponse("only POST", status_code=405)(scope, receive, send)
        else:
            answered = await _event(pool, request_guard, scope, receive)
            await answered(scope, receive, send)

    return edge


async def _event(
    pool: ThreadPoolExecutor, request_guard: RequestGuard, scope: Scope, receive: Receive
) -> Response:
    """What the guard and Bolt answer to a request."""
    body = await _body(receive)
    if body is None:
        return PlainTextResponse("too large", status_code=413)
    came = (body, _headers(scope["headers"]), monotonic())
    loop = asyncio.get_running_loop()
    return _response(await loop.run_in_executor(pool, request_guard.enter, *came))


def _installing(pool: ThreadPoolExecutor, flow: OAuthFlow) -> list[Route]:
    """The two pages of installing: the way to Slack, and back with a code and our state."""

    def page(handle: Callable[[BoltRequest], BoltResponse]) -> Callable[..., Awaitable[Response]]:
        async def show(request: Request) -> Response:
            asked = BoltRequest(
                body="",
                query=request.url.query,
                headers=dict(_headers(request.headers.raw)),
                mode="http",
            )
            answer = await asyncio.get_running_loop().run_in_executor(pool, _tried, handle, asked)
            return _response(answer, cookies=True)

        return show

    return [
        Route(flow.install_path, page(flow.handle_installation)),
        Route(flow.redirect_uri_path, page(flow.handle_callback)),
    ]


def _tried(handle: Callable[[BoltRequest], BoltResponse], asked: BoltRequest) -> BoltResponse:
    """The page, or a word when the database or Slack cannot be reached."""
    try:
        return handle(asked)
    except Exception as fault:  # whatever it is, beginning again mends it
        _LOG.error("not_installed", extra={"fault": type(fault).__name__})
        return BoltResponse(status=503, body="Not just now. Please begin again in some minutes.")


def health_only(health: Health, metrics: Metrics | None = None) -> Starlette:
    """`/healthz` from `health` (200 when `ready`) and `/metrics` when given: all there is beside
    Socket Mode, since nothing from Slack may come in this way."""
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="health")
    return Starlette(routes=_for_host(pool, health, metrics))


def _for_host(pool: ThreadPoolExecutor, health: Health, metrics: Metrics | None) -> list[Route]:
    return [_healthz(pool, health), *([_metrics(pool, metrics)] if metrics else [])]


def _metrics(pool: ThreadPoolExecutor, metrics: Metrics) -> Route:
    async def scrape(request: Request) -> Response:  # noqa: ARG001
        figures = await asyncio.get_running_loop().run_in_executor(pool, metrics)
        return Response(figures, media_type=METRICS_TYPE)

    return Route("/metrics", scrape)


def _healthz(pool: ThreadPoolExecutor, health: Health) -> Route:
    async def healthz(request: Request) -> Response:  # noqa: ARG001
        state = await asyncio.get_running_loop().run_in_executor(pool, health)
        return JSONResponse(dict(state), status_code=200 if state["ready"] else 503)

    return Route("/healthz", healthz)


def go_through(web: ASGIApp, secret: str, command: Mapping[str, str]) -> list[Message]:
    """What is answered to a command that is sent GONE_THROUGH times, each time signed as Slack
    would and with a trigger of its own. Nobody gets it: so Slack's first is not the first that goes
    this way."""
    verifier = SignatureVerifier(secret)
    answers: list[Message] = []

    async def send(message: Message) -> None:
        answers.append(message)

    async def go() -> None:
        for number in range(GONE_THROUGH):
            body = urlencode(
                {**command, "trigger_id": f"{command['trigger_id']}.{number}"}
            ).encode()
            stamp = str(int(time()))
            signature = verifier.generate_signature(timestamp=stamp, body=body) or ""
            headers = [
                (b"content-type", b"application/x-www-form-urlencoded"),
                (b"x-slack-request-timestamp", stamp.encode()),
                (b"x-slack-signature", signature.encode()),
            ]
            scope = {"type": "http", "method": "POST", "path": EVENTS, "headers": headers}
            receive = partial(_at_once, {"type": "http.request", "body": body})
            await web(scope, receive, send)

    asyncio.run(go())
    return answers


async def _at_once(message: Message) -> Message:
    return message


async def _body(receive: Receive) -> bytes | None:
    """The body, or None when it is larger than anything Slack sends. Of a connection that ended
    early it is what came: nobody signed that."""
    chunks, more = bytearray(), True
    while more and len(chunks) <= MAX_BODY:
        message = await receive()
        chunks += message.get("body", b"")
        more = message.get("more_body", False)
    return None if len(chunks) > MAX_BODY else bytes(chunks)


def _headers(sent: Iterable[tuple[bytes, bytes]]) -> dict[str, Sequence[str]]:
    # Bolt takes names to values; a header sent twice must not let the second hide the first.
    headers: dict[str, list[str]] = {}
    for name, value in sent:
        headers.setdefault(name.decode("latin-1"), []).append(value.decode("latin-1"))
    return dict(headers)


def _response(answer: BoltResponse, *, cookies: bool = False) -> Response:
    made = Response(
        content=answer.body,
        status_code=answer.status,
        headers=dict(answer.first_headers_without_set_cookie()),
    )
    for cookie in answer.headers.get("set-cookie", ()) if cookies else ():
        made.headers.append("set-cookie", cookie)
    return made


def server(web: ASGIApp, host: str, port: int) -> uvicorn.Server:
    """A server for the edge, not yet running. `host` is loopback unless the settings say else."""
    config = uvicorn.Config(
        web,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    return uvicorn.Server(config)
