"""The word lists of the disclosure guard: `data/NAME.txt`, each read once."""

from __future__ import annotations

from bot.disclosure.wordlist import word_set


def listed(name: str) -> frozenset[str]:
    """The entries of one list."""
    return word_set("bot.disclosure", name)


def any_of(*lists: frozenset[str]) -> str:
    """The entries of lists as one choice of a pattern, the longest first; a hyphen may be a space,
    a star stands for any ending."""
    entries = sorted(sorted(frozenset().union(*lists)), key=len, reverse=True)
    return "|".join(
        entry.replace(".", r"\.").replace("-", "[ -]").replace("*", r"\w*") for entry in entries
    )
