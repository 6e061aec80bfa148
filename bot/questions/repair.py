"""Misspellings mended towards the words a plan knows, carefully: a wrong repair misleads."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.disclosure.english import ENGLISH
from bot.questions.phrases import Phrases
from bot.questions.words import stem
from bot.questions.words_common import COMMON, words_of

SHORT, LONG = 6, 9
"""From 6 letters a word is mended on its own, from 9 with two slips; shorter ones only when the
repair makes a known phrase with a neighbour ("mental heath")."""


_VOWELS = frozenset("aeiouy")
_COMMON_STEMS = frozenset(map(stem, COMMON))


class Repairer:
    """Mends words towards `known` ones. The first letter always stays as typed."""

    __slots__ = ("_known", "_names", "_phrases")

    def __init__(self, known: Iterable[str], phrases: Phrases) -> None:
        self._known = tuple(sorted(word for word in set(known) if len(word) > 3))
        self._names = frozenset(self._known)
        self._phrases = phrases

    def mend(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """The words with misspellings mended, and each repair as (typed, read)."""
        mended = list(words)
        repaired: list[tuple[str, str]] = []
        for place, word in enumerate(words):
            if self._fine(word):
                continue
            before = mended[place - 1] if place else ""
            after = words[place + 1] if place + 1 < len(words) else ""
            better = self._better(word, before, after)
            if better:
                mended[place] = better
                repaired.append((word, better))
        return tuple(mended), tuple(repaired)

    def _fine(self, word: str) -> bool:
        known = word in self._names or stem(word) in _COMMON_STEMS
        return len(word) < 4 or known or self._phrases.starts(word)

    def _better(self, word: str, before: str, after: str) -> str:
        slips = 2 if len(word) >= LONG else 1
        near = process.extract(word, self._known, scorer=OSA.distance, score_cutoff=slips, limit=6)
        hits = [hit[0] for hit in near if hit[0][0] == word[0] and stem(hit[0]) != stem(word)]
        for hit in hits:
            if self._phrases.joins(before, hit) or self._phrases.joins(hit, after):
                return hit
        if word in ENGLISH or len(word) < SHORT:
            return ""
        alone = [hit for hit in hits if not _another_word(word, hit)]
        return min(alone, key=lambda hit: len(hit) == len(word), default="")


def _another_word(word: str, candidate: str) -> bool:
    """One letter exchanged in a short word is as likely another word ("necking", "nicking"), but
    for a vowel in what is no word at all ("burglery")."""
    if len(word) != len(candidate) or len(word) >= 10 or sorted(word) == sorted(candidate):
        return False
    changed = next(a + b for a, b in zip(word, candidate, strict=True) if a != b)
    return not set(changed) <= _VOWELS


GRAMMAR = words_of(
    """
    address achieved action actions against agencies agency agreed altogether amber anyone anything
    approved august autumn baseline before begun behind between biggest changed changes christmas
    collected collection commitments compare compared comparison complete completed contact
    contribute contributing currently deadline deadlines december delayed delivered delivering
    difference easter everyone everything expected explain fallen falling february figures
    financial finish finished finishing funding green halloween happened happening highest history
    improved incomplete involved january latest leader leading leads longest lowest meaning
    measure measures missed missing monday monitored months moved named nobody nothing november
    number numbers october ongoing organisation organisations original outstanding overall overdue
    overview owned owner owners partner partners percent percentage priorities priority progress
    proportion pushed quarter quarters reading readings received recently recorded remaining
    report reported reporting responsible returns september signed since slipped someone something
    started statistics status submitted summary supported supporter supporting supports target
    targets timescale timescales total track unfinished update updated updates versus waiting
    weeks without worsened worst
    """
)
"""Words that say what is asked rather than about what; misspelt, they are mended to these."""


def mended(said: str) -> str:
    """A normalised text with misspelt words of the grammar mended ("prioirty", "ovedue")."""
    return " ".join(_grammar_word(word) for word in said.split())


def nobodys(word: str) -> bool:
    """Whether a word is neither the grammar's nor plain English: a slip, or a name."""
    known = word in GRAMMAR or word in ENGLISH or stem(word) in _COMMON_STEMS
    return len(word) > 4 and word.isalpha() and not known


@lru_cache(maxsize=4096)
def _grammar_word(word: str) -> str:
    if not nobodys(word):
        return word
    slips = 2 if len(word) >= LONG else 1
    near = process.extract(word, GRAMMAR, scorer=OSA.distance, score_cutoff=slips, limit=4)
    hits = [hit[0] for hit in near if hit[0][0] == word[0] and not _another_word(word, hit[0])]
    return hits[0] if hits else word
