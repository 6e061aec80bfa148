"""What people do in the stand-in, as Slack would pass it on, and what follows from the answer."""

from __future__ import annotations

import itertools
import re
from typing import Any

from bot.sandbox.delivery import Acked, Delivery
from bot.sandbox.limits import Refusal, check_offered
from bot.sandbox.replies import Replies
from bot.sandbox.uploads import Uploads
from bot.sandbox.workspace import Channel, Message, Workspace

_TIMEOUT = 504


class Refused(Exception):
    """What Slack itself would tell the person."""


class Acts:
    """One method for each thing a person can do. `base_url` is where response_urls point."""

    def __init__(self, workspace: Workspace, delivery: Delivery, base_url: str) -> None:
        self._w = workspace
        self._delivery = delivery
        self._base_url = base_url
        self.replies = Replies(workspace)
        self._events = itertools.count(1)
        self.commands: set[str] = set()

    def send(self, user: str, channel_id: str, text: str, thread_ts: str = "") -> None:
        """Type something: a slash command, a mention, or a message."""
        channel = self._w.channel(channel_id)
        if user not in channel.members:
            raise Refusal("not_in_channel")
        if text.startswith("/"):
            self._command(user, channel, text, thread_ts)
            return
        message = self._w.post(channel, user, escape_typed(text), thread_ts=thread_ts)
        if channel.partner:
            self._message_event("message", user, channel, message)
        elif f"<@{self._w.bot}>" in text and self._w.bot in channel.members:
            self._message_event("app_mention", user, channel, message)

    def drop(
        self, user: str, uploads: Uploads, channel_id: str, name: str, content: bytes, text: str
    ) -> Message:
        """Drop a file into a conversation; the bot hears of it in its direct messages."""
        channel = self._w.channel(channel_id)
        if user not in channel.members:
            raise Refusal("not_in_channel")
        message = uploads.drop(user, channel.id, name, content, escape_typed(text))
        if channel.partner:
            self._message_event("message", user, channel, message)
        return message

    def _command(self, user: str, channel: Channel, text: str, thread_ts: str) -> None:
        command, _, rest = text.partition(" ")
        if command not in self.commands:
            raise Refused(f"{command} is not a valid command.")
        if thread_ts:
            raise Refused(f"{command} is not supported in threads. Sorry!")
        if self._w.user(user).team != self._w.team:
            raise Refused(f"{command} is not a valid command.")
        payload = {
            "token": "sandbox",
            "team_id": self._w.team,
            "team_domain": "sandbox",
            "channel_id": channel.id,
            "channel_name": channel.name or "directmessage",
            "user_id": user,
            "user_name": self._w.user(user).name,
            "command": command,
            "text": self._people_named(rest.strip()),
            "api_app_id": "A0BOT",
            "is_enterprise_install": "false",
            "response_url": self._response_url(user, channel, ""),
            "trigger_id": self._w.trigger(user),
        }
        acked = self._delivery.send("command", payload)
        if acked.status != 200:
            error = "operation_timeout" if acked.status == _TIMEOUT else "dispatch_failed"
            raise Refused(f'{command} failed with the error "{error}": the app did not respond.')
        self._answered(acked, user, channel)

    def _people_named(self, text: str) -> str:
        """With `should_escape` Slack turns a typed @name into <@ID|name>."""
        names = {u.name: u for u in self._w.users.values()}
        return re.sub(
            r"@(\w+)",
            lambda m: f"<@{names[m[1]].id}|{m[1]}>" if m[1] in names else m[0],
            text,
        )

    def _answered(self, acked: Acked, user: str, channel: Channel) -> None:
        """The body of an acknowledgement, shown where the command was typed."""
        answer = {"text": acked.body} if isinstance(acked.body, str) else acked.json
        if not answer.get("text") and not answer.get("blocks"):
            return
        self.replies.say(answer, user, channel)

    def _message_event(
        self, kind: str, user: str, channel: Channel, message: dict[str, Any]
    ) -> None:
        event = {
            "type": kind,
            "user": user,
            "text": message["text"],
            "ts": message["ts"],
            "channel": channel.id,
            "event_ts": message["ts"],
            "team": self._w.user(user).team,
        }
        event |= {"thread_ts": message["thread_ts"]} if message.get("thread_ts") else {}
        event |= {name: message[name] for name in ("files", "subtype") if message.get(name)}
        event |= {"channel_type": "im"} if channel.partner else {}
        self.event(event)

    def event(self, event: dict[str, Any], event_id: str = "") -> Acked:
        """Deliver an event (again, with the same `event_id`)."""
        payload = {
            "token": "sandbox",
            "team_id": self._w.team,
            "api_app_id": "A0BOT",
            "type": "event_callback",
            "event_id": event_id or f"Ev{next(self._events):08d}",
            "event_time": int(float(event.get("event_ts") or self._w.next_ts())),
            "event": event,
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": self._w.team,
                    "user_id": self._w.bot,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
        }
        return self._delivery.send("event", payload)

    def open_home(self, user: str) -> None:
        """Open the App Home tab."""
        channel = self._w.dm(user)
        view = self._w.homes.get(user)
        event = {
            "type": "app_home_opened",
            "user": user,
            "channel": channel.id,
            "tab": "home",
            "event_ts": self._w.next_ts(),
        }
        self.event(event | ({"view": view} if view else {}))

    def invite_bot(self, channel_id: str, by: str) -> None:
        """Somebody types /invite @partnership-bot."""
        channel = self._w.channel(channel_id)
        channel.members.add(self._w.bot)
        self.event(
            {
                "type": "member_joined_channel",
                "user": self._w.bot,
                "channel": channel_id,
                "channel_type": "C",
                "team": self._w.team,
                "inviter": by,
                "event_ts": self._w.next_ts(),
            }
        )

    def act(
        self, user: str, container: dict[str, Any], action: dict[str, Any], values: dict[str, Any]
    ) -> None:
        """Press a button, choose from a select, enter a text that dispatches."""
        acting = {**action, "action_ts": self._w.next_ts()}
        payload = self._interaction("block_actions", user) | {"actions": [acting]}
        if container["type"] == "view":
            payload |= self._in_view(user, container["view_id"], values)
        else:
            payload |= self._in_message(user, container)
        acked = self._delivery.send("interaction", payload)
        if acked.status != 200:
            raise Refused("Something went wrong: the app did not respond.")

    def _in_view(self, user: str, view_id: str, values: dict[str, Any]) -> dict[str, Any]:
        view = self._w.modals.shown(user, view_id)
        return {
            "container": {"type": "view", "view_id": view_id},
            "view": {**view, "state": {"values": values}},
        }

    def _in_message(self, user: str, container: dict[str, Any]) -> dict[str, Any]:
        channel = self._w.channel(container["channel"])
        message = self._seen(user, channel, container["message_ts"])
        ephemeral = "only_for" in message
        place = {
            "type": "message",
            "message_ts": message["ts"],
            "channel_id": channel.id,
            "is_ephemeral": ephemeral,
        }
        place |= {"thread_ts": message["thread_ts"]} if message.get("thread_ts") else {}
        payload = {
            "container": place,
            "channel": {"id": channel.id, "name": channel.name or "directmessage"},
            "response_url": self._response_url(user, channel, message["ts"]),
        }
        # Slack sends no copy of an ephemeral message along.
        return payload if ephemeral else payload | {"message": message}

    def _seen(self, user: str, channel: Channel, ts: str) -> Message:
        """A message this person can see. Raises Refusal("message_not_found")."""
        message = self._w.find(channel, ts)
        if message.get("only_for", user) != user or user not in channel.members:
            raise Refusal("message_not_found")
        return message

    def options(
        self, user: str, container: dict[str, Any], block_id: str, action_id: str, value: str
    ) -> dict[str, Any]:
        """What a typeahead offers for what was typed."""
        payload = self._interaction("block_suggestion", user) | {
            "block_id": block_id,
            "action_id": action_id,
            "value": value,
        }
        if container["type"] == "view":
            payload |= self._in_view(user, container["view_id"], {})
        else:
            payload |= self._in_message(user, container)
        acked = self._delivery.send("interaction", payload)
        if acked.status != 200:
            raise Refused("The choices could not be loaded: the app did not respond.")
        check_offered(acked.json)
        return acked.json or {"options": []}

    def submit(self, user: str, view_id: str, values: dict[str, Any]) -> dict[str, str]:
        """Send a form. Gives back errors by block id; empty when it was taken."""
        view = self._w.modals.form(user, view_id)
        submitted = {**view, "state": {"values": values}}
        payload = self._interaction("view_submission", user) | {"view": submitted}
        acked = self._delivery.send("interaction", payload)
        if acked.status != 200:
            raise Refused("We had some trouble connecting. Try again?")
        return self._w.modals.follow(user, view, acked.json)

    def close(self, user: str, view_id: str, values: dict[str, Any]) -> None:
        """Close a form without sending it, with what was typed."""
        view = self._w.modals.close(user, view_id)
        if view.get("notify_on_close"):
            left = {**view, "state": {"values": values}}
            payload = self._interaction("view_closed", user) | {"view": left, "is_cleared": False}
            self._delivery.send("interaction", payload)

    def shortcut(self, user: str, callback_id: str, channel_id: str, ts: str) -> None:
        """Choose a message shortcut."""
        channel = self._w.channel(channel_id)
        payload = self._interaction("message_action", user) | {
            "callback_id": callback_id,
            "channel": {"id": channel.id, "name": channel.name},
            "message_ts": ts,
            "message": self._seen(user, channel, ts),
            "response_url": self._response_url(user, channel, ts),
        }
        if self._delivery.send("interaction", payload).status != 200:
            raise Refused("That shortcut failed because the app did not respond.")

    def _interaction(self, kind: str, user: str) -> dict[str, Any]:
        account = self._w.user(user)
        return {
            "type": kind,
            "api_app_id": "A0BOT",
            "token": "sandbox",
            "team": {"id": self._w.team, "domain": "sandbox"},
            "user": {"id": user, "name": account.name, "team_id": account.team},
            "enterprise": None,
            "is_enterprise_install": False,
            "trigger_id": self._w.trigger(user),
        }

    def _response_url(self, user: str, channel: Channel, ts: str) -> str:
        return f"{self._base_url}/respond/{self.replies.key(user, channel, ts)}"


def escape_typed(text: str) -> str:
    """What Slack does to a typed message: &, <, > escaped, but for the references it made."""
    parts = re.split(r"(<@[A-Z0-9]+>|<#[A-Z0-9]+>)", text)
    return "".join(
        part if number % 2 else part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        for number, part in enumerate(parts)
    )
