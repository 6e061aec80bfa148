"""Phone numbers, in figures or in words; service numbers and published lines pass.

Formats are those of the national telephone numbering plan; what is written with a country's code is
for the kept library to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span

_I = re.IGNORECASE
_BEGINS = r"(?:(?<![\w/£.-])|(?<=[^\W\d][./-])|(?<=[^\W\d])(?=\+))"
"""Where a number may begin: also after "tel." and "mob-", and not within another number."""
_PHONE = Pattern(
    rf"{_BEGINS}(?:\+\d{{1,3}}|00\d\d|\(?0)(?:[\s().-]{{0,3}}\d){{7,12}}(?![\d/])|"
    r"(?<![\w/£.-])7\d{3} ?\d{3} ?\d{3}\b"
)
_WITH_LETTERS = Pattern(r"(?<![\w@])(?=[Oo]{0,4}\d)(?:[\dOo]{1,12}(?![A-NP-Za-np-z_]))")
_PHONE_CUE = Pattern(r"\b(?:phone|mobile|mob|text|ring|call|tel|number|contact)\w*\b", _I)
_SERVICE = Pattern(r"0(?:800|808|3\d\d|84\d|87\d|500)")
_DATE = Pattern(r"\d\d?[./ -]\d\d?[./ -]\d\d")
_PUBLISHED = Pattern(
    r"\b(?:help ?line|hot ?line|switchboard|reception|contact centre|call centre|leaflet|poster|"
    r"sticker|website|web page|published|front context|main (?:line|number)|office|council|"
    r"(?:advice|customer|public|information|enquir\w+) (?:line|number|service)|csu|"
    r"safety (?:unit|team)|control room|duty (?:context|line|team)|"
    r"for (?:the|our|an?) (?:[\w'-]{2,16} ){0,3}(?:service|team|line|desk|unit|scheme|project|hub|"
    r"toolkit|"
    r"programme|clinic|event|training)|out[- ]of[- ]hours|reporting line|newsletter|sign)s?\b",
    _I,
)
_PRIVATE = Pattern(
    r"\b(?:his|her|their|home|family|mum|dad|daughter|son|victim|tenant|him|she|he|"
    r"resident)\b",
    _I,
)
_LETTER_O = str.maketrans("Oo", "00")
_IN_LETTERS = r"(?:zero|oh|o|nought|naught|nil|one|two|three|four|five|six|seven|eight|nine)"
_FIGURE = rf"(?:{_IN_LETTERS}|\d)"
_IN_A_ROW = (
    rf"(?:[\s,.-]{{1,3}}(?:(?:double|triple|treble) )?{_FIGURE}"
    r"(?: (?:hundred|thousand))?){4,15}\b"
)
_SPELT = Pattern(
    rf"\b(?:plus four four|(?:(?:double|triple|treble) )?{_IN_LETTERS}){_IN_A_ROW}", _I
)
_PARTLY_SPELT = Pattern(rf"\b0\d{{3,5}}{_IN_A_ROW}", _I)
_MANY = {"double": 1, "triple": 2, "treble": 2, "hundred": 2, "thousand": 3}
_SHORTEST = 9


def phones(note: Note) -> Iterator[Span]:
    """Every number a person may be rung on."""
    for match in _PHONE.finditer(_in_figures(note.text)):
        if _is_phone(note, match):
            yield Span("phone", match.start(), match.start() + len(match.group().rstrip(" (.-")))


def spelt_phones(text: str) -> Iterator[Span]:
    """Numbers told in words: "oh seven seven double oh nine hundred …"."""
    rows = (p.finditer(text) for p in likely((_SPELT, _PARTLY_SPELT), text))
    for match in chain.from_iterable(rows):
        words = re.findall(r"[a-z]+|\d", match.group().lower())
        if sum(_MANY.get(word, 1) for word in words) >= _SHORTEST:
            yield Span("phone", *match.span())


def _in_figures(text: str) -> str:
    """The text, of the same length, with the letter O in a row of figures as the figure it is."""
    return _WITH_LETTERS.sub(lambda row: row.group().translate(_LETTER_O), text)


def _is_phone(note: Note, match: re.Match[str]) -> bool:
    written = match.group()
    digits = re.sub(r"\D", "", written)
    if written.startswith("+") and not digits.startswith("44"):
        return _is_possible(digits)
    national = _national(note, match, digits)
    dated = _DATE.match(written)
    if not _SHORTEST <= len(national) <= 13 or (dated and "." in written):
        return False
    if _SERVICE.match(national):
        return False
    return not (national[:2] in {"01", "02"} and _is_published(note, match.start()))


def _national(note: Note, match: re.Match[str], digits: str) -> str:
    """The number as it is dialled at home; empty when nothing says that it is one."""
    if match.group().startswith("+"):
        return "0" + digits.removeprefix("44").removeprefix("0")
    if digits.startswith("00"):
        return "0" + digits[4:]
    if digits[0] == "7":
        return "0" + digits if _PHONE_CUE.search(note.text, 0, match.start()) else ""
    return digits


def _is_possible(digits: str) -> bool:
    """Whether a number with another country's code has a length that country uses."""
    import phonenumbers  # its tables are large, and most notes have no such number

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(f"+{digits}"))
    except phonenumbers.NumberParseException:
        return False


def _is_published(note: Note, place: int) -> bool:
    start, end = note.around(place)
    sentence = note.text[start:end]
    return bool(_PUBLISHED.search(sentence)) and not _PRIVATE.search(sentence)
