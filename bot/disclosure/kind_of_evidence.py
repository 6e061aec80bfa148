"""One kind of evidence that a sentence is about one person: how it is said, and what it tells."""

from __future__ import annotations

import re

from bot.core.dataclass import dataclass
from bot.disclosure.patterns import Pattern, likely


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What is looked for, and how much it tells. `singles`: it narrows down who it could be;
    `refers`: it speaks of somebody."""

    points: int
    singles: bool
    refers: bool
    patterns: tuple[Pattern, ...]

    def place(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The first place in `text[start:end]` where it is said."""
        first = None
        for pattern in likely(self.patterns, text):
            match = pattern.search(text, start, end)
            if match and (first is None or match.start() < first[0]):
                first = match.span()
        return first


def evidence_of(
    points: int, *patterns: str, singles: bool = True, refers: bool = False
) -> Evidence:
    """One kind, from its ways of being said: a pattern each, since a text has what few of them
    need. Those that mind case come last."""
    ways = sorted(patterns, key=lambda way: "(?-i:" in way)
    return Evidence(points, singles, refers, tuple(Pattern(way, re.IGNORECASE) for way in ways))
