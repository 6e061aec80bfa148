"""No pattern of ours is worse than linear: twice the text takes about twice the time, never more.

A slash command or a cell of a file is text anybody can write; a pattern that backtracks would let
eight hundred spaces keep everybody waiting.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

import bot
from bot.disclosure.patterns import Pattern
from bot.reading.updates import read_updates

HOSTILE = (
    " ", "a", "1", ".", ",", "-", "(", "'", "\n", "a ", "1 ", " ,", ". ", "a.", "1.", "1,", "a-",
    "ab", "\t ", "(a", "A ", "Aa ", "£ ", "= ", "/ ", "in ", "and ", "the ", "of the ", "no. ",
)  # fmt: skip
LENGTHS = (32, 256, 1024, 2048)
FLOOR = 0.004
"""Seconds below which a measurement is mostly noise."""
TIMES = 3.4
"""What twice the text may take at most, twice being 2 and square being 4."""

pytestmark = pytest.mark.gate


def patterns_in(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns of text in a module's value, also within collections."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, Pattern):
        yield value.compiled
    elif isinstance(value, Mapping) and depth < 2:
        for item in (*value.keys(), *value.values()):
            yield from patterns_in(item, depth + 1)
    elif isinstance(value, (tuple, list, set, frozenset)) and depth < 2:
        for item in value:
            yield from patterns_in(item, depth + 1)
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from patterns_in(getattr(value, part.name), depth + 1)


def every_pattern() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of the house by where it stands."""
    found: dict[str, tuple[str, re.Pattern[str]]] = {}
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        if ".migrations" in module.name or module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for number, pattern in enumerate(patterns_in(value)):
                found.setdefault(pattern.pattern, (f"{module.name}.{name}.{number}", pattern))
    return dict(found.values())


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Processor time of looking for the pattern everywhere in a text, the best of two."""
    took = []
    for _ in range(2):
        began = time.process_time()
        for _found in pattern.finditer(text):
            pass
        took.append(time.process_time() - began)
    return min(took)


def too_slow(pattern: re.Pattern[str], piece: str) -> bool:
    before = 0.0
    for length in LENGTHS:
        took = seconds(pattern, (piece * length)[:length] + "\x00")
        if took > 0.25:
            return True
        if length == LENGTHS[-1]:
            return took > FLOOR and took > TIMES * max(before, FLOOR / 4)
        before = took
    return False


def test_twice_the_text_takes_about_twice_the_time() -> None:
    slow = {
        where: piece
        for where, pattern in every_pattern().items()
        for piece in HOSTILE
        # Noise of a busy machine does not come twice in a row.
        if too_slow(pattern, piece) and too_slow(pattern, piece)
    }
    assert not slow


@pytest.mark.parametrize(
    "piece", ["Q1 ", "ab12 ", "ASB3 ", "update ab12 ", "ASB3 green fine\n", "- ASB3: ", "\n", ". "]
)
def test_a_message_twice_as_long_is_read_in_about_twice_the_time(piece: str) -> None:
    def took(length: int) -> float:
        text = (piece * length)[:length]
        began = time.process_time()
        read_updates(text, {"ASB3"})
        return time.process_time() - began

    took(2_000)  # what is made once
    before, after = min(took(8_000), took(8_000)), min(took(16_000), took(16_000))
    assert after < max(TIMES * before, 0.2)
