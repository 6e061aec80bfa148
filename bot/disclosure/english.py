"""Plain English words that are nobody's name: `data/english.txt`, made by `tools.english`."""

from __future__ import annotations

from bot.disclosure.lists import listed
from bot.disclosure.wordlist import AnyOf, LongList

ENGLISH = LongList("bot.disclosure", "english")
"""About 26,000 words, in small letters."""

EVERYDAY = AnyOf(ENGLISH, listed("given_names_doubtful"), listed("loose_words"))
"""Those, and the words that are somebody's name too ("may", "hope") or hold sentences together."""
