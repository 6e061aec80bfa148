"""Whatever stands between the words of a question, reading it is no fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reading.conftest import Reader

EXAMPLES = json.loads(Path(__file__).with_name("question_examples.json").read_text("utf-8"))
QUESTIONS = [question["text"] for question in EXAMPLES["questions"]][::9]
BETWEEN = ("\n", " 0 ", " ’ ", " ... ", " ? ", " \u200b ", " 3/4 ", " (")


@pytest.mark.parametrize("between", BETWEEN)
def test_no_question_is_a_fault_wherever_it_is_broken(asked: Reader, between: str) -> None:
    for number, question in enumerate(QUESTIONS):
        words = question.split()
        at = number % len(words)
        asked(" ".join(words[:at]) + between + " ".join(words[at:]))
        asked(between.join(words))
        asked(" ".join(words[at:]))


@pytest.mark.parametrize(
    "text", ["how many\nactions are red", "how many\n\n x", "who leads on 0 SAF6?"]
)
def test_short_ones_that_were_faults(asked: Reader, text: str) -> None:
    asked(text)
