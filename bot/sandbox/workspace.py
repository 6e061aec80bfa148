"""The stand-in's state: people, channels, messages, views; and who is told of what happens.

Knows nothing of HTTP and nothing of the bot. Every change is told to listeners (the page, tests).
"""

from __future__ import annotations

import itertools
import secrets
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import field
from datetime import datetime
from typing import Any

from bot.core.dataclass import dataclass
from bot.sandbox.limits import Refusal
from bot.sandbox.modals import Modals

Message = dict[str, Any]
Listener = Callable[[str, dict[str, Any]], None]
"""Told (user id, event) for each person who may see it."""

TRIGGER_SECONDS = 3.0
"""How long a trigger_id may open a view (docs.slack.dev, "Handling user interaction")."""


@dataclass
class User:
    """An account. `team` differs from the workspace's for Slack Connect partners."""

    id: str
    name: str
    real_name: str
    title: str = ""
    email: str = ""
    team: str = ""
    is_bot: bool = False
    guest: bool = False
    deleted: bool = False


@dataclass
class Channel:
    """A channel, or (`partner` set) the direct message between the bot and one person."""

    id: str
    name: str
    topic: str = ""
    members: set[str] = field(default_factory=set)
    archived: bool = False
    partner: str = ""
    private: bool = False
    messages: list[Message] = field(default_factory=list)


