"""What differs between plans: who pays, several bodies of a kind, names that are words of the
language, a measure said by its own words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.plan import Agency, Measure, Priority
from bot.core.progress import Progress
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.wants import Kind, Reading
from tests.factories import a_plan, an_action, an_update

TODAY = date(2018, 10, 10)
_PAID = {
    "1.1": ("SDC",), "1.2": ("KP",), "1.3": ("SDC", "MET"), "1.4": ("TDC",), "1.5": ("KP",),
    "2.1.1": ("GT",), "2.1.2": ("KP",),
}  # fmt: skip
_RESOURCES = {
    "1.1": "PCC £4,500", "1.2": "Welsh Government grant £64,000 – to be confirmed",
    "1.3": "Council £14k", "1.4": "", "1.5": "Core budgets",
    "2.1.1": "Village Hall Fund £1m", "2.1.2": "Council",
}  # fmt: skip
_MEASURES = {"1.1": "Knives recovered", "1.2": "Camera moves made", "1.5": "Young people met"}


@pytest.fixture(scope="module")
def book() -> tuple[Index, Progress]:
    """Five actions of two districts and a police service called by a word of the language."""
    actions = [
        an_action(
            ref,
            priority="1",
            leads=leads,
            resources_raw=_RESOURCES[ref],
            measures=(Measure(f"{ref}/1", _MEASURES.get(ref, f"Counted {ref}"), target=9),),
        )
        for ref, leads in _PAID.items()
    ]
    plan = a_plan(
        *actions,
        priorities=(Priority("1", "Freedom from Violence and Abuse", 1),),
        agencies=(
            Agency("SDC", "Sevenoaks District Council", ("the council",)),
            Agency("TDC", "Tandridge District Council and Drainage Board", ("the county",)),
            Agency("KP", "Kent Police", ("police",)),
            Agency("MET", "Metropolitan Police", ("the Met",)),
            Agency("GT", "Gwasanaeth Tân", kind="voluntary sector"),
        ),
    )
    return Index(plan), Progress(plan, [an_update("1.2", agency="KP"), an_update("1.4")])


def _read(text: str, book: tuple[Index, Progress]) -> Reading:
    return read(text, book[0], TODAY)


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("which actions get PCC money", "1.1"),
        ("what is Welsh Government paying for", "1.2"),
        ("paid for by the council or the PCC", "1.1 1.3 2.1.2"),
        ("not funded by the council", "1.1 1.2 1.4 1.5 2.1.1"),
        ("on core budgets", "1.5"),
        ("which have more than £5,000 set against them", "1.2 1.3 2.1.1"),
        ("anything under £5k", "1.1"),
        ("£14,000 or more", "1.2 1.3 2.1.1"),
        ("which actions have no funding", "1.4"),
        ("village hall money", "2.1.1"),
        ("no money from the PCC", "1.2 1.3 1.4 1.5 2.1.1 2.1.2"),
        ("which cost more than 10k", "1.2 1.3 2.1.1"),
        ("what has the board got that is red", ""),
        ("the board as lead", "1.4"),
        ("2.1 actions not led by the police", "2.1.1"),
        ("Gwasanaeth Tan actions", "2.1.1"),
        ("led by charities", "2.1.1"),
        ("led by someone other than the police and with no update", "1.1 1.3 2.1.1"),
        ("which actions do the districts lead", "1.1 1.3 1.4"),
        ("what has the Met got due", "1.3"),
        ("led by more than one agency", "1.3"),
        ("updates from the police", "1.2"),
        ("violence and abuse actions with no update", "1.1 1.3 1.5 2.1.1 2.1.2"),
    ],
)
def test_what_a_plan_says_is_asked_by_its_words(
    book: tuple[Index, Progress], text: str, refs: str
) -> None:
    over = _read(text, book).over
    held = (s.action.ref for s in book[1].standings if over.holds(s, TODAY))
    assert " ".join(sorted(held)) == refs


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("who pays for 1.2", Kind.MONEY),
        ("knives recovered so far?", Kind.MEASURES),
        ("how many camera moves compared with last year", Kind.MEASURES),
        ("old people cheated of their money", Kind.NOT_UNDERSTOOD),
        ("lads running county lines", Kind.NOT_UNDERSTOOD),
    ],
)
def test_what_is_wanted(book: tuple[Index, Progress], text: str, kind: Kind) -> None:
    assert _read(text, book).want.kind is kind
