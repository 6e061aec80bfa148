"""Taking words out of what the bot has said: every message of its own, in every conversation."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.blocks import kit
from bot.core.redaction import Swept, blank, blank_all

log = logging.getLogger(__name__)
PAGE = 200
_BROKEN = (SlackClientError, OSError)


def sweep(client: WebClient, bot: str, texts: tuple[str, ...], since: datetime) -> Swept:
    """Take `texts` out of every message of the bot's (its user id) from `since` on."""
    going = _Sweep(client, bot, (*texts, *(kit.escape(text) for text in texts)))
    going.run(since)
    return Swept(going.changed, tuple(going.left))


@dataclass(slots=True)
class _Sweep:
    """Goes through the bot's conversations."""

    client: WebClient
    bot: str
    texts: tuple[str, ...]
    changed: int = 0
    left: list[str] = field(default_factory=list)

    def run(self, since: datetime) -> None:
        """Change every message of the bot's from `since` on; what cannot be is in `left`."""
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
