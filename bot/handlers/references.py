"""What people typed, with the names of channels that Slack left out.

In some messages a channel stands by its id alone (docs.slack.dev, "Formatting message text",
"Linking channels": the label may be missing); a reader sees its name.
"""

from __future__ import annotations

import re

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.blocks import kit

_WITHOUT_NAME = re.compile(r"<#([CG][A-Z0-9]{1,31})\|?>")
_MOST = 3
"""Channels looked up for one message: Slack waits three seconds for the answer to it."""


def as_typed(text: str, client: WebClient) -> str:
    """The text as its writer sees it in Slack."""
    for channel in list(dict.fromkeys(_WITHOUT_NAME.findall(text)))[:_MOST]:
        if name := _name(client, channel):
            text = re.sub(rf"<#{channel}\|?>", f"#{name}", text)
    return kit.unescape(_WITHOUT_NAME.sub("a channel", text))


def _name(client: WebClient, channel: str) -> str:
    """A channel's name; empty where Slack does not say it, as of a private one of others."""
    try:
        return str(client.conversations_info(channel=channel)["channel"].get("name") or "")
    except (SlackClientError, OSError):
        return ""
