"""Patterns of the guard and the reader: compiled at first use, and tried where they can match.

A note is tried against some hundred and fifty patterns, and nearly all of them need what the note
has not: a word ("born", "flat"), or so many figures or capitals (a card's number, a plate). What
each pattern needs is worked out from the pattern itself by `tools.needs` and kept in
`data/needs.tsv`; one that has no line there is always tried. Each need is a bit of a number: what a
text lacks of them all is worked out once, word by word, and a pattern is passed over that needs any
of it. One that takes letters of either case is tried in small letters first: that is done in a
third of the time, and nearly always nothing is there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from hashlib import sha1
from sys import maxsize
from typing import NamedTuple

from bot.disclosure.wordlist import data_folder

MARK = 12
"""Signs of the digest a pattern is known by in `data/needs.tsv`."""
LONGEST = 9
"""Signs of a piece of a word that is looked for."""
APART = "|"
"""Stands between the pieces of a row in `data/needs.tsv`."""
ANY_FIGURE = str.maketrans("123456789", "000000000")
"""In pieces of words a nought stands for any figure."""
_MOST_FIGURES, _MOST_CAPITALS = 16, 8
"""So many are told apart."""
_FIGURE, _CAPITAL = re.compile(r"[0-9]"), re.compile(r"[A-Z]")
_ODD = re.compile(r"[\u0130\u0131\u017f\u212a]|(?![0-9])\d")
"""Letters that without regard to case are plain ones too, and figures that are not ours: in a text
that has any, every pattern is tried."""
_NO_LETTER = re.compile(r"\\.|\(\?P")
_SETS_CASE = re.compile(r"\(\?-?i")
_ANYWHERE = re.compile("")


class Needed(NamedTuple):
    """What a text holds where a pattern matches: so many figures and capitals, and of each row of
    pieces, in small letters, one within a word and the spaces beside it."""

    figures: int = 0
    capitals: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


class Pattern:
    """A regular expression, used as `re.Pattern` is; passed over where the text, from the match on,
    lacks what it needs."""

    __slots__ = ("_compiled", "_small", "flags", "needs", "source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags
        self.needs = _needs().of_patterns.get(mark(source, flags), 0)
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
        if self.needs & _seen(text)[1] or not self._may_match(text, start, end):
            return iter(())
        return (self._compiled or self.compiled).finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        if self.needs & _seen(text)[1] or not self._may_match(text, start, end):
            return None
        return (self._compiled or self.compiled).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match that begins at `start`: sooner tried than a text is looked through."""
        return (self._compiled or self.compiled).match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the text as a whole."""
        return (self._compiled or self.compiled).fullmatch(text) if self._may_match(text) else None

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with each match replaced."""
        return (self._compiled or self.compiled).sub(put, text) if self._may_match(text) else text

    def _may_match(self, text: str, start: int = 0, end: int = maxsize) -> bool:
        low, lacks = _seen(text)
        part_lacks = _seen(text[start:end])[1] if start or end < len(text) else lacks
        if self.needs & part_lacks:
            return False
        return not lacks or (self._small or self.small).search(low, start, end) is not None

    @property
    def small(self) -> re.Pattern[str]:
        """What a text in small letters holds wherever the expression matches: for one that takes
        either case the expression itself, for others anything."""
        if self._small is None:
            letters = _NO_LETTER.sub("", self.source)
            minds_case = letters != letters.lower() or _SETS_CASE.search(letters)
            either = self.flags & re.IGNORECASE and not minds_case
            self._small = re.compile(self.source, self.flags & ~re.I) if either else _ANYWHERE
        return self._small


def likely(patterns: Iterable[Pattern], text: str) -> list[Pattern]:
    """Those of the patterns, in their order, for which a text lacks nothing."""
    lacks = _seen(text)[1]
    return [one for one in patterns if not one.needs & lacks]


def mark(source: str, flags: int) -> str:
    """What a pattern is known by."""
    return sha1(f"{flags}:{source}".encode(), usedforsecurity=False).hexdigest()[:MARK]


class _Needs(NamedTuple):
    """The bits each pattern needs, by its mark, and those each piece of a word gives."""

    of_patterns: dict[str, int]
    of_pieces: dict[str, int]


def lines() -> Iterator[tuple[str, Needed]]:
    """What `data/needs.tsv` says: mark, and what that pattern needs."""
    text = (data_folder("bot.disclosure") / "needs.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            of, figures, capitals, *rows = line.split("\t")
            yield (
                of,
                Needed(int(figures), int(capitals), tuple(tuple(r.split(APART)) for r in rows)),
            )


@lru_cache(maxsize=1)
def _needs() -> _Needs:
    of_patterns: dict[str, int] = {}
    of_pieces: dict[str, int] = defaultdict(int)
    of_rows: dict[tuple[str, ...], int] = defaultdict(lambda: _bits(rows=1 << len(of_rows)))
    for of, needed in lines():
        counted = _bits(needed.figures, needed.capitals)
        of_patterns[of] = counted | sum(of_rows[row] for row in needed.rows)
    for row, bit in of_rows.items():
        for piece in row:
            of_pieces[piece] |= bit
    each = {bits: bits for bits in of_pieces.values()}  # many pieces give the same
    return _Needs(of_patterns, {piece: each[bits] for piece, bits in of_pieces.items()})


def _bits(figures: int = 0, capitals: int = 0, rows: int = 0) -> int:
    counted = (1 << min(figures, _MOST_FIGURES)) - 1
    counted |= ((1 << min(capitals, _MOST_CAPITALS)) - 1) << _MOST_FIGURES
    return counted | rows << (_MOST_FIGURES + _MOST_CAPITALS)


@lru_cache(maxsize=32)
def _seen(text: str) -> tuple[str, int]:
    """A text in small letters, and what it lacks of all that patterns need."""
    low = text.lower()
    if not text.isascii() and _ODD.search(text):
        return low, 0
    holds = _bits(len(_FIGURE.findall(text)), len(_CAPITAL.findall(text)))
    for word in low.translate(ANY_FIGURE).split():
        holds |= _held_by(f" {word} ")
    return low, ~holds


@lru_cache(maxsize=1024)
def _held_by(word: str) -> int:
    """The bits that the pieces of a word give."""
    of_pieces, holds = _needs().of_pieces, 0
    for first in range(len(word)):
        for last in range(first + 1, min(first + LONGEST, len(word)) + 1):
            holds |= of_pieces.get(word[first:last], 0)
    return holds
