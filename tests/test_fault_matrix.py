"""The short form of `bench/fault_matrix.py`: nothing lost, nothing doubled; and what Slack delivers
twice, or late, is answered once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.fault_matrix import LOOK, MENDED, PARTS, PASSING, POST, Office, mended, once, passing
from bot.sandbox.delivery import Acked, SignedHttp
from bot.sandbox.faults import Fault
from bot.sandbox.server import Served
from bot.slack.http import build_web
from bot.slack.request_guard import RequestGuard
from bot.store.store import Store
from tests.partnership import Partnership

pytestmark = pytest.mark.slow

PATIENCE = 60.0
"""Seconds: a busy machine is no fault of Slack's."""


@pytest.fixture
def office(store: Store) -> Iterator[Office]:
    made = Office(store)
    yield made
    made.close()


@pytest.mark.parametrize("at", range(PARTS))
@pytest.mark.parametrize("fault", list(PASSING))
def test_a_passing_fault_loses_and_doubles_nothing(office: Office, fault: Fault, at: int) -> None:
    assert passing(office, fault, at, "post") == ""


@pytest.mark.parametrize("error", MENDED)
def test_what_a_person_can_mend_is_held_and_goes_out_when_mended(
    office: Office, error: str
) -> None:
    assert mended(office, error, "post") == ""


def test_a_look_that_fails_is_made_again_and_nothing_is_guessed(office: Office) -> None:
    office.put("post")
    office.faults.plan(POST, Fault.RESET_AFTER)
    office.faults.plan(LOOK, Fault.BROKEN_500)
    office.faults.plan(LOOK, Fault.RATE_LIMITED, "2")
    office.live(16)
    assert office.shown("post") == once("post")


@pytest.fixture
def signed(partnership: Partnership) -> Iterator[SignedHttp]:
    """Slack's signed HTTP, to the partnership's bot."""
    bot = partnership.bot
    secret = partnership.settings.slack_signing_secret.get_secret_value()
    guard = RequestGuard(secret, bot.bolt.dispatch)
    edge = Served(build_web(bot.bolt, guard, bot.health))
    yield SignedHttp(f"{edge.url}/slack/events", secret, wait=PATIENCE)
    edge.close()


def written(partnership: Partnership, text: str) -> dict[str, object]:
    """The envelope of a direct message of Grace's."""
    event = {
        "type": "message",
        "channel_type": "im",
        "user": "U0GRACE",
        "text": text,
        "ts": "1526290000.000100",
        "channel": partnership.workspace.dm("U0GRACE").id,
        "event_ts": "1526290000.000100",
    }
    return {
        "type": "event_callback",
        "event_id": "Ev0001",
        "team_id": partnership.workspace.team,
        "api_app_id": "A0BOT",
        "event": event,
        "authorizations": [{"team_id": partnership.workspace.team, "user_id": "U0BOT"}],
    }


def test_an_update_that_slack_delivers_three_times_is_made_and_answered_once(
    partnership: Partnership, signed: SignedHttp
) -> None:
    grace = partnership.person("U0GRACE")
    envelope = written(partnership, "update DA1 green 38 new clients")
    assert signed.send("event", envelope).status == 200
    # Slack did not hear the answers, and delivers it again with its retry headers.
    for failed in (Acked(504), Acked(500)):
        assert signed.redeliver(envelope, failed).status == 200
    assert len(grace.letters()) == 1
    partnership.bot.tick()
    assert len([text for text in partnership.channel() if "DA1" in text]) == 1


def test_an_event_whose_first_delivery_was_lost_is_answered_at_its_retry(
    partnership: Partnership, signed: SignedHttp
) -> None:
    grace = partnership.person("U0GRACE")
    envelope = written(partnership, "update DA1 green 38 new clients")
    assert signed.redeliver(envelope, Acked(504)).status == 200
    assert "Saved: DA1" in grace.letters()[-1]
