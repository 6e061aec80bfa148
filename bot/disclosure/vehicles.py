"""Registration marks of vehicles: every series of DVLA and DVA, and parts of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.disclosure.case_numbers import of_office
from bot.disclosure.lists import listed
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span
from bot.disclosure.words import is_word

_I = re.IGNORECASE
_VEHICLE_CUE = Pattern(
    r"\b(?:reg|regs|registration|registered|vrm|index|plates?|number ?plate|cars?|vans?|"
    r"lorry|lorries|"
    r"truck|moped|scooter|motor ?bikes?|motorcycles?|bike|quad|trailer|transit|pick-?up|4x4|tipper|"
    r"taxi|minicab|caravan|horsebox|tractor|driver|driving|drove|drives|parked|ford|vauxhall|bmw|"
    r"audi|golf|fiesta|focus|corsa|astra|escort|volvo|land rover|range rover|mercedes|renault|clio|"
    r"peugeot|citroen|nissan|toyota|honda|vw|skoda|seat|fiat|jaguar|mini|kia|sprinter|bedford|"
    r"jeep|motorhome|campervan|vehicles?|flat-?bed|minibus|coach|hgv|dumper|"
    r"estate car|saloon|hatchback|convoy)\b",
    _I,
)
_PLATES = (
    Pattern(r"(?<![\w-])([A-HJ-PR-Y]{2}\d{2})([ -]?)([A-HJ-PR-Z]{3})(?![\w-])", _I),
    Pattern(r"(?<![\w-])([A-HJ-NP-TV-Y]\d{1,3})( ?)([A-HJ-PR-Z]{3})(?![\w-])", _I),
    Pattern(r"(?<![\w-])([A-HJ-PR-Z]{3})( ?)(\d{1,3}[A-HJ-NPR-TV-Y])(?![\w-])", _I),
    Pattern(r"(?<![\w-])([B-HJ-NP-TV-Y] \d{2,3})( )([A-HJ-PR-Z]{3})(?![\w-])"),
    Pattern(r"(?<![\w-])([A-Z]I[A-Z]|[A-Z]{1,2}Z|[A-Z]{2}I)( ?)(\d{2,4})(?![\w/-])"),
)
_SPACED = Pattern(r"(?<!\w)[A-Z](?:[ .-]?[A-Z])[ .-]?\d[ .-]?\d(?:[ .-]?[A-Z]){3}(?!\w)")
_PARTLY_SEEN = Pattern(
    r"(?<!\w)(?=[A-Z?*\d ]{0,7}[?*])(?=[A-Z?*]{0,3}\d)[A-Z?*]{1,3}\d{1,3} ?[A-Z?*]{2,3}(?!\w)"
)
"""A plate with signs nobody could read."""
_SPELT_OUT = Pattern(r"(?<!\w)[A-Z] [A-Z] \d \d [A-Z] [A-Z] [A-Z](?!\w)", _I)
_DECLARED = Pattern(
    r"\b(?:reg(?:istration|istered)?(?: mark| no\.?| number| plate)?|(?:number )?plates?|index|vrm)"
    r"(?:[\s:,-]{1,3}(?:is|was|of|no\.?|number|given as|reads|(?:ends?|ended|ending|starts?|"
    r"started|starting|begins?)(?: in| with)?))?"
    r"[\s:,-]{1,3}"
    r"([A-Z]{1,3} ?\d{1,4}[A-Z]?|\d{1,4} ?[A-Z]{1,3}|(?<=ends )(?-i:[A-Z]{2,3})|"
    r"(?<=ending )(?-i:[A-Z]{2,3})|(?<=in )(?-i:[A-Z]{3})|[A-Z]{1,2}\d{1,3} ?[A-Z]{3})(?![\w-])",
    _I,
)
_MAKE_THEN = Pattern(
    r"\b(?i:ford|vauxhall|bmw|audi|golf|fiesta|focus|corsa|astra|escort|volvo|rover|"
    r"mercedes|jaguar|"
    r"bentley|renault|transit|fiat|mini|beetle|car|van|lorry|truck|taxi|trailer)[, (]{1,2}"
    r"([A-Z]{2,3} \d{2,4}|\d{2,4} [A-Z]{2,3})(?![\w-])"
)

_PARTIAL_PLATE = Pattern(
    r"(?<![\w/-])(?<!in )(?<!at )(?<!and )(?<!of )(?<!from )(?<!across )(?<!around )(?<!for )"
    r"(?<!to )(?P<ref>(?-i:[A-Z]{2}\d{2})(?: (?-i:[A-Z]{1,3}))?(?![\w-])(?! \d)"
    r"(?:(?:,? (?:something|then|and|blank|with|perhaps|maybe|or|unknown|rest)){0,3}"
    r"(?:,? (?:it )?(?:ends?|ended|ending|last|finish(?:es|ed|ing)?)(?: (?:in|with|letters?|is|was|"
    r"two|three|digits?)){0,3}|(?<=then)(?: an?)?) (?-i:[A-Z]{1,3}))?)\b",
    _I,
)
"""What was read of a plate of this century, where a plate is spoken of."""
_DRIVEN = Pattern(
    r"\b(?:partial(?: plate)?(?: only)?|drives|driving|drove|moped|scooter|car|van|bike|"
    r"transit|lorry)"
    r"(?: (?:starts?|starting|begins?|beginning|ends?|ending|on|is|was)(?: with| in)?)?"
    r"[\s:,]{1,2}$",
    _I,
)


_ITS_ENDS = Pattern(
    r"\b(?:starts?|started|starting|begins?|began|beginning|ends?|ended|ending|first|last|"
    r"finish(?:es|ed|ing)?)(?: (?:part|half|bit|letters?|two|three))?"
    r"(?: of (?:the|its|a) (?:number )?(?:plate|reg|registration|index))?"
    r"(?:(?: in| with| as| is| was| are| were)? |: )"
    r"(?P<ref>(?-i:[A-Z]{2}\d\d|[A-Z]{3}|[A-Z]\d{2,3}|[A-Z]{2}(?=,? (?:and |then )\d\d\b)))\b"
    r"(?:,?(?: and| then)? (?:it )?(?:ends?|ended|ending|last|finish(?:es|ed|ing)?)"
    r"(?: letters?)?(?: in| with| as| is| was)? (?-i:[A-Z]{1,3})\b)?",
    _I,
)
"""What was seen of a plate, told by its beginning or end."""
_HACKNEY = Pattern(
    r"\b(?:taxi|cab|minicab|private hire|hackney)(?: (?:no\.?|number|plate|badge|licen[cs]e|car|"
    r"cab|"
    r"driver|id)){0,2} (?P<ref>\d{2,5})\b(?! (?:drivers?|licen[cs]es?|firms|ranks?|plates|vehicles|"
    r"cards|scheme|taxis|cabs|per|of|were|had|in)\b)",
    _I,
)
"""The number a council gives to a taxi or its driver."""
_IRISH = Pattern(r"(?<![\w/-])\d{2,3}-[A-Z]{1,2}-\d{1,6}(?![\w/-])")
_SHORT_FORMS = listed("short_forms")
_MARK_CUE = Pattern(
    r"\b(?:reg|regs|registration|registered|vrm|index|plates?|number ?plates?|number plate)\b", _I
)
_READ = Pattern(
    r"\bnumber\b|\b(?:front|back|rear|boot|tailgate|bumper)\b|"
    r"\b(?:got|read|reads|noted|caught|clocked|wrote|says|with|was|is)(?: only| just| down)? $",
    _I,
)
_UNREAD = Pattern(r"\b(?:then|and) (?:the rest|a |mud|dirt|blank)|\bsomething\b", _I)
"""What is said of a mark that somebody read off in passing, and of what they could not read."""
_ANY_MARK = Pattern(
    r"(?<![\w/-])(?:[A-Z]{1,3}[ -]?\d[A-Z\d]{2,6}|[A-Z]{2,3} \d{1,4}[A-Z]?|"
    r"[A-Z]{2}\d\d [A-Z]{1,3}|\d{1,4} [A-Z]{2,3})(?![\w/-])"
)
"""A mark of any country or age, where something was registered or had a plate."""


def vehicles(note: Note) -> Iterator[Span]:
    """Every registration mark of a vehicle, and what was seen of one."""
    for pattern in likely(_MARKS, note.text):
        part, is_mark = _MARKS[pattern]
        for match in pattern.finditer(note.text):
            if is_mark(note, match):
                yield Span("vehicle", *match.span(part))


def plate_ends(note: Note) -> Iterator[Span]:
    """What somebody saw of a plate, of letters alone too: "begins EA66, ends in J"."""
    for match in _ITS_ENDS.finditer(note.text):
        low = match.group("ref").lower()
        known = is_word(low) or low in _SHORT_FORMS
        if not known and _is_read_off(note, match.start()):
            yield Span("vehicle", match.start("ref"), match.end())


def _is_read_off(note: Note, place: int) -> bool:
    """Whether a sentence speaks of a plate, or of a vehicle and what was read of its number."""
    sentence = note.around(place)
    if _MARK_CUE.search(note.text, *sentence):
        return True
    read = _READ.search(note.text, max(place - 40, 0), place)
    unread = _UNREAD.search(note.text, place, place + 25)
    return bool(read or unread) and bool(_VEHICLE_CUE.search(note.text, *sentence))


def _speaks_of_vehicles(note: Note, match: re.Match[str]) -> bool:
    return bool(_VEHICLE_CUE.search(note.text[slice(*note.around(match.start()))]))


def _is_always(_note: Note, _match: re.Match[str]) -> bool:
    return True


def _is_spaced(note: Note, match: re.Match[str]) -> bool:
    return bool(re.search(r"[A-Z] [A-Z]", match.group())) or _speaks_of_vehicles(note, match)


def _is_partial(note: Note, match: re.Match[str]) -> bool:
    before = note.text[max(match.start() - 30, 0) : match.start()]
    return _is_read_off(note, match.start()) or bool(_DRIVEN.search(before))


def _is_declared(note: Note, match: re.Match[str]) -> bool:
    worded = any(is_word(piece) for piece in re.findall("[a-z]{2,}", match.group(1).lower()))
    return not (worded or of_office(note.text, match.start(1)))


def _is_after_a_make(_note: Note, match: re.Match[str]) -> bool:
    return not any(is_word(piece.lower()) for piece in re.findall("[A-Z]{2,}", match.group(1)))


def _is_any_mark(note: Note, match: re.Match[str]) -> bool:
    letters = [piece.lower() for piece in re.findall("[A-Z]{2,}", match.group())]
    known = any(is_word(piece) or piece in _SHORT_FORMS for piece in letters)
    known = known or of_office(note.text, match.start())
    return not known and bool(_MARK_CUE.search(note.text, *note.around(match.start())))


def _is_plate(note: Note, match: re.Match[str]) -> bool:
    first, space, second = match.groups()
    letters = [piece.lower() for piece in re.findall("[A-Za-z]{3}", first + " " + second)]
    plate = first + second
    if of_office(first, len(first)) or (first.isalpha() and of_office(note.text, match.start())):
        return False
    if any(is_word(piece) or piece in _SHORT_FORMS for piece in letters):
        before = note.text[max(match.start() - 25, 0) : match.start()]
        return plate.isupper() and bool(_VEHICLE_CUE.search(before))
    start, end = note.around(match.start())
    cued = bool(_VEHICLE_CUE.search(note.text[start:end]))
    if "://" in note.text[start : match.start()]:  # pages of the internet are numbered too
        return cued
    if not plate.isupper() and space:
        return cued and (plate.islower() or plate.isupper())
    if re.fullmatch(r"[A-Z]{2,3}(?:19|20)\d\d|[A-Z]\d[A-Z]{3}", plate) or (
        first[:1] in "ABM" and len(first) <= 3 and first[1:].isdigit()
    ):
        return cued
    return True


_MARKS: dict[Pattern, tuple[int | str, Callable[[Note, re.Match[str]], bool]]] = {
    **dict.fromkeys(_PLATES, (0, _is_plate)),
    _ANY_MARK: (0, _is_any_mark),
    _HACKNEY: ("ref", _is_always),
    _IRISH: (0, _speaks_of_vehicles),
    _PARTLY_SEEN: (0, _speaks_of_vehicles),
    _SPELT_OUT: (0, _is_always),
    _SPACED: (0, _is_spaced),
    _PARTIAL_PLATE: ("ref", _is_partial),
    _DECLARED: (1, _is_declared),
    _MAKE_THEN: (1, _is_after_a_make),
}
"""Each shape of a mark: the part of it that is pointed at, and what else is true of it."""
