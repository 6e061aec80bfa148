"""The disclosure guard: what a note must not hold, found before it is stored or posted.

Takes text, gives findings: the part, why it must not stay, how to say it safely. Deterministic and
bounded. It cannot promise that a text without findings is free of personal data, and never says so.
Grounds: the partnership holds officers' work identity, status and totals only; counts under five in
sensitive subjects can identify; MARAC papers are confidential to their meeting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hmac import digest
from typing import Any

from bot.core.dataclass import dataclass
from bot.disclosure.addresses import addresses
from bot.disclosure.bodies import PUBLIC_NAMES
from bot.disclosure.circumstances import circumstances
from bot.disclosure.households import households
from bot.disclosure.identifiers import identifiers
from bot.disclosure.initials import disguised, initials, other_scripts
from bot.disclosure.names import FAMILY
from bot.disclosure.nicknames import nicknames
from bot.disclosure.offices import is_made_up
from bot.disclosure.people import people
from bot.disclosure.portraits import told_of_one
from bot.disclosure.text import Note, Span, plain_words

_LONGEST = 40_000


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What may be named: `names` of agencies, venues and people at their work pass as a whole;
    `places` of the partnership's area, in small letters, are no person's name by themselves;
    `refs` of the plan's actions are no identifier, whatever they look like ("NUI10"). `year`: when
    the texts are written; without it a date beside somebody may be their birth, however late."""

    names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    refs: frozenset[str] = frozenset()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of a text that holds it back.

    `start` and `end` are offsets in the text as typed. `confirmable`: the writer may confirm that
    the part is not personal (a name that is a venue, a count of things); identifiers never are.
    """

    kind: str
    text: str
    start: int
    end: int
    why: str
    advice: str
    confirmable: bool

    @property
    def pointer(self) -> str:
        """The part as it may be pointed at without repeating it: "De… Ha…"."""
        words = [f"{word[:2]}…" for word in self.text.split()]
        return " ".join(words[:4])

    def fingerprint(self, salt: bytes) -> str:
        """A fingerprint of the part, by which its writer's confirmation is known again. Without
        the `salt`, a secret, no guess at the part can be tried against it."""
        plain_text = " ".join(self.text.lower().split())
        return digest(salt, f"{self.kind}:{plain_text}".encode(), "sha256").hex()[:16]


_SAYINGS: dict[str, tuple[str, str]] = {
    "email": ("This is an e-mail address.", "Leave it out; give the agency to contact instead."),
    "dob": (
        "This is a date of birth.",
        "Leave it out, or give an age band for a group of five or more.",
    ),
    "nhs_number": ("This is an NHS number.", "Leave it out; it belongs in the health record only."),
    "ni_number": ("This is a National Insurance number.", "Leave it out."),
    "document": (
        "This number belongs to one person's papers, bank or device.",
        "Leave it out; it stays with the agency that holds the case.",
    ),
    "bank": ("This leads to somebody's money.", "Leave it out; the bank and the police have it."),
    "phone": (
        "This is somebody's phone number.",
        "Leave it out, or give 101 or a published help line.",
    ),
    "crime_ref": (
        "This reference leads to one case.",
        "Say 'an incident known to the police'; the reference stays in the police system.",
    ),
    "vehicle": ("This is a vehicle registration.", "Say 'a vehicle known to the police'."),
    "postcode": (
        "A full postcode covers only a few homes.",
        "Give the first half only, such as TN13, or the ward.",
    ),
    "address": ("This points at one home.", "Name the road or the ward without the number."),
    "number": (
        "This number looks like one person's or one case's.",
        "Leave it out; it stays with the agency that gave it.",
    ),
    "nickname": ("This is a name somebody is known by.", "Say 'a young person' or 'a suspect'."),
    "name": ("This looks like a person's name.", "Say 'a resident', or the agency or role."),
    "marac": (
        "What is said of a case at MARAC stays at MARAC.",
        "Give totals only, such as cases heard in the quarter.",
    ),
    "operation": (
        "This could give away an operation, a source or a group under investigation.",
        "Say what was done after it is public, such as 'two days of action held'.",
    ),
    "small_cell": (
        "So few people could be recognised from this.",
        "Say 'fewer than five', or use a wider area or a longer time.",
    ),
}
"""Kind -> (why, advice). The order is the order of trust: an earlier kind keeps its part."""

_CONFIRMABLE = frozenset({"name", "nickname", "small_cell"})
_TELLINGS = frozenset({"marac", "operation", "small_cell"})
_WHO = frozenset({"dob", "email", "name", "nickname"})
_RANK = {kind: rank for rank, kind in enumerate(_SAYINGS)}


def check(
    text: str, *, known: KnownNames = KnownNames(), delicate: bool = False
) -> tuple[Finding, ...]:
    """Everything in a text that must not be kept, in order of place; empty when nothing was seen.

    `delicate`: what it is about is a sensitive subject, whether the text says so or not.

    Only the first 40,000 characters are read: longer text must be refused by the caller.
    """
    note = Note(text[:_LONGEST], known.places, known.year)
    parts = [*_parts(note, known), *circumstances(note, delicate=delicate)]
    parts += _told_of_one(note, parts)
    return tuple(_finding(note, text, part) for part in _settle(parts))


def identified(text: str, known: KnownNames) -> tuple[Finding, ...]:
    """Of what `check` finds, the names, numbers and addresses of people, whatever is told of
    them."""
    note = Note(text[:_LONGEST], known.places, known.year)
    return tuple(_finding(note, text, part) for part in _settle(_parts(note, known)))


def finding(kind: str, text: str, start: int, end: int) -> Finding:
    """What is said of the part `text[start:end]` once it is known to be of `kind`."""
    why, advice = _SAYINGS[kind]
    return Finding(kind, text[start:end], start, end, why, advice, kind in _CONFIRMABLE)


def listed_name(text: str) -> tuple[Finding, ...]:
    """A listed family name in a word or two without company, in whatever letters."""
    words = (w for w in Note(text).words if w.low in FAMILY and not w.english)
    return tuple(finding("name", text, word.start, word.end) for word in words)


def as_line(id: str, text: str, year: int) -> dict[str, Any]:  # noqa: A002 - the contract's word
    """The guard's verdict on one text written in `year`, as `check-note` prints it."""
    parts = check(text, known=KnownNames(year=year))
    spans = [{"text": part.text, "kind": part.kind} for part in parts]
    return {"id": id, "held": bool(parts), "spans": spans}


