"""Entries of the record that have a day and no time, as a row of a file gives them."""

from __future__ import annotations

from datetime import UTC, time

from bot.core.plan import Update

NO_TIME = time(12, tzinfo=UTC)
"""Where they stand: at noon it is the same day in every zone of Europe."""


def has_a_time(update: Update) -> bool:
    """False for what came with a file that gives its day alone."""
    return update.source not in {"import", "return"} or update.at.timetz() != NO_TIME
