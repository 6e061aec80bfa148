"""One service for many: installing, single-use states, encrypted tokens, keys that change."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from starlette.applications import Starlette

from bot.app import build
from bot.clock import MovableClock
from bot.config import Misconfigured, Settings
from bot.core.access import Role
from bot.installs import Installs, States, Vault, new_key
from bot.manifest import BOT_SCOPES
from bot.post import Pace
from bot.run import run_bot
from bot.sandbox.delivery import Acked, SignedHttp
from bot.sandbox.server import Served, SlackServer
from bot.sandbox.verbs import WebApi
from bot.sandbox.workspace import User, Workspace
from bot.store.store import Store
from bot.web import build_web

KEY = new_key()


class Service:
    """A service for many workspaces, and one workspace that may install it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.slack = Workspace(lambda: self.clock.now())
        self.slack.add_user(User("U0KELLY", "kelly", "Kelly Marsh"))
        self.slack.add_channel("C1", "community-safety", "U0KELLY")
        self.api = WebApi(self.slack)
        self.api.scopes = ",".join(BOT_SCOPES)
        self.api.code, self.api.installer = "good-code", "U0KELLY"
        self.stand_in = Served(Starlette(routes=SlackServer(self.slack, self.api).routes()))
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            slack_client_id="111.222",
            slack_client_secret=SecretStr("client-secret"),
            slack_signing_secret=SecretStr("signing-secret"),
            installs_key=SecretStr(KEY),
            slack_api_url=f"{self.stand_in.url}/api",
            database_url=f"sqlite:///{folder / 'many.sqlite3'}",
        )
        self.clock = MovableClock(datetime(2018, 5, 14, 9, tzinfo=UTC), settings.zone)
        self.bot = build(settings, clock=self.clock, pace=Pace(0))
        web = build_web(self.bot.bolt, "signing-secret", self.bot.health)
        self.edge = Served(web)
        self.signed = SignedHttp(f"{self.edge.url}/slack/events", "signing-secret")

    def begin(self) -> tuple[str, str]:
        """Open the page of installing; (state, cookie)."""
        with urllib.request.urlopen(f"{self.edge.url}/slack/install", timeout=10) as page:
            cookie = page.headers["set-cookie"].split(";")[0]
            found = re.search(r"state=([\w-]+)", page.read().decode())
        assert found
        return found[1], cookie

    def come_back(self, state: str, cookie: str, code: str = "good-code") -> int:
        """Slack sends the browser back; the status of the page."""
        url = f"{self.edge.url}/slack/oauth_redirect?code={code}&state={state}"
        try:
            asked = urllib.request.Request(url, headers={"cookie": cookie})
            with urllib.request.urlopen(asked, timeout=10) as page:
                return int(page.status)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code

    def asks(self, text: str, team: str = "") -> Acked:
        """A slash command of Kelly's."""
        command: dict[str, Any] = {
            "command": "/csp",
            "text": text,
            "user_id": "U0KELLY",
            "team_id": team or self.slack.team,
            "channel_id": "C1",
            "trigger_id": self.slack.trigger("U0KELLY"),
        }
        return self.signed.send("command", command)

    def close(self) -> None:
        """Stop everything."""
        self.edge.close()
        self.bot.close()
        self.stand_in.close()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    made = Service(tmp_path)
    yield made
    made.close()


def test_who_installs_it_is_the_first_coordinator_and_the_bot_answers_at_once(
    service: Service,
) -> None:
    assert service.come_back(*service.begin()) == 200
    assert "missing" in str(service.asks("help").body)  # a coordinator's command
    with service.bot.store.reading(service.slack.team) as books:
        (kelly,) = books.members.coordinators()
    assert (kelly.user, kelly.role) == ("U0KELLY", Role.COORDINATOR)


def test_a_workspace_that_never_installed_it_gets_nothing(service: Service) -> None:
    service.come_back(*service.begin())
    assert "missing" not in str(service.asks("help", team="T0OTHER").body)
    assert service.bot.store.workspaces() == (service.slack.team,)


def test_a_state_is_good_once_for_ten_minutes_and_in_its_own_browser(service: Service) -> None:
    state, cookie = service.begin()
    assert service.come_back(state, "other=1") == 400
    assert service.come_back("invented", "slack-app-oauth-state=invented") == 401
    assert service.come_back(state, cookie) == 200
    assert service.come_back(state, cookie) == 401
    late, cookie = service.begin()
    service.clock.move_to(service.clock.now() + timedelta(minutes=11))
    assert service.come_back(late, cookie) == 401


def test_a_code_that_slack_refuses_installs_nothing(service: Service) -> None:
    assert service.come_back(*service.begin(), code="bad-code") == 401
    assert service.bot.store.workspaces() == ()


def test_the_token_is_in_no_file_and_in_no_repr(service: Service) -> None:
    service.come_back(*service.begin())
    stored = b"".join(f.read_bytes() for f in service.folder.iterdir() if f.is_file())
    assert service.slack.token.encode() not in stored
    assert KEY.encode() not in stored
    assert KEY not in repr(Vault(KEY))


def test_when_the_app_is_removed_its_token_is_deleted_and_posts_wait(service: Service) -> None:
    service.come_back(*service.begin())
    event = {"type": "app_uninstalled"}
    envelope = {
        "type": "event_callback",
        "event_id": "Ev1",
        "team_id": service.slack.team,
        "api_app_id": "A0BOT",
        "event": event,
        "authorizations": [{"team_id": service.slack.team, "user_id": service.slack.bot}],
    }
    assert service.signed.send("event", envelope).status == 200
    assert service.bot.store.paused() == {service.slack.team: "app_uninstalled"}
    with service.bot.store.installing() as installs:
        assert installs.tokens(service.slack.team) is None
    service.come_back(*service.begin())
    assert service.bot.store.paused() == {}


def test_a_key_can_be_changed_without_anybody_installing_again(store: Store) -> None:
    old, new = new_key(), new_key()
    now = datetime(2018, 5, 14, tzinfo=UTC)
    with store.installing() as installs:
        installs.save("T1", Vault(old).lock(dict.fromkeys(("bot_token",), "xoxb-1")), now)
    assert Installs(store, Vault(f"{new},{old}"), lambda: now).token("T1") == "xoxb-1"
    assert Installs(store, Vault(new), lambda: now).token("T1") == ""
    Installs(store, Vault(f"{new},{old}"), lambda: now).use_first_key()  # at the next start
    assert Installs(store, Vault(new), lambda: now).token("T1") == "xoxb-1"
    assert Vault(new).lock({}) != Vault(new).lock({})


def test_any_replica_may_take_a_state_another_issued_but_only_one(any_store: Store) -> None:
    now = datetime(2018, 5, 14, tzinfo=UTC)
    state = States(any_store, lambda: now).issue()
    taken = [States(any_store, lambda: now).consume(state) for _ in range(2)]
    assert taken == [True, False]


def test_what_is_missing_is_named_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SLACK_CLIENT_ID", "111.222")
    with pytest.raises(Misconfigured) as told:
        run_bot(socket=False, http=True, port=0)
    names = [line.split(":")[0] for line in str(told.value).splitlines()]
    assert names == ["SLACK_CLIENT_SECRET", "INSTALLS_KEY", "SLACK_SIGNING_SECRET"]
    with pytest.raises(Misconfigured, match="runs over HTTP"):
        run_bot(socket=True, http=False, port=0)
    with pytest.raises(Misconfigured, match="new-key"):
        Vault("no key")
