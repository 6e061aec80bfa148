"""What was understood of an update as it was typed, and what of it is in doubt."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from bot.core.dataclass import dataclass
from bot.core.status import Status
from bot.reading.tokens import TypedText

_BECAUSE = re.compile(r"\b(?:because(?: of)?|(?:due|owing) to|reason\s*[:=-])\s*|\A(?:as|since)\s")
_WE_WILL = re.compile(
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
_TO_A_DAY = re.compile(rf"\W{{0,4}}(?:back )?(?:to|until|till|by) {_DAY}")
_NEW_DATE = re.compile(rf"\b(?:date|deadline)\b[^.!?\n]{{0,30}}(?<!\w){_DAY}")
_OF_DATE = re.compile(rf"\W{{0,4}}(?:(?:the|its|new|due|end|revised)\s){{0,3}}{_NEW_DATE.pattern}")
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


def names_day(seen: str, start: int, end: int) -> bool:
    """Whether a note names a day an action is to be done by: its date would be lost in it."""
    return _NEW_DATE.search(seen, start, end) is not None


def sets_day(seen: str, at: int, end: int, *, verb: bool) -> bool:
    """Whether what follows a reference sets such a day: "new date May", with a verb "to May"."""
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
    corrective = _until(note, will, why)
    return replace(update, reason=reason, corrective_action=corrective)


def _until(note: TypedText, begins: re.Match[str] | None, other: re.Match[str] | None) -> str:
    """The part of a note after one lead, up to the other when that follows."""
    if begins is None:
        return ""
    last = other.start() if other and other.start() >= begins.end() else len(note.seen)
    joint = _JOINT.search(note.seen, begins.end(), last)
    return note.cut(begins.end(), joint.start() if joint else last)
