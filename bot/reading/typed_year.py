"""The plan year a text names: beside a reference ("ASB3 in 2018-19", "Q4 2018/19"), or as the plan
that is asked about ("in 2019-20", "last year", "next year's plan")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from bot.core.quarters import Quarter
from bot.core.years import year_name
from bot.reading.safety import says
from bot.reading.tokens import tokens, words

_YEAR = r"20\d\d\s*[-/–]\s*(?:20)?\d\d"
_WHEN = re.compile(
    r"^(?:(?:in|of|for)\s+)?(?P<quarter>(?:q|quarter )[1-4]\b)?[\s,]*"
    rf"(?:(?:in|of|for)?\s*(?:the\s+)?(?P<year>{_YEAR})\b(?:\s+plan\b)?)?[\s:,]*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"^(?P<ref>.*?)\b(?:in|of|for)\b\s++(?:the\s++)?(?P<year>{_YEAR})(?:\s++plan)?\)?"
    r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_WRITTEN = re.compile(r"\b(20\d\d|\d\d) ?[-/] ?(?:20)?(\d\d)\b")
_STEPS = {"last": -1, "previous": -1, "next": 1, "coming": 1}
_BESIDE = re.compile(
    rf"\b(?:(?:in|for|of|from|during)\s++)?(?:the\s++)?(?P<which>{'|'.join(_STEPS)})\s++"
    r"(?:financial\s++)?years?(?:['\u2019]s?)?(?:\s++plan\b)?",
    re.IGNORECASE,
)


def split_year(text: str) -> tuple[str, str]:
    """The inverse of `in_year`, also of looser spellings: ("ASB3", "2018-19"); the year is empty
    when none is named. What follows the year is kept behind the reference."""
    match = _NAMED.match(text.strip())
    if match is None:
        return text.strip(), ""
    ref = match["ref"].rstrip(" \t\n,(")
    return f"{ref} {match['rest']}".strip(), year_name(match["year"])


def take_when(text: str) -> tuple[str, str, str]:
    """What stands between a reference and its status ("in 2018-19", "Q4", "for Q4 2018-19"): the
    year, the quarter as it is written with its year, and the rest."""
    match = _WHEN.match(text)
    if match is None or not (match["quarter"] or match["year"]):
        return "", "", text
    year = year_name(match["year"]) if match["year"] else ""
    quarter = f"{match['quarter']} {year}".strip() if match["quarter"] else ""
    return year, quarter, text[match.end() :]


def year_asked(text: str, today: date) -> str:
    """The year whose plan a text asks for, held or not: written out ("2019-20"), or next year's;
    "" when it asks for none."""
    typed = _typed(text)
    to_come = _name(Quarter.of(today).year + 1) if says("plan to come", typed) else ""
    return next((_name(first) for first in _written(typed) if first > 2000), to_come)


def asks_what_is_held(text: str) -> bool:
    """Whether a text asks which plans there are ("do you hold the 2017-18 plan?")."""
    return says("plans held", _WRITTEN.sub("year", _typed(text)).strip(" ?.!"))


def plan_year(text: str, held: Collection[str], today: date) -> tuple[str, str]:
    """The year ("2018-19") of a held plan that a text names, or "" when it names none; and the text
    to read in that plan: "last year's priorities" of it are its priorities."""
    named = (_name(first % 100 + 2000) for first in _written(_typed(text)))
    year = next((year for year in named if year in held), "")
    if year:
        return year, text
    plain = " ".join(words(text))
    beside = None if says("years compared", plain) else _BESIDE.search(plain)
    year = _name(Quarter.of(today).year + _STEPS[beside["which"].lower()]) if beside else ""
    return (year, _BESIDE.sub(" ", text).strip()) if year in held else ("", text)


def _typed(text: str) -> str:
    return " ".join(token.word for token in tokens(text))


def _written(typed: str) -> Iterator[int]:
    """The first of each two years that follow each other: 2018 of "2018-19", 18 of "18/19"."""
    for match in _WRITTEN.finditer(typed):
        first = int(match[1])
        if int(match[2]) == (first + 1) % 100:
            yield first


def _name(first: int) -> str:
    return Quarter(first, 1).financial_year
