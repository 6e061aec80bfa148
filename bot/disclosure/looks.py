"""A home told by what it looks like and what is near: "the house with the red door and the boat
opposite the chapel". What is told of a house for its use passes."""

from __future__ import annotations

from collections.abc import Iterator

from bot.disclosure.homes import BESIDE, KIND, ROAD, WHICH, is_of_use, is_somebodys
from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note, Span
from bot.disclosure.words import TYPES

_VENUES = any_of(TYPES, listed("premises"), listed("small_venues"))
_DWELLING = (
    rf"(?:(?!one[ ,]){KIND}|address|attic|barn(?: conversion)?|basement|boat|box ?room|carriage|"
    rf"chapel|"
    rf"coach ?house|"
    rf"converted [a-z]{{3,10}}|"
    r"granny flat|houseboat|(?:top|ground|first|second|third) floor|(?:old|converted) mill|"
    r"mobile home|narrow ?boat|oast|outhouse|railway carriage|rectory|shed|stables?|trailer|van|"
    r"vicarage|yurt)"
)
_HEAD = r"(?:\b(?:the|that|this|his|her|their|an?) |(?:^|(?<=[.!?:;,-] )|(?<=\n))(?=[A-Z]))"
_PLACE = r"[A-Z][a-z'-]{2,19}(?: [A-Z][a-z'-]{2,19})?"
_SEEN = r"(?:[a-z-]{2,14} ){0,3}?"
"""What it looks like: "tall thin"."""
_THE_ONE = rf"\b(?:the|that|this) (?:{WHICH} )?one(?!,? (?:where|with)\b)"
"""A home already spoken of; not what a plan has several of: "the overdose one"."""
_NEAR = (
    rf"(?:{BESIDE}|across the (?:road|street|way) from|alongside|back(?:s|ing) on ?to|"
    rf"as you (?:come|drive|go|turn|"
    rf"walk) "
    r"(?:in|into|out of|up|down|off|past)|at the [a-z]{3,9} (?:of|to)|between|half ?way (?:up|"
    r"down|along)|near|"
    r"next door(?: to)?|round the back of|up (?:past|by)|where)"
)
_TO_HERS = "".join(rf"(?<!{way} home)" for way in ("ed", "ing", "en", "went", "came", "come", "go"))
"""Not "followed home by"."""
_DESCRIBED = Pattern(
    rf"(?i:(?:{_HEAD}{_SEEN}{_DWELLING}{_TO_HERS}|{_THE_ONE}),? "
    rf"(?:of the [a-z]{{3,12}} )?(?:(?:in|on|at) the [a-z]{{3,12}} )?"
    rf"(?:{_NEAR}|(?:at|in|of) the (?:[a-z]{{3,12}} ){{1,3}}?(?:at|in|off|on)(?= (?-i:[A-Z])))) "
    r"(?!\w{2,4}sel(?:f|ves)\b)"
    r"(?:(?:the |an? |its )?(?:[\w'&-]{1,16} ){0,3}?(?:[\w'&-]{2,16}(?:,| and| at| in| of| off|"
    r" on) "
    rf"(?:the )?)?(?P<road>{ROAD}\b|(?:(?<= in )|(?<= at )){_PLACE})"
    r"|(?:the |an? |its )?(?:[\w'&-]{2,16} ?){1,3})"
)
"""Like "the tall thin house between the chip shop and the bank", where somebody is spoken of."""
_OF_A_SORT = Pattern(
    rf"(?i:{_HEAD}(?:{WHICH} (?:floor )?){{1,2}}{_DWELLING},? (?:along|at|in|of|off|on)) "
    rf"(?:the )?(?:(?P<road>{ROAD}\b)|{_PLACE})"
)
"""Like "the only house on Lime Row", "the end chalet at Sunnyside"."""
_BY_ITS_LOOKS = Pattern(
    rf"\b(?i:(?:(?:the|that|this|an?|his|her|their) )?(?:{WHICH} (?:floor )?){{0,2}}{KIND} with "
    r"(?:the|an?|its|no|two|three|four)) (?:[\w'&-]{1,16}[ ,]{1,2}){1,7}?(?i:above|across from|"
    r"behind|beside|by|facing|near|next(?: door)? to|opp(?:osite)?|over|past)"
    rf" (?:(?:the )?{ROAD}\b|(?:the )?[A-Z][\w'-]{{1,19}}(?: [A-Z][\w'-]{{1,19}}){{0,3}}"
    rf"(?: (?:{_VENUES})\b)?|"
    rf"the (?:[\w'-]{{2,14}} ){{0,2}}?(?:{_VENUES})\b"
    rf"(?: (?:in|on) {ROAD})?)"
)
_ON_A_ROAD = Pattern(
    rf"\b(?i:(?:the|that|this|his|her|their) (?:{WHICH} (?:floor )?){{0,2}}{KIND} (?:with|"
    rf"where) (?:the|an?|"
    rf"two|three|four)) (?:[\w'&-]{{1,16}} ){{1,9}}?(?:[\w'&-]{{1,16}},? )"
    rf"(?:(?:at|in|off|on) )?{ROAD}\b"
)
"""Like "the house with the green gate and the boat on the drive, Mill Lane"."""
_REFUGE = Pattern(
    r"(?i:(?<!animal )(?<!bird )(?<!island )(?<!pedestrian )(?<!traffic )(?<!wildlife )"
    r"\b(?:refuge|safe[ -]?house)(?: address| building)?,?:?(?: (?:has|is|was|are|now|moved|moving|"
    r"to|which|stands)){0,3} ?"
    r"(?:(?:the|an?) (?:[a-z-]{2,12} ){1,4}?(?=(?:above|at|behind|beside|by|in|near|next|off|on|"
    r"opposite) ))?"
    r"(?:(?:above|across from|behind|beside|facing|near|next (?:door )?to|opposite|round the back "
    rf"of) (?:the |an? )(?:[\w'-]{{2,14}} ){{0,2}}?(?:{_VENUES})\b"
    rf"|(?:above|at|behind|in|near|next to|off|on|opposite) (?:the )?(?-i:{ROAD})\b"
    r"|(?<=is )(?:the|an?) (?:[a-z]{2,12} ){1,3}(?:bungalow|cottage|flat|house|lodge|vicarage|"
    r"villa)\b))"
)
"""A refuge and where it is: whom it hides is nowhere else."""


def homes_by_looks(note: Note) -> Iterator[Span]:
    """Every home of a note that is told so."""
    for pattern in (_BY_ITS_LOOKS, _ON_A_ROAD, _DESCRIBED, _OF_A_SORT):
        for match in pattern.finditer(note.text):
            certain = pattern in (_BY_ITS_LOOKS, _ON_A_ROAD) or match.group("road")
            if (certain or is_somebodys(note, match.start())) and not is_of_use(
                note, match.start()
            ):
                yield Span("address", *match.span())
    for match in _REFUGE.finditer(note.text):
        yield Span("address", *match.span())
