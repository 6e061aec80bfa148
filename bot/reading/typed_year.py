"""The year of a plan as people type it beside a reference: "ASB3 in 2018-19", "Q4 2018/19"."""

from __future__ import annotations

import re

from bot.core.years import year_name

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
