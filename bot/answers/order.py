"""What needs attention first, and counts by status in that order."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.lines import AnswerContext
from bot.core.progress import (
    Standing,
)
from bot.core.status import Status

ORDER: tuple[Status | None, ...] = (
    Status.OFF_TRACK,
    Status.AT_RISK,
    Status.NOT_STARTED,
    None,
    Status.ON_TRACK,
    Status.DEFERRED,
    Status.COMPLETE,
    Status.CANCELLED,
)
"""What needs attention first."""


def worst_first(standings: Iterable[Standing]) -> list[Standing]:
    """Sorted so that what needs attention comes first, in the plan's order within a status."""
    return sorted(standings, key=lambda standing: ORDER.index(standing.status))


def gravest(standings: Iterable[Standing]) -> Status | None:
    """The status that needs attention most; None when nothing was reported."""
    return next((s.status for s in worst_first(standings) if s.status is not None), None)


def counts_words(standings: Iterable[Standing], context: AnswerContext) -> str:
    """ "🔴 Off track 1, 🟠 At risk 2, ▫️ No update received 5"."""
    items = list(standings)
    shown = []
    for status in ORDER:
        number = sum(1 for standing in items if standing.status is status)
        if number:
            shown.append(f"{context.labels.of(status)} {number}")
    return ", ".join(shown)
