"""Slips of the finger are counted as the library counts them, whether or not it is asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.disclosure.english import ENGLISH
from bot.reading.concepts import is_common
from bot.reading.parts import Index
from bot.reading.spans import put_right
from bot.reading.tokens import within
from tests.reading.conftest import Reader

WORDS = st.text("abcr", max_size=7)


@given(WORDS, WORDS, st.integers(1, 2))
def test_two_words_are_near_when_that_many_slips_lie_between_them(
    word: str, other: str, most: int
) -> None:
    assert within(word, other, most) == (OSA.distance(word, other) <= most)


def test_letters_in_the_wrong_order_come_before_a_letter_too_many(index: Index) -> None:
    assert index.lexicon.mended("stauts") == "status"


def test_a_slip_of_what_is_counted_or_of_a_kind_of_body_is_mended(index: Index) -> None:
    for typed, meant in (("actins", "actions"), ("volantary", "voluntary")):
        right, slips = put_right(f"how many {typed}", index.lexicon)
        assert (right, slips) == (f"how many {meant}", ((typed, meant),))


def test_a_slip_behind_the_first_word_of_a_status_is_mended(asked: Reader) -> None:
    for status in ("on track", "off track", "at risk", "on hold"):
        first, last = status.split()
        for at in range(1, len(last)):
            slip = last[:at] + last[at + 1 :]
            if slip not in ENGLISH:
                assert asked(f"which are {first} {slip}").over == asked(f"which are {status}").over


def test_should_of_is_read_as_it_sounds(asked: Reader) -> None:
    for rest in ("been done by end of sept", "been finished in August"):
        assert asked(f"what should of {rest}").over == asked(f"what should have {rest}").over


def test_a_word_for_how_actions_stand_is_known_by_its_sound(asked: Reader) -> None:
    for typed, meant in (
        ("overdew", "overdue"), ("overdoo", "overdue"), ("deferd", "deferred"),
        ("cumpleet", "complete"), ("postpowned", "postponed"),
    ):  # fmt: skip
        assert asked(f"which are {typed}").over == asked(f"which are {meant}").over, typed


def test_a_short_word_with_two_letters_changed_is_mended(asked: Reader) -> None:
    for typed, meant in (("lsit the reds", "list the reds"), ("shwo me whats overdue", "overdue")):
        assert asked(typed).over == asked(meant).over, typed
    assert asked("giv me the reds").over == asked("give me the reds").over


def test_a_question_with_a_slip_is_the_question_without(asked: Reader) -> None:
    for typed, meant in (
        ("how do i send an upadte", "how do i send an update"),
        ("can you give me the numbers for the commitee", "give me the numbers for the committee"),
        ("which targets are going to be missd", "which targets are going to be missed"),
    ):  # fmt: skip
        assert (asked(typed).want, asked(typed).over) == (asked(meant).want, asked(meant).over)


def test_a_word_of_the_language_is_no_slip_that_is_named(index: Index) -> None:
    assert put_right("a man and the community wardens", index.lexicon)[1] == ()


def test_a_plain_word_with_letters_changed_or_one_left_out_is_mended(asked: Reader) -> None:
    for text, word in (
        ("reds due in march", "march"), ("due by the end of april", "april"),
        ("no update since june", "june"), ("no update since june", "since"),
        ("which ones are late", "which"), ("where are the police the lead", "where"),
        ("which moved dates are due in august", "moved"), ("not started in q1", "started"),
        ("what finishes before october", "before"), ("missed their target", "target"),
        ("when is the cctv action due", "cctv"), ("red in q1 and green now", "now"),
    ):  # fmt: skip
        swapped = {
            word[:i] + word[i : i + 2][::-1] + word[i + 2 :] for i in range(1, len(word) - 1)
        }
        short = {word[:i] + word[i + 1 :] for i in range(2, len(word) - 1) if len(word) > 4}
        slips = {slip for slip in swapped | short if slip not in ENGLISH and not is_common(slip)}
        meant = {slip: asked(text.replace(word, slip)).over for slip in slips}
        assert meant == dict.fromkeys(slips, asked(text).over), text
