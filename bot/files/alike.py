"""The likest of many texts, without comparing each with each: only those are looked at that share
one of a text's rarest words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping

WORDS = 6
"""Rarest words of a text by which others are looked up: texts alike share one of so many."""
MOST = 60
"""Texts looked at for one word, at most: a word in more of them tells nothing."""
Likeness = Callable[[str, str], float]


class Index:
    """Texts by key, to be found by likeness; each is found once it is wanted and can be taken."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)
        self._holding: dict[str, list[str]] = defaultdict(list)
        for key, text in texts.items():
            for word in _words(text):
                self._holding[word].append(key)

    def likest(self, text: str, likeness: Likeness, least: float) -> str | None:
        """The key of the likest text, of those at least so alike (0 to 100), or None."""
        rarest = sorted(
            (word for word in _words(text) if word in self._holding),
            key=lambda word: (len(self._holding[word]), word),
        )
        likely = {key for word in rarest[:WORDS] for key in self._holding[word][:MOST]}
        weighed = (
            (likeness(self._texts[key], text), key) for key in sorted(likely) if key in self._texts
        )
        best = max(weighed, key=lambda pair: pair[0], default=(0.0, ""))
        return best[1] if best[0] >= least else None

    def take(self, key: str) -> None:
        """This text is found no more."""
        self._texts.pop(key, None)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
