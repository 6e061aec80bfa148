"""A note as the disclosure guard reads it: words with their shape and place, and sentences.

Every length is the length of the text itself, so that what is found can be pointed at. Bounded
work per character; knows nothing of what is looked for.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.disclosure.bodies import PLACES
from bot.disclosure.links import Sign, holds_link, signs
from bot.disclosure.patterns import Pattern
from bot.disclosure.words import is_word

_LOOKALIKE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"',
     "–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
)  # fmt: skip
_BARRED = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "s"}
"""Letters whose stroke is no accent that Unicode takes apart."""
_NEAR = 300
_UNEVEN = Pattern(r"[\x00-\x09\x0b-\x1f\x7f]|  ")
"""What a reader does not see, or sees as one space."""
_MARKUP = Pattern(
    r"[*~]{1,5}(?=[^\W_])|(?<=[^\W_])[*~]{1,5}|(?<!\w)_{1,5}(?=\w)|(?<=[^\W_])_{1,5}(?!\w)"
    r"|(?<=\d)_{1,5}(?=\d)|`{1,5}(?=\d)|(?<=\d)`{1,5}"
)
"""Slack's marks of bold, italics and the like where they touch a word: a reader sees none."""
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_STOP = re.compile(r"(?<![.!?])[.!?]++[\"')]*+\s++|\n++")
_SHORT = re.compile(r"(?:^|[^\w])(?:\w|no|nos|mr|mrs|ms|dr|st|rev|op|tel|ref|cllr|d\.o\.b|approx)$")


class Span(NamedTuple):
    """A piece of the text that must not be shown_signs: what kind, from where to where."""

    kind: str
    start: int
    end: int


class Word(NamedTuple):
    """A word of a note: as written, without a possessive ending, and its plain lower-case form.

    `place`: a known place; `english`: known English, a place or a body, so no stranger.
    """

    text: str
    low: str
    start: int
    end: int
    gap: str
    owns: bool
    opens: bool
    place: bool
    english: bool

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1 and self.text.isupper()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_shouted(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


class Note:
    """A text made readable: look-alike characters folded, unseen ones dropped, words and sentences.

    `origin(start, end)` leads back to offsets in the text as it was typed. `area`: places of the
    partnership's own area, in small letters. `year`: when it was written, None when unknown.
    """

    __slots__ = ("_area", "_places", "flat", "sentences", "text", "words", "year")

    def __init__(
        self, typed: str, area: frozenset[str] = frozenset(), year: int | None = None
    ) -> None:
        self._area = area
        self.year = year
        self._places: list[int] | None = None
        self.text = self._fold(typed)
        self.sentences = _sentences(self.text)
        self.words = self._words({start for start, _ in self.sentences})
        letters = [word for word in self.words if len(word.text) > 1]
        shouted = sum(word.is_shouted for word in letters)
        self.flat = bool(letters) and (shouted > 0.7 * len(letters) and len(letters) > 3)

    def _fold(self, typed: str) -> str:
        """The text as it is read: nothing unseen, no marks within it, one space for many, links as
        their words, look-alikes made alike."""
        if (
            typed.isascii()
            and "`" not in typed
            and not _UNEVEN.search(typed)
            and not _MARKUP.search(typed)
            and not holds_link(typed)
        ):
            return typed
        shown_signs = [*_shown(signs(typed))]
        text = "".join(sign for sign, _ in shown_signs)
        marks = {at for mark in _MARKUP.finditer(text) for at in range(*mark.span())}
        self._places = [place for at, (_, place) in enumerate(shown_signs) if at not in marks]
        self._places.append(len(typed))
        shown = "".join(sign for at, sign in enumerate(text) if at not in marks)
        return shown.translate(_LOOKALIKE)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the typed text for offsets in the folded one."""
        if self._places is None:
            return start, end
        return self._places[start], self._places[end - 1] + 1

    def is_place(self, low: str) -> bool:
        """Whether a plain lower-case word is a place of the country or of the area."""
        return low in PLACES or low in self._area

    def _words(self, openings: set[int]) -> list[Word]:
        words: list[Word] = []
        last = 0
        for match in _WORD.finditer(self.text):
            start, (bare, low, owns, known) = match.start(), _read(match.group())
            place = self.is_place(low)
            shape = (self.text[last:start], owns, start in openings)
            words.append(Word(bare, low, start, start + len(bare), *shape, place, place or known))
            last = match.end()
        return words

    def around(self, place: int) -> tuple[int, int]:
        """Start and end of the sentence that holds a place, no more than 300 characters off."""
        number = bisect_right(self.sentences, (place, len(self.text) + 1)) - 1
        start, end = self.sentences[max(number, 0)]
        return max(start, place - _NEAR), min(max(end, place), place + _NEAR)


@lru_cache(maxsize=512)
def _read(written: str) -> tuple[str, str, bool, bool]:
    """A word without a possessive ending, its plain form, whether it had one, and whether it is
    known English, a place or a body."""
    owns = len(written) > 3 and written[-2:].lower() == "'s"
    bare = written[:-2] if owns else written
    low = plain(bare)
    return bare, low, owns, is_word(low)


def plain_words(name: str) -> tuple[str, ...]:
    """The plain words of a name, as a Note has them."""
    pieces = name.lower().split()
    if name.isascii() and all(map(str.isalpha, pieces)):  # as nearly all are
        return tuple(pieces)
    return tuple(word.low for word in Note(name).words)


def _shown(typed: Iterable[Sign]) -> Iterator[Sign]:
    """The signs as a reader takes them: plain, one space where several stand, and without marks of
    another script over a plain letter or figure."""
    before = ""
    for typed_sign, place in typed:
        sign = _plain_sign(typed_sign)
        overlaid = before.isascii() and unicodedata.category(typed_sign)[0] == "M"
        if sign and not overlaid and not (sign == before == " "):
            yield sign, place
            before = sign


@lru_cache(maxsize=4096)
def _plain_sign(sign: str) -> str:
    """A character as its plain form, of the same length, without an accent; a mark laid over
    another is nothing."""
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    if sign == "\t":
        return " "
    category = unicodedata.category(sign)
    if category == "Me" or "\u0334" <= sign <= "\u0338":
        return ""
    if category[0] == "Z":
        return " " if category == "Zs" else "\n"
    if "\u0300" <= sign <= "\u036f":
        return ""
    folded = unicodedata.normalize("NFKC", sign)
    bare = unicodedata.normalize("NFD", _BARRED.get(folded, folded))[:1]
    return bare if bare.isascii() and bare else folded if len(folded) == 1 else sign


def _sentences(text: str) -> list[tuple[int, int]]:
    pieces, begin = [], 0
    for stop in _STOP.finditer(text):
        before = text[max(begin, stop.start() - 8) : stop.start()].lower()
        if text[stop.start()] == "." and _SHORT.search(before):
            continue
        pieces.append((begin, stop.start()))
        begin = stop.end()
    pieces.append((begin, len(text.rstrip().rstrip(".!?")) if begin < len(text) else len(text)))
    return [(a, b) for a, b in pieces if b > a] or [(0, len(text))]


def plain(word: str) -> str:
    """A word in lower case without accents ("Zielińska" -> "zielinska")."""
    low = word.lower()
    if low.isascii():
        return low
    spread = unicodedata.normalize(
        "NFD", low.replace("ł", "l").replace("ø", "o").replace("ß", "ss")
    )
    return "".join(
        sign
        for sign in spread.replace("đ", "d").replace("ı", "i")
        if ord(sign) < 0x300 or sign.isalpha()
    )
