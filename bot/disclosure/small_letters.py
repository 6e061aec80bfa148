"""People named in small letters, or in a note all of capitals: where a capital tells nothing.

What tells there is a listed name, or the company of words that speak of a person.
"""

from __future__ import annotations

from functools import lru_cache

from bot.disclosure.befallen import has_own
from bot.disclosure.company import (
    HISTORIC,
    LODGED,
    OPERATION,
    STRONG_AFTER,
    TITLES,
    Found,
    acts,
    follows_a_part,
    joins,
    led,
    meant_by_a_pronoun,
    named_before,
    paired,
    place_led,
    sure,
)
from bot.disclosure.names import FAMILY, GIVEN, RATHER_SURNAMES
from bot.disclosure.text import Note, Word
from bot.disclosure.words import TYPES, WORDS

_VOWELS = frozenset("aeiouy")
_SEVERAL = frozenset({"all", "both", "the", "these", "those", "some", "most", "other", "many"})


def in_small_letters(note: Note, at: int) -> Found:
    """A name in a small-letter (or all-capital) note: listed, or led in and no known word."""
    words, lead = note.words, note.words[at]
    if len(lead.low) == 1:
        return _small_initial(note, at)
    if lead.place and lead.low in GIVEN and _is_watched(note, at):
        return at, at + 1
    if lead.place and _is_of_a_person(note, at):
        return at, at + 2
    if _before_a_place(note, at):
        return at, at + 2
    if len(lead.low) < 3 or lead.place or _is_acronym(note, lead):
        return None
    if lead.english and lead.low not in GIVEN and "-" not in lead.low:
        return None  # as nearly all words are
    end = at + 1
    while end < min(len(words), at + 4) and _follows(words[end - 1], words[end]):
        end += 1
    alone = end == at + 1
    if alone and lead.low in GIVEN and _has_initial(note, end):
        return at, end + 1
    if alone and paired(note, at) and (led(note, at) or acts(note, end + 1, strictly=True)):
        return at, end + 1
    if _owns_by_sound(note, at):
        return at, at + 1
    if not lead.english and has_own(note, at, at + 2):
        return at, at + 2
    if sure(lead):
        return None if place_led(note, at) or _names_a_thing(words, at, end) else (at, end)
    if lead.low in GIVEN and alone and follows_a_part(note, at) and acts(note, end):
        return at, end
    if lead.low in GIVEN and alone and LODGED.match(note.text, lead.end):
        return at, end
    if lead.english and (alone or lead.low not in GIVEN or words[at + 1].english):
        return None
    if alone:
        return (at, end) if lead.low in FAMILY and named_before(note, at) else None
    stranger = lead.low in GIVEN and len(words[at + 1].low) > 3 and not words[at + 1].english
    return (at, end) if led(note, at) or acts(note, end, strictly=not stranger) else None


def is_nobodys(word: Word) -> bool:
    """A small-letter word that no rule about names asks for, as nearly all are."""
    known = word.english and not word.place and not word.is_capital
    return known and _is_never_asked_for(word.low)


@lru_cache(maxsize=1024)
def _is_never_asked_for(low: str) -> bool:
    leads = low in OPERATION or low in TITLES or low in HISTORIC
    return len(low) > 1 and "-" not in low and not leads and low not in GIVEN


def _owns_by_sound(note: Note, at: int) -> bool:
    """Like "jaydens name": a given name and the "s" of what is somebody's, without its sign; not
    several of a thing ("all ricks checked")."""
    words, low = note.words, note.words[at].low
    stem = low.removesuffix("s")
    strange = low != stem and not (words[at].english or low in FAMILY or low in GIVEN)
    if not strange or stem not in GIVEN or stem in WORDS or at + 1 >= len(words):
        return False
    several = at and words[at - 1].low in _SEVERAL
    owned = words[at + 1].gap == " " and words[at + 1].low not in TYPES
    return owned and not several and not words[at + 1].low.endswith("ed")


def _is_of_a_person(note: Note, at: int) -> bool:
    """Like "spoke to tyrone maguire": a place people are called after, a family name, and a
    person's company."""
    words = note.words
    if words[at].low not in GIVEN or at + 1 >= len(words) or not _follows(words[at], words[at + 1]):
        return False
    company = led(note, at) or acts(note, at + 2) or meant_by_a_pronoun(note, at)
    return len(words[at + 1].low) > 3 and company


def _before_a_place(note: Note, at: int) -> bool:
    """Like "jo whitby was discharged": a place's word as family name, and what befell somebody."""
    words = note.words
    if words[at].low not in GIVEN or at + 1 >= len(words) or not words[at + 1].place:
        return False
    return words[at + 1].gap == " " and bool(STRONG_AFTER.match(note.text, words[at + 1].end))


def _is_watched(note: Note, at: int) -> bool:
    """Like "we think tyrone is holding for them": a place's word that is told of as a person."""
    words = note.words
    is_said = at + 1 < len(words) and words[at + 1].low in {"is", "was", "has"}
    strong = is_said and STRONG_AFTER.match(note.text, words[at].end)
    return bool(strong) and not place_led(note, at)


def _has_initial(note: Note, at: int) -> bool:
    """Like "jordan t and jordan w were fighting": the letter of a family name, and a deed."""
    words = note.words
    if at >= len(words) or len(words[at].low) > 1 or words[at].low in {"a", "i"}:
        return False
    paired_with = at + 1 < len(words) and words[at + 1].low in {"and", "n"}
    return words[at].gap == " " and (paired_with or acts(note, at + 1))


def _small_initial(note: Note, at: int) -> Found:
    """Like "j. pelling has been on the roof", "spoke to r j whitcombe"."""
    words, end = note.words, at + 1
    while end < len(words) and words[end].is_initial and words[end].gap in {" ", ".", ". "}:
        end += 1
    if end >= len(words) or words[end].gap not in {" ", ".", ". "}:
        return None
    surname = words[end]
    stranger = len(surname.low) > 3 and not surname.english
    dotted = surname.gap != " " or end > at + 1
    spoken = led(note, at) or acts(note, end + 1, strictly=surname.gap == " ")
    return (at, end + 1) if stranger and dotted and spoken else None


def _names_a_thing(words: list[Word], at: int, end: int) -> bool:
    """A given name in a law ("clare's law") or a road ("victoria road")."""
    if end >= len(words):
        return False
    law = words[at].owns and words[end].low == "law"
    if words[end - 1].owns and end > at + 1:
        return False  # "priya raman's school"
    return law or (
        words[end].gap == " " and words[end].low in TYPES and words[end].low not in RATHER_SURNAMES
    )


def _follows(left: Word, word: Word) -> bool:
    if not joins(left, word) or len(word.low) < 2 or word.low in TYPES or word.place:
        return False
    return not word.english or (word.low in FAMILY and word.low not in WORDS)


def _is_acronym(note: Note, word: Word) -> bool:
    return note.flat and not sure(word) and (len(word.text) <= 3 or not set(word.low) & _VOWELS)
