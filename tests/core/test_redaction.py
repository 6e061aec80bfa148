"""What a redaction takes, and what it leaves."""

from __future__ import annotations

import json

import pytest

from bot.core.redaction import REDACTED, redact_fields, redact_message

NOTE = "The corner house with the blue door & gate"


def fields(document: object, ref: str, *texts: str) -> object:
    return json.loads(redact_fields(json.dumps(document), ref, texts))


def test_a_frozen_copy_loses_whole_fields_beside_the_reference_and_nothing_else() -> None:
    before = {
        "off_track": [
            {"ref": "ASB3", "note": "red", "action": "Install red cameras", "status": "off_track"},
            {"ref": "DA1", "note": "red", "reason": "Not considered"},
        ],
        "title": "red",
    }
    after = {
        "off_track": [
            {"ref": "ASB3", "note": REDACTED, "action": "Install red cameras"}
            | {"status": "off_track"},
            {"ref": "DA1", "note": "red", "reason": "Not considered"},
        ],
        "title": "red",
    }
    assert fields(before, "ASB3", "red") == after


@pytest.mark.parametrize("frozen", [NOTE, "The corner house with the blue…", "A\nB"])
def test_a_field_counts_when_it_is_equal_or_cut_short(frozen: str) -> None:
    assert fields({"ref": "ASB3", "note": frozen}, "ASB3", NOTE, "A\nB") == {
        "ref": "ASB3",
        "note": REDACTED,
    }


@pytest.mark.parametrize("frozen", ["The corner…", f"{NOTE}s", f"On {NOTE}"])
def test_a_field_that_only_begins_alike_or_holds_it_stays(frozen: str) -> None:
    document = {"ref": "ASB3", "note": frozen}
    assert fields(document, "ASB3", NOTE) == document


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
