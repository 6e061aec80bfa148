"""Capitals that say what somebody or something is, not who: a post, a mascot."""

from __future__ import annotations

from bot.disclosure.lists import listed
from bot.disclosure.names import FAMILY, GIVEN, WORD_SURNAMES
from bot.disclosure.text import Word
from bot.disclosure.words import TYPES

_POSTS = listed("public_offices") | listed("person_words") | listed("parts_in_a_case")
_POSTS -= TYPES | {"st"}


def is_post(run: list[Word]) -> bool:
    """Like "Caldicott Guardian": a word for what somebody is ends it, and no name is in it."""
    surname = run[-1].low in FAMILY | WORD_SURNAMES
    return (
        len(run) > 1
        and run[-1].low in _POSTS
        and not surname
        and not any(w.low in FAMILY | GIVEN for w in run)
    )


def is_mascot(words: list[Word], at: int, end: int) -> bool:
    """Like "Sam the Safety Dog": what it is made of, in two words that are no road's."""
    more = words[end : end + 3]
    plain_words = len(more) == 3 and more[0].low == "the" and all(w.english for w in more[1:])
    titled = plain_words and more[1].is_capital and (more[2].is_capital or more[2].low == "mascot")
    return titled and end == at + 1 and not {w.low for w in more[1:]} & (_POSTS | TYPES)
