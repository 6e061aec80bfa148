"""The page's door: what the demo page asks and does, as JSON, for people on this machine only."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.acts import Acts, Refused
from bot.sandbox.limits import Refusal
from bot.sandbox.params import Params
from bot.sandbox.server import events_of, object_in
from bot.sandbox.uploads import Uploads
from bot.sandbox.workspace import User, Workspace

STATIC = Path(__file__).parent / "static"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
POLICY = "default-src 'self'; frame-ancestors 'none'"
"""Nothing inline and nothing from elsewhere; sizes and colours are set by the page's own script."""

Doing = Callable[[Params], dict[str, Any]]
PARTS = {"action", "container", "state"}
"""What is an object in what the page asks; everything else is text."""


class Page:
    """The page of one workspace. `about` gives what the page shows around it (clock, card)."""

    def __init__(
        self,
        workspace: Workspace,
        acts: Acts,
        uploads: Uploads,
        about: Callable[[], dict[str, Any]],
        move_clock: Callable[[str], dict[str, Any]],
        load_next_plan: Callable[[], dict[str, Any]],
    ) -> None:
        self._w, self._acts, self._about, self._move = workspace, acts, about, move_clock
        self._uploads, self._load_next_plan = uploads, load_next_plan
        self.stopped = False

    def routes(self) -> list[BaseRoute]:
        """Routes to mount."""
        does: dict[str, Doing] = {
            "send": self._send,
            "drop": self._drop,
            "attach": self._attach,
            "action": self._action,
            "options": self._options,
            "submit": self._submit,
            "close": self._close,
            "shortcut": self._shortcut,
            "clock": lambda body: {"clock": self._move(str(body["to"]))},
            "next_plan": lambda _body: self._load_next_plan(),
        }
        return [
            Route("/", lambda _request: FileResponse(STATIC / "index.html")),
            Mount("/static", StaticFiles(directory=STATIC)),
            Route("/sandbox/state", self._answered(self._state)),
            Route("/sandbox/messages", self._answered(self._messages)),
            Route("/sandbox/home", self._answered(self._home)),
            Route("/sandbox/commands", self._answered(self._commands)),
            Route("/sandbox/events", self._events),
            Route("/sandbox/file", self._file),
            *(
                Route(f"/sandbox/{name}", self._done(do), methods=["POST"])
                for name, do in does.items()
            ),
        ]

    def _answered(self, ask: Doing) -> Any:
        async def endpoint(request: Request) -> Response:
            return await _answer(ask, Params(request.query_params))

        return endpoint

    def _done(self, do: Doing) -> Any:
        async def endpoint(request: Request) -> Response:
            content = await request.body()
            return await _answer(lambda _: do(_shaped(object_in(content))), Params())

        return endpoint

    def _state(self, asked: Params) -> dict[str, Any]:
        people = [user for user in self._w.users.values() if not user.is_bot]
        me = asked.get("user") or ""
        if me not in {user.id for user in people}:
            me = people[0].id
        self._w.dm(me)
        seen = [c for c in self._w.conversations() if me in c.members]
        return {
            "team": {"id": self._w.team, "name": self._w.name},
            "me": me,
            "users": [_shown(user) for user in self._w.users.values()],
            "conversations": [
                {
                    "id": channel.id,
                    "name": channel.name or self._w.bot_name,
                    "type": "im" if channel.partner else "channel",
                    "topic": channel.topic,
                    "is_member": True,
                    "unread": self._w.unread[me, channel.id],
                }
                for channel in seen
            ],
            "bot": {"user_id": self._w.bot, "name": self._w.bot_name},
        } | self._about()

    def _messages(self, asked: Params) -> dict[str, Any]:
        channel = self._w.channel(asked["channel"])
        if asked["user"] not in channel.members:
            return {"messages": []}
        self._w.unread[asked["user"], channel.id] = 0
        return {"messages": self._w.visible(channel, asked["user"], asked.get("thread_ts", ""))}

    def _home(self, asked: Params) -> dict[str, Any]:
        self._acts.open_home(asked["user"])
        return {"view": self._w.homes.get(asked["user"])}

    def _commands(self, asked: Params) -> dict[str, Any]:
        typed = asked.get("q", "")
        every = self._about()["commands"]
        return {"commands": [c for c in every if c["command"].startswith(typed)]}

    def _send(self, body: Params) -> dict[str, Any]:
        self._acts.send(body["user"], body["channel"], body["text"], body.get("thread_ts") or "")
        return {}

    def _drop(self, body: Params) -> dict[str, Any]:
        content, to, name = _content(body), body["channel"], body["name"]
        self._acts.drop(body["user"], self._uploads, to, name, content, body.get("text") or "")
        return {}

    def _attach(self, body: Params) -> dict[str, Any]:
        file = self._uploads.attach(body["user"], body["name"], _content(body))
        return {"file": self._uploads.shown(file)}

    async def _file(self, request: Request) -> Response:
        """A file, for somebody who sees a message that shows it."""
        asked = request.query_params
        file = self._uploads.files.get(asked.get("file", ""))
        if file is None or file.content is None or not self._sees(asked.get("user", ""), file.id):
            return JSONResponse({"ok": False, "error": "file_not_found"}, 404)
        named = {"content-disposition": f"attachment; filename*=utf-8''{quote(file.name)}"}
        return Response(file.content, media_type="application/octet-stream", headers=named)

    def _sees(self, user: str, file: str) -> bool:
        places = (channel for channel in self._w.conversations() if user in channel.members)
        return any(
            shown["id"] == file
            for channel in places
            for message in channel.messages
            for shown in message.get("files", [])
        )

    def _action(self, body: Params) -> dict[str, Any]:
        self._acts.act(body["user"], body["container"], body["action"], _values(body))
        return {}

    def _options(self, body: Params) -> dict[str, Any]:
        return self._acts.options(
            body["user"], body["container"], body["block_id"], body["action_id"], body["value"]
        )

    def _submit(self, body: Params) -> dict[str, Any]:
        errors = self._acts.submit(body["user"], body["view_id"], _values(body))
        return {"ok": False, "errors": errors} if errors else {}

    def _close(self, body: Params) -> dict[str, Any]:
        self._acts.close(body["user"], body["view_id"], _values(body))
        return {}

    def _shortcut(self, body: Params) -> dict[str, Any]:
        self._acts.shortcut(body["user"], body["callback_id"], body["channel"], body["message_ts"])
        return {}

    async def _events(self, request: Request) -> Response:
        user = request.query_params.get("user", "")
        stream = events_of(self._w, user, lambda: self.stopped)
        return StreamingResponse(stream, media_type="text/event-stream")


