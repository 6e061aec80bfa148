"""References that lead to one case: numbers of crimes, incidents, custody and courts, of any force.

Every force has its own form, so the form alone decides only where nothing else has it (letters,
serial and year between strokes); else the words around speak of a case and not of an order, a
budget or a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.births import DAY, MONTH
from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span

_I = re.IGNORECASE
_REF_WORDS = (
    r"(?:ends?(?: in)?|ending(?: in)?|ref(?:erence|s)?\.?|number|numbers|no\.?|nos\.?|num|record|"
    r"id|report|#|is|was|under|log|occurrence|event|entry|urn|serial)"
)
_OF_DATE = rf"(?:(?: of|,)? (?:the )?{DAY}(?: (?:of )?{MONTH}|/\d{{1,2}})(?:[ /](?:20)?\d\d\b)?)?"
_CODE = r"(?:[A-Z]{1,5}[/ -]?)?\d[A-Z\d]{0,14}(?:[/-][A-Z\d]{1,12}){0,4}"
_SYSTEMS = (
    r"cad|custody|storm|athena|genesis|niche|pnc|pnd|crn|urn|cris|cro|connect|socrates|holmes|"
    r"visor|nspis|nominal|exhibit|e-?cins|n?delius|oasys|nomis|mosaic|liquid ?logic|framework-?i|"
    r"care ?director|systm ?one|carenotes|care ?works|e-?caf|safetynet"
)
_CASES = (
    r"crime|crimestoppers|incident|case|log|arrest|court|report|intel(?:ligence)?|occurrence|"
    r"summons|"
    r"bail|prison|exhibit|investigation|offence|police|call|met|force|gmp|btp|psni|action fraud"
)
_CASE_REF = Pattern(
    rf"\b(?:(?:{_SYSTEMS})(?:[\s:]{{1,2}}{_REF_WORDS}){{0,3}}"
    rf"|(?:{_CASES}),?(?: log| report)?(?:[\s:]{{1,2}}{_REF_WORDS}){{1,3}})"
    rf"[\s:#-]{{1,3}}(?P<ref>{_CODE}{_OF_DATE})(?![\w/])",
    _I,
)
_LOG_OF = Pattern(
    rf"\b(?:cad|log|incident|inc|call|serial|occ|btp|psni|gmp|met)s?(?: (?:no\.?|number|"
    rf"ref))?[\s:#]{{0,2}}"
    rf"(?P<ref>\d{{1,5}}(?: of| on|,)? (?:the )?(?:{DAY} (?:of )?{MONTH}|\d{{1,2}}[./]\d{{1,2}}"
    r"(?:[./](?:20)?\d\d)?|\d{6}|\d{1,2}(?:st|nd|rd|th)|today|yesterday|"
    r"(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?)\b)",
    _I,
)
_OF_A_DAY = Pattern(
    rf"(?:^|[.!?:;,(\n] ?|\b(?:to|see|on|and|as|with|is|was|from|per|also|check|chase|under) )"
    rf"(?P<ref>(?P<nth>\d{{1,5}}) of (?:the )?(?:(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?(?: of)? "
    rf"{MONTH}|(?P<date>\d{{1,2}}[./]\d{{1,2}}(?:[./](?:20)?\d\d)?)))(?![\w./'])"
    r"(?= (?:is|was|are|were|has|had|and|as|for|too|again|but|same|linked|at|on|by|in|with|from)\b"
    r"|[.,;:!?)]|\n|$)",
    _I,
)
"""Like "218 of 4th Nov": the number of a log on its day."""
_OF_A_BODY = Pattern(
    r"(?<![\w/-])(?P<body>[A-Z]{2,5})[ :-]"
    r"(?P<ref>\d{1,4}/(?!(?:19|20)\d\d/)\d{3,6}/\d{2})(?![\w/-])"
)
"""Like "BTP 612/00937/24": a body's letters, its area or station, serial and year."""
_QUOTED = Pattern(
    rf"\b(?:cite|give|quote)(?: (?:number|"
    rf"ref(?:erence)?))? (?P<ref>(?=(?:\D{{0,2}}\d){{6}}){_CODE})(?![\w/])"
    r"(?! (?:from|of|received)\b)",
    _I,
)
"""Like "quote 46/0031877/24 for the assault": what is to be told to whom one rings."""
_EXHIBIT = Pattern(r"\bexhibit (?P<ref>[A-Z]{2,3}/\d{1,4})\b", _I)
_LOG_THEN = Pattern(rf"\blog\s(?P<ref>{_CODE})\b(?! \w)", _I)
_REPORT_NUMBER = Pattern(
    r"\b(?:intel(?:ligence)?|incident|crime|custody|cad) (?:(?:log|report|record) )?"
    r"(?P<ref>(?!20\d\d/)\d{1,4}[/-]\d{3,6})(?![\w/-])",
    _I,
)
_WARRANT = Pattern(r"\bwarrant (?:(?:no\.?|number|ref) )?(?P<ref>\d{2,6}/\d\d)(?![\w/])", _I)
_OF_A_FILE = Pattern(
    r"\b(?i:cases?|files?|complaints?|tenanc(?:y|ies)),? (?:(?i:no\.?|number|ref\.?) )?"
    r"(?P<ref>[A-Z]{1,5}[/-](?:\d{2,4}[/-])?\d{3,7})(?![\w/-])"
)
_OWN_SHAPE = Pattern(
    r"(?<![\w/-])(?:[A-Z]{2,4}/)?(?:\d{2}[A-Z]{1,2}/\d{4,8}[A-Z]?|\d{2}/[A-Z]{2}/\d{3,8}|"
    r"\d{0,2}[A-Z]{1,4}\d{0,2}/\d{3,8})/\d{2}"
    r"(?![\w/-])|(?<![\w/-])(?:(?:19|20)\d{6}-\d{3,5}|[TSA]20\d{6}|\d{2}[A-Z]{2}\d{7,9}|"
    r"[A-Z]{2,4}/\d\d/\d{6,8}|NFRC\d{8,12}|\d{2,5}-\d\d/\d\d/(?:20)?\d\d|\d{2}/\d{5,7}[A-Z]|"
    r"[A-Z]\d{4}[A-Z]{2}|\d{2}/\d{4,6}/\d{2}|\d{4,6}/\d{3,5}/\d{2})(?![\w/-])"
)
_LONG = Pattern(
    r"(?<![\w/.,£+@-])(?:\d{6,8}/\d{2}|[A-Z]{1,3}\d{7,10}|[1-9]\d{9,12}|(?!0)\d{3,5}[-/ ]\d{6}|"
    r"[A-Z]{2,4}[/-](?:(?:19|20)\d\d[/-]\d{4,8}|\d\d[/-]\d{4,5})|\d{2}/\d{4,7}(?:/[A-Z]{2,4})?|"
    r"\d{2}[-/]\d{5,8}[-/]\d{2})"
    r"(?![\w/]|[.,]\d)"
)
_POLICE = Pattern(
    r"\b(?:police|crimes?|offen[cs]es?|burglar(?:y|ies)|assaults?|robber(?:y|ies)|thefts?|"
    r"suspects?|"
    r"victims?|witness(?:es)?|arrest\w*|charged|custody|incidents?|niche|athena|storm|gmp|met|btp|"
    r"psni|force|"
    r"log|logged|lads?|calls?|called|linked|links|detective|officers?|constabulary|recorded|"
    r"yorkshire|mercia|northumbria|stab\w*|rape\w*|cad|breach\w*|(?:in|to) court)\b",
    _I,
)
_PAPERS, _SHORT_FORMS = listed("office_papers"), listed("short_forms")
_OFFICE = Pattern(
    rf"\b(?:{any_of(_PAPERS)})s?"
    r"\W{0,3}(?:(?:numbers?|nos?\.?|refs?|references?|id|line|code|is|was|of|registered|"
    r"registrations?|agreements?|units?|letters?|forms?|papers?|photos?)\W{0,2}){0,3}"
    r"(?:[A-Z\d/-]{3,14}(?:,| and| &| to) ){0,2}$",
    _I,
)
_REVISED = Pattern(r",? (?:rev(?:ision)?|issue|version|sheet|drawing|draft)\.? ?(?:[A-Z]\b|\d)", _I)
"""What a drawing's number goes on with."""
_COMMITTEE = Pattern(
    r"(?:[A-Z]{2,8}[/-]){1,3}(?:19|20)\d\d(?:[-/]\d{1,4}){0,3}$|\d{1,4}[/-]20\d\d$", _I
)
_FEW, _ROUND_THE_CLOCK = 3, "24/7"
_PERSONS = listed("person_words") | listed("kin") | listed("parts_in_a_case")


