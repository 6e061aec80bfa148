"""Registration marks of vehicles: every series of DVLA and DVA, and parts of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.disclosure.case_numbers import of_office
from bot.disclosure.lists import listed
from bot.disclosure.partial_plates import COLOUR, MARK, VEHICLE
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span
from bot.disclosure.words import is_word

_I = re.IGNORECASE
_PLATES = (
    Pattern(r"(?<![\w-])([A-HJ-PR-Y]{2}\d{2})([ -]?)([A-HJ-PR-Z]{3})(?![\w-])", _I),
    Pattern(r"(?<![\w-])([A-HJ-NP-TV-Y]\d{1,3})( ?)([A-HJ-PR-Z]{3})(?![\w-])", _I),
    Pattern(r"(?<![\w-])([A-HJ-PR-Z]{3})( ?)(\d{1,3}[A-HJ-NPR-TV-Y])(?![\w-])", _I),
    Pattern(r"(?<![\w-])([B-HJ-NP-TV-Y] \d{2,3})( )([A-HJ-PR-Z]{3})(?![\w-])"),
    Pattern(r"(?<![\w-])([A-Z]I[A-Z]|[A-Z]{1,2}Z|[A-Z]{2}I)( ?)(\d{2,4})(?![\w/-])"),
)
_SPACED = Pattern(r"(?<!\w)[A-Z](?:[ .-]?[A-Z])[ .-]?\d[ .-]?\d(?:[ .-]?[A-Z]){3}(?!\w)")
_SPELT_OUT = Pattern(r"(?<!\w)[A-Z] [A-Z] \d \d [A-Z] [A-Z] [A-Z](?!\w)", _I)
_DECLARED = Pattern(
    r"\b(?:reg(?:istration|istered)?(?: mark| no\.?| number| plate)?|(?:number )?plates?|index|vrm)"
    r"(?:[\s:,-]{1,3}(?:is|was|of|no\.?|number|given as|reads|(?:ends?|ended|ending|starts?|"
    r"started|starting|begins?)(?: in| with)?))?[\s:,-]{1,3}"
    r"([A-Z]{1,3} ?\d{1,4}[A-Z]?|\d{1,4} ?[A-Z]{1,3}|(?<=ends )(?-i:[A-Z]{2,3})|"
    r"(?<=ending )(?-i:[A-Z]{2,3})|(?<=in )(?-i:[A-Z]{3})|[A-Z]{1,2}\d{1,3} ?[A-Z]{3})(?![\w-])",
    _I,
)
_MAKE_THEN = Pattern(
    r"\b(?i:ford|vauxhall|bmw|audi|golf|fiesta|focus|corsa|astra|escort|volvo|rover|"
    r"mercedes|jaguar|"
    r"bentley|renault|transit|fiat|mini|beetle|car|van|lorry|truck|taxi|trailer|estate|saloon|"
    r"hatchback|moped|scooter|"
    rf"motorbike|caravan)(?:,? (?:an? )?(?:(?:old|dark|light|metallic) )?{COLOUR})?[, (]{{1,2}}"
    r"([A-Z]{2,3} \d{2,4}|\d{2,4} [A-Z]{2,3})(?![\w-])"
)
_HACKNEY = Pattern(
    r"\b(?:taxi|cab|minicab|private hire|hackney)(?: (?:no\.?|number|plate|badge|licen[cs]e|car|"
    r"cab|"
    r"driver|id)){0,2} (?P<ref>\d{2,5})\b(?! (?:drivers?|licen[cs]es?|firms|ranks?|plates|vehicles|"
    r"cards|scheme|taxis|cabs|per|of|were|had|in)\b)",
    _I,
)
"""The number a council gives to a taxi or its driver."""
_IRISH = Pattern(r"(?<![\w/-])\d{2,3}-[A-Z]{1,2}-\d{1,6}(?![\w/-])")
_BOAT = Pattern(
    r"\b(?:boat|vessel|hull|craft|barge|narrow ?boat|ssr|crt|mooring licen[cs]e|index)"
    r"(?: (?:index|reg\w*|licen[cs]e|no\.?|number|id|ssr|crt)){1,3}[ :#]{1,2}(?P<ref>(?:SSR |"
    r"CRT )?\d{4,7})\b",
    _I,
)
_SHORT_FORMS = listed("short_forms")
_ANY_MARK = Pattern(
    r"(?<![\w/-])(?:[A-Z]{1,3}[ -]?\d[A-Z\d]{2,6}|[A-Z]{2,3} \d{1,4}[A-Z]?|"
    r"[A-Z]{2}\d\d [A-Z]{1,3}|\d{1,4} [A-Z]{2,3})(?![\w/-])"
)
"""A mark of any country or age, where something was registered or had a plate."""
_ROAD_NUMBER = Pattern(r"[ABM]\d{1,4}")


def vehicles(note: Note) -> Iterator[Span]:
    """Every registration mark of a vehicle, and what was seen of one."""
    for pattern in likely(_MARKS, note.text):
        part, is_mark = _MARKS[pattern]
        for match in pattern.finditer(note.text):
            if is_mark(note, match):
                yield Span("vehicle", *match.span(part))


def _speaks_of_vehicles(note: Note, match: re.Match[str]) -> bool:
    around = note.text[slice(*note.around(match.start()))]
    return bool(VEHICLE.search(around) or MARK.search(around))


def _is_always(_note: Note, _match: re.Match[str]) -> bool:
    return True


def _is_spaced(note: Note, match: re.Match[str]) -> bool:
    return bool(re.search(r"[A-Z] [A-Z]", match.group())) or _speaks_of_vehicles(note, match)


def _is_declared(note: Note, match: re.Match[str]) -> bool:
    worded = any(is_word(piece) for piece in re.findall("[a-z]{2,}", match.group(1).lower()))
    return not (worded or of_office(note.text, match.start(1)))


def _is_after_a_make(_note: Note, match: re.Match[str]) -> bool:
    return not any(is_word(piece.lower()) for piece in re.findall("[A-Z]{2,}", match.group(1)))


def _is_any_mark(note: Note, match: re.Match[str]) -> bool:
    letters = [piece.lower() for piece in re.findall("[A-Z]{2,}", match.group())]
    known = any(is_word(piece) or piece in _SHORT_FORMS for piece in letters)
    known = known or _ROAD_NUMBER.fullmatch(match.group()) is not None
    known = known or of_office(note.text, match.start())
    return not known and bool(MARK.search(note.text, *note.around(match.start())))


def _is_plate(note: Note, match: re.Match[str]) -> bool:
    first, space, second = match.groups()
    letters = [piece.lower() for piece in re.findall("[A-Za-z]{3}", first + " " + second)]
    plate = first + second
    if of_office(first, len(first)) or (first.isalpha() and of_office(note.text, match.start())):
        return False
    if any(is_word(piece) or piece in _SHORT_FORMS for piece in letters):
        before = note.text[max(match.start() - 25, 0) : match.start()]
        return plate.isupper() and bool(VEHICLE.search(before))
    start, end = note.around(match.start())
    cued = bool(VEHICLE.search(note.text[start:end]))
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
    _BOAT: ("ref", _is_always),
    _IRISH: (0, _speaks_of_vehicles),
    _SPELT_OUT: (0, _is_always),
    _SPACED: (0, _is_spaced),
    _DECLARED: (1, _is_declared),
    _MAKE_THEN: (1, _is_after_a_make),
}
"""Each shape of a mark: the part of it that is pointed at, and what else is true of it."""
