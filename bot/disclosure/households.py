"""A household by its family name: "the Pullen family", "foster carers the Beddoes"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.disclosure.company import led_up_to
from bot.disclosure.lists import any_of, listed
from bot.disclosure.names import FAMILY, WORD_SURNAMES
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note, Span
from bot.disclosure.words import TYPES, WORDS, is_word

_PERSONS = any_of(listed("person_words"))
_LONG = 5
_SURNAME = r"(?:(?:O'|D'|Mc|Mac)?[A-Z][a-z]+(?:[-'][A-Z][a-z]+)?|[A-Z]{5,15})"
_HOUSEHOLD = Pattern(
    rf"\b(?:[Tt]he|[Bb]oth|[Aa]ll (?:two|three|four)|[Oo]ur|[Tt]hose) (?P<one>(?:youngest|eldest|"
    rf"oldest|elder|younger|middle|other) )?"
    rf"(?P<name>{_SURNAME}(?: [A-Z][a-z]+)?)(?:'s)? "
    r"(?:family|brothers|twins|household|clan|sisters|siblings|boys|children|lot|kids|boy|girl|lad|"
    r"brother|sister|lads|girls|fella|lass|bloke|woman(?!'s inst)|man(?! of)|mother|mum|dad|father|"
    r"(?:house|place)(?! (?:[a-z]{3,9}s?\b ?)?(?:gardens?|hotel|museum|project|pub|shop|tours?|"
    r"trust)\b)|"
    r"(?(one)(?:boy|girl|lad|child|kid|son|daughter|brother|sister)|(?!)))\b"
)


_BARE_HOUSEHOLD = Pattern(
    rf"(?:^|[.!?;:,] |\b(?:to|from|by|with|and|for|of) )(?P<name>{_SURNAME}) "
    r"(?:family|brothers|twins|household|sisters|siblings|lads|boys|girls|kids|lot|clan)"
    r"(?= (?:has|have|had|is|are|was|were|moved|live|lives|lived|who|at|in|on|again|not|out|off|"
    r"still|back|missing|refus\w+|\w{3,}ed)\b|[.,;]|$)"
)


_PLURAL_OF = Pattern(
    rf"\b(?i:(?:{_PERSONS}|grandparent|parent|couple|neighbour|friend)s?,?) the "
    r"(?P<name>[A-Z][a-z]{2,14}e?s)\b(?! of| [A-Z])"
)
"""Like "foster carers the Beddoes": who they are goes before."""
_PLURAL = Pattern(
    r"\b(?:[Tt]he|[Bb]oth|[Tt]hem|[Tt]hose) (?P<name>[A-Z][a-z]{2,19})s"
    r"(?= (?:[a-z]|[A-Z][a-z]+ (?:Road|Lane))|[,.;:)('!?]|$| \()"
)
"""Like "the Doyles are back": a family name in the plural."""


_DOES = Pattern(r",? (?:has|have|had|is|are|was|were|who|moved|keep|refus\w+|at|in|again)\b")
_OF_A_GUILD = Pattern(r"s' (?P<body>[A-Z][a-z]+)")
"""Like "the Cutlers' Hall": what several own, and what it is."""


def households(note: Note) -> Iterator[Span]:
    """Like "the Pullen family" or "Pullen family moved"; not "the Northfield boys"."""
    for match in (*_HOUSEHOLD.finditer(note.text), *_BARE_HOUSEHOLD.finditer(note.text)):
        pieces = match.group("name").lower().split()
        known = any(note.is_place(piece) or _is_plain(piece) for piece in pieces)
        worded = pieces[0] in WORD_SURNAMES and _DOES.match(note.text, match.end())
        if not known or (worded and len(pieces) == 1):
            yield Span("name", *match.span("name"))
    for match in _PLURAL_OF.finditer(note.text):
        if not is_word(match.group("name").lower()):
            yield Span("name", *match.span("name"))
    for match in _PLURAL.finditer(note.text):
        low = match.group("name").lower()
        owned = _OF_A_GUILD.match(note.text, match.end("name"))
        if owned and owned.group("body").lower() in TYPES:
            continue
        stranger = len(low) > _LONG and not low.endswith("ian")
        named = low in FAMILY or (stranger and led_up_to(note.text, match.start()))
        if named and low not in WORDS and not note.is_place(low) and not is_word(low + "s"):
            yield Span("name", *match.span("name"))


def _is_plain(word: str) -> bool:
    return (is_word(word) and word not in FAMILY) or word in WORDS
