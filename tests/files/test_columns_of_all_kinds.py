"""Columns as councils write them that no heading alone explains: two fields in one, one field in
several, last year's beside this year's, grades called priorities, references called actions."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import PatternFill

from bot.core.access import HOME
from bot.files.imported import Imported
from bot.files.previewing import preview_words
from bot.services.context import Context
from bot.services.plans import apply, host, preview
from tests.files.conftest import workbook

PLAN = [
    ["Northshire CSP Action Plan 2018-19"],
    ["Ref", "Priority", "Action", "Lead", "Due", "Measure", "Target"],
    ["A1", "Homes", "Fit locks", "Police", "30/09/2018", "Locks fitted", 40],
    ["A2", "Homes", "Mark bikes", "Police", "31/12/2018", "Bikes marked", 90],
]


def _read(context: Context, rows: list[list[Any]], merged: tuple[str, ...] = ()) -> dict[str, Any]:
    content = workbook(("Plan", rows), merged=merged)
    return preview(context, HOME, content, "plan.xlsx").as_json()


def _of(found: dict[str, Any], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(action[name] for name in names) for action in found["actions"]]


def _returned(context: Context, content: bytes) -> Imported:
    plan = preview(context, HOME, workbook(("Plan", PLAN)), "plan.xlsx")
    apply(context, host(context), plan)
    return preview(context, HOME, content, "return.xlsx")


def test_a_lead_and_a_time_in_one_cell_are_two_fields(context: Context) -> None:
    rows = [
        ["Action Plan 2018-19"],
        ["Action", "Lead and timescale", "Measure"],
        ["Fit locks in Elm", "Town Council\nJuly 2018", "Locks fitted"],
        ["Mark bikes in Oak", "Police / Probation - by 31 January 2019", "Bikes marked"],
        ["Walk the river path", "Wardens; ongoing", "Walks"],
        ["Write to all shops", "Trading Standards", "Letters"],
    ]
    found = _read(context, rows)
    assert _of(found, "lead_raw", "timescale_raw", "due") == [
        ("Town Council", "July 2018", "2018-07-31"),
        ("Police / Probation", "by 31 January 2019", "2019-01-31"),
        ("Wardens", "ongoing", "2019-03-31"),
        ("Trading Standards", None, None),
    ]


def test_ticks_under_statuses_are_the_status(context: Context) -> None:
    rows = [
        ["Police: quarterly return, Q2 2018-19"],
        ["Ref", "On track", "At risk", "Off track", "Complete", "Progress"],
        ["A1", "", "x", "", "", "Eleven fitted"],
        ["A2", "✓", "", "", "", "Begun"],
    ]
    read = _returned(context, workbook(("Return", rows)))
    stated = [(u.ref, u.status.value, u.note) for u in read.updates if u.status]
    assert stated == [("A1", "at_risk", "Eleven fitted"), ("A2", "on_track", "Begun")]


def test_of_two_years_beside_each_other_the_later_one_is_the_plan(context: Context) -> None:
    rows = [
        ["Review of 2017-18 and Action Plan 2018-19"],
        ["Priority", "2017-18 (last year)", "", "", "2018-19", "", "", ""],
        ["", "Action", "Lead", "Outturn", "Ref", "Action", "Lead", "Due"],
        ["Homes", "Drop leaflets", "Police", "900", "A1", "Fit locks", "Council", "30/09/2018"],
        ["Homes", "Close paths", "Council", "2", "A2", "Mark bikes", "Police", "31/12/2018"],
    ]
    found = _read(context, rows, ("B2:D2", "E2:H2"))
    assert found["plan"]["year"] == "2018-19"
    assert _of(found, "ref", "description", "lead_raw") == [
        ("A1", "Fit locks", "Council"),
        ("A2", "Mark bikes", "Police"),
    ]
    beside = found["actions"][0]["further"]
    assert {"heading": "2017-18 (last year): Action", "text": "Drop leaflets"} in beside


def test_a_priority_of_grades_is_none_of_the_plan(context: Context) -> None:
    rows = [
        ["Task Name", "Bucket Name", "Progress", "Priority", "Assigned To", "Due date"],
        ["Fit locks", "Homes", "In progress", "Urgent", "Police", "30/09/2018"],
        ["Light the path", "Streets", "Not started", "Medium", "Council", "31/12/2018"],
        ["Mark bikes", "Streets", "Completed", "Low", "Council", "31/12/2018"],
    ]
    found = _read(context, rows)
    assert [priority["name"] for priority in found["priorities"]] == ["Homes", "Streets"]
    assert {"heading": "Priority", "text": "Urgent"} in found["actions"][0]["further"]


def test_how_things_stood_at_the_start_is_no_status(context: Context) -> None:
    rows = [
        ["Action Plan 2018-19"],
        ["Objective ref", "Priority", "Action", "Lead", "Due", "RAG at start", "RAG now"],
        ["1.1", "Homes", "Fit locks", "Police", "30/09/2018", "Red", "Amber"],
        ["1.2", "Homes", "Mark bikes", "Police", "31/12/2018", "Green", ""],
    ]
    found = _read(context, rows)
    assert _of(found, "ref", "rag") == [("1.1", "amber"), ("1.2", None)]
    assert {"heading": "RAG at start", "text": "Red"} in found["actions"][0]["further"]


def test_a_column_of_actions_that_holds_references_is_one_of_references(context: Context) -> None:
    rows = [
        ["Police: quarterly return, Q2 2018-19"],
        ["Action", "Description", "Status", "Commentary", "Figure"],
        ["A1", "Fit locks", "Green", "Eleven fitted", "11 locks"],
        ["A2", "Mark bikes", "Amber", "Rain", "30 (of 90)"],
    ]
    read = _returned(context, workbook(("Return", rows)))
    assert read.kind == "return"
    assert [(u.ref, u.reading) for u in read.updates] == [("A1", 11), ("A2", 30)]
    shown = preview_words(read)
    assert "Figure                             -> reading" in shown


def test_a_total_below_ticked_months_hides_no_schedule(context: Context) -> None:
    rows: list[list[Any]] = [
        ["Work plan 2018-19"],
        ["No", "Priority", "Activity", "Owner", "Apr", "May", "Jun"],
        [1, "Homes", "Fit locks", "Police", "x", "x", ""],
        [2, "Homes", "Mark bikes", "Council", "", "", "x"],
        ["", "", "Total", "", 1, 1, 1],
    ]
    assert _of(_read(context, rows), "due") == [("2018-05-31",), ("2018-06-30",)]


def test_of_a_plan_of_several_years_the_year_written_above_it(context: Context) -> None:
    rows = [
        ["Northshire Community Safety Plan 2017-2020"],
        ["Delivery plan: Year 2 (2018-19)"],
        ["Ref", "Action", "Lead", "Due"],
        ["A1", "Fit locks", "Police", "30/09/2018"],
    ]
    assert _read(context, rows)["plan"]["year"] == "2018-19"


def test_a_status_by_colour_alone_in_a_return_is_a_proposal_and_said(context: Context) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Police: quarterly return, Q2 2018-19"], ["Ref", "RAG", "Progress"],
                ["A1", "", "Eleven fitted"], ["A2", "", ""]):  # fmt: skip
        sheet.append(row)
    sheet["B3"].fill = sheet["B4"].fill = PatternFill("solid", fgColor="FF0000")
    out = io.BytesIO()
    book.save(out)
    read = _returned(context, out.getvalue())
    assert [(u.ref, u.status) for u in read.updates] == [
        ("A1", "off_track"),
        ("A2", "off_track"),
    ]
    assert [p.ref for p in read.problems if p.code == "status_by_colour_only"] == ["A1", "A2"]


def test_a_figure_to_start_from_without_a_measure_is_kept(context: Context) -> None:
    rows = [
        ["Action Plan 2018-19"],
        ["Ref", "Action", "Lead", "Due", "Where we are now"],
        ["A1", "Fit locks", "Police", "30/09/2018", "12 homes"],
    ]
    beside = _read(context, rows)["actions"][0]["further"]
    assert beside == [{"heading": "Where we are now", "text": "12 homes"}]


def test_a_row_a_quarter_of_the_same_actions_is_one_action_with_updates(context: Context) -> None:
    rows = [
        ["Ref", "Theme", "Action", "Lead", "Due", "Quarter", "RAG", "Comment"],
        ["N1", "Noise", "Noise app", "Council", "31/12/2018", "Q1 2018-19", "Green", "Tender out"],
        ["N2", "Noise", "Patrols", "Police", "31/03/2019", "Q1 2018-19", "Green", "Begun"],
        ["N1", "Noise", "Noise app", "Council", "31/12/2018", "Q2 2018-19", "Amber", "No offers"],
        ["N2", "Noise", "Patrols", "Police", "31/03/2019", "Q2 2018-19", "", ""],
    ]
    read = preview(context, HOME, workbook(("Plan", rows)), "plan.xlsx")
    assert _of(read.as_json(), "ref", "rag") == [("N1", "amber"), ("N2", "green")]
    assert [(u.ref, str(u.quarter), u.note) for u in read.updates] == [
        ("N1", "Q1 2018-19", "Tender out"),
        ("N1", "Q2 2018-19", "No offers"),
        ("N2", "Q1 2018-19", "Begun"),
    ]
    assert "duplicate_ref" not in {problem.code for problem in read.problems}


def test_an_officer_and_a_body_in_one_cell_are_the_body_led_by_the_officer(
    context: Context,
) -> None:
    rows = [
        ["Action Plan 2018-19"],
        ["Ref", "Action", "Lead officer / organisation", "Due"],
        ["A1", "Fit locks", "Jan Okafor, Transport Police", "30/09/2018"],
        ["A2", "Mark bikes", "Parish councils, Wardens Service", "30/09/2018"],
        ["A3", "Walk the path", "Wardens Service", "30/09/2018"],
    ]
    found = _read(context, rows)
    assert [agency["name"] for agency in found["agencies"]] == [
        "Transport Police", "Parish councils", "Wardens Service",
    ]  # fmt: skip
    beside = {"heading": "Lead officer / organisation", "text": "Jan Okafor, Transport Police"}
    assert found["actions"][0]["further"] == [beside]


def test_milestones_of_the_quarters_are_no_updates(context: Context) -> None:
    rows = [
        ["Action Plan 2018-19"],
        ["Ref", "Action", "Lead", "Q1 milestone", "Q2 milestone", "Due"],
        ["A1", "Fit locks", "Police", "Fitter chosen", "Half fitted", "30/09/2018"],
    ]
    read = preview(context, HOME, workbook(("Plan", rows)), "plan.xlsx")
    assert read.updates == ()
    beside = read.as_json()["actions"][0]["further"]
    assert {"heading": "Q2 milestone", "text": "Half fitted"} in beside


def test_a_number_of_things_that_begin_like_a_month_is_no_date(context: Context) -> None:
    rows = [
        ["Action Plan 2018-19"],
        ["Ref", "Action", "Lead", "When", "Target"],
        ["A1", "Staff the rank", "Council, with schools", "30/09/2018", "4 marshals"],
        ["A2", "Meet the mayor", "Council", "30/09/2018", "2 mayors"],
    ]
    found = _read(context, rows)
    assert [a["measures"][0]["target_raw"] for a in found["actions"]] == ["4 marshals", "2 mayors"]
    assert [agency["name"] for agency in found["agencies"]] == ["Council", "schools"]


def test_a_return_without_references_finds_its_actions_by_their_words(context: Context) -> None:
    rows = [
        ["Police"],
        ["Please find our update for the period July to September 2018"],
        ["Our action", "How did it go?", "What we did", "Next steps"],
        ["Fit  locks", "Green", "Eleven fitted", "Order more"],
        ["Paint the hall", "Green", "Done", ""],
        ["Kind regards"],
    ]
    read = _returned(context, workbook(("Return", rows)))
    assert [(u.ref, u.status, u.note) for u in read.updates] == [
        ("A1", "on_track", "Eleven fitted\nNext steps: Order more")
    ]
    problems = {problem.code: problem for problem in read.problems}
    assert "'Paint the hall'" in problems["unknown_ref"].message
    assert problems["row_not_read"].quote == "Kind regards"


def test_what_a_later_file_has_no_column_for_stays_as_it_is_held(context: Context) -> None:
    rows = [
        ["Northshire CSP Action Plan 2018-19"],
        ["Ref", "Action", "Lead"],
        ["A1", "Fit locks", "Wardens"],
        ["A2", "Mark bikes", "Police"],
    ]
    read = _returned(context, workbook(("Plan", rows)))
    assert [change.key for change in read.changes] == ["lead:A1"]
    rows = [[*rows[0]], [*rows[1], "Due"], [*rows[2], ""], [*rows[3], "31/12/2018"]]
    kinds = {c.key for c in _returned(context, workbook(("Plan", rows))).changes}
    assert kinds == {"lead:A1", "moved:A1"}


def test_of_a_workbook_with_a_sheet_an_agency_each_sheet_is_that_agencys(context: Context) -> None:
    plan = [*PLAN[:3], ["A2", "Homes", "Mark bikes", "Fire Service", "31/12/2018", "Bikes", 90]]
    apply(context, host(context), preview(context, HOME, workbook(("Plan", plan)), "plan.xlsx"))
    head = ["Ref", "Status", "Progress"]
    content = workbook(
        ("Police", [["Return, Q2 2018-19"], head, ["A1", "Green", "Eleven fitted"]]),
        ("Fire", [["Fire Service: return, Q2 2018-19"], head, ["A2", "Amber", "Rain"],
                  ["A1", "Red", "Not ours"]]),
    )  # fmt: skip
    read = preview(context, HOME, content, "returns.xlsx")
    assert [(u.ref, u.status, u.note) for u in read.updates] == [
        ("A1", "on_track", "Eleven fitted"),
        ("A2", "at_risk", "Rain"),
    ]
    assert [p.ref for p in read.problems if p.code == "other_agency"] == ["A1"]


def test_a_number_that_each_action_begins_with_is_its_reference(context: Context) -> None:
    rows = [
        ["Action Plan 2018-19"],
        ["What will we do?", "Who leads?", "By when?"],
        ["1.1 Talk to 300 people about scams", "Age Concern", "30/11/2018"],
        ["1.2 - Give out stickers", "Wardens", "Within 6 months of approval"],
    ]
    found = _read(context, rows)
    assert _of(found, "ref", "description", "due") == [
        ("1.1", "Talk to 300 people about scams", "2018-11-30"),
        ("1.2", "Give out stickers", None),
    ]
    rows[3][0] = "Give out stickers"
    assert _of(_read(context, rows), "ref") == [(None,), (None,)]
