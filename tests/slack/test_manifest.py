"""The manifest and the handlers say the same, both ways; nothing more is asked than is needed."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from bot.app import register
from bot.services.context import Context
from bot.slack import manifest

BOT = Path(manifest.__file__).parents[1]

# What each Web API method needs (docs.slack.dev, the page of each method).
NEEDS = {
    "auth_test": set(),
    "chat_delete": {"chat:write"},
    "chat_getPermalink": set(),
    "chat_postEphemeral": {"chat:write"},
    "chat_postMessage": {"chat:write"},
    "chat_update": {"chat:write"},
    "conversations_history": {"channels:history", "groups:history", "im:history"},
    "conversations_info": {"channels:read", "groups:read", "im:read"},
    "conversations_members": {"channels:read", "groups:read", "im:read"},
    "conversations_open": {"im:write"},
    "files_info": {"files:read"},
    "files_upload_v2": {"files:write"},
    "conversations_replies": {"channels:history", "groups:history", "im:history"},
    "users_conversations": {"channels:read", "groups:read", "im:read"},
    "users_info": {"users:read", "users:read.email"},
    "users_lookupByEmail": {"users:read.email", "users:read"},
    "apps_connections_open": set(),
    "views_open": set(),
    "views_publish": set(),
    "views_push": set(),
    "views_update": set(),
}
EVENT_NEEDS = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "member_joined_channel": "channels:read",
    "user_change": "users:read",
}


class Recorder:
    """Stands in for Bolt's App and writes down what is registered."""

    def __init__(self) -> None:
        self.found: dict[str, list[Any]] = defaultdict(list)

    def __getattr__(self, kind: str) -> Any:
        def listen(*what: Any) -> Any:
            self.found[kind] += what
            return lambda listener: listener

        return listen


def _registered() -> dict[str, list[Any]]:
    recorder = Recorder()
    register(recorder, Context(None, None, None, None))  # type: ignore[arg-type]
    return recorder.found


def test_commands_and_shortcuts_are_those_registered() -> None:
    found = _registered()
    assert set(found["command"]) == set(manifest.COMMANDS)
    assert set(found["shortcut"]) == set(manifest.SHORTCUTS)


def test_events_are_those_registered() -> None:
    listened = {re.sub(r"^message\..*", "message", event) for event in manifest.EVENTS}
    assert set(_registered()["event"]) == listened


def _methods_called() -> set[str]:
    return {
        node.func.attr
        for path in BOT.rglob("*.py")
        if "sandbox" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and re.match(r"^(?:auth|chat|conversations|users|apps|views|files)_", node.func.attr)
    }


@pytest.mark.slow
def test_every_scope_is_needed_by_something_and_nothing_needed_is_missing() -> None:
    called = _methods_called()
    assert called <= set(NEEDS), "say in NEEDS what scope the new method needs"
    needed = {scope for method in called for scope in NEEDS[method]}
    needed |= {scope for event, scope in EVENT_NEEDS.items() if event in manifest.EVENTS}
    needed |= {"commands"}
    # groups:* are the same needs in a private channel.
    assert needed == {*manifest.BOT_SCOPES, *manifest.OPTIONAL_SCOPES}


def test_every_scope_and_event_has_its_reason() -> None:
    assert all(manifest.BOT_SCOPES.values())
    assert all(manifest.EVENTS.values())


def test_the_manifest_keeps_slacks_limits() -> None:
    made = manifest.manifest()
    assert len(made["display_information"]["description"]) <= 140
    for command in made["features"]["slash_commands"]:
        assert len(command["description"]) <= 2000
        assert command["should_escape"] is True
    for shortcut in made["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24


def test_over_http_every_door_has_the_address() -> None:
    made = manifest.manifest(url="https://bot.example/slack/events")
    assert made["settings"]["socket_mode_enabled"] is False
    assert made["settings"]["event_subscriptions"]["request_url"].endswith("/slack/events")
    assert all("url" in command for command in made["features"]["slash_commands"])
    assert made["oauth_config"]["redirect_urls"] == ["https://bot.example/slack/oauth_redirect"]
    assert "redirect_urls" not in manifest.manifest()["oauth_config"]
