"""Taking words out of what the bot has said: every message of its own, in every conversation.

Posts of the outbox are drawn anew from what their rows say now; of other messages (answers) only
the words go. Each turn makes some calls and says how far it came, so that a channel of years, a
refusal or a restart only makes it take longer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import field, replace
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.blocks import kit
from bot.blocks.notices import render_late
from bot.core.dataclass import dataclass
from bot.core.outgoing import Outgoing
from bot.core.remedies import PASSING
from bot.core.status import Labels
from bot.messages.removals import Position, Removal, Swept
from bot.slack.redacted_messages import redact_message

log = logging.getLogger(__name__)
PAGE = 200
CALLS = 40
"""Calls one turn makes: conversations.history allows about 50 a minute (docs.slack.dev, tier 3)."""
WAIT_SECONDS = 60
"""Before the next try when Slack could not be reached."""
_SHUT_OUT = {"invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"}

RowOf = Callable[[str], tuple[Outgoing, str] | None]


class SlackSweeper:
    """The sweeping side of Slack for every workspace; `client_of` gives a workspace's client."""

    def __init__(
        self, client_of: Callable[[str], WebClient], labels_of: Callable[[str], Labels]
    ) -> None:
        self._client_of = client_of
        self._labels_of = labels_of

    def sweep(self, workspace: str, removal: Removal, row_of: RowOf) -> Swept:
        """Some of the work from `removal.position` on."""
        turn = _Turn(self._client_of, workspace, removal, row_of, self._labels_of(workspace))
        try:
            turn.run()
        except _Later as later:
            return turn.swept(retry_after=later.seconds)
        return turn.swept(finished=True)


class _Later(Exception):
    """Enough for this turn, or Slack wants us to wait."""

    def __init__(self, seconds: int = 0) -> None:
        super().__init__()
        self.seconds = seconds


@dataclass(slots=True)
class _Turn:
    """One turn: where it is, what it has changed."""

    client_of: Callable[[str], WebClient]
    workspace: str
    removal: Removal
    row_of: RowOf
    labels: Labels
    at: Position = field(default_factory=Position)
    calls: int = 0
    changed: int = 0
    left: list[str] = field(default_factory=list)
    texts: tuple[str, ...] = ()

    def run(self) -> None:
        """Posts first, then every conversation."""
        self.at = self.removal.position
        self.texts = (*self.removal.texts, *map(kit.escape, self.removal.texts))
        while self.at.rows:
            self._redraw(self.at.rows[0])
            self.at = replace(self.at, rows=self.at.rows[1:])
        if self.at.channels is None:
            self.at = replace(self.at, channels=tuple(self._conversations()))
        bot = str(self._call("auth_test")["user_id"])
        while self.at.channels:
            self._go_through(self.at.channels[0], bot)
            self.at = Position(channels=self.at.channels[1:])

    def swept(self, *, finished: bool = False, retry_after: int = 0) -> Swept:
        """What the turn came to."""
        return Swept(self.at, self.changed, tuple(self.left), finished, retry_after)

    def _redraw(self, key: str) -> None:
        row_and_late = self.row_of(key)
        if row_and_late is None:
            return
        row, late = row_and_late
        if not (row.ts and row.posted_channel):
            return  # never posted, or a letter to somebody who is erased
        text, blocks = render_late(row.kind, row.payload, self.labels, late)
        self._write(row.posted_channel, row.ts, text, blocks)

    def _conversations(self) -> Iterator[str]:
        kinds, cursor = "public_channel,private_channel,im", None
        while True:
            page = self._call("users_conversations", types=kinds, limit=PAGE, cursor=cursor)
            yield from (channel["id"] for channel in page["channels"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return

    def _go_through(self, channel: str, bot: str) -> None:
        """A conversation from its latest message back, each thread below its root."""
        oldest = f"{self.removal.since.timestamp():.6f}"
        try:
            more = True
            while more:
                self._replies(channel, bot)
                latest = self.at.latest or None
                page = self._call(
                    "conversations_history",
                    channel=channel,
                    oldest=oldest,
                    latest=latest,
                    limit=PAGE,
                )
                for message in page["messages"]:
                    self._clean(channel, message, bot)
                    thread = message["ts"] if message.get("reply_count") else ""
                    self.at = replace(self.at, latest=message["ts"], thread=thread, after=thread)
                    self._replies(channel, bot)
                more = bool(page["messages"]) and bool(page.get("has_more"))
        except SlackApiError as refused:
            log.warning("not_readable", extra={"why": str(refused.response.get("error"))})
            self.left.append(f"#{channel} (it cannot be read)")

    def _replies(self, channel: str, bot: str) -> None:
        while thread := self.at.thread:
            page = self._call(
                "conversations_replies",
                channel=channel,
                ts=thread,
                oldest=self.at.after,
                limit=PAGE,
            )
            fresh = [m for m in page["messages"] if float(m["ts"]) > float(self.at.after)]
            for message in fresh:
                self._clean(channel, message, bot)
                self.at = replace(self.at, after=message["ts"])
            if not (fresh and page.get("has_more")):
                self.at = replace(self.at, thread="", after="")

    def _clean(self, channel: str, message: dict[str, Any], bot: str) -> None:
        if message.get("user") != bot:
            return
        before = {"text": message.get("text", ""), "blocks": message.get("blocks") or []}
        after = redact_message(before, self.removal.ref, self.texts)
        if after != before:
            self._write(channel, message["ts"], after["text"], after["blocks"])

    def _write(self, channel: str, ts: str, text: str, blocks: list[Any]) -> None:
        try:
            self._call("chat_update", channel=channel, ts=ts, text=text, blocks=blocks or None)
            self.changed += 1
        except SlackApiError as refused:
            log.warning("not_redacted", extra={"why": str(refused.response.get("error"))})
            self.left.append(self._link(channel, ts))

    def _link(self, channel: str, ts: str) -> str:
        try:
            return str(self._call("chat_getPermalink", channel=channel, message_ts=ts)["permalink"])
        except SlackApiError:
            return f"{channel}/{ts}"

    def _call(self, verb: str, **asked: Any) -> Any:
        """One call. Raises SlackApiError for a refusal that concerns this one thing; _Later when
        the turn is over or the same call may succeed later."""
        if self.calls >= CALLS:
            raise _Later
        self.calls += 1
        try:
            return getattr(self.client_of(self.workspace), verb)(**asked)
        except SlackApiError as refused:
            error = str(refused.response.get("error"))
            if error in PASSING | _SHUT_OUT or refused.response.status_code >= 429:
                wait = refused.response.headers.get("Retry-After", WAIT_SECONDS)
                raise _Later(int(wait)) from refused
            raise
        except (SlackClientError, OSError) as broken:
            raise _Later(WAIT_SECONDS) from broken
