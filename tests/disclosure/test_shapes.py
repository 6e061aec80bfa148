"""Numbers of bodies nobody has listed are known by their shape, and those of an office pass."""

from __future__ import annotations

import pytest

from bot.disclosure.check import check


@pytest.mark.parametrize(
    "number",
    ["QLM0093417", "KZ 553201", "66182034", "JHMZE14702S204118", "7/4471902", "HTF-20931-B"],
)
@pytest.mark.parametrize("frame", ["He gave {} at the desk.", "{} is back in the area.", "see {}"])
def test_a_number_of_any_body_is_held(number: str, frame: str) -> None:
    text = frame.format(number)
    assert number in {finding.text for finding in check(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Order 66182034 for the signs was placed.",
        "Grant ABC/18/077 was claimed, committee paper XY/2018/14.",
        "ISO 27001 and BS 10500 were met.",
        "It reached 1250000 people from 2017-2018 to 31/03/2019.",
        "See https://news.example/page/66182034 for the poster.",
        "Body cams X60-22841 and X60-22842 were mended.",
        "120000kg of waste, 25000 homes, 0900-1700 on weekdays.",
    ],
)
def test_what_counts_costs_or_is_an_offices_passes(text: str) -> None:
    assert not check(text)


@pytest.mark.parametrize(
    ("held", "passed"),
    [
        ("Fights are posted by zq_kobra.", "The file is risk_register.xlsx."),
        ("Cad417 2/11 has the rest.", "Line 417 of 2/11 was printed."),
    ],
)
def test_names_on_the_internet_and_logs_of_a_day(held: str, passed: str) -> None:
    assert check(held)
    assert not check(passed)
