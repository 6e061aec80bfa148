"""People named in a note.

There is no directory of all names. A run of capitals is a person when a listed name leads it, when
none of its words is known English, a place or a body, or when the words around it speak of a
person. Small letters need a listed name or such company.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.disclosure.befallen import has_own, is_befallen, is_placed
from bot.disclosure.bodies import CELTIC_BODIES
from bot.disclosure.company import (
    BODY_AFTER,
    HISTORIC,
    KIN,
    LODGED,
    NEVER,
    OF_A_FAMILY,
    OPERATION,
    ROLE_AFTER,
    STRONG_AFTER,
    TITLE_OF,
    TITLES,
    Found,
    acts,
    among_places,
    joins,
    led,
    may_be_name,
    meant_by_a_pronoun,
    named_before,
    pairs,
    place_led,
    runs_on,
    spoken_of,
    sure,
)
from bot.disclosure.lists import listed
from bot.disclosure.names import DOUBTFUL, FAMILY, GIVEN, LISTED, RATHER_SURNAMES, SURNAMES
from bot.disclosure.offices import in_public_role
from bot.disclosure.patterns import Pattern
from bot.disclosure.quoted_names import is_title
from bot.disclosure.roles import is_mascot, is_post, is_short_form, is_thing
from bot.disclosure.small_letters import in_small_letters, is_nobodys
from bot.disclosure.surname_first import is_shouted_surname, surname_first
from bot.disclosure.text import Note, Span, Word
from bot.disclosure.titled import titled
from bot.disclosure.words import TYPES, WORDS

_PARTICLES = listed("name_particles")
_BODIES = TYPES | listed("firm_endings")
_OWNED = frozenset({"primary", "academy", "stores", "newsagents", "playing"})
_CELTIC_SMALL = frozenset({"y", "yr", "a", "o", "na", "nan"})
_GOES_ON = Pattern(r"\.(?:,| (?=[a-z]))")
"""A point that ends no sentence."""
_AND_ANOTHER = Pattern(r"\.? (?:and|&) [A-Z][a-z]{2,14} [A-Z]\b")
"""Like "Tyler M and Tyler W"."""
_COMPASS = frozenset({"north", "south", "east", "west", "mid"})
_OF_VILLAGES = frozenset({"great", "little", "long", "lower", "much", "nether", "over", "upper"})
"""After a comma they begin where something is: "at St Oswald's, Little Escombe"."""
_LONGEST_RUN, _LONGEST_NAME = 12, 6


def people(note: Note, passing: frozenset[int]) -> Iterator[Span]:
    """Names of people; `passing` are numbers of words that belong to a known agency or place."""
    at = 0
    while at < len(note.words):
        end = at + 1
        if at not in passing and not is_nobodys(note.words[at]):
            end = _run_end(note, at, passing)
            named = _named(note, at, end)
            if named is not None:
                first, end = named
                place = note.words[first].start, note.words[end - 1].end
                if not is_title(note, *place):
                    yield Span("name", *place)
        at = end


def _run_end(note: Note, at: int, passing: frozenset[int]) -> int:
    """The end of the run of capitals that begins here (or of one small word)."""
    words, end = note.words, at + 1
    if note.flat or not words[at].is_capital:
        return end
    longest = min(len(words), at + _LONGEST_RUN)
    while end < longest and end not in passing and _runs_to(words, end):
        end += 1
    return end


def _runs_to(words: list[Word], at: int) -> bool:
    """Whether a run of capitals goes on at this word; a small particle needs a capital to come."""
    word = words[at]
    if word.low in TITLES or not joins(words[at - 1], word):
        return False
    leads_on = word.low in _PARTICLES and any(w.is_capital for w in words[at + 1 : at + 3])
    return word.is_capital or leads_on


def _named(note: Note, at: int, end: int) -> Found:
    """The first person within words[at:end], a run of capitals or one small word, unless it is
    somebody in their public role."""
    named = _person(note, at, end)
    return None if named is None or in_public_role(note, at, end, named) else named


def _person(note: Note, at: int, end: int) -> Found:
    words = note.words
    if words[at].low in OPERATION:
        return None
    if words[at].low in TITLES:
        return titled(note, at)
    if not note.flat and is_thing(note, at, end):
        return None
    if words[at].low in HISTORIC and not (named_before(note, at) or acts(note, end)):
        return None
    if not words[at].is_capital or note.flat:
        return in_small_letters(note, at)
    if _is_body(note, at, end):
        opening = end - at > 2 and words[at].opens and _is_plain(words[at])
        return _named(note, at + 1, end) if opening and words[at].low not in TYPES else None
    for first in range(at, end):
        for last in _stretches(words, first, end):
            if _is_person(note, first, last) and not among_places(note, first, last):
                return first, last
    return surname_first(note, at, end)


def _is_plain(word: Word) -> bool:
    """Known English and no family name."""
    return word.english and word.low not in FAMILY


def _is_body(note: Note, at: int, end: int) -> bool:
    """A road, venue or organisation: some later word of the run, or the next word, says so."""
    words = note.words
    following = words[end] if end < len(words) and words[end].gap == " " else None
    if following and words[end - 1].owns and _is_owned_body(following):
        return True
    if is_post(words[at:end]) or is_mascot(words, at, end):
        return True
    before = at - (words[at].gap == " ")
    before -= at > 1 and words[before].low in _CELTIC_SMALL
    leads = range(max(before, 0), end)
    if any(words[i].low in CELTIC_BODIES and words[i].low not in KIN for i in leads):
        return True
    if TITLE_OF.search(note.text, max(words[at].start - 24, 0), words[at].start):
        return True
    if following and following.low in ROLE_AFTER:
        alone = end - at == 1 and words[at].low not in GIVEN
        known = all(w.english for w in words[at:end]) and not any(map(sure, words[at:end]))
        if alone or known:
            return True
    if end - at == 2 and words[at].low in _COMPASS and words[at + 1].place:
        return True
    if end - at == 2 and words[at].low in _OF_VILLAGES and words[at].gap == ", ":
        return True
    types = [i for i in range(at + 1, end) if words[i].low in _BODIES]
    if not types:
        described = following is not None and following.low in BODY_AFTER and end - at <= 3
        owner = words[end - 1].owns and sure(words[at]) and acts(note, end)
        return described and not (owner or led(note, at) or has_own(note, at, end))
    if end - at == 2 and sure(words[at]) and words[at + 1].low in RATHER_SURNAMES:
        return False
    if end - at == 2 and pairs(words[at], words[at + 1]):
        return not _as_a_person(note, at, end)
    tail = words[types[-1] + 1 : end]
    return not any(sure(word) for word in tail) or len(types) > 1


def _as_a_person(note: Note, at: int, end: int) -> bool:
    """Spoken of as no place would be: complaints are made about parks as well, and works end."""
    if place_led(note, at):
        return False
    introduced = led(note, at) and note.words[at - 1].low != "about"
    return introduced or acts(note, end, strictly=True)


def _is_owned_body(word: Word) -> bool:
    """The second word of "Lucy's Nails" or "Lady Boswell's primary": a business or a school."""
    return (word.is_capital and word.low not in KIN) or word.low in _OWNED


def _stretches(words: list[Word], first: int, end: int) -> Iterator[int]:
    """How far a name beginning at `first` may reach in its run: with words as surnames, without."""
    if not may_be_name(words[first]):
        return
    last = far = first + 1
    while far < min(end, first + _LONGEST_NAME) and _may_be_surname(words[far]):
        far += 1
    while far > last and words[far - 1].low in _PARTICLES and not words[far - 1].is_capital:
        far -= 1
    yield far
    while last < far and (may_be_name(words[last]) or words[last].low in _PARTICLES):
        last += 1
    if last < far:
        yield last


def _may_be_surname(word: Word) -> bool:
    doubted = word.low in TYPES or (word.is_shouted and len(word.low) < 5)  # a short form, else
    return word.is_initial or (word.low not in NEVER and (not doubted or word.low in SURNAMES))


def _is_person(note: Note, first: int, last: int) -> bool:
    words = note.words[first:last]
    if len(words) == 1:
        return _one_word(note, first)
    if all(word.is_initial for word in words):
        return False
    if len(words) == 2 and words[1].is_initial and not sure(words[0]):
        return _lettered(note, first, last)
    if words[0].is_initial:
        return _initialled(note, first, last)
    if any(sure(word) for word in words) or has_own(note, first, last):
        return True
    if all(word.is_shouted for word in words):
        return _shouted_name(note, first, last)
    return _several_words(note, first, last)


def _lettered(note: Note, first: int, last: int) -> bool:
    """Like "Blessing A. disclosed" and "Hope T told": a given name that is also a word, and the
    letter of a family name; not "Hope C of E" or "Park B. follows"."""
    given, end = note.words[first], note.words[last - 1].end
    if given.low in TYPES or (given.low not in LISTED and given.english):
        return False
    paired = given.low in LISTED and _AND_ANOTHER.match(note.text, end)
    introduced = paired or _GOES_ON.match(note.text, end) or led(note, first)
    return bool(introduced) or (given.low in LISTED and acts(note, last))


def _shouted_name(note: Note, first: int, last: int) -> bool:
    """Like "visited PADDY LOVERIDGE": two capitalised words in a person's company."""
    words = note.words[first:last]
    named = len(words) == 2 and pairs(*words)
    known = named and not words[1].english
    strangers = all(len(word.low) > 3 and not word.english for word in words)
    return known or ((named or strangers) and (led(note, first) or acts(note, last)))


