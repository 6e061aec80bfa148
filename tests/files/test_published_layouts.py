"""Layouts of published plans: grouped headings, covers, leads of a theme, forms of agencies."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from bot.core.access import HOME
from bot.files.levels import is_note
from bot.files.vocabulary import meaning
from bot.services.context import Context
from bot.services.plans import apply, host, preview
from tests.files.conftest import workbook

GROUPED: list[list[Any]] = [
    ["Action plan April 2026 - March 2027"],
    ["No.", "Action", "Accountability", None, "Milestones", None, "Performance", None, "Deadline"],
    [None, None, "Lead agency", "Delivery group", "Q1", "Q2", "Indicator", "Target", None],
    [
        1,
        "Fit cameras",
        "Council",
        "Towns Group",
        "Survey",
        "Half fitted",
        "Cameras",
        31,
        "Jan 2027",
    ],
    [2, "Train staff", "Police", "Towns Group", "6 trained", "All", "Trained", 22, "Feb 2027"],
]
MERGED = ("A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2", "I2:I3")


def _word(lines: list[str], *tables: list[list[str]], wide: int = 0) -> bytes:
    """A Word document of paragraphs and tables whose first `wide` rows are one cell each."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    for rows in tables:
        table = document.add_table(rows=0, cols=len(rows[-1]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
        for number in range(wide):
            table.cell(number, 0).merge(table.cell(number, len(rows[-1]) - 1))
        document.add_paragraph()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_milestones_over_the_quarters_are_no_updates(context: Context) -> None:
    read = preview(context, HOME, workbook(("Plan", GROUPED), merged=MERGED), "plan.xlsx")
    assert read.updates == ()
    action = read.as_json()["actions"][0]
    assert {"heading": "Milestones Q2", "text": "Half fitted"} in action["further"]
    assert action["measures"][0]["target"] == 31
    fields = {(c["heading"], c["field"]) for c in read.as_json()["mapping"]}
    assert ("Accountability", "lead") not in fields
    assert ("Lead agency", "lead") in fields


@pytest.mark.parametrize(
    ("group", "comments"),
    [("Progress against milestones", 2), ("Quarterly targets", 0), ("Comments", 2)],
)
def test_what_stands_over_the_quarters_says_what_they_hold(
    context: Context, group: str, comments: int
) -> None:
    heading = [group if text == "Milestones" else text for text in GROUPED[1]]
    rows = [GROUPED[0], heading, *GROUPED[2:]]
    read = preview(context, HOME, workbook(("Plan", rows), merged=MERGED), "plan.xlsx")
    quarters = read.as_json()["actions"][0].get("updates", {}).values()
    assert sum(1 for entry in quarters if entry["comment"]) == comments


def test_the_year_is_that_of_the_cover_and_not_of_a_sentence(context: Context) -> None:
    cover = [["Northshire Safer Communities Board"], ["Delivery Plan 2029-30"]]
    theme = [
        ["Theme 1: Safer streets"],
        ["Residents asked for this in the 2028 survey."],
        [],
        ["Ref", "Action", "Lead", "Deadline"],
        ["S1", "Light the path", "Council", "Oct-29"],
        ["S2", "Staff the rank", "Police", "Feb-30"],
    ]
    read = preview(context, HOME, workbook(("Cover", cover), ("Streets", theme)), "p.xlsx")
    assert read.as_json()["plan"]["year"] == "2029-30"
    alone = preview(context, HOME, workbook(("Streets", theme)), "p.xlsx").as_json()
    assert alone["plan"]["year"] == "2029-30"
    assert "no_plan_year" in {problem["code"] for problem in alone["problems"]}


def test_who_leads_a_theme_is_no_priority(context: Context) -> None:
    rows = [["Action", "Lead organisation(s)", "Completion", "Target"]]
    themes = [
        [[f"Theme {n} - {name}"], [f"Theme lead: Head of {name}, Council"], *rows,
         [f"Review {name.lower()}", "Council", "By July 2031", "One review"]]
        for n, name in enumerate(("Homes", "Roads", "Parks"), 1)
    ]  # fmt: skip
    content = _word(["Delivery Plan 2031-32"], *themes, wide=2)
    read = preview(context, HOME, content, "plan.docx").as_json()
    assert [priority["name"] for priority in read["priorities"]] == ["Homes", "Roads", "Parks"]


def test_an_agencys_monitoring_form_is_a_return(context: Context) -> None:
    plan: list[list[Any]] = [
        ["Northshire CSP Action Plan 2018-19"],
        ["Ref", "Priority", "Action", "Lead", "Due", "Measure"],
        ["A1", "Homes", "Fit locks", "Northshire Police", "30/09/2018", "Locks fitted"],
        ["A2", "Homes", "Mark bikes", "Northshire Police", "31/12/2018", "Bikes marked"],
    ]
    held = preview(context, HOME, workbook(("Plan", plan)), "plan.xlsx")
    apply(context, host(context), held)
    lines = ["Northshire CSP", "Name of agency: Northshire Police", "Quarter 2, 2018/19"]
    form = [
        ["Action number", "Action", "Progress this quarter", "Status", "Output achieved"],
        ["A1", "Fit locks", "All fitted", "Complete", "40"],
        ["A2", "Mark bikes", "Tags are late", "At risk", "12"],
    ]
    read = preview(context, HOME, _word(lines, form), "form.docx").as_json()
    reported = [(u["ref"], u["quarter"], u["status"], u["reading"]) for u in read["updates"]]
    assert read["kind"] == "return"
    assert reported == [("A1", "Q2 2018-19", "complete", 40), ("A2", "Q2 2018-19", "at_risk", 12)]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("We will know we have succeeded when", "measure"), ("KPI Target", "target"),
        ("KPI / target", "measure"), ("Output achieved", "reading"), ("Outputs", "measure"),
    ],
)  # fmt: skip
def test_headings_of_measures(heading: str, field: str) -> None:
    assert meaning(heading) == (field, 0)


