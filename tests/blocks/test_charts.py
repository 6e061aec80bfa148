"""The chart of a summary: within Slack's limits, said in words too, and left out where refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.blocks import charts
from bot.blocks.notices import drawn
from bot.core.quarters import Quarter
from bot.core.status import Labels
from bot.quarterly.facts import PriorityShare, SummaryHead
from bot.sandbox.limits import Refusal, check_message

HEAD = SummaryHead(
    title="Plan",
    quarter=Quarter(2018, 2),
    as_at=date(2018, 10, 10),
    marking="OFFICIAL",
    total=15,
    good=7,
    share_before=20,
    carried=0,
    first_reports=0,
    shares=(PriorityShare("Domestic Abuse", 3, 8, 2), PriorityShare("ASB", 4, 7, 4)),
)


def test_the_chart_shows_each_priority_this_quarter_beside_last() -> None:
    text, blocks = drawn(HEAD, Labels())
    check_message(text, blocks)
    (chart,) = [block for block in blocks if block["type"] == charts.KIND]
    assert [one["name"] for one in chart["chart"]["series"]] == ["Q2 2018-19", "Q1 2018-19"]
    assert chart["chart"]["axis_config"]["categories"] == ["Domestic Abuse", "ASB"]
    assert "Domestic Abuse 3 of 8 (2 last quarter), ASB 4 of 7 (4 last quarter)" in text


def test_in_a_plans_first_quarter_nothing_stands_beside() -> None:
    first = replace(HEAD, shares=(PriorityShare("A", 1, 2), PriorityShare("B", 1, 2)))
    (chart,) = charts.shares(first)
    assert len(chart["chart"]["series"]) == 1


@pytest.mark.parametrize("shares", [(), HEAD.shares[:1], (HEAD.shares[0], HEAD.shares[0])])
def test_what_cannot_be_told_apart_is_not_drawn(shares: tuple[PriorityShare, ...]) -> None:
    assert charts.shares(replace(HEAD, shares=shares)) == []


def test_the_stand_in_refuses_a_chart_that_slack_would() -> None:
    (chart,) = charts.shares(HEAD)
    chart["chart"]["series"][0]["data"][0]["label"] = "another"
    with pytest.raises(Refusal, match="points of a series"):
        check_message("text", [chart])
