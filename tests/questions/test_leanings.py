"""Leanings: what everyday words point to when the thesaurus is silent, and when that is enough."""

from __future__ import annotations

from importlib.resources import files

import pytest

from bot.questions import leanings
from bot.questions.lexicon import Lexicon
from bot.questions.question import Intent
from bot.questions.questions import understand
from bot.questions.vocabulary import THEMES
from bot.questions.words import stems
from bot.sample import sample_plan
from tests.questions.conftest import TODAY

INDEX = Lexicon(sample_plan())


def test_a_word_leans_to_the_theme_it_is_near() -> None:
    assert next(iter(leanings.leaning(stems("pickpockets")))) == "acq"
    assert next(iter(leanings.leaning(stems("vodka")))) == "sub"


def test_the_file_names_themes_of_the_thesaurus_and_stems_as_they_are_looked_up() -> None:
    lines = (files("bot.questions") / "leanings.txt").read_text(encoding="utf-8").splitlines()
    named = {theme.rstrip("0123456789") for line in lines for theme in line.split()[1:]}
    assert named == set(THEMES)
    assert lines == sorted(lines)


def test_words_of_no_theme_lean_nowhere() -> None:
    assert leanings.leaning(stems("asdfgh zzxq")) == {}


def test_leanings_add_up_and_come_best_first() -> None:
    one, two = leanings.leaning(stems("vodka")), leanings.leaning(stems("vodka whisky"))
    assert two["sub"] > one["sub"]
    assert list(two.values()) == sorted(two.values(), reverse=True)


def test_a_leaning_far_ahead_of_the_next_settles_what_a_faint_sign_leaves_open() -> None:
    question = understand("smoke from bonfires", INDEX, TODAY)
    assert question.intent is Intent.TOPIC
    assert question.filters.priorities == ("ASB",)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("ladies being followed off the bus", "Domestic Abuse"),
        ("Residents say a man keeps exposing himself in the woods", "Anti-Social Behaviour"),
    ],
)
def test_a_leaning_by_itself_is_asked_back_and_never_an_answer(text: str, likely: str) -> None:
    question = understand(text, INDEX, TODAY)
    assert question.intent is Intent.CHOOSE
    assert question.choices[0].label.startswith(likely)


def test_a_single_word_that_others_speak_against_is_doubted() -> None:
    """ "shots" is drink, but catapults and swans are no licensing matter."""
    question = understand("catapults shot at swans", INDEX, TODAY)
    assert question.intent is Intent.CHOOSE
    assert question.choices[0].label.startswith("Anti-Social Behaviour")


def test_a_faint_leaning_offers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert understand("who won on saturday", INDEX, TODAY).intent is Intent.NOT_UNDERSTOOD
    assert understand("drones over back gardens", INDEX, TODAY).intent is Intent.NOT_UNDERSTOOD
    monkeypatch.setattr("bot.questions.subjects.LEANS", 0.5)
    assert understand("drones over back gardens", INDEX, TODAY).intent is Intent.CHOOSE
