"""Words that are about something find the actions and priorities of whatever plan is held."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.plan import Priority
from bot.reading.about import Placed
from bot.reading.parts import Index
from bot.reading.plan_texts import content_of, text_of
from bot.reading.tokens import stems
from bot.reading.topics import FEW, Topics
from tests.factories import a_plan, an_action


@pytest.fixture(scope="module")
def topics(index: Index) -> Topics:
    return index.topics


def test_an_actions_own_words_find_it_first(topics: Topics) -> None:
    for action in topics.plan.actions:
        best = next(iter(topics.about(stems(action.text)).actions))
        assert best == action.ref, action.text


def test_an_actions_own_words_are_placed_in_its_priority_or_ask(topics: Topics) -> None:
    misplaced = []
    for action in topics.plan.actions:
        placed = topics.place(topics.about(stems(action.text)))
        answered = placed.priority == action.priority
        offered = {action.ref, action.priority} & {*placed.offered}
        if not (answered or offered):
            misplaced.append(action.ref)
    assert len(misplaced) <= len(topics.plan.actions) // 10, misplaced


def test_the_name_of_a_priority_is_that_priority(topics: Topics) -> None:
    for priority in topics.plan.priorities:
        placed = topics.place(topics.about(stems(priority.name)))
        assert placed.priority == priority.code


@pytest.mark.parametrize("words", ["", "zeppelins", "the of and", "zeppelins quokkas gnus"])
def test_words_that_are_about_nothing_are_placed_nowhere(topics: Topics, words: str) -> None:
    assert topics.place(topics.about(stems(words))) == Placed()


def test_what_is_closest_is_inside_the_priority_asked_for(topics: Topics) -> None:
    for action in topics.plan.actions:
        about = topics.about(stems(action.text))
        for priority in topics.plan.priorities:
            inside = topics.closest(about, priority.code)
            assert {topics.plan.action(ref).priority for ref in inside} <= {priority.code}


def test_actions_that_hold_words_hold_all_that_any_action_holds(topics: Topics) -> None:
    for action in topics.plan.actions:
        known = tuple(word for word in stems(text_of(action)) if topics.holding((word,)))[:3]
        held = topics.holding(known)
        assert action.ref in held
        for ref in held:
            own = set(stems(text_of(topics.plan.action(ref))))
            assert set(known) <= own


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_word_that_no_text_holds_changes_nothing(topics: Topics, data: st.DataObject) -> None:
    action = data.draw(st.sampled_from(topics.plan.actions))
    own = stems(action.text)
    place = data.draw(st.integers(0, len(own)))
    if topics.about(own).actions == topics.about((*own[:place], "zeppelin", *own[place:])).actions:
        return
    assert 0 < place < len(own), "only inside a phrase does a word part anything"


def test_a_plan_without_a_matching_text_is_asked_nothing_about(topics: Topics) -> None:
    small = Topics(a_plan())
    for action in small.plan.actions:
        assert next(iter(small.about(stems(action.text)).actions)) == action.ref
    assert small.place(small.about(stems("zeppelins"))) == Placed()


def test_an_action_told_in_its_own_words_is_meant_wherever_it_stands() -> None:
    named = (
        Priority("VAWG", "Violence against women, domestic abuse and sexual violence", 1),
        Priority("SU", "Substance use and street life", 2),
    )
    texts = {"VAWG1": "Train staff to help women at risk", "VAWG2": "Support survivors",
             "SU4": "Stock drink spiking test kits in pubs", "SU5": "Naloxone"}  # fmt: skip
    actions = [an_action(ref, priority=ref[:-1], text=text) for ref, text in texts.items()]
    plan = Topics(a_plan(*actions, priorities=named))
    assert plan.place(plan.about(stems("spiked drinks"))).refs == ("SU4",)


def test_a_taught_word_names_its_priority(topics: Topics) -> None:
    code = topics.plan.priorities[0].code
    taught = Topics(topics.plan, [("zeppelins", code)])
    placed = taught.place(taught.about(stems("zeppelins")))
    assert (placed.priority, placed.entire) == (code, True)


def test_words_that_stand_in_the_texts_of_a_few_actions_are_of_all_of_these(topics: Topics) -> None:
    holders: dict[str, set[str]] = {}
    for action in topics.plan.actions:
        for word in stems(text_of(action)):
            holders.setdefault(word, set()).add(action.ref)
    for action in topics.plan.actions:
        for one, other in pairwise(content_of(stems(action.text))):
            whole = holders[one] & holders[other]
            placed = topics.place(topics.about((one, other)))
            if len(whole) <= FEW and whole & {*placed.refs}:
                assert whole <= {*placed.refs}, (one, other)
