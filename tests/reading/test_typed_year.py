"""The year of a plan, typed beside a reference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.years import in_year
from bot.reading.typed_year import split_year, take_when


@pytest.mark.parametrize(
    ("typed", "ref", "year"),
    [
        ("ASB3 in 2018-19", "ASB3", "2018-19"),
        ("asb 3 of the 2018/19 plan", "asb 3", "2018-19"),
        ("1.3 (in 2018 – 2019)", "1.3", "2018-19"),
        ("ASB3", "ASB3", ""),
        ("", "", ""),
    ],
)
def test_a_reference_may_name_its_year(typed: str, ref: str, year: str) -> None:
    assert split_year(typed) == (ref, year)


@given(st.from_regex(r"[A-Z]{1,5}[1-9][0-9]?", fullmatch=True), st.integers(2000, 2098))
def test_a_reference_with_its_year_is_read_as_it_was_written(ref: str, first: int) -> None:
    year = f"{first}-{(first + 1) % 100:02}"
    assert split_year(in_year(ref, year)) == (ref, year)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("in 2018-19 green done", ("2018-19", "", "green done")),
        ("Q4 green done", ("", "Q4", "green done")),
        ("for Q4 2018/19: green done", ("2018-19", "Q4 2018-19", "green done")),
        ("green in Q4 2018-19", ("", "", "green in Q4 2018-19")),
        ("of course green", ("", "", "of course green")),
        ("", ("", "", "")),
    ],
)
def test_what_stands_between_a_reference_and_its_status(
    typed: str, found: tuple[str, str, str]
) -> None:
    assert take_when(typed) == found
