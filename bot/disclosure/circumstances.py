"""What tells on people without a name: MARAC cases, operations, tiny counts.

The telling is what must be rewritten here, so sentences and clauses are pointed at, not words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.counts import few
from bot.disclosure.lists import any_of, listed
from bot.disclosure.operations import operations
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.portraits import portrait
from bot.disclosure.text import Note, Span

_I = re.IGNORECASE
_ANY, _KIN = any_of(listed("person_words")), any_of(listed("kin"))
_MARAC = Pattern(r"\b(?:marac|marrack|dvmarac|m\.a\.r\.a\.c)s?\b", _I)
_MAPPA = Pattern(r"\b(?:mappa|mappp|pdp panel)\b", _I)
_RELEASED = Pattern(
    r"\bmappa,? (?:level|cat(?:egory)?) ?[1-4]\b(?! (?:and|or|cases|offenders|meetings?|panels?|"
    r"numbers))[^.!?\n]{0,60}?\b(?:release date|due (?:out|for release)|going to|"
    r"mov(?:ed|es|ing) (?:in )?to|to live|licen[cs]e (?:ends|expires)|been put)\b",
    _I,
)
"""Like "MAPPA level 3, release date 4 Feb": one man, whom no word speaks of."""
_CONFERENCE = Pattern(
    r"\b(?:(?:high[- ]?(?:est )?risk|risk|case|multi-?agency|protection|safeguarding|strategy|"
    r"panel|domestic abuse) )?(?:case )?(?:conference|risk (?:meeting|panel))\b",
    _I,
)
_EVENT = Pattern(
    r"\b(?:annual|booked|delegates?|exhibit\w*|hosted|keynote|speak(?:ing|ers?|s)|spoke|theatre|"
    r"tickets?|venue|workshops?)\b",
    _I,
)
"""What a conference has that no case is heard at."""
_SOMEBODY = Pattern(
    r"\b(?:she|he|her|his|hers|him|herself|himself)\b|\b(?:mum|dad|mother|father|stepdad|stepmum|"
    r"nan|"
    r"gran) (?:will|is|was|has|had|did|does|can|to|not|said|says|wants|attended|refused)\b",
    _I,
)
_ONE_CASE = Pattern(
    r"\b(?:case|item) \d{1,3}(?: (?:on|of) the (?:list|agenda)| (?:was |is )?(?:heard|discussed))|"
    r"(?:high|medium)(?:est)?[- ]risk case\b",
    _I,
)
_A_CASE = Pattern(
    rf"\b(?:{_KIN}|couple|strangl\w+|(?:case|number|item|no\.?) (?:no\.? ?|number )?\d+"
    r"(?= (?:on|at|in|was|is)\b|[:,.])|case \d+|repeat case(?! (?:rate|load|work)|s)|"
    r"cases? (?-i:[A-Z])\b|case from|case (?:of|was|heard|involv\w+|concern\w+|where|about) (?:a|"
    r"an|the|again|heard)|"
    r"one (?:case|family|victim|woman|man)|(?:the|her|their|both|three|two) (?:children|kids) "
    r"(?:are|were|have|saw|know|live|on)|(?:gone|went|moved) back)\b",
    _I,
)
"""What is told of one case."""
_ONE_OF_A_CASE = Pattern(
    rf"\brso\b|\b(?:(?:the|this|that|one|another)(?: (?!of )[\w'-]{{2,14}})?|"
    rf"(?:mappa|marac)(?: (?:level|category|cat))?(?: [1-3])?) (?:{_ANY})"
    r"(?![\w-]|'s (?:voice|views?)| (?:voice|voices|views?|managers?|support|satisfaction|form|"
    r"liaison|contact|code|care|worker|officer|lead|training|service|consent|leaflet)s?\b)",
    _I,
)
_OF_ANY = Pattern(
    r"\b(?:each|every|any|all|no|how|whether|when(?:ever)?|if|training|process|protocol|form|duty|"
    r"polic(?:y|ies)|guidance|template|may|can|should|must)\b",
    _I,
)
"""What is said of whoever comes to be heard there."""
_AT_WORK = Pattern(
    r"\W{0,2}(?:\w{1,20}\W{1,2}){0,3}?(?:officer|chair|manager|co-?ordinator|administrator|"
    r"inspector|sergeant|analyst|trainer|lead|director)\b",
    _I,
)
_LODGED = Pattern(rf"\b(?:{_KIN})'s (?:address|home|house|flat)\b", _I)
_TOLD_OF_ONE = Pattern(
    r"\b(?:panel|meeting|forum)\b[^.!?\n]{0,20}?\b(?:heard|told)(?: us| that| how)? "
    rf"(?:he|she|(?:the |her |his )?(?:victim|{_KIN}))\b",
    _I,
)


_CASES = (_A_CASE, _ONE_CASE, _ONE_OF_A_CASE, _TOLD_OF_ONE)
_CLAUSE_END = Pattern(r"[,;:.!?](?=\s|$)|\s[-(]\s?|\n|\s(?=and\b)")


def circumstances(note: Note, *, delicate: bool) -> Iterator[Span]:
    """Case detail, operations and tiny counts that could lead to somebody."""
    yield from _marac(note)
    yield from _other_panels(note)
    yield from operations(note)
    for start, end in note.sentences:
        for clause in (
            few(note, start, end, delicate=delicate),
            portrait(note, start, end),
        ):
            if clause is not None:
                yield clause


def _marac(note: Note) -> Iterator[Span]:
    """A sentence on MARAC that tells of one case, or the next one if the telling is there."""
    if not _MARAC.search(note.text):
        return
    for number, (start, end) in enumerate(note.sentences):
        if not _MARAC.search(note.text, start, end):
            continue
        if _tells_of_one(note, start, end):
            yield _told_at(note, start, end)
        elif number + 1 < len(note.sentences) and _tells_of_one(note, *note.sentences[number + 1]):
            yield Span("marac", *note.sentences[number + 1])


def _told_at(note: Note, start: int, end: int) -> Span:
    """Of a sentence, the clause that names the case, with the panel if that is in it; where none is
    named, from the panel to what is told of somebody."""
    panels = [
        m.span()
        for way in (_MARAC, _MAPPA, _CONFERENCE)
        if (m := way.search(note.text, start, end))
    ]
    matches = (way.search(note.text, start, end) for way in _CASES)
    case = next(filter(None, matches), None)
    places = [case.span()] if case else panels
    if case:
        before = [m.end() for m in _CLAUSE_END.finditer(note.text, start, case.start())]
        places += [place for place in panels if place[0] >= max(before, default=start)]
    elif one := _SOMEBODY.search(note.text, start, end):
        places += [one.span()]
    if not places:
        return Span("marac", start, end)
    stop = _CLAUSE_END.search(note.text, max(last for _, last in places), end)
    return Span("marac", min(first for first, _ in places), stop.start() if stop else end)


def _tells_of_one(note: Note, start: int, end: int) -> bool:
    """Whether a sentence tells what was heard of one case or of one man or woman."""
    if _A_CASE.search(note.text, start, end):
        return True
    if _SOMEBODY.search(note.text, start, end):
        return not _AT_WORK.match(note.text, start, end)
    return _of_one(note, start, end)


def _of_one(note: Note, start: int, end: int) -> bool:
    one = _ONE_OF_A_CASE.search(note.text, start, end)
    return one is not None and not _OF_ANY.search(note.text, start, one.start())


def _other_panels(note: Note) -> Iterator[Span]:
    """A sentence that tells of one offender under MAPPA, or of one case at a conference."""
    if not likely((_MAPPA, _CONFERENCE, _ONE_CASE, _TOLD_OF_ONE), note.text):
        return
    for start, end in note.sentences:
        one = _SOMEBODY.search(note.text, start, end)
        watched = _MAPPA.search(note.text, start, end) and (
            one
            or _RELEASED.search(note.text, start, end)
            or _LODGED.search(note.text, start, end)
            or _of_one(note, start, end)
        )
        one_case = _ONE_CASE.search(note.text, start, end) or (
            _CONFERENCE.search(note.text, start, end) and not _EVENT.search(note.text, start, end)
        )
        one_told = watched or (one_case and one)
        at_work = one_told and _AT_WORK.match(note.text, start, end)
        if (one_told and not at_work) or _TOLD_OF_ONE.search(note.text, start, end):
            yield _told_at(note, start, end)
