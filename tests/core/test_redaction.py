"""Taking a text out of what repeats it."""

from __future__ import annotations

import pytest

from bot.core.redaction import blank, blank_json

TEXT = "The family at the corner house asked twice\nand were moved in May"


@pytest.mark.parametrize(
    ("shown", "left"),
    [
        (TEXT, "[redacted]"),
        (f"ASB3: '{TEXT}' (SDC)", "ASB3: '[redacted]' (SDC)"),
        ("The family at the corner house asked twice and were moved in May", "[redacted]"),
        ("Note: The family at the corner house…", "Note: [redacted]"),
        ("The family at the corner shop moved…", "The family at the corner shop moved…"),
        ("Nothing of it", "Nothing of it"),
    ],
)
def test_a_text_goes_whole_on_one_line_or_cut_short(shown: str, left: str) -> None:
    assert blank(shown, [TEXT]) == left


def test_a_document_that_holds_none_of_it_stays_as_it_was() -> None:
    document = '{"b": 1, "a": ["x"]}'
    assert blank_json(document, [TEXT]) == document
