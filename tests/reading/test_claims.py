"""What nobody claimed is asked about in readings said in words, or named: never dropped."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.claims import LONGEST_LABEL
from bot.reading.dated import Asker
from bot.reading.expression import EVERY, Not, described
from bot.reading.parts import Index, take_apart
from bot.reading.reader import read as read_text
from bot.reading.wants import Kind, Reading
from tests.reading.conftest import TODAY, Reader, Truth

CONDITIONS = (
    "red actions",
    "overdue police actions",
    "what is due in October",
    "amber or red ones",
)
STRANGE = ("flibbertigibbets", "zeppelins", "quokkas")
BESIDE = ("{} about {}", "{} with {}", "{} for the {}")


@pytest.mark.parametrize("way", BESIDE)
def test_a_word_nobody_knows_beside_conditions_is_asked_about_or_named(
    asked: Reader, way: str
) -> None:
    for condition, word in product(CONDITIONS, STRANGE):
        reading = asked(way.format(condition, word))
        offered = reading.want.kind is Kind.CHOOSE and word in reading.want.term
        named = any(word in note for note in reading.notes)
        assert offered or named or reading.want.kind is Kind.NOT_UNDERSTOOD, (condition, word)


@pytest.mark.parametrize("way", BESIDE)
def test_what_is_offered_without_the_word_is_the_reading_without_it(
    asked: Reader, index: Index, way: str
) -> None:
    for condition, word in product(CONDITIONS, STRANGE):
        reading = asked(way.format(condition, word))
        for label, meant in reading.offers[:1]:
            assert meant.over == asked(condition).over
            assert label.startswith(f"Without '{word}'")
            assert described(meant.over, index.plan)[:20] in label


def _labels(reading: Reading) -> list[str]:
    return [label for label, _ in reading.offers]


SMALL = ("not", "never", "no", "about", "the", "and", "or", "who", "in", "without")
TELLING = ("red", "police", "overdue", "zeppelins", "schools", "training", "west kent", "October")
WORDS = st.sampled_from((*SMALL, *TELLING, "actions"))


@settings(max_examples=200, deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=7))
def test_every_question_back_offers_different_things_in_labels_a_button_takes(
    asked: Reader, words: list[str]
) -> None:
    reading = asked(" ".join(words))
    if reading.want.kind is not Kind.CHOOSE:
        return
    assert reading.offers
    assert all(0 < len(label) <= LONGEST_LABEL for label in _labels(reading))
    assert len({(m.want.kind, m.over) for _, m in reading.offers}) == len(reading.offers)
    assert len(reading.offers) <= 5


@pytest.mark.parametrize("typed", ["red actions not", "overdue police actions never", "amber, not"])
def test_a_negation_that_finds_nothing_is_asked_with_both_ways_of_meaning_it(
    asked: Reader, truth: Truth, typed: str
) -> None:
    reading = asked(typed)
    assert reading.want.kind is Kind.CHOOSE
    (_, one), (_, other) = reading.offers
    assert other.over == Not(one.over)
    assert truth(one.over) | truth(other.over) == truth(EVERY)
    assert not truth(one.over) & truth(other.over)


@pytest.mark.parametrize("typed", [" ".join(STRANGE), "zeppelins?", "quokkas and zeppelins please"])
def test_nothing_but_strange_words_is_not_understood(asked: Reader, typed: str) -> None:
    assert asked(typed).want.kind is Kind.NOT_UNDERSTOOD


def test_a_name_that_several_agencies_begin_with_is_asked_about(index: Index) -> None:
    names = [a.name.lower().split() for a in index.plan.agencies]
    shared = {
        " ".join(name[:2])
        for name in names
        if len(name) > 2 and sum(other[:2] == name[:2] for other in names) > 1
    }
    assert shared
    for begins in shared:
        parts = take_apart(f"what does {begins} lead", index, TODAY, Asker())
        if not any(s.typed == begins and not s.named for s in parts.spans):
            continue
        reading = read_text(f"what does {begins} lead", index, TODAY)
        assert reading.want.kind is Kind.CHOOSE, begins
        assert len(reading.offers) == sum(" ".join(n).startswith(begins) for n in names)


def test_who_leads_and_is_nobody_of_the_plan_is_asked_about(asked: Reader) -> None:
    for body in ("a scout group", "the bowls club"):
        assert asked(f"anything on hoarding led by {body}").want.kind is Kind.CHOOSE, body


@pytest.mark.parametrize(
    "text",
    [
        "which were red in Q1 but have gone and had tea since",
        "amber ones in Q1 but were there",
    ],
)
def test_a_clause_with_a_verb_that_comes_to_nothing_is_asked_about(
    text: str, asked: Reader
) -> None:
    assert asked(text).want.kind is Kind.CHOOSE
