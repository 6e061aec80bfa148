"""One subject asked about in many ways: the subject stays the same, whatever stands around it."""

from __future__ import annotations

import pytest

from bot.questions.lexicon import Lexicon
from bot.questions.question import Intent
from bot.questions.questions import understand
from bot.sample import sample_plan
from tests.questions.conftest import TODAY

INDEX = Lexicon(sample_plan())
SUBJECTS = {
    "stolen bikes": "ACQ",
    "needles in the park": "SUB",
    "graffiti": "ASB",
    "county lines": "OCG",
    "hate crime": "SAF",
    "hoarding": "MH",
    "stalking": "DA",
}
FRAMES = [
    "what are you doing about {}",
    "what are you all doing about {}",
    "what do you do about {}",
    "what can I do about {}",
    "what's being done about {}",
    "is anything happening on {}",
    "anything about {} in the plan?",
    "can you tell me about {}",
    "I was just wondering about {}",
    "quick one - {}",
    "who deals with {}",
    "who do we ring about {}",
    "how are we doing on {}",
    "any update on {} pls",
    "is {} a priority",
    "{} - where are we",
    "residents keep asking me about {}",
    "I need something on {} for the meeting",
    "what targets do we have for {}",
    "WHAT ABOUT {}",
]


@pytest.mark.parametrize("frame", FRAMES)
def test_what_stands_around_a_subject_does_not_change_it(frame: str) -> None:
    for subject, code in SUBJECTS.items():
        question = understand(frame.format(subject), INDEX, TODAY)
        meant = {INDEX.plan.action(ref).priority for ref in question.filters.refs}
        assert code in meant | set(question.filters.priorities), (frame, subject, question)


@pytest.mark.parametrize(
    "text", ["what can you do", "what do you do", "what can you help me with", "who are you"]
)
def test_a_question_about_the_bot_itself_is_answered_with_help(text: str) -> None:
    assert understand(text, INDEX, TODAY).intent is Intent.HELP
