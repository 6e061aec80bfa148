"""Notes as officers write them, one a line: what must be held, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.disclosure.check import KnownNames, check

HERE = Path(__file__).parent


@pytest.mark.parametrize(("file", "held"), [("notes_held.txt", True), ("notes_passed.txt", False)])
def test_a_written_note_is_held_or_passes(file: str, held: bool) -> None:
    notes = (HERE / file).read_text(encoding="utf-8").splitlines()
    assert len(notes) > 400
    written = KnownNames(year=None if held else 2018)
    assert [note for note in notes if bool(check(note, known=written)) is not held] == []


@pytest.mark.parametrize(
    "name",
    [
        "Zavo Kintrell",
        "Mr Kintrell",
        "Z. Kintrell",
        "Gary Woods",
        "gary woods",
        "Gary",
        "Jean Price",
    ],
)
def test_whatever_is_said_of_somebody_named_is_held(name: str) -> None:
    frames = (HERE / "said_of_somebody.txt").read_text(encoding="utf-8").splitlines()
    assert [frame for frame in frames if not check(frame.format(name))] == []


@pytest.mark.parametrize(
    "name", ["Kelaby", "Turning Point", "Zenvia Housing", "Oxcombe", "Rose Hill"]
)
def test_whatever_is_said_of_a_body_nobody_listed_passes(name: str) -> None:
    frames = (HERE / "said_of_bodies.txt").read_text(encoding="utf-8").splitlines()
    assert [frame for frame in frames if check(frame.format(name))] == []
