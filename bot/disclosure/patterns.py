"""Patterns of the guard and the reader: compiled at first use, and tried where they can match.

A note is tried against some hundred and fifty patterns, and nearly all of them need what the note
has not: a word ("born", "flat"), or so many figures or capitals (a card's number, a plate). That is
sooner seen than the pattern is tried. What each pattern needs is worked out from the pattern itself
by `tools.needs` and kept in `data/needs.tsv`; one that has no line there is always tried. One that
takes letters of either case is tried in small letters first: that is done in a third of the time,
and nearly always nothing is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from hashlib import sha1
from importlib.resources import files
from sys import maxsize
from typing import NamedTuple

MARK = 12
"""Signs of the digest a pattern is known by in `data/needs.tsv`."""
_FIGURE, _CAPITAL = re.compile(r"[0-9]"), re.compile(r"[A-Z]")
_NO_LETTER = re.compile(r"\\.|\(\?P")
_MINDS_CASE = re.compile(r"[A-Z]|\(\?-?i")
_ANYWHERE = re.compile("")


class Needed(NamedTuple):
    """What a text of plain (ASCII) letters holds where a pattern matches: so many figures and
    capitals, and one of the texts, in small letters; no texts: any."""

    figures: int = 0
    capitals: int = 0
    texts: tuple[str, ...] = ()


ANYTHING = Needed()


class Pattern:
    """A regular expression, used as `re.Pattern` is. `needed`: what each text it matches holds, in
    the match or ahead of it."""

    __slots__ = ("_compiled", "_small", "flags", "needed", "source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags
        self.needed = _needs().get(mark(source, flags), ANYTHING)
        self._compiled: re.Pattern[str] | None = None
        self._small: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        if self._compiled is None:
            self._compiled = re.compile(self.source, self.flags)
        return self._compiled

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Every match in `text[start:end]`."""
        return (
            (self._compiled or self.compiled).finditer(text, start, end)
            if self._may_match(text, start, end)
            else iter(())
        )

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        return (
            (self._compiled or self.compiled).search(text, start, end)
            if self._may_match(text, start, end)
            else None
        )

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match that begins at `start`: sooner tried than a text is looked through."""
        return (self._compiled or self.compiled).match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the text as a whole."""
        return (self._compiled or self.compiled).fullmatch(text) if self._may_match(text) else None

    def sub(self, put: Callable[[re.Match[str]], str], text: str) -> str:
        """The text with each match replaced."""
        return (self._compiled or self.compiled).sub(put, text) if self._may_match(text) else text

    def _may_match(self, text: str, start: int = 0, end: int = maxsize) -> bool:
        if not text.isascii():
            return True
        needed = self.needed
        low, figures, capitals = _seen(text)
        if figures < needed.figures or capitals < needed.capitals:
            return False
        piece = low[start:end]
        for need in needed.texts:
            if need in piece:
                break
        else:
            if needed.texts:
                return False
        return (self._small or self.small).search(low, start, end) is not None

    @property
    def small(self) -> re.Pattern[str]:
        """What a text in small letters holds wherever the expression matches: for one that takes
        either case the expression itself, for others anything."""
        if self._small is None:
            minds_case = _MINDS_CASE.search(_NO_LETTER.sub("", self.source))
            either = self.flags & re.IGNORECASE and not minds_case
            self._small = re.compile(self.source, self.flags & ~re.I) if either else _ANYWHERE
        return self._small


def mark(source: str, flags: int) -> str:
    """What a pattern is known by."""
    return sha1(f"{flags}:{source}".encode(), usedforsecurity=False).hexdigest()[:MARK]


@lru_cache(maxsize=1)
def _needs() -> dict[str, Needed]:
    rows = (files("bot.disclosure") / "data" / "needs.tsv").read_text(encoding="utf-8").splitlines()
    split = (row.split("\t") for row in rows if not row.startswith("#"))
    return {of: Needed(int(f), int(c), tuple(texts)) for of, f, c, *texts in split}


@lru_cache(maxsize=16)
def _seen(text: str) -> tuple[str, int, int]:
    """A text in small letters, and how many figures and capitals it has."""
    return text.lower(), len(_FIGURE.findall(text)), len(_CAPITAL.findall(text))
