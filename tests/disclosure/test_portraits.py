"""One person told without a name: no word of it tells, all of it does."""

from __future__ import annotations

import pytest

from bot.disclosure.check import check


@pytest.mark.parametrize(
    ("held", "passed"),
    [
        (
            "The postman's daughter in Nether Wallop is dealing.",
            "Dealing in Nether Wallop is down by a third.",
        ),
        (
            "The man with one leg on Tarn Court had his door kicked in.",
            "Doors on Tarn Court were kicked in again.",
        ),
        (
            "Both sections were from the caravans at Holme, same woman.",
            "Both sections were from the caravans at Holme.",
        ),
        (
            "A Tibetan student at the college was threatened.",
            "Students at the college were threatened by a gang on a bus.",
        ),
        (
            "The organist at Much Dewchurch has been arrested.",
            "An arrest was made at Much Dewchurch.",
        ),
        (
            "A woman of 74 in Thame lost money to the roofers.",
            "People aged 74 to 90 in Thame had scam training.",
        ),
        (
            "The only Somali family at the hostel was threatened.",
            "Somali families were offered a session at the hostel.",
        ),
        ("Her ex has smashed the new door.", "The smashed door of the kiosk is mended."),
    ],
)
def test_what_singles_out_is_held_and_its_parts_alone_pass(held: str, passed: str) -> None:
    assert check(held)
    assert not check(passed)


@pytest.mark.parametrize(
    "text",
    [
        "The vicar of Much Dewchurch opened the drugs awareness day.",
        "The PCSO said she will come to the next meeting on drug dealing.",
        "Cllr Harper gave her apologies; the hate crime report was noted.",
        "A deaf awareness course was held for staff of the refuge.",
        "The same family hub hosts the parents' group in Thame.",
        "A victim in Thame was supported through court.",
    ],
)
def test_what_people_do_at_their_work_and_services_pass(text: str) -> None:
    assert not check(text)
