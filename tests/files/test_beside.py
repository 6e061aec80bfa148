"""What stands beside a plan is named and never read as an action or a priority."""

from __future__ import annotations

import pytest

from bot.core.access import HOME
from bot.services.context import Context
from bot.services.plans import preview
from tests.files.conftest import workbook

PLAN = [
    ["Community Safety Plan 2018-19"],
    ["Ref", "Priority", "Action", "Lead", "By when"],
    ["A1", "Streets", "Light the path", "Police", "30/09/2018"],
    ["A2", "Streets", "Clear the lanes", "Council", "31/10/2018"],
]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [["Total", "", "2 actions"]],
        [["", "Total actions: 2"]],
        [["Key"], ["G", "On track"], ["R", "Off track"]],
        [["R", "Off track"], ["G", "On track"]],
        [["Glossary"], ["CSP", "Community safety partnership"], ["PCC", "The commissioner"]],
        [["Risks"], ["Risk", "Mitigating action", "Owner"], ["Grant ends", "Bid again", "Chair"]],
        [["Number overdue", "1"], ["Number due", "1"]],
        [["Completed last year"], ["Action", "Lead", "Outcome"], ["Radios", "BID", "60 shops"]],
        [["What we achieved in 2017-18"], ["Action", "Lead", "When"], ["Radios", "BID", "May"]],
    ],
)
def test_below_the_actions(context: Context, rows: list[list[str]]) -> None:
    read = preview(context, HOME, workbook(("Plan", [*PLAN, [], *rows])), "plan.xlsx")
    assert [action.ref for action in read.actions] == ["A1", "A2"]
    assert [priority.name for priority in read.priorities] == ["Streets"]
    told = " ".join(f"{problem.quote} {problem.message}" for problem in read.problems)
    told += " ".join(column.heading for column in read.mapping if column.field is None)
    assert [text for row in rows for text in row if text and text not in told] == []
