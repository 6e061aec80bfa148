"""Numbers that look like somebody's, whoever issued them.

Every body numbers its cases, tenants, patients, bikes and cards in its own way, and a list of the
ways has no end. What they have in common is the shape: many figures, or figures among capitals,
that count nothing, cost nothing and are no date. The words before clear those of an office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.case_numbers import is_of_an_area, is_revised, of_office
from bot.disclosure.lists import listed
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note, Span
from bot.disclosure.words import is_word

_CODE = Pattern(
    r"(?<![\w£$€.,/@+#&=%:-])(?=(?:[A-Z]{1,3} )?[A-Za-z/-]{0,12}\d)"
    r"(?:[A-Z]{1,3} (?=\d{5,9}(?!\d)))?"
    r"[A-Za-z\d]{1,24}(?:[/-][A-Za-z\d]{1,14}){0,4}(?![\w%/@-]|[.,:]\d)"
)
"""Letters and figures in one piece, or some capitals before a row of figures."""
_DATED = Pattern(
    r"(?:\d{1,4}[/-]){1,2}(?:19|20)?\d\d$|(?:19|20)\d\d(?:[/-](?:19|20)?\d\d){0,4}$|"
    r"(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d$|[012]\d[0-5]\d-[012]\d[0-5]\d$|"
    r"\d{1,12}(?:-\d{1,12})?[a-z]{1,4}$|(?:BS|EN|ISO|IEC|PAS|PD|BSI)[ -]?(?:EN)?\d{2,6}(?:-\d)?$"
)
"""Dates, years and times; figures with a unit ("250000m")."""
_OF_A_YEARS_CASES = Pattern(r"\d{1,4}/[0-4]\d/\d{3,6}|\d{4}[-/]\d{4}")
"""An office's number, the year and a serial."""
_SERIAL = Pattern(r"[/-]\d{4,6}$")
_YEAR = Pattern(r"(?:20)?[0-3]\d")
_SHORT_FORMS = listed("short_forms")
_LONG_PART = Pattern(r"\d{6}")
_COUNTED = Pattern(r" (?:people|residents|homes|households|views|leaflets|pounds|visits|hits)\b")
_ORDERED = Pattern(
    r"\b(?:ordered|purchase[ds]?|invoiced?|VAT|supplier|procure[ds]?|spares?|"
    r"swapped(?: out)?|rebooted|"
    r"firmware|refitted|wiped|(?:replaced|repaired)(?= (?:at|on|in|by|under|and|"
    r"overnight|today|yesterday)|[.,;]|$)|"
    r"(?:is|was|for|against) (?:the|our|an?) (?:purchase |new )?"
    r"(?:orders? for|invoice|quote|purchase))\b"
)
_TAKEN = Pattern(r"\b(?:stolen|stole|theft|seized|recovered|lost|suspects?|victims?)\b")
"""What is bought or mended is numbered by who sells it; what is stolen leads to whose it was."""
_CALLED = Pattern(
    r"\b(?:(?:ref(?:erence)?|number|no\.?|num|id)[\s:#]{1,2}(?:is |was )?|(?-i:[A-Z]{3,6}) )$",
    re.IGNORECASE,
)
_PERSONS = listed("person_words") | listed("kin") | listed("parts_in_a_case")
_FEW, _MANY, _MIXED = 5, 7, 10


def shapes(note: Note) -> Iterator[Span]:
    """Every number that looks like one person's, case's or thing's."""
    for match in _CODE.finditer(note.text):
        dated = _DATED.match(match.group())
        numbered = _is_numbered(match.group()) or (not dated and _is_called_ones(note, match))
        if numbered and not is_of_an_area(note, match) and not _is_no_ones(note, match):
            yield Span("number", *match.span())


def _is_called_ones(note: Note, match: re.Match[str]) -> bool:
    """Like "SWIFT number 441902, family known": a shorter row of figures that is called a number,
    where somebody is spoken of."""
    code = match.group()
    if _OF_A_YEARS_CASES.fullmatch(code) and _of_somebody(note, match):
        return True
    serial = _SERIAL.search(code) and _is_of_a_year(code) and _of_somebody(note, match)
    lettered = code[0].isupper() and sum(map(str.isdigit, code)) > 3 and not _is_of_a_year(code)
    lettered = lettered or bool(serial)
    if not lettered and not (code.isdigit() and len(code) >= _FEW):
        return False
    if not _CALLED.search(note.text, max(match.start() - 16, 0), match.start()):
        return False
    return _of_somebody(note, match)


def _of_somebody(note: Note, match: re.Match[str]) -> bool:
    start, end = note.around(match.start())
    return any(word.low in _PERSONS for word in note.words if start <= word.start < end)


def _is_no_ones(note: Note, match: re.Match[str]) -> bool:
    """Whether it is an office's, a count's or a page's of the internet."""
    sentence, end = note.around(match.start())
    in_link = note.text.rfind("://", sentence, match.start()) >= 0
    counted = _COUNTED.match(note.text, match.end())
    bought = _ORDERED.search(note.text, sentence, end)
    if bought and not _TAKEN.search(note.text, sentence, end):
        return True
    drawn = is_revised(note.text, match.end())
    return in_link or bool(counted) or drawn or of_office(note.text, match.start())


def _is_numbered(code: str) -> bool:
    """Whether a code has as many figures as none has that is read aloud."""
    if _DATED.match(code) or _is_of_a_year(code):
        return False
    if code.partition(" ")[0].lower() in _SHORT_FORMS - {"id"}:
        return False
    figures = sum(sign.isdigit() for sign in code)
    capitals = [piece for piece in re.findall(r"[A-Za-z]+", code) if piece.isupper()]
    if not capitals:
        return figures >= _MANY and (code.isdigit() or bool(_LONG_PART.search(code)))
    if code[-1].islower() or any(len(p) > 3 and is_word(p.lower()) for p in capitals):
        return False
    return figures >= _FEW or (len(code) >= _MIXED and figures > 2 and code.isalnum())


def _is_of_a_year(code: str) -> bool:
    """Whether it is a paper's, a grant's or a plan's: they have a body and a year between strokes
    ("ABC/18/077"). What the police number so is known by its own shape."""
    pieces = re.split("[/-]", code)
    bodied = any(len(piece) > 1 and piece.isalpha() for piece in pieces)
    return bodied and any(_YEAR.fullmatch(piece) for piece in pieces)
