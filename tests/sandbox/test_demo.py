"""The demo as it is served: secrets of its own, nobody else's page, a clock that goes forwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.core.access import HOME, Caller, Role
from bot.core.quarters import Quarter
from bot.sandbox.card import GUEST
from bot.sandbox.demo import CHANNEL, FIRST_DAY, Demo
from bot.services import post_log
from tests.sandbox.conftest import ask

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """One demo for all these tests."""
    made = Demo(tmp_path_factory.mktemp("demo"), monotonic=lambda: 0.0)
    yield made
    made.close()


def test_its_token_is_a_secret_of_its_own(demo: Demo, tmp_path: Path) -> None:
    other = Demo(tmp_path, monotonic=lambda: 0.0)
    other.close()
    assert len(demo.workspace.token) > 32
    assert demo.workspace.token != other.workspace.token
    assert demo.workspace.token not in json.dumps(ask(f"{demo.served.url}/sandbox/state"))


@pytest.mark.parametrize(
    "stranger", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}], ids=str
)
@pytest.mark.parametrize("path", ["/", "/sandbox/state", "/api/auth.test", "/sandbox/send"])
def test_no_other_site_may_use_it(demo: Demo, path: str, stranger: dict[str, str]) -> None:
    body: object = {} if path == "/sandbox/send" else None
    assert ask(demo.served.url + path, body, stranger)[0] == 403


@pytest.mark.parametrize("to", ["soon", "2018-02-30", "2018-01-01", FIRST_DAY.isoformat()])
def test_its_clock_goes_forwards_to_real_days_only(demo: Demo, to: str) -> None:
    before = demo.clock.now()
    status, told = ask(f"{demo.served.url}/sandbox/clock", {"to": to})
    assert (status, told["ok"]) == (400, False)
    assert demo.clock.now() >= before


def test_moving_the_clock_lives_through_the_reminders_on_the_way(tmp_path: Path) -> None:
    demo = Demo(tmp_path, monotonic=lambda: 0.0)
    try:
        status, told = ask(f"{demo.served.url}/sandbox/clock", {"to": "2018-07-10"})
        assert (status, demo.clock.today()) == (200, date(2018, 7, 10))
        assert told["clock"]["label"] == "Tuesday 10 July 2018"
        said = demo.workspace.channel(CHANNEL).messages
        assert any("Q1 2018-19" in message["text"] for message in said)
        assert any(
            channel.partner and channel.messages for channel in demo.workspace.conversations()
        )
    finally:
        demo.close()


def test_moving_the_clock_says_how_far_it_is_and_nothing_goes_out_late(tmp_path: Path) -> None:
    demo = Demo(tmp_path, monotonic=lambda: 0.0)
    told: list[dict[str, Any]] = []
    demo.workspace.listeners.append(lambda _user, event: told.append(event))
    try:
        demo.move("2018-10-11")
        moving = [event for event in told if event["type"] == "moving"]
        assert moving[0]["label"] == "Tuesday 19 June 2018"
        assert [event["share"] for event in moving] == sorted(event["share"] for event in moving)
        assert moving[-1]["share"] == 1
        kelly = Caller(HOME, "U0KELLY", Role.COORDINATOR)
        lines = post_log.lines(demo.bot.context, kelly, 200)
        assert lines
        assert {line.outcome for line in lines} == {"sent on time"}
    finally:
        demo.close()


def test_the_sample_lives_through_four_quarters(tmp_path: Path) -> None:
    demo = Demo(tmp_path, today=date(2019, 3, 31), monotonic=lambda: 0.0)
    try:
        with demo.bot.store.reading(HOME) as records:
            progress = records.plans.progress(demo.clock.today())
        quarters = (Quarter(2018, number) for number in (1, 2, 3, 4))
        reported = [
            sum(s.reported_for(quarter) is not None for s in progress.standings)
            for quarter in quarters
        ]
        assert min(reported) > 15
    finally:
        demo.close()


def test_a_guest_from_another_workspace_works_without_commands(demo: Demo) -> None:
    send = f"{demo.served.url}/sandbox/send"
    asked = {"user": GUEST, "channel": CHANNEL, "text": "/csp mine"}
    assert "is not a valid command" in str(ask(send, asked))
    text = f"<@{demo.workspace.bot}> update ASB9 green Offered in every new dispute"
    ask(send, asked | {"text": text})
    shown = demo.workspace.channel(CHANNEL).messages
    assert any("Saved: ASB9" in message["text"] for message in shown)


def test_a_command_is_answered_on_the_page(demo: Demo) -> None:
    asked = {"user": "U0CLLR", "channel": CHANNEL, "text": "/csp asb 3"}
    assert ask(f"{demo.served.url}/sandbox/send", asked) == (200, {"ok": True})
    shown = ask(f"{demo.served.url}/sandbox/messages?user=U0CLLR&channel={CHANNEL}")[1]["messages"]
    assert "ASB3" in shown[-1]["text"]
    assert shown[-1]["ephemeral"] is True


def test_next_years_plan_can_be_loaded_and_april_lived_through(tmp_path: Path) -> None:
    demo = Demo(tmp_path, today=date(2019, 2, 18), monotonic=lambda: 0.0)
    try:
        status, told = ask(f"{demo.served.url}/sandbox/next_plan", {})
        assert status == 200
        assert "I hold the 2018-19 plan in force" in told["effect"]
        assert "It will be in force on 1 April 2019" in told["effect"]
        assert ask(f"{demo.served.url}/sandbox/clock", {"to": "2019-04-02"})[0] == 200
        said = demo.workspace.channel(CHANNEL).messages
        assert any("The 2019-20 plan is in force" in message["text"] for message in said)
    finally:
        demo.close()
