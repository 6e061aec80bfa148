"""A negation before its subject: "why hasn't ASB3 started", "haven't the police reported"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.reading.grammar import Sort
from bot.reading.tokens import Token


def turned(
    read: tuple[Token, ...], scanned: Iterable[tuple[Sort, int, int]]
) -> tuple[Token, ...] | None:
    """The tokens, scanned to sorts with their start and end in the text, with a contracted
    negation at the head behind the subject that follows it: it denies what is asked of that ("has
    ASB3 not started"). None where nothing is so."""
    place = _negation(read)
    if place is None:
        return None
    negation = read[place]
    behind = (s for s in scanned if s[1] >= negation.end and s[0] is not Sort.FILLER)
    sort, _, end = next(behind, (Sort.FILLER, 0, 0))
    if sort not in _SUBJECTS:
        return None
    after = next((i for i, t in enumerate(read) if t.start >= end), len(read))
    moved = replace(negation, start=end, end=end)
    return (*read[:place], *read[place + 1 : after], moved, *read[after:])


def _negation(read: tuple[Token, ...]) -> int | None:
    """The place of the "not" of a first auxiliary written in one word with it."""
    first = next((i for i, token in enumerate(read) if token.word not in _HEADS), len(read))
    if first + 1 >= len(read) or read[first + 1].word != "not":
        return None
    return first + 1 if read[first + 1].start == read[first].start else None


_HEADS = frozenset({"why", "when", "where", "how", "come", "and", "so", "but", "then", ","})
_SUBJECTS = frozenset({Sort.REF, Sort.AGENCY, Sort.PRIORITY, Sort.TAUGHT})
