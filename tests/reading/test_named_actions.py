"""An action is called by its own words: what is said beside them is asked of it, never a filter."""

from __future__ import annotations

from itertools import product

import pytest

from bot.reading.expression import Of, Refs, conjuncts, leaves
from bot.reading.named_actions import is_joining
from bot.reading.parts import Index
from bot.reading.plan_texts import text_of
from bot.reading.tokens import stems, words
from bot.reading.wants import Kind
from tests.reading.conftest import Reader

CALLED = {
    "tasking meeting": "ASB1",
    "joint patrols": "ASB2",
    "horse yards": "ACQ3",
    "first aid training": "MH2",
    "hate conference": "SAF2",
    "vulnerability panel": "SAF5",
    "estate walkabouts": "ASB7",
    "White Ribbon campaign": "DA5",
}
"""Words of one action, some of which the grammar has for something else: "first", "panel"."""
ASKED = {
    "who leads the {}": {Kind.LEADS},
    "who is doing the {} job": {Kind.LEADS},
    "when is the {} due": {Kind.DUE},
    "what's the new date for the {}": {Kind.DUE, Kind.HISTORY, Kind.ACTIONS},
    "{} - what was the date to start with and what is it now": {Kind.DUE, Kind.HISTORY},
    "is the {} job on track": {Kind.ACTIONS},
    "is the {} late": {Kind.ACTIONS, Kind.DUE},
    "has the {} been finished": {Kind.ACTIONS},
    "why is the {} red": {Kind.HISTORY, Kind.LATEST},
    "when did the {} first go red": {Kind.HISTORY},
    "{}: have we hit the target": {Kind.MEASURES, Kind.ACTIONS},
    "what is the baseline for the {}": {Kind.MEASURES},
    "what was the last update on the {}": {Kind.LATEST, Kind.HISTORY},
}


@pytest.mark.parametrize(("name", "question"), [*product(CALLED, ASKED)])
def test_what_stands_beside_the_name_of_one_action_is_asked_of_it(
    name: str, question: str, asked: Reader
) -> None:
    reading = asked(question.format(name))
    assert reading.over == Refs((CALLED[name],))
    assert reading.want.kind in ASKED[question]


def test_three_words_side_by_side_in_one_action_alone_call_it(index: Index, asked: Reader) -> None:
    """Unless they are a priority's or an agency's as well ("mental health team")."""
    holding = {action.ref: {*stems(action.text)} for action in index.plan.actions}
    tried, otherwise = 0, []
    for action in index.plan.actions:
        typed = words(action.text)
        for name in zip(typed, typed[1:], typed[2:], strict=False):
            own = {stem for word in name for stem in stems(word)}
            alone = [ref for ref, has in holding.items() if own <= has] == [action.ref]
            if alone and not any(map(is_joining, name)):
                tried += 1
                reading = asked(f"when is the {' '.join(name)} due")
                named = [part for part in conjuncts(reading.over) if not isinstance(part, Of)]
                otherwise += [name] * (named != [Refs((action.ref,))])
    assert tried > 50
    assert len(otherwise) <= tried // 7, otherwise


@pytest.mark.parametrize("name", ["hoarding work", "suicide one", "walkabouts thing", "litter job"])
def test_one_word_of_one_action_alone_calls_it_before_a_thing(
    name: str, asked: Reader, index: Index
) -> None:
    (word,) = stems(name.split()[0])
    (ref,) = [a.ref for a in index.plan.actions if word in stems(text_of(a))]
    assert asked(f"is the {name} late").over == Refs((ref,))
    assert asked(f"is the {name} late").want.kind is Kind.ACTIONS


@pytest.mark.parametrize("question", [
    "which hate crime actions are overdue",
    "town centre reds, how many",
    "which mental health actions are late",
    "close the action",
    "anything about joint working that is late",
])  # fmt: skip
def test_a_subject_of_several_and_words_of_the_grammar_are_no_name(
    question: str, asked: Reader
) -> None:
    reading = asked(question)
    assert reading.want.kind is not Kind.ACTIONS


def test_what_is_told_with_the_words_of_an_action_is_for_topics(asked: Reader) -> None:
    assert asked("road shows in villages that get broken into").want.kind is Kind.TOPIC


def test_two_actions_called_are_both_meant(asked: Reader) -> None:
    reading = asked("when are the joint patrols and the estate walkabouts due")
    assert {*leaves(reading.over)} == {Refs(("ASB2",)), Refs(("ASB7",))}
