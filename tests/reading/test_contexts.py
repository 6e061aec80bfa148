"""Every line of the words in context is missed: its sentence reads otherwise without it."""

from __future__ import annotations

import pytest

from bot.reading import in_context as module
from bot.reading.parts import Index
from bot.reading.spans import spans
from bot.reading.tokens import data_lines
from tests.reading.conftest import TODAY

SENTENCES = [row.partition(" ;; ")[2] for row in data_lines("contexts.txt") if " ;; " in row]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_line_changes_what_a_word_of_its_sentence_is(sentence: str, index: Index) -> None:
    plain = spans(sentence, index.lexicon, index.calendar(TODAY))
    assert module.in_context(plain) != plain, sentence
