"""Waiting for Slack when the bot starts: a host may be up before its network is."""

from __future__ import annotations

import logging
from collections.abc import Callable
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.config import Settings
from bot.core.errors import Unusable
from bot.core.remedies import PASSING, meaning, remedy

TRIES = 24
PAUSE_SECONDS = 5.0
"""Together two minutes; then the host's supervisor starts the bot afresh."""


def silent_client(settings: Settings, token: str) -> WebClient:
    """A client that tries once and logs nothing: whoever asks says what it met."""
    silent = logging.getLogger("slack_sdk.silent")
    silent.disabled = True
    return WebClient(
        token, base_url=settings.slack_api_url, timeout=10, retry_handlers=[], logger=silent
    )


def wait_for_slack(
    settings: Settings, say: Callable[[str], None], pause: Callable[[float], object]
) -> None:
    """Return once Slack takes the bot's token; `say` why it takes so long. Raises Unusable: Slack
    refuses the token, or cannot be reached. A service for several has no token to try."""
    if settings.serves_many:
        return
    token = settings.slack_bot_token.get_secret_value()
    client = silent_client(settings, token)
    for number in range(TRIES):
        why = _tried(client)
        if not why:
            return
        if number % 6 == 0:
            say(f"{_unreached(why)} Trying again every {PAUSE_SECONDS:.0f} seconds.")
        pause(PAUSE_SECONDS)
    raise Unusable(f"{_unreached(why)} Given up after {TRIES} tries.")


def _unreached(why: str) -> str:
    return (
        f"Slack cannot be reached ({why}). "
        "Check SLACK_API_URL and that this host may open https connections."
    )


def _tried(client: WebClient) -> str:
    """Why Slack does not answer just now; empty when it does."""
    try:
        client.auth_test()
    except SlackApiError as refusal:
        error = str(refusal.response.get("error") or "no reason given")
        if error in PASSING or refusal.response.status_code >= 500:
            return error
        raise Unusable(f"SLACK_BOT_TOKEN: {meaning(error)} ({error}).", remedy(error)) from None
    except (SlackClientError, OSError, HTTPException, ValueError) as fault:
        return type(fault).__name__
    return ""
