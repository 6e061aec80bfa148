"""What letters, returns and tricks hold, beside what only looks like it."""

from __future__ import annotations

import pytest

from bot.disclosure.check import check


@pytest.mark.parametrize(
    ("held", "passed"),
    [
        ("J@ck H4rris is back with them.", "Meet @ 7 with 3 wardens, cost $450."),
        ("Yours faithfully,\nEgbert Ximenes (Mrs)", "Yours faithfully,\nThe Parish Council"),
        (
            "Thank you for your letter on young Lysander, whose grandmother rang.",
            "Thank you for your letter on young Carers, whose grant ran out.",
        ),
        ("Mrs Thistlewood came about the noise.", "Dr Bike came about the cycles."),
        ("Stalking 31, forced marriage 1 (Holt ward).", "Stalking 31, forced marriage 12."),
        (
            "The lorry was registered abroad, KLB 77T20.",
            "The lorry ban on the A25 was registered in 2018.",
        ),
        ("The plate was RTX 118.", "Plates for 118 guests were bought."),
        ("T.O'B. has left since his dad got out.", "The O'B sign has left the shop since."),
        ("Reg starts LV64, rest muddy.", "The race starts at 6, rest day after."),
        ("Her twin is the one who reported it.", "Friday is the one that was reported."),
        ("We do the door at Holt Court on Wednesday.", "The door at Holt Court is mended."),
        ("The driver has private hire badge 3317.", "The badge of the club has 3 stars."),
        (
            "It is six six one, two double four, one nine oh three.",
            "It is one of three, not one of four.",
        ),
        (
            "The couple aboard the narrowboat Redshank were robbed.",
            "The narrowboat festival had 4,000 guests.",
        ),
        (
            "She is in the yellow cottage, just past the ford at Holme.",
            "The yellow cottage cafe hosts the drop-in at Holme.",
        ),
        (
            "We had 14 victims and now 15; the additional one is the school bus driver.",
            "We had 14 victims and now 15; the school bus has new cameras.",
        ),
        (
            "The sixth-former has gone to the Channel panel, and his mentor knows.",
            "Sixth-formers had the Channel briefing.",
        ),
    ],
)
def test_what_tells_is_held_and_what_looks_like_it_passes(held: str, passed: str) -> None:
    assert check(held)
    assert not check(passed)