async def _answer(do: Doing, asked: Params) -> Response:
    """What came of it; what Slack would tell the person is no fault of the page's (200)."""
    try:
        answer = await run_in_threadpool(do, asked)
    except Refused as refused:
        return JSONResponse({"ok": False, "error": str(refused)})
    except Refusal as refusal:
        return JSONResponse({"ok": False, "error": str(refusal)}, 400)
    return JSONResponse({"ok": True} | answer)


def _shaped(body: dict[str, Any]) -> Params:
    """What the page sent. Raises Refusal when a part has the wrong shape."""
    shaped = Params(body)
    for name, value in body.items():
        if name in PARTS and isinstance(value, dict):
            shaped[name] = Params(value)
        elif name in PARTS or not isinstance(value, str):
            raise Refusal("invalid_arguments", f"{name} has the wrong shape")
    if not all(isinstance(value, (str, bool)) for value in body.get("container", {}).values()):
        raise Refusal("invalid_arguments", "container has the wrong shape")
    return shaped


def _values(body: Params) -> dict[str, Any]:
    values = body.get("state", {}).get("values") or {}
    if not isinstance(values, dict):
        raise Refusal("invalid_arguments", "state has the wrong shape")
    return values


def _shown(user: User) -> dict[str, Any]:
    return {
        "id": user.id,
        "name": user.name,
        "real_name": user.real_name,
        "title": user.title,
        "is_bot": user.is_bot,
        "guest": user.guest,
    }


class AtHomeOnly:
    """Middleware: the demo is for its own page and its own bot on this machine (no DNS rebinding,
    no posts from other sites or ports, no foreign WebSocket), and its answers say so."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse strangers; add the headers of safety."""
        if not _at_home(HTTPConnection(scope).headers):
            if scope["type"] == "websocket":
                await send({"type": "websocket.close"})  # before it was accepted: an HTTP 403
                return
            await JSONResponse({"ok": False, "error": "not from here"}, 403)(scope, receive, send)
            return

        async def safely(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] += [
                    (b"content-security-policy", POLICY.encode()),
                    (b"x-content-type-options", b"nosniff"),
                    (b"referrer-policy", b"no-referrer"),
                    (b"cache-control", b"no-store"),
                ]
            await send(message)

        await self._app(scope, receive, safely)


def _at_home(headers: Headers) -> bool:
    host, origin = headers.get("host", ""), headers.get("origin")
    try:
        here = urlsplit(f"//{host}").hostname in LOOPBACK
    except ValueError:  # a host that is none
        return False
    return here and origin in {None, f"http://{host}"}


AT_HOME = [Middleware(AtHomeOnly)]


def _content(body: Params) -> bytes:
    try:
        return b64decode(body["content"], validate=True)
    except ValueError:
        raise Refusal("invalid_arguments", "content is no base64") from None
