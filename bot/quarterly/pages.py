"""A long priority in parts: each post's text holds all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from bot.quarterly.facts import ActionEntry, Figure, SummaryDetail
from bot.quarterly.thread import USUAL, detail_text
from bot.quarterly.wording import ROOM


def pages(detail: SummaryDetail) -> tuple[SummaryDetail, ...]:
    """The detail in as few parts as fit, its actions and then its measures in their order."""
    parts = list(_parts(detail))
    numbered = enumerate(parts, 1)
    return tuple(replace(part, part=number, n_parts=len(parts)) for number, part in numbered)


def _parts(detail: SummaryDetail) -> Iterator[SummaryDetail]:
    # Numbered as if there were many, so that the numbers are counted as text too.
    empty = replace(detail, entries=(), figures=(), part=99, n_parts=99)
    part = empty
    items: tuple[ActionEntry | Figure, ...] = (*detail.entries, *detail.figures)
    for item in items:
        longer = _with(part, item)
        if part is not empty and len(escape(detail_text(longer, USUAL))) > ROOM:
            yield part
            longer = _with(empty, item)
        part = longer
    yield part


def _with(part: SummaryDetail, item: ActionEntry | Figure) -> SummaryDetail:
    if isinstance(item, Figure):
        return replace(part, figures=(*part.figures, item))
    return replace(part, entries=(*part.entries, item))
