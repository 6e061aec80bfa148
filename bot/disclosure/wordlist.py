"""Data files of words and names: one entry a line, in the order of the alphabet, none twice.

A room keeps its files in its own folder `data`; lines that begin with `#` say what a file holds and
how it may be added to.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

_COMMENTS = re.compile(r"(?:#.*\n|\n)*")
_SOME_LINES = re.compile(r"(?:.*\n){1,32}")


def entries(room: str, name: str) -> tuple[str, ...]:
    """The entries of `data/NAME.txt` of a room ("bot.disclosure"), in the order of the file."""
    return tuple(line for line in _text(room, name).splitlines() if line and line[0] != "#")


def _text(room: str, name: str) -> str:
    return (data_folder(room) / f"{name}.txt").read_text(encoding="utf-8")


@cache
def data_folder(room: str) -> Traversable:
    """Where a room's data files are: asked a hundred times at a start."""
    return files(room) / "data"


def word_set(room: str, name: str) -> frozenset[str]:
    """The entries of a data file as a set."""
    # By way of a set: made so, a large one takes half the memory.
    return frozenset(set(entries(room, name)))


class LongList:
    """A long data file, held as it is written: a tenth of what a set of its words takes. Its lines
    are in order by their signs' numbers; a line is a word, or a word, a space and what is said of
    it."""

    __slots__ = ("_firsts", "_parts")

    def __init__(self, room: str, name: str) -> None:
        text = _text(room, name)
        comments = _COMMENTS.match(text)
        start = comments.end() if comments else 0
        self._parts = ["\n" + part for part in _SOME_LINES.findall(text, start)]
        self._firsts = [_first_word(part) for part in self._parts]

    def __contains__(self, word: object) -> bool:
        """Whether the word is a line."""
        return f"\n{word}\n" in self._part(word)

    def said_of(self, word: str) -> str:
        """What is said of a word; empty for a stranger."""
        _, _, rest = self._part(word).partition(f"\n{word} ")
        return rest.partition("\n")[0]

    def _part(self, word: Any) -> str:
        """The lines among which the word's is, if there is one."""
        return self._parts[bisect_right(self._firsts, word) - 1] if word >= self._firsts[0] else ""


def _first_word(part: str) -> str:
    return part[1:].partition("\n")[0].partition(" ")[0]


class AnyOf:
    """The words of several sets as one, none held twice; what was asked lately is remembered."""

    __slots__ = ("_holds",)

    def __init__(self, *sets: Container[str]) -> None:
        @lru_cache(maxsize=4096)
        def holds(word: object) -> bool:
            return any(word in words for words in sets)

        self._holds = holds

    def __contains__(self, word: object) -> bool:
        return self._holds(word)
