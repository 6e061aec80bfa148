"""Bank holidays: those in the file are those of the library, and other years are asked of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from bot.services.calendar import BankHolidays
from tools.bank_holidays import FILE, lines

SETTLED = "2025"
"""The last year for which every release of the library says the same: a day by proclamation is
known to newer ones only."""


def settled(years: Iterable[str]) -> list[str]:
    return [line for line in years if line.split()[1] <= SETTLED]


def test_the_file_holds_what_the_library_knows() -> None:
    held = FILE.read_text(encoding="utf-8").splitlines()
    assert len(held) == len(list(lines()))
    assert settled(held) == settled(lines()), "run: uv run python tools/bank_holidays.py"


@pytest.mark.parametrize(
    ("nation", "day", "is_one"),
    [
        ("ENG", date(2018, 3, 30), True),  # Good Friday
        ("ENG", date(2018, 3, 29), False),
        ("ENG", date(2022, 9, 19), True),  # by proclamation
        ("SCT", date(2018, 4, 2), False),  # Easter Monday is none there
        ("NIR", date(2018, 7, 12), True),
        ("WLS", date(2021, 12, 28), True),  # in place of a Sunday
        ("ENG", date(2009, 12, 25), True),  # before the file begins
        ("ENG", date(2046, 12, 25), True),  # and after it ends
    ],
)
def test_each_nation_has_its_own(nation: str, day: date, is_one: bool) -> None:
    assert (day in BankHolidays(nation)) is is_one
