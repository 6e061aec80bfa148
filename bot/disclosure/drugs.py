"""Street names of drugs that people are called by too: "Crystal and Molly leaflets"."""

from __future__ import annotations

from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note

_NAMES = listed("drug_names")
_DRUG = rf"(?:(?i:{any_of(_NAMES)})|G)"
_ROW = rf"{_DRUG}(?:(?:, | and | & | or |/){_DRUG}){{0,5}}"
_TAUGHT = (
    r"(?i:leaflets?|posters?|cards?|awareness|workshops?|talks?|training|lessons?|sessions?|"
    r"testing|tests?|tested|strips|samples?|pills|powders?|alerts?|warnings?|purity|chemsex|"
    r"factsheets?|campaigns?|slides?)"
)
_IN_A_LESSON = Pattern(
    rf"\b(?:{_ROW}(?: |: )(?:[a-z]{{3,9}} )?{_TAUGHT}|{_TAUGHT} (?:on|about|for|re) {_ROW})\b"
)


def is_a_drug(note: Note, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` stand among drugs that are taught or tested."""
    lessons = _IN_A_LESSON.finditer(note.text, *note.around(start))
    return any(match.start() <= start and end <= match.end() for match in lessons)
