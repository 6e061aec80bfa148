"""A negation before its subject denies what is asked of it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.expression import Not, Refs
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.sample import sample_plan

TODAY = date(2018, 10, 10)
INDEX = Index(sample_plan())


@pytest.mark.parametrize("subject", ["ASB3", "the police", "Kent County Council", "1.3"])
@pytest.mark.parametrize(
    ("contracted", "apart", "rest"),
    [
        ("why hasn't", "why has", "started"),
        ("why haven't", "why have", "reported"),
        ("hasnt", "has", "been updated"),
        ("isn't", "is", "on track"),
        ("and why wasn't", "and why was", "finished"),
    ],
)
def test_before_the_subject_and_behind_it(
    subject: str, contracted: str, apart: str, rest: str
) -> None:
    before = read(f"{contracted} {subject} {rest}", INDEX, TODAY)
    behind = read(f"{apart} {subject} not {rest}", INDEX, TODAY)

    assert (before.want, before.over) == (behind.want, behind.over)


def test_why_it_has_not_started_is_asked_of_it() -> None:
    assert read("why hasn't ASB3 started", INDEX, TODAY).over == Refs(("ASB3",))


def test_behind_a_noun_it_denies_the_agency() -> None:
    over = read("red actions that aren't the police's", INDEX, TODAY).over

    assert any(isinstance(part, Not) for part in getattr(over, "parts", ()))
