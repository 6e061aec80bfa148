"""The guard's word lists: in order, without doubles, and each read by somebody."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from bot.disclosure.wordlist import entries

FILES = [file.name for file in (files("bot.disclosure") / "data").iterdir()]
NAMES = sorted(name.removesuffix(".txt") for name in FILES if name.endswith(".txt"))
BOT = Path(__file__).parents[2] / "bot"


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_in_order_without_doubles(name: str) -> None:
    listed = entries("bot.disclosure", name)
    assert listed
    assert list(listed) == sorted(set(listed))
    assert all(entry == " ".join(entry.lower().split()) for entry in listed)


def test_every_list_is_read_and_every_list_read_is_there() -> None:
    read = {
        name
        for path in (BOT / "disclosure").glob("*.py")
        for name in re.findall(r'listed\("(\w+)"\)', path.read_text(encoding="utf-8"))
    }
    assert read == set(NAMES)
