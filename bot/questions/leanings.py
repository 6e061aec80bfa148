"""Which theme everyday words lean to: the guess that is offered when the thesaurus is silent.

`leanings.txt` is made by `tools.leanings` from word vectors and the thesaurus: a line holds a stem
and how far it leans to which theme, in tenths. A leaning is never an answer by itself when it is
faint; it says which priorities to offer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

_LEANING = re.compile(r"([a-z]+)(\d+)")


def leaning(stems: Iterable[str]) -> dict[str, float]:
    """Theme -> how far these words lean to it together (one telling word: about 2), best first."""
    words = _words()
    total: dict[str, float] = defaultdict(float)
    for stem in stems:
        for theme, tenths in _LEANING.findall(words.get(stem, "")):
            total[theme] += int(tenths) / 10
    return dict(sorted(total.items(), key=lambda item: -item[1]))


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Stem -> its leanings as they stand in the file: few are ever looked at."""
    text = (files("bot.questions") / "leanings.txt").read_text(encoding="utf-8")
    lines = (line.partition(" ") for line in text.splitlines())
    return {stem: rest for stem, _, rest in lines}
