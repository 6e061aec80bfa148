"""Short codes for agencies: read as the agency by a person, and never as a word or a reference."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import product
from string import ascii_uppercase

from bot.core.plan import ref_key
from bot.core.status import parse_status
from bot.disclosure.english import EVERYDAY

_SMALL = {"and", "of", "the", "for", "in", "at", "on", "to", "with", "&"}
_LONGEST = 12


def code_for(name: str, taken: Container[str]) -> str:
    """A code in capitals from an agency's name, unlike any in `taken`: its initials where they are
    no English word, else its first letters, as many as it takes."""
    if re.fullmatch(r"[A-Z]{2,12}", name.strip()) and name.strip() not in taken:
        return name.strip()
    return next(code for code in _likely(name) if _is_free(code, taken))


def _likely(name: str) -> Iterator[str]:
    words = re.findall(r"[A-Za-z0-9]+", name) or ["AGENCY"]
    main = [word for word in words if word.lower() not in _SMALL] or words
    initials = "".join(w if w.isupper() and len(w) < 6 else w[0] for w in main).upper()
    if len(main) > 1:
        yield initials[:_LONGEST]
    first = main[0].upper()
    for length in range(3, len(first) + 1):
        yield first[:length]
    joined = "".join(main).upper()
    for length in range(4, len(joined) + 1):
        yield joined[:length]
    for letter, other in product(["", *ascii_uppercase], ascii_uppercase):
        yield f"{joined[:8]}{letter}{other}"


def _is_free(code: str, taken: Container[str]) -> bool:
    shaped = len(code) >= 3 and not ref_key(code) and not code.isdigit()
    return (
        shaped and code not in taken and code.lower() not in EVERYDAY and parse_status(code) is None
    )
