"""Turns of phrase are read as plainer ones; what only looks like them stays as it is typed."""

from __future__ import annotations

import pytest

from bot.reading.read_as import plainer

PLAINER = {
    "are there more reds then ambers": "are there more reds than ambers",
    "should of been done": "should have been done",
    "between the Q1 return and the Q2 one": "between Q1 and Q2",
    "slipped to red from green": "slipped from green to red",
    "red when Q1 closed": "red at the end of Q1",
    "changes since the last meeting (20 Sept)": "changes since 20 Sept)",
    "since we last met on 20 September": "since 20 September",
    "which aren\u2019t due until March": "which are due not until March",
    "the police aside, what is red": "apart from the police, what is red",
    "reported in q1 AND q2": "reported in q1 and again in q2",
    "no. of reds": "number of reds",
    "red + amber": "red and amber",
    "no I meant red": "and red",
}
AS_TYPED = (
    "what was green and then red", "of course it should", "not due until after March",
    "what came to red lion square from green lane", "since the last meeting", "q1 and q2",
    "no reds", "when does Q1 close",
)  # fmt: skip


@pytest.mark.parametrize(("typed", "read"), PLAINER.items())
def test_a_turn_of_phrase_is_read_as_a_plainer_one(typed: str, read: str) -> None:
    assert plainer(typed) == read


@pytest.mark.parametrize("typed", AS_TYPED)
def test_what_only_looks_like_one_stays_as_it_is_typed(typed: str) -> None:
    assert plainer(typed) == typed
