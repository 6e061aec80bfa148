"""The status a cell says, whatever stands beside the word."""

from __future__ import annotations

import pytest

from bot.files.rag import rag_of, status_first


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("Green ↑", "green"), ("G→", "green"), ("🟢 Green", "green"), ("Complete ✔", "blue"),
        ("Completed Oct 2026", "blue"), ("Complete 12/05/2026", "blue"), ("Amber*", "amber"),
        ("🔴 Green", None), ("Amber/Green", None), ("In progress – delayed", None),
        ("Nearly complete", None), ("75%", None),
    ],
)  # fmt: skip
def test_marks_and_days_beside_a_status(text: str, colour: str | None) -> None:
    assert rag_of(text) == colour


@pytest.mark.parametrize("text", ["Closed – not achieved", "Complete: partly", "Done - never used"])
def test_what_is_taken_back_is_no_status(text: str) -> None:
    assert (rag_of(text), status_first(text)[0]) == (None, "")
