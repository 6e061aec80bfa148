"""App Home: opened, drawn for who opened it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.blocks import file_form, messages
from bot.blocks import home as drawn
from bot.core.access import Caller, Permission, Role, require
from bot.core.errors import NotFound
from bot.handlers.caller import who_is
from bot.handlers.press import Press, pressed
from bot.handlers.router import LATE_TRIGGERS
from bot.services import home, members
from bot.services.context import Context

Later = Callable[[Callable[[], None]], object]
"""Runs a task when the acknowledgement need not wait for it."""

log = logging.getLogger(__name__)


class Home:
    """The Home tab."""

    def __init__(self, context: Context, later: Later | None = None) -> None:
        self._context = context
        self._later = later or (lambda task: task())

    def register(self, bolt: App) -> None:
        """Listen to Home being opened, and to its buttons of the first day."""
        bolt.event("app_home_opened")(self.opened)
        bolt.action(drawn.LOAD_PLAN)(pressed(self.load_plan))
        bolt.action(drawn.TRY_SAMPLE)(pressed(self.try_sample))

    def opened(self, event: dict[str, Any], context: BoltContext, client: WebClient) -> None:
        """Publish Home for the person who opened it (the Messages tab is none of it)."""
        if event.get("tab", "home") == "home":
            view = self._view(context["caller"], client)
            client.views_publish(user_id=event["user"], view=view)

    def load_plan(self, press: Press) -> None:
        """[Load the plan]: a form takes the file; where Slack draws none (the bot may not read
        files), a direct message says how it is given."""
        require(press.caller, Permission.COORDINATE)
        try:
            press.open(file_form.form())
        except SlackApiError as refusal:
            if refusal.response.get("error") in LATE_TRIGGERS:
                raise
            text, blocks = messages.notice(drawn.SEND_PLAN)
            press.client.chat_postMessage(channel=press.caller.user, text=text, blocks=blocks)

    def try_sample(self, press: Press) -> None:
        """[Try it with a sample]: loaded once, while nothing else is."""
        home.try_sample(self._context, press.caller)
        self.refresh(press.caller, press.client)

    def refresh(self, caller: Caller, client: WebClient) -> None:
        """Draw Home anew after something changed, once that is acknowledged: nobody waits for it.
        A courtesy: what was saved stays saved."""
        self._later(lambda: self._redraw(replace(caller, seen=None), client))

    def _redraw(self, caller: Caller, client: WebClient) -> None:
        try:
            client.views_publish(user_id=caller.user, view=self._view(caller, client))
        except (SlackClientError, OSError) as unsaid:
            log.warning("home_not_refreshed", extra={"why": type(unsaid).__name__})

    def _view(self, caller: Caller, client: WebClient) -> dict[str, Any]:
        try:
            if caller.role is Role.UNKNOWN:
                return self._stranger(caller, client)
            return drawn.home(home.facts(self._context, caller), self._context.of(caller).labels)
        except NotFound:
            if caller.is_coordinator:
                return drawn.first_day(sample=self._context.sample is not None)
            return drawn.unready(drawn.SETTING_UP)

    def _stranger(self, caller: Caller, client: WebClient) -> dict[str, Any]:
        """For a newcomer: every agency to choose from, the one of their e-mail domain first."""
        agencies = members.agencies(self._context, caller.workspace)
        _, email = who_is(client, caller.user)
        return drawn.stranger(
            agencies, members.likely_agency(self._context, caller.workspace, email)
        )
