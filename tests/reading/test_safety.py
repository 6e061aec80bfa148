"""Danger: 999 is said first where it is plain, and beside the answer where it may be."""

from __future__ import annotations

import pytest

from bot.reading.safety import alarming


@pytest.mark.parametrize(
    "text",
    [
        "hes outside the house banging on the door",
        "my ex is outside banging on the door",
        "he has got me locked in",
        "a kid has been knocked over",
        "some lads are all over the road at the crossing",
    ],
)
def test_a_message_that_tells_what_somebody_does_may_be_about_danger(text: str) -> None:
    assert alarming(text)


@pytest.mark.parametrize(
    "text",
    [
        "which police actions are red",
        "they have not reported",
        "the council is leading on what",
        "who leads ASB3",
        "what is overdue",
        "is he a lead",
    ],
)
def test_a_question_about_the_plan_is_not(text: str) -> None:
    assert not alarming(text)
