"""One person kind without a name: what a sentence says of them, added up.

A person word alone tells on nobody, nor does an age, a village or a crime. Together they do: "the
butcher's son in Little Wallop is dealing". Each kind of evidence has its points; what comes to
`ENOUGH`, with something that singles out, leaves only a handful of people it could be.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.core.dataclass import dataclass
from bot.disclosure.homes import KIND, WHICH
from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note, Span, Word

_I = re.IGNORECASE
ENOUGH = 5


_POSTS, _KINS = listed("sole_posts"), listed("kin")
_PEOPLE, _MARKED = listed("person_words"), listed("markings")
_OCCUPATIONS, _NOT_PERSONS = listed("occupations"), listed("not_one_person")
_SIGNS, _VENUES = listed("signs_of_a_body"), listed("small_venues")
_GRAVE, _LESSER = listed("grave_harms"), listed("lesser_harms")
_PUBLIC_DEEDS, _HONOURS = listed("public_deeds"), listed("honours")
_PRONOUNS = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
_POST = rf"(?:{any_of(_POSTS)})"
_WORK = rf"(?:{any_of(_OCCUPATIONS)})"
_KIN = rf"(?:{any_of(_KINS)})"
_NOT_ONE = rf"(?![\w-]| (?:{any_of(_NOT_PERSONS)})s?\b)"
_ONE = rf"(?:{any_of(_PEOPLE, _POSTS, _KINS)}){_NOT_ONE}"
_MARKING = rf"(?:{any_of(_MARKED)})"
_SIGN = rf"(?:{any_of(_SIGNS)})"
_SMALL_VENUE = rf"(?:{any_of(_VENUES)})"
_SEVERE = rf"(?:{any_of(_GRAVE)})"
_MILD = rf"(?:{any_of(_LESSER)})"
_BESIDE = (
    r"(?:next[- ]?door|next to|beside|opp(?:osite|\.)?|facing|across from|above|over|below|behind|"
    r"at the (?:end|top|bottom|back) of|(?:in|at) the (?:end|corner|last|first|middle|top|big|old|"
    r"red|blue|white|green|yellow|black) (?:house|terrace|flat|cottage|bungalow|one))"
)
_UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"


@dataclass(frozen=True, slots=True, eq=False)
class _Evidence:
    """What is looked for, and how much it tells. `singles`: it narrows down who it could be;
    `refers`: it speaks of somebody."""

    points: int
    singles: bool
    refers: bool
    pattern: Pattern


def _evidence(points: int, *patterns: str, singles: bool = True, refers: bool = False) -> _Evidence:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return _Evidence(points, singles, refers, Pattern(joined, _I))


_PERSON = _evidence(1, rf"\b{_ONE}", singles=False, refers=True)
_PRONOUN = _evidence(2, rf"\b(?:{any_of(_PRONOUNS)})\b", singles=False, refers=True)
_AGE = _evidence(
    4,
    r"\b\d{1,2}[- ]?(?:year|yr|month|mth|week|wk)s?[- ]?old\b(?!s)",
    r"\b\d{1,2} ?(?:yo|y/o|yr ?old)\b",
    r"\baged? \d{1,2}\b(?! ?(?:to|-|and|or|\+|plus))",
    rf"\b{_ONE} (?:of|aged) (?:\d{{1,2}}|{_UNITS})\b(?! (?:to|or|and))",
    r"\bin (?:his|her) (?:(?:early|mid|late)[- ])?(?:\d0'?s|teens|twenties|thirties|forties|"
    r"fifties|sixties|seventies|eighties|nineties)\b",
    rf"\b{_ONE}(?: is| was|,)? (?:in )?(?:(?:early|mid|late)[- ])?[1-9]0'?s\b",
    rf"\b(?:year|yr) ?(?:[1-9]|1[0-3]) {_ONE}|\b{_ONE}(?: is)? in (?:year|yr) ?(?:[1-9]|1[0-3])\b",
    r"\bnominal \d{1,2}\b",
    rf"\b{_ONE},? \(?\d{{1,2}}\)?, ",
    refers=True,
)
_EVIDENCE = (
    _PERSON,
    _PRONOUN,
    _AGE,
    _evidence(
        4,
        rf"\b(?:the only|only one|just one|only|sole|(?:the|that|our|their|its) one) "
        rf"(?:[\w'-]{{2,14}} ){{0,3}}?(?:{_ONE}|ones?\b)",
        r"\bis the one (?:who|that)\b",
        r"\bthe (?:additional|extra|other|new|latest|remaining|last|exception|odd) (?:one|case|"
        r"victim)? ?"
        r"(?:is|was|being)\b",
    ),
    _evidence(
        4,
        rf"\bonly (?:two|three|four|[234]) (?:[\w'-]{{2,14}} ){{0,3}}?"
        rf"(?:families|{any_of(_PEOPLE)}s)\b",
        refers=True,
    ),
    _evidence(
        5,
        rf"\b(?:(?:two|both|the|these|those|our) (?:[a-z]{{3,10}} )?(?:{any_of(_PEOPLE)})|"
        rf"{_KIN})s,? "
        r"\(?(?:both )?(?:aged )?"
        r"\d{1,2},? (?:and|&) \d{1,2}\b",
        refers=True,
    ),
    _evidence(
        4, rf"\bone of (?:the|our|their|its|her|his) (?:\w+ )?(?:{_POST}|{_WORK})s\b", refers=True
    ),
    _evidence(
        3,
        rf"\bsame (?:[\w'-]{{2,14}} )?{_ONE}",
        r"\b(?:one|single|sole) [^.!?\n]{3,40}?, an? ",
        rf"\b{_KIN} of (?:the|a|an|our) (?:[a-z]{{2,12}} )?(?:{_POST}|{_WORK})\b",
        rf"\b(?:{_POST}|{_WORK})'?s' ?{_KIN}\b|\b(?:{_POST}|{_WORK})(?:'s|s) {_KIN}\b",
    ),
    _evidence(
        1,
        rf"\b(?:the|our|that|this) (?:[\w'-]{{2,14}} )?{_ONE} (?:who|whose|with (?:a|an|the|one|"
        r"two|three|four|five|six|no|his|her))\b",
    ),
    _evidence(
        2,
        rf"\b{_MARKING} (?:[\w'-]{{2,14}} ){{0,3}}?{_ONE}",
        rf"\b{_ONE},? (?:who (?:is|was) |is |was )?{_MARKING}\b",
        rf"\b{_ONE}(?: is| was)? (?:[\w']{{1,8}} )?(?:with|w/?|has|in a|uses a|walks with|without)"
        rf" (?:(?:a|an|the|one|no|his|her|only|bad|missing) ){{0,2}}(?:[a-z-]{{2,12}} )?{_SIGN}\b",
        rf"\b{_ONE} who (?:lost|won|uses|wears|walks|transferred|teaches|runs|owns|"
        rf"was on the news)\b",
        rf"\b(?:{_KIN}|family|parents|relatives|friends?) of (?:the|a|an|one|our) {_ONE} "
        r"(?:who|that|from)\b",
        r"\b(?:twins|triplets)\b",
        rf"\b{_ONE} (?:from|at|in|behind|above|who runs?|"
        rf"who owns?) the (?:[a-z]{{3,10}} )?{_SMALL_VENUE}\b",
    ),
    _evidence(
        2,
        rf"\b(?:the|our|a|an|one|that|local|village|its) (?:[a-z]{{2,10}} )?"
        rf"(?:{_POST}|{_WORK} (?:at|from|in))\b",
        refers=True,
    ),
    _evidence(
        2,
        rf"\b{_ONE} (?:(?:living|who lives?|staying|lives) )?(?:in |at )?(?:the |a )?"
        rf"(?:house |flat |bungalow |one )?{_BESIDE}",
        rf"\b(?:the|a) {WHICH} {KIND}\b",
        rf"\b(?:bungalow|flat|house|cottage|caravan|one|maisonette|bedsit|place) {_BESIDE} ",
        r"\b(?:refuge|hostel|room|bed|bay|plot|pitch) \d+\b",
    ),
    _evidence(
        1,
        r"\bunder[- ]\d{1,2}s\b",
        r"\b(?:her|his|their) (?:\w+ ){0,2}(?:children|kids|baby|toddler|sons?|daughters?|twins)\b",
        rf"\b(?:mum|mother|father|dad|parent|gran\w*|widow\w*) of (?:\d|{_UNITS}\b)",
        rf"\b{_ONE}'s {_KIN}\b|\b{_KIN} of (?:the|a|an|one|our) ",
    ),
    _evidence(
        1,
        r"(?-i:\b(?:in|at|from|on|of|off|near|outside|for) (?:the )?(?:[Vv]illage of )?(?!Jan|Feb|"
        r"Mar\b|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Council|"
        r"Police)(?:St |Saint )?[A-Z][a-z]{2,}[\w']*)",
        r"\bvillage\b|\bhamlet\b|\bthe parish\b",
        r"\b(?:at|from|in|on) the (?:[a-z]{3,10} )?(?:primary|secondary|academy|school|mosque|"
        r"church|"
        r"temple|synagogue|grammar|college|sixth form|estate|hostel|hospital|terrace|surgery|"
        r"pub)\b",
    ),
    _evidence(
        1,
        r"\b(?:he|him|his)\b[^.!?\n]{1,80}\b(?:she|her|hers)\b",
        r"\b(?:she|her|hers)\b[^.!?\n]{1,80}\b(?:he|him|his)\b",
    ),
    _evidence(
        2,
        r"(?-i:\b(?:[Cc]lient|[Cc]hild|[Ff]amily|[Aa]dult|[Vv]ictim|[Rr]esident|[Tt]enant|"
        r"[Pp]atient|"
        r"[Pp]erson|[Bb]aby|[Mm]other|[Ss]uspect|[Ss]ubject|[Mm]ale|[Ff]emale) [A-Z](?![\w.-]))",
    ),
    _evidence(2, rf"\b{_SEVERE}\b", singles=False),
    _evidence(1, rf"\b{_MILD}\b", singles=False),
    _evidence(-4, rf"\b(?:{any_of(_HONOURS)})\b", singles=False),
    _evidence(
        -3,
        rf"\b(?:{any_of(_PUBLIC_DEEDS)})\b",
        rf"\b(?:{_POST}|{_WORK})(?: (?:at|from|in|of) [\w' ]{{3,40}}?)? (?:has |have |will |also )?"
        r"(?:(?:asked|requested|wants)(?! (?:for|to) (?:an? |her |his |be )?(?:[\w-]{2,15} ){0,2}"
        r"(?:orders?|injunction|protection|refuge|rehous\w+|moved?|divorce|alarm))|supports?|agreed|raised|invited|hosts?|wrote|signed|contacted|"
        r"met|is keen|report(?:s|ed)?(?! (?:him|her|them|that|he|she)\b))\b",
        rf"\b(?:runs (?:the |an? |our )?|run the )(?!(?:[a-z]{{3,10}} )?{_SMALL_VENUE}\b)",
        singles=False,
    ),
)
_WITHOUT_WORD = [kind for kind in _EVIDENCE if kind.refers and kind not in (_PERSON, _PRONOUN)]
_SOMEBODY = (
    _PRONOUNS
    | {name.rpartition("-")[2] for name in _PEOPLE | _POSTS | _KINS | _OCCUPATIONS}
    | {f"{name.rpartition('-')[2]}s" for name in _PEOPLE | _POSTS | _OCCUPATIONS}
    | {"families"}
)
_AT_WORK = Pattern(
    r"\W{0,2}(?:\w{1,20}\W{1,2}){0,3}?(?:officer|pcso|sgt|sergeant|inspector|councillor|cllr|"
    r"chair|manager|"
    r"minister|"
    r"mayor|commissioner|mp|speaker|trainer|author|colleague|director|co-?ordinator|constable)\b",
    _I,
)
"""A sentence that begins with somebody at their work."""
_CLAUSE_END = Pattern(r"[,;:.!?](?=\s|$)|\s[-(]\s?|\n")


def portrait(note: Note, start: int, end: int) -> Span | None:
    """The clause of a sentence that tells who it is about, if it does."""
    evidence = _evidence_in(note, start, end)
    strongly = any(kind.singles and kind.points > 1 for kind in evidence)
    of_somebody = any(kind.refers for kind in evidence)
    if of_somebody and strongly and _points(evidence) >= ENOUGH:
        return _clause(note.text, [place for kind, place in evidence.items() if kind.singles], end)
    return None


def told_of_one(note: Note, start: int, end: int) -> Span | None:
    """The clause of a sentence that tells what befell one man or woman, "he" or "she"; what people
    do at their work is not that."""
    evidence = _evidence_in(note, start, end)
    if _PRONOUN not in evidence or _points(evidence) <= _PRONOUN.points + 1:
        return None
    at_work = _AT_WORK.match(note.text, start, end)
    return None if at_work else _clause(note.text, [*evidence.values()], end)


@lru_cache(maxsize=32)
def _evidence_in(note: Note, start: int, end: int) -> Mapping[_Evidence, tuple[int, int]]:
    """Evidence -> its first place in a sentence; none where nobody is spoken of."""
    if not _speaks_of_somebody(note, start, end):
        return {}
    matches = ((kind, kind.pattern.search(note.text, start, end)) for kind in _EVIDENCE)
    return {kind: match.span() for kind, match in matches if match}


def _speaks_of_somebody(note: Note, start: int, end: int) -> bool:
    """Whether a sentence has a word or an age of a person at all: most have none, and are spared
    the rest."""
    first = bisect_left(note.words, start, key=_place)
    last = bisect_left(note.words, end, first, key=_place)
    if any(word.low in _SOMEBODY for word in note.words[first:last]):
        return True
    return any(kind.pattern.search(note.text, start, end) for kind in _WITHOUT_WORD)


def _place(word: Word) -> int:
    return word.start


def _points(evidence: Iterable[_Evidence]) -> int:
    return sum(kind.points for kind in evidence)


def _clause(text: str, places: list[tuple[int, int]], end: int) -> Span:
    """From the first of the places to the end of the clause that holds the last."""
    stop = _CLAUSE_END.search(text, max(last for _, last in places), end)
    return Span("small_cell", min(first for first, _ in places), stop.start() if stop else end)
