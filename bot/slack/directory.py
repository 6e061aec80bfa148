"""Slack's directory: which account has which e-mail address."""

from __future__ import annotations

from collections.abc import Callable

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.config import Settings


def by_email(settings: Settings) -> Callable[[str], str | None]:
    """A function from an e-mail address to a Slack user id, or None when there is none."""
    token = settings.slack_bot_token.get_secret_value()
    client = WebClient(token, base_url=settings.slack_api_url, timeout=10)

    def look(email: str) -> str | None:
        if not email or not token:
            return None
        try:
            return str(client.users_lookupByEmail(email=email)["user"]["id"])
        except (SlackClientError, OSError):
            return None

    return look
