"""One person kind without a name: what a sentence says of them, added up.

A person word alone tells on nobody, nor does an age, a village or a crime. Together they do: "the
butcher's son in Little Wallop is dealing". Each kind of evidence has its points (`evidence`); what
comes to `ENOUGH`, with something that singles out, leaves only a handful of people it could be.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.disclosure.evidence import (
    EVIDENCE,
    PRONOUN,
    SOMEBODY,
    WITHOUT_WORD,
)
from bot.disclosure.evidence_words import ONE
from bot.disclosure.harms import GOOD_WORKS, HARMS
from bot.disclosure.kind_of_evidence import Evidence
from bot.disclosure.offices import MADE_UP
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span, Word
from bot.disclosure.told_apart import TOLD_APART

ENOUGH = 5
_AT_WORK = Pattern(
    r"\W{0,2}(?:\w{1,20}\W{1,2}){0,3}?(?:officer|pcso|lead|sgt|sergeant|inspector|councillor|cllr|"
    r"chair|manager|idva|isva|advocate|minister|"
    r"mayor|commissioner|mp|speaker|trainer|author|colleague|director|co-?ordinator|constable)\b",
    re.IGNORECASE,
)
"""A sentence that begins with somebody at their work."""
_MADE_UP = Pattern(
    rf"{MADE_UP}|\b(?:an?|any|each|every|no|the) (?:[\w-]{{2,14}} ){{0,2}}?{ONE} (?:(?:at|from|in|"
    rf"on|who|"
    rf"with) (?:[\w'-]{{1,14}} )"
    r"{1,5}?)?(?:can|may|might|must|should)(?!'t| have| not)\b",
    re.IGNORECASE,
)
"""Nobody there is: made up for a lesson, or whoever may, can or must do something."""
_OF_ANY = Pattern(r"\b(?:every|each|any) (?:[\w'-]{1,14} ){0,3}$", re.IGNORECASE)
"""What stands before a word that is of nobody in particular."""
_ABOUT = Pattern(
    r"\b(?:(?:about|anti|against|(?:course|input|lesson|play|session|talk|training|work)s? on) "
    r"(?:[a-z]{2,9} )?|anti-|for (?:the|our|a) )$",
    re.IGNORECASE,
)
_OF_WORK = Pattern(
    r"(?:'s?)?[ -](?:(?!(?:an?|at|by|from|her|his|in|of|on|the|to|"
    r"with) )[a-z]{2,10} ){0,2}(?:awareness|"
    r"campaign|charity|conference|course|exhibition|leaflet|poster|programme|project|strategy|"
    r"survey|"
    r"talk|training|workshop)s?\b|"
    r"(?:'s?)?[ -](?:(?:abuse|crime|violence|harm) )?(?:action|advice|advis[eo]r|alert|amnesty|"
    r"assembl(?:y|ie)|bid|budget|card|carers|centre|charter|clinic|contract|day|film|forum|"
    r"friend(?:ly)?|fund|grant|group|helpline|lead|lesson|line|meeting|nurse|officer|pack|"
    r"partnership|pathway|play|policy|prevention|quiz|safety|scheme|service|session|shelter|"
    r"society|"
    r"statistics|team|unit|week|worker)s?\b",
    re.IGNORECASE,
)
"""What makes of a harm the subject of somebody's work: "the assault action", "about scams"."""
_CLAUSE_END = Pattern(r"[,;:.!?](?=\s|$)|\s[-(]\s?|\n|\s(?=(?:so|but|and (?:is|was|has|will))\b)")


def portrait(note: Note, start: int, end: int) -> Span | None:
    """The clause of a sentence that tells who it is about, if it does."""
    evidence = _evidence_in(note, start, end)
    strongly = any(kind.singles and kind.points > 1 for kind in evidence)
    of_somebody = any(kind.refers for kind in evidence)
    if of_somebody and strongly and _points(evidence) >= ENOUGH:
        return _clause(note.text, [place for kind, place in evidence.items() if kind.singles], end)
    return None


def told_of_one(note: Note, start: int, end: int) -> Span | None:
    """The clause of a sentence that tells what befell one man or woman, "he" or "she"; what people
    do at their work is not that."""
    evidence = _evidence_in(note, start, end)
    if PRONOUN not in evidence or _points(evidence) <= PRONOUN.points + 1:
        return None
    at_work = _AT_WORK.match(note.text, start, end)
    return None if at_work else _clause(note.text, [*evidence.values()], end)


@lru_cache(maxsize=32)
def _evidence_in(note: Note, start: int, end: int) -> Mapping[Evidence, tuple[int, int]]:
    """Evidence -> its first place in a sentence; none where nobody is spoken of."""
    if not _speaks_of_somebody(note, start, end) or _MADE_UP.search(note.text, start, end):
        return {}
    places = ((kind, _place_of(kind, note.text, start, end)) for kind in EVIDENCE)
    shown = {kind: p for kind, p in places if p and not (kind.singles and _of_any(note, start, p))}
    if shown.keys().isdisjoint(HARMS):
        shown.pop(TOLD_APART, None)
    return shown


def _place_of(kind: Evidence, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first place of evidence in a sentence; of a harm, where it is no subject of work."""
    first = kind.place(text, start, end)
    while first and kind in HARMS and _is_a_subject(text, *first):
        first = kind.place(text, first[1], end)
    return first


def _is_a_subject(text: str, start: int, end: int) -> bool:
    """Whether a harm is what a talk, a course or a shelter is about or for."""
    about = _ABOUT.search(text, max(start - 24, 0), start)
    return bool(about or _OF_WORK.match(text, end))


def _of_any(note: Note, start: int, place: tuple[int, int]) -> bool:
    return _OF_ANY.search(note.text, start, place[0]) is not None


def _speaks_of_somebody(note: Note, start: int, end: int) -> bool:
    """Whether a sentence has a word or an age of a person at all: most have none, and are spared
    the rest."""
    first = bisect_left(note.words, start, key=_place)
    last = bisect_left(note.words, end, first, key=_place)
    if any(word.low in SOMEBODY for word in note.words[first:last]):
        return True
    ways = likely(WITHOUT_WORD, note.text[start:end])
    return any(way.search(note.text, start, end) for way in ways)


def _place(word: Word) -> int:
    return word.start


def _points(evidence: Iterable[Evidence]) -> int:
    kinds = set(evidence)
    if not kinds.isdisjoint(HARMS):
        kinds.discard(GOOD_WORKS)
    return sum(kind.points for kind in kinds)


def _clause(text: str, places: list[tuple[int, int]], end: int) -> Span:
    """From the first of the places to the end of the clause that holds the last."""
    stop = _CLAUSE_END.search(text, max(last for _, last in places), end)
    return Span("small_cell", min(first for first, _ in places), stop.start() if stop else end)
