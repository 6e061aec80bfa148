"""The doors: slash commands, mentions, direct messages and question buttons, into one grammar."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond, Say
from slack_sdk import WebClient

from bot.blocks import forms, kit, messages
from bot.blocks.home import QUESTION
from bot.core.access import Caller
from bot.core.reply import Mode
from bot.handlers.router import Ask, Reply, Router, Verb
from bot.services import answers, deliveries, learning
from bot.services.context import Context

DOORS = {"/csp": "", "/priority": "priority", "/action": "action"}
"""Slash commands and the word each of them stands for."""


class Questions:
    """Takes what people say, by whichever door, and gives back what the router answers."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.router = Router(self.ask)
        self.router.add(
            [
                Verb(("help", "?"), "/csp help", "this list", lambda a: self.router.help(a.caller)),
                Verb(("priority",), "/csp priority NAME", "one priority", self._priority),
                Verb(("action",), "/csp action REF", "one action: ASB3, asb 3, 1.3", self._action),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen at every door."""
        for command in DOORS:
            bolt.command(command)(self.command)
        bolt.event("app_mention")(self.mention)
        bolt.event("message")(self.message)
        bolt.action(re.compile(f"^{messages.ASK}(:|$)"))(self.button)
        bolt.action(messages.SHARE)(self.share)
        bolt.action(QUESTION)(self.button)

    def ask(self, ask: Ask) -> Reply | None:
        """Answer a question about the plan."""
        said = answers.answer(
            self._context,
            ask.caller,
            ask.text,
            place=ask.thread or ask.channel or ask.caller.user,
            shared_in=ask.channel if ask.shared else "",
        )
        if said.mode is Mode.DECLINE:
            learning.keep_unplaced(self._context, ask.caller, ask.text)
        drawn = messages.answer(said, question=ask.text, private=ask.route == "command")
        return Reply.of(drawn)

    def command(
        self, ack: Ack, command: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """A slash command, answered in the acknowledgement."""
        typed = kit.unescape(command.get("text", ""))
        text = f"{DOORS[command['command']]} {typed}".strip() or "priorities"
        ask = Ask(
            caller=context["caller"],
            text=text,
            client=client,
            route="command",
            delivery=f"command:{command['trigger_id']}",
            trigger_id=command["trigger_id"],
            channel=command.get("channel_id", ""),
        )
        reply = self.router.reply(ask)
        if reply is None:
            ack()
        else:
            ack(text=reply.text, blocks=list(reply.blocks), response_type="ephemeral")

    def mention(
        self,
        event: dict[str, Any],
        body: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        say: Say,
    ) -> None:
        """A mention, answered in its thread for everybody there."""
        self._converse(event, body, context, client, say, event.get("thread_ts") or event["ts"])

    def message(
        self,
        event: dict[str, Any],
        body: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        say: Say,
    ) -> None:
        """A direct message. In channels only mentions are answered."""
        if event.get("channel_type") == "im" and not event.get("subtype"):
            self._converse(event, body, context, client, say, event.get("thread_ts"))

    def button(
        self,
        ack: Ack,
        body: dict[str, Any],
        action: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        respond: Respond,
    ) -> None:
        """A button that stands for a question, or the question box on Home: answered beside it."""
        reply = self._asked(context["caller"], action.get("value") or "", client, body)
        self._beside(reply, body, client, respond)
        ack()

    def share(
        self,
        ack: Ack,
        action: dict[str, Any],
        body: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        respond: Respond,
    ) -> None:
        """[Share in channel]: the question is answered once more, for everybody there."""
        caller: Caller = context["caller"]
        reply = self._asked(caller, action["value"], client, body, shared=True)
        if reply is not None:
            respond(
                text=f"<@{caller.user}> shares an answer:\n{reply.text}",
                blocks=[messages.shared_by(caller.user), *reply.blocks],
                response_type="in_channel",
                replace_original=False,
            )
        ack()

    def _converse(
        self,
        event: dict[str, Any],
        body: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        say: Say,
        thread: str | None,
    ) -> None:
        key = f"event:{body.get('event_id') or event['ts']}"
        workspace = context["workspace"]
        if not deliveries.take(self._context, workspace, key):
            return
        ask = Ask(
            caller=context["caller"],
            text=_said_to(str(context.bot_user_id), event.get("text", "")),
            client=client,
            route="mention" if event["type"] == "app_mention" else "message",
            delivery=f"{key}:done",
            channel=event["channel"],
            thread=thread or "",
            shared=event["type"] == "app_mention",
        )
        reply = self.router.reply(ask)
        if reply is not None and reply.private and ask.shared:
            client.chat_postEphemeral(
                channel=ask.channel,
                user=ask.caller.user,
                text=reply.text,
                blocks=list(reply.blocks),
                thread_ts=event.get("thread_ts"),
            )
        elif reply is not None:
            say(text=reply.text, blocks=list(reply.blocks), thread_ts=thread)
        deliveries.finish(self._context, workspace, key)

    def _asked(
        self,
        caller: Caller,
        text: str,
        client: WebClient,
        body: dict[str, Any],
        *,
        shared: bool = False,
    ) -> Reply | None:
        container = body.get("container", {})
        ask = Ask(
            caller=caller,
            text=text,
            client=client,
            route="button",
            trigger_id=body.get("trigger_id", ""),
            channel=container.get("channel_id", ""),
            thread=container.get("thread_ts", ""),
            shared=shared,
        )
        return self.router.reply(ask)

    def _beside(
        self, reply: Reply | None, body: dict[str, Any], client: WebClient, respond: Respond
    ) -> None:
        """Show a reply where the button was: privately in a channel, in a view on Home."""
        if reply is None:
            return
        if body.get("view"):
            view = forms.said_view("Answer", list(reply.blocks))
            client.views_open(trigger_id=body["trigger_id"], view=view)
        else:
            respond(
                text=reply.text,
                blocks=list(reply.blocks),
                response_type="ephemeral",
                replace_original=False,
            )

    def _priority(self, ask: Ask) -> Reply | None:
        return self.router.question(replace(ask, text=f"priority {ask.text}".strip()))

    def _action(self, ask: Ask) -> Reply | None:
        if not ask.text:
            return self.router.question(replace(ask, text="my actions"))
        if ask.text.split()[0].lower() == "update":
            return self.router.reply(ask)
        return self.router.question(ask)


def _said_to(bot: str, text: str) -> str:
    """What was typed, without the mention of the bot itself (those of other people stay)."""
    return kit.unescape(re.sub(rf"<@{bot}(?:\|[^>]*)?>", " ", text)).strip()
