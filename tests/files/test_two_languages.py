"""A cell in two languages is read by the side that is understood, and by neither where both are
and say different things."""

from __future__ import annotations

import pytest

from bot.files.levels import is_generic, is_name, named_level
from bot.files.rag import rag_of
from bot.files.vocabulary import meaning


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Cyf / Ref", "ref"), ("Ref / Cyf", "ref"), ("Cyf. (Ref.)", "ref"),
        ("Rhif\nNo.", "ref"), ("Erbyn pryd / By when", "timescale"), ("Erbyn | By", "timescale"),
        ("Thema - Theme", "priority"), ("How we’ll know", "measure"), ("Who helps", "partners"),
        ("Who leads and who helps", "lead"), ("Eraill / Arall", ""),
        ("Blaenoriaeth", "priority"), ("Camau gweithredu", "description"), ("Cyfeirnod", "ref"),
        ("Sefydliad arweiniol", "lead"), ("Dyddiad cwblhau", "timescale"), ("Targed", "target"),
        ("Cyf / Arall", "ref"), ("Cynnydd", "progress"), ("Llinell sylfaen", "baseline"),
    ],
)  # fmt: skip
def test_a_heading(text: str, field: str) -> None:
    assert meaning(text)[0] == field


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("Gwyrdd / Green", "green"), ("Ambr (Amber)", "amber"), ("Coch\nRed", "red"),
        ("Glas - Blue", "blue"), ("Green / On track", "green"), ("A/G", None),
        ("On track / Delayed", None), ("Gwyrdd", "green"), ("Mewn perygl", "amber"),
        ("Haven’t started", "grey"), ("Not yet begun", "grey"),
        ("☐ On track ☒ At risk ☐ Complete", "amber"), ("☐ On track ☐ At risk", None),
        ("☒ On track ☒ At risk ☐ Complete", None),
        ("Wedi’i gwblhau", "blue"), ("Coch / Gwyrdd", None),
        ("Green / see what the police say", None),
    ],
)  # fmt: skip
def test_a_status(text: str, colour: str | None) -> None:
    assert rag_of(text) == colour


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Blaenoriaeth 1: Tai / Priority 1: Homes", "Tai / Homes"),
        ("Priority 1: Homes / Blaenoriaeth 1: Tai", "Homes / Tai"),
        ("Thema B | Theme B: Homes", "Thema B / Homes"),
        ("Priority 2: Drugs / alcohol", "Drugs / alcohol"),
    ],
)
def test_a_level(text: str, name: str) -> None:
    line = named_level(text)
    assert line is not None
    assert line.name == name


@pytest.mark.parametrize("text", ["Allwedd / Key", "Geirfa | Glossary", "Cyfanswm / Total"])
def test_what_stands_beside_a_plan_names_no_level(text: str) -> None:
    assert not is_name(text) or is_generic(text)
