"""Dates of birth: after "born" and its like, in figures or in words; a birthday to come or gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span

_I = re.IGNORECASE
MONTH = (
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|ionawr|chwefror|mawrth|"
    r"ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
"""In English and in Welsh."""
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d|'?\d\d"
FULL_DATE = (
    rf"(?:\d{{1,2}}(?P<s>[./ -])\d{{1,2}}(?P=s)(?P<y1>{_YEAR})"
    rf"|{DAY}(?:,? (?:of )?|[-/.]){MONTH}(?:\.?,? |[-/.])(?P<y2>{_YEAR})|"
    rf"{MONTH} {DAY},? (?P<y3>{_YEAR})"
    r"|(?P<y4>(?:19|20)\d\d)[-/.]\d\d[-/.]\d\d)\b"
)
_ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
_UNIT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEEN = r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
_TENS = rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]{_UNIT})?)"
_YEAR_IN_WORDS = (
    rf"(?:nineteen (?:hundred (?:and )?)?(?:oh[ -]{_UNIT}|{_TENS}|{_TEEN})"
    rf"|two thousand(?: (?:and )?(?:{_UNIT}|{_TEEN}|{_TENS}))?"
    rf"|twenty (?:oh[ -]{_UNIT}|{_TEEN}|{_TENS}))"
)
_ANY_DAY = rf"(?:{DAY}|{_ORDINAL})"
_IN_WORDS = (
    rf"(?:the )?(?:{_ANY_DAY}(?: day)? (?:of )?{MONTH},? (?:{_YEAR_IN_WORDS}|(?:19|20)\d\d)"
    rf"|{MONTH} (?:the )?{_ANY_DAY},? {_YEAR_IN_WORDS})\b"
)
_FEAST = (
    r"(?:christmas(?: day| eve)?|boxing day|new year'?s (?:day|eve)|easter (?:sunday|monday)|"
    r"valentine'?s day|hallowe'?en|bonfire night|guy fawkes(?: night)?|burns night|may day|"
    r"st (?:patrick|david|andrew|george)'?s (?:day|night|eve)|midsummer(?:'?s)?(?: day)?)"
)
_BORN_CUE = (
    r"\b(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|born|birthday|b\.|ganwyd|dyddiad geni|"
    r"rugadh)(?: date)?"
    r"(?: (?:of|for) (?:the |his |her |their )?(?:[\w'-]{2,15} ){0,1}[\w'-]{2,15})?"
    r"(?: (?:in|at) (?:[\w'-]{2,20} ){0,2}[\w'-]{2,20})?"
    r"[\s:;,=(-]{0,4}(?:(?:is|was|of|on|as|given as)[\s:]{1,2}){0,2}"
)
_BORN = Pattern(
    rf"{_BORN_CUE}(?P<date>{FULL_DATE}|{_IN_WORDS}|\d{{6}}(?:\d\d)?\b|(?:the )?{_ANY_DAY} "
    rf"(?:of )?{MONTH}\b|(?:in )?(?:{MONTH} )?(?:19|20)\d\d\b|in {_YEAR_IN_WORDS}\b"
    rf"|{MONTH} (?:19|20)\d\d\b|(?:in )?{MONTH} '?\d\d\b|{DAY} of the {DAY},? (?:of )?(?:{_YEAR})\b"
    rf"|(?:(?:{_UNIT}|{_TEEN}|{_TENS}|{_ORDINAL}|the|of|oh|hundred|thousand)[ -]){{2,7}}"
    rf"(?:{_UNIT}|{_TEEN}|{_TENS})\b|(?:in |at |around |"
    rf"about )?(?:the )?(?:[a-z-]{{3,10}} ){{1,3}}?"
    rf"(?:of |in )?{MONTH},? (?:19|20)\d\d\b|{_FEAST}(?:,? (?:19|20)\d\d)?\b)",
    _I,
)
_BORN_LATER = Pattern(
    rf"(?P<date>{FULL_DATE}) (?:is|was|as) (?:his|her|their|the|my) (?:d\.?o\.?b|"
    rf"date of birth|birth(?:day)?)\b",
    _I,
)
_ASIDE = Pattern(rf"(?:\(|, |- |: )(?P<date>{FULL_DATE})(?=\s?[),;.]|$| -)", _I)
_OF_A_CHILD = Pattern(
    r"\b(?:child|children|baby|toddler|infant|son|daughter|boy|girl|lad|pupil|twins?|youngest|"
    r"eldest)"
    rf"(?: is| was)?,? ?[(-]? ?(?P<date>{FULL_DATE})",
    _I,
)
_OF_LONG_AGO = Pattern(rf"(?<![\d/.-])(?P<date>{FULL_DATE})", _I)
_OF_AN_EVENT = Pattern(
    r"\b(?:on|since|from|dated|until|till|before|after|by|to|of|in|and|opened|agreed|meeting|order|"
    r"convicted|sentenced|offen[cs]es?|death|died|conviction|began|started|starts|ended|moved in|"
    r"married|signed|issued|expir\w+|arrived|founded|built|closed|tenancy)[\s:]{1,2}(?:the )?$",
    _I,
)
_PERSONS, _KIN = listed("person_words"), listed("kin")
_SOMEBODY = Pattern(rf"\b(?:he|she|his|hers?|him|{any_of(_PERSONS, _KIN)})\b", _I)
_LAST_CENTURY = Pattern(
    rf"\b(?P<date>(?:the )?{_ANY_DAY} (?:of )?{MONTH},? nineteen (?:{_TENS}|{_TEEN}))\b", _I
)
"""Nobody writes the year of a meeting so."""
_AGE = rf"(?:\d{{1,2}}|{_TEEN}|{_TENS}|{_UNIT})"
_DATED = (
    r"(?:the day (?:after|before) )?(?:the )?"
    rf"(?:{FULL_DATE}|{_ANY_DAY} (?:of )?{MONTH}(?: (?:19|20)\d\d)?\b"
    rf"|{MONTH} {_ANY_DAY}\b|{_FEAST})"
)
_TURNS = Pattern(
    rf"\b(?P<date>(?:turn(?:s|ed|ing)?|(?<=he )(?:is|was)|(?<=he )will be|(?<=hey )will be|"
    rf"(?<='ll )be|"
    rf"(?<=who )(?:is|was)|(?<=who )will be|(?:boy|girl|lad|child|son|daughter|suspect|victim|"
    rf"baby|youngest|eldest|oldest|toddler|twins?) (?:is|was|will be|are)|becom(?:es|ing)|became|"
    rf"reach(?:es|ed)) {_AGE}"
    rf"(?: years old)?(?: on {_DATED}| (?:yesterday|today|tomorrow|(?:last|next|this|on) (?:week|"
    rf"month|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b))",
    _I,
)
_BIRTHDAY = Pattern(
    rf"\b(?P<date>(?:(?:{_AGE}(?:st|nd|rd|th)|{_ORDINAL}|his|her|whose) birthday"
    rf"|(?:(?<=his )|(?<=her ))(?:{_ORDINAL}|\d\d(?:st|nd|rd|th)))"
    rf"(?:,? (?:is|was|falls|fell|on|in|of|comes|due)){{0,2}} {_DATED})",
    _I,
)
_LONG_AGO, _OF_A_CHILDHOOD, _TO_COME = 14, 4, 4
"""Years before a note is written: no quarter's note tells of a day so long past, and no child's
day of the last years but is told as an event's."""


