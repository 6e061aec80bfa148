"""People told by their initials and where they live, and names in other scripts than ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.company import STRONG_AFTER
from bot.disclosure.evidence_words import SEVERE
from bot.disclosure.homes import ROAD
from bot.disclosure.lists import any_of, listed
from bot.disclosure.names import LISTED
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span
from bot.disclosure.words import TYPES, is_word

_INITIALS = r"(?:[A-Z]\.? ?){1,2}[A-Z]\.?"
_OF_A_ROAD = Pattern(
    rf"(?<![\w.&/-])(?P<who>{_INITIALS})(?:,? (?:of|off|from|at|on|in|by|near|down|up|round|"
    rf"who lives (?:on|in|at)|living "
    rf"(?:on|in|at))|,)(?: the (?=[A-Z]))? {ROAD}\b"
)
_DEEDS = Pattern(
    r"(?<![\w.&/-])(?P<who>[A-Z]\.? ?[A-Z]\.?) (?:\(\d{1,2}\) )?(?:has |have |had |is |was |been |"
    r"again |also |still |now |started |begun |keeps ){0,3}(?:begging|drinking|relapsed|using|"
    r"missed (?:his|her)|back on (?:the )?(?:drink|gear|top|script|methadone)|dealing|shoplifting|"
    r"sleeping|shouting|selling|stealing|breached (?:his|her)|arrested|charged|bailed|evicted|"
    r"cautioned|"
    r"assaulted|threatened|stabbed|sectioned|remanded|excluded|gone missing|missing from|pregnant|"
    r"moved out|moved back|told (?:us|staff|officers)|lives (?:with|at|in|on)|living (?:with|at)|"
    r"disclosed|admitted|denied|denies|sleeps|(?:his|her) (?:mum|mother|dad|father|partner|ex))\b"
)
_OF_KIN = Pattern(rf"(?<![\w.&/-])(?P<who>[A-Z]\.? ?[A-Z]\.?)'s (?:{any_of(listed('kin'))})\b")
"""Like "JT's brother"."""
_TOLD_OF = Pattern(
    r"(?:^|(?<=[.!?:;-] ))(?P<who>[A-Z]\.? ?[A-Z]\.?)(?=:| -| (?P<deed>[a-z]{2,12})\b|"
    r",? \(?[1-9]\d[,)])"
)
_ONES = Pattern(
    rf"\b(?:{any_of(listed('kin'))}|mentor|key ?worker|social worker|tenancy|he|she|his|her|him|"
    rf"recall\w*|tag|bail|curfew|remand\w*|parole|approved premises|custody|"
    r"prison|no contact|probation|no show|no answer|relapsed|refus\w+)\b"
)
"""What only a person has: "he" or "she", a tag, a curfew."""
_MET = Pattern(
    r"\b(?:found|missing|seen|stopped|arrested|spoken|placed|male|female|subject|believed|mum|"
    r"mother|dad|father|carers?|"
    r"sibling|sister|brother|home|custody|school|injur\w+|disclos\w+|he|she|his|her|him)\b",
    re.IGNORECASE,
)
_HARM = Pattern(rf"\b(?:{SEVERE}|mentor|r[au]n (?:away|off)|worker)\b", re.IGNORECASE)
_DEEDS_OF_ALL = listed("deeds") | {"has", "hasn't", "isn't", "won't", "been"}
_CALLED_BY = Pattern(
    r"\b[Ii]nitials? (?:(?:are|is|of|were) )?\"?(?P<who>[A-Z]\.? ?[A-Z]\.?)(?![\w-])"
)
"""Like "initials GT"."""
_AGED = Pattern(
    r"(?<![\w.&/-])(?P<who>[A-Z]\.?[ ]?[A-Z]\.?),? (?:\((?:aged? )?[1-9]\d?(?: ?(?:yo|yrs?|"
    r"years?))?\)|(?:in|of) (?:year |yr |y|class |form )?(?:[7-9]|1[0-3])(?: ?[A-Z]\b|\b(?! ))|"
    r"(?:aged? )?[1-9]\d(?: ?(?:yo|yrs?|years?))?(?=,))"
)
"""Like "KJ (14)"."""
_DOTTED = Pattern(r"(?<![\w.&/-])(?P<who>[A-Z]\.(?:O'|Mc|Mac)?[A-Z]\.)(?= ?[a-z(,;]|$)(?! ?[A-Z])")
_AFTER_RANK = Pattern(r"\b(?:pc|ps|ds|dc|di|sgt|pcso|cllr|insp|op|dr)\.? $", re.IGNORECASE)
_OF_A_THING = Pattern(
    r"\b(?:the|our|an?|its|their|this|your|your own|local|new|each|every) $", re.I
)
"""Before short forms of things and bodies: "the C.P.O. on Mill Lane"."""
_SPOKEN_OF = Pattern(
    r"\b(?:saw|seen|spoke to|spoken to|arrested|stopped|chased|served on|victim|"
    r"suspect|tenant|lad) $",
    re.IGNORECASE,
)
"""Before letters that may also be a body's: what is seen, stopped or served on is a person."""
_SHORT_FORMS = listed("short_forms")
_FOREIGN = (
    r"[\u0370-\u1cff\u1f00-\u1fff\u2c00-\u2dff\u2e80-\u2fff\u3040-\ua63f\ua840-\uab2f"
    r"\uabc0-\ufaff\ufb1d-\ufdff\ufe70-\ufefc]"
)
_OTHER_SCRIPT = Pattern(rf"{_FOREIGN}{{2,40}}(?:[ \u00b7-]{_FOREIGN}{{1,40}}){{0,4}}")
_WITH_SIGNS = Pattern(
    r"(?<![\w@])(?=[A-Za-z]{0,9}[@$!013457])[A-Za-z@$!013457]{2,11}[a-z](?![\w@])"
)
_SIGNS = str.maketrans("@$!013457", "asioieast")
_LANGUAGES = listed("language_names")


