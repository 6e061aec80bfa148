"""A button and a form of another version are refused in words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.carried import OLD_FORM, carried, form_memory, parts
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


def test_what_a_form_of_this_version_remembers_is_read() -> None:
    assert form_memory({"private_metadata": '{"ref": "A1"}'}, "ref") == {"ref": "A1"}
    assert form_memory({}) == {}


@pytest.mark.parametrize("memory", ["", "{}", "[]", "null", '{"other": 1}', "A1"])
def test_a_form_of_another_version_is_refused_in_words(memory: str) -> None:
    with pytest.raises(Refused, match=OLD_FORM[0]):
        form_memory({"private_metadata": memory}, "ref")
