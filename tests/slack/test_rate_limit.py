"""Nobody keeps the others waiting: allowances, told once, earned back with time."""

from __future__ import annotations

from typing import Any

import pytest
from slack_bolt import BoltContext

from bot.core.errors import Refused
from bot.slack.rate_limit import COMMANDS, OTHERS, RateLimiter


class Gate:
    """A rate limiter with a clock of its own; counts who came through."""

    def __init__(self) -> None:
        self.moment = 0.0
        self.through = 0
        self._limiter = RateLimiter(lambda: self.moment)

    def knock(self, user: str = "U1", **body: Any) -> str:
        """What became of one request: through, refused or dropped."""
        before = self.through
        context = BoltContext({"user_id": user, "team_id": "T1"})
        try:
            self._limiter.admit(body, context, self._next)
        except Refused as refusal:
            return refusal.message
        return "through" if self.through > before else "dropped"

    def _next(self) -> None:
        self.through += 1


EVENT = {"type": "event_callback"}


def test_who_asks_too_fast_is_told_once_and_the_others_are_not_touched() -> None:
    gate = Gate()
    assert {gate.knock(**EVENT) for _ in range(OTHERS.burst)} == {"through"}
    assert "faster than I can answer" in gate.knock(**EVENT)
    assert gate.knock(**EVENT) == "dropped"
    assert gate.knock("U2", **EVENT) == "through"


def test_waiting_earns_it_back() -> None:
    gate = Gate()
    for _ in range(OTHERS.burst):
        gate.knock(**EVENT)
    gate.moment += 1.0
    assert [gate.knock(**EVENT) for _ in range(2)] == ["through", "through"]
    assert "faster" in gate.knock(**EVENT)


def test_a_form_is_always_answered_and_what_was_typed_into_a_closed_one_is_always_kept() -> None:
    gate = Gate()
    for _ in range(OTHERS.burst):
        gate.knock(type="view_submission")
    assert ["faster" in gate.knock(type="view_submission") for _ in range(3)] == [True] * 3
    assert gate.knock(type="view_closed") == "through"


@pytest.mark.parametrize("number", [OTHERS.burst + 1, COMMANDS.burst])
def test_commands_are_counted_apart_since_they_cost_next_to_nothing(number: int) -> None:
    gate = Gate()
    assert {gate.knock(command="/csp") for _ in range(number)} == {"through"}
