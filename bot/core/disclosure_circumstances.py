"""What tells on people without a name: MARAC cases, operations still to come, groups watched.

Whole sentences are pointed at here, for it is the telling that must be rewritten, not one word.
Totals, trainings and what is past and public pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.disclosure_counts import singled_out
from bot.core.disclosure_names import FAMILY
from bot.core.disclosure_text import Note, Part
from bot.core.disclosure_words import PLACES, TYPES, is_word, words_in

_I = re.IGNORECASE
_MARAC = re.compile(r"\b(?:marac|marrack|dvmarac|m\.a\.r\.a\.c)s?\b", _I)
_A_CASE = re.compile(
    r"\b(?:she|he|her|his|hers|him|herself|himself|husband|wife|boyfriend|girlfriend|ex|"
    r"ex-partner|baby|pregnant|"
    r"mother|mum|father|dad|couple|sister|brother|son|daughter|strangl\w+|"
    r"case (?:no\.? ?|number )?\d+|cases? [A-Z]\b|case from|case (?:of|was|heard|involv\w+|"
    r"concern\w+|where|about) (?:a|an|the|again|heard)|"
    r"(?:the|a) (?:victim|perpetrator|woman|man|survivor|girl|resident|tenant|client|family) "
    r"(?:was|is|has|had|who|from|withdrew|refus\w+|moved|returned|lives|said|told|wants|"
    r"went|disclosed|fled|did)|"
    r"one (?:case|family|victim|woman)|(?:the|her|their|both|three|two) (?:children|"
    r"kids) (?:are|were|have|saw|know|live|on)|"
    r"gone back|went back)\b",
    _I,
)
_OP_NAME = re.compile(
    r"\b(?:operation|ops?)\.? (?P<name>[A-Za-z][a-z'-]+|[A-Z]{4,})(?P<more> [A-Z][a-z]+)?", _I
)
_PUBLIC_OPS = words_in(
    """
    encompass sceptre signature snap halloween centre room rooms manager hours times plan
    """
)
_GROUP_NAME = re.compile(
    r"\b(?:[Tt]he )?[\"']?(?P<name>(?:[A-Z][\w'-]+|[A-Z]{1,3}\d{1,3})(?: [A-Z][\w'-]+)?)[\"']? "
    r"(?P<type>(?:OCG|organised crime group|crime group|crime family|gang|crew|mob|firm|"
    r"drug line|drugs line|county line|line|network))\b(?! of\b)"
)
_GROUP_CALLED = re.compile(
    r"\b(?:ocg|gang|crew|line|network|group) (?:is |was |are )?(?:known as|called|named|"
    r"branded|under the name|"
    r"using the name) (?:the )?[\"']?(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)",
    _I,
)
_LINE_NOT = words_in(
    """
    southeastern elizabeth district central jubilee northern victoria main front top bottom
    hot help picket railway train phone telephone base date dead the each every one this that
    any no new a budget rail chatham maidstone county lines advice medway metropolitan drug
    drugs known local youth organised
    """
)
_SECRET = re.compile(
    r"\b(?:not (?:yet )?(?:been )?(?:known|told|aware|informed|public)|(?:do|does|must|"
    r"should) not (?:yet )?(?:know|tell|share|warn|tip)|don't (?:know|tell|share|warn)|"
    r"doesn't know|"
    r"unaware|keep (?:it|this)? ?(?:quiet|patrols|clear|away)|keep (?:patrols|officers|"
    r"wardens|staff) (?:away|out|clear)|keep (?:quiet|secret)|(?:in )?secret(?:ly)?|"
    r"confidential|"
    r"without (?:warning|notice|telling)|no warning|unannounced|tip(?:ped)? off|stay away|"
    r"stay clear|undercover|hush|under wraps|not for sharing|not to be (?:shared|told|"
    r"warned)|unmarked)\b",
    _I,
)
_ACTION = re.compile(
    r"\b(?:warrants?|raids?|raid(?:ed|ing)|arrests?|arrest phase|strike day|strike|"
    r"search(?:es)?|surveillance|covert\w*|observations?|"
    r"obs|plain[ -]?clothes|sting|stake-?out|undercover|controlled delivery|closure|knocks?|"
    r"arrest day|executive action|hidden|test buy|undercover buy|door goes in|"
    r"hidden cameras?|enforcement visit|dawn visit|tracker|"
    r"listening device|intercept|stop check)\b",
    _I,
)
_TEST = re.compile(
    r"\btest[- ]purchas\w+|\bmystery shop\w*|\bdecoy\b|\bspot check\b|\binspection\b", _I
)
_WHEN = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|at dawn|next week|"
    r"this week|weekend|\d{1,2}(?:st|nd|rd|th)?(?: of)? "
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|the \d{1,2}(?:st|nd|rd|th)|"
    r"\d{1,2}/\d{1,2}|\d{1,2} ?[ap]m|next month|(?:in|before) the morning"
)
_DATED = re.compile(rf"\b(?:{_WHEN})\b", _I)
_AHEAD = re.compile(
    r"\b(?:will|to be|is|are) (?:be )?(?:set|planned|due|fixed|booked|going|executed|"
    r"scheduled|arranged|lined up|carried out|pencilled|hit|raided|searched|arrested|put|"
    r"starting|starts?|go|take|on|in)\b|"
    r"\b(?:set|planned|due|fixed|booked|scheduled|lined up|pencilled in) (?:for|on)\b|"
    r"\b(?:go|goes|going) (?:in|live|through)\b|\bwill\b|"
    r"\bnext (?:week|mon|tue|wed|thu|fri|sat|sun)\w*|\btomorrow\b|\btonight\b|\bstarts?\b|"
    r"\bbegins?\b|\bplan to\b|\bplanning\b|\bthis (?:coming )?(?:mon|tue|wed|thu|fri|sat|"
    r"sun)\w*|\bon (?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day (?:morning|night|at|to)\b",
    _I,
)
_PLACE = re.compile(
    r"\b(?:[A-Z][\w'-]+ (?:Road|Street|Lane|Approach|Avenue|Close|Hill|Parade|Way|Park|"
    r"Estate|Farm|Station|High Street)|"
    r"(?:at|on|in|of|outside|behind|above) (?:the|a|an|one|two|"
    r"three) (?:\w+ ){0,2}(?:off-licence|shop|flat|house|garage|yard|unit|lay-?by|pub|club|"
    r"takeaway|car wash|"
    r"nail bar|farm|address(?:es)?|premises|lock-up|warehouse|bar|salon|store|newsagents?|"
    r"parlour|cafe|barn|site|train|caravan|home))\b"
)
_HUSHED = re.compile(
    r"\b(?:not (?:yet )?known to|not (?:yet )?aware|unaware|(?:owners?|family|staff|they|he|"
    r"she|tenants?|people) (?:do|does)(?: not|n't) (?:yet )?know|keep (?:it |this )?quiet|"
    r"(?:not|nobody|no one)\b[^.]{0,30}\btold|tip(?:ped)? (?:him |them |her )?off|"
    r"do not (?:tell|share|warn)|without (?:warning|telling))\b",
    _I,
)
_SOURCE = re.compile(
    r"\b(?:(?:our|the|a|one) source (?:in|inside|within) the|chis|our informant|(?:an|the|a|"
    r"police) informant|(?:our|a|the) source (?:says|said|tells|told|inside|close|reports)|"
    r"undercover (?:officer|buyer)s? (?:is|are|will|has|bought|buys?)|covert human)\b",
    _I,
)


def circumstances(note: Note) -> Iterator[Part]:
    """Case detail, operations and tiny counts that could lead to somebody."""
    yield from _marac(note)
    named = [*_operations(note), *_groups(note)]
    yield from named
    for start, end in note.sentences:
        told = any(start <= part.start < end for part in named)
        if not told and _gives_away_plans(note.text[start:end]):
            yield Part("operation", start, end)
        found = singled_out(note, start, end)
        if found is not None:
            yield found


def _marac(note: Note) -> Iterator[Part]:
    """A sentence on MARAC that tells of one case, or the next one if the telling is there."""
    for number, (start, end) in enumerate(note.sentences):
        if not _MARAC.search(note.text, start, end):
            continue
        if _A_CASE.search(note.text, start, end):
            yield Part("marac", start, end)
        elif number + 1 < len(note.sentences) and _A_CASE.search(
            note.text, *note.sentences[number + 1]
        ):
            yield Part("marac", *note.sentences[number + 1])


def _operations(note: Note) -> Iterator[Part]:
    for match in _OP_NAME.finditer(note.text):
        name = match.group("name")
        if (
            name.lower() in _PUBLIC_OPS
            or (name.islower() and is_word(name))
            or name.lower() in {"of", "and"}
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
        yield Part("operation", match.start(), match.end() if long else match.end("name"))


def _groups(note: Note) -> Iterator[Part]:
    for match in _GROUP_NAME.finditer(note.text):
        pieces = [piece.lower() for piece in match.group("name").split()]
        named = [
            p
            for p in pieces
            if p not in _LINE_NOT and p not in PLACES and p not in {"the", "a", "an", "no"}
        ]
        quoted = match.group()[
            match.start("name") - match.start() - 1 : match.start("name") - match.start()
        ] in {'"', "'"}
        if named and (
            quoted or any(not is_word(p) or (p in FAMILY and p not in TYPES) for p in named)
        ):
            yield Part("operation", match.start(), match.end())
    for match in _GROUP_CALLED.finditer(note.text):
        if match.group("name")[0].isupper():
            yield Part("operation", *match.span("name"))


def _gives_away_plans(sentence: str) -> bool:
    """A step against crime still to come, told with its place, its day or its secrecy."""
    if _SOURCE.search(sentence):
        return True
    if _HUSHED.search(sentence) and _DATED.search(sentence):
        return True
    acting, testing = _ACTION.search(sentence), _TEST.search(sentence)
    if not acting and not testing:
        return False
    if _SECRET.search(sentence) and (
        _PLACE.search(sentence) or _DATED.search(sentence) or _AHEAD.search(sentence)
    ):
        return True
    if not _AHEAD.search(sentence):
        return False
    if acting:
        return bool(_DATED.search(sentence))
    return bool(_DATED.search(sentence) and _PLACE.search(sentence))
