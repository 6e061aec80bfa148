"""A press of a button, as every listener to one takes it: one value in place of Bolt's six."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.error import URLError

from slack_bolt import Ack, BoltContext, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.blocks import forms
from bot.blocks.messages import Drawn
from bot.core.access import Caller
from bot.core.dataclass import dataclass

Payload = dict[str, Any]
"""What Slack sends, or a part of it."""
AWAY = (SlackClientError, URLError, HTTPException, ConnectionError, TimeoutError)
"""What a call to Slack ends in that it did not take, or whose answer never came."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Press:
    """Somebody pressed a button, or chose from a menu. `value`: what the button or the choice
    carries ("" for none); `action` and `body`: the whole of it, as Slack sent it."""

    caller: Caller
    value: str
    action: Payload
    body: Payload
    client: WebClient
    respond: Respond

    @property
    def view(self) -> Payload:
        """The view it stands in, Home or a form; empty under a message."""
        return self.body.get("view") or {}

    @property
    def container(self) -> Payload:
        """The message or view it stands in, by its ids."""
        return self.body.get("container") or {}

    @property
    def trigger_id(self) -> str:
        """What lets a view be opened for three seconds."""
        return str(self.body.get("trigger_id") or "")

    def open(self, view: forms.View) -> str:
        """Open a view above what the person looks at; its id."""
        in_form = self.view.get("type") == "modal"
        show = self.client.views_push if in_form else self.client.views_open
        opened = show(trigger_id=self.trigger_id, view=view)
        return str(opened["view"]["id"])

    def redraw(self, view: forms.View, **version: str) -> None:
        """Put a view in place of the one it stands in (of that `hash`, when one is given)."""
        self.client.views_update(view_id=self.view["id"], view=view, **version)

    def instead(self, drawn: Drawn) -> None:
        """Say something in place of the message it stands in."""
        self._say(drawn, partial(self._respond, drawn, replace_original=True))

    def below(self, drawn: Drawn) -> None:
        """Say something to this person alone, below the message it stands in."""
        how = {"response_type": "ephemeral", "replace_original": False}
        self._say(drawn, partial(self._respond, drawn, **how))

    def settle(self, title: str, drawn: Drawn) -> None:
        """Say what holds now in place of what it stands in, a view or a message."""
        if self.view:
            self._say(drawn, partial(self.redraw, forms.said_view(title, drawn[1])))
        else:
            self.instead(drawn)

    def answer(self, title: str, drawn: Drawn) -> None:
        """Say something beside what it stands in: in a view above a view, else below."""
        if self.view:
            self._say(drawn, partial(self.open, forms.said_view(title, drawn[1])))
        else:
            self.below(drawn)

    def to_everybody(self, drawn: Drawn, else_: Drawn) -> None:
        """Say something to everybody in the channel; `else_` to this person where it cannot be."""
        how = {"response_type": "in_channel", "replace_original": False}
        self._say(else_, partial(self._respond, drawn, **how))

    def _respond(self, drawn: Drawn, **how: Any) -> None:
        text, blocks = drawn
        answer = self.respond(text=text, blocks=blocks, **how)
        if answer.status_code != HTTPStatus.OK:
            raise SlackClientError(f"response_url: {answer.status_code}")

    def _say(self, drawn: Drawn, way: Callable[[], object]) -> None:
        """What was done is done: where it cannot be said this way, it is said in a letter."""
        try:
            way()
        except (SlackClientError, OSError):
            letter(self.client, self.caller.user, drawn)


def letter(client: WebClient, user: str, drawn: Drawn) -> bool:
    """The last way to tell somebody something: a direct message. False when Slack did not take
    it."""
    text, blocks = drawn
    try:
        client.chat_postMessage(channel=user, text=text, blocks=blocks)
    except (SlackClientError, OSError) as unsaid:
        # The person cannot be told; the log still knows, without what was said.
        _LOG.warning("not_told", extra={"why": type(unsaid).__name__})
        return False
    return True


def pressed(
    listener: Callable[[Press], None], afterwards: Callable[[], None] | None = None
) -> Callable[..., None]:
    """The listener as Bolt calls it. What it does is done before it is acknowledged, since an error
    must still reach the person; `afterwards` is what nobody waits for and cannot fail."""

    def listen(
        ack: Ack,
        action: Payload,
        body: Payload,
        context: BoltContext,
        client: WebClient,
        respond: Respond,
    ) -> None:
        caller: Caller = context["caller"]
        listener(Press(caller, _value(action), action, body, client, respond))
        ack()
        if afterwards is not None:
            afterwards()

    return listen


def _value(action: Payload) -> str:
    option = action.get("selected_option") or {}
    return str(action.get("selected_date") or option.get("value") or action.get("value") or "")
