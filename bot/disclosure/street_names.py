"""Words that stand where only a person does: "Tinhead is back from Leeds and has the phone".

A street name may be any word. Without an article a thing is not one of its kind, and some things
are said of nobody but persons: that they are on bail, got jumped, sleep rough. A capital that is
no body, place or part in a case, and is said so much of, is what somebody is called.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.disclosure.bodies import PROPER
from bot.disclosure.company import NEVER
from bot.disclosure.evidence_words import KINS, OCCUPATIONS, PEOPLE, POSTS
from bot.disclosure.habits import OF_PERSONS_ALONE, OF_STRANGERS, ON_THE_STREET
from bot.disclosure.lists import listed
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span
from bot.disclosure.words import TYPES, is_word

_WHEN = frozenset({"today", "tomorrow", "tonight", "yesterday"})
_NOBODYS = (
    _WHEN | TYPES | PROPER | NEVER | KINS | PEOPLE | POSTS | OCCUPATIONS
    | listed("any_person") | listed("parts_in_a_case") | listed("role_endings")
    | listed("vehicles") | listed("mascot_animals")
)  # fmt: skip
_DOERS = ("er", "or", "ist", "ant", "ent", "ee", "man", "men", "woman", "women", "people", "person")
_OPENING = (
    r"(?:^|[.!?:;,(\n] |\n| - |\b(?:that|because|and|but|when|while|so|says?|said|reckons?|thinks?|"
    r"hears?|heard|told (?:us|me)|since|after|until|once|before|if) )"
)
_NAME = r"[A-Z][a-z]{2,14}"
_ASIDE = (
    r"(?:,? (?:from|off|of) (?:the |his |her )?[\w'-]{2,15}(?: [\w'-]{2,15}){0,2}?,?"
    r"|,? and (?:his|her) [a-z]{3,12}| \([^()\n]{1,20}\)| again| also| now| apparently)?"
)
_PAIR = Pattern(
    rf"(?:^|[.!?:;] )(?P<name>[A-Z][a-z]{{2,12}}) and (?P<other>[A-Z][a-z]{{2,12}}(?: [A-Z]\b)?)"
    rf"(?={ON_THE_STREET}|{OF_PERSONS_ALONE})"
)
"""Two street names as a subject: a pair of words with what persons are seen doing."""
_ALONE = Pattern(rf"{_OPENING}(?P<name>{_NAME})(?={_ASIDE}{OF_PERSONS_ALONE})")
_STRANGER = Pattern(rf"{_OPENING}(?P<name>{_NAME})(?={_ASIDE}{OF_STRANGERS})")
_IN_COMPANY = Pattern(
    r"\b(?:clocked|spotted|saw|seen|arrested|stopped|chased|nicked|searched|lifted|met) "
    rf"(?P<name>{_NAME})(?= and (?:two|three|four|an?|his|her|another|some|"
    rf"the) (?:\w{{3,10}} )?(?:others?|lads?|"
    r"mates?|m[ae]n|girls?|boys?|pals?|males?|females?|youths?|friends?)\b)"
)
"""Like "clocked Skunk and two others"."""
_THE_ONE = Pattern(
    rf"{_OPENING}(?P<name>{_NAME})(?=, the (?:[a-z]{{3,10}} )?(?:one|lad|man|boy|girl|woman|kid|"
    rf"youth|dealer|"
    r"runner|ringleader|eldest|youngest)(?: (?:with|who|from|in|on|that|they)\b|,))"
)
"""Like "Ghillie, the one with the scar"."""
_DONE_BY = Pattern(
    r"\b(?:(?:jumped|stabbed|battered|groomed|punched|slapped|headbutted|beaten up|beat up|robbed|"
    r"sent out|run|chased) by|grassed (?:up|on)|(?:owes?|owed|owing)(?: money)?(?: to)?|debts? to|"
    r"(?:scared|afraid|terrified|frightened) of|"
    r"(?:seen|hangs?|hanging|staying|stays|sleeping|drinking|smoking|living|met up|in a car|"
    r"rides?|riding)(?: (?:about|around|out))? with|"
    r"(?:dealing|selling|shotting|carrying|holding|running|works?|working) for|"
    r"(?:told|just|you|can|to) ask for|(?:gear|weed|drugs|wraps|pills|vapes|lift|lifts|phone|"
    r"orders|calls?|texts?) (?:off|from)) "
    rf"(?P<name>{_NAME})(?: and (?P<other>{_NAME}))?(?! [A-Z]|['’]s [A-Z]|-)"
)
"""Like "jumped by Chunk", "owes Tank money"."""
_WHOSE = Pattern(
    rf"(?<![\w'-])(?P<name>{_NAME})'s (?:mum|mam|mother|dad|father|nan|brother|sister|girlfriend|"
    r"boyfriend|cousin|uncle|auntie|baby mother|missus|mates?|lads|boys|runners?|line|plug|dog|"
    r"foot|feet|leg|arm|teeth|jaw|nose|"
    r"wrist|ankle|knee|methadone|script|curfew|tag|bail|key ?worker|social worker|probation)"
    r"(?= (?:is|was|are|were|has|had|got|and|again|looks?|needs|still|went|up|in|on|out|off|from|"
    r"with|rang|says?|said|told|came|wants|will|won't|who|[a-z]{3,12}ed)\b|[.,;:!?)]|$)"
)


def street_names(note: Note) -> Iterator[Span]:
    """Every word that stands so."""
    if note.flat:
        return
    for pattern in likely(
        (_PAIR, _ALONE, _STRANGER, _THE_ONE, _IN_COMPANY, _DONE_BY, _WHOSE), note.text
    ):
        for match in pattern.finditer(note.text):
            names = [name for name in ("name", "other") if match.groupdict().get(name)]
            if all(_may_be_called(note, match.group(name), pattern) for name in names):
                yield from (Span("nickname", *match.span(name)) for name in names)


def _may_be_called(note: Note, name: str, pattern: Pattern) -> bool:
    low = name.lower()
    if low in _NOBODYS or note.is_place(low):
        return False
    if pattern is _PAIR:
        return True
    if pattern is _STRANGER:
        return not is_word(low) or (low.endswith("s") and not low.endswith("ss"))
    return not (is_word(low) and low.endswith((*_DOERS, "ing", "ion", "ly")))
