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
        ("In progress - at risk", "amber"), ("In progress (red)", "red"),
        ("Underway: on track", "green"), ("In progress - complete by June 2027", None),
    ],
)  # fmt: skip
def test_marks_and_days_beside_a_status(text: str, colour: str | None) -> None:
    assert rag_of(text) == colour


@pytest.mark.parametrize("text", ["Closed – not achieved", "Complete: partly", "Done - never used"])
def test_what_is_taken_back_is_no_status(text: str) -> None:
    assert (rag_of(text), status_first(text)[0]) == (None, "")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("In progress - delayed", ("", "In progress - delayed")),
        ("In progress - at risk", ("In progress - at risk", "")),
        ("In progress - Amber: licence refused", ("Amber", "licence refused")),
        ("In progress: six of nine fitted", ("In progress", "six of nine fitted")),
    ],
)
def test_how_work_in_progress_goes_is_its_status(text: str, parts: tuple[str, str]) -> None:
    assert status_first(text) == parts
