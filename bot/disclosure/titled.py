"""People named with a title: "Mrs Thistlewood", "mr ghuman"; not "Dr Bike" or "rev B"."""

from __future__ import annotations

from bot.disclosure.company import BODY_AFTER, NEVER, Found, acts, led
from bot.disclosure.lists import listed
from bot.disclosure.names import FAMILY, GIVEN, LISTED, SURNAMES
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note, Word
from bot.disclosure.words import TYPES, WORDS

_OF_A_YEAR = Pattern(r" (?:19|20)\d\d\b")
_PROGRAMS = listed("programs")


def titled(note: Note, at: int) -> Found:
    """Like "Mrs Thistlewood" or "mr ghuman"; "miss" alone is also a verb."""
    words, end = note.words, at + 1
    while end < min(len(words), at + 4) and _follows_title(note, at, end):
        end += 1
    if end < len(words) and words[end].gap == " " and words[end].low in BODY_AFTER:
        return None
    if words[end - 1].low in TYPES or _is_worded(note, at + 1, end):
        return None
    if words[end - 1].place and _OF_A_YEAR.match(note.text, words[end - 1].end):
        return None  # a pageant's, as in "Miss Wales 2018"
    if words[at].low == "rev" and all(word.is_initial for word in words[at + 1 : end]):
        return None  # of a drawing, as in "rev B"
    if end == at + 1 or (words[at].low in {"miss", "master"} and _is_common(words[at + 1])):
        return None
    return at, end


def _is_worded(note: Note, at: int, end: int) -> bool:
    """Like "Dr Bike" or "Mr Happy": a word that is no family name, and nothing a person does."""
    word = note.words[at] if at < end else None
    if word is None or end - at > 1 or word.low in SURNAMES or word.low in GIVEN:
        return False
    return word.low in WORDS and not (acts(note, end, strictly=True) or led(note, at - 1))


def _follows_title(note: Note, title: int, at: int) -> bool:
    left, word = note.words[at - 1], note.words[at]
    if left.low == "ms" and word.low in _PROGRAMS:
        return False
    if left.owns or word.gap not in {" ", ". ", "."}:
        return False
    if word.is_capital and not note.flat and word.low not in NEVER:
        return True
    return not (word.english and word.low not in FAMILY) and (at == title + 1 or word.low in LISTED)


def _is_common(word: Word) -> bool:
    """A word as it stands in the lists; the looser `is_word` takes "Harker" for one of "hark"."""
    return word.low in WORDS and word.low not in FAMILY
