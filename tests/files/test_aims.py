"""A measure's cell that says where it starts and where it is to get, in councils' own ways."""

from __future__ import annotations

import pytest

from bot.core.access import HOME
from bot.files.aims import Aim, aims_of
from bot.services.context import Context
from bot.services.plans import preview
from tests.files.conftest import workbook


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("Bicycles marked: 0 → 500", Aim("Bicycles marked", "0", "500")),
        ("Average attendance 14 -> 30", Aim("Average attendance", "14", "30")),
        ("Homes reached (baseline 75, target 120)", Aim("Homes reached", "75", "120")),
        ("Referrals. Baseline: 3. Target: 25.", Aim("Referrals", "3", "25")),
        ("Seen a quarter: 45 (baseline) / 80 (target)", Aim("Seen a quarter", "45", "80")),
        ("Farms visited: at least 120 (95 in 2025/26)", Aim("Farms visited", "95", "at least 120")),
        ("40 cases mediated (2025-26: 22)", Aim("40 cases mediated", "22", "40")),
        ("30 homes made safe; baseline 24", Aim("30 homes made safe", "24", "30")),
        ("Calls fall from 64 to 50", Aim("Calls fall from 64 to 50", "64", "50")),
        ("Confidence – 68% to 75%", Aim("Confidence", "68%", "75%")),
        ("Robbery – 402 (2025/26) to 370 or fewer", Aim("Robbery", "402", "370 or fewer")),
    ],
)
def test_a_start_and_an_end_in_one_cell_are_taken_apart(text: str, aim: Aim) -> None:
    assert aims_of(text) == (aim,)


@pytest.mark.parametrize(
    "text",
    [
        "4 operations",
        "Deliver 10 to 12 sessions",
        "Work with people aged 10 to 17",
        "Patrols from 10 to 12pm",
        "Data from 2025 to 2026",
        "Hold 4 meetings (1 in each quarter)",
        "to be agreed with Probation",
    ],
)
def test_spans_and_counts_are_no_start_and_no_end(text: str) -> None:
    assert aims_of(text) == (Aim(text),)


def test_clauses_with_figures_of_their_own_are_measures_of_their_own() -> None:
    aims = aims_of("Reporting centres – from 6 to 12; satisfied victims – 68% to 75%")
    assert [(aim.baseline, aim.target) for aim in aims] == [("6", "12"), ("68%", "75%")]


@pytest.mark.parametrize("heading", ["Measure (baseline → target)", "How we will know"])
def test_the_figures_reach_the_plan(context: Context, heading: str) -> None:
    rows = [
        ["Safer Oxley Partnership: action plan 2026/27"],
        ["No.", "Action", "Who", "When", heading],
        ["1", "Fit alarms in sheltered homes", "Fire Service", "March 2027", "Alarms: 20 → 90"],
        ["2", "Walk the parks with residents", "Council", "June 2026", "Walks held"],
    ]
    actions = preview(context, HOME, workbook(("Plan", rows)), "plan.xlsx").as_json()["actions"]
    first = actions[0]["measures"][0]
    assert (first["text"], first["baseline"], first["target"]) == ("Alarms", 20, 90)
    assert actions[1]["measures"][0]["text"] == "Walks held"


@pytest.mark.parametrize(
    ("cell", "baseline", "target"),
    [("Base 12; target 25", "12", "25"), ("8 schools (baseline 3)", "3", "8"), ("3 days", "", "")],
)
def test_a_column_of_both_may_label_them(
    context: Context, cell: str, baseline: str, target: str
) -> None:
    rows = [
        ["Community safety plan 2026/27"],
        ["Item", "Activity", "Who leads?", "Completion date", "Baseline & target"],
        ["1a", "Install radios in shops", "BID", "30/11/26", cell],
        ["1b", "Visit new traders", "Council", "30/11/26", "5 -> 10"],
    ]
    read = preview(context, HOME, workbook(("Plan", rows)), "plan.xlsx").as_json()["actions"][0]
    measure = read["measures"][0]
    assert (measure["baseline_raw"] or "") == baseline
    assert read["ref"] == "1a"
    assert not target or measure["target_raw"].startswith(target)