def case_numbers(note: Note) -> Iterator[Span]:
    """Every reference of a case."""
    text = note.text
    for pattern in likely((_CASE_REF, _LOG_OF, _LOG_THEN, _REPORT_NUMBER), text):
        for match in pattern.finditer(text):
            ref = match.group("ref")
            if ref == _ROUND_THE_CLOCK:
                continue
            long = pattern is _LOG_OF or sum(sign.isdigit() for sign in ref) >= _FEW
            of_a_crime = match.group().lower().startswith("crime")
            if long and (of_a_crime or not _COMMITTEE.match(ref)):
                yield Span("crime_ref", *match.span("ref"))
    for pattern in likely((_EXHIBIT, _QUOTED, _WARRANT, _OF_A_FILE), text):
        for match in pattern.finditer(text):
            yield Span("crime_ref", *match.span("ref"))
    yield from _without_a_word(text)
    for match in _OWN_SHAPE.finditer(text):
        if not of_office(text, match.start()) and not _COMMITTEE.match(match.group()):
            yield Span("crime_ref", match.start(), match.end())
    for match in _LONG.finditer(text):
        stroke = bool(re.match(r"\d{6,8}/\d\d$", match.group()))
        of_nobody = of_office(text, match.start()) or is_of_an_area(note, match)
        if not of_nobody and (stroke or _tells_of_a_case(note, match.start())):
            yield Span("crime_ref", match.start(), match.end())


