"""The Slack app manifest, made from one list of what the bot listens to and needs.

A test holds the list to the registered handlers, both ways. Every scope has its reason.
"""

from __future__ import annotations

import json
from typing import Any

from bot.blocks.forms import SHORTCUT

NAME = "partnership-bot"

COMMANDS: dict[str, tuple[str, str]] = {
    "/csp": ("Ask about the action plan, or report progress", "[question | update REF … | help]"),
    "/priority": ("Show one priority of the plan", "NAME"),
    "/action": ("Show one action of the plan", "REF"),
}
"""Command -> (description, usage hint)."""

EVENTS: dict[str, str] = {
    "app_home_opened": "draw Home for whoever opens it",
    "app_mention": "answer where it is mentioned, also in threads",
    "message.im": "answer direct messages",
    "member_joined_channel": "say hello when invited, and post what waited for the channel",
    "user_change": "take rights away when an account is deactivated",
    "app_uninstalled": "stop posting when the app is removed",
    "tokens_revoked": "stop posting when the token is revoked",
}
"""Event -> why it is listened to."""

SHORTCUTS: dict[str, tuple[str, str]] = {
    SHORTCUT: ("Save as action update", "Starts an update with this message as evidence"),
}
"""Callback id of a message shortcut -> (name, description)."""

BOT_SCOPES: dict[str, str] = {
    "app_mentions:read": "hear when it is mentioned",
    "channels:history": "find its own posts again (public channels): lost answers, redaction",
    "channels:read": "know whether it is in the partnership's channel, who is, when it is invited",
    "chat:write": "post answers, notices and the summary",
    "commands": "slash commands and the message shortcut",
    "groups:history": "the same look in a private partnership channel",
    "groups:read": "the same check for a private partnership channel",
    "im:history": "read direct messages sent to it, and find its own",
    "im:read": "look for its own direct message when Slack's answer was lost",
    "im:write": "open a direct message for a reminder",
    "users:read": "names of newcomers, and hearing when an account is deactivated",
    "users:read.email": "match people by e-mail address: a members file, a mapped domain",
}
"""Scope -> why it is needed. Nothing more is asked for."""

OPTIONAL_SCOPES: dict[str, str] = {
    "files:read": "read a plan, a return or a list that is given to it in a message or a form",
    "files:write": "send the committee paper and the workbook to whoever asks",
}
"""Scope -> what it adds. Without it the bot works, and the command line does the same
(docs.slack.dev, "Optional scopes": `bot_optional`)."""


def manifest(*, socket_mode: bool = True, url: str = "") -> dict[str, Any]:
    """The manifest as Slack takes it. With `url` (https://…/slack/events) it uses HTTP instead."""
    reach = {"request_url": url} if url else {}
    return {
        "display_information": {
            "name": NAME,
            "description": "The action plan of a Community Safety Partnership",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": NAME, "always_online": True},
            "slash_commands": [
                {
                    "command": command,
                    "description": description,
                    "usage_hint": hint,
                    "should_escape": True,
                    **({"url": url} if url else {}),
                }
                for command, (description, hint) in COMMANDS.items()
            ],
            "shortcuts": [
                {"name": name, "type": "message", "callback_id": callback, "description": text}
                for callback, (name, text) in SHORTCUTS.items()
            ],
        },
        "oauth_config": {
            "scopes": {
                "bot": sorted({**BOT_SCOPES, **OPTIONAL_SCOPES}),
                "bot_optional": sorted(OPTIONAL_SCOPES),
            },
            **_redirect(url),
        },
        "settings": {
            "event_subscriptions": {"bot_events": sorted(EVENTS), **reach},
            "interactivity": {"is_enabled": True, **reach},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket_mode and not url,
            "token_rotation_enabled": False,
        },
    }


def _redirect(url: str) -> dict[str, Any]:
    """Where Slack may send browsers back to that install the app; only a service over HTTP asks."""
    back = url.removesuffix("/events") + "/oauth_redirect"
    return {"redirect_urls": [back]} if url else {}


def as_json(url: str = "") -> str:
    """The manifest as text, to paste into Slack."""
    return json.dumps(manifest(url=url), indent=2, ensure_ascii=False)
