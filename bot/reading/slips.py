"""Which known word another is a slip of, by its letters and by what is heard of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.reading.concepts import is_common
from bot.reading.grammar import SLIP_FROM, TWO_SLIPS_FROM, Sort, all_words, single_words
from bot.reading.tokens import near_words

SURE_FROM = 7
"""Letters of a known word from which a slip of it is one although it is written often."""


@lru_cache(maxsize=1)
def by_ear() -> dict[str, str]:
    """Words by what is heard of them: small ones as phones have them ("tht", "wth"), and long ones
    for how actions stand ("overdew", "deferd")."""
    standing = single_words(Sort.STATUS) | single_words(Sort.STATE)
    known = single_words(Sort.FILLER) | {word for word in standing if len(word) > SLIP_FROM}
    sounds = ((sound(word), word) for word in sorted(known, reverse=True))
    return {sound: word for sound, word in sounds if sound not in all_words()}


def sound(word: str) -> str:
    """What is heard of a word: its first letter and its consonants, each of a double one once."""
    return word[:1] + _DOUBLE.sub(r"\1", _VOWELS.sub("", word[1:]))


_VOWELS, _DOUBLE = re.compile("[aeiou]+[wy]?"), re.compile(r"(.)\1+")


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word that a word is the likeliest slip of, or ""."""
    slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
    hits = near_words(word, known, slips, 6)
    return min(hits, key=lambda hit: (hit[1], apart(word, hit[0])), default=("", 0))[0]


def apart(word: str, other: str) -> tuple[object, ...]:
    """How unlike a word is a slip of another: its letters changed places ("stauts" is no "stats"),
    or some were left out ("plice" is no "place"), or it sounds and ends alike."""
    moved, added = sorted(word) != sorted(other), bool({*word} - {*other})
    return moved, added, sound(word) != sound(other), word[-1] != other[-1], other


def is_word_of_its_own(word: str, near: str) -> bool:
    """Whether a word that is near a short one is written often itself ("black", no "block"); not
    where a letter nobody hears is missing ("mised")."""
    unheard = len(near) > len(word) and sound(near) == sound(word)
    return is_common(word) and len(word) >= SLIP_FROM and len(near) < SURE_FROM and not unheard
