"""References in a question: "ASB3", "asb-03", "1.3", "SUB 1, 2 and 3", "priority 4"."""

from __future__ import annotations

import re

from bot.core.lexicon import Lexicon
from bot.core.words import clean

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
_DOTTED = re.compile(r"(?<![\d.£/])#?(\d{1,2}\.\d{1,2})(?![\d%/]|\.\d| ?%| ?percent)")
_NOT_A_REF = re.compile(r"\s*(?:days?|weeks?|months?|actions?|people|percent|%|years?)\b", re.I)


def references(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The actions a text refers to, in order, and references of the right shape the plan lacks."""
    flat = clean(text)
    found: list[str] = []
    missing: list[str] = []
    if lexicon.prefixes:
        prefixes = "|".join(sorted(map(re.escape, lexicon.prefixes), key=len, reverse=True))
        pattern = re.compile(
            rf"\b({prefixes})[\s_.#/-]{{0,2}}(?:no\.? ?|action )?0*(\d{{1,3}}|{_SPOKEN})\b"
            rf"((?:\s*(?:,|and|&|/|\+|-|to)\s*\d{{1,2}}\b(?!\s*(?:st|nd|rd|th|/|%)))*)",
            re.IGNORECASE,
        )
        for match in pattern.finditer(flat):
            _collect(match, flat, lexicon, found, missing)
    for match in _DOTTED.finditer(flat):
        action = lexicon.plan.find(match.group(1))
        if action is not None:
            found.append(action.ref)
    return tuple(dict.fromkeys(found)), tuple(dict.fromkeys(missing))


def _collect(
    match: re.Match[str], flat: str, lexicon: Lexicon, found: list[str], missing: list[str]
) -> None:
    prefix, first, rest = match.group(1).upper(), match.group(2).lower(), match.group(3)
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
    """The priority of "priority 4" or "priority four": the document's number, not a rank."""
    match = re.search(
        rf"\b(?:priority|priorities|section|theme) (?:number |no )?(\d|{_SPOKEN})\b", normal
    )
    if match is None:
        return ()
    number = int(_NUMBER_WORDS.get(match.group(1), match.group(1)))
    return tuple(p.code for p in lexicon.plan.priorities if p.number == number)
