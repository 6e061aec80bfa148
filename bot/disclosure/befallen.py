"""What befalls one person, told of a capital that nobody knows: "Xyz refused the ambulance".

A stranger to all lists may be a firm or a make as well as somebody. One that stands where a person
would, beside a body's ailment, a care refused or an hour somebody was met at, is a person.
"""

from __future__ import annotations

import re

from bot.disclosure.bodies import PROPER
from bot.disclosure.company import NEVER, place_led
from bot.disclosure.lists import any_of, listed
from bot.disclosure.names import GIVEN
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note
from bot.disclosure.words import TYPES

_ENDS = Pattern(r"'s(?=[,.;!?]|$| (?:and|to|again|now|when|he|she|they)\b)")
_OF_ONE = Pattern(
    rf" (?:from|at|in|off) the (?:{any_of(listed('small_venues'))})\b"
    r"| and the (?:baby|boys|children|girls|kids|little ones?|toddler|twins)"
    r"(?= (?:are|away|back|for the refuge|had|have|in|into|is|out|safe|to|was|were)\b|[,.;]|$)"
    r"| (?:(?:is|was|went|moved|fled|taken|placed|got|hiding|now|back|still|safe) ){1,3}"
    r"(?:in|into|to|at) (?:a |the )?refuge\b"
)
"""After a given name: where one is known from, with whom they are, where they fled to."""
_AILMENTS, _CARE = listed("ailments"), listed("care_of_one")
_DOES = Pattern(
    r"(?:'s)? (?:(?:has|had|is|was|still|also|again|now|just|only) ){0,3}(?:is|was|has|"
    r"had|missed|misses|refus\w+|declin\w+|turned|wouldn't|won't|hasn't|didn't|isn't|went|gone|"
    r"found|seen|back|came|"
    r"left|lost|asleep|under|behind|outside|not|no|still|again|picked|walked|needs)\b"
)
"""What is told of a subject, a person or a thing."""
_PRONOUN = Pattern(r"\b(?:he|she|his|her|him)\b")
_TOLD_FOR = Pattern(
    r"\b(?:episodes?|incidents?|admissions?|overdoses?|absences?|time|night|call-?outs?|nothing|"
    r"no (?:word|sign|news)|word|heard|missing|ambulance|script|bed)(?: [a-z]{2,9}){0,3} "
    r"(?:for|from|of|with|by) $",
    re.IGNORECASE,
)
"""What leads up to whom something befell."""
_BEFALLEN = Pattern(
    rf"\b(?:{any_of(_AILMENTS)})\b(?! (?:control|patrols?|of|care|clinics?|kits?|dressing|"
    r"prevention|training|awareness|plans?|pathway|fall|traffic|path|service|team|nurses?|cases?)"
    r"\b)"
    r"|\b(?:missed|lost|refus\w+|declin\w+) (?:his|her)\b|\b(?:hasn't|not) (?:eaten|slept|washed)\b"
    rf"|\b(?:{any_of(_CARE)}) (?:refused|declined|turned down)(?=[,.;]|$)"
    r"|\b(?:refus\w+|declin\w+|turned down|missed|misses|wouldn't (?:see|have|take)|won't (?:see|"
    r"have|take|go to)|hasn't had|not had|no) (?:(?:the|an?|any|another|one|all) ){0,2}"
    rf"(?:{any_of(_CARE)})(?=[,.;:!?)]|$| (?:and|again|twice|for|so|but|this|last|yet|as|since|"
    r"(?i:today|yesterday|mon|tue|wed|thu|fri|sat|sun))\w*\b)"
    r"|\b(?:found|met|seen|picked up|came (?:in|home|back)) [^.!?\n]{0,40}?(?:\d[ap]m|midnight)\b"
    r"(?=[^.!?\n]{0,80}?\b(?:older (?:lads?|m[ae]n|males?)|wet|barefoot|no coat|alone|eaten|"
    r"drunk)\b)|\bolder (?:lad|man|male|boy|woman|female|boyfriend)\b|\btent (?:is )?gone\b"
)
"""What befalls one body, and no firm."""

_OF_THEIR_OWN = Pattern(
    r"(?: (?:from|of) \w+)?(?: \w+){1,2} (?:(?:his|her) \w|"
    r"(?:(?:drug|alcohol) )?(?:treatment|rehab|detox|therapy|counselling)\b(?! \w+s\b))"
)
"""After a name: what they began, did or left that is theirs."""


def has_own(note: Note, at: int, end: int) -> bool:
    """Like "Lee Fenner from Oakham started his course": words[at:end] are a given name and one
    more, and what they did of their own follows."""
    words = note.words
    named = end - at == 2 and end <= len(words) and words[at].low in GIVEN
    own = named and words[at + 1].low not in TYPES and words[at + 1].gap == " "
    return own and _OF_THEIR_OWN.match(note.text, words[end - 1].end) is not None


def is_befallen(note: Note, at: int) -> bool:
    """Whether the word at `at`, unknown, stands where a person does and something befell it."""
    word = note.words[at]
    if word.english or word.is_shouted or len(word.low) < 4 or word.low in NEVER:
        return False
    if not word.is_capital or note.flat or place_led(note, at):
        return False
    before, end = note.around(word.start)
    if _TOLD_FOR.search(note.text, max(before, word.start - 60), word.start):
        evidence = _BEFALLEN.search(note.text, before, end)
        return bool(evidence or _PRONOUN.search(note.text, word.end, end))
    does = _DOES.match(note.text, word.end)
    return bool(does) and _BEFALLEN.search(note.text, word.end, end) is not None


def is_placed(note: Note, at: int) -> bool:
    """Whether a given name is told with where they are or with whom: "found him at Shanice's",
    "Mercy and the twins". What is somebody's and is not said is where they live."""
    word, before = note.words[at], note.words[at - 1].low if at else ""
    if word.low not in GIVEN:
        return False
    if _OF_ONE.match(note.text, word.end):
        return True
    of_all = word.place or word.low in TYPES | PROPER or before not in {"at", "round", "to"}
    return word.owns and not of_all and bool(_ENDS.match(note.text, word.end))