def _several_words(note: Note, first: int, last: int) -> bool:
    """Two capitals or more, none a sure given name: strangers to the lists, or words as names."""
    words = note.words[first:last]
    unknown = [word for word in words if not (word.english or is_short_form(word))]
    plain = [word for word in words if word.english and word.low not in LISTED]
    if all(word.place for word in words):
        return False
    if led(note, first) or acts(note, last):
        return bool(unknown) or not plain or (len(words) == 2 and pairs(*words))
    if plain or place_led(note, first):
        return False
    lead = words[0]
    placed = any(word.place for word in words)
    if placed and (not unknown or (lead.english and lead.low not in GIVEN)):
        return False
    if not unknown:
        return not lead.opens and lead.low in GIVEN
    return not (any(word.low in LISTED for word in words) and runs_on(note, last))


def _initialled(note: Note, first: int, last: int) -> bool:
    """Like "L. Fairweather" or "T Bartholomew"; not "A Board" or "Plan B sites"."""
    words = note.words[first:last]
    surname = next(word for word in words if not word.is_initial)
    dotted = surname.gap.startswith(".") or words[0].text not in {"A", "I"}
    if surname.is_shouted and not (led(note, first) or acts(note, last)):
        return False
    return dotted and not (_is_plain(surname) or surname.place)


