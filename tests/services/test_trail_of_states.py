"""Every change of state has its line in the audit trail, with what it was before."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.access import HOME
from bot.sample.loading import load_next_sample
from bot.services import held, plans
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


def test_the_trail_of_an_action_shows_labels_quarters_and_imported_updates(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    context, kelly = csp.bot.context, csp.person("U0KELLY")
    history = (
        b"date,ref,agency,status,note\n2018-05-02,ASB3,SDC,At risk,Sites were late\n"
        b"2018-05-09,ASB3,SDC,On track,Sites are agreed\n"
    )
    plans.apply(context, plans.host(context), plans.preview(context, HOME, history, "history.csv"))
    kelly.types("/csp history ASB3")
    later, line = (line for line in kelly.last().splitlines() if "import" in line)
    assert "At risk → 🟢 On track" in later
    for words in ("2 May", "report for Q1 2018-19", "by Sevenoaks District Council", "At risk"):
        assert words in line
    assert "13:00" not in line, "the file gave a day and no time"
    assert "Nothing has been done" not in kelly.last()

    csp.person("U0HELEN").types("/csp update ASB3 green Two cameras are up")
    kelly.types("/csp history ASB3")
    newest = kelly.last().splitlines()[1]
    assert "U0HELEN" in newest
    assert "for Q1 2018-19" in newest
    assert "On track → " in newest
    assert "at_risk" not in kelly.last()


def test_the_trail_of_an_action_is_of_one_plan(partnership: Partnership) -> None:
    helen, kelly = partnership.person("U0HELEN"), partnership.person("U0KELLY")
    helen.types("/csp update ASB3 amber Sites were late")
    load_next_sample(partnership.bot.context, HOME)
    partnership.clock.move_to(partnership._at(date(2019, 4, 16), 9))
    kelly.types("/csp history ASB3")
    assert "At risk" not in kelly.last()
    kelly.types("/csp history ASB3 2018-19")
    assert "At risk" in kelly.last()


@pytest.mark.parametrize(
    ("first", "then", "before"),
    [("sensitive", "official", "OFFICIAL-SENSITIVE"), ("official", "sensitive", "OFFICIAL")],
)
def test_a_marking_with_the_one_before(
    partnership: Partnership, first: str, then: str, before: str
) -> None:
    for marking in (first, then):
        partnership.marks(f"ASB3 {marking}")
    marks = [line for line in lines(partnership) if line[0] == "mark"]
    assert before in {line[2] for line in marks}
