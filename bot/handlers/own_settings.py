"""`/csp settings`: what a coordinator understands is set in Slack, in a form."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.blocks import forms
from bot.blocks import own_settings as drawing
from bot.core.access import Caller
from bot.handlers.home import Home
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import channels, own_settings
from bot.services.context import Context

NOT_THERE = "I am not in that channel yet: type `/invite @partnership-bot` there."


class OwnSettings:
    """The conversation about a partnership's settings."""

    def __init__(self, context: Context, router: Router, home: Home) -> None:
        self._context, self._home = context, home
        router.add(
            [
                Verb(
                    ("settings",),
                    "/csp settings",
                    "channel, time of posts, reminders, words for statuses, sign-off",
                    self.settings,
                    coordinators=True,
                    wish=Wish.POSTS,
                )
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Settings] and to the form."""
        bolt.action(drawing.OPEN)(pressed(self.open_form))
        bolt.view(drawing.FORM)(self.submit)

    def settings(self, ask: Ask) -> Reply | None:
        """Open the form, or offer the button that can."""
        view = self._form(ask.caller)
        if not ask.trigger_id:
            return Reply.of(drawing.one_tap_away())
        ask.client.views_open(trigger_id=ask.trigger_id, view=view)
        return None

    def open_form(self, press: Press) -> None:
        """[Settings]."""
        press.open(self._form(press.caller))

    def submit(
        self, ack: Ack, view: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """The form was sent: checked and saved, then said."""
        caller = context["caller"]
        typed, channel = drawing.read(view)
        changes = own_settings.save(self._context, caller, typed)
        remark = ""
        if channel:
            channels.choose(self._context, caller, channel)
            remark = "" if _is_there(client, channel) else NOT_THERE
        blocks = drawing.saved(changes, channel, remark)
        ack(response_action="update", view=forms.said_view("Saved", blocks))
        self._home.refresh(caller, client)

    def _form(self, caller: Caller) -> dict[str, Any]:
        shown = own_settings.shown(self._context, caller)
        return drawing.form(shown.now, shown.host, shown.channel, shown.areas)


def _is_there(client: WebClient, channel: str) -> bool:
    """Whether the bot is in a channel; of a private one it is not in Slack says nothing."""
    try:
        return bool(client.conversations_info(channel=channel)["channel"].get("is_member"))
    except (SlackClientError, OSError):
        return False
