"""Headings that share a word and mean different columns."""

from __future__ import annotations

import pytest

from bot.files.vocabulary import meaning


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Start", "start"),
        ("Start date", "start"),
        ("Planned start", "start"),
        ("Start point", "baseline"),
        ("Starting position", "baseline"),
        ("Start figure 2026/27", "baseline"),
        ("Target", "target"),
        ("Target date", "timescale"),
    ],
)
def test_a_heading_is_read_by_what_it_says_not_by_one_word(heading: str, field: str) -> None:
    assert meaning(heading)[0] == field
