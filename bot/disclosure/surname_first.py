"""Names as lists and forms write them: the family name, a comma, the given name; or in capitals."""

from __future__ import annotations

from bot.disclosure.company import STRONG_AFTER, Found, follows_a_part, sure
from bot.disclosure.habits import OF_PERSONS_ALONE
from bot.disclosure.names import FAMILY, GIVEN
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note, Word
from bot.disclosure.words import TYPES

_SUFFERS = Pattern(OF_PERSONS_ALONE)
_VOWELS = frozenset("aeiouy")


def surname_first(note: Note, at: int, end: int) -> Found:
    """Like "Pullen, Gary": a family name, a comma, a given name."""
    words = note.words
    if end >= len(words) or words[end].gap != ", ":
        return None
    if end - at != 1 and not all(word.is_shouted for word in words[at:end]):
        return None
    lead, given = words[end - 1], words[end]
    if at and words[at].gap[0].isdigit():  # the letters of a plate, as in "AB12 CDE, Gary"
        return None
    if not given.is_capital or given.owns or lead.is_initial or lead.place:
        return None
    if end + 1 < len(words) and _goes_on(words, end + 1, lead):
        return None
    return (at, end + 1) if _is_turned(note, lead, given) else None


def _goes_on(words: list[Word], at: int, lead: Word) -> bool:
    """Whether what follows is a row or a full name: "Dale, Glen and Vale", "Joules, Jack Wills",
    "Pullen, Gary Road"."""
    after = words[at]
    if after.is_capital and after.gap == " " and after.low in TYPES:
        return True
    if lead.is_shouted:
        return False
    full = after.is_capital and after.gap == " " and not after.is_initial
    return full or (after.low == "and" and at + 1 < len(words) and words[at + 1].is_capital)


def _is_turned(note: Note, lead: Word, given: Word) -> bool:
    family = lead.low in FAMILY
    if not family and (lead.english or sure(lead)):
        return False
    if given.low in GIVEN:
        return sure(given) or family or not given.english
    if given.is_initial:
        return note.text[given.end : given.end + 1] == "."
    if lead.is_shouted and len(lead.low) > 3 and not given.is_shouted and not given.english:
        return True
    return not given.english and (
        (family and lead.opens) or bool(STRONG_AFTER.match(note.text, given.end))
    )


def is_shouted_surname(note: Note, at: int) -> bool:
    """Like "suspect PETROV": letters enough for no short form, and vowels among them."""
    word = note.words[at]
    if len(word.low) < 5 or word.english or word.place or not _VOWELS & set(word.low):
        return False
    return follows_a_part(note, at) or bool(_SUFFERS.match(note.text, word.end))
