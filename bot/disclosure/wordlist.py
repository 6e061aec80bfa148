"""Data files of words and names: one entry a line, in the order of the alphabet, none twice.

A room keeps its files in its own folder `data`; lines that begin with `#` say what a file holds and
how it may be added to.
"""

from __future__ import annotations

from collections.abc import Container
from importlib.resources import files


def entries(room: str, name: str) -> tuple[str, ...]:
    """The entries of `data/NAME.txt` of a room ("bot.disclosure"), in the order of the file."""
    text = (files(room) / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def word_set(room: str, name: str) -> frozenset[str]:
    """The entries of a data file as a set."""
    # By way of a set: made so, a large one takes half the memory.
    return frozenset(set(entries(room, name)))


class AnyOf:
    """The words of several sets as one, none held twice."""

    __slots__ = ("_sets",)

    def __init__(self, *sets: Container[str]) -> None:
        self._sets = sets

    def __contains__(self, word: object) -> bool:
        for words in self._sets:  # noqa: SIM110 - asked for every word of a text
            if word in words:
                return True
        return False
