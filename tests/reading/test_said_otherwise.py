"""Whatever people say for a condition, a part or a want, it is read as the plain question is; the
table is `said_otherwise.txt`. What idioms are made of stays what an action may be about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.reading.reader import read
from bot.reading.wants import Kind
from tests.reading.conftest import Book, Reader

TABLE = Path(__file__).with_name("said_otherwise.txt")
ASKS_BACK = frozenset({Kind.CHOOSE, Kind.NOT_UNDERSTOOD, Kind.TOPIC})


def groups(heading: str) -> Iterator[tuple[str, list[str]]]:
    """The plain questions under a heading, each with the other ways of asking it."""
    section = TABLE.read_text(encoding="utf-8").partition(f"[{heading}]\n")[2].partition("\n[")[0]
    for group in section.replace("\n  |", " |").strip().split("\n"):
        plain, _, ways = group.partition(" = ")
        yield plain, ways.split(" | ")


def meant(text: str, book: Book) -> tuple[tuple[object, ...], set[str]]:
    """What is wanted, how many of it aside, and of which actions."""
    reading = read(text, book.index, book.today)
    want = reading.want
    assert want.kind not in ASKS_BACK, text
    assert not reading.notes, text
    return (want.kind, want.noun, want.order, want.fewest), book.truth(reading.over)


@pytest.mark.parametrize(("plain", "ways"), [*groups("any plan")])
def test_other_words_ask_the_same_of_any_plan(plain: str, ways: list[str], book: Book) -> None:
    asked = meant(plain, book)
    assert {way: meant(way, book) for way in ways} == dict.fromkeys(ways, asked)


@pytest.mark.parametrize("book", ["sample"], indirect=True)
@pytest.mark.parametrize(("plain", "ways"), [*groups("the sample plan")])
def test_other_words_ask_the_same_of_bodies_and_times(
    plain: str, ways: list[str], book: Book
) -> None:
    asked = meant(plain, book)
    assert {way: meant(way, book) for way in ways} == dict.fromkeys(ways, asked)


@pytest.mark.parametrize(
    "situation",
    [
        "cars parked all over the pavement",
        "drug bins in the parks",
        "grass fires on the common",
        "kids pulled into county lines",
        "street lights not working near the station",
        "a nightmare neighbour with loud music",
        "smell of pot in the stairwell",
    ],
)
def test_the_things_of_idioms_are_no_conditions(situation: str, asked: Reader) -> None:
    assert asked(situation).want.kind in {Kind.TOPIC, Kind.CHOOSE, Kind.NOT_UNDERSTOOD}
