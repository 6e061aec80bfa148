"""Layouts drawn at random from what councils do: columns of letters, grounds, risks and days that
are none of work's, keys in figures, a name above the title."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from bot.core.access import HOME
from bot.files.imported import Imported
from bot.services.context import Context
from bot.services.plans import preview
from tests.files.conftest import workbook

TITLE = ["Delivery plan 2026/27"]
ROWS = [["1", "Light the coast path", "Police"], ["2", "Train door staff", "Council"]]


def _read(context: Context, rows: list[list[Any]]) -> Imported:
    return preview(context, HOME, workbook(("Plan", rows)), "plan.xlsx")


def _plan(heading: list[str], *cells: list[str], above: list[list[str]] | None = None) -> Any:
    rows = [[*row, *more] for row, more in zip(ROWS, cells, strict=True)]
    return [*(above or [TITLE]), ["No.", "Task", "Led by", *heading], *rows]


@pytest.mark.parametrize("heading", ["Position", "How is it going?", "Progress rating"])
def test_a_column_of_letters_is_the_status_its_key_explains(context: Context, heading: str) -> None:
    key = [TITLE, ["Key: G = on track, C = completed, N = not started"]]
    rows = _plan(["Due", heading], ["June 2026", "C"], ["March 2027", "N"], above=key)
    assert [a.rag for a in _read(context, rows).actions] == ["blue", "grey"]


def test_a_key_in_figures_is_no_priority(context: Context) -> None:
    key = [TITLE, ["Status: 0 = not started, 1 = on track, 2 = at risk"]]
    rows = _plan(["Finish", "RAG"], ["Q2", "1"], ["Q3", "2"], above=key)
    read = _read(context, rows)
    assert [a.rag for a in read.actions] == ["green", "amber"]
    assert [p.name for p in read.priorities] == ["Action plan"]


@pytest.mark.parametrize(("words", "rag"), [("Going well", "green"), ("Yet to begin", "grey")])
def test_everyday_words_of_a_status(context: Context, words: str, rag: str) -> None:
    rows = _plan(["Finish", "RAG"], ["Q2", words], ["Q3", "Finished"])
    assert [a.rag for a in _read(context, rows).actions] == [rag, "blue"]


@pytest.mark.parametrize("end", ["To be finished", "To be delivered by"])
def test_days_on_which_something_was_written_down_are_no_deadline(
    context: Context, end: str
) -> None:
    heading = ["Date added", "Original date", end]
    rows = _plan(heading, ["12/03/2026", "30/06/2026", "31/10/2026"],
                 ["12/03/2026", "30/06/2026", "TBC"])  # fmt: skip
    due = [a.due and a.due.isoformat() for a in _read(context, rows).actions]
    assert due == ["2026-10-31", None]


def test_an_original_date_alone_is_the_deadline(context: Context) -> None:
    rows = _plan(["Original date"], ["30/06/2026"], ["31/08/2026"])
    assert [a.due and a.due.month for a in _read(context, rows).actions] == [6, 8]


def test_a_plan_with_a_column_of_risks_is_no_register(context: Context) -> None:
    rows = [
        TITLE,
        ["Theme", "#", "Risk", "Supporting agencies", "Task", "Led by", "Due"],
        ["Homes", "1", "Staff leave", "Probation", "Fit alarms", "Fire Service", "Q2"],
        ["Roads", "2", "No money", "Council", "Check speeds", "Police", "Q3"],
    ]
    read = _read(context, rows)
    assert [a.description for a in read.actions] == ["Fit alarms", "Check speeds"]


def test_the_name_above_the_title_is_no_priority(context: Context) -> None:
    rows: list[list[Any]] = [["Safe and Strong Oxley"], TITLE, []]
    for name, row in zip(("Safer evenings", "Road safety"), ROWS, strict=True):
        rows += [[name], ["No.", "Task", "Led by"], row, []]
    read = _read(context, rows)
    assert [p.name for p in read.priorities] == ["Safer evenings", "Road safety"]


def test_empty_cells_of_many_grounds_are_a_status(context: Context) -> None:
    book = Workbook()
    sheet = book.create_sheet("Plan", 0)
    for row in _plan(["Due", "Position"], ["Q2", ""], ["Q3", ""]):
        sheet.append(row)
    for place, ground in (("E3", "92D050"), ("E4", "FF0000")):
        sheet[place].fill = PatternFill("solid", fgColor=ground)
    out = io.BytesIO()
    book.save(out)
    read = preview(context, HOME, out.getvalue(), "plan.xlsx")
    assert [a.rag for a in read.actions] == ["green", "red"]
    assert any(p.code == "status_by_colour_only" for p in read.problems)


@pytest.mark.parametrize("joint", ["and", "&"])
def test_a_name_with_a_joint_of_its_own_is_one_of_two(context: Context, joint: str) -> None:
    rows = [TITLE, ["No.", "Task", "Led by"],
            ["1", "Walk", f"Fire and Rescue Service {joint} County Council"]]  # fmt: skip
    plan = _read(context, rows).plan
    assert plan is not None
    assert {a.name for a in plan.agencies} == {"Fire and Rescue Service", "County Council"}


def test_a_label_of_no_field_is_part_of_its_card(context: Context) -> None:
    rows: list[list[Any]] = [["Oxley Partnership delivery plan 2026/27"], []]
    for ref, task in (("A1", "Light the coast path"), ("A2", "Train door staff")):
        rows += [["Ref", ref], ["Action", task], ["Evidence needed", "Minutes"],
                 ["Led by", "Police"], ["By when", "Q3"], []]  # fmt: skip
    read = _read(context, rows)
    assert [(a.ref, a.lead_raw) for a in read.actions] == [("A1", "Police"), ("A2", "Police")]
    assert ("Evidence needed", "Minutes") in read.actions[0].further
    assert [p.name for p in read.priorities] == ["Action plan"]
