"""Turns of phrase read as plainer ones before a text is taken apart; they are lines of
`data/read_as.txt`."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.disclosure.patterns import Pattern
from bot.reading.tokens import data_lines


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[Pattern, str], ...]:
    rows = (row.partition(" ;; ")[0].split(" => ", 1) for row in data_lines("read_as.txt"))
    return tuple((Pattern(form, re.IGNORECASE), plain) for form, plain in rows)


def plainer(text: str) -> str:
    """A text as it is read: with "no I meant ..." in front as "and ...", the same of another."""
    text = text.replace("\u2019", "'").strip()
    for form, plain in _forms():
        text = form.sub(plain, text)
    return text
