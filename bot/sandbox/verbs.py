"""The verbs of Slack's Web API that a bot uses, on the stand-in's workspace.

Parameter names, answers and errors are those of docs.slack.dev, "Web API methods".
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from bot.sandbox.limits import Refusal, check_message, check_view
from bot.sandbox.params import Params, decoded, number
from bot.sandbox.uploads import Uploads
from bot.sandbox.workspace import Channel, Message, Workspace

Verb = Callable[[Params], dict[str, Any]]


class WebApi:
    """Answers one call: `call(method, params, token)` -> what Slack would answer."""

    def __init__(self, workspace: Workspace, app_token: str = "xapp-sandbox") -> None:  # noqa: S107
        self._w = workspace
        self._app_token = app_token
        self.socket_url = ""
        self.tickets: set[str] = set()
        """What opens a Socket Mode connection, once each."""
        self.scopes = ""
        self.code, self.installer = "", ""
        """An OAuth code that is good, and who gave it."""
        self.uploads = Uploads(workspace)
        self._verbs: dict[str, Verb] = {
            **self.uploads.verbs(),
            "auth.test": self._auth,
            "apps.connections.open": self._open_socket,
            "chat.delete": self._delete,
            "chat.getPermalink": self._permalink,
            "chat.postEphemeral": self._ephemeral,
            "chat.postMessage": self._post,
            "chat.update": self._update,
            "conversations.history": self._history,
            "conversations.info": self._info,
            "conversations.members": self._members,
            "conversations.open": lambda p: {"channel": {"id": self._w.dm(str(p["users"])).id}},
            "conversations.replies": self._replies,
            "oauth.v2.access": self._installed,
            "users.conversations": self._mine,
            "users.info": lambda p: {"user": _user(self._w.user(str(p["user"])))},
            "users.lookupByEmail": self._by_email,
            "views.open": self._open,
            "views.publish": self._publish,
            "views.push": self._push,
            "views.update": self._update_view,
        }

    def call(self, method: str, params: dict[str, Any], token: str) -> dict[str, Any]:
        """The answer, `ok` or not, a copy of its own. Tokens are checked as Slack does."""
        wanted = self._app_token if method == "apps.connections.open" else self._w.token
        if method not in self._verbs:
            return {"ok": False, "error": "unknown_method"}
        if token != wanted and method != "oauth.v2.access":  # that one has the app's own secret
            return {"ok": False, "error": "invalid_auth" if token else "not_authed"}
        try:
            with self._w.lock:
                return deepcopy({"ok": True} | self._verbs[method](decoded(params)))
        except Refusal as refused:
            details = (
                {"response_metadata": {"messages": refused.messages}} if refused.messages else {}
            )
            return {"ok": False, "error": refused.error} | details

    def _open_socket(self, _p: Params) -> dict[str, Any]:
        ticket = secrets.token_urlsafe(24)
        self.tickets.add(ticket)
        return {"url": f"{self.socket_url}?ticket={ticket}"}

    def _installed(self, p: Params) -> dict[str, Any]:
        """An OAuth code is exchanged for the bot's token."""
        if not self.code or p["code"] != self.code:
            raise Refusal("invalid_code")
        return {
            "app_id": "A0BOT",
            "authed_user": {"id": self.installer},
            "scope": self.scopes,
            "token_type": "bot",
            "access_token": self._w.token,
            "bot_user_id": self._w.bot,
            "team": {"id": self._w.team, "name": self._w.name},
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _auth(self, _p: Params) -> dict[str, Any]:
        return {
            "url": "https://sandbox.example/",
            "team": self._w.name,
            "user": self._w.bot_name,
            "team_id": self._w.team,
            "user_id": self._w.bot,
            "bot_id": self._w.bot_id,
            "is_enterprise_install": False,
        }

    def _channel(self, p: Params) -> Channel:
        return self._w.channel(str(p.get("channel", "")))

    def _writable(self, p: Params) -> Channel:
        channel = self._channel(p)
        if channel.archived:
            raise Refusal("is_archived")
        if self._w.bot not in channel.members:
            raise Refusal("not_in_channel")
        return channel

    def _post(self, p: Params) -> dict[str, Any]:
        channel = self._writable(p)
        check_message(p.get("text") or "", p.get("blocks"))
        message = self._w.post(
            channel,
            self._w.bot,
            p.get("text") or "",
            blocks=p.get("blocks"),
            thread_ts=p.get("thread_ts"),
            metadata=p.get("metadata"),
        )
        return {"channel": channel.id, "ts": message["ts"], "message": message}

    def _ephemeral(self, p: Params) -> dict[str, Any]:
        channel = self._writable(p)
        if p.get("user") not in channel.members:
            raise Refusal("user_not_in_channel")
        check_message(p.get("text") or "", p.get("blocks"))
        message = self._w.post(
            channel,
            self._w.bot,
            p.get("text") or "",
            blocks=p.get("blocks"),
            thread_ts=p.get("thread_ts"),
            only_for=p["user"],
        )
        return {"message_ts": message["ts"]}

    def _update(self, p: Params) -> dict[str, Any]:
        channel = self._writable(p)
        check_message(p.get("text") or "", p.get("blocks"))
        self._own(channel, str(p["ts"]), "cant_update_message")
        # A text without blocks is the whole message from now on.
        message = self._w.change(
            channel, p["ts"], text=p.get("text") or "", blocks=p.get("blocks") or []
        )
        return {"channel": channel.id, "ts": p["ts"], "text": message["text"], "message": message}

    def _own(self, channel: Channel, ts: str, otherwise: str) -> Message:
        """A message of the bot's that everybody sees: nobody can reach an ephemeral one again."""
        message = self._w.find(channel, ts)
        if "only_for" in message:
            raise Refusal("message_not_found")
        if message["user"] != self._w.bot:
            raise Refusal(otherwise)
        return message

    def _delete(self, p: Params) -> dict[str, Any]:
        channel = self._channel(p)
        self._own(channel, str(p["ts"]), "cant_delete_message")
        self._w.delete(channel, p["ts"])
        return {"channel": channel.id, "ts": p["ts"]}

    def _permalink(self, p: Params) -> dict[str, Any]:
        channel = self._channel(p)
        if channel.private and self._w.bot not in channel.members:
            raise Refusal("channel_not_found")
        ts = self._w.find(channel, p["message_ts"])["ts"]
        link = f"https://sandbox.example/archives/{channel.id}/p{ts.replace('.', '')}"
        return {"channel": channel.id, "permalink": link}

    def _history(self, p: Params) -> dict[str, Any]:
        channel = self._readable(p)
        replies = Counter(m.get("thread_ts") for m in channel.messages if "only_for" not in m)
        roots = [m for m in channel.messages if m.get("thread_ts") in {None, m["ts"]}]
        messages = [
            {**m, "reply_count": replies[m["ts"]]} if replies[m["ts"]] else m for m in roots
        ]
        return self._page(messages, p, newest_first=True)

    def _replies(self, p: Params) -> dict[str, Any]:
        channel = self._readable(p)
        thread = [m for m in channel.messages if p["ts"] in {m["ts"], m.get("thread_ts")}]
        if not thread:
            raise Refusal("thread_not_found")
        return self._page(thread, p, newest_first=False)

    def _readable(self, p: Params) -> Channel:
        channel = self._channel(p)
        if self._w.bot not in channel.members:
            raise Refusal("not_in_channel")
        return channel

    def _page(self, messages: list[Any], p: Params, *, newest_first: bool) -> dict[str, Any]:
        oldest = number(p, "oldest", 0.0, "invalid_ts_oldest")
        latest = number(p, "latest", float("inf"), "invalid_ts_latest")
        within = [m for m in messages if oldest < float(m["ts"]) < latest and "only_for" not in m]
        within.sort(key=lambda m: float(m["ts"]), reverse=newest_first)
        start = int(number(p, "cursor", 0, "invalid_cursor"))
        limit = min(int(number(p, "limit", 100, "invalid_limit")), 999)
        if limit < 1:
            raise Refusal("invalid_limit")
        with_metadata = bool(p.get("include_all_metadata"))
        shown = [
            m if with_metadata else {k: v for k, v in m.items() if k != "metadata"} for m in within
        ]
        more = start + limit < len(within)
        return {
            "messages": shown[start : start + limit],
            "has_more": more,
            "response_metadata": {"next_cursor": str(start + limit) if more else ""},
        }

    def _info(self, p: Params) -> dict[str, Any]:
        return {"channel": self._described(self._channel(p))}

    def _members(self, p: Params) -> dict[str, Any]:
        users = sorted(self._channel(p).members)
        start = int(number(p, "cursor", 0, "invalid_cursor"))
        end = start + int(number(p, "limit", 100, "invalid_limit"))
        cursor = str(end) if end < len(users) else ""
        return {"members": users[start:end], "response_metadata": {"next_cursor": cursor}}

    def _described(self, channel: Channel) -> dict[str, Any]:
        return {
            "id": channel.id,
            "name": channel.name,
            "is_channel": not channel.partner,
            "is_im": bool(channel.partner),
            "is_private": channel.private or bool(channel.partner),
            "num_members": len(channel.members),
            "is_archived": channel.archived,
            "is_member": self._w.bot in channel.members,
            "topic": {"value": channel.topic},
        }

    def _mine(self, p: Params) -> dict[str, Any]:
        direct = "im" in str(p.get("types", "public_channel")).split(",")
        own = [c for c in self._w.conversations() if self._w.bot in c.members]
        channels = [self._described(c) for c in own if direct or not c.partner]
        return {"channels": channels, "response_metadata": {"next_cursor": ""}}

    def _by_email(self, p: Params) -> dict[str, Any]:
        for user in self._w.users.values():
            if user.email and user.email == p.get("email"):
                return {"user": _user(user)}
        raise Refusal("users_not_found")

    def _open(self, p: Params) -> dict[str, Any]:
        check_view(p["view"], "modal")
        if "'file_input'" in str(p["view"]) and not self.uploads.allowed:
            raise Refusal("missing_scope")
        return {"view": self._w.modals.open(self._pulled(p), p["view"])}

    def _push(self, p: Params) -> dict[str, Any]:
        check_view(p["view"], "modal")
        return {"view": self._w.modals.push(self._pulled(p), p["view"])}

    def _pulled(self, p: Params) -> str:
        return self._w.pull_trigger(str(p["trigger_id"]))

    def _publish(self, p: Params) -> dict[str, Any]:
        check_view(p["view"], "home")
        user = self._w.user(str(p["user_id"])).id
        before = self._w.homes.get(user) or {}
        view = self._w.keep_view(user, p["view"], before.get("id", ""))
        self._w.tell(user, {"type": "home", "view": view})
        return {"view": view}

    def _update_view(self, p: Params) -> dict[str, Any]:
        return {"view": self._w.modals.update(str(p["view_id"]), p["view"], p.get("hash") or "")}


def _user(user: Any) -> dict[str, Any]:
    profile = {"real_name": user.real_name, "title": user.title, "email": user.email}
    return {
        "id": user.id,
        "team_id": user.team,
        "name": user.name,
        "real_name": user.real_name,
        "deleted": user.deleted,
        "is_bot": user.is_bot,
        "is_restricted": user.guest,
        "profile": profile,
    }
