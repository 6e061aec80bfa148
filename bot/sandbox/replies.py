"""What the app says to a response_url or with an acknowledgement, and how long it may."""

from __future__ import annotations

import secrets
from typing import Any

from bot.core.dataclass import dataclass
from bot.sandbox.limits import Refusal, check_message
from bot.sandbox.workspace import Channel, Workspace

MOST_USES = 5
OPEN_SECONDS = 30 * 60
"""A response_url takes five answers within 30 minutes ("Handling user interaction")."""


@dataclass(slots=True)
class _Place:
    """Where a response_url answers: whom, where, to which message (or none)."""

    user: str
    channel: Channel
    ts: str
    since: float
    uses: int = 0


class Replies:
    """The response_urls of a workspace: a key that nobody can guess opens each."""

    def __init__(self, workspace: Workspace) -> None:
        self._w = workspace
        self._places: dict[str, _Place] = {}

    def key(self, user: str, channel: Channel, ts: str) -> str:
        """A fresh key, for what this person did just now to the message `ts` (or to none)."""
        key = secrets.token_urlsafe(24)
        self._places[key] = _Place(user, channel, ts, self._w.monotonic())
        return key

    def use(self, key: str, answer: dict[str, Any]) -> None:
        """The app answers. Raises Refusal: `used_url`, `expired_url`, or what is wrong in it."""
        with self._w.lock:
            place = self._places.get(key)
            if place is None or place.uses >= MOST_USES:
                raise Refusal("used_url")
            if self._w.monotonic() - place.since > OPEN_SECONDS:
                raise Refusal("expired_url")
            place.uses += 1
            place.ts = self.say(answer, place.user, place.channel, place.ts)

    def say(self, answer: dict[str, Any], user: str, channel: Channel, to: str = "") -> str:
        """Show an answer (to the message `to`): privately unless it is told otherwise.

        Gives back which message the next answer to the same thing would be to.
        """
        if answer.get("delete_original") and to:
            self._w.delete(channel, to)
            return to
        text, blocks = answer.get("text") or "", answer.get("blocks")
        check_message(text, blocks)
        if answer.get("replace_original") and to:
            return self._replace(channel, to, text, blocks)
        thread = str(answer.get("thread_ts") or "")
        only_for = "" if answer.get("response_type") == "in_channel" else user
        bot = self._w.bot
        self._w.post(channel, bot, text, blocks=blocks, thread_ts=thread, only_for=only_for)
        return to

    def _replace(self, channel: Channel, to: str, text: str, blocks: Any) -> str:
        """A public message changes; an ephemeral one gives way to a new one of the same thread."""
        before = self._w.find(channel, to)
        if "only_for" not in before:
            return str(self._w.change(channel, to, text=text, blocks=blocks or [])["ts"])
        self._w.delete(channel, to)
        place = {name: before.get(name) for name in ("thread_ts", "only_for")}
        return str(self._w.post(channel, self._w.bot, text, blocks=blocks, **place)["ts"])
