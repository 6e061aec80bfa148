"""Text as it is typed: folded for reading, its places kept to the letter."""

from __future__ import annotations

import pytest

from bot.reading.tokens import Kind, stem, tokens, words


def test_dashes_quotes_and_spaces_of_every_kind_are_folded() -> None:
    text = "ASB\u20113 \u2014 isn\u2019t\u00a0\u201cred\u201d\u200b now"
    assert words(text) == ("asb", "3", "is", "not", "red", "now")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("whats late", "what is late"),
        ("wens it due", "when is it due"),
        ("what theyve done", "what they have done"),
        ("youre late", "you are late"),
        ("havent we", "have not we"),
        ("Q&A at 12%", "q&a at 12 percent"),
        ("the council's", "the council"),
        ("2moro n b4", "tomorrow and before"),
    ],
)
def test_contractions_and_phone_spellings_are_written_out(typed: str, read: str) -> None:
    assert " ".join(words(typed)) == read


def test_places_are_those_of_the_text_as_given() -> None:
    text = "amber \u2026 wasn\u2019t \u00bd done"
    last = tokens(text)[-1]
    assert text[last.start : last.end] == "done"
    first = tokens(text)[0]
    assert text[first.start : first.end] == "amber"


def test_what_slack_writes_for_people_channels_and_links_is_no_word() -> None:
    found = tokens("<@U012AB> see <#C01|csp> <!here> <https://a.example/x|this>")
    assert [t.word for t in found if t.kind is not Kind.NOTATION] == ["see"]
    assert len(found) == 5


def test_endings_fold_together() -> None:
    assert len({stem(word) for word in ("smoke", "smoking", "smoked", "smokin", "smokes")}) == 1
    assert [stem(word) for word in ("knives", "thieves")] == [stem("knife"), stem("thief")]


def test_no_message_is_too_long() -> None:
    assert len(tokens("red " * 5000)) <= 160
