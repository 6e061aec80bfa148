"""A home told by what it looks like and what is near: "the house with the red door and the boat
opposite the chapel". What is told of a house for its use passes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.homes import KIND, ROAD, WHICH
from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note, Span
from bot.disclosure.words import TYPES

_VENUES = any_of(TYPES, listed("premises"), listed("small_venues"))
_BY_ITS_LOOKS = Pattern(
    rf"\b(?i:(?:(?:the|that|this|an?|his|her|their) )?(?:{WHICH} (?:floor )?){{0,2}}{KIND} with "
    r"(?:the|an?|its|no|two|three|four)) (?:[\w'&-]{1,16}[ ,]{1,2}){1,7}?(?i:above|across from|"
    r"behind|beside|by|facing|near|next(?: door)? to|opp(?:osite)?|over|past)"
    rf" (?:(?:the )?{ROAD}\b|(?:the )?[A-Z][\w'-]{{1,19}}(?: [A-Z][\w'-]{{1,19}}){{0,3}}"
    rf"(?: (?:{_VENUES})\b)?|"
    rf"the (?:[\w'-]{{2,14}} ){{0,2}}?(?:{_VENUES})\b"
    rf"(?: (?:in|on) {ROAD})?)"
)
_ON_A_ROAD = Pattern(
    rf"\b(?i:(?:the|that|this|his|her|their) (?:{WHICH} (?:floor )?){{0,2}}{KIND} with (?:the|an?|"
    rf"two|three|four)) (?:[\w'&-]{{1,16}} ){{1,9}}?(?:[\w'&-]{{1,16}},? )"
    rf"(?:(?:at|in|off|on) )?{ROAD}\b"
)
"""Like "the house with the green gate and the boat on the drive, Mill Lane"."""
_OF_USE = Pattern(
    r"\b(?:award|bedrooms|charity|checked|drop-in|for sale|hub|leavers|member|offered|open|ready|"
    r"refurbished|repaired|replaced|scheme|visitors|won)\b",
    re.IGNORECASE,
)


def homes_by_looks(note: Note) -> Iterator[Span]:
    """Every home of a note that is told so."""
    looks = (m for p in (_BY_ITS_LOOKS, _ON_A_ROAD) for m in p.finditer(note.text))
    for match in looks:
        if not _OF_USE.search(note.text, *note.around(match.start())):
            yield Span("address", *match.span())
