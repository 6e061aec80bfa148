"""`partnership-bot doctor`: what is missing before the bot can work, each with its remedy.

Asks Slack and the database, changes nothing, and never prints a token.
"""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from slack_sdk import WebClient

from bot.cli.check import Check, looked, unusable
from bot.cli.doctor_slack import slack_checks
from bot.config import Misconfigured, Settings, load_settings
from bot.core.errors import Refused
from bot.core.progress import count
from bot.opening import clock_of
from bot.slack.installs import Installs, vault_of
from bot.slack.reaching import silent_client
from bot.store.store import Store

LONG_WAIT = timedelta(hours=1)


def diagnose() -> Iterator[Check]:
    """Every check of this host. Whatever is wrong is a check that says so: the doctor is never
    the casualty itself."""
    try:
        settings = load_settings()
    except Misconfigured as wrong:
        remedy = "Correct them in the environment or in .env; `partnership-bot settings` explains."
        yield Check("settings", False, "; ".join(str(wrong).splitlines()), remedy)
        return
    yield Check("settings", well=True, detail="can be read")
    now = clock_of(settings).now
    try:
        store = Store(settings.database)
    except Exception as fault:  # whatever it is, it is what is wrong
        yield unusable("database", fault)
        token = token_of(settings, None, now)
        client = silent_client(settings, token)
        yield from slack_checks(settings, None, client, now)
        return
    try:
        token = token_of(settings, store, now)
        client = silent_client(settings, token)
        yield from examine(settings, store, client, now)
    finally:
        store.close()


def examine(
    settings: Settings, store: Store, client: WebClient, now: Callable[[], datetime]
) -> Iterator[Check]:
    """Every check in turn. `client` must carry the bot token (of a service for several: that of
    the settings' workspace) and a short timeout."""
    yield _database(store)
    yield looked("posts", lambda: _waiting(settings, store, now()))
    yield _running(settings)
    if settings.serves_many:
        yield looked("installs", lambda: _installs(settings, store, now))
    yield from slack_checks(settings, store, client, now)
    yield looked("plan", lambda: _plan(settings, store, now()))
    yield looked("coordinators", lambda: _coordinators(settings, store))


def _installs(settings: Settings, store: Store, now: Callable[[], datetime]) -> Check:
    """The workspaces that installed the app, and whether the key opens their tokens."""
    try:
        installs = Installs(store, vault_of(settings), now)
    except Misconfigured as wrong:
        return Check("installs", False, str(wrong), "See docs/deploy.md, 'several partnerships'.")
    with store.installed() as installs_table:
        teams = installs_table.teams()
    if unreadable := installs.unreadable():
        return Check(
            "installs",
            well=False,
            detail=f"INSTALLS_KEY does not open the tokens of {', '.join(unreadable)}",
            remedy="Add the older key after the present one and a comma, or install there again.",
        )
    return Check("installs", well=True, detail=", ".join(teams) or "none yet, at /slack/install")


def token_of(settings: Settings, store: Store | None, now: Callable[[], datetime]) -> str:
    """The bot token to examine with; empty when there is none that can be read."""
    if not settings.serves_many:
        return settings.slack_bot_token.get_secret_value()
    try:
        installs = Installs(store, vault_of(settings), now) if store else None
        return installs.token(settings.workspace) if installs else ""
    except Exception:  # the check of the installs, or of the database, says what is wrong
        return ""


def _database(store: Store) -> Check:
    def look() -> Check:
        store.examine()
        return Check("database", well=True, detail="reachable, whole, schema current")

    return looked("database", look)


def _waiting(settings: Settings, store: Store, now: datetime) -> Check:
    """Posts that should have gone out: the age of the oldest."""
    with store.reading(settings.workspace) as records:
        due = [row.due_at for row in records.outbox.open_before(now)]
    if not due:
        return Check("posts", well=True, detail="none is waiting")
    waits = now - min(due)
    return Check(
        "posts",
        well=waits < LONG_WAIT,
        detail=f"{count(len(due), 'post')} waiting, the oldest for {str(waits).split('.')[0]}",
        remedy="`/csp log` says why; [Try again] there sends what was held.",
    )


def _running(settings: Settings) -> Check:
    """What the bot running on this host says of itself: its last tick, the last word of Slack."""
    url = f"http://{settings.host}:{settings.port}/healthz"
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            health = json.load(answer)
    except (OSError, ValueError):
        return Check("bot", well=True, detail=f"not running on this host ({url} does not answer)")
    ticked, received = health.get("last_tick") or "never", health.get("last_envelope") or "never"
    return Check(
        "bot", well=True, detail=f"running: last tick {ticked}, last from Slack {received}"
    )


def _plan(settings: Settings, store: Store, now: datetime) -> Check:
    try:
        with store.reading(settings.workspace) as records:
            plan = records.plans.plan(now.astimezone(settings.zone).date())
    except Refused as none:
        return Check("plan", well=False, detail=none.message, remedy=none.next_step)
    return Check("plan", well=True, detail=f"{plan.title} {plan.year}: {len(plan.actions)} actions")


def _coordinators(settings: Settings, store: Store) -> Check:
    with store.reading(settings.workspace) as records:
        known = len(records.members.coordinators()) + len(settings.coordinators)
    return Check(
        "coordinators",
        well=known > 0,
        detail="at least one" if known else "none",
        remedy="Set COORDINATORS to the Slack user id of the community safety manager.",
    )
