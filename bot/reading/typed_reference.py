"""References to actions in a typed update, known to a plan or only shaped like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.dataclass import dataclass
from bot.core.plan import ref_key
from bot.core.years import in_year
from bot.reading.update_words import is_strong, words_of

REFERENCE = re.compile(
    r"(?<![^\W_])(?<![.@£$%])(?:(?P<letters>[a-z]{1,8})(?P<gap>[\s_/.*-]{0,3}|\s?(?:no|number)\.?\s)"
    r"(?P<number>\d{1,4}[a-z]?)|\d{1,3}(?:\.\d{1,4})+[a-z]?)(?![^\W_]|%|\.\d|,\d)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a text: its key and its places."""

    key: str
    start: int
    end: int

    def named(self, year: str) -> str:
        """The reference, with the year it was named with."""
        return in_year(self.key, year) if year else self.key


NEAR = 80
"""Characters before a reference in which its verb stands: a long text has many of either."""


def _follows_a_verb(before: str) -> bool:
    words = words_of(before)
    return bool(words) and is_strong(words[-1])


def references(seen: str, start: int, end: int, known: frozenset[str]) -> Iterator[Reference]:
    """The references between two places: those a plan holds, and others that look like them
    (its letters with another number; any, right after a verb of updating)."""
    letters_known = {key.rstrip("0123456789") for key in known} - {""}
    for match in REFERENCE.finditer(seen, start, end):
        letters, number = match["letters"], match["number"]
        key = ref_key(f"{letters}{number}" if letters else match.group())
        glued = letters and not match["gap"]
        if (
            key in known
            or (glued and letters.upper() in letters_known)
            or (glued and _follows_a_verb(seen[max(start, match.start() - NEAR) : match.start()]))
        ):
            yield Reference(key, match.start(), match.end())
