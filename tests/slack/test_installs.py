"""One service for many: installing, single-use states, encrypted tokens, keys that change."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from starlette.applications import Starlette

from bot.app import build
from bot.clock import MovableClock
from bot.config import Misconfigured, load_settings
from bot.core.access import Role
from bot.core.codec import encode
from bot.messages.notices import Message
from bot.run import run_bot
from bot.sample.loading import load_sample
from bot.sandbox.delivery import Acked, SignedHttp
from bot.sandbox.server import Served, SlackServer
from bot.sandbox.verbs import WebApi
from bot.sandbox.workspace import User, Workspace
from bot.slack.http import build_web
from bot.slack.installs import Installs, States, Vault, new_key
from bot.slack.manifest import BOT_SCOPES
from bot.slack.pace import Pace
from bot.slack.request_guard import RequestGuard
from bot.store.store import Store

pytestmark = pytest.mark.slow

KEY = new_key()


class Api(WebApi):
    """The verbs of one workspace that may install the bot."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace = workspace
        self.whole_organisation = False

    def call(self, method: str, params: dict[str, Any], token: str) -> dict[str, Any]:
        """As Slack answers; an installation of a whole organisation names no team."""
        answer = super().call(method, params, token)
        if method == "oauth.v2.access" and self.whole_organisation:
            answer |= {"team": None, "enterprise": {"id": "E1"}, "is_enterprise_install": True}
        return answer


class Everywhere(WebApi):
    """Slack as one service for many sees it: each token and each code leads to its workspace."""

    def __init__(self, *workspaces: Api) -> None:
        self.by_code = {api.code: api for api in workspaces}
        self.by_token = {api.workspace.token: api for api in workspaces}
        self.scopes = workspaces[0].scopes

    def call(self, method: str, params: dict[str, Any], token: str) -> dict[str, Any]:
        """The answer of the workspace that is meant."""
        api = self.by_code.get(str(params.get("code", ""))) or self.by_token.get(token)
        if api is None:
            refused = "invalid_code" if "code" in params else "invalid_auth" * bool(token)
            return {"ok": False, "error": refused or "not_authed"}
        return api.call(method, params, token)


def _workspace(now: Callable[[], datetime], team: str, token: str, code: str) -> Api:
    slack = Workspace(now, team=team, token=token)
    slack.add_user(User("U0KELLY", "kelly", "Kelly Marsh"))
    slack.add_channel("C1", "community-safety", "U0KELLY", slack.bot)
    api = Api(slack)
    api.scopes = ",".join(BOT_SCOPES)
    api.code, api.installer = code, "U0KELLY"
    return api


