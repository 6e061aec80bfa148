"""Every change of state has its line in the audit trail, with what it was before."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.access import HOME
from bot.services import held
from tests.partnership import Partnership


def lines(partnership: Partnership) -> list[tuple[str, str, str, str]]:
    with partnership.bot.store.reading(HOME) as records:
        return [(e.deed, e.subject, e.before, e.after) for e in records.audit.all()]


@pytest.mark.slow
def test_a_quarter_that_closes_by_itself(partnership: Partnership) -> None:
    partnership.live_until(date(2018, 7, 31))
    assert "close quarter" in {deed for deed, *_ in lines(partnership)}


def test_posts_that_pause_and_go_on_once_each(partnership: Partnership) -> None:
    for _ in range(2):
        held.pause(partnership.bot.context, HOME)
    partnership.bot.store.pause(HOME, "", partnership.clock.now())
    states = [line for line in lines(partnership) if line[0] in {"pause", "resume"}]
    assert sorted(states) == [
        ("pause", "posts", "", "app_uninstalled"),
        ("resume", "posts", "", ""),
    ]


@pytest.mark.parametrize(
    ("first", "then", "before"),
    [("sensitive", "official", "OFFICIAL-SENSITIVE"), ("official", "sensitive", "OFFICIAL")],
)
def test_a_marking_with_the_one_before(
    partnership: Partnership, first: str, then: str, before: str
) -> None:
    kelly = partnership.person("U0KELLY")
    for marking in (first, then):
        kelly.types(f"/csp mark ASB3 {marking}")
    marks = [line for line in lines(partnership) if line[0] == "mark"]
    assert before in {line[2] for line in marks}
