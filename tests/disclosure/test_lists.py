"""The guard's word lists: in order, without doubles, and each read by somebody."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from bot.disclosure.english import ENGLISH
from bot.disclosure.wordlist import LongList, entries

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
        for name in re.findall(
            r'(?:listed\(|"bot.disclosure", )"(\w+)"\)', path.read_text(encoding="utf-8")
        )
    }
    assert read == set(NAMES)


def test_a_long_list_holds_its_words_and_no_part_of_one() -> None:
    words = entries("bot.disclosure", "english")
    assert all(word in ENGLISH for word in words)
    strangers = {f"{word}{end}" for word in words[::50] for end in ("", "q", "~")} - set(words)
    strangers |= {word[:-1] for word in words} - set(words) | {"", "aa", "~", "é"}
    assert not [word for word in strangers if word in ENGLISH]


def test_a_long_list_says_what_stands_behind_a_word() -> None:
    leanings = LongList("bot.reading", "leanings")
    lines = entries("bot.reading", "leanings")
    assert all(leanings.said_of(w) == rest for w, _, rest in (x.partition(" ") for x in lines))
    assert leanings.said_of("xyzzy") == leanings.said_of("") == ""
