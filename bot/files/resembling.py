"""Names in a document that look like an agency called otherwise: proposed, never joined here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.core.plan import Agency

MOST = 3
"""A name that fits more agencies than this ("Council" beside five) proposes none."""
YES = (
    "If so, write the name among that agency's aliases in the list of agencies and import the "
    "list; until then it is an agency of its own."
)
_COUNCILS = frozenset({"bc", "cbc", "cc", "dc", "mbc", "rbc"})
"""Councils as their names are shortened behind a place: "Northshire DC"."""
_JOINING = frozenset({"the", "of", "and", "for", "in"})


Alike = tuple[tuple[Agency, tuple[Agency, ...]], ...]
"""New agencies, each with those it may be."""


def alike(new: Iterable[Agency], known: Sequence[Agency]) -> Alike:
    """The new agencies that may be another one, each with those it may be."""
    pairs = ((a, tuple(o for o in known if o.code != a.code and _like(a, o))) for a in new)
    return tuple((agency, others) for agency, others in pairs if 0 < len(others) <= MOST)


def proposals(pairs: Alike) -> tuple[str, ...]:
    """For each new agency that may be another one the question, and last how to say yes."""
    asked = tuple(_asked(agency, others) for agency, others in pairs)
    return (*asked, YES) if asked else ()


def _asked(agency: Agency, others: Iterable[Agency]) -> str:
    names = " or ".join(f"{other.name} ({other.code})" for other in others)
    return f"'{agency.name}': is this {names}?"


def _like(agency: Agency, other: Agency) -> bool:
    """Whether a name is part of another's, or begins with (or is) its code or initials. Of two that
    may be each other ("SDC", "SDC Housing") only the one called after the other is asked about."""
    if _begins_with(agency, other):
        return True
    words = _words(agency.name)
    is_part = any(words < _words(name) for name in (other.name, *other.aliases))
    return bool(words) and is_part and not _begins_with(other, agency)


def _begins_with(agency: Agency, other: Agency) -> bool:
    first, *_ = agency.name.split()
    return first.isupper() and first in {other.code, _initials(other.name)}


def _words(name: str) -> frozenset[str]:
    words = re.findall(r"[a-z]+", name.partition(" (")[0].lower())
    return frozenset("council" if word in _COUNCILS else word for word in words) - _JOINING


def _initials(name: str) -> str:
    proper = [word for word in name.partition(" (")[0].split() if word.lower() not in _JOINING]
    return "".join(word[0] for word in proper if word[0].isalpha()).upper() if proper[1:] else ""
