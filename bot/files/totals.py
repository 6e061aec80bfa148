"""Rows that count the others: totals, subtotals, notes. None of them is an action."""

from __future__ import annotations

import re

from bot.core.plan import ref_key
from bot.files.bilingual import sides
from bot.files.levels import is_note
from bot.files.sheet import Row

_TOTAL = re.compile(
    r"^\W*(?:grand |sub-?)?totals?\b|^(?:count|number|no\.?|sum|average)\b|"
    r"^\d+ (?:actions?|items?|tasks?|rows?|lines?)\b.{0,12}$",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"(?<!\W)\W*+(?:grand |overall |sub[- ]?)?totals?\b", re.IGNORECASE)
_MORE = re.compile(r"[^\W\d_]|\d[./-]\d")
_ONLY_TOTAL = re.compile(r"^\W*(?:grand |overall |sub[- ]?)?totals?\W*$", re.IGNORECASE)


def is_work(text: str) -> bool:
    """Whether a text can say who does something, when or how it is seen: more than a count."""
    return _MORE.search(text) is not None


def is_headed_total(row: Row) -> bool:
    """Whether a row begins with the word "Total" and nothing else: whatever it counts."""
    return _in_two(_ONLY_TOTAL, _first(row))


def counts_others(row: Row) -> bool:
    """Whether the first text of a row calls it a total."""
    return _COUNTS.match(_first(row)) is not None


def begins_as_total(row: Row) -> bool:
    """Whether the first cell of a row begins as a total does."""
    return bool(row.texts) and _in_two(_TOTAL, row.texts[0])


def is_total(row: Row, ref: str, description: str, *, worked: bool) -> bool:
    """Whether a row is a total or a note, wherever it says so. `worked`: it says who does it, by
    when or how it is seen, as only the word "Total" alone outweighs, and a count in place of what
    is to be done beside the word."""
    if not (ref or is_work(description)) and counts_others(row):
        return True
    if worked or is_headed_total(row):
        return is_headed_total(row)
    first, text = _first(row), ref or description
    if first != description and _in_two(_TOTAL, first):
        return True
    return not ref_key(ref) and bool(is_note(text) or _TOTAL.match(text))


def _in_two(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text begins so, in either of two languages."""
    return any(pattern.match(side) for side in (text, *sides(text)))


def _first(row: Row) -> str:
    return next(filter(None, row.texts), "")
