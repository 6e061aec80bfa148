"""Registration marks of which somebody read a part: "KV08, last letters possibly JFE".

A piece of a mark is some capitals, some figures, or both. It is one where a sentence speaks of a
plate or a vehicle, and what stands beside the piece says that it was read, or is a beginning or an
end; words and the short forms of bodies are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span
from bot.disclosure.words import is_word

_I = re.IGNORECASE
_VEHICLES = listed("vehicles")
VEHICLE = Pattern(rf"\b(?:{any_of(_VEHICLES)})s?\b", _I)
MARK = Pattern(
    r"\b(?:regs?|registration|registered|vrm|index|partial|(?:number ?)?plates?)\b(?! glass)", _I
)
_PIECE = Pattern(
    r"(?<![\w/'&-])-?(?P<ref>[A-Z]{2} ?\d\d(?: [A-Z]{1,3})?|\d{1,3} ?[A-Z]{3}|"
    r"\d[A-Z]{2}|[A-Z]{2,3})(?![\w/&-]|'s)"
)
_ENDS = (
    r"(?:starts?|started|starting|begins?|began|beginning|ends?|ended|ending|first|last|"
    r"finish(?:es|ed|ing)?|letters?|digits?|half|part|bit|partial|something|blank|unknown)"
)
_LINK = (
    r"(?:,|:| (?:in|with|is|was|are|were|as|be|could|might|may|possibly|probably|perhaps|maybe|"
    r"looks?|like|reads?|an?|or|and|then|on|of|the|its?|his|only|just|about|got|had|has|two|three|"
    r"letters?|digits?|part|half|bit|number|plate|reg|registration|index|mark))"
)
_AT_AN_END = Pattern(rf"\b{_ENDS}{_LINK}{{0,6}} $", _I)
_READ = Pattern(
    r"\b(?:got|gets|reads?|noted|notes|caught|clocked|wrote|says|saw|seen|had|has|have|with|was|is|"
    r"remembers?|recalls?|only|as|plates?|reg|index|partial)(?::| only| just| down|,)?"
    r"(?: (?:an?|the))? $",
    _I,
)
_READ_OFF = Pattern(
    r"\b(?:got|gets|reads?|noted|caught|clocked|wrote|remembers?|recalls?)(?: only| just| down)? $",
    _I,
)
_GOES_ON = Pattern(
    r"(?:,| (?:and|then|and then|or|maybe|maybe just)){0,3} (?:(?:something|blank|(?:the |"
    r"a )?(?:rest|mud|dirt))\b|(?:(?:an?|the) )?(?:"
    r"[A-Z] (?:something|then|and)\b)|(?:at|on|near) the (?:start|end|front|back|beginning)\b|"
    r"(?:(?:is|was|are|still) )?(?:visible|showing|readable|legible)\b|(?:from|of|on|off|in) "
    r"(?:the|its|his|her|their|a) (?:[\w'-]{2,12} ){0,2}(?:plate|reg|index|registration)\b)"
    r"|,? (?:and |then ){0,2}(?:it )?(?:ends?|ended|ending|last|finish(?:es|ed|ing)?)\b"
    r"|,? (?:and |then ){1,2}(?:an? |the )?\d\d\b|,? and then an? ",
    _I,
)
COLOUR = (
    r"(?:black|white|gr[ae]y|silver|blue|red|green|yellow|orange|brown|beige|gold|purple|maroon|"
    r"cream|bronze)"
)
_COLOURED = Pattern(rf",? (?:an? )?(?:(?:old|dark|light|metallic) ){{0,2}}{COLOUR}\b", _I)
_HAS_BOTH = Pattern(
    r"\b(?i:reg|registration|plate|index|vrm)\b[^.!?\n]{0,20}? (?i:has|had|with|got) an? "
    r"(?P<ref>[A-Z](?:,? and (?:an? )?(?:\d{1,2}|[A-Z]))+)\b"
)
_OF_A_YEAR = Pattern(
    r"\b(?:0[1-9]|[1-7]\d)[- ]plate,? (?:with|and|has|starts|ends)(?: [a-z]{1,6}){0,3} [A-Z]{1,3}\b"
    r"|\b[A-Z]{1,2},? (?:and then|then)(?: an?)? \d\d\b"
    r"|\b[A-Z]{1,2} (?:something|blank|unknown)(?: then| and)? \d{1,3}\b"
)
"""Like "a 19 plate with a W"."""
_CAPITALS = re.compile(r"[A-Z]{2}")
_UNREAD = Pattern(
    r"(?<!\w)(?=[A-Z?*\d ]{0,7}[?*])(?=[A-Z?*]{0,3}\d)[A-Z?*]{1,3}[\d?*]{1,3} ?[A-Z?*]{2,3}(?!\w)"
)
"""A plate with signs nobody could read."""
_ALPHABET = listed("phonetic_alphabet")
_LETTER = rf"(?:{any_of(_ALPHABET)})"
_DIGIT = r"(?:\d|zero|one|two|three|four|five|six|seven|eight|nine|niner)"
_ON_THE_RADIO = Pattern(
    rf"\b{_LETTER}[ ,-]{{1,2}}(?:{_LETTER}|"
    rf"{_DIGIT})[ ,-]{{1,2}}{_DIGIT}\b(?:[ ,-]{{1,2}}(?:{_LETTER}|{_DIGIT})\b){{0,4}}",
    _I,
)
"""Like "Yankee Echo six five": a mark as it is spelt on the radio."""
_IN_PIECES = Pattern(
    r"(?<![\w/'&-])(?P<ref>[A-Z]{2} ?\d\d,?(?: (?:and|or|then|maybe|perhaps|possibly|probably|"
    r"something|like|an?|might be|could be)){1,5} (?!(?:I|A) (?!something|blank|then|and|or|maybe)"
    r"[a-z])[A-Z](?: ?[A-Z]){0,2})(?![\w/&-]|'s)"
    r"|(?<![\w/'&-])(?P<half>[A-Z]{2} ?\d\d(?:,? [A-Z]){1,2})(?= (?:something|blank|maybe)\b)"
)
"""Like "YD19 then maybe V K something": a mark of a year, and what came of the rest."""
_PIECEWISE = (_HAS_BOTH, _OF_A_YEAR, _UNREAD, _IN_PIECES, _ON_THE_RADIO)
_NAMES_A_CAR = Pattern(rf"\b{COLOUR} (?:[A-Z][\w-]+ )?(?:{any_of(_VEHICLES)}) $", _I)
"""Like "the blue Corsa AB12"."""
_SHORT_FORMS = listed("short_forms")


def partial_plates(note: Note) -> Iterator[Span]:
    """Every piece of a mark that was read off a vehicle."""
    for pattern in likely(_PIECEWISE, note.text):
        for match in pattern.finditer(note.text):
            if _is_spoken_of(note, match.start()):
                yield Span("vehicle", *match.span(match.lastgroup or 0))
    if not _CAPITALS.search(note.text):
        return
    for match in _PIECE.finditer(note.text):
        if not _is_known(match.group("ref")) and _is_spoken_of(note, match.start()):
            start, end = note.around(match.start())
            marked = MARK.search(note.text, start, end) is not None
            if _is_read(note.text, start, match, marked=marked):
                yield Span("vehicle", *match.span("ref"))


def _is_spoken_of(note: Note, place: int) -> bool:
    """Whether a sentence speaks of a plate or of a vehicle."""
    around = note.around(place)
    return bool(MARK.search(note.text, *around) or VEHICLE.search(note.text, *around))


def _is_known(piece: str) -> bool:
    """A word, or the short form of a body."""
    low = piece.lower()
    return piece.isalpha() and (low in _SHORT_FORMS or is_word(low))


def _is_read(text: str, start: int, match: re.Match[str], *, marked: bool) -> bool:
    """Whether a piece of capitals and figures was read off; `marked`: of a plate, as is said."""
    ref = match.group("ref")
    before = max(start, match.start() - 60), match.start()
    at_an_end = _AT_AN_END.search(text, *before)
    if at_an_end or _GOES_ON.match(text, match.end()):
        return len(ref) > 2 or ref.isalpha()
    if len(ref) > 3 and _NAMES_A_CAR.search(text, *before):
        return True
    dated = len(ref) > 3 and ref[:2].isalpha()
    if dated and (_COLOURED.match(text, match.end()) or _READ_OFF.search(text, *before)):
        return True
    return marked and len(ref) > 2 and _READ.search(text, *before) is not None
