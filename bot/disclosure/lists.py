"""The word lists of the disclosure guard: `data/NAME.txt`, each read once."""

from __future__ import annotations

from bot.disclosure.wordlist import word_set


def listed(name: str) -> frozenset[str]:
    """The entries of one list."""
    return word_set("bot.disclosure", name)
