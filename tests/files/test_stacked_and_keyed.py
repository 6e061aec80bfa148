"""Tables under each other with the same headings, lines that say what a priority is for, keys of
statuses in lines, figures of a return, covers, money yet to come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.core.access import HOME
from bot.files.imported import Imported
from bot.files.legend import legend_of
from bot.files.sheet import Cell, Row, Sheet
from bot.files.title import names_whose
from bot.files.vocabulary import meaning
from bot.services.context import Context
from bot.services.plans import apply, host, preview
from tests.factories import at
from tests.files.conftest import workbook

TITLE = ["Tove Vale Community Safety Partnership: action plan 2026/27"]
HEADING = ["What we will do", "Lead officer and organisation", "Others involved", "By", "RAG"]


def _read(context: Context, rows: list[list[Any]], *sheets: tuple[str, Any]) -> Imported:
    return preview(context, HOME, workbook(*sheets, ("Plan", rows)), "plan.xlsx")


def _shown(read: Imported) -> list[tuple[str, str]]:
    names = {priority.key: priority.name for priority in read.priorities}
    return [(names[action.priority], action.description) for action in read.actions]


def _work(text: str, lead: str = "Police") -> list[str]:
    return [text, lead, "Wardens", "31/12/2026", "Green"]


@pytest.mark.parametrize("between", [[[], []], [[]], []])
@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("aim", ["Aim: fewer break-ins", "Our goal: nobody robbed",
                                 "Vision – safe lanes", "Why: it doubled",
                                 "What we want: none", ""])  # fmt: skip
def test_tables_with_the_same_headings_stand_each_under_its_own_line(
    context: Context, between: list[Any], again: bool, aim: str
) -> None:
    why = [[aim]] if aim else []
    head = [HEADING] if again else []
    rows = [TITLE, [], ["1. Farms"], *why, HEADING, _work("Mark trailers"), _work("Map thefts"),
            *between, ["2. Stations"], *why, *head, _work("Walk the platforms"), *between,
            ["3. Parks"], *why, *head, _work("Lock the gates")]  # fmt: skip
    read = _read(context, rows)
    assert _shown(read) == [
        ("Farms", "Mark trailers"), ("Farms", "Map thefts"),
        ("Stations", "Walk the platforms"), ("Parks", "Lock the gates"),
    ]  # fmt: skip
    assert [priority.intent for priority in read.priorities] == [aim] * 3
    assert not any(action.further for action in read.actions)


def test_several_aims_of_a_priority_stay_levels(context: Context) -> None:
    rows = [TITLE, ["1. Farms"], HEADING, ["Aim: fewer thefts"], _work("Mark trailers"),
            ["Aim: quicker answers"], _work("Ring round farms")]  # fmt: skip
    read = _read(context, rows)
    assert [action.further for action in read.actions] == [
        (("Objective", "Aim: fewer thefts"),), (("Objective", "Aim: quicker answers"),),
    ]  # fmt: skip
    assert read.priorities[0].intent == ""


def test_a_count_beside_a_total_is_no_action_in_whatever_column_the_word_stands(
    context: Context,
) -> None:
    rows = [TITLE, ["KPI", "Task", "Lead", "Due"], ["Visits", "Call on farms", "Police", "Q2"],
            ["Total actions", "1"]]  # fmt: skip
    assert [a.description for a in _read(context, rows).actions] == ["Call on farms"]


KEYS = [
    ("RAG: R red, A amber, G green, C complete, NS not started", {"c": "blue", "ns": "grey"}),
    ("Key: X – off track, O – at risk, V – on track", {"x": "red", "o": "amber", "v": "green"}),
    ("Complete (C), On track (T), Off track (X)", {"c": "blue", "t": "green", "x": "red"}),
    ("Words we use: Drifting = amber; Stuck = red; Complete = blue. Position at end of Q3.",
     {"drifting": "amber", "stuck": "red"}),
    ("P means on track; H means off track", {"p": "green", "h": "red"}),
    ("Status key - Late: red; Slipping: amber; Closed: complete",
     {"late": "red", "slipping": "amber"}),
    ("Green = on track, Amber = some slippage, Complete = finished", {}),
    ("Please use: Complete / On track / At risk / Off track", {}),
    ("Lead: Police; Status: complete", {}),
    ("Priority A: on track, by June", {}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "said"), KEYS)
def test_a_line_is_a_key_when_its_clauses_are_marks_and_statuses(
    line: str, said: dict[str, str]
) -> None:
    legend = legend_of([Sheet("Plan", (Row(1, (Cell(line),)),))])
    assert {mark: legend[mark] for mark in said} == said
    assert said or not legend


def test_a_key_may_stand_line_by_line() -> None:
    lines = ("Z: on track", "Y: off track", "W: complete")
    rows = tuple(Row(n, (Cell(line),)) for n, line in enumerate(lines, 1))
    assert legend_of([Sheet("Plan", rows)]) == {"z": "green", "y": "red", "w": "blue"}


def test_the_words_of_a_key_count_in_the_plan_and_it_is_named(context: Context) -> None:
    key = ["Status words: Drifting = amber; Stuck = red"]
    work = [[*_work("Mark trailers")[:4], "Drifting"], [*_work("Map thefts")[:4], "Stuck"]]
    read = _read(context, [TITLE, key, ["1. Farms"], HEADING, *work])
    assert [action.rag for action in read.actions] == ["amber", "red"]
    assert "key_read" in {problem.code for problem in read.problems}


@pytest.mark.parametrize("heading", ["Measure: number so far", "KPI to date", "Figure this quarter",
                                     "Success measure", "Achieved", "How many", "Current figure",
                                     "Indicator result", "Total so far",
                                     "Numbers reached this quarter"])  # fmt: skip
def test_the_figures_of_a_return_are_readings_and_its_key_counts(
    context: Context, heading: str
) -> None:
    plan = [TITLE, ["Ref", "Action", "Lead", "Due", "Measure", "Target"],
            ["F1", "Mark trailers", "Police", "Q4", "Trailers", "40"],
            ["F2", "Walk the lanes", "Police", "Q4", "Walks", "30"]]  # fmt: skip
    apply(context, host(context), preview(context, HOME, workbook(("P", plan)), "p.xlsx"))
    rows = [["Police return, Q1 2026-27"], ["W: on track; X: off track; Y: complete"], [],
            ["Ref", "Status", "Comments", heading], ["F1", "W", "Going on", "12"],
            ["F2", "X", "Held up by floods", "7 of 30"]]  # fmt: skip
    now = replace(context, now=lambda: at("2026-07-04"))
    read = preview(now, HOME, workbook(("Return", rows)), "return.xlsx")
    shown = [(u.ref, u.status and u.status.value, u.note) for u in read.updates]
    assert shown == [("F1", "on_track", "Going on"), ("F2", "off_track", "Held up by floods")]
    assert [u.reading for u in read.updates] == [12, 7]


@pytest.mark.parametrize("heading", ["KPI number", "Measure (count)", "Measure of success",
                                     "Key measures", "Performance indicator"])  # fmt: skip
def test_what_names_a_measure_is_no_reading(heading: str) -> None:
    assert meaning(heading) == ("measure", 0)


@pytest.mark.parametrize("key", [
    ["Flying = on track; Stuck = off track; Closed = complete"],
    ["What the words mean: Flying means on track, Stuck means red"],
    ["Key", "Flying = on track", "Stuck = red", "Waiting = not started"],
])  # fmt: skip
@pytest.mark.parametrize("below", [False, True])
def test_a_key_is_no_priority_and_named_once(context: Context, key: list[str], below: bool) -> None:
    lines: list[list[Any]] = [[line] for line in key]
    table = [["1. Farms"], HEADING, [*_work("Mark trailers")[:4], "Flying"],
             [*_work("Map thefts")[:4], "Stuck"]]  # fmt: skip
    rows = [TITLE, [], *table, [], *lines] if below else [TITLE, *lines, [], *table]
    read = _read(context, rows)
    assert [action.rag for action in read.actions] == ["green", "red"]
    assert [priority.name for priority in read.priorities] == ["Farms"]
    named = [p.quote for p in read.problems if p.code == "key_read"]
    assert named == [line for line in key if line != "Key"]


def test_an_officer_is_told_from_a_body_with_capitals(context: Context) -> None:
    heading = ["Task", "Named person and body", "Others involved", "By", "RAG"]
    for headed in (HEADING, heading):
        rows = [TITLE, ["1. Farms"], headed, _work("Run the club", "R. Venn, Tove ABC"),
                _work("Map thefts", "Insp. Lark, Police"),
                _work("Mark saddles", "DS Thorn, Tove RFC")]  # fmt: skip
        read = _read(context, rows)
        assert [a.lead_raw for a in read.actions] == ["Tove ABC", "Police", "Tove RFC"]


def test_quarters_of_letters_are_statuses_by_the_key(context: Context) -> None:
    rows = [TITLE, ["Key: X = off track; T = on track; W = complete"],
            ["Ref", "Task", "Lead", "Due", "Q1", "Q2"],
            ["F1", "Mark trailers", "Police", "Q4", "X", "T"],
            ["F2", "Map thefts", "Police", "Q4", "T", "W"]]  # fmt: skip
    read = _read(context, rows)
    assert [action.rag for action in read.actions] == ["green", "blue"]


@pytest.mark.parametrize("name", ["Tove & Brack Community Safety Partnership", "Tove CSP",
                                  "Community Safety Partnership for Tove"])  # fmt: skip
def test_a_cover_says_whose_the_plan_is(context: Context, name: str) -> None:
    cover = [[name], ["Delivery Plan"], ["2026-27"]]
    rows = [["Priority 1: Farms"], HEADING, _work("Mark trailers")]
    read = _read(context, rows, ("Cover", cover))
    assert read.plan is not None
    assert read.plan.partnership == name
    assert not names_whose("Send this form to your partnership")


@pytest.mark.parametrize("text", ["£900 subject to a grant", "Depends on the bid", "Grant pending",
                                  "If funded", "Funding not yet confirmed"])  # fmt: skip
def test_money_yet_to_come_is_said_of_resources_too(context: Context, text: str) -> None:
    rows = [TITLE, ["Ref", "Action", "Lead", "Due", "Cost"],
            ["F1", "Mark trailers", "Police", "Q4", text]]  # fmt: skip
    assert "funding_condition" in {problem.code for problem in _read(context, rows).problems}
