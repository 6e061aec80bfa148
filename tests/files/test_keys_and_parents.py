"""Keys of statuses beside a plan, bodies in brackets, rows that belong to others, totals."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from bot.core.access import HOME
from bot.files.imported import Imported
from bot.files.levels import named_level
from bot.files.rag import rag_of, status_first
from bot.services.context import Context
from bot.services.plans import preview
from tests.files.conftest import workbook

TITLE = ["Brackley and Tove Community Safety Partnership: action plan 2026/27"]


def _read(context: Context, rows: list[list[Any]]) -> Imported:
    return preview(context, HOME, workbook(("Plan", rows)), "plan.xlsx")


def _rags(read: Imported) -> list[str | None]:
    return [action["rag"] for action in read.as_json()["actions"]]


HEADING = ["#", "Action", "Lead", "When", "Status"]


def test_a_key_in_a_line_says_what_letters_mean(context: Context) -> None:
    key = ["C = completed, G = going to plan (green), B = behind, some concern"]
    rows = [
        TITLE,
        key,
        HEADING,
        ["1", "Mark bicycles", "Police", "Q2", "C"],
        ["2", "Light the path", "Council", "Q3", "G"],
    ]
    assert _rags(_read(context, rows)) == ["blue", "green"]


@pytest.mark.parametrize("column", [6, 8])
def test_a_key_beside_the_table_is_no_part_of_it(context: Context, column: int) -> None:
    gap = [""] * column
    rows = [
        [*TITLE, *gap[1:], "Key"],
        [*gap, "D", "Done"],
        [*gap, "–", "Not started"],
        ["Priority one. Farm crime", *gap[1:], "T", "On track"],
        HEADING,
        ["1", "Mark trailers", "Police", "Q2", "D"],
        ["2", "Map thefts", "Council", "Q3", "–"],
        ["3", "Ring round farms", "Council", "Q3", "T"],
    ]
    read = _read(context, rows)
    assert _rags(read) == ["blue", "grey", "green"]
    assert [priority.name for priority in read.priorities] == ["Farm crime"]


@pytest.mark.parametrize(
    ("heading", "cells", "leads"),
    [
        ("Owner (agency)", ["Highways (Council)", "Ana Okafor (Police)"], ["Council", "Police"]),
        ("Lead agency (contact)", ["Police (Jo Brzeski)", "Fire Service"],
         ["Police", "Fire Service"]),
    ],
)  # fmt: skip
def test_the_heading_says_which_of_two_names_is_the_body(
    context: Context, heading: str, cells: list[str], leads: list[str]
) -> None:
    rows = [TITLE, ["No.", "Action", heading, "Due"], ["1", "Light the path", cells[0], "Q2"],
            ["2", "Test the alarms", cells[1], "Q3"]]  # fmt: skip
    plan = _read(context, rows).plan
    assert plan is not None
    assert [plan.agency(a.leads[0]).name for a in plan.actions] == leads  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["Parish Councils & Police", "Parish Councils/ Police"])
def test_two_bodies_joined_by_a_mark_are_two(context: Context, text: str) -> None:
    rows: list[list[Any]] = [
        TITLE,
        ["No.", "Action", "Lead", "Due"],
        ["1", "Light the path", text, "Q2"],
    ]
    plan = _read(context, rows).plan
    assert plan is not None
    assert [agency.name for agency in plan.agencies] == ["Parish Councils", "Police"]


def test_counts_below_the_actions_are_none(context: Context) -> None:
    rows: list[list[Any]] = [
        TITLE,
        HEADING,
        ["1", "Mark trailers", "Police", "Q2", "Green"],
        ["2", "Map thefts", "Council", "Q3", "Red"],
        [],
        ["", "Total actions", 2],
        ["", "Number green or complete", 1],
    ]
    assert len(_rags(_read(context, rows))) == 2


def test_rows_others_belong_to_are_the_levels(context: Context) -> None:
    rows = [
        ["Code", "Title", "Description", "Parent Code", "Managed By", "Original Due Date",
         "Due Date", "Status", "Linked PI", "PI Target"],
        ["X.A", "Safer parks", "Group", "", "Parks Manager", "", "", "In Progress", "", ""],
        ["X.A.1", "Gates", "Lock the gates at dusk", "X.A", "Town Council", "01/09/2026",
         "31/12/2026", "On Hold", "Calls", "70"],
        ["X.B", "Hate crime", "Group", "", "Equalities Lead", "", "", "In Progress", "", ""],
        ["X.B.1", "Packs", "Send packs to schools", "X.B", "County Council", "01/09/2026",
         "01/10/2026", "Completed", "", ""],
    ]  # fmt: skip
    read = _read(context, rows)
    names = {priority.key: priority.name for priority in read.priorities}
    shown = [(names[a.priority], a.due and a.due.month, a.lead_raw) for a in read.actions]
    assert shown == [("Safer parks", 12, "Town Council"), ("Hate crime", 10, "County Council")]
    assert read.actions[0].measures[0].text == "Calls"
    assert sum("a level of the plan" in problem.message for problem in read.problems) == 2


@pytest.mark.parametrize(
    ("text", "rag"),
    [("Some delay", "amber"), ("Significant delay", "red"), ("Major concerns", "red"),
     ("Slight slippage", "amber"), ("Not due to start", "grey"), ("Delayed", None)],
)  # fmt: skip
def test_how_much_is_wrong_is_a_status(text: str, rag: str | None) -> None:
    assert rag_of(text) == rag


@pytest.mark.parametrize("how", ["delayed by the weather", "behind because of staffing"])
def test_work_that_goes_on_and_is_held_up_is_asked(how: str) -> None:
    assert status_first(f"In progress - {how}")[0] == ""


def _word(*parts: str | tuple[str, int] | list[list[str]]) -> bytes:
    """A Word document of paragraphs, headings (text, level) and tables."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        elif isinstance(part, tuple):
            document.add_heading(part[0], part[1])
        else:
            table = document.add_table(rows=0, cols=len(part[-1]))
            for row in part:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = text
                if len(row) == 1:
                    table.rows[-1].cells[0].merge(table.rows[-1].cells[-1])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


