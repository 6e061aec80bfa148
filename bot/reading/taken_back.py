"""Whether a note takes back the status it stands behind: a clause that only doubts it ("not sure
tbh", "scrap that"), or says another of the action ("actually it's red"), not of its story ("was red
in Q1", "two sites are red", "hope to be green by May")."""

from __future__ import annotations

import re

from bot.core.status import BY_WORD, Status
from bot.disclosure.patterns import Pattern
from bot.reading.status_place import EDGED, is_firm, plain_word
from bot.reading.typed_update import REFERENCE
from bot.reading.update_words import COMPOUNDS, OTHER_SCHEMES, bare_words, part

_ENDS = re.compile(
    r"[.!?;:,()\n]+|\s-+(?=\s)|\b(?:but|though|although|and(?= (?:it|its|it's|now|is)\b))\b|$"
)
_STATUS, _SINCE = re.compile(EDGED), re.compile(r"\b(?:to|now)\b")
_ITS = re.compile(r"\b(?=(?:it's|its|it is)\b)")
_DOUBTING = Pattern(
    rf"\b(?:{'|'.join(sorted(part('doubting'))).replace('_', ' ')})\b(?: (?:it|that|this))?"
    r"(?: with(?: \w+){1,3}$)?"
)
_RATHER, _IT, _SOFT, _SOMETIME = map(part, ("rather", "itself", "soft", "sometime"))
_IS = part("linking", "rated")
_FUNCTION = part(
    "about", "aside", "assured", "between", "courtesy", "denied", "hedges", "itself", "linking",
    "modal", "people", "rated", "rather", "soft", "sometime",
)  # fmt: skip


def takes_back(note: str, status: Status | None) -> bool:
    """Whether any clause of a note, as it is seen, takes its status back."""
    begun = 0
    for end in _ENDS.finditer(note):
        clause, ahead = note[begun : end.start()], {*bare_words(note[:begun])}
        first, but = ahead <= {"but"}, ahead == {"but"}
        words = bare_words(clause)
        if not words or not {*words} <= _RATHER | {"well"}:  # "no, red" is one clause
            begun = end.end()
        if _doubts(clause, first=first, asked="?" in end.group()):
            return True
        statuses = _STATUS.finditer(clause)
        if any(_declares(clause, match, status, first=first, but=but) for match in statuses):
            return True
    return False


def _doubts(clause: str, *, first: bool, asked: bool) -> bool:
    """Whether a clause says no more than that something is not sure, or right."""
    words = bare_words(REFERENCE.sub(" ", clause))
    rest = _DOUBTING.sub(" ", " ".join(words)).split()
    unsure = "not" in words and not part("assured").isdisjoint(words)
    doubts = len(rest) < len(words) or unsure or asked or (first and not _SOFT.isdisjoint(words))
    return doubts and bool(words) and {*rest} <= _FUNCTION


def _declares(
    clause: str, match: re.Match[str], status: Status | None, *, first: bool, but: bool
) -> bool:
    """Whether a clause says, by the word matched, another status of the action than `status`, or
    denies this one."""
    word, behind = plain_word(match.group()), bare_words(clause[match.end() :])
    ahead = clause[: match.start()]
    run, since = (bare_words(way.split(ahead)[-1]) for way in (_ITS, _SINCE))
    lead, other = {*run}, BY_WORD[word] is not status
    strange, denied = lead - _FUNCTION, not part("denied").isdisjoint(lead)
    rather = bool(lead & _RATHER or _DOUBTING.search(" ".join(bare_words(ahead))))
    late = word in OTHER_SCHEMES and "sorry" in bare_words(ahead)  # of the message
    if denied is other or late:
        return False
    bare = first and lead <= part("joining") and not behind and word not in OTHER_SCHEMES
    if (denied or not is_firm(word) or word in part("work")) and not bare:
        of_it = denied or rather or lead & _IT or not _SOFT.isdisjoint(behind)
        return bool(of_it and not strange and {*behind} <= _FUNCTION)
    hoped = lead & part("modal") or not lead & part("present")
    timed = hoped and "honest" not in behind and not _SOMETIME.isdisjoint(behind)
    if not rather and (timed or lead & part("wished") or not part("story").isdisjoint(since)):
        return False
    if strange and not rather:  # of a part: a worse one is asked about, unless it is one of several
        some = any(one in part("some") or one.isdigit() for one in lead)
        near = run[-1] in _IS - {"the"} or (len(strange) == 1 and not behind)  # "borderline amber"
        return not some and near and not BY_WORD[word].good
    if first and (lead or but) and lead <= part("joining"):  # "and off track, depending on ..."
        return behind[:1] == [] or behind[0] not in COMPOUNDS.get(word, ())
    goes_on = bool(behind) and behind[0] not in _FUNCTION
    return not goes_on or bool((rather or lead & _IT) and run[-1] not in {"a", "an", "no", "the"})
