"""`doctor` says what is missing, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from slack_sdk import WebClient
from starlette.applications import Starlette

from bot.cli.check import Check
from bot.cli.doctor import examine, token_of
from bot.config import load_settings
from bot.core.access import HOME
from bot.sandbox.server import Served, SlackServer
from bot.sandbox.verbs import WebApi
from bot.sandbox.workspace import User, Workspace
from bot.slack.http import health_only
from bot.slack.installs import Vault, new_key
from bot.slack.manifest import BOT_SCOPES
from bot.store.store import Store
from tests.factories import a_plan, at


def now() -> datetime:
    """The time of the host and of Slack."""
    return at("2018-05-14")


class Practice:
    """A stand-in Slack to be examined against."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.workspace = Workspace(now)
        self.workspace.add_user(User("U0KELLY", "kelly", "Kelly"))
        self.workspace.add_channel("C1", "community-safety", "U0KELLY", "U0BOT")
        self.api = WebApi(self.workspace)
        self.api.scopes = ",".join(BOT_SCOPES)
        self.served = Served(Starlette(routes=SlackServer(self.workspace, self.api).routes()))

    def finds(self, token: str = "xoxb-sandbox", **changes: object) -> dict[str, Check]:
        """The checks by name, with these settings."""
        settings = load_settings(
            None,
            slack_bot_token="" if "slack_client_id" in changes else token,
            slack_signing_secret="secret",
            slack_api_url=f"{self.served.url}/api",
            **{"partnership_channel": "C1", "coordinators": ("U0KELLY",)} | changes,
        )
        token = token_of(settings, self.store, now)
        client = WebClient(token, base_url=settings.slack_api_url, timeout=60)
        return {check.name: check for check in examine(settings, self.store, client, now)}


@pytest.fixture
def practice(store: Store) -> Iterator[Practice]:
    made = Practice(store)
    with store.writing(HOME) as records:
        records.plans.save(a_plan(), at("2018-04-01"))
    yield made
    made.served.close()


def test_when_all_is_well_every_check_says_so(practice: Practice) -> None:
    found = practice.finds()
    assert [check.name for check in found.values() if not check.well] == []
    assert "2 actions" in found["plan"].detail


@pytest.mark.parametrize(
    ("token", "remedy"), [("", "xoxb-"), ("xoxb-wrong", "Copy the bot token again")]
)
def test_a_missing_or_wrong_token(practice: Practice, token: str, remedy: str) -> None:
    check = practice.finds(token)["bot token"]
    assert not check.well
    assert remedy in str(check)


def test_a_missing_scope_is_named(practice: Practice) -> None:
    practice.api.scopes = ",".join(set(BOT_SCOPES) - {"im:write"})
    assert practice.finds()["scopes"].detail == "missing im:write"


def test_a_channel_the_bot_was_never_invited_to(practice: Practice) -> None:
    practice.workspace.channel("C1").members.remove("U0BOT")
    check = practice.finds()["partnership channel"]
    assert not check.well
    assert "/invite @partnership-bot" in check.remedy


def test_what_the_coordinator_has_still_to_do(store: Store, practice: Practice) -> None:
    found = practice.finds(coordinators=(), partnership_channel="")
    assert "COORDINATORS" in found["coordinators"].remedy
    assert "PARTNERSHIP_CHANNEL" in found["partnership channel"].remedy


def test_no_token_is_ever_printed(practice: Practice) -> None:
    for token in ("xoxb-wrong", "xoxb-sandbox"):
        assert token not in "\n".join(map(str, practice.finds(token).values()))


def test_the_age_of_the_oldest_post_that_waits_and_the_bots_own_word(practice: Practice) -> None:
    assert practice.finds()["posts"].detail == "none is waiting"
    with practice.store.writing(HOME) as records:
        records.outbox.put("k", channel="C1", kind="Message", payload="{}", due_at=at("2018-05-12"))
    check = practice.finds(port=1)["posts"]
    assert not check.well
    assert "1 post waiting, the oldest for" in check.detail
    assert "/csp log" in check.remedy

    said = {"ready": True, "last_tick": "2018-05-14T09:00", "last_envelope": None}
    bot = Served(health_only(lambda: said))
    port = int(bot.url.rsplit(":", 1)[1])
    told = practice.finds(port=port)["bot"].detail
    bot.close()
    assert told == "running: last tick 2018-05-14T09:00, last from Slack never"


def test_a_service_for_several_partnerships(practice: Practice, store: Store) -> None:
    key, now = new_key(), at("2018-05-14")
    many: dict[str, Any] = {"slack_client_id": "111.222", "slack_client_secret": "s"}
    with_key = many | {"installs_key": key}
    found = practice.finds(**many)
    assert "INSTALLS_KEY" in found["installs"].detail
    assert not found["installs"].well
    assert practice.finds(**with_key)["installs"].detail == "none yet, at /slack/install"
    with store.installing() as installs:
        installs.save("T0DEMO", Vault(key).lock({"bot_token": "xoxb-sandbox"}), now)
    found = practice.finds(**with_key)
    assert (found["installs"].detail, found["bot token"].well) == ("T0DEMO", True)
    assert practice.finds(**with_key, workspace="T0DEMO")["bot token"].detail.startswith(
        "works for"
    )
    assert "none for T0OTHER" in practice.finds(**with_key, workspace="T0OTHER")["bot token"].detail
    lost = practice.finds(**many, installs_key=new_key())["installs"]
    assert "does not open the tokens of T0DEMO" in lost.detail
    assert "xoxb" not in str(lost)