class Workspace:
    """One Slack workspace with one installed bot. `now` gives messages their time."""

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        team: str = "T0DEMO",
        name: str = "Partnership",
        bot: str = "U0BOT",
        bot_name: str = "partnership-bot",
        token: str = "xoxb-sandbox",  # noqa: S107
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.team, self.name, self.bot, self.bot_name = team, name, bot, bot_name
        self.bot_id = "B0BOT"
        self.token = token
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.views: dict[str, dict[str, Any]] = {}
        self.homes: dict[str, dict[str, Any]] = {}
        self.modals = Modals(self)
        self.unread: dict[tuple[str, str], int] = defaultdict(int)
        self.lock = threading.RLock()
        self.listeners: list[Listener] = []
        self.now, self.monotonic = now, monotonic
        self._triggers: dict[str, tuple[str, float] | None] = {}
        self._last_ts = 0
        self._numbers = itertools.count(1)
        self.add_user(User(bot, bot_name, bot_name, is_bot=True, team=team))

    def id(self, prefix: str) -> str:
        """A fresh id."""
        return f"{prefix}0{next(self._numbers):06d}"

    def add_user(self, user: User) -> User:
        """Somebody joins the workspace."""
        user.team = user.team or self.team
        self.users[user.id] = user
        return user

    def user(self, user: str) -> User:
        """An account by its id."""
        if user not in self.users:
            raise Refusal("user_not_found")
        return self.users[user]

    def add_channel(self, channel_id: str, name: str, *members: str, topic: str = "") -> Channel:
        """A channel is made."""
        with self.lock:
            self.channels[channel_id] = Channel(channel_id, name, topic, set(members))
            return self.channels[channel_id]

    def conversations(self) -> list[Channel]:
        """Every channel and direct message there is now."""
        with self.lock:
            return list(self.channels.values())

    def dm(self, user: str) -> Channel:
        """The direct message between the bot and a person."""
        channel_id = f"D{self.user(user).id[1:]}"
        with self.lock:
            if channel_id not in self.channels:
                members = {user, self.bot}
                self.channels[channel_id] = Channel(channel_id, "", members=members, partner=user)
            return self.channels[channel_id]

    def channel(self, channel_id: str) -> Channel:
        """A channel or direct message by its id (a user id means the direct message)."""
        if channel_id in self.users:
            return self.dm(channel_id)
        if channel_id not in self.channels:
            raise Refusal("channel_not_found")
        return self.channels[channel_id]

    def next_ts(self) -> str:
        """A message's timestamp: the workspace's time, never twice the same, never backwards."""
        with self.lock:
            self._last_ts = max(int(self.now().timestamp() * 1_000_000), self._last_ts + 1)
            return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def post(self, channel: Channel, user: str, text: str, **more: Any) -> Message:
        """Add a message; `more`: blocks, thread_ts, metadata, only_for (ephemeral), files."""
        with self.lock:
            message = {"type": "message", "ts": self.next_ts(), "user": user, "text": text}
            message |= {name: value for name, value in more.items() if value}
            if user == self.bot:
                message |= {"bot_id": self.bot_id, "app_id": "A0BOT", "team": self.team}
            _name_blocks(message)
            channel.messages.append(message)
        self._told_of(channel, message)
        return message

    def change(self, channel: Channel, ts: str, **changes: Any) -> Message:
        """Edit a message; only one without blocks is marked as edited ("chat.update").

        Raises Refusal("message_not_found").
        """
        with self.lock:
            message = self.find(channel, ts)
            message |= changes
            if not message.get("blocks"):
                message["edited"] = {"user": message["user"], "ts": self.next_ts()}
            _name_blocks(message)
        self._tell_readers(channel, message, "message_changed")
        return message

    def delete(self, channel: Channel, ts: str) -> None:
        """Remove a message."""
        with self.lock:
            message = self.find(channel, ts)
            channel.messages.remove(message)
        gone = {"type": "message_deleted", "channel": channel.id, "ts": ts}
        for user in self._readers(channel, message):
            self.tell(user, gone)

    def find(self, channel: Channel, ts: str) -> Message:
        """A message by its timestamp."""
        with self.lock:
            for message in channel.messages:
                if message["ts"] == ts:
                    return message
        raise Refusal("message_not_found")

    def visible(self, channel: Channel, user: str, thread: str = "") -> list[Message]:
        """What a person sees: the roots, or one thread with its root."""
        with self.lock:
            seen = [m for m in channel.messages if m.get("only_for", user) == user]
            if thread:
                messages = [m for m in seen if thread in {m["ts"], m.get("thread_ts")}]
            else:
                messages = [m for m in seen if m.get("thread_ts") in {None, m["ts"]}]
            return [self._shown(channel, m) for m in messages]

    def _shown(self, channel: Channel, message: Message) -> Message:
        replies = [
            m
            for m in channel.messages
            if m.get("thread_ts") == message["ts"] != m["ts"] and "only_for" not in m
        ]
        shown = {name: value for name, value in message.items() if name != "only_for"}
        return shown | {
            "ephemeral": "only_for" in message,
            "reply_count": len(replies),
            "reply_users": sorted({m["user"] for m in replies}),
        }

    def trigger(self, user: str) -> str:
        """A trigger_id for something this person just did."""
        trigger = f"{next(self._numbers)}.{secrets.token_hex(6)}"
        self._triggers[trigger] = (user, self.monotonic())
        return trigger

    def pull_trigger(self, trigger: str) -> str:
        """Who did it; once, and within three seconds."""
        if trigger not in self._triggers:
            raise Refusal("invalid_trigger_id")
        pulled, self._triggers[trigger] = self._triggers[trigger], None
        if pulled is None:
            raise Refusal("exchanged_trigger_id")
        user, since = pulled
        if self.monotonic() - since > TRIGGER_SECONDS:
            raise Refusal("expired_trigger_id")
        return user

    def keep_view(self, user: str, view: dict[str, Any], view_id: str = "") -> dict[str, Any]:
        """A view as Slack keeps it, with its id and hash."""
        stored = {
            **view,
            "id": view_id or self.id("V"),
            "hash": secrets.token_hex(8),
            "team_id": self.team,
        }
        stored |= {"state": {"values": {}}, "app_id": "A0BOT", "bot_id": self.bot_id, "owner": user}
        stored.setdefault("private_metadata", "")
        stored.setdefault("callback_id", "")
        _name_blocks(stored)
        if view.get("type") == "home":
            self.homes[user] = stored
        self.views[stored["id"]] = stored
        return stored

    def tell(self, user: str, event: dict[str, Any]) -> None:
        """Tell one person's page (or test) what happened."""
        for listener in list(self.listeners):
            listener(user, event)

    def _tell_readers(self, channel: Channel, message: Message, kind: str) -> None:
        shown = {"type": kind, "channel": channel.id, "message": self._shown(channel, message)}
        for user in self._readers(channel, message):
            self.tell(user, shown)

    def _readers(self, channel: Channel, message: Message) -> set[str]:
        return {message["only_for"]} if "only_for" in message else channel.members - {self.bot}

    def _told_of(self, channel: Channel, message: Message) -> None:
        if "only_for" in message:
            self._tell_readers(channel, message, "ephemeral")
            return
        self._tell_readers(channel, message, "message")
        for user in channel.members - {self.bot, message["user"]}:
            self.unread[user, channel.id] += 1
            count = self.unread[user, channel.id]
            self.tell(user, {"type": "unread", "channel": channel.id, "count": count})


def _name_blocks(holder: dict[str, Any]) -> None:
    """Slack names every block and element that has no name of its own."""
    for number, block in enumerate(holder.get("blocks") or []):
        block.setdefault("block_id", f"b{number}-{secrets.token_hex(3)}")
        elements = list(block.get("elements") or []) if block["type"] == "actions" else []
        elements += [block[name] for name in ("accessory", "element") if block.get(name)]
        for element in elements:
            element.setdefault("action_id", secrets.token_hex(3))
