"""References in a question: "ASB3", "asb-03", "1.3", "SUB 1, 2 and 3", "priority 4"."""

from __future__ import annotations

import re

from bot.questions.lexicon import Lexicon
from bot.questions.words import clean

_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}
_SPOKEN = "|".join(_NUMBER_WORDS)
ORDINAL = {
    word: number
    for number, words in enumerate(
        [
            "first 1st",
            "second 2nd",
            "third 3rd",
            "fourth 4th",
            "fifth 5th",
            "sixth 6th",
            "seventh 7th",
            "eighth 8th",
            "ninth 9th",
        ],
        1,
    )
    for word in words.split()
}
_ORDINALS = "|".join(ORDINAL)
_DOTTED = re.compile(r"(?<![\d.£/])#?(\d{1,2}\.\d{1,2})(?![\d%/]|\.\d| ?%| ?percent)")
_LONG_SPAN = re.compile(
    r"\b([a-z]{2,4})[ -]?0*(\d{1,2})\s*(?:-|to|till|through)\s*\1[ -]?0*(\d{1,2})\b", re.IGNORECASE
)
"""A span with the letters twice: "OCG1 to OCG3"."""
_CALLED = re.compile(r"\b(?:action|item|ref|reference|number|no\.?) #?$", re.IGNORECASE)
_NOT_A_REF = re.compile(
    r"\s*(?:stop\b|days?|weeks?|months?|actions?|people|percent|%|years?)\b", re.I
)


def references(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The actions a text refers to, in order, and references of the right shape the plan lacks."""
    flat = _LONG_SPAN.sub(r"\1\2-\3", clean(text))
    found: list[str] = []
    missing: list[str] = []
    if lexicon.prefixes:
        spelt = (r"\.?".join(map(re.escape, p)) for p in lexicon.prefixes)
        prefixes = "|".join(sorted(spelt, key=len, reverse=True))
        pattern = re.compile(
            rf"\b({prefixes})[\s_.#/-]{{0,2}}(?:no\.? ?|action )?0*(\d{{1,3}}|{_SPOKEN})\b"
            rf"((?:\s*(?:,|and|&|/|\+|-|to)\s*\d{{1,2}}\b(?!\.\d|\s*(?:st|nd|rd|th|/|%)))*)",
            re.IGNORECASE,
        )
        for match in pattern.finditer(flat):
            _collect(match, flat, lexicon, found, missing)
    for match in _DOTTED.finditer(flat):
        action = lexicon.plan.find(match.group(1))
        if action is not None:
            found.append(action.ref)
        elif _CALLED.search(flat[: match.start()]):
            missing.append(match.group(1))
    return tuple(dict.fromkeys(found)), tuple(dict.fromkeys(missing))


def _collect(
    match: re.Match[str], flat: str, lexicon: Lexicon, found: list[str], missing: list[str]
) -> None:
    prefix, first, rest = (
        match.group(1).upper().replace(".", ""),
        match.group(2).lower(),
        match.group(3),
    )
    numbers = [_NUMBER_WORDS.get(first, first)]
    if not rest and _NOT_A_REF.match(flat[match.end() :]):
        return
    span = re.match(r"\s*(?:-|to)\s*(\d{1,2})$", rest)
    if span:
        numbers += [str(n) for n in range(int(numbers[0]) + 1, int(span.group(1)) + 1)][:12]
    else:
        numbers += re.findall(r"\d{1,2}", rest)
    for number in numbers:
        action = lexicon.plan.find(f"{prefix}{number}")
        (found if action else missing).append(action.ref if action else f"{prefix}{number}")


def numbered_priority(normal: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The priority of "priority four", "p4" or "the fourth priority": the document's number."""
    match = re.search(
        rf"\b(?:priority|priorities|section|theme) (?:number |no )?(\d|{_SPOKEN})\b"
        rf"|\bp(\d)\b|\b({_ORDINALS}) (?:priority|theme)\b",
        normal,
    )
    if match is None:
        return ()
    plain, letter, ordinal = match.groups()
    typed = plain or letter
    number = ORDINAL[ordinal] if ordinal else int(_NUMBER_WORDS.get(typed, typed))
    return tuple(p.code for p in lexicon.plan.priorities if p.number == number)
