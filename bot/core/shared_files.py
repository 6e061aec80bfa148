"""A file somebody gives the bot in Slack, and what it would do, as plain facts."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.reply import Section

MAX_BYTES = 10_000_000
"""Larger files are not fetched, and not opened."""


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file as Slack gives it. `user`: whose it is."""

    id: str
    name: str
    user: str
    content: bytes


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What storing a file would do (or did). `stamp` tells this content, and the plan it was
    compared with, from later ones; `storable`: there is something to store; `asks`: changes that
    are left out unless they are confirmed; `problems`: how many there are in all."""

    file: str
    title: str
    parts: tuple[Section, ...]
    stamp: str = ""
    storable: bool = False
    asks: int = 0
    problems: int = 0
