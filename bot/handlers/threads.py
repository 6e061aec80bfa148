"""A message of the bot in somebody's thread, written anew as its matter goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.blocks import messages
from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.core.remedies import meaning, remedy
from bot.handlers.failures import in_words
from bot.handlers.press import Press

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Thread:
    """A thread the bot answers in. `ts`: the message of its own that is written anew, if any."""

    client: WebClient
    channel: str
    root: str
    ts: str = ""

    def show(self, drawn: messages.Drawn) -> None:
        """Write the message anew, or for the first time."""
        text, blocks = drawn
        if self.ts:
            self.client.chat_update(channel=self.channel, ts=self.ts, text=text, blocks=blocks)
            return
        answer = self.client.chat_postMessage(
            channel=self.channel, thread_ts=self.root or None, text=text, blocks=blocks
        )
        self.channel, self.ts = str(answer["channel"]), str(answer["ts"])


def under(press: Press) -> Thread:
    """The thread a button stands in; only ever a direct message."""
    channel = str(press.container.get("channel_id") or "")
    if not channel.startswith("D"):
        return Thread(press.client, press.caller.user, "")
    ts = str(press.container.get("message_ts") or "")
    return Thread(press.client, channel, str(press.container.get("thread_ts") or ts), ts)


def carefully(thread: Thread, work: Callable[[], None]) -> None:
    """Nobody waits for this any more, so whatever goes wrong is said in the thread, or logged."""
    try:
        work()
    except Exception as error:
        try:
            thread.show(in_words(plain(error), "file"))
        except (SlackClientError, OSError) as silent:
            log.warning("not_told", extra={"why": type(silent).__name__})


def plain(error: Exception) -> Exception:
    """A scope that is missing is no fault: it says what to add."""
    if isinstance(error, SlackApiError) and error.response.get("error") == "missing_scope":
        return Refused(f"I cannot do this: {meaning('missing_scope')}.", remedy("missing_scope"))
    return error
