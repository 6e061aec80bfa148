"""Rows in a note: "Shirley, Solihull and Knowle", and what all of a row are.

Tells of positions in a note only, as `company` does.
"""

from __future__ import annotations

from bot.disclosure.lists import listed
from bot.disclosure.text import Note, Word
from bot.disclosure.words import TYPES

_MONTHS = listed("months")

_PEOPLE_OF_PLACES = frozenset(
    {
        "residents",
        "tenants",
        "traders",
        "villagers",
        "neighbourhoods",
        "police",
        "gardai",
        "councils",
    }
)


def same_first_word(words: list[Word], first: int, last: int) -> bool:
    """Like "Orton Malborne and Orton Goldhay": parts of one place."""
    after, joined = next_item(words, last)
    if joined and words[after].low == words[first].low:
        return True
    before = first - 1 - (last - first)
    return first > 1 and words[first - 1].low == "and" and words[before].low == words[first].low


def of_one_kind(words: list[Word], first: int, last: int) -> bool:
    """Like "Victoria, Albert and Regent wards": a row that ends with what all of it are."""
    row, joined = last, first > 1 and words[first - 1].low == "and"
    while not joined:
        row, joined = next_item(words, row)
        if row >= len(words):
            return False
        row = item_end(words, row)
    plural = words[row].low if row < len(words) else ""
    if plural in _PEOPLE_OF_PLACES or words[row - 1].low in _PEOPLE_OF_PLACES:
        return True
    return plural.endswith("s") and plural.removesuffix("s") in TYPES


def begins_a_row(words: list[Word], at: int) -> bool:
    """Like "Shirley, Solihull and Knowle": a place after a comma, and one more after "and"."""
    if at >= len(words) or words[at].gap != ", " or not is_placelike(words[at]):
        return False
    end = item_end(words, at)
    return end + 1 < len(words) and words[end].low == "and" and words[end + 1].is_capital


def goes_on_in_a_row(words: list[Word], first: int, last: int) -> bool:
    """Like "Kyle" in "Portree, Kyle and Broadford": between a place and one more after "and"."""
    after, joined = next_item(words, last)
    listed = first > 0 and words[first].gap == ", " and is_placelike(words[first - 1])
    return listed and joined and words[after].is_capital


def next_item(words: list[Word], last: int) -> tuple[int, bool]:
    """Where a row goes on, and whether by "and"; past the end if it does not."""
    if last + 1 < len(words) and words[last].low == "and" and words[last].gap == " ":
        return last + 1, True
    in_row = last < len(words) and words[last].gap == ", " and words[last].is_capital
    return (last if in_row else len(words)), False


def item_end(words: list[Word], at: int) -> int:
    end = at + 1
    while end < len(words) and words[end].is_capital and words[end].gap == " ":
        end += 1
    return end


def is_placelike(word: Word) -> bool:
    return word.is_capital and (word.place or word.low in TYPES)


def is_a_month(note: Note, at: int) -> bool:
    """Like "from April": a month that is a name as well, told as a time."""
    before = note.words[at - 1].low if at else ""
    return note.words[at].low in _MONTHS and before in {"about", "by", "for", "from"}
