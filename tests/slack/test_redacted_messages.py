"""What a redaction takes from a message, and what it leaves."""

from __future__ import annotations

import pytest

from bot.messages.removals import REDACTED
from bot.slack.redacted_messages import redact_message

NOTE = "The corner house with the blue door & gate"


@pytest.mark.parametrize(
    ("message", "left"),
    [
        (f"Saved: ASB3\n{NOTE}", f"Saved: ASB3\n{REDACTED}"),
        (f"ASB3. SDC: '{NOTE}' Reason: x", f"ASB3. SDC: '{REDACTED}' Reason: x"),
        ("ASB3: The corner house with the blue… (more)", f"ASB3: {REDACTED} (more)"),
        (f"{NOTE} ASB3 {NOTE}", f"{REDACTED} ASB3 {REDACTED}"),
        (f"ASB3 {NOTE}way", f"ASB3 {NOTE}way"),
        (f"DA1 {NOTE}", f"DA1 {NOTE}"),
        (f"ASB33 {NOTE}", f"ASB33 {NOTE}"),
    ],
)
def test_long_words_are_known_wherever_they_stand_whole(message: str, left: str) -> None:
    assert redact_message(message, "ASB3", [NOTE]) == left


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("Saved: ASB3\nred", f"Saved: ASB3\n{REDACTED}"),
        ("ASB3. SDC: 'red' Reason: red Corrective action: red.", None),
        ("ASB3 is red and considered", "ASB3 is red and considered"),
        ("ASB3: a red door", "ASB3: a red door"),
    ],
)
def test_short_words_only_where_they_fill_a_field(message: str, left: str | None) -> None:
    done = redact_message(message, "ASB3", ["red"])
    if left is None:
        left = f"ASB3. SDC: '{REDACTED}' Reason: {REDACTED} Corrective action: red."
    assert done == left


def test_every_text_of_the_blocks_is_gone_through() -> None:
    blocks = [{"type": "section", "text": {"text": f"ASB3: '{NOTE}'"}}, {"elements": [NOTE]}]
    assert NOTE not in str(redact_message(blocks, "ASB3", [NOTE]))
