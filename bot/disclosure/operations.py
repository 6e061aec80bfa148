"""Operations and groups under investigation that a note names.

Public schemes and what everybody was told of pass; plans are for `plans`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.homes import ROAD
from bot.disclosure.intelligence import TRADE
from bot.disclosure.lists import any_of, listed
from bot.disclosure.names import FAMILY
from bot.disclosure.patterns import Pattern
from bot.disclosure.plans import gives_away_plans
from bot.disclosure.text import Note, Span
from bot.disclosure.words import TYPES, is_word

_I = re.IGNORECASE

_OP_NAME = Pattern(
    r"\b(?:operation|ops?)\.? (?P<name>[A-Za-z][a-z'-]+|[A-Z]{4,})(?P<more> [A-Z][a-z]+)?", _I
)
_CAMPAIGN = Pattern(
    r"(?:,|:| is| was)? (?:(?:(?:the|a|an|our) )?(?:[\w'-]{2,15} ){0,5}?)?(?:campaign|awareness|"
    r"roadshow|exhibition|museum|film|anniversary|"
    r"leaflets?|posters?|week of action)\b"
)
"""What is said to the public; the name was made for it."""
_IN_PUBLIC = Pattern(
    r"\b(?:campaign|roadshow|on the (?:radio|news|television|tv)|in (?:all )?the (?:papers|news|"
    r"press|media)|"
    r"(?:as|was|were|been|is) (?:advertised|publicised|announced)|public (?:scheme|event|"
    r"operation|name)|"
    r"press release|(?:announced|publicised|advertised) (?:by|in|on|to)|leaflets?|"
    r"posters?|given out|awareness|published|volunteers?|litter(?:[ -]?picks?)?|clean-?ups?|"
    r"bulbs|rubbish|bags (?:of|from)|"
    r"on (?:the|our|its|their) (?:[\w'-]{2,15} ){0,2}(?:web ?site|web ?pages?|facebook|"
    r"social media))\b",
    _I,
)
_DENIED = Pattern(r"\b(?:no|not|never|without|hold|keep|any|n't)(?: [\w-]{1,12}){0,2} $", _I)
"""Before a word of publicity: there was, or is to be, none."""
_COVERT = Pattern(
    r"\b(?:covert\w*|undercover|surveillance|eyes on|(?:still|is|are|now) live|under ?wraps)\b", _I
)
_BROUGHT = listed("gifts")
_GIFTS = Pattern(rf"\b(?:{any_of(_BROUGHT)})\b", _I)
_FORCE = Pattern(
    r"\b(?:arrest\w*|warrants?|nominals?|suspects?|targets?|charged|detain\w*|offenders?)\b", _I
)
"""What an operation brings people, and what none does that brings gifts."""
_PUBLIC_OPS = listed("public_operations")
_GROUP_NAME = Pattern(
    r"\b(?:[Tt]he )?[\"']?(?P<name>(?:[A-Z][\w'-]+|[A-Z]{1,3}\d{1,3})(?: [A-Z][\w'-]+)?)[\"']? "
    r"(?P<type>(?:OCG|organised crime group|crime group|crime family|gang|crew|mob|firm|"
    r"drug line|drugs line|county line|line|network))\b"
    r"(?! (?:of|services?)\b)"
)
_TRAVEL = Pattern(
    r"\b(?:bus(?:es)?|commuters?|drivers?|metro|passengers?|platforms?|rail|stations?|trains?|"
    r"trams?)\b",
    _I,
)
"""What a line has that trains run on."""
_BAND = Pattern(
    r"\b(?:[A-Z][\w-]+ ){1,2}(?:Boys|Crew|Massive|Posse|Squad|Mob|Firm|Lot|Gang|Youngers|Elders)\b"
    r"(?!'| [A-Z])"
)
"""Like "the Eastway Boys", where a sentence speaks of stabbings or drugs."""
_LETTERS = Pattern(
    rf"\b(?P<name>(?!ASB|CCTV|CID|PCSO|PSPO)[A-Z]{{2,4}}\d{{0,2}}) "
    rf"(?:(?:lads|lot|boys|crew|youngers) )?(?:from|off) {ROAD}(?! [A-Z])"
)
"""Like "KOB from Denmark Street": letters a group goes by, and its patch."""
_GROUP_CALLED = Pattern(
    r"\b(?:ocg|gang|crew|line|network|group|mob|lads|youths|boys|dealers) (?:is |was |are )?"
    r"(?:call(?:s|ed|ing)? (?:themselves|itself)|known as|called|named|"
    r"branded|under the name|"
    r"using the name) (?:the )?[\"']?(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)",
    _I,
)
_GROUP_NUMBER = Pattern(
    r"\b(?:OCG|organised crime group|crime group)[ -]?(?:no\.?|number|ref\.?|id|#)?[ -]?"
    r"(?:[A-Z]{1,4}[/-]?)?\d{2,6}(?:[/-]\w{1,8}){0,2}\b(?! (?:of|members|nominals|groups|per)\b)",
    _I,
)
_CODENAME = Pattern(r"\b(?:code ?named?|codename is)[ :]{1,2}[\"']?(?P<name>[A-Z][\w'-]+)")
_ROAD = Pattern(ROAD)
_OFFENDERS = frozenset(
    {"ocg", "gang", "mob", "organised crime group", "crime group", "crime family"}
)
_BANDS = listed("bands")
_SHORT_FORMS = listed("short_forms")
_LINE_NOT = listed("not_a_line")


def operations(note: Note) -> Iterator[Span]:
    """Named operations and groups; whole sentences that tell what is still to come."""
    named = [*_operations(note), *_groups(note)]
    yield from named
    for start, end in note.sentences:
        already = any(start <= part.start < end for part in named)
        if not already and gives_away_plans(note.text[start:end]):
            yield Span("operation", start, end)


def _operations(note: Note) -> Iterator[Span]:
    for match in _OP_NAME.finditer(note.text):
        name = match.group("name")
        if (
            name.lower() in _PUBLIC_OPS
            or (name.islower() and is_word(name))
            or name.lower() in {"of", "and"}
            or _CAMPAIGN.match(note.text, match.end("name"))
            or _is_told_in_public(note, match)
        ):
            continue
        if name.islower() and match.group()[:2].istitle() and is_word(name):
            continue
        more = match.group("more")
        long = (
            bool(more)
            and more[1].isupper()
            and more.strip().lower() not in TYPES
            and not is_word(more.strip().lower())
        )
        yield Span("operation", match.start(), match.end() if long else match.end("name"))


def _is_told_in_public(note: Note, match: re.Match[str]) -> bool:
    """Whether its sentence says that everybody was told of it, and nothing of a strike."""
    sentence = note.text[slice(*note.around(match.start()))]
    told_everybody = any(
        not _DENIED.search(sentence[: m.start()]) for m in _IN_PUBLIC.finditer(sentence)
    )
    against_crime = TRADE.search(sentence) or _FORCE.search(sentence)
    public = told_everybody or (_GIFTS.search(sentence) and not against_crime)
    return bool(public) and not (_COVERT.search(sentence) or gives_away_plans(sentence))


def _groups(note: Note) -> Iterator[Span]:
    for match in _GROUP_NAME.finditer(note.text):
        start = match.start("name")
        quoted = start > 0 and note.text[start - 1] in "\"'"
        owned = match.group("name").endswith(("'s", "s'")) and not quoted  # somebody's own crew
        others = _TRAVEL.search(note.text, *note.around(start))
        if match.group("type").lower() == "crew":
            others = others or _FIRE_SERVICE.search(note.text, *note.around(start))
        if (owned or others) and not TRADE.search(note.text, *note.around(start)):
            continue
        if _is_group(note, match.group("name").lower().split(), quoted) or _of_a_place(note, match):
            yield Span("operation", match.start(), match.end())
    for match in _BAND.finditer(note.text):
        if TRADE.search(note.text, *note.around(match.start())):
            yield Span("operation", *match.span())
    for match in _LETTERS.finditer(note.text):
        known = match.group("name").lower() in _SHORT_FORMS
        if not known and TRADE.search(note.text, *note.around(match.start())):
            yield Span("operation", *match.span("name"))
    for match in _GROUP_NUMBER.finditer(note.text):
        yield Span("operation", *match.span())
    for match in _CODENAME.finditer(note.text):
        yield Span("operation", *match.span("name"))
    for match in _GROUP_CALLED.finditer(note.text):
        if match.group("name")[0].isupper():
            yield Span("operation", *match.span("name"))


def _is_group(note: Note, pieces: list[str], quoted: bool) -> bool:
    """Like "Hartnell", "Vale Boys" or a quoted word; not a place, a railway or "county"."""
    if len(pieces) > 1 and pieces[-1] in _BANDS:
        return True
    named = [piece for piece in pieces if piece not in _LINE_NOT and not note.is_place(piece)]
    if quoted:
        return bool(named)
    return any(not is_word(p) or (p in FAMILY and p not in TYPES) for p in named)


def _of_a_place(note: Note, match: re.Match[str]) -> bool:
    """Like "the Hollow Road crew" or "Thornby gang": known by its patch, and of offenders."""
    name = match.group("name")
    if not (_ROAD.fullmatch(name) or note.is_place(name.lower())):
        return False
    if match.group("type").lower() in _OFFENDERS:
        return True
    crewed = match.group("type").lower() in {"crew", "mob", "firm", "line", "network"}
    return crewed and bool(TRADE.search(note.text, *note.around(match.start())))


_FIRE_SERVICE = Pattern(
    r"\b(?:crew|station|watch) manager\b|\bfire ?fighters?\b|\bfire (?:safety|service|station)\b",
    re.IGNORECASE,
)
"""Whose crews are known by their stations."""
