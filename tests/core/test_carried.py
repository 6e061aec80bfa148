"""A button of another version is refused in words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.carried import carried, parts
from bot.core.errors import Refused


def test_what_a_button_of_this_version_carries_is_read() -> None:
    assert parts('["Q1", "SDC"]', 2) == ["Q1", "SDC"]
    assert carried("2018-07-01", date.fromisoformat) == date(2018, 7, 1)


@pytest.mark.parametrize("value", ["", "Q1", "{}", '["Q1"]', "null"])
def test_one_of_another_version_is_refused_in_words(value: str) -> None:
    with pytest.raises(Refused, match="another version"):
        parts(value, 2)
    with pytest.raises(Refused, match="another version"):
        carried(value, date.fromisoformat)
