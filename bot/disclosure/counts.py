"""Tiny counts of people in sensitive subjects: "two victims", "three 15 year olds".

Counts under five in such subjects identify; counts of meetings, premises, courses and staff do not.
The clause that counts is what is pointed at.
"""

from __future__ import annotations

import re

from bot.disclosure.evidence_words import SEVERE, UNITS
from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span

_I = re.IGNORECASE
_NO_SUM = r"(?<![\d.,£:/-])"
_ONLY_ONE = r"(?:1(?: ?x\b)?|one|a single|just one|just the one|only one|sole)"
_SOME = r"(?:[2-4](?: ?x\b)?|two|three|four|a (?:couple|pair) of)"
_SMALL = rf"{_NO_SUM}(?:{_ONLY_ONE}|{_SOME})"
_NOUN = (
    r"(?:adult|attempt|boy|brother|carer|case|client|couple|dad|death|detention|disclosure|elder|"
    r"father|female|girl|homicide|household|incident|infant|kid|lad|learner|male|marriage|migrant|"
    r"mother|mum|national|offence|overdose|patient|pensioner|perpetrator|person|pupil|rape|refugee|"
    r"referral|report|resident|runaway|service user|sibling|sister|sleeper|student|suicide|"
    r"survivor|teen|teenager|tenant|toddler|victim|worker|youth)"
)
_WHO = rf"(?:{_NOUN}s|babies|children|families|m[ae]n|people|wom[ae]n)"
_WHOM = rf"(?:{_NOUN}|baby|child|family|man|woman)"
_NOT_PERSONS = (listed("not_one_person") - {"protection"}) | {"unit"}
_COUNT = Pattern(
    rf"{_NO_SUM}(?:{_SOME}|(?P<one>{_ONLY_ONE})) (?!in (?:\w+ )?(?:\d|ten|five|four|three|six|"
    rf"eight|every)|of \d|out of|"
    rf"stop shop|per cent|percent|%|to one|more than|fewer)"
    rf"(?:of (?:the |our |these )?)?(?:(?!(?:are|had|has|have|is|was|"
    rf"were)\b)(?:[a-z][a-z'-]{{0,19}} |"
    rf"[A-Z][A-Za-z-]{{1,14}} )){{0,4}}?(?(one)(?:{_WHO}|{_WHOM})|{_WHO})(?![\w-])"
    rf"(?!'? (?:{any_of(_NOT_PERSONS)})s?\b|'s? [a-z])(?! (?:sit|serve)\b)",
    _I,
)
_DELICATE = Pattern(
    rf"\b(?:{SEVERE}|gang\w*|channel|prevent|mental\w*|s\.? ?136|crisis team|dash|clare's law|dvds|"
    r"on (?:a |cp )?plans?|(?:followed|approached|filmed|touched) by (?:a|the)|"
    r"(?:child|children|baby|kids)(?: (?:were|was|been))? (?:removed|taken)|disclos\w*|intimate|"
    r"drug deaths?|hep|chlamydia|gonorrh\w*|syphilis|stis?|county lines?|hoarding|autis\w*|"
    r"(?:made|paid|used) to (?:carry|deal|hold|run|sell)|carrying for|the line|runners?|victims?|"
    r"survivors?|prostitut\w*|eating disorder|learning disab\w*|c[ao]me forward|self[- ]harm\w*|"
    r"(?:both|all|one) (?:[a-z]{3,9} )?(?:under|aged?|over) \d+|"
    r"(?:assault\w*|attack\w*|hit) by (?:an?|the|his|her|their) (?:relatives?|partner|ex|"
    r"father|brother|uncle|stepfather))\b",
    _I,
)
_NOT_COUNT = Pattern(
    r"\b(?:(?<!this )(?<!last )(?:day|quarter|week|year)|years|tier|level|priority|room|step|phase|"
    r"section|stage|form|version|group|category|q|page|table|type|ward|no|number|every|each|than|"
    r"for|"
    r"least|up to|of|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred and|(?:one|two|three|"
    r"four|\d) in)\s?$",
    _I,
)
_NEUTRAL_WITHIN = Pattern(
    r"\b(?:courses?|sessions?|meetings?|events?|trainers?|staff|posts?|workshops?|talks?|"
    r"schools?|premises|agencies|partners?|"
    r"stalls?|leaflets?|walkabouts?|days?|weeks?|months?|hours?|years?|venues?|briefings?|"
    r"visits|fewer|more|measures|actions|jan\w*|feb\w*|"
    r"mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|drop-ins?|"
    r"workers|sites?|places|shops?|cameras?|"
    r"trained|professionals|officers|volunteers|advisers|advisors|teams|projects|trained|"
    r"half-day|pieces?|training|awareness|films?|forms?|in|on|at|for|were|was|about|with|"
    r"and|to|left)\b",
    _I,
)
_CELL = Pattern(
    r"\b(?:abuse|violence|control|stalking|fgm|rapes?|slavery|trafficking|marriages?|suicides?|"
    r"exploitation|hate(?: crimes?)?|cse|cce|neglect|victims?|referrals?|cases?|deaths?|homicides?|"
    r"admissions?|assaults?|offences|disclosures?|survivors?|self-harm|attempts?|detentions?|"
    r"positives?|tests|removals?|overdoses|bab(?:y|ies)|famil(?:y|ies)|child(?:ren)?|girls?|boys?)"
    r"(?: (?:at|for|from|in|on|so far|this)(?: [\w'-]{2,14}){0,4}? ?(?=[:=-]))?"
    r"[:=]? ?[:=-]? ?(?:[1-4]|one|two|three|four)(?= \(|[,;](?!\d)|\)|\.?$|\. | in (?:the "
    r"(?:parish|street|village)\b|(?-i:(?!Q|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|"
    r"Dec)[A-Z])))",
    _I,
)
"""A line of a return: what is counted, and how few."""
_FEW_OF_A_KIND = Pattern(
    rf"{_SMALL} (?:honour[ -]based|dv|da|cse|cce|fgm|marac|channel|prevent|nrm|s\.? ?136|hate|"
    r"modern slavery|trafficking|domestic|forced marriage|child protection)"
    r"(?=[,.;]|$| (?:this|last|so far|both|all|from|since|in)\b)",
    _I,
)
"""Like "2 honour based this month": what they are counts of is left out."""
_FEW_AGED = Pattern(
    rf"\b(?:[2-4]|two|three|four) (?:\d{{1,2}}[- ]?(?:year|yr)s?[- ]olds?|under[- ]?(?:\d{{1,2}}|"
    rf"{UNITS})s)\b"
    r"(?: from [^.!?,\n]{3,40})?",
    _I,
)
_PLACE_AND = r"[A-Z][A-Za-z' ]{1,24} "
_FEW_FROM = Pattern(
    rf"{_SMALL} (?:of them )?(?:from|in) (?-i:(?!Q|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[A-Z][a-z]+)(?=[,.;]|$)",
    _I,
)
"""Like "MARAC heard 3 from Goathland"."""
_FEW_BY_PLACE = Pattern(
    r"\bby (?:village|ward|parish|school|street|estate|town|area|neighbourhood)\b[^.!?\n]{0,30}?"
    rf"[:\u2013-] ?(?:{_PLACE_AND}\d{{1,3}}(?:, | and |; )){{0,6}}?{_PLACE_AND}[1-4]\b(?!,\d)"
)
"""A return's row of places, one of them with so few: "by village - Ashby 7, Orton 2"."""
_FEW_OF_THEM = Pattern(
    r"\b(?:cases?|children|clients|families|girls|boys|men|people|referrals|reports|victims|women),"
    r"? (?:only )?(?:one|two|three|four|[1-4]) (?:of (?:them|these|those) )?"
    r"(?:was|were|is|are|came|lives?|lived) (?:both |all )?(?:in|from|at|on) (?:the )?(?-i:[A-Z])"
    r"[\w' ]{2,24}",
    _I,
)
"""Like "of the five forced marriage cases, one was in Netherby"."""
_RULE = Pattern(
    r"\b(?:criteri(?:a|on)|definition|eligib\w+|minimum|policy|thresholds?|triggers?)\b"
    r"[^.!?\n]{0,60}$",
    _I,
)
_RATE = Pattern(
    r"(?: of [a-z-]{3,12})?(?: or more)? (?:in|per|within) (?:any |an? |every |the "
    r"(?:last|past) )?(?:[\w-]{1,8} )?(?:day|month|quarter|week|year)s?\b",
    _I,
)
"""How many of something make a case, by a rule: "the threshold stays at 3 reports in 6 months"."""
_CLAUSE_END = Pattern(r"[,;:.!?](?=\s|$)|\s[-(]\s?|\n")


def few(note: Note, start: int, end: int, *, delicate: bool) -> Span | None:
    """The clause of a sentence that counts one to four people in a sensitive subject. `delicate`:
    it is one, whatever the sentence says."""
    text = note.text
    marks = [m.span() for m in _COUNT.finditer(text, start, end) if _counts_people(text, m)]
    marks += [
        m.span()
        for pattern in likely(
            (_FEW_AGED, _FEW_OF_A_KIND, _FEW_FROM, _FEW_OF_THEM, _CELL, _FEW_BY_PLACE), text
        )
        for m in pattern.finditer(text, start, end)
    ]
    if not marks or not (delicate or _DELICATE.search(text, start, end)):
        return None
    first, last = min(a for a, _ in marks), max(b for _, b in marks)
    stop = _CLAUSE_END.search(text, last, end)
    return Span("small_cell", first, stop.start() if stop else end)


def _counts_people(text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start() - 12, 0) : match.start()]
    if _RATE.match(text, match.end()) and _RULE.search(text, 0, match.start()):
        return False
    return not _NOT_COUNT.search(before) and not _NEUTRAL_WITHIN.search(match.group())
