"""Numbers and codes that point at one person: postcodes, National Insurance and NHS numbers here,
the other kinds in rooms of their own.

Formats are the public ones (postcode alphabet, HMRC prefix rules, the NHS number's modulus 11
check). Shape decides where it is telling by itself; where other things look alike (an order
number, a road, a date) the words around decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.births import births
from bot.disclosure.case_numbers import case_numbers
from bot.disclosure.papers import online_names, papers
from bot.disclosure.partial_plates import partial_plates
from bot.disclosure.patterns import Pattern
from bot.disclosure.phones import phones, spelt_phones
from bot.disclosure.shapes import shapes
from bot.disclosure.text import Note, Span
from bot.disclosure.vehicles import vehicles
from bot.disclosure.words import is_word

_I = re.IGNORECASE
_FIGURE = Pattern(r"\d")
_POSTCODE = Pattern(r"\b([A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?)[ -]{0,2}(\d[ABD-HJLNP-UW-Z]{2})\b", _I)
_SPACED_POSTCODE = Pattern(
    r"(?<!\w)[A-PR-UWYZ](?: ?[A-HK-Y])? ?\d(?: ?[A-Z\d])? {1,3}\d {1,2}[ABD-HJLNP-UW-Z] {1,2}"
    r"[ABD-HJLNP-UW-Z](?!\w)",
    _I,
)
_CALLED_POSTCODE = Pattern(
    r"\bpost ?codes?(?: (?:is|was|of|given as|for it))?[\s:]{1,2}"
    r"(?P<code>[A-PR-UWYZ][A-HK-Y]? ?\d ?[A-Z\d]? ?\d ?[ABD-HJLNP-UW-Z] ?[ABD-HJLNP-UW-Z])(?!\w)",
    _I,
)
"""One that is called so, wherever its spaces are."""
_ORDINAL = Pattern(r"\d(?:st|nd|rd|th|wd|gb|tb)$", _I)

_NINO = Pattern(r"(?<!\w)([A-Z]{2})[ -]?(\d\d)[ -]?(\d\d)[ -]?(\d\d)[ -]?([A-D])?(?!\w)", _I)
_NINO_CUE = Pattern(r"\b(?:nino|n\.?i\.?|national insurance|insurance)\b", _I)
_NOT_ISSUED = frozenset({"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"})
_NHS = Pattern(r"(?<![\w/-])(\d{3})([ -]?)(\d{3})([ -]?)(\d{4})(?![\w/])")
_NHS_CUE = Pattern(
    r"\b(?:nhs|patient|hospital|chi|community health|(?:health|h) ?(?:and|&|\+) ?(?:social )?"
    r"(?:care|s?c)|health(?: care)?(?= (?:no|num|ref|id)))\b[^\n]{0,25}$",
    _I,
)
"""Whose number it is: of the NHS, in Scotland the CHI's, in Northern Ireland Health and Care's."""
_NHS_AFTER = Pattern(r"\W{0,3}(?:is |as |was )?(?:an? |the |his |her )?nhs\b", _I)
_ORDER_CUE = Pattern(
    r"\b(?:po|order|invoice|account|asset|licence|job|grant|charity|ref\w*)\b[^.\n]{0,15}$", _I
)


def identifiers(note: Note) -> Iterator[Span]:
    """Every code in a note that leads to one person, household or police record."""
    text = note.text
    yield from online_names(text)
    yield from births(note)
    yield from spelt_phones(text)
    yield from partial_plates(note)
    if not _FIGURE.search(text):
        return
    yield from papers(note)
    yield from _nhs_numbers(text)
    yield from _insurance(text)
    yield from phones(note)
    yield from case_numbers(note)
    yield from _postcodes(text)
    yield from vehicles(note)
    yield from shapes(note)


def _postcodes(text: str) -> Iterator[Span]:
    for match in _SPACED_POSTCODE.finditer(text):
        yield Span("postcode", match.start(), match.end())
    for match in _CALLED_POSTCODE.finditer(text):
        yield Span("postcode", *match.span("code"))
    for match in _POSTCODE.finditer(text):
        outward, inward = match.groups()
        if not _ORDINAL.match(inward) and not (
            inward.islower() and outward.isupper() and is_word(inward)
        ):
            yield Span("postcode", match.start(), match.end())


def _insurance(text: str) -> Iterator[Span]:
    for match in _NINO.finditer(text):
        prefix, suffix = match.group(1).upper(), match.group(5)
        cued = bool(_NINO_CUE.search(text[max(match.start() - 40, 0) : match.start()]))
        issued = not set(prefix) & set("DFIQUV") and prefix[1] != "O" and prefix not in _NOT_ISSUED
        if cued or (suffix and (issued or prefix == "QQ")):
            yield Span("ni_number", match.start(), match.end())


def _nhs_numbers(text: str) -> Iterator[Span]:
    for match in _NHS.finditer(text):
        before = text[max(match.start() - 45, 0) : match.start()]
        if _ORDER_CUE.search(before) and not re.search(r"\bnhs\s?(?:no|num|ref)", before, _I):
            continue
        spaced = bool(match.group(2) and match.group(4))
        digits = re.sub(r"\D", "", match.group())
        named = _NHS_CUE.search(before) or _NHS_AFTER.match(text, match.end())
        if named or (_passes_modulus_11(digits) and (spaced or digits[0] != "0")):
            yield Span("nhs_number", match.start(), match.end())


def _passes_modulus_11(digits: str) -> bool:
    """The NHS number's own check: ten figures, weights 10 to 2, remainder taken from 11."""
    check = 11 - sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check != 10 and check % 11 == int(digits[9])
