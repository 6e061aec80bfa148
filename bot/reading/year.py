"""The plan year a text names: "in 2019-20", "last year", "next year's plan"."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from bot.core.quarters import Quarter
from bot.reading.tokens import tokens, words

_WRITTEN = re.compile(r"\b(20\d\d|\d\d) ?[-/] ?(20)?(\d\d)\b")
_BESIDE = re.compile(
    r"\b(?:(?:in|for|of|from|during)\s++)?(?:the\s++)?(?P<which>last|previous|next|coming)\s++"
    r"(?:financial\s++)?years?(?:['\u2019]s?)?(?:\s++plan\b)?",
    re.IGNORECASE,
)

_PLAN_TO_COME = re.compile(
    r"\b(?:next|coming) (?:financial )?years? (?:plans?|priorit\w+|actions?|targets?|measures?)\b"
)
_HELD = re.compile(
    r"^(?:do|have|can) (?:you|we) (?:still )?(?:hold|have|got|keep|see)\b.*\b(?:plans?|years?)$|"
    r"^(?:which|what) (?:\w+ )?(?:plans?|years?)(?: plans?)? "
    r"(?:do|have) (?:you|we) (?:hold|have|got)\b"
)


def year_asked(text: str, today: date) -> str:
    """The year whose plan a text asks for, held or not: written out ("2019-20"), or next year's;
    "" when it asks for none."""
    typed = " ".join(token.word for token in tokens(text))
    for match in re.finditer(r"\b(20\d\d) ?[-/] ?(?:20)?(\d\d)\b", typed):
        first = int(match[1])
        if int(match[2]) == (first + 1) % 100:
            return _name(first)
    return _name(Quarter.of(today).year + 1) if _PLAN_TO_COME.search(typed) else ""


def asks_what_is_held(text: str) -> bool:
    """Whether a text asks which plans there are ("do you hold the 2017-18 plan?")."""
    plain = _WRITTEN.sub("year", " ".join(token.word for token in tokens(text)))
    return bool(_HELD.match(plain.strip(" ?.!")))


def _name(first: int) -> str:
    return f"{first}-{(first + 1) % 100:02d}"


def plan_year(text: str, held: Collection[str], today: date) -> tuple[str, str]:
    """The year ("2018-19") of a held plan that a text names, or "" when it names none; and the text
    to read in that plan: "last year's priorities" of it are its priorities."""
    typed = " ".join(token.word for token in tokens(text))
    for match in _WRITTEN.finditer(typed):
        first = int(match.group(1)) % 100 + 2000
        year = _name(first)
        if int(match.group(3)) == (first + 1) % 100 and year in held:
            return year, text
    year = _beside(" ".join(words(text)), held, today)
    return year, _BESIDE.sub(" ", text).strip() if year else text


def _beside(plain: str, held: Collection[str], today: date) -> str:
    """The plan of the year before or after this one, when that is asked and it is held."""
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}
    match = _BESIDE.search(plain)
    if match is None or re.search(r"\b(?:better|worse|same|than|compare\w*)\b", plain):
        return ""
    year = _name(Quarter.of(today).year + step[match["which"].lower()])
    return year if year in held else ""
