"""A command, a click or a form is done once, whoever delivers it again."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from slack_bolt import BoltRequest
from sqlalchemy import text

from bot.app import Bot, build
from bot.core.access import HOME
from bot.slack.pace import Pace
from tests.partnership import CHANNEL, Partnership


@pytest.fixture
def replica(partnership: Partnership) -> Iterator[Bot]:
    """Another process of the same service, or the same one after a restart."""
    with another(partnership) as bot:
        yield bot


@contextmanager
def another(partnership: Partnership) -> Iterator[Bot]:
    bot = build(partnership.settings, clock=partnership.clock, pace=Pace(0))
    yield bot
    bot.close()


def command(partnership: Partnership, words: str, user: str = "U0KELLY") -> dict[str, Any]:
    workspace = partnership.workspace
    return {
        "team_id": workspace.team,
        "channel_id": CHANNEL,
        "user_id": user,
        "command": "/csp",
        "text": words,
        "response_url": f"{partnership.url}/respond/none",
        "trigger_id": workspace.trigger(user),
    }


def deliver(bot: Bot, body: dict[str, Any]) -> str:
    return str(bot.bolt.dispatch(BoltRequest(mode="socket_mode", body=body)).body or "")


def is_taught(partnership: Partnership, word: str) -> bool:
    with partnership.bot.store.reading(HOME) as records:
        rows = records.connection.execute(text("SELECT word FROM taught")).scalars()
        return word in set(rows)


def receipts(partnership: Partnership) -> int:
    with partnership.bot.store.reading(HOME) as records:
        rows = records.connection.execute(text("SELECT count(*) FROM seen")).scalar()
        return int(rows or 0)


def test_a_recorded_command_changes_nothing_on_another_replica_or_after_a_restart(
    partnership: Partnership, replica: Bot
) -> None:
    recorded = command(partnership, 'teach "needles" = Substance Misuse')
    deliver(partnership.bot, recorded)
    assert is_taught(partnership, "needles")
    deliver(partnership.bot, command(partnership, "unteach needles"))
    assert not is_taught(partnership, "needles")
    answer = deliver(replica, recorded)
    assert "nothing was done twice" in answer
    assert not is_taught(partnership, "needles")


def test_a_command_that_was_refused_may_be_sent_again(
    partnership: Partnership, replica: Bot
) -> None:
    refused = command(partnership, 'teach "needles" = Substance Misuse', "U0CLLR")
    deliver(partnership.bot, refused)
    assert "nothing was done twice" not in deliver(replica, refused)
    assert not is_taught(partnership, "needles")


def test_a_question_keeps_no_receipt_and_is_answered_by_every_replica(
    partnership: Partnership, replica: Bot
) -> None:
    before, asked = receipts(partnership), command(partnership, "who leads ASB1")
    answers = deliver(partnership.bot, asked), deliver(replica, asked)
    assert "Community Safety Unit" in answers[0]
    assert answers[0] == answers[1]
    assert receipts(partnership) == before


def test_what_comes_three_times_at_once_is_answered_once(partnership: Partnership) -> None:
    asked = command(partnership, "who leads ASB1")
    with ThreadPoolExecutor(3) as together:
        answers = list(together.map(lambda _: deliver(partnership.bot, asked), range(3)))
    assert sorted(bool(answer) for answer in answers) == [False, False, True]


def test_share_clicked_twice_shares_once(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp who leads ASB1")
    helen.clicks("Share in channel")
    helen.clicks("Share in channel")
    shared = [post for post in partnership.channel() if "shares an answer" in post]
    assert len(shared) == 1
