"""The stand-in over HTTP: Slack's Web API for the bot, and the page's own door for people.

The page's door takes only requests of its own page on this machine: no other site may use it.
"""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from bot.sandbox.acts import Acts
from bot.sandbox.delivery import SocketMode
from bot.sandbox.faults import Fault, Faults, Planned
from bot.sandbox.limits import Refusal
from bot.sandbox.verbs import WebApi
from bot.sandbox.workspace import Workspace

HANG_SECONDS = 60.0


class SlackServer:
    """Slack's side: `/api/METHOD`, `/respond/KEY` and `/socket` for Socket Mode."""

    def __init__(self, workspace: Workspace, api: WebApi, faults: Faults | None = None) -> None:
        self.workspace, self.api = workspace, api
        self.faults = faults or Faults()
        self.socket = SocketMode()
        self.acts: Acts | None = None
        self.calls: list[tuple[str, dict[str, Any]]] = []
        """Every call of the Web API, in order."""

    def routes(self) -> list[BaseRoute]:
        """Routes to mount."""
        return [
            Route("/api/{method}", self._call, methods=["POST", "GET"]),
            Route("/respond/{key}", self._respond, methods=["POST"]),
            Route("/upload/{ticket}", self._upload, methods=["POST"]),
            Route("/files/{file}/{name}", self._file),
            WebSocketRoute("/socket", self._socket),
        ]

    async def _call(self, request: Request) -> Response:
        method = str(request.path_params["method"])
        try:
            params, token = await _params(request)
        except Refusal as refused:
            return JSONResponse({"ok": False, "error": refused.error})
        planned = self.faults.take(method)
        if planned and planned.fault in _BEFORE:
            return self._fault(request, planned)
        answer = await run_in_threadpool(self.api.call, method, params, token)
        self.calls.append((method, params))
        if planned:
            if planned.fault is Fault.HANG_AFTER:
                await run_in_threadpool(self.faults.release.wait, HANG_SECONDS)
            return self._fault(request, planned)
        headers = {"x-oauth-scopes": self.api.scopes, "date": _http_date(self.workspace.now())}
        return JSONResponse(answer, headers=headers)

    async def _upload(self, request: Request) -> Response:
        planned = self.faults.take("upload")
        if planned and planned.fault in _BEFORE:
            return self._fault(request, planned)
        taken = self.api.uploads.take(request.path_params["ticket"], await request.body())
        return PlainTextResponse("OK" if taken else "no such upload", 200 if taken else 400)

    async def _file(self, request: Request) -> Response:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        content = self.api.uploads.fetch(request.path_params["file"], token)
        if content is None:
            # Slack answers a download without the right with its sign-in page.
            return Response("<!DOCTYPE html><title>Sign in</title>", media_type="text/html")
        planned = self.faults.take("download")
        if planned and planned.fault is not Fault.HALF:
            return self._fault(request, planned)
        content = content[: len(content) // 2] if planned else content
        return Response(content, media_type="application/octet-stream")

    def _fault(self, request: Request, planned: Planned) -> Response:
        if planned.fault is Fault.RATE_LIMITED:
            return JSONResponse(
                {"ok": False, "error": "ratelimited"},
                status_code=429,
                headers={"Retry-After": planned.detail or "1"},
            )
        if planned.fault is Fault.ERROR:
            return JSONResponse({"ok": False, "error": planned.detail})
        if planned.fault in {Fault.BROKEN_500, Fault.BROKEN_503}:
            return PlainTextResponse("broken", status_code=int(planned.fault))
        # A reset: the connection is cut under the answer (uvicorn's request cycle holds it).
        cycle: Any = getattr(request.receive, "__self__", None)
        cycle.transport.abort()
        return PlainTextResponse("")

    async def _respond(self, request: Request) -> Response:
        if self.acts is None:
            return JSONResponse({"ok": False, "error": "used_url"}, status_code=404)
        try:
            answer = object_in(await request.body())
            await run_in_threadpool(self.acts.replies.use, request.path_params["key"], answer)
        except Refusal as refused:
            status = 404 if refused.error in {"used_url", "expired_url"} else 400
            return JSONResponse({"ok": False, "error": refused.error}, status_code=status)
        return JSONResponse({"ok": True})

    async def _socket(self, connection: WebSocket) -> None:
        """One Socket Mode connection: hello, envelopes out, acknowledgements in."""
        ticket = connection.query_params.get("ticket", "")
        if ticket not in self.api.tickets:
            await connection.close()  # before it was accepted: an HTTP 403
            return
        self.api.tickets.discard(ticket)
        await connection.accept()
        await connection.send_text(json.dumps({"type": "hello", "num_connections": 1}))
        self.socket.opened(1)
        sender = asyncio.create_task(self._send_envelopes(connection))
        try:
            while connection.application_state is WebSocketState.CONNECTED:
                self.socket.acknowledged(await connection.receive_text())
        except WebSocketDisconnect:
            pass
        finally:
            self.socket.opened(-1)
            sender.cancel()

    async def _send_envelopes(self, connection: WebSocket) -> None:
        while True:
            taken = self.socket.take()
            if taken is None:
                await asyncio.sleep(0.01)
                continue
            envelope, text = taken
            await connection.send_text(text)
            if not envelope:
                await connection.close()
                return


_BEFORE = {
    Fault.RATE_LIMITED,
    Fault.BROKEN_500,
    Fault.BROKEN_503,
    Fault.RESET_BEFORE,
    Fault.ERROR,
}


async def _params(request: Request) -> tuple[dict[str, Any], str]:
    """The parameters, however slack_sdk sent them, and the token."""
    params: dict[str, Any] = dict(request.query_params)
    body = await request.body()
    if "json" in request.headers.get("content-type", ""):
        params |= object_in(body or b"{}")
    else:
        params |= dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
    header = request.headers.get("authorization", "")
    token = header.removeprefix("Bearer ") or str(params.get("token", ""))
    return params, token


def object_in(body: bytes) -> dict[str, Any]:
    """The JSON object in a request. Raises Refusal, with Slack's word, for anything else."""
    try:
        content = json.loads(body)
    except ValueError:
        raise Refusal("invalid_json") from None
    if not isinstance(content, dict):
        raise Refusal("json_not_object")
    return content


def _http_date(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)


class _Server(uvicorn.Server):
    """Ends as soon as it is told to, where uvicorn's own looks ten times a second."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._ending = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()

    async def main_loop(self) -> None:
        self._loop = asyncio.get_running_loop()
        if not self._ending.is_set():
            await self._woken.wait()
        self._loop = None  # nobody is waited for any more: `end` may be called again

    def end(self) -> None:
        """End it, from another thread."""
        self.should_exit = True
        self._ending.set()
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._woken.set)


class Served:
    """An ASGI app served by a thread on a free port of this machine, until closed."""

    def __init__(self, app: ASGIApp, port: int = 0) -> None:
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
            date_header=False,
        )
        self._server = _Server(config)
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", port))
        # Connections wait in the queue until the server has started: nobody has to poll.
        self._socket.listen(128)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._server.run([self._socket])

    def close(self) -> None:
        """Stop serving."""
        self._server.end()
        self._thread.join(10)
        self._socket.close()


def events_of(workspace: Workspace, user: str, stop: Callable[[], bool]) -> AsyncIterator[str]:
    """What happens, as Server-Sent Events for one person."""
    loop = asyncio.get_running_loop()
    waiting: asyncio.Queue[str] = asyncio.Queue()

    def listener(addressee: str, event: dict[str, Any]) -> None:
        if addressee in {user, "*"}:
            line = f"data: {json.dumps(event)}\n\n"
            loop.call_soon_threadsafe(waiting.put_nowait, line)

    workspace.listeners.append(listener)

    async def stream() -> AsyncIterator[str]:
        try:
            yield ": hello\n\n"
            while not stop():
                try:
                    yield await asyncio.wait_for(waiting.get(), timeout=1.0)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            workspace.listeners.remove(listener)

    return stream()
