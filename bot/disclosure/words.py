"""Words the disclosure guard knows not to be somebody's name, and one test over them.

Everyday and partnership English in short lines, and the words that end the name of a road, a
venue or an organisation. `is_word` also knows plain English endings, so the list stays short.
"""

from __future__ import annotations

from functools import lru_cache

from bot.disclosure.bodies import CELTIC_BODIES, PLACES, PROPER
from bot.disclosure.english import ENGLISH
from bot.disclosure.lists import listed
from bot.disclosure.wordlist import AnyOf

TYPES = listed("place_types")
"""Words that, in a run of capitals, make it the name of a road, venue, body or scheme."""

WORDS = AnyOf(ENGLISH, listed("ordinary_words") | PROPER | TYPES)
_KNOWN = AnyOf(WORDS, PLACES, CELTIC_BODIES)

_ENDINGS = tuple(sorted(listed("english_endings")))
_FOLDS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""),
    ("ing", "e"), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ly", ""), ("ful", ""),
    ("est", ""), ("'s", ""),
)  # fmt: skip


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Whether a lower-case word is plain English, a known place or a known body.

    Only says what is known: a stranger to it may still be a word.
    """
    if word in _KNOWN or (word.endswith(_ENDINGS) and len(word) > 8):
        return True
    if word.endswith(("or", "ors")) and word.rstrip("s")[:-2] in WORDS:
        return True
    if any(word.endswith(end) and _stem(word, end, put) in WORDS for end, put in _FOLDS):
        return True
    return "-" in word and all(is_word(part) for part in word.split("-") if part)


def _stem(word: str, end: str, put: str) -> str:
    """The word without an ending; a doubled consonant undone ("stopped" -> "stop")."""
    base = word[: len(word) - len(end)]
    if put or len(base) < 4 or base[-1] != base[-2] or base in WORDS:
        return base + put
    return base[:-1]
