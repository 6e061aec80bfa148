"""`/csp redact REF`: a coordinator takes words out of the record and out of the bot's messages.

Messages first, the record after: should the process die in between, the words are still known and
the button can be pressed again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.blocks import kit
from bot.blocks import redaction as drawn
from bot.core.errors import Invalid
from bot.core.redaction import blank, blank_all
from bot.handlers.router import Ask, Reply, Router, Verb
from bot.services import redaction
from bot.services.context import Context

log = logging.getLogger(__name__)
PAGE = 200
_BROKEN = (SlackClientError, OSError)


class Redaction:
    """Choosing an update, and taking its words out everywhere."""

    def __init__(self, context: Context, router: Router) -> None:
        self._context = context
        router.add(
            [
                Verb(
                    ("redact",),
                    "/csp redact REF",
                    "take the words of an update out of the record and of my messages",
                    self.choose,
                    coordinators=True,
                )
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Redact]."""
        bolt.action(drawn.REDACT)(self.redact)

    def choose(self, ask: Ask) -> Reply:
        """The latest updates of an action that hold words."""
        if not ask.text:
            raise Invalid("ref", "Which action?", "Type for example `/csp redact ASB3`.")
        found = redaction.latest(self._context, ask.caller, ask.text)
        return Reply.of(drawn.to_choose(ask.text.strip().upper(), found))

    def redact(
        self,
        ack: Ack,
        action: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        respond: Respond,
    ) -> None:
        """[Redact]: the bot's messages that repeat the words, then the record."""
        caller = context["caller"]
        update = redaction.to_redact(self._context, caller, action["value"])
        sweep = Sweep(client, str(context.bot_user_id), redaction.words(update))
        sweep.run(redaction.since(update))
        redaction.redact(self._context, caller, update.id)
        text, blocks = drawn.done(update.ref, sweep.changed, sweep.left)
        respond(text=text, blocks=blocks, replace_original=True)
        ack()


@dataclass(slots=True)
class Sweep:
    """Goes through the bot's conversations and takes some texts out of its own messages."""

    client: WebClient
    bot: str
    texts: tuple[str, ...]
    changed: int = 0
    left: list[str] = field(default_factory=list)

    def run(self, since: datetime) -> None:
        """Change every message of the bot's from `since` on; what cannot be is in `left`."""
        self.texts = (*self.texts, *(kit.escape(text) for text in self.texts))
        for channel in self._conversations():
            for message in self._messages(channel, since):
                if message.get("user") == self.bot:
                    self._clean(channel, message)

    def _conversations(self) -> Iterator[str]:
        kinds = "public_channel,private_channel,im"
        for page in self.client.users_conversations(types=kinds, limit=PAGE):
            yield from (channel["id"] for channel in page["channels"])

    def _messages(self, channel: str, since: datetime) -> Iterator[dict[str, Any]]:
        oldest = f"{since.timestamp():.6f}"
        for page in self.client.conversations_history(channel=channel, oldest=oldest, limit=PAGE):
            for message in page["messages"]:
                yield message
                if message.get("reply_count"):
                    yield from self._replies(channel, message["ts"])

    def _replies(self, channel: str, ts: str) -> Iterator[dict[str, Any]]:
        for page in self.client.conversations_replies(channel=channel, ts=ts, limit=PAGE):
            yield from page["messages"][1:]

    def _clean(self, channel: str, message: dict[str, Any]) -> None:
        text = blank(message.get("text", ""), self.texts)
        blocks = blank_all(message.get("blocks") or [], self.texts)
        if (text, blocks) == (message.get("text", ""), message.get("blocks") or []):
            return
        try:
            self.client.chat_update(
                channel=channel, ts=message["ts"], text=text, blocks=blocks or None
            )
            self.changed += 1
        except _BROKEN as unchanged:
            log.warning("not_redacted", extra={"why": type(unchanged).__name__})
            self.left.append(self._link(channel, message["ts"]))

    def _link(self, channel: str, ts: str) -> str:
        try:
            answer = self.client.chat_getPermalink(channel=channel, message_ts=ts)
            return str(answer["permalink"])
        except _BROKEN:
            return f"{channel}/{ts}"