_OF_A_BODY = Pattern(
    r"\b(?:our|its|the)?(?: \w{2,15})? ?(?:charity|centre|scheme|service|partnership|trust|club|"
    r"organisation|group|forum|team|hub|school|council|watch|programme|company|our|its)"
    r"(?:'s)?(?: (?:was|were|is|are))? $",
    _I,
)


def births(note: Note) -> Iterator[Span]:
    """Every date of birth in a note."""
    text = note.text
    for pattern in likely((_BORN, _BORN_LATER, _LAST_CENTURY, _TURNS, _BIRTHDAY), text):
        for match in pattern.finditer(text):
            if not _OF_A_BODY.search(text, max(match.start() - 40, 0), match.start()):
                yield Span("dob", *match.span("date"))
    for match in _ASIDE.finditer(text):
        if _is_past(match, note, _LONG_AGO):
            yield Span("dob", *match.span("date"))
    for match in _OF_A_CHILD.finditer(text):
        if _is_past(match, note, _OF_A_CHILDHOOD):
            yield Span("dob", *match.span("date"))
    for match in _OF_LONG_AGO.finditer(text):
        if _is_past(match, note, _LONG_AGO) and _is_somebodys(note, match):
            yield Span("dob", *match.span("date"))


def _is_somebodys(note: Note, match: re.Match[str]) -> bool:
    """Whether a date of years ago stands where somebody is spoken of, and is no event's."""
    before = max(match.start() - 24, 0), match.start()
    event = _OF_AN_EVENT.search(note.text, *before)
    if event or match.group("date").replace(" ", "").isdigit():  # a row of figures is no date
        return False
    return _SOMEBODY.search(note.text, *note.around(match.start())) is not None


def _is_past(match: re.Match[str], note: Note, years: int) -> bool:
    """Whether a full date lies at least so many years before the note was written, which a note
    of an unknown year cannot rule out. Two figures are of the hundred years before it."""
    if note.year is None:
        return True
    written = next(match.group(name) for name in ("y1", "y2", "y3", "y4") if match.group(name))
    year = int(written.strip("'"))
    if year < 100:
        latest = note.year + _TO_COME
        year = latest - (latest - year) % 100
    return note.year - year >= years
