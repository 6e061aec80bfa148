"""A press of a button, as every listener to one takes it: one value in place of Bolt's six."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt import Ack, BoltContext, Respond
from slack_sdk import WebClient

from bot.blocks import forms
from bot.blocks.messages import Drawn
from bot.core.access import Caller

Payload = dict[str, Any]
"""What Slack sends, or a part of it."""


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
        text, blocks = drawn
        self.respond(text=text, blocks=blocks, replace_original=True)

    def below(self, drawn: Drawn) -> None:
        """Say something to this person alone, below the message it stands in."""
        text, blocks = drawn
        self.respond(text=text, blocks=blocks, response_type="ephemeral", replace_original=False)

    def settle(self, title: str, drawn: Drawn) -> None:
        """Say what holds now in place of what it stands in, a view or a message."""
        if self.view:
            self.redraw(forms.said_view(title, drawn[1]))
        else:
            self.instead(drawn)

    def answer(self, title: str, drawn: Drawn) -> None:
        """Say something beside what it stands in: in a view above a view, else below."""
        if self.view:
            self.open(forms.said_view(title, drawn[1]))
        else:
            self.below(drawn)


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
