"""One outbox row -> one Web API call, its answer sorted: sent, later, uncertain, held or dead.

The client retries nothing by itself: a connection that breaks after Slack has read the request
would post twice. What nobody can know is said to be uncertain and is looked up in the channel by
the key in the message's metadata. Knows Slack and `blocks`; knows nothing of the store.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.blocks import charts
from bot.blocks.kit import Block
from bot.blocks.notices import render_late
from bot.core.errors import BadTemplate
from bot.core.outgoing import LookupResult, Outgoing, PostResult, PostState
from bot.core.status import Labels
from bot.messages.notices import Redraw
from bot.slack import uploads
from bot.slack.lookup import BROKEN, look_for, metadata
from bot.slack.outcomes import error_of, outcome, unanswered
from bot.slack.pace import Pace

TIMEOUT_SECONDS = 20
"""Shorter than half of a lease (`services.delivery.LEASE`): a slow call ends while it is ours."""

BLOCKS_REFUSED = {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"}
"""The text may still be taken, and where there was a chart, everything else."""
GONE = {"message_not_found", "channel_not_found", "is_archived"}
"""Nobody reads the message any more that was to be changed."""
REDRAW = Redraw.__name__
_LOG = logging.getLogger(__name__)


def posting_client(token: str, base_url: str) -> WebClient:
    """The client that posts: no retries of its own, and a timeout within half the lease."""
    return WebClient(token, base_url=base_url, timeout=TIMEOUT_SECONDS, retry_handlers=[])


class SlackPoster:
    """The posting side of Slack for every workspace; `client_of` gives a workspace's client."""

    def __init__(
        self,
        client_of: Callable[[str], WebClient],
        labels_of: Callable[[str], Labels],
        pace: Pace | None = None,
        files: Callable[[str, str], dict[str, bytes]] | None = None,
    ) -> None:
        """`labels_of`: a workspace's words for statuses; `files` makes what somebody asked for:
        (workspace, payload) -> name and content."""
        self._client_of = client_of
        self._labels_of = labels_of
        self._pace = pace or Pace()
        self._files = files

    def post(self, row: Outgoing, parent: Outgoing | None, late: str = "") -> PostResult:
        """Post a row, once. `parent` is part 1 of its group; `late` says why it comes late."""
        if not row.channel:
            return PostResult(PostState.HELD, error="no_channel")
        if row.kind == uploads.KIND:
            return self._send_files(row)
        shown = parent if parent and row.kind == REDRAW else row
        try:
            text, blocks = render_late(
                shown.kind, shown.payload, self._labels_of(row.workspace), late
            )
        except Exception as fault:  # whatever it is, it must not wedge the rows behind it
            _LOG.error("cannot draw a notice of kind %s: %s", row.kind, type(fault).__name__)
            return PostResult(PostState.HELD, error="cannot_draw")
        self._pace.wait(row.workspace, row.channel)
        say = self._change if shown is parent else self._say
        tried = say(row, parent, text, blocks)
        if tried.error in BLOCKS_REFUSED:
            plainer = charts.without(blocks)
            tried = say(row, parent, text, plainer if len(plainer) < len(blocks) else [])
        return tried

    def look(
        self, row: Outgoing, parent: Outgoing | None, since: datetime, until: datetime
    ) -> LookupResult:
        """Look for messages that carry the row's key, posted between `since` and `until`. A message
        drawn anew is none of its own: to draw it once more does no harm."""
        if row.kind == REDRAW:
            return LookupResult()
        try:
            return look_for(self._client_of(row.workspace), row, parent, since, until)
        except BROKEN as broken:
            return LookupResult(error=type(broken).__name__, position=row.looked_to)

    def remove(self, workspace: str, channel: str, ts: str) -> bool:
        """Take back a message of ours that turned out to be a double. False when it stays."""
        try:
            self._client_of(workspace).chat_delete(channel=channel, ts=ts)
        except BROKEN as fault:
            _LOG.warning("a double message could not be removed: %s", type(fault).__name__)
            return False
        return True

    def busy(self) -> frozenset[tuple[str, str]]:
        """Channels, each with its workspace, that must wait for their turn."""
        return self._pace.busy()

    def rest(self) -> bool:
        """Wait for the turn of a busy channel. False when none is busy."""
        return self._pace.rest()

    def reach(self, workspace: str, channel: str) -> str:
        """Why the bot could not post to a channel (Slack's word for it), or empty."""
        if not channel:
            return "no_channel"
        try:
            info = self._client_of(workspace).conversations_info(channel=channel)["channel"]
        except SlackApiError as refusal:
            tried = outcome(refusal.response)
            return tried.error if tried.shut_out or tried.state is PostState.HELD else ""
        except BROKEN:
            return ""  # not reachable just now says nothing about the channel
        if info.get("is_archived"):
            return "is_archived"
        return "" if info.get("is_member", True) else "not_in_channel"

    def is_welcome(self, workspace: str) -> bool:
        """Whether Slack accepts the workspace's token (again)."""
        try:
            self._client_of(workspace).auth_test()
        except BROKEN:
            return False
        return True

    def _send_files(self, row: Outgoing) -> PostResult:
        try:
            files = self._files(row.workspace, row.payload) if self._files else {}
        except BadTemplate:
            return PostResult(PostState.HELD, error="bad_template")
        except Exception as fault:  # whatever it is, it must not wedge the rows behind it
            _LOG.error("cannot make the files of %s: %s", row.kind, type(fault).__name__)
            return PostResult(PostState.HELD, error="cannot_draw")
        self._pace.wait(row.workspace, row.channel)
        try:
            channel = uploads.send(self._client_of(row.workspace), row, files)
        except SlackApiError as refusal:
            return outcome(refusal.response)
        except BROKEN as broken:
            return unanswered(broken)
        return PostResult(PostState.SENT, channel=channel)

    def _change(
        self, _row: Outgoing, parent: Outgoing | None, text: str, blocks: list[Block]
    ) -> PostResult:
        """Draw the message of `parent` anew. What somebody deleted needs no change."""
        if parent is None:
            return PostResult(PostState.DEAD, error="no_parent")
        done = PostResult(PostState.SENT, ts=parent.ts, channel=parent.posted_channel)
        try:
            self._client_of(parent.workspace).chat_update(
                channel=parent.posted_channel,
                ts=parent.ts,
                text=text,
                blocks=blocks or None,
                metadata=metadata(parent),
                parse="none",
                link_names=False,
            )
        except SlackApiError as refusal:
            return done if error_of(refusal.response) in GONE else outcome(refusal.response)
        except BROKEN as broken:
            return unanswered(broken)
        return done

    def _say(
        self, row: Outgoing, parent: Outgoing | None, text: str, blocks: list[Block]
    ) -> PostResult:
        try:
            answer = self._client_of(row.workspace).chat_postMessage(
                channel=parent.posted_channel if parent else row.channel,
                thread_ts=parent.ts if parent else None,
                text=text,
                blocks=blocks or None,
                metadata=metadata(row),
                parse="none",
                link_names=False,
                unfurl_links=False,
                unfurl_media=False,
            )
        except SlackApiError as refusal:
            return outcome(refusal.response)
        except BROKEN as broken:
            return unanswered(broken)
        return PostResult(PostState.SENT, ts=str(answer["ts"]), channel=str(answer["channel"]))
