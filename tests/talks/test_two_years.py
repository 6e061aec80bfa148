"""April 2018 to June 2020, every morning: the next plan is loaded each February, one comes late."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.core.access import HOME
from bot.core.plan import Plan
from bot.core.quarters import Quarter
from bot.sample import next_sample_plan
from bot.sample.loading import load_next_sample
from bot.services.years import save_version
from tests.partnership import Partnership


def _third_plan() -> Plan:
    second = next_sample_plan()
    ends = date(2021, 3, 31)
    return replace(second, year="2020-21", starts=date(2020, 4, 1), ends=ends)


@pytest.mark.gate
def test_two_years_and_a_quarter_each_summary_once_and_nothing_asked_without_a_plan(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    helen, kelly = csp.person("U0HELEN"), csp.person("U0KELLY")
    saved: dict[str, int] = {}
    for day in (date(2018, 6, 5), date(2018, 9, 4), date(2018, 12, 4), date(2019, 2, 18)):
        csp.live_until(day)
        helen.types("/csp update ASB3 green Reported as every quarter")
        _note(saved, helen.last())
    load_next_sample(csp.bot.context, HOME)
    for day in (date(2019, 4, 2), date(2019, 4, 3), date(2019, 7, 2), date(2019, 12, 3)):
        csp.live_until(day)
        helen.types("/csp update ASB3 green Reported as every quarter")
        _note(saved, helen.last())
    csp.live_until(date(2020, 5, 4))  # the next plan is late: a month without one
    helen.types("/csp update ASB3 green Reported as every quarter")
    assert "nothing" in helen.last() or "closed" in helen.last()
    with csp.bot.store.writing(HOME) as records:
        save_version(records, _third_plan(), csp.clock.now(), csp.clock.today())
    csp.live_until(date(2020, 5, 6))
    helen.types("/csp update ASB3 green Reported as every quarter")
    _note(saved, helen.last())
    csp.live_until(date(2020, 6, 30))

    heads = [re.findall(r"Quarterly summary, (Q\d \d{4}-\d\d)", text) for text in csp.channel()]
    posted = [label for found in heads for label in found]
    first, last = Quarter(2018, 1), Quarter(2019, 4)
    assert posted == [str(quarter) for quarter in _quarters(first, last)]
    assert set(saved) == {
        *("Q1 2018-19", "Q2 2018-19", "Q3 2018-19", "Q4 2018-19"),
        *("Q1 2019-20", "Q2 2019-20", "Q3 2019-20", "Q1 2020-21"),
    }
    assert sum("plan is in force" in text for text in csp.channel()) == 2
    told = [letter for letter in kelly.letters() if "no plan is loaded to follow it" in letter]
    # 2018-19: 60 days before, then the next one was there. 2019-20: 60, 30, 7 days, and its end.
    assert len(told) == 1 + 4
    with csp.bot.store.reading(HOME) as records:
        assert [plan.year for plan in records.plans.held()] == ["2018-19", "2019-20", "2020-21"]
        for quarter, count in saved.items():
            found = Quarter.parse(quarter, today=csp.clock.today())
            assert found is not None
            progress = records.plans.covering(found)
            assert progress is not None
            entries = [u for u in progress.standing("ASB3").updates if u.quarter == found]
            assert len(entries) == count


def _note(saved: dict[str, int], said: str) -> None:
    match = re.search(r"Saved: ASB3 for (Q\d \d{4}-\d\d)", said)
    assert match, said
    saved[match[1]] = saved.get(match[1], 0) + 1


def _quarters(first: Quarter, last: Quarter) -> list[Quarter]:
    found = [first]
    while found[-1] < last:
        found.append(found[-1].next)
    return found