def _parts(note: Note, known: KnownNames) -> Iterator[Span]:
    passing = _passing(note, known)
    yield from (p for p in identifiers(note) if note.text[p.start : p.end] not in known.refs)
    yield from _across_lines(note)
    yield from addresses(note)
    yield from (p for p in nicknames(note, passing) if not is_made_up(note, p.start))
    yield from people(note, passing)
    yield from initials(note, passing)
    yield from other_scripts(note)
    yield from disguised(note)
    yield from households(note)


def _across_lines(note: Note) -> Iterator[Span]:
    """Numbers and codes that a line's end takes apart: they are shown on one line later on."""
    if "\n" not in note.text:
        return
    joined = Note(note.text.replace("\n", " "), year=note.year)
    for kind, start, end in identifiers(joined):
        start, end = joined.origin(start, end)
        if "\n" in note.text[start:end]:
            yield Span(kind, start, end)


def _told_of_one(note: Note, parts: Sequence[Span]) -> Iterator[Span]:
    """Sentences about one man or woman in which nothing else was found."""
    for start, end in note.sentences:
        if not any(start <= part.start < end for part in parts):
            clause = told_of_one(note, start, end)
            if clause is not None:
                yield clause


def _settle(parts: Iterable[Span]) -> list[Span]:
    """Parts without overlap, most trusted kind first; a whole telling may hold smaller parts."""
    pieces: list[tuple[int, int, str]] = []
    tellings: list[tuple[int, int, str]] = []
    for kind, start, end in sorted(parts, key=lambda p: (_RANK[p.kind], p.start - p.end, p.start)):
        row = tellings if kind in _TELLINGS else pieces
        place = bisect_left(row, (start, end, kind))
        after_left = place == 0 or row[place - 1][1] <= start
        before_right = place == len(row) or row[place][0] >= end
        if after_left and before_right:
            row.insert(place, (start, end, kind))
    needed = [row for row in tellings if row[2] != "small_cell" or not _names(row, pieces)]
    return [Span(kind, start, end) for start, end, kind in sorted(pieces + needed)]


def _names(telling: tuple[int, int, str], pieces: Sequence[tuple[int, int, str]]) -> bool:
    """Whether whom it is told of is pointed at within the telling, which then adds nothing."""
    start, end, _ = telling
    return any(start <= first < end and kind in _WHO for first, _, kind in pieces)


def _finding(note: Note, text: str, part: Span) -> Finding:
    start, end = note.origin(part.start, part.end)
    return finding(part.kind, text, start, end)


def _passing(note: Note, known: KnownNames) -> frozenset[int]:
    """Numbers of the words that belong to a name the caller knows."""
    own, public = _phrases(known), _public_phrases()
    lows = [word.low for word in note.words]
    places: set[int] = set()
    for at, low in enumerate(lows):
        for phrase in (*own.get(low, ()), *public.get(low, ())):
            if tuple(lows[at : at + len(phrase)]) == phrase:
                places.update(range(at, at + len(phrase)))
    return frozenset(places)


Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Names as rows of words, by their first word."""


@lru_cache(maxsize=64)
def _phrases(known: KnownNames) -> Phrases:
    return _in_rows(known.names | {name for name in known.places if " " in name})


@lru_cache(maxsize=1)
def _public_phrases() -> Phrases:
    return _in_rows(PUBLIC_NAMES)


def _in_rows(names: Iterable[str]) -> Phrases:
    rows: Phrases = {}
    for row in filter(None, map(plain_words, sorted(names))):
        rows[row[0]] = (*rows.get(row[0], ()), row)
    return rows