COLUMNS = ["Action", "Lead", "By when", "RAG"]


def test_contents_and_sections_without_a_table_are_no_priorities(context: Context) -> None:
    content = _word(
        "Oxley Community Safety Partnership action plan 2026-27", "Contents",
        "1  Introduction\t2", "2  Rural crime\t3", "3  Scams ....... 4",
        ("1  Introduction", 1), "We met four times last year.",
        ("2  Rural crime", 1), [COLUMNS, ["Mark trailers", "Police", "Q2", "Green"]],
        ("3  Scams", 1), [COLUMNS, ["Train bank staff", "Trading Standards", "Q3", "Amber"]],
    )  # fmt: skip
    read = preview(context, HOME, content, "plan.docx")
    assert [priority.name for priority in read.priorities] == ["Rural crime", "Scams"]


@pytest.mark.parametrize(
    "label", ["Success measure: robbery – 402 (2025/26) to 370", "KPI: Robbery: 402 → 370"]
)
def test_a_row_that_says_how_a_priority_is_measured_is_its_measure(
    context: Context, label: str
) -> None:
    rows = [COLUMNS, ["Priority A: Town centres"], [label],
            ["Patrol the arcade", "Police", "Q2", "Green"],
            ["Priority B: Hate crime"], ["Success measure: to be agreed with the Council"],
            ["Open two centres", "Council", "Q3", "Some delay"]]  # fmt: skip
    read = preview(context, HOME, _word("Oxley delivery plan 2026/27", rows), "plan.docx")
    first, second = read.priorities
    assert (first.name, second.name) == ("Town centres", "Hate crime")
    assert (first.measures[0].baseline, first.measures[0].target) == (402, 370)
    assert second.measures == ()
    assert "to be agreed" in second.intent


def test_the_line_above_a_card_holds_its_reference(context: Context) -> None:
    def card(action: str, who: str) -> list[list[str]]:
        return [["Action", action], ["Who", who], ["Timescale", "March 2027"], ["Status", "Green"]]

    content = _word(
        "Oxley Safer Communities Partnership: action sheets 2026-27",
        ("Priority 1 – Fires", 1),
        ("FIRE-1  Grass programme", 2), card("Patrol the commons", "Fire Service"),
        ("FIRE-2  Empty homes", 2), card("Board up empty homes", "Council"),
        ("Priority 2 – Scams", 1),
        ("SC-1  Friends", 2), card("Train residents", "Trading Standards"),
    )  # fmt: skip
    read = preview(context, HOME, content, "plan.docx")
    assert [action.ref for action in read.actions] == ["FIRE-1", "FIRE-2", "SC-1"]
    assert [priority.name for priority in read.priorities] == ["Fires", "Scams"]
    assert ("Title", "Empty homes") in read.actions[1].further


@pytest.mark.parametrize(
    ("line", "name"),
    [("Moorside Partnership Against Crime – action plan 2026/27",
      "Moorside Partnership Against Crime"),
     ("Calder Community Safety Board: Delivery Plan 2026/27", "Calder Community Safety Board"),
     ("Safer Oxley Partnership action plan 2026/27", "Safer Oxley Partnership")],
)  # fmt: skip
def test_a_partnership_keeps_its_whole_name(context: Context, line: str, name: str) -> None:
    read = preview(context, HOME, _word(line, [COLUMNS, ["Walk", "Police", "Q2", "Green"]]), "p")
    assert read.facts["partnership"] == name


@pytest.mark.parametrize(
    "label", ["Thema 2 / Theme 2: Homes", "Blaenoriaeth 2 / Priority 2 – Homes"]
)
def test_a_label_in_two_languages_is_no_part_of_the_name(label: str) -> None:
    line = named_level(label)
    assert line is not None
    assert (line.name, line.number) == ("Homes", 2)
