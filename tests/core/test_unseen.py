"""What nobody sees is left out; what makes one picture of several is seen."""

from __future__ import annotations

import pytest

from bot.core.unseen import without_unseen

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FIRE_CREW = "\U0001f469\U0001f3fd\u200d\U0001f692"
FLAG = "\U0001f3f3\ufe0f\u200d\U0001f308"


@pytest.mark.parametrize("picture", [FAMILY, FIRE_CREW, FLAG])
def test_a_picture_of_several_stays_one(picture: str) -> None:
    assert without_unseen(f"{picture} came to the fair") == f"{picture} came to the fair"


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Gary\u200dWoods", "GaryWoods"),
        ("0770\u202c0", "07700"),
        ("\U0001f44d\u200dx", "\U0001f44dx"),
    ],
)
def test_what_joins_no_pictures_is_left_out(typed: str, seen: str) -> None:
    assert without_unseen(typed) == seen
