"""Money: what the plan names for an action, for itself as a whole, and what it does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.progress import Progress
from bot.messages.reply import Answer, Mode
from bot.reading.parts import Index
from bot.reading.reader import read
from tests.reading.conftest import TODAY

Ask = Callable[[str], Answer]


@pytest.fixture
def ask(progress: Progress, index: Index) -> Ask:
    """Ask the sample plan something, as an observer."""
    context = AnswerContext(progress, Caller("w", "U1", Role.OBSERVER), TODAY)
    return lambda text: answer_reading(read(text, index, TODAY), context)


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("how much does ASB3 cost", "ASB3"),
        ("what did the burglary road shows cost last year", "ACQ2"),
        ("how much are we spending on the one stop shop", "DA2"),
        ("who pays for the property marking kits", "ACQ3"),
    ],
)
def test_what_a_thing_costs_is_said_not_to_be_held(ask: Ask, text: str, ref: str) -> None:
    answer = ask(text)
    assert answer.mode is Mode.DECLINE
    assert answer.title == f"I do not hold what {ref} costs: the plan names no money for it."
    assert "Funding: Police and Crime Commissioner" in answer.text


def test_how_the_plan_as_a_whole_is_paid_for_is_answered(ask: Ask) -> None:
    assert ask("how is all this funded").mode is Mode.ANSWER
