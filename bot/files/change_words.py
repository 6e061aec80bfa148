"""The differences of a document in words."""

from __future__ import annotations

from collections import Counter

from bot.files.difference import Change

CHANGES = {
    "continues": "Perhaps last year's work under another reference",
    "priorities": "Priorities that go on in others, are new or end",
    "ref_reused": "A reference used for other work", "gone": "No longer in the file",
    "renumbered": "Another reference", "moved": "Date moved", "lead": "New lead",
    "reworded": "Reworded", "target": "Measures and targets", "priority": "Another priority",
    "partners": "Partners", "details": "Further columns", "added": "New",
    "intent": "Intent of a priority", "measures": "Measures of a priority or the plan",
    "agency": "An agency's names", "marking": "Marked as sensitive",
}  # fmt: skip
"""What the kinds of change are called."""


def change_notes(changes: list[Change]) -> list[str]:
    """What follows for some changes of a kind and not for all."""
    notes = Counter(change.note for change in changes if change.note.startswith("unfinished"))
    return [f"{number} {note}" for note, number in notes.items()]


def change_words(change: Change) -> str:
    """One change: its reference, what was and what comes."""
    if change.kind == "reworded":
        return f"{change.ref}: {change.marked}"
    if change.before is None or change.after is None:
        return f"{change.ref}: {change.before or change.after}"
    return f"{change.ref}: {change.before} -> {change.after}"
