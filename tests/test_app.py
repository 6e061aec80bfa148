"""The whole bot, joined: what it does before it says that it is ready."""

from __future__ import annotations

from bot.app import WARM_UP, WARMED_UP, WARMING
from bot.core.access import HOME
from bot.services import members
from bot.services.answers import answer
from bot.slack.http import GONE_THROUGH, build_web, go_through
from bot.slack.request_guard import RequestGuard
from tests.partnership import Partnership
from tests.statements import asked


def test_warming_reads_the_plan_writes_nothing_and_tells_nobody(partnership: Partnership) -> None:
    with asked(partnership.bot.store) as seen:
        partnership.bot.warm()
    assert seen.writing == 0
    assert partnership.channel() == []
    assert partnership.bot.health()["last_envelope"] is None
    with asked(partnership.bot.store) as seen:
        partnership.bot.warm()
    # Which workspaces there are, and the version of each reading: is it an update, what is asked.
    assert len(seen.statements) <= 2 + 3 * len(WARMING) * WARMED_UP


def test_who_asks_and_what_they_are_told_cost_one_statement_together(
    partnership: Partnership,
) -> None:
    context, store = partnership.bot.context, partnership.bot.store
    partnership.bot.warm()
    with asked(store) as seen:
        caller = members.identify(store, HOME, "U0HELEN")
        said = answer(context, caller, "ASB3")
    assert "ASB3" in said.text
    assert (seen.transactions, seen.writing, len(seen.statements)) == (1, 0, 1)


def test_the_way_over_http_is_gone_through_for_nobody(partnership: Partnership) -> None:
    bot = partnership.bot
    secret = partnership.settings.slack_signing_secret.get_secret_value()
    web = build_web(bot.bolt, RequestGuard(secret, bot.bolt.dispatch), bot.health)
    with asked(bot.store) as seen:
        answers = go_through(web, secret, WARM_UP)
    assert [a["status"] for a in answers if "status" in a] == [200] * GONE_THROUGH
    assert all(b"/csp help" in a["body"] for a in answers if "body" in a)
    assert seen.writing == 0
    assert partnership.channel() == []
