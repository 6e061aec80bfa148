"""The status of a typed update: a whole phrase at the place of the status, or none.

"green Cameras are up" is on track. "delivered 30 of 60 sessions", "amber to green" and "a camera is
broken" begin like a status and are sentences; "delayed" is a word of another scheme, which may be
at risk or off track here: of these nothing is taken, it is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.core.status import BY_WORD, Status
from bot.disclosure.wordlist import word_set
from bot.reading.typed_text import TypedText

_OTHER_SCHEMES = frozenset({"late", "delayed", "failing", "behind", "risk", "to start"})
"""Words that reports elsewhere use; which of our statuses is meant is the writer's to say."""
_OWN_WORDS = frozenset({"complete", "done"})
_BY_DECISION = frozenset({"deferred", "cancelled", "canceled"})
_VERBS = word_set("bot.reading", "status_verbs")
"""Statuses that are verbs too: they take what follows as their object."""
_LETTERS = frozenset({"a"})
_NO_SIGN = frozenset({"a", "risk"})
"""Words that begin any sentence: no sign of a report."""


def _pattern(word: str) -> str:
    return r"[\s_-]*".join(re.escape(part) for part in re.split(r"[\s_]", word))


_WORDS = "|".join(_pattern(word) for word in sorted(BY_WORD, key=len, reverse=True))
_EDGED = rf"(?:(?<!\w)(?:{_WORDS})(?!\w))"
_STATUS = re.compile(_EDGED)
_WORD = re.compile(r"[^\W\d_]+(?!\w)")
_ENDS = re.compile(r"\s{0,8}[*_~`'\")\]]{0,8}\s{0,8}(?:$|[\n,;:.!|=(]|-{1,8}(?:\s|$)|\s-)")
_BECAUSE = re.compile(r"\s{1,8}(?:because|due|until|till|pending|since|as|following|after)\b")
_OPEN = re.compile(r"\s{0,8}(?:\?|\s(?:if|once|unless|soon|by|or)\b)")
_TURNS = re.compile(rf"\s{{0,8}}(?:to|or|and|into|/|-{{1,8}}|>|->)\s{{0,8}}{_EDGED}")
_ALTERNATIVE = re.compile(rf"{_EDGED}\s{{1,8}}or\b")
_FIGURE = re.compile(r"\s{1,8}\d")
_GOES_ON = re.compile(
    r"\s{1,8}(?:\d|(?:an?|the|of|to|with|in|on|for|up|some|most|half|only|about|nearly|our|their|its|"
    r"my|this|that|these|those|one|two|three|four|five|six|seven|eight|nine|ten|both|several)\b)"
)


@dataclass(frozen=True, slots=True)
class StatusPlace:
    """What stands at the place of the status, from `start` to `end`. `status` is None where
    it is no whole phrase; `begins`: it begins like one; `guess`: a status slightly misspelt."""

    status: Status | None
    end: int
    start: int = 0
    begins: bool = False
    guess: Status | None = None


def status_at(text: TypedText, at: int, end: int, *, linked: bool = False) -> StatusPlace:
    """The status at place `at` of a text read up to `end`; `linked`: "to", "as" or a colon led
    to it."""
    match = _STATUS.match(text.seen, at, end)
    if match is None:
        return StatusPlace(None, at, at, guess=_guess(text.seen, at, end))
    status, word = _named(match.group()), _plain(match.group())
    if not _is_whole(word, text, match.end(), end, linked=linked):
        return StatusPlace(None, match.end(), at, begins=word not in _NO_SIGN)
    return StatusPlace(status, match.end(), at, begins=True)


def firm_status(seen: str, start: int, end: int) -> StatusPlace | None:
    """The first status between two places that no sentence holds by chance (a colour, "on track",
    a mark), or None."""
    for match in _STATUS.finditer(seen, start, end):
        if _is_firm(_plain(match.group())):
            return StatusPlace(_named(match.group()), match.end(), match.start(), begins=True)
    return None


def is_alternative(seen: str, at: int) -> bool:
    """Whether "or" follows the status at a place: a question's way of speaking."""
    return _ALTERNATIVE.match(seen, at) is not None


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", " ", word)


def _named(word: str) -> Status | None:
    return BY_WORD.get(word) or BY_WORD.get(_plain(word)) or BY_WORD.get(_plain(word).strip())


def _is_firm(word: str) -> bool:
    sentence = _OTHER_SCHEMES | _OWN_WORDS | _BY_DECISION | _VERBS
    return word not in sentence and (len(word) > 2 or not word.isalpha())


def _is_whole(word: str, text: TypedText, at: int, end: int, *, linked: bool) -> bool:
    """Whether a status word is all there is at its place, judged by what follows it."""

    def follows(pattern: re.Pattern[str]) -> bool:
        return pattern.match(text.seen, at, end) is not None

    if word in _OTHER_SCHEMES or follows(_OPEN) or follows(_TURNS):
        return False
    if follows(_ENDS):
        return True
    if word in _LETTERS:
        return False
    if word in _VERBS | _BY_DECISION:
        return follows(_BECAUSE)
    if word not in _OWN_WORDS or not follows(_GOES_ON) or text.is_capital(at, end):
        return True  # a capital begins the note's own sentence
    return linked and not follows(_FIGURE)


def _guess(seen: str, at: int, end: int) -> Status | None:
    """The status that a word at a place is one slip away from ("ambr"), or None."""
    match = _WORD.match(seen, at, end)
    if match is None or len(match.group()) < 4:
        return None
    near = (w for w in BY_WORD if w.isalpha() and len(w) > 3 and _is_near(match.group(), w))
    return BY_WORD.get(next(near, ""))


def _is_near(typed: str, word: str) -> bool:
    return typed[0] == word[0] and OSA.distance(typed, word, score_cutoff=1) <= 1