@pytest.mark.parametrize("heading", ["Q1 actual", "Quarter 1 outturn", "Qtr 1 figures"])
def test_figures_of_a_quarter(heading: str) -> None:
    assert meaning(heading) == ("quarter_reading", 1)


def test_a_title_is_kept_entire_and_the_plans_days_are_none(context: Context) -> None:
    table = [["Ref", "Action", "Lead", "Due"], ["A1", "Fit locks", "Police", "30/09/2028"]]
    bracket = [["Action plan 2028/29 (Year 3 of the strategy 2026-2029)"], *table]
    days = [["Plan year: 1 April 2028 to 31 March 2029"], *table]
    for rows, title in ((bracket, "Action plan"), (days, "homes")):
        read = preview(context, HOME, workbook(("", rows)), "homes.xlsx").as_json()
        assert (read["plan"]["title"], read["plan"]["year"]) == (title, "2028-29")


@pytest.mark.parametrize("line", ["Theme lead: Head of Housing", "Lead officer: a Sergeant"])
def test_a_line_of_whose_it_is_names_nothing(line: str) -> None:
    assert is_note(line)
    assert not is_note("Leading together: safer homes")


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Community Safety Strategy 2026-2029: Year 2 Delivery Plan", "2027-28"),
        ("Delivery Plan 2026-2029, Year 1 and Year 2", "2026-27"),
    ],
)
def test_the_year_of_a_plan_of_several_years_is_the_one_it_numbers(
    context: Context, line: str, year: str
) -> None:
    rows = [[line], ["Ref", "Action", "Lead", "Due"], ["A1", "Fit locks", "Police", "Q2"]]
    plan = preview(context, HOME, workbook(("Plan", rows)), "plan.xlsx").as_json()["plan"]
    assert plan["year"] == year


@pytest.mark.parametrize(
    ("headings", "winter", "rag"),
    [
        (("RAG (Sept)", "RAG (Dec)"), ["Red", "Blue"], "red"),
        (("RAG (Dec)", "RAG (March)"), ["Red", "Blue"], "red"),
        (("RAG March 2019", "RAG June 2018"), ["Red", "Blue"], "amber"),
        (("RAG (Sept)", "RAG (Dec)"), [None, None], "amber"),
    ],
)
def test_of_two_statuses_the_later_month_counts(
    context: Context, headings: tuple[str, str], winter: list[str | None], rag: str
) -> None:
    rows: list[list[Any]] = [
        ["Action Plan 2018-19"],
        ["Ref", "Action", "Lead", *headings],
        ["A1", "Fit locks", "Police", "Amber", winter[0]],
        ["A2", "Mark bikes", "Police", "Green", winter[1]],
    ]
    read = preview(context, HOME, workbook(("Plan", rows)), "plan.xlsx").as_json()
    assert read["actions"][0]["rag"] == rag


def test_targets_and_figures_over_the_quarters(context: Context) -> None:
    rows: list[list[Any]] = [
        ["Action Plan 2018-19"],
        ["Ref", "Action", "Lead", "KPI", "Target", None, "Actual", None],
        [None, None, None, None, "Q1", "Q2", "Q1", "Q2"],
        ["A1", "Fit locks", "Police", "Locks fitted", 10, 20, 9, 17],
    ]
    content = workbook(("Plan", rows), merged=("E2:F2", "G2:H2"))
    action = preview(context, HOME, content, "plan.xlsx").as_json()["actions"][0]
    quarters = action["updates"]
    assert [quarters[q]["comment"] for q in ("Q1", "Q2")] == [None, None]
    assert [quarters[q]["reading"] for q in ("Q1", "Q2")] == ["9", "17"]
