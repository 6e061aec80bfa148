"""What the app says to a response_url or with an acknowledgement, and how long it may."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

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
            self.say(answer, place.user, place.channel, place.ts)

    def say(self, answer: dict[str, Any], user: str, channel: Channel, to: str = "") -> None:
        """Show an answer (to the message `to`): privately unless it is told otherwise."""
        if answer.get("delete_original") and to:
            self._w.delete(channel, to)
            return
        check_message(answer.get("text") or "", answer.get("blocks"), strict=self._w.strict)
        if answer.get("replace_original") and to:
            self._replace(answer, user, channel, to)
            return
        public = answer.get("response_type") == "in_channel"
        thread = answer.get("thread_ts") or ""
        self._post(answer, channel, thread, "" if public else user)

    def _replace(self, answer: dict[str, Any], user: str, channel: Channel, to: str) -> None:
        before = self._w.find(channel, to)
        if "only_for" not in before:
            text, blocks = answer.get("text") or "", answer.get("blocks") or []
            self._w.change(channel, to, text=text, blocks=blocks)
            return
        self._w.delete(channel, to)
        self._post(answer, channel, before.get("thread_ts", ""), user)

    def _post(self, answer: dict[str, Any], channel: Channel, thread: str, only_for: str) -> None:
        self._w.post(
            channel,
            self._w.bot,
            answer.get("text") or "",
            blocks=answer.get("blocks"),
            thread_ts=thread,
            only_for=only_for,
        )
