"""Data files of words and names: one entry a line, in the order of the alphabet, none twice.

A room keeps its files in its own folder `data`; lines that begin with `#` say what a file holds and
how it may be added to.
"""

from __future__ import annotations

from importlib.resources import files


def entries(room: str, name: str) -> tuple[str, ...]:
    """The entries of `data/NAME.txt` of a room ("bot.disclosure"), in the order of the file."""
    text = (files(room) / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def word_set(room: str, name: str) -> frozenset[str]:
    """The entries of a data file as a set."""
    return frozenset(entries(room, name))
