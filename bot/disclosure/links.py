"""Links as a reader would say them: path, query and fragment, decoded, words apart.

A news link may hold a name and a map link an address. The host says whose site it is and stays as
it is; a link to a message in Slack names nobody. Every sign keeps its place in the text as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from bot.core.unseen import is_unseen
from bot.disclosure.names import FAMILY, GIVEN
from bot.disclosure.patterns import Pattern
from bot.disclosure.words import is_word

Sign = tuple[str, int]
"""A character, and its place in the text as it was typed."""
_HOST = r"(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,12}(?::\d{1,5})?"
_LINK = Pattern(
    rf"(?<![\w@.])(?:(?:https?://|www\.)[^\s/?#<>\"|]{{1,253}}|{_HOST}(?=/))"
    rf"(?P<rest>[/?#][^\s<>\"|]*)",
    re.I,
)
_SLACK = Pattern(r"https://(?:[a-z\d-]{1,63}\.){1,2}slack\.com$", re.I)
_ENCODED = Pattern(r"(?:%[\dA-F]{2}){1,400}", re.I)
_SHORT = 3
_TWO_WORDS = Pattern(r"(?<![a-z'])([a-z]{3,15})(?= ([a-z]{3,20})(?![a-z']))")
_APART = frozenset("/?&=+,_;|-#~!()[]{}*")
"""Signs that stand between the words of a link."""


def holds_link(typed: str) -> bool:
    """Whether anything of a text is a link with more than a host."""
    return _LINK.search(typed) is not None


def signs(typed: str) -> Iterator[Sign]:
    """The signs a reader sees, with their places; links as words."""
    seen = [(sign, place) for place, sign in enumerate(typed) if not is_unseen(sign)]
    text = "".join(sign for sign, _ in seen)
    done = 0
    for link in _LINK.finditer(text):
        start, end = link.span("rest")
        yield from seen[done:start]
        if not _SLACK.match(link.group()[: start - link.start()]):
            places = [place for _, place in seen[start:end]]
            yield from _with_capitals([*_words(text[start:end], places)])
        done = end
    yield from seen[done:]


def _with_capitals(words: list[Sign]) -> list[Sign]:
    """The words with the capitals that links leave out: a given name and a family name,
    or two words in no list."""
    text = "".join(sign for sign, _ in words)
    pairs = (match for match in _TWO_WORDS.finditer(text) if _is_name(*match.groups()))
    begins = {place for match in pairs for place in (match.start(1), match.start(2))}
    return [(s.upper() if at in begins else s, place) for at, (s, place) in enumerate(words)]


def _is_name(given: str, family: str) -> bool:
    strange = not is_word(family) and len(family) > _SHORT
    if given in GIVEN:
        return family in FAMILY or strange
    return strange and len(given) > _SHORT and not is_word(given)


def _words(rest: str, places: list[int]) -> Iterator[Sign]:
    """What follows the host, word by word."""
    done = 0
    for code in _ENCODED.finditer(rest):
        yield from _apart(rest[done : code.start()], places[done : code.start()])
        plain = unquote(code.group())
        places_of_code = places[code.start() : code.end()]
        yield from _apart(plain, places_of_code)
        done = code.end()
    yield from _apart(rest[done:], places[done:])


def _apart(text: str, places: list[int]) -> Iterator[Sign]:
    for at, sign in enumerate(text):
        if not is_unseen(sign):
            yield " " if sign in _APART else sign, places[min(at, len(places) - 1)]
