"""What a redaction takes from a frozen copy, and what it leaves."""

from __future__ import annotations

import json

import pytest

from bot.messages.removals import REDACTED
from bot.services.redacted_copies import redact_fields

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