def _without_a_word(text: str) -> Iterator[Span]:
    """References that no word leads up to: of a day, or with the letters of a body."""
    for match in _OF_A_DAY.finditer(text):
        if not of_office(text, match.start("ref")) and not _is_a_share(match):
            yield Span("crime_ref", *match.span("ref"))
    for match in _OF_A_BODY.finditer(text):
        body = match.group("body").lower()
        if not of_office(text, match.start("ref")) and body not in _SHORT_FORMS | _PAPERS:
            yield Span("crime_ref", *match.span("ref"))


def _is_a_share(match: re.Match[str]) -> bool:
    """Like "9 of 15 Oct returns": so many of them, where the day is no ordinal and is more."""
    day = match.group("day")
    return bool(day) and not match.group("th") and int(match.group("nth")) <= int(day)


_GEOGRAPHY = Pattern(r"[EWSN](?:0[0-8]|12|2[236]|92)\d{6}")
"""A code of the Office for National Statistics: a country's letter, a kind of area, a serial."""


def _tells_of_a_case(note: Note, place: int) -> bool:
    """Whether the sentence speaks of police work or of a person."""
    start, end = note.around(place)
    return bool(_POLICE.search(note.text, start, end)) or _speaks_of_a_person(note, start, end)


def _speaks_of_a_person(note: Note, start: int, end: int) -> bool:
    return any(word.low in _PERSONS for word in note.words if start <= word.start < end)


def is_of_an_area(note: Note, match: re.Match[str]) -> bool:
    """Whether it is the code of a statistical area, and nobody is spoken of beside it."""
    if not _GEOGRAPHY.fullmatch(match.group()):
        return False
    return not _speaks_of_a_person(note, *note.around(match.start()))


def of_office(text: str, place: int) -> bool:
    """Whether the words before speak of an order, a budget, a minute or the like."""
    return bool(_OFFICE.search(text[max(place - 40, 0) : place]))


def is_revised(text: str, end: int) -> bool:
    """Whether a number that ends here is of a drawing, which has revisions."""
    return bool(_REVISED.match(text, end))
