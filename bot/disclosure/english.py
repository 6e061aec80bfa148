"""Plain English words that are nobody's name: `english.txt`, made by `tools.english`."""

from __future__ import annotations

from importlib.resources import files

ENGLISH = frozenset((files("bot.disclosure") / "english.txt").read_text(encoding="utf-8").split())
"""About 26,000 words, in small letters."""
