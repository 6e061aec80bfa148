"""Looking in a channel for the message of a row: within a narrow window, page by page.

An app that is sold outside of Slack's Marketplace may read one page of 15 messages a minute
(docs.slack.dev, conversations.history): a look that is cut short says how far it came, and the next
one goes on from there.
"""

from __future__ import annotations

from datetime import datetime
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.dataclass import dataclass
from bot.core.outgoing import LookupResult, Outgoing, PostState
from bot.slack import uploads
from bot.slack.outcomes import outcome

EVENT_TYPE = "partnership_bot"
PAGE = 200
MAX_PAGES = 25
"""Pages one look reads at most, so that it ends."""
UNFINISHED = "unfinished"
BROKEN = (SlackClientError, OSError, HTTPException, ValueError)
"""What calling Slack may raise."""


@dataclass(slots=True)
class _Reading:
    """One conversation, or the thread under `parent`, between two moments; `place`: the time stamp
    of the last message read, beyond which the next look goes on."""

    client: WebClient
    channel: str
    parent: Outgoing | None
    since: datetime
    until: datetime
    place: str
    cursor: str = ""

    def page(self) -> list[dict[str, Any]]:
        """The next messages; none are left when there is no `cursor` after it."""
        asked = {"limit": PAGE, "include_all_metadata": True, **self._window()}
        if self.cursor:
            asked["cursor"] = self.cursor
        if self.parent is not None:
            asked["ts"] = self.parent.ts
            answer = self.client.conversations_replies(channel=self.channel, **asked)
        else:
            answer = self.client.conversations_history(channel=self.channel, **asked)
        self.cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        return answer.get("messages") or []

    def _window(self) -> dict[str, Any]:
        """A channel is told newest first, a thread oldest first."""
        oldest, latest = f"{self.since.timestamp():.6f}", f"{self.until.timestamp():.6f}"
        if self.parent is not None:
            return {"oldest": self.place or oldest, "latest": latest}
        return {"oldest": oldest, "latest": self.place or latest}

    def reached(self, messages: list[dict[str, Any]]) -> str:
        """How far these messages bring us."""
        stamps = [str(message["ts"]) for message in messages]
        edge = max if self.parent is not None else min
        return edge(stamps, key=float, default=self.place)


def look_for(
    client: WebClient, row: Outgoing, parent: Outgoing | None, since: datetime, until: datetime
) -> LookupResult:
    """Look for messages that carry the row's key, posted between `since` and `until`, from where
    the last look stopped (`row.looked_to`). Raises what is in BROKEN, but no refusal by Slack."""
    place = row.looked_to
    stamps: list[str] = []
    try:
        channel = _conversation(client, row)
        reading = _Reading(client, channel, parent, since, until, row.looked_to)
        for _ in range(MAX_PAGES):
            messages = reading.page()
            stamps += [m["ts"] for m in messages if key_of(m) == row.key or uploads.shares(m, row)]
            if not reading.cursor:
                return LookupResult(tuple(sorted(stamps)), channel)
            place = reading.reached(messages) or place
    except SlackApiError as refusal:
        if not stamps:
            return _refused(refusal, place)
    if stamps:
        return LookupResult(tuple(sorted(stamps)), channel)
    return LookupResult(error=UNFINISHED, position=place)


def _refused(refusal: SlackApiError, place: str) -> LookupResult:
    tried = outcome(refusal.response)
    mendable = tried.state in {PostState.HELD, PostState.DEAD}
    return LookupResult(error=tried.error, mendable=mendable, wait=tried.wait, position=place)


def _conversation(client: WebClient, row: Outgoing) -> str:
    """The id to read: of a direct message, the conversation with that person."""
    if row.posted_channel:
        return row.posted_channel
    if row.channel[:1] in {"U", "W"}:
        return str(client.conversations_open(users=row.channel)["channel"]["id"])
    return row.channel


def metadata(row: Outgoing) -> dict[str, Any]:
    """What tells our message from any other, and which row it is."""
    return {"event_type": EVENT_TYPE, "event_payload": {"key": row.key}}


def key_of(message: dict[str, Any]) -> str:
    """The key of the row a message was posted for; empty for everybody else's."""
    about = message.get("metadata") or {}
    if about.get("event_type") != EVENT_TYPE:
        return ""
    return str((about.get("event_payload") or {}).get("key", ""))