def _one_word(note: Note, at: int) -> bool:
    word = note.words[at]
    if word.is_initial or word.low in NEVER:
        return False
    if word.is_shouted and not sure(word):
        return is_shouted_surname(note, at)
    of_a_family = not word.opens and OF_A_FAMILY.match(note.text, word.end)
    if of_a_family or is_placed(note, at) or is_befallen(note, at):
        return True
    if not word.english and LODGED.match(note.text, word.end) and not place_led(note, at):
        return True
    if sure(word) or place_led(note, at):
        placed = place_led(note, at) and not named_before(note, at)
        return not placed or (sure(word) and acts(note, at + 1, strictly=True))
    if word.opens and word.low.endswith("s") and word.low not in LISTED:
        return bool(STRONG_AFTER.match(note.text, word.end))
    if word.english and word.low not in LISTED:
        return False
    if word.place or (word.low in WORDS and word.opens):
        meant = word.low in DOUBTFUL and meant_by_a_pronoun(note, at) and acts(note, at + 1)
        return meant or (word.low in GIVEN and bool(STRONG_AFTER.match(note.text, word.end)))
    if word.low in DOUBTFUL and spoken_of(note, at):
        return True
    listed = word.low in LISTED and not word.english
    strictly = (word.opens or not listed) and not meant_by_a_pronoun(note, at)
    return led(note, at) or acts(note, at + 1, strictly=strictly)
