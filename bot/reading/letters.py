"""The parts words play in what people tell of themselves, as letters, and the forms of clauses in
these letters: `data/background.txt`."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from bot.disclosure.lists import listed
from bot.reading.tokens import data_lines


@lru_cache(maxsize=1)
def _read() -> tuple[dict[str, str], dict[str, re.Pattern[str]]]:
    """The letters of words, and the forms of clauses in these letters."""
    people = listed("public_offices") | listed("role_endings") | listed("occupations")
    letters, forms, name = dict.fromkeys(people, "p"), defaultdict[str, list[str]](list), ""
    for line in data_lines("background.txt"):
        form, _, sentence = line.partition(" ;; ")
        letter, _, typed = line.partition(" = ")
        letters |= dict.fromkeys(typed.split(), letter)
        name = name if sentence or typed else line
        forms[name] += [form] * bool(sentence)
    return letters, {name.strip("[]"): re.compile("|".join(ways)) for name, ways in forms.items()}


def form(name: str) -> re.Pattern[str]:
    return _read()[1][name]


def of_office(word: str) -> bool:
    """Whether a word is for people by their office or for papers: "cllr", "sgts", "para"."""
    return not {_read()[0].get(one) for one in (word, word.removesuffix("s"))}.isdisjoint("lop")


@lru_cache(maxsize=4096)
def letter(word: str) -> str:
    """The part a word plays."""
    if word[:1].isdigit():
        return "#"
    plain = "g" if word.endswith("ing") and not word.endswith("thing") else "x"
    letters = _read()[0]
    plain = "p" if letters.get(word.removesuffix("s")) == "p" else plain
    return letters.get(word, plain).replace("l", plain)
