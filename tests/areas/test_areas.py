"""Area files: in order, chosen by name, and empty when none is chosen."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from bot.areas import Area, known_areas, load_area
from bot.config import Misconfigured, load_settings
from bot.sample import sample_plan


@pytest.mark.parametrize("name", known_areas())
def test_lists_of_an_area_are_in_order_without_doubles(name: str) -> None:
    text = (files("bot.areas") / f"{name}.toml").read_text(encoding="utf-8")
    read: dict[str, Any] = tomllib.loads(text)
    lists = [value for value in read.values() if isinstance(value, list)]
    lists += list(read["agency_names"].values())
    for values in lists:
        assert values == sorted(set(values))
        assert all(value == " ".join(value.split()) for value in values)
    assert not load_area(name).places & load_area(name).nearby


def test_no_area_knows_nothing() -> None:
    assert load_area("") == Area()
    assert not load_area("").names


def test_the_sample_plan_names_its_area() -> None:
    area = load_area(sample_plan().area)
    assert "swanley" in area.places
    assert "maidstone" in area.nearby


def test_an_unknown_area_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Misconfigured, match="AREA: 'atlantis' is no area; known: sevenoaks"):
        load_settings(None, area="atlantis")
    with pytest.raises(KeyError):
        load_area("../config")
