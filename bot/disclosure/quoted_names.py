"""Names in quotes that somebody goes by: 'used by "Ghost"', '"Smiler" and "Bones" were seen'.

A quoted capital may also be a film, a campaign or a course. What is beside it decides: a word for a
person, what persons do, or talk of dealing and debts, against a word for something made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.habits import HABITS, ON_THE_STREET
from bot.disclosure.intelligence import TRADE
from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note, Span

_I = re.IGNORECASE
_QUOTED = Pattern(
    r"(?<!\w)([\"'])(?P<name>[A-Z][\w-]{1,14}(?: (?:(?:the|and|&) )?[A-Z\d][\w-]{0,14})?)\1(?!\w)"
)
_MADE = any_of(listed("things_with_titles"))
_MADE_BEFORE = Pattern(
    rf"\b(?:{_MADE})s?(?: (?:called|named|titled|entitled|of|by|is|was))?[\s:,(-]{{0,3}}$", _I
)
_MADE_AFTER = Pattern(rf"[\s,)-]{{1,3}}(?:\w{{1,15}} ){{0,2}}(?:{_MADE})s?\b", _I)
_PERSONS = any_of(listed("parts_in_a_case"), listed("person_words"), listed("kin"))
_PERSON_BEFORE = Pattern(
    rf"(?<!for )(?<!with )\b(?:(?:{_PERSONS})(?:s|es)?|men|women|one|cousins|elders|pair|buyer|"
    rf"enforcer|look-?out|courier|leader|boss|him|her|"
    r"himself|herself|them)"
    r"(?:,? (?:called|named|known as|or|as|and))?[\s:,(-]{1,3}$",
    _I,
)
_OTHERS_BEFORE = Pattern(
    r"\b(?:(?:used|run|controlled|supplied|paid|sent|led|threatened|recruited|taken over|groomed|"
    r"driven|visited|owned|held|assaulted|stabbed|robbed|chased|picked up|dropped off) by|"
    r"(?:orders|calls?|texts?|messages?|gifts?|drugs|money|lifts?|instructions) (?:from|to|for)|"
    r"(?:works?|working|deals?|dealing|runs?|running|sells?|selling|carries|carrying|holds?) for|"
    r"(?:met|meets|seen|stays|staying|lives|living|hangs? (?:out|around|about)) with|"
    r"(?:saved|stored|listed|down)(?= [^.!?\n]{0,20}(?:phones?|contacts?|"
    r"mobile)\b)[^.!?\n]{0,30} as|debts? to|owes?|scared of|afraid of|"
    r"(?:answers?|answered|loyal|owed|owing|belongs?|listens?|"
    r"reports? back|sworn) (?:only )?to|signed(?: off)?|(?:calls?|orders?|money|everything|gear|"
    r"it all) (?:go|goes|comes?|runs?) (?:through|via|to|from)|(?:mentions?|mentioned|naming)"
    r"(?: an?)?|(?:used|user|seen|himself|herself|him|her|them) as|"
    r"(?:sold|dealt|supplied|offered|bought|recruited)\b[^.!?\n]{1,30} (?:by|from|for)|"
    r"told to (?:ring|call|phone|text|pay|meet|find|ask for)|"
    r"(?:says?|said|think|reckons?|sure|know) (?:that )?it(?:'s| is| was)|"
    r"(?:boss|dealer|elder|leader|plug|runner|seller|supplier) (?:is|was)|"
    r"(?:buys?|bought|gets?|got|scores?|scored)(?: [a-z]{2,9}){0,2} off) $",
    _I,
)
_IT_IS = Pattern(r"\bit(?:'?s| is| was) $", _I)
_WHO_DOES = Pattern(
    r"(?:,? (?:who|that))?(?:'s| is| was)? "
    r"(?!(?:be|com|go|includ|mean|miss|need|open|pend|start)ing)[a-z]{3,12}ing\b"
    r"| (?:again|back) (?:at|in|on|with)\b"
)
"""Like "it's 'Noodle' selling the vapes": who it is that does something."""
_OPENS = Pattern(
    r"(?:^|\b(?:says?|said|think|thinks|reckons?|claims?|heard|told us|told)"
    r"(?: that)? |[.!?:;,] |[\n]|\b(?:and|by|with|from|that|or|when|because) )$"
)
_TAKES = (
    r" (?:(?:also|then|still|always|often|regularly|usually) )?[a-z]{2,12}s "
    r"(?:them|him|her|the (?:boys|girls|lads|kids|younger|phones?|money|drugs|line))\b"
)
_ACTS_AFTER = Pattern(
    rf"(?:,? (?:and|or) (?:[\"']\w[\w -]{{0,20}}[\"']|(?:his|"
    rf"her) [a-z]{{3,10}}))?(?:{ON_THE_STREET}|{HABITS}|{_TAKES}"
    r"| (?:is|was) (?:the (?:one|answer|name (?:given|they|on)|lad|man|boy|girl|boss|leader|"
    r"dealer)|behind it|back)\b"
    r"| (?:rang|texted|phoned|turned up|showed up|walked|threw|hit|punched|told|asked|wants|came "
    r"(?:to|round|by|back|again)(?: to)? (?:the|her|his|their|our)) "
    r"| do(?:es)? (?:all )?the (?:pick|drop|[a-z]{3,10}ing|money|count|driv)\b)"
)
_OF_KIN = Pattern(rf"[\"'](?:{any_of(listed('kin'), listed('epithets'))})\b", _I)
_VERB = Pattern(r" (?:had|has|is|was|[a-z]{2,12}s)\b")
"""Like '"Nan Bev" is letting them in': what an elder of the street is called."""
_TAGGED = Pattern(
    r" to (?:the|his|her|all the) (?:kids|lads|others|younger\w*|boys|girls|estate|street|"
    r"regulars)\b"
    r"| is (?:the|his|her|their) (?:[\w']{2,14} )?(?:tag|street name|nick ?name|handle|alias)\b"
)
_AFTER_A_NAME = Pattern(r"[A-Z][\w'-]+,? (?:and|or|&) $")
_AND_ANOTHER = Pattern(r",? (?:and|or|&) $")


def quoted_names(note: Note) -> Iterator[Span]:
    """Every quoted name of a person."""
    last = 0
    for match in _QUOTED.finditer(note.text):
        if _is_somebodys(note, match, last):
            last = match.end()
            yield Span("nickname", *match.span("name"))


def is_title(note: Note, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` stand in quotes beside what has a title: "Rico", a
    film."""
    text, (begin, stop) = note.text, note.around(start)
    opened = max(text.rfind(sign, max(begin, start - 30), start) for sign in "\"'")
    close = text.find(text[opened], end, min(stop, end + 40)) if opened >= 0 else -1
    if close < 0 or text[max(opened - 1, 0)].isalnum():
        return False
    before = text[max(begin, opened - 60) : opened]
    return bool(_MADE_BEFORE.search(before) or _MADE_AFTER.match(text, close + 1))


def _is_somebodys(note: Note, match: re.Match[str], last: int) -> bool:
    """Whether a person goes by it; `last`: where the last one that somebody goes by ends."""
    text, (start, end) = note.text, match.span()
    if _TAGGED.match(text, end):
        return True
    begin, _ = note.around(start)
    before = text[max(begin, start - 60) : start]
    if _MADE_BEFORE.search(before) or _MADE_AFTER.match(text, end):
        return False
    if last and _AND_ANOTHER.fullmatch(text[last:start]):
        return True
    if _IT_IS.search(before) and _WHO_DOES.match(text, end):
        return True
    if _PERSON_BEFORE.search(before) or _OTHERS_BEFORE.search(before):
        return True
    if _AFTER_A_NAME.search(before) and TRADE.search(text, *note.around(start)):
        return True
    acts = _ACTS_AFTER.match(text, end) or (_OF_KIN.match(text, start) and _VERB.match(text, end))
    return bool(acts and _OPENS.search(before))