class Service:
    """A service for many workspaces, and two workspaces that may install it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = count(1)
        self.clock = MovableClock(datetime(2018, 5, 14, 9, tzinfo=UTC), ZoneInfo("Europe/London"))
        self.api = _workspace(self.now, "T0DEMO", "xoxb-sevenoaks-token", "good-code")
        self.other = _workspace(self.now, "T0DARTFORD", "xoxb-dartford-token", "other-code")
        self.slack = self.api.workspace
        server = SlackServer(self.slack, Everywhere(self.api, self.other))
        self.stand_in = Served(Starlette(routes=server.routes()))
        settings = load_settings(
            None,
            slack_client_id="111.222",
            slack_client_secret="client-secret",
            slack_signing_secret="signing-secret",
            installs_key=KEY,
            slack_api_url=f"{self.stand_in.url}/api",
            database_url=f"sqlite:///{folder / 'many.sqlite3'}",
        )
        self.clock = MovableClock(datetime(2018, 5, 14, 9, tzinfo=UTC), settings.zone)
        self.bot = build(settings, clock=self.clock, pace=Pace(0))
        web = build_web(
            self.bot.bolt, RequestGuard("signing-secret", self.bot.bolt.dispatch), self.bot.health
        )
        self.edge = Served(web)
        self.signed = SignedHttp(f"{self.edge.url}/slack/events", "signing-secret", wait=60)

    def now(self) -> datetime:
        """The time everywhere."""
        return self.clock.now()

    def begin(self) -> tuple[str, str]:
        """Open the page of installing; (state, cookie)."""
        with urllib.request.urlopen(f"{self.edge.url}/slack/install", timeout=60) as page:
            cookie = page.headers["set-cookie"].split(";")[0]
            found = re.search(r"state=([\w-]+)", page.read().decode())
        assert found
        return found[1], cookie

    def come_back(self, state: str, cookie: str, code: str = "good-code") -> int:
        """Slack sends the browser back; the status of the page."""
        return self.page(f"code={code}&state={state}", cookie)[0]

    def page(self, query: str, cookie: str = "") -> tuple[int, str]:
        """Status and text of the page Slack sends browsers back to."""
        url = f"{self.edge.url}/slack/oauth_redirect?{query}"
        try:
            asked = urllib.request.Request(url, headers={"cookie": cookie})
            with urllib.request.urlopen(asked, timeout=60) as page:
                return int(page.status), page.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()

    def hears(self, at: datetime | None = None, team: str = "", **event: Any) -> Acked:
        """An event of a workspace, that happened `at` (now)."""
        envelope = {
            "type": "event_callback",
            "event_id": f"Ev{next(self.numbers)}",
            "event_time": int((at or self.clock.now()).timestamp()),
            "team_id": team or self.slack.team,
            "api_app_id": "A0BOT",
            "event": event,
        }
        return self.signed.send("event", envelope)

    def has_token(self) -> bool:
        """Whether a token of the first workspace is kept."""
        with self.bot.store.installed() as installs:
            return installs.tokens(self.slack.team) is not None

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
    with service.bot.store.reading(service.slack.team) as records:
        (kelly,) = records.members.coordinators()
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
    assert service.hears(type="app_uninstalled").status == 200
    assert service.bot.store.paused() == {service.slack.team: "app_uninstalled"}
    assert not service.has_token()
    service.come_back(*service.begin())
    assert service.bot.store.paused() == {}


def test_a_removal_told_late_does_not_undo_a_newer_installation(service: Service) -> None:
    removed = service.clock.now()
    service.clock.move_to(removed + timedelta(minutes=3))
    service.come_back(*service.begin())
    service.hears(removed, type="app_uninstalled")
    assert service.has_token()
    assert service.bot.store.paused() == {}


def test_only_the_bots_own_token_counts_when_tokens_are_revoked(service: Service) -> None:
    service.come_back(*service.begin())
    service.hears(type="tokens_revoked", tokens={"oauth": ["U0KELLY"], "bot": []})
    assert service.has_token()
    assert service.bot.store.paused() == {}
    service.hears(type="tokens_revoked", tokens={"oauth": [], "bot": [service.slack.bot]})
    assert not service.has_token()
    assert service.bot.store.paused() == {service.slack.team: "app_uninstalled"}


def test_what_never_was_installed_leaves_no_trace_when_it_is_removed(service: Service) -> None:
    service.hears(team="T0OTHER", type="app_uninstalled")
    assert service.bot.store.workspaces() == ()


def test_two_partnerships_never_see_one_another(service: Service) -> None:
    service.come_back(*service.begin())
    service.come_back(*service.begin(), code="other-code")
    assert service.bot.store.workspaces() == ("T0DARTFORD", "T0DEMO")
    load_sample(service.bot.context, "T0DEMO")
    assert "ASB1" in str(service.asks("ASB1").body)
    assert "No action plan has been loaded" in str(service.asks("ASB1", team="T0DARTFORD").body)
    for team in ("T0DEMO", "T0DARTFORD"):
        with service.bot.store.writing(team) as records:
            now = service.clock.now()
            records.outbox.put(
                team, channel="C1", kind="Message", payload=encode(Message(team)), due_at=now
            )
    service.bot.tick()
    for api in (service.api, service.other):
        texts = [m["text"] for m in api.workspace.channel("C1").messages]
        assert texts == [api.workspace.team]


def test_a_whole_organisation_is_refused_in_words(service: Service) -> None:
    service.api.whole_organisation = True
    state, cookie = service.begin()
    status, page = service.page(f"code=good-code&state={state}", cookie)
    assert status == 400
    assert "one workspace" in page
    assert service.bot.store.workspaces() == ()


def test_pages_say_why_and_never_echo_what_came_in_the_address(service: Service) -> None:
    assert "said no" in service.page("error=access_denied")[1]
    assert "script" not in service.page("error=<script>x</script>")[1]
    assert "/slack/install" in service.page("state=x")[1]


def test_a_slack_that_is_away_is_a_page_too(service: Service) -> None:
    state, cookie = service.begin()
    service.stand_in.close()
    status, page = service.page(f"code=good-code&state={state}", cookie)
    assert (status, "again" in page) == (503, True)


def test_no_code_is_logged(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    state, cookie = service.begin()
    assert service.page(f"code=stolen%0Acode&state={state}", cookie)[0] == 401
    assert "stolen" not in caplog.text
    assert "invalid_code" in caplog.text


def test_no_request_waits_for_slack_to_confirm_a_token(service: Service) -> None:
    service.come_back(*service.begin())
    service.stand_in.close()
    assert "missing" in str(service.asks("help").body)


def test_states_nobody_came_back_with_are_forgotten(any_store: Store) -> None:
    now = datetime(2018, 5, 14, tzinfo=UTC)
    old = States(any_store, lambda: now).issue()
    States(any_store, lambda: now + timedelta(minutes=11)).issue()
    with any_store.installing() as installs:
        assert not installs.take_state(old, now - timedelta(days=1))


def test_a_key_can_be_changed_without_anybody_installing_again(any_store: Store) -> None:
    old, new = new_key(), new_key()
    now = datetime(2018, 5, 14, tzinfo=UTC)
    with any_store.installing() as installs:
        installs.save("T1", Vault(old).lock(dict.fromkeys(("bot_token",), "xoxb-1")), now)
    assert Installs(any_store, Vault(f"{new},{old}"), lambda: now).token("T1") == "xoxb-1"
    assert Installs(any_store, Vault(new), lambda: now).token("T1") == ""
    assert Installs(any_store, Vault(new), lambda: now).unreadable() == ("T1",)
    Installs(any_store, Vault(f"{new},{old}"), lambda: now).use_first_key()  # at the next start
    assert Installs(any_store, Vault(new), lambda: now).token("T1") == "xoxb-1"
    assert Vault(new).lock({}) != Vault(new).lock({})


def test_tokens_are_forgotten_unless_they_are_newer(any_store: Store) -> None:
    now = datetime(2018, 5, 14, tzinfo=UTC)
    installs = Installs(any_store, Vault(KEY), lambda: now)
    with any_store.installing() as rows:
        rows.save("T1", "old", now)
        rows.rotate("T1", "older", "stale")
        assert rows.tokens("T1") == "old"
    ended = [installs.forget("T1", now + timedelta(seconds=late)) for late in (-1, 1, 1)]
    assert ended == [False, True, False]


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
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    with pytest.raises(Misconfigured, match="leave SLACK_CLIENT_ID empty"):
        run_bot(socket=False, http=True, port=0)
    with pytest.raises(Misconfigured, match="new-key"):
        Vault("no key")
