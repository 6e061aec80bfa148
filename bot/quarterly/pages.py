"""Long lists of actions in parts that a message can hold."""

from __future__ import annotations

from collections.abc import Iterable

from bot.quarterly.facts import ActionEntry

PART_CHARACTERS = 6_000
"""Characters of one thread part: a message holds about 11,000 after escaping and layout."""


def pages(entries: tuple[ActionEntry, ...]) -> Iterable[tuple[ActionEntry, ...]]:
    """The entries in order, in as few parts as fit."""
    page: list[ActionEntry] = []
    room = PART_CHARACTERS
    for entry in entries:
        texts = (entry.action, entry.lead, entry.note, entry.reason, entry.corrective_action)
        size = 60 + sum(map(len, texts))
        if page and size > room:
            yield tuple(page)
            page, room = [], PART_CHARACTERS
        page.append(entry)
        room -= size
    yield tuple(page)
