"""What was understood of an update as it was typed, and what of it is in doubt; and references to
actions in it, known to a plan or only shaped like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from bot.core.dataclass import dataclass
from bot.core.plan import ref_name
from bot.core.status import Status
from bot.disclosure.patterns import Pattern
from bot.reading.status_place import EDGED
from bot.reading.tokens import TypedText
from bot.reading.update_words import strange

_BECAUSE = re.compile(r"\b(?:because(?: of)?|(?:due|owing) to|reason\s*[:=-])\s*|\A(?:as|since)\s")
_WE_WILL = Pattern(
    r"\b(?=(?:we|i|they) (?:will|shall|(?:plan|intend|aim) to)\b|(?:we|i|they)'ll\b)"
    r"|\b(?=(?:we|i|they)(?:'re|'m| are| am) (?:going|planning) to\b)"
    r"|(?<=[.;!?] )(?:to|in response|instead|so|therefore)\b,? (?:\w{1,12},? ){0,5}"
    r"(?=(?:we|i|they)(?: (?:will|shall)|'ll)\b)"
    r"|(?<=[.;!?] )(?=(?:\w{1,12},? ){1,6}(?:we|i|they)(?: (?:will|shall)|'ll)\b)"
    r"|\b(?=(?:(?:the|our) )?plan is to\b|to (?:\w{1,12} ){1,2}(?:it|this) (?:we|i|they) )"
    r"|\b(?:corrective )?(?:action|plan)\s*[:=-]\s*"
)
_DAY = (
    r"(?:(?:the )?(?:(?:end|start) of )?(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of )?)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b|\d{1,2}[/.]\d{1,2}\b)"
)
_TO_A_DAY = Pattern(rf"\W{{0,4}}(?:back )?(?:to|until|till|by) {_DAY}")
NEW_DATE = Pattern(rf"\b(?:date|deadline)\b[^.!?\n]{{0,30}}(?<!\w){_DAY}")
_OF_DATE = re.compile(rf"\W{{0,4}}(?:(?:the|its|new|due|end|revised)\s){{0,3}}{NEW_DATE.source}")
_PAIRS = (*((mark, mark) for mark in "*_~`'\""), ("(", ")"), ("[", "]"))
"""Marks that open and close."""
_OPENING = re.compile(r"(?<![^\W_])(?<![*_~`'\"\]])[*_~`'\"\[]+\Z")
_JOINT = re.compile(r"[\s,;.:-]{0,8}(?:\b(?:and|so|but)\b)?[\s,;.:-]{0,8}$")


class Doubt(StrEnum):
    """Why an attempt is not saved as it stands."""

    CLEAR = ""
    REF = "no action"
    STATUS = "no status"
    NOTE = "no note"
    TWO = "two actions"
    DATE = "new date"
    WORDING = "other words"


@dataclass(frozen=True, slots=True)
class TypedUpdate:
    """What was understood of one attempt. `ref`: its key, with the year if one was named, or empty;
    `quarter` as written; `note` to the letter; `reason` and `corrective_action` of what is off
    track, where "because" and "we will" name them."""

    ref: str
    status: Status | None = None
    note: str = ""
    quarter: str = ""
    reason: str = ""
    corrective_action: str = ""
    doubt: Doubt = Doubt.CLEAR


def sets_day(seen: str, at: int, end: int, *, verb: bool) -> bool:
    """Whether what follows a reference sets the day it is due: "new date May", or "to May" where a
    verb leads to it."""
    ways = (_OF_DATE, _TO_A_DAY) if verb else (_OF_DATE,)
    return any(way.match(seen, at, end) for way in ways)


def note_in(text: TypedText, start: int, head: int, at: int, end: int) -> str:
    """The note from a place on, to the letter, with the marks that open right before it; what only
    closes there, and was opened behind `start`, is none of it. `head` is where the note may begin.
    """
    opening = _OPENING.search(text.marked, head, at)
    at = opening.start() if opening else at
    note, before = text.cut(at, end), text.marked[start:at]
    seen = TypedText.of(note).seen
    for opens, closes in _PAIRS:
        opened = seen.endswith(closes) and _unclosed(before, opens, closes)
        if opened and _unclosed(seen, opens, closes):
            bare = seen.rstrip(closes)
            note, seen = note[: len(bare) - len(seen)], bare
    wrapped = seen[:1] in {"'", '"'} and seen[-1:] == seen[:1] and seen.count(seen[:1]) == 2
    return (note[1:-1] if wrapped else note).strip()


def _unclosed(text: str, opens: str, closes: str) -> int:
    """Marks that are opened and not closed; other than 0 also where they are closed only."""
    same = opens == closes
    return text.count(opens) % 2 if same else text.count(opens) - text.count(closes)


def doubted(update: TypedUpdate, *, odd: bool) -> TypedUpdate:
    return replace(update, doubt=update.doubt or (Doubt.WORDING if odd else Doubt.CLEAR))


def with_reason(update: TypedUpdate) -> TypedUpdate:
    """Reason and corrective action out of the note: what "because" and "we will" lead to."""
    note = TypedText.of(update.note)
    why, will = _BECAUSE.search(note.seen), _WE_WILL.search(note.seen)
    reason = _until(note, why, will)
    if why is None and will is not None:  # "dry summer. Action: joint patrols"
        reason = note.cut(0, will.start()).rstrip(" .,;:-")
    corrective = _until(note, will, why)
    return replace(update, reason=reason, corrective_action=corrective)


def _until(note: TypedText, begins: re.Match[str] | None, other: re.Match[str] | None) -> str:
    """The part of a note after one lead, up to the other when that follows."""
    if begins is None:
        return ""
    last = other.start() if other and other.start() >= begins.end() else len(note.seen)
    joint = _JOINT.search(note.seen, begins.end(), last)
    return note.cut(begins.end(), joint.start() if joint else last)


REFERENCE = re.compile(
    r"(?<![^\W_])(?<![.@£$%])(?:(?P<letters>[a-z]{1,8})(?P<gap>[\s_/.*-]{0,3}|\s?(?:no|number)\.?\s)"
    r"(?P<number>\d{1,4}[a-z]?)|\d{1,3}(?:\.\d{1,4})+[a-z]?)(?![^\W_]|%|\.\d|,\d)"
)
_BEGINS = re.compile(r"(?<![^\W_])(?<![.@£$%])[^\W_]|#")
_PART = re.compile(r"[^\W\d_]+|\d+")
_MARK = "[._/(*\u2010-\u2015\u2212-]"
_CALLED = r"(?:(?:action|number|no|ref|reference)\b\.?\s{1,3}|#)?"
_DECLARED = re.compile(rf"[\s*_:,;=|-]{{1,4}}(?:(?:is|to|as|now|at) )?{EDGED}")
_TOLD = Pattern(
    rf"[\s*_:,;=|-]{{1,4}}(?:(?:is|to|as|now|at|still) ){{0,3}}{EDGED}"
    r"\s?(?:[,:;.!\n-]|because|due\b)"
)
_BEFORE = Pattern(rf"^\W{{0,8}}{EDGED}\s?[:-]\W{{0,4}}$")
"""A status that makes a reference of what no plan holds: "ZZ4 is complete - ", "complete: ZZ4"."""
NEAR = 80
"""Characters before a reference in which its verb stands: a long text has many of either."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a text: its key and its places."""

    key: str
    start: int
    end: int


