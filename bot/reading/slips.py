"""How far a word is from another by slips of the finger: one is a letter too many, too few,
another, or two in the wrong order. The library that counts them is loaded at the first slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def within(word: str, other: str, most: int) -> bool:
    """Whether there are at most so many slips between two words. Each letter too many is one, and
    so is each that only one of them has: most pairs need no counting."""
    has, lacks = len({*word} - {*other}), len({*other} - {*word})
    apart = max(abs(len(word) - len(other)), has, lacks)
    if word == other or apart > most:
        return word == other
    from rapidfuzz.distance import OSA

    return OSA.distance(word, other, score_cutoff=most) <= most


def near_words(word: str, known: Sequence[str], most: int, limit: int) -> Iterator[tuple[str, int]]:
    """The words with at most so many slips, nearest first, each with their number."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    hits = process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=limit)
    return ((hit, int(slips)) for hit, slips, _ in hits)
