"""What is said around a question changes nothing: greetings, excuses, hedges, thanks, reasons."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.questions.asides import without_asides
from bot.questions.lexicon import Lexicon
from bot.questions.question import Intent, Question
from bot.questions.questions import understand
from bot.sample import sample_plan
from tests.questions.conftest import TODAY

INDEX = Lexicon(sample_plan())
_EXAMPLES = json.loads(
    Path(__file__).with_name("question_examples.json").read_text(encoding="utf-8")
)["questions"]
_ASKED = [
    "who leads on county lines",
    "when is the hoarding checklist due?",
    "which police actions are red",
    "how many safeguarding actions are green",
    "has the date slipped on the mobile CCTV?",
    "any updates missing for Q2",
    "stolen bikes",
    "compare fire and probation",
    "what is MARAC?",
    "asb 3",
    "what are our priorities this year?",
    "what changed since Q1",
]
_BEFORE = [
    "hi all, {}",
    "quick one - {}",
    "sorry to bother you again, but {}",
    "can you tell me {}",
    "could somebody please remind me {}",
    "do you happen to know {}",
    "I was just wondering {}",
    "For tonight's committee: {}",
    "ok so {}",
    "The chair is asking: {}",
    "I'm new here. {}",
    "Just off the phone to a resident. {}",
    "I've got a meeting in ten minutes - {}",
]
_AFTER = [
    "{} please",
    "{} right now",
    "{} at the moment, thanks",
    "{}, by the way",
    "{} if you know",
    "{} for my report",
    "{} as things stand",
    "{} I need it for the committee paper.",
    "{} Meeting starts in 5 mins",
]


def _read(text: str) -> Question:
    """What is understood, without the words it was understood from."""
    question = understand(text, INDEX, TODAY)
    also = replace(question.also, text="") if question.also else None
    return replace(question, text="", repaired=(), also=also)


@pytest.mark.parametrize("around", _BEFORE + _AFTER)
def test_what_is_said_around_a_question_does_not_change_it(around: str) -> None:
    changed = [text for text in _ASKED if _read(around.format(text)) != _read(text)]
    assert changed == []


@pytest.mark.parametrize("around", [*_BEFORE[:3], _AFTER[0], _AFTER[4], _AFTER[6]])
@pytest.mark.gate
def test_most_examples_stay_as_they_are_with_something_said_around_them(around: str) -> None:
    texts = [e["text"] for e in _EXAMPLES if e["kind"] not in {"smalltalk", "emergency"}]
    texts = [text for text in texts if len(text.split()) > 2]
    changed = [text for text in texts if _read(around.format(text)).intent != _read(text).intent]
    assert len(changed) <= 0.02 * len(texts), changed


@pytest.mark.parametrize(
    "text",
    [
        "early help: what's overdue",
        "sub 1, 2 and 3 please",
        "2.4 and 2.5 by the way",
        "thanks",
        "what is it",
        "report",
        "",
    ],
)
def test_what_is_asked_is_never_taken_for_an_aside(text: str) -> None:
    said = without_asides(text)
    assert said == text or (said and text.startswith(said))


def test_a_cry_for_help_is_no_aside() -> None:
    assert _read("there is a man with a knife right now what do I do").intent is Intent.EMERGENCY
    assert _read("what are we doing about knife crime right now").intent is Intent.TOPIC


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("which actions are complete", "which pieces of work are wrapped up"),
        ("which actions are red", "which items are flagged as red"),
        ("how many actions are green", "what number of tasks are showing green"),
        ("which police actions are due by christmas", "police deliverables due no later than xmas"),
        ("actions led by the police", "actions headed up by the police"),
        ("who leads on the walkabouts", "whose job is it to run the walkabouts"),
        ("who leads on speedwatch", "who would know about speedwatch"),
        ("which dates have slipped", "which dates have been put back"),
        ("compare the police and fire", "put the police side by side with fire"),
        ("which actions have a baseline", "which actions have a starting figure"),
    ],
)
def test_other_ways_of_saying_it_are_read_as_the_usual_one(usual: str, other: str) -> None:
    first, second = _read(usual), _read(other)
    assert (second.intent, second.filters) == (first.intent, first.filters)


def test_the_plan_is_signed_off_by_a_committee_and_not_completed() -> None:
    assert _read("who signed off the plan").term == "approved"
