"""What tells on people without a name: MARAC cases, operations, tiny counts.

The telling is what must be rewritten here, so sentences and clauses are pointed at, not words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.counts import few
from bot.disclosure.operations import operations
from bot.disclosure.patterns import Pattern
from bot.disclosure.portraits import portrait
from bot.disclosure.text import Note, Span

_I = re.IGNORECASE
_MARAC = Pattern(r"\b(?:marac|marrack|dvmarac|m\.a\.r\.a\.c)s?\b", _I)
_A_CASE = Pattern(
    r"\b(?:she|he|her|his|hers|him|herself|himself|husband|wife|boyfriend|girlfriend|ex|"
    r"ex-partner|baby|pregnant|"
    r"mother|mum|father|dad|couple|sister|brother|son|daughter|strangl\w+|"
    r"(?:case|number|item|no\.?) (?:no\.? ?|number )?\d+(?= (?:on|at|in|was|is)\b|[:,.])|case \d+|"
    r"repeat case(?! (?:rate|load|work)|s)|perpetrator (?:is|was|out|back|released|has)|"
    r"cases? [A-Z]\b|case from|case (?:of|was|heard|involv\w+|"
    r"concern\w+|where|about) (?:a|an|the|again|heard)|"
    r"(?:the|a) (?:victim|perpetrator|woman|man|survivor|girl|resident|tenant|client|family) "
    r"(?:was|is|has|had|who|from|withdrew|refus\w+|moved|returned|lives|said|told|wants|"
    r"went|disclosed|fled|did)|"
    r"one (?:case|family|victim|woman)|(?:the|her|their|both|three|two) (?:children|"
    r"kids) (?:are|were|have|saw|know|live|on)|"
    r"gone back|went back)\b",
    _I,
)


_MAPPA = Pattern(r"\b(?:mappa|mappp|pdp panel)\b", _I)
_ONE_OFFENDER = Pattern(
    r"\b(?:rso|man|woman|offender|nominal|male|female|subject|case|he|she|his|her|him|perpetrator|lad|"
    r"resident|tenant|individual|person)\b",
    _I,
)
_WATCHED = Pattern(
    r"\b(?:releas\w+|licen[cs]es? (?:bars|bans|ends|stops|condition)|on licence|"
    r"recall\w*|hostel|approved premises|"
    r"tagg?(?:ed)?|breach\w*|curfew|moved?|moving|lives?|living|housed|returns?|returning|out on|"
    r"bars|his|her|him|he|she)\b",
    _I,
)
_CONFERENCE = Pattern(
    r"\b(?:(?:high[- ]?(?:est )?risk|risk|case|multi-?agency|protection|safeguarding|strategy|"
    r"panel|domestic abuse) )?(?:case )?(?:conference|risk (?:meeting|panel))\b",
    _I,
)
_ONE_CASE = Pattern(
    r"\b(?:case|item) \d{1,3}(?: (?:on|of) the (?:list|agenda)| (?:was |is )?(?:heard|discussed))|"
    r"(?:high|medium)(?:est)?[- ]risk case\b",
    _I,
)
_TOLD_OF_ONE = Pattern(
    r"\b(?:panel|meeting|forum)\b[^.!?\n]{0,20}?\b(?:heard|told)(?: us| that| how)? "
    r"(?:he|she|(?:the |her |his )?(?:victim|husband|wife|partner|ex|son|daughter|mother|"
    r"father))\b",
    _I,
)
_SOMEBODY = Pattern(r"\b(?:she|he|her|his|hers|him|herself|himself)\b", _I)


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
    for number, (start, end) in enumerate(note.sentences):
        if not _MARAC.search(note.text, start, end):
            continue
        if _A_CASE.search(note.text, start, end):
            yield Span("marac", start, end)
        elif number + 1 < len(note.sentences) and _A_CASE.search(
            note.text, *note.sentences[number + 1]
        ):
            yield Span("marac", *note.sentences[number + 1])


def _other_panels(note: Note) -> Iterator[Span]:
    """A sentence that tells of one offender under MAPPA, or of one case at a conference."""
    for start, end in note.sentences:
        watched = _MAPPA.search(note.text, start, end) and _ONE_OFFENDER.search(
            note.text, start, end
        )
        one_case = any(p.search(note.text, start, end) for p in (_CONFERENCE, _ONE_CASE))
        of_somebody = one_case and _SOMEBODY.search(note.text, start, end)
        if (
            of_somebody
            or _TOLD_OF_ONE.search(note.text, start, end)
            or (watched and _WATCHED.search(note.text, start, end))
        ):
            yield Span("marac", start, end)
