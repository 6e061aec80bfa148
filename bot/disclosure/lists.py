"""The word lists of the disclosure guard: `data/NAME.txt`, each read once."""

from __future__ import annotations

from collections import defaultdict

from bot.disclosure.wordlist import word_set


def listed(name: str) -> frozenset[str]:
    """The entries of one list."""
    return word_set("bot.disclosure", name)


def any_of(*lists: frozenset[str]) -> str:
    """The entries of lists as one choice of a pattern, the longest first; a hyphen may be a space,
    a star stands for any ending. Those that begin alike stand together: at nearly every letter of
    a text some twenty ways are ruled out, and not some two hundred."""
    endings: dict[str, list[str]] = defaultdict(list)
    for entry in sorted(sorted(frozenset().union(*lists)), key=len, reverse=True):
        ending = entry[1:].replace(".", r"\.").replace("-", "[ -]").replace("*", r"\w*")
        endings[entry[0]].append(ending)
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in endings.items())
