"""`partnership-bot doctor`: what is missing before the bot can work, each with its remedy.

Asks Slack and the database, changes nothing, and never prints a token.
"""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.config import Misconfigured, Settings, load_settings
from bot.core.access import HOME
from bot.core.errors import Refused, Unusable
from bot.core.progress import count
from bot.slack.installs import Installs, vault_of
from bot.slack.manifest import BOT_SCOPES
from bot.slack.reaching import silent_client
from bot.store.faults import explained
from bot.store.store import Store

CLOCK_SLACK_SECONDS = 60
"""A host clock further off than this breaks signatures (Slack refuses after five minutes)."""
LONG_WAIT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and when it is not well, what to do about it."""

    name: str
    well: bool
    found: str
    remedy: str = ""

    def __str__(self) -> str:
        mark = "ok  " if self.well else "MEND"
        return f"{mark}  {self.name}: {self.found}" + (f"\n      {self.remedy}" * (not self.well))


def diagnose() -> Iterator[Check]:
    """Every check of this host. Whatever is wrong is a check that says so: the doctor is never
    the casualty itself."""
    try:
        settings = load_settings()
    except Misconfigured as wrong:
        remedy = "Correct them in the environment or in .env; `partnership-bot settings` explains."
        yield Check("settings", False, "; ".join(str(wrong).splitlines()), remedy)
        return
    yield Check("settings", well=True, found="can be read")
    try:
        store = Store(settings.database)
    except Exception as fault:  # whatever it is, it is what is wrong
        yield _unusable("database", fault)
        token = token_of(settings, None)
        client = silent_client(settings, token)
        yield from _slack(settings, None, client)
        return
    try:
        token = token_of(settings, store)
        client = silent_client(settings, token)
        yield from examine(settings, store, client)
    finally:
        store.close()


def examine(settings: Settings, store: Store, client: WebClient) -> Iterator[Check]:
    """Every check in turn. `client` must carry the bot token (of a service for several: that of
    the settings' workspace) and a short timeout."""
    yield _database(store)
    yield _looked("posts", lambda: _waiting(settings, store))
    yield _running(settings)
    if settings.serves_many:
        yield _looked("installs", lambda: _installs(settings, store))
    yield from _slack(settings, store, client)
    yield _looked("plan", lambda: _plan(settings, store))
    yield _looked("coordinators", lambda: _coordinators(settings, store))


def _looked(name: str, look: Callable[[], Check]) -> Check:
    """A check that reads the database; when that fails, this is what it found."""
    try:
        return look()
    except Exception as fault:  # any driver's error means the same to the reader
        return _unusable(name, fault)


def _unusable(name: str, fault: Exception) -> Check:
    plain = fault if isinstance(fault, Unusable) else explained(fault)
    if plain is None:
        return Check(
            name,
            well=False,
            found=f"cannot be used ({type(fault).__name__})",
            remedy="Check DATABASE_URL and that its server runs, or that DATA_DIR can be written.",
        )
    return Check(name, well=False, found=plain.message, remedy=plain.remedy)


def _slack(settings: Settings, store: Store | None, client: WebClient) -> Iterator[Check]:
    """What Slack says of the token, the scopes, the clock, the entrance and the channel."""
    if not client.token:
        yield _no_token(settings)
        return
    try:
        answer = client.auth_test()
    except (SlackClientError, OSError, HTTPException, ValueError) as refusal:
        yield _unreachable(refusal)
        return
    yield Check("bot token", well=True, found=f"works for {answer['team']}")
    yield _scopes(answer.headers)
    yield _clock(answer.headers)
    yield _entrance(settings, client)
    if store is not None:
        yield _looked("partnership channel", lambda: _channel(settings, store, client))


def _installs(settings: Settings, store: Store) -> Check:
    """The workspaces that installed the app, and whether the key opens their tokens."""
    try:
        installs = Installs(store, vault_of(settings), lambda: datetime.now(UTC))
    except Misconfigured as wrong:
        return Check("installs", False, str(wrong), "See docs/deploy.md, 'several partnerships'.")
    with store.installed() as kept:
        teams = kept.teams()
    if unreadable := installs.unreadable():
        return Check(
            "installs",
            well=False,
            found=f"INSTALLS_KEY does not open the tokens of {', '.join(unreadable)}",
            remedy="Add the older key after the present one and a comma, or install there again.",
        )
    return Check("installs", well=True, found=", ".join(teams) or "none yet, at /slack/install")


def _no_token(settings: Settings) -> Check:
    if not settings.serves_many:
        return Check(
            "bot token",
            well=False,
            found="SLACK_BOT_TOKEN is empty",
            remedy="Install the app to your workspace and copy the token that starts xoxb-.",
        )
    chosen = settings.workspace != HOME
    return Check(
        "bot token",
        well=not chosen,
        found=f"none for {settings.workspace}"
        if chosen
        else "each workspace has its own; WORKSPACE=T... chooses one to look at",
        remedy="Set WORKSPACE to a team that installed the app, or install it there.",
    )


def token_of(settings: Settings, store: Store | None) -> str:
    """The bot token to examine with; empty when there is none that can be read."""
    if not settings.serves_many:
        return settings.slack_bot_token.get_secret_value()
    try:
        installs = Installs(store, vault_of(settings), lambda: datetime.now(UTC)) if store else None
        return installs.token(settings.workspace) if installs else ""
    except Exception:  # the check of the installs, or of the database, says what is wrong
        return ""


def _database(store: Store) -> Check:
    def look() -> Check:
        store.examine()
        return Check("database", well=True, found="reachable, whole, schema current")

    return _looked("database", look)


def _waiting(settings: Settings, store: Store) -> Check:
    """Posts that should have gone out: the age of the oldest."""
    now = datetime.now(UTC)
    with store.reading(settings.workspace) as records:
        due = [row.due_at for row in records.outbox.open_before(now)]
    if not due:
        return Check("posts", well=True, found="none is waiting")
    waits = now - min(due)
    return Check(
        "posts",
        well=waits < LONG_WAIT,
        found=f"{count(len(due), 'post')} waiting, the oldest for {str(waits).split('.')[0]}",
        remedy="`/csp log` says why; [Try again] there sends what was held.",
    )


def _running(settings: Settings) -> Check:
    """What the bot running on this host says of itself: its last tick, the last word of Slack."""
    url = f"http://{settings.host}:{settings.port}/healthz"
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            told = json.load(answer)
    except (OSError, ValueError):
        return Check("bot", well=True, found=f"not running on this host ({url} does not answer)")
    ticked, heard = told.get("last_tick") or "never", told.get("last_envelope") or "never"
    return Check("bot", well=True, found=f"running: last tick {ticked}, last from Slack {heard}")


def _unreachable(refusal: Exception) -> Check:
    if isinstance(refusal, SlackApiError):
        reason = str(refusal.response.get("error", "refused"))
        remedy = "Copy the bot token again from 'OAuth & Permissions'; reinstall if it was revoked."
        return Check("bot token", well=False, found=f"Slack says {reason}", remedy=remedy)
    return Check(
        "Slack",
        well=False,
        found=f"cannot be reached ({type(refusal).__name__})",
        remedy="Check SLACK_API_URL and that this host may open https connections.",
    )


def _scopes(headers: Any) -> Check:
    granted = set(_header(headers, "x-oauth-scopes").replace(" ", "").split(",")) - {""}
    missing = sorted(set(BOT_SCOPES) - granted)
    if not granted:
        return Check("scopes", well=True, found="not told by this Slack")
    if missing:
        return Check(
            "scopes",
            well=False,
            found="missing " + ", ".join(missing),
            remedy="Update the app from `partnership-bot manifest` and install it again.",
        )
    return Check("scopes", well=True, found=f"all {len(BOT_SCOPES)} granted")


def _clock(headers: Any) -> Check:
    told = _header(headers, "date")
    if not told:
        return Check("clock", well=True, found="not compared")
    off = abs((datetime.now(UTC) - parsedate_to_datetime(told)).total_seconds())
    return Check(
        "clock",
        well=off <= CLOCK_SLACK_SECONDS,
        found=f"{off:.0f} seconds from Slack's",
        remedy="Switch on time synchronisation (NTP) on this host.",
    )


def _header(headers: Any, name: str) -> str:
    values = {str(key).lower(): value for key, value in dict(headers or {}).items()}
    found = values.get(name, "")
    return str(found[0] if isinstance(found, list) else found)


def _entrance(settings: Settings, client: WebClient) -> Check:
    app_token = settings.slack_app_token.get_secret_value()
    if not app_token:
        return Check(
            "entrance",
            well=bool(settings.slack_signing_secret.get_secret_value()),
            found="signed HTTP on /slack/events"
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
            found="Slack does not accept SLACK_APP_TOKEN",
            remedy="Make an app-level token with connections:write and switch Socket Mode on.",
        )
    return Check("entrance", well=True, found="Socket Mode")


def _channel(settings: Settings, store: Store, client: WebClient) -> Check:
    with store.reading(settings.workspace) as records:
        channel = records.settings.channel(settings.partnership_channel)
    if not channel:
        return Check(
            "partnership channel",
            well=False,
            found="not set",
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
        found=f"#{name}" if info.get("is_member") else f"the bot is not in {name}",
        remedy="In that channel, type: /invite @partnership-bot",
    )


def _plan(settings: Settings, store: Store) -> Check:
    try:
        with store.reading(settings.workspace) as records:
            plan = records.plans.plan(datetime.now(settings.zone).date())
    except Refused as none:
        return Check("plan", well=False, found=none.message, remedy=none.next_step)
    return Check("plan", well=True, found=f"{plan.title} {plan.year}: {len(plan.actions)} actions")


def _coordinators(settings: Settings, store: Store) -> Check:
    with store.reading(settings.workspace) as records:
        known = len(records.members.coordinators()) + len(settings.coordinators)
    return Check(
        "coordinators",
        well=known > 0,
        found="at least one" if known else "none",
        remedy="Set COORDINATORS to the Slack user id of the community safety manager.",
    )
