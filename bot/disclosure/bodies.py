"""Places, bodies, makes and public figures of the whole country that the disclosure guard knows.

What stands here is not a resident, however much it looks like one. What is known in one area only
comes from its area file.
"""

from __future__ import annotations

from bot.disclosure.lists import listed

PROPER = listed("proper_words")
"""Months, nationalities, makes, shops and bodies: capitals that name no person."""

_UK_PLACES = listed("uk_places")

PLACES = frozenset(name for name in _UK_PLACES if " " not in name)
"""Places of one word."""

PUBLIC_NAMES = listed("public_names") | (_UK_PLACES - PLACES)
"""Charities, chains, laws, public figures and places of several words, known as a whole."""

CELTIC_BODIES = listed("celtic_bodies")
"""Words that make a Welsh, Gaelic or Irish run of capitals the name of a body or a place."""