def initials(note: Note, passing: frozenset[int]) -> Iterator[Span]:
    """Like "JT from Cedar Close" and "K.B. has been arrested"; not "CSU at Station Road"."""
    known = {note.words[at].start for at in passing}
    for pattern in likely((_OF_A_ROAD, _DEEDS, _OF_KIN), note.text):
        for match in pattern.finditer(note.text):
            if match.start() not in known and _is_somebody(note.text, match):
                place = match.span() if pattern is _OF_A_ROAD else match.span("who")
                yield Span("name", *place)
    for match in _AGED.finditer(note.text):
        met = "." in match.group("who") or any(
            way.search(note.text, *note.around(match.start())) for way in (_MET, _HARM)
        )
        if met and _is_somebody(note.text, match):
            yield Span("name", *match.span("who"))
    for match in _CALLED_BY.finditer(note.text):
        yield Span("name", *match.span("who"))
    for match in _TOLD_OF.finditer(note.text):
        _, end = note.around(match.start())
        deed = match.group("deed")
        of_one = (not deed or deed in _DEEDS_OF_ALL) and _ONES.search(note.text, match.end(), end)
        if of_one and match.start() not in known and _is_somebody(note.text, match):
            yield Span("name", *match.span("who"))
    for match in _DOTTED.finditer(note.text):
        letters = re.sub("[^A-Z]", "", match.group("who")).lower()
        thing = _OF_A_THING.search(note.text, max(match.start() - 10, 0), match.start())
        if letters not in _SHORT_FORMS and not is_word(letters) and not thing:
            yield Span("name", *match.span("who"))


def other_scripts(note: Note) -> Iterator[Span]:
    """Words in another script within a note: nearly always somebody's name."""
    if note.text.isascii():
        return
    for match in _OTHER_SCRIPT.finditer(note.text):
        if match.group() not in _LANGUAGES:
            yield Span("name", *match.span())


def disguised(note: Note) -> Iterator[Span]:
    """Names with signs in the place of letters: "M@rcus Th0rne"."""
    for match in _WITH_SIGNS.finditer(note.text):
        low = match.group().translate(_SIGNS).lower()
        if len(low) > 3 and low in LISTED:
            yield Span("name", *match.span())


def _is_somebody(text: str, match: re.Match[str]) -> bool:
    who = match.group("who")
    letters = re.sub(r"[^A-Z]", "", who).lower()
    dotted = "." in who or _SPOKEN_OF.search(text, max(match.start() - 20, 0), match.start())
    before = max(match.start() - 10, 0), match.start()
    if _AFTER_RANK.search(text, *before) or _OF_A_THING.search(text, *before):
        return False
    known = letters in _SHORT_FORMS or (is_word(letters) and letters not in TYPES)
    if len(letters) < 3 and STRONG_AFTER.match(text, match.end()):
        return True
    return bool(dotted) or not (known or len(letters) > 2)
