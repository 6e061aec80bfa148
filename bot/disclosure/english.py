"""Plain English words that are nobody's name: `data/english.txt`, made by `tools.english`."""

from __future__ import annotations

from bot.disclosure.lists import listed

ENGLISH = listed("english")
"""About 26,000 words, in small letters."""

EVERYDAY = ENGLISH | listed("given_names_doubtful") | listed("loose_words")
"""Those, and the words that are somebody's name too ("may", "hope") or hold sentences together."""
