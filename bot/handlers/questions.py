"""The doors: slash commands, mentions, direct messages and question buttons, into one grammar."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from slack_bolt import Ack, App, BoltContext, Say
from slack_sdk import WebClient

from bot.blocks import messages
from bot.blocks.home import QUESTION
from bot.blocks.shared_files import FILES_NOT_READ, INSTEAD_OF_FILES
from bot.core.access import Permission, require
from bot.core.errors import Refused
from bot.handlers.channels import shared_in
from bot.handlers.drawn import DrawnAnswers
from bot.handlers.press import AWAY, Press, letter, pressed
from bot.handlers.references import as_typed
from bot.handlers.router import COMMAND, Ask, Reply, Router, Verb, Wish
from bot.handlers.shared_files import TakeFiles
from bot.messages.reply import Mode
from bot.services import answers, deliveries, learning
from bot.services.context import Context
from bot.services.taking_back import last_of, takes_back

DOORS = {"/csp": "", "/priority": "priority", "/action": "action"}
"""Slash commands and the word each of them stands for."""
SPOKEN = {None, "file_share", "me_message", "thread_broadcast"}
"""Subtypes of a message that a person wrote (docs.slack.dev, "message event"): plain, with files,
by `/me`, in a thread and also sent to the channel."""
READ_ONCE = (
    "I read a message once, when it is sent: what you edited has changed nothing here. "
    "Please send it again as a new message."
)


class Questions:
    """Takes what people say, by whichever door, and gives back what the router answers."""

    def __init__(
        self, context: Context, write_behind: Callable[[], None], take_files: TakeFiles
    ) -> None:
        self._context = context
        self._write_behind = write_behind
        self._take_files = take_files
        self._drawn = DrawnAnswers()
        self.router = Router(self.ask)
        self.router.add(
            [
                Verb(("help", "?"), "/csp help", "this list", self.router.help, strangers=True),
                Verb(
                    ("undo",),
                    "/csp undo",
                    "take back your last update",
                    self._undo,
                    wish=Wish.REPORT,
                ),
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
        bolt.action(re.compile(f"^{messages.ASK}(:|$)"))(pressed(self.button, self._write_behind))
        bolt.action(messages.SHARE)(pressed(self.share))
        bolt.action(QUESTION)(pressed(self.button, self._write_behind))

    def ask(self, ask: Ask) -> Reply | None:
        """Answer a question about the plan; "sorry, that was wrong" finds [Undo]."""
        if takes_back(ask.text) and (last_update := self._last_update(ask)):
            return last_update
        answered = answers.answer(
            self._context,
            ask.caller,
            ask.text,
            place=ask.thread or ask.channel or ask.caller.user,
            shared_in=shared_in(self._context, ask),
        )
        if answered.mode is Mode.DECLINE and takes_back(ask.text):
            raise _nothing_to_take_back()
        if answered.mode is Mode.DECLINE:
            learning.note_unplaced(self._context, ask.caller, ask.text)
        return self._drawn.reply(answered, ask.text, private=ask.route == "command")

    def command(
        self, ack: Ack, command: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """A slash command, answered in the acknowledgement."""
        typed = as_typed(command.get("text", ""), client)
        text = f"{DOORS[command['command']]} {typed}".strip() or "priorities"
        ask = Ask(
            caller=context["caller"],
            text=text,
            client=client,
            route=COMMAND,
            delivery=f"command:{command['trigger_id']}",
            trigger_id=command["trigger_id"],
            channel=command.get("channel_id", ""),
        )
        reply = self.router.reply(ask)
        ack(reply.acknowledgement if reply else "")
        self._write_behind()

    def mention(
        self, event: dict[str, Any], context: BoltContext, client: WebClient, say: Say
    ) -> None:
        """A mention, answered in its thread for everybody there."""
        self._converse(event, context, client, say, event.get("thread_ts") or event["ts"])

    def message(
        self, event: dict[str, Any], context: BoltContext, client: WebClient, say: Say
    ) -> None:
        """A direct message. In channels only mentions are answered."""
        if event.get("channel_type") != "im":
            return
        if event.get("subtype") in SPOKEN:
            self._converse(event, context, client, say, event.get("thread_ts"))
        elif _rewritten(event):
            self._read_once(event, context, say)

    def _read_once(self, event: dict[str, Any], context: BoltContext, say: Say) -> None:
        """A message was edited: what was done with it stays, and the person is told so."""
        edited = event["message"]["edited"]["ts"]
        key = f"edited:{event['channel']}:{event['message']['ts']}:{edited}"
        if deliveries.take(self._context, context["workspace"], key):
            text, blocks = messages.notice(READ_ONCE)
            say(text=text, blocks=blocks)
            deliveries.finish(self._context, context["workspace"], key)

    def button(self, press: Press) -> None:
        """A button that stands for a question, or the question box on Home: answered beside it."""
        reply = self._asked(press)
        if reply is not None:
            press.answer("Answer", reply.drawn)

    def share(self, press: Press) -> None:
        """[Share in channel]: the question is answered once more, for everybody there."""
        user, workspace = press.caller.user, press.caller.workspace
        key = f"share:{press.container.get('message_ts', '')}:{user}"
        try:
            first = deliveries.take(self._context, workspace, key)
        except deliveries.UnderWay:  # a second click
            first = False
        reply = self._asked(press, shared=True) if first else None
        if reply is not None:
            text = f"<@{user}> shares an answer:\n{reply.text}"
            shared = text, [messages.shared_by(user), *reply.blocks]
            press.to_everybody(shared, messages.notice("I could not share that: ask it once more."))
            deliveries.finish(self._context, workspace, key)

    def _converse(
        self,
        event: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        say: Say,
        thread: str | None,
    ) -> None:
        # The message, not the event: an edited mention, or a mention in a direct message, comes as
        # another event of the same message.
        key = f"message:{event['channel']}:{event['ts']}"
        workspace = context["workspace"]
        ask = Ask(
            caller=context["caller"],
            text=as_typed(
                _said_to(str(context.bot_user_id), event.get("text", "")), client
            ).strip(),
            client=client,
            route="mention" if event["type"] == "app_mention" else "message",
            delivery=f"{key}:done",
            channel=event["channel"],
            thread=thread or "",
            shared=event["type"] == "app_mention",
        )
        if not deliveries.take(self._context, workspace, key):
            return
        try:
            reply = self._reply_to(ask, event)
            if reply is not None:
                self._tell(ask, reply, event, say)
        except AWAY:
            deliveries.release(self._context, workspace, key)
            raise
        except Exception:
            deliveries.finish(self._context, workspace, key)  # the answer is what went wrong
            raise
        deliveries.finish(self._context, workspace, key)
        self._write_behind()

    def _tell(self, ask: Ask, reply: Reply, event: Mapping[str, Any], say: Say) -> None:
        """Say it where it was asked, or else in a letter. Raises what Slack refused it with."""
        text, blocks = reply.drawn
        try:
            if reply.private and ask.shared:
                ask.client.chat_postEphemeral(
                    channel=ask.channel,
                    user=ask.caller.user,
                    text=text,
                    blocks=blocks,
                    thread_ts=event.get("thread_ts"),
                )
            else:
                say(text=text, blocks=blocks, thread_ts=ask.thread or None)
        except AWAY:
            if not letter(ask.client, ask.caller.user, reply.drawn):
                raise

    def _reply_to(self, ask: Ask, event: Mapping[str, Any]) -> Reply | None:
        """The reply to a message. Documents are read beside it, and answered in its thread; of
        other files it is said that they are not."""
        with_files = bool(event.get("files"))
        if with_files and not ask.shared and self._take_files(ask, event):
            return self.router.reply(ask) if self.router.takes(ask) else None
        if with_files and not ask.text:
            return Reply.of(messages.notice(f"{FILES_NOT_READ} {INSTEAD_OF_FILES}"))
        reply = self.router.reply(ask)
        if reply is None or not with_files:
            return reply
        text, blocks = messages.with_remark((reply.text, list(reply.blocks)), FILES_NOT_READ)
        return replace(reply, text=text, blocks=tuple(blocks))

    def _asked(self, press: Press, *, shared: bool = False) -> Reply | None:
        ask = Ask(
            caller=press.caller,
            text=press.value,
            client=press.client,
            route="button",
            trigger_id=press.trigger_id,
            channel=press.container.get("channel_id", ""),
            thread=press.container.get("thread_ts", ""),
            shared=shared,
        )
        return self.router.reply(ask)

    def _undo(self, ask: Ask) -> Reply | None:
        if ask.text and not takes_back(f"undo {ask.text}"):
            return self.router.question(replace(ask, text=f"undo {ask.text}"))
        require(ask.caller, Permission.READ)
        last_update = self._last_update(ask)
        if last_update is None:
            raise _nothing_to_take_back()
        return last_update

    def _last_update(self, ask: Ask) -> Reply | None:
        """The asker's last update with [Undo], while it can be taken back."""
        update = last_of(self._context, ask.caller)
        if update is None:
            return None
        shown = messages.to_take_back(update, self._context.of(ask.caller).labels)
        return replace(Reply.of(shown), private=True)

    def _priority(self, ask: Ask) -> Reply | None:
        return self.router.question(replace(ask, text=f"priority {ask.text}".strip()))

    def _action(self, ask: Ask) -> Reply | None:
        if not ask.text:
            return self.router.question(replace(ask, text="my actions"))
        if ask.text.split()[0].lower() == "update":
            return self.router.reply(ask)
        return self.router.question(ask)


def _nothing_to_take_back() -> Refused:
    return Refused(
        "You have sent no update in the last ten minutes that I could take back.",
        "Correct an older one with a new one: `/csp update REF STATUS what is right`.",
    )


def _rewritten(event: dict[str, Any]) -> bool:
    """Whether a person changed the words of a message (links unfolding is a change, too)."""
    now, before = event.get("message") or {}, event.get("previous_message") or {}
    edited = event.get("subtype") == "message_changed" and now.get("edited")
    return bool(edited) and now.get("text") != before.get("text")


def _said_to(bot: str, text: str) -> str:
    """What was typed, without the mention of the bot itself (those of other people stay)."""
    return re.sub(rf"<@{bot}(?:\|[^>]*)?>", " ", text)
