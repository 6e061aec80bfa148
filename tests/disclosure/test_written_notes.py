"""Notes as officers write them, one a line: what must be held, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.disclosure.check import check

HERE = Path(__file__).parent


@pytest.mark.parametrize(("file", "held"), [("notes_held.txt", True), ("notes_passed.txt", False)])
def test_a_written_note_is_held_or_passes(file: str, held: bool) -> None:
    notes = (HERE / file).read_text(encoding="utf-8").splitlines()
    assert len(notes) > 400
    assert [note for note in notes if bool(check(note)) is not held] == []
