"""Capitals that say what somebody or something is, not who: a post, a mascot, a code, a house named
after a person."""

from __future__ import annotations

import re

from bot.disclosure.bodies import PROPER
from bot.disclosure.company import PARTS, acts, sure
from bot.disclosure.drugs import is_a_drug
from bot.disclosure.lists import listed
from bot.disclosure.names import GIVEN, LISTED, SURNAMES
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note, Word
from bot.disclosure.words import TYPES

_POSTS = listed("public_offices") | listed("person_words") | listed("parts_in_a_case")
_POSTS -= TYPES | {"st"}
_ANIMALS, _TITLED = listed("mascot_animals"), listed("things_with_titles")


def is_post(run: list[Word]) -> bool:
    """Like "Caldicott Guardian": a word for what somebody is ends it, and no name is in it."""
    surname = run[-1].low in SURNAMES
    return (
        len(run) > 1
        and run[-1].low in _POSTS
        and not surname
        and not any(w.low in GIVEN for w in run)
    )


def is_mascot(words: list[Word], at: int, end: int) -> bool:
    """Like "Barnaby Bear" and "Sam the Safety Dog": a name and what it is made of, in a word or
    in two that are no road's."""
    if end - at == 2 and words[at + 1].low in _ANIMALS:
        return words[at + 1].is_capital and not words[at].english
    more = words[end : end + 3]
    if len(more) > 1 and more[0].low == "the" and more[1].is_capital and more[1].low in _ANIMALS:
        return True
    if len(more) == 3 and more[0].low == "the" and more[1].is_capital and more[2].low in _TITLED:
        return True
    plain_words = len(more) == 3 and more[0].low == "the" and all(w.english for w in more[1:])
    titled = plain_words and more[1].is_capital and (more[2].is_capital or more[2].low == "mascot")
    return titled and end == at + 1 and not {w.low for w in more[1:]} & (_POSTS | TYPES)


_COLOURS = frozenset({"black", "blue", "golden", "green", "grey", "red", "white"})
"""What a sign's beast comes after: "White Hart"."""
_FIGURES = tuple("0123456789")
_NUMBERED = Pattern(r"[/-]\d| \d{3}")
_OF_A_CASE = Pattern(
    r" (?:case|incident|matter|issue|problem|business|situation|visit|address|house|file|referral|"
    r"tenancy|complaint|dispute|family|brothers|sisters|twins|boys?|girls?|lads?|lot|household|"
    r"children|kids)\b",
    re.IGNORECASE,
)
"""What is said of a person's affairs: "the Wayne Torrance case"."""


def is_thing(note: Note, at: int, end: int) -> bool:
    """A code ("ABZ 1234"), what is named after a person ("the William Morris"), what bids somebody
    do something ("Ask Annie")."""
    last = note.words[end - 1]
    if last.is_shouted and len(last.low) < 5 and _NUMBERED.match(note.text, last.end):
        return True
    if _is_counted(note, at, end) or is_a_drug(note, note.words[at].start, last.end):
        return True
    if end - at < 2 or acts(note, end, strictly=True):
        return False
    if end - at == 2 and note.words[at].low in _COLOURS and note.words[at + 1].low not in GIVEN:
        return True
    first = at + (note.words[at].low == "the")
    lead = note.words[first]
    if first and note.words[first - 1].low == "the" and end - first > 1:
        return (lead.low in GIVEN or lead.english) and not _OF_A_CASE.match(note.text, last.end)
    return end - at == 2 and _is_bidden(lead) and sure(last)


def _is_counted(note: Note, at: int, end: int) -> bool:
    """Like "6 Angus villages", "4 Clwyd Alyn schemes": whose or where so many things are."""
    after = note.words[end] if end < len(note.words) else None
    if after is None or not note.words[at].gap[:-1].endswith(_FIGURES):
        return False
    things = after.low.endswith("s") and after.low.removesuffix("s") in TYPES
    return things and after.gap == " " and not note.words[end - 1].owns


def _is_bidden(word: Word) -> bool:
    named = word.low in GIVEN or word.low in SURNAMES
    known = word.low in _POSTS or word.low in PARTS or word.low in PROPER
    return word.english and not (word.opens or word.place or word.is_shouted or named or known)


def is_short_form(word: Word) -> bool:
    """Like "KCC": capitals of a body, and nobody's name."""
    return word.is_shouted and len(word.low) < 6 and word.low not in LISTED
