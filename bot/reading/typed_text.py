"""A text as it is seen, with the place of every letter in the text as it was typed.

Patterns look at `seen` (small letters, one kind of dash, quote, space and line feed, nothing
unseen); what is kept is cut out of `typed`, to the letter.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from bot.core.unseen import is_unseen

_ALIKE = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"}
_ALIKE |= {ord(quote): "'" for quote in "\u2018\u2019\u201a\u201b\u02bc\u00b4\u2032"}
_ALIKE |= {ord(quote): '"' for quote in "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"}
_ALIKE |= {ord(arrow): ">" for arrow in "\u2192\u21d2\u279c\u27a1"}
_ALIKE |= {ord(end): "\n" for end in "\r\x0b\x0c\x85\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class TypedText:
    """`typed` as given; `seen` as patterns read it; `places[i]` is where letter i of `seen` is."""

    typed: str
    seen: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> TypedText:
        """The text with its places."""
        letters: list[str] = []
        places: list[int] = []
        for place, sign in enumerate(text):
            for letter in _seen(sign):
                letters.append(letter)
                places.append(place)
        return cls(text, "".join(letters), (*places, len(text)))

    def cut(self, start: int, end: int) -> str:
        """What was typed from place `start` to `end` of `seen`, without the space around it."""
        return self.typed[self.places[start] : self.places[end]].strip()

    def is_capital(self, start: int, end: int) -> bool:
        """Whether the first word from `start` on was typed with a capital."""
        rest = self.cut(start, end)
        return rest[:1].isupper()


def _seen(sign: str) -> str:
    """One sign as it is seen: small, of one kind, one letter where that is possible."""
    alike = sign.translate(_ALIKE)
    if alike != sign or sign in "\n":
        return alike
    if is_unseen(sign):
        return ""
    if sign.isspace():
        return " "
    small = unicodedata.normalize("NFKC", sign).lower()
    # a letter whose small form is longer ("İ") would not be found by any pattern anyway
    return small or " "
