"""What Slack says to the doctor: of the token, the scopes, the clock, the entrance, the channel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.cli.check import Check, looked
from bot.config import Settings
from bot.core.access import HOME
from bot.slack.manifest import BOT_SCOPES, OPTIONAL_SCOPES
from bot.store.store import Store

CLOCK_SLACK_SECONDS = 60
"""A host clock further off than this breaks signatures (Slack refuses after five minutes)."""


def slack_checks(
    settings: Settings, store: Store | None, client: WebClient, now: Callable[[], datetime]
) -> Iterator[Check]:
    """What Slack says of the token, the scopes, the clock, the entrance and the channel."""
    if not client.token:
        yield _no_token(settings)
        return
    try:
        answer = client.auth_test()
    except (SlackClientError, OSError, HTTPException, ValueError) as refusal:
        yield _unreachable(refusal)
        return
    yield Check("bot token", well=True, detail=f"works for {answer['team']}")
    yield _scopes(answer.headers)
    yield _clock(answer.headers, now())
    yield _entrance(settings, client)
    if store is not None:
        yield looked("partnership channel", lambda: _channel(settings, store, client))


def _no_token(settings: Settings) -> Check:
    if not settings.serves_many:
        return Check(
            "bot token",
            well=False,
            detail="SLACK_BOT_TOKEN is empty",
            remedy="Install the app to your workspace and copy the token that starts xoxb-.",
        )
    chosen = settings.workspace != HOME
    return Check(
        "bot token",
        well=not chosen,
        detail=f"none for {settings.workspace}"
        if chosen
        else "each workspace has its own; WORKSPACE=T... chooses one to look at",
        remedy="Set WORKSPACE to a team that installed the app, or install it there.",
    )


def _unreachable(refusal: Exception) -> Check:
    if isinstance(refusal, SlackApiError):
        reason = str(refusal.response.get("error", "refused"))
        remedy = "Copy the bot token again from 'OAuth & Permissions'; reinstall if it was revoked."
        return Check("bot token", well=False, detail=f"Slack says {reason}", remedy=remedy)
    return Check(
        "Slack",
        well=False,
        detail=f"cannot be reached ({type(refusal).__name__})",
        remedy="Check SLACK_API_URL and that this host may open https connections.",
    )


def _scopes(headers: Any) -> Check:
    granted = set(_header(headers, "x-oauth-scopes").replace(" ", "").split(",")) - {""}
    missing = sorted(set(BOT_SCOPES) - granted)
    if not granted:
        return Check("scopes", well=True, detail="not told by this Slack")
    if missing:
        return Check(
            "scopes",
            well=False,
            detail="missing " + ", ".join(missing),
            remedy="Update the app from `partnership-bot manifest` and install it again.",
        )
    without = sorted(set(OPTIONAL_SCOPES) - granted)
    lacks = f"; without {' and '.join(without)}, which are optional (files)" if without else ""
    return Check("scopes", well=True, detail=f"all {len(BOT_SCOPES)} granted{lacks}")


def _clock(headers: Any, now: datetime) -> Check:
    slack_date = _header(headers, "date")
    if not slack_date:
        return Check("clock", well=True, detail="not compared")
    off = abs((now - parsedate_to_datetime(slack_date)).total_seconds())
    return Check(
        "clock",
        well=off <= CLOCK_SLACK_SECONDS,
        detail=f"{off:.0f} seconds from Slack's",
        remedy="Switch on time synchronisation (NTP) on this host.",
    )


def _header(headers: Any, name: str) -> str:
    values = {str(key).lower(): value for key, value in dict(headers or {}).items()}
    header = values.get(name, "")
    return str(header[0] if isinstance(header, list) else header)


def _entrance(settings: Settings, client: WebClient) -> Check:
    app_token = settings.slack_app_token.get_secret_value()
    if not app_token:
        return Check(
            "entrance",
            well=bool(settings.slack_signing_secret.get_secret_value()),
            detail="signed HTTP on /slack/events"
            if settings.slack_signing_secret.get_secret_value()
            else "neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set",
            remedy="Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.",
        )
    try:
        client.apps_connections_open(app_token=app_token)
    except (SlackClientError, OSError):
        return Check(
            "entrance",
            well=False,
            detail="Slack does not accept SLACK_APP_TOKEN",
            remedy="Make an app-level token with connections:write and switch Socket Mode on.",
        )
    return Check("entrance", well=True, detail="Socket Mode")


def _channel(settings: Settings, store: Store, client: WebClient) -> Check:
    with store.reading(settings.workspace) as records:
        channel = records.settings.channel(settings.partnership_channel)
    if not channel:
        return Check(
            "partnership channel",
            well=False,
            detail="not set",
            remedy="Set PARTNERSHIP_CHANNEL to the channel's id, or use `/csp channel` there.",
        )
    try:
        info = client.conversations_info(channel=channel)["channel"]
    except (SlackClientError, OSError):
        info = {}
    name = info.get("name", channel)
    if info.get("is_archived"):
        return Check("partnership channel", False, f"#{name} is archived", "Choose another.")
    return Check(
        "partnership channel",
        well=bool(info.get("is_member")),
        detail=f"#{name}" if info.get("is_member") else f"the bot is not in {name}",
        remedy="In that channel, type: /invite @partnership-bot",
    )
