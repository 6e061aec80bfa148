"""A small stand-in Slack, spoken to by the real WebClient, with a clock that stands still."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from starlette.applications import Starlette

from bot.sandbox.acts import Acts
from bot.sandbox.delivery import Acked
from bot.sandbox.page import AT_HOME, Page
from bot.sandbox.server import Served, SlackServer
from bot.sandbox.verbs import WebApi
from bot.sandbox.workspace import User, Workspace

HELEN, SAM, CHANNEL, ELSEWHERE = "U0HELEN", "U0SAM", "C0PLAN", "C0OTHER"
NOON = datetime(2018, 5, 14, 12, tzinfo=UTC)


class App:
    """An app that answers what it is told to; `on` is called with whatever reaches it."""

    def __init__(self) -> None:
        self.answer = Acked(200)
        self.got: list[dict[str, Any]] = []
        self.on: Callable[[dict[str, Any]], object] = lambda _payload: None

    def send(self, kind: str, payload: dict[str, Any]) -> Acked:
        self.got.append(payload)
        self.on(payload)
        return self.answer


class Slack:
    """The stand-in over loopback: two people, one channel with the bot, one without it."""

    def __init__(self, web: Starlette, url: str) -> None:
        self.web, self.url = web, url
        self.seconds = 0.0
        self.workspace = Workspace(lambda: NOON, monotonic=lambda: self.seconds)
        self.workspace.add_user(User(HELEN, "helen", "Helen Fry", email="helen@example.org"))
        self.workspace.add_user(User(SAM, "sam", "Sam Newman"))
        self.channel = self.workspace.add_channel(CHANNEL, "plan", *self.workspace.users)
        self.workspace.add_channel(ELSEWHERE, "other", SAM)
        self.api = WebApi(self.workspace)
        self.server = SlackServer(self.workspace, self.api)
        self.api.socket_url = self.url.replace("http", "ws") + "/socket"
        self.app = App()
        self.acts = Acts(self.workspace, self.app, self.url)
        self.acts.commands = {"/csp"}
        self.server.acts = self.acts
        page = Page(
            self.workspace,
            self.acts,
            self.api.uploads,
            lambda: {"commands": []},
            lambda to: {"now": to},
            dict,
        )
        web.router.routes[:] = [*self.server.routes(), *page.routes()]
        self.client = WebClient(self.workspace.token, base_url=f"{self.url}/api/")
        self.told: list[tuple[str, str]] = []
        self.workspace.listeners.append(lambda user, event: self.told.append((user, event["type"])))

    def refusal(self, call: Callable[..., Any], **asked: Any) -> str:
        """The error Slack answers a call with; "" when it takes it."""
        try:
            call(**asked)
        except SlackApiError as refused:
            return str(refused.response["error"])
        return ""

    def post(self, text: str = "Hello", **more: Any) -> str:
        """The bot posts in the channel; gives back the timestamp."""
        return str(self.client.chat_postMessage(channel=CHANNEL, text=text, **more)["ts"])

    def whisper(self, text: str = "Only you", **more: Any) -> str:
        """The bot posts for Helen alone; gives back the timestamp."""
        answer = self.client.chat_postEphemeral(channel=CHANNEL, user=HELEN, text=text, **more)
        return str(answer["message_ts"])

    def seen(self, user: str, thread: str = "") -> list[str]:
        """The texts somebody sees in the channel, or in one of its threads."""
        shown = self.workspace.visible(self.channel, user, thread)
        return [message["text"] for message in shown]

    def opened(self, user: str = HELEN, **more: Any) -> dict[str, Any]:
        """A modal opened for somebody; gives back its view."""
        answer = self.client.views_open(trigger_id=self.workspace.trigger(user), view=modal(**more))
        return dict(answer["view"])

    def request(
        self, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, Any]]:
        """A plain request at one of its doors."""
        return ask(self.url + path, body, headers)


def ask(
    url: str, body: object = None, headers: dict[str, str] | None = None
) -> tuple[int, dict[str, Any]]:
    """A plain request (a POST when there is a body): the status and what was answered."""
    content = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(
        url, content, {"Content-Type": "application/json"} | (headers or {})
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.loads(refused.read())


@pytest.fixture(scope="session")
def web() -> Iterator[tuple[Starlette, str]]:
    """One web server, which each test's stand-in has to itself; and its address."""
    app = Starlette(middleware=AT_HOME)
    served = Served(app)
    yield app, served.url
    served.close()


@pytest.fixture
def slack(web: tuple[Starlette, str]) -> Slack:
    """A fresh stand-in."""
    return Slack(*web)


def plain(text: str) -> dict[str, Any]:
    """A plain text object."""
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> dict[str, Any]:
    """A mrkdwn text object."""
    return {"type": "mrkdwn", "text": text}


def section(text: str = "x", **more: Any) -> dict[str, Any]:
    """A section."""
    return {"type": "section", "text": mrkdwn(text), **more}


def options(number: int) -> list[dict[str, Any]]:
    """So many options."""
    return [{"text": plain(f"n{n}"), "value": f"v{n}"} for n in range(number)]


def modal(**more: Any) -> dict[str, Any]:
    """A modal with one text field, `note`."""
    note = {
        "type": "input",
        "block_id": "note",
        "label": plain("Note"),
        "element": {"type": "plain_text_input", "action_id": "note"},
    }
    view = {"type": "modal", "title": plain("Form"), "submit": plain("Send"), "blocks": [note]}
    return view | more


def home(*blocks: dict[str, Any]) -> dict[str, Any]:
    """A Home view."""
    return {"type": "home", "blocks": list(blocks)}