@lru_cache(maxsize=64)
def shapes(keys: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """How references of other shapes than `REFERENCE` are typed ("P1A1", "1a", "2/4", "12"): a
    pattern for each shape that one of `keys` has, the longest first."""
    odd = (_PART.findall(key) for key in keys if not REFERENCE.fullmatch(key.lower()))
    kinds = {"".join("9" if part.isdigit() else "a" for part in parts) for parts in odd}
    return tuple(map(_shape, sorted(kinds - {""}, key=lambda kind: (-len(kind), kind))))


def _shape(kind: str) -> re.Pattern[str]:
    """The pattern of "a9a9" and the like. Marks may part letters from numbers and a space too, but
    for a letter at the end, which could be a word."""
    typed = ""
    for place, sign in enumerate(kind):
        ends = place == len(kind) - 1 and kind[place - 1 :] == "9a"
        gap = _MARK if kind[place - 1 : place] == sign else rf"{_MARK}{{0,2}}"
        gap = gap if ends else rf"\s?{gap}\s?"
        letters = r"[^\W\d_]" if ends else r"[^\W\d_]{1,8}"
        typed += (gap if place else "") + (r"\d{1,4}" if sign == "9" else letters)
    called = _CALLED if kind == "9" else ""
    return re.compile(rf"{called}{typed}(?![^\W_]|%|[.,]\d)", re.IGNORECASE)


def references(seen: str, start: int, end: int, known: frozenset[str]) -> Iterator[Reference]:
    """The references between two places: those a plan holds, and others that look like them
    (its letters with another number; any, right after a verb of updating)."""
    at = start
    while (begins := _BEGINS.search(seen, at, end)) is not None:
        place = begins.start()
        before = seen[max(start, place - NEAR, seen.rfind("\n", 0, place) + 1) : place]
        keys = dict(_typed(seen, place, end, known))
        key = next((key for key in keys if _is_meant(key, keys[key], before, known)), "")
        if key:
            yield Reference(key, place, keys[key].end())
        at = keys[key].end() if key else begins.end()


def _typed(
    seen: str, at: int, end: int, known: frozenset[str]
) -> Iterator[tuple[str, re.Match[str]]]:
    """What may be a reference at a place, by its key."""
    for pattern in (*shapes(known), REFERENCE):
        if match := pattern.match(seen, at, end):
            lettered = pattern is REFERENCE and match["letters"]
            name = f"{match['letters']}{match['number']}" if lettered else match.group()
            yield ref_name(name), match


def _is_meant(key: str, match: re.Match[str], before: str, known: frozenset[str]) -> bool:
    """Whether what looks like a reference is one. A plain number is an action's in "update 12" and
    "12 green"."""
    if key in known:
        declared = _DECLARED.match(match.string, match.end()) is not None and not strange(before)
        return not match.group().isdigit() or declared
    letters = match["letters"] if match.re is REFERENCE and match["gap"] in {"", "/"} else ""
    if not letters or letters.upper() in _letters(known):
        return bool(letters)
    stated = _TOLD.match(match.string, match.end()) and not strange(before)
    return len(letters) > 1 and bool(stated or _BEFORE.search(before))


@lru_cache(maxsize=64)
def _letters(known: frozenset[str]) -> frozenset[str]:
    return frozenset(key.rstrip("0123456789") for key in known)
