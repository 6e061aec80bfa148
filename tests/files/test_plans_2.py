"""Small inputs of the kinds real plans come in, each against what its document says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.core.access import HOME
from bot.core.plan import Action, Update
from bot.files.imported import Imported
from bot.services.context import Context
from bot.services.plans import apply, export, host, preview
from tests.factories import at

PLANS = Path(__file__).parents[1] / "data" / "plans-2"
THREE = ["Light the river path", "Fit door chains", "Speed watch groups"]


@pytest.fixture
def here(context: Context) -> Context:
    """No plan yet, on 27 November 2026."""
    return _on(context, "2026-11-27")


def _on(context: Context, day: str) -> Context:
    return replace(context, now=lambda: at(day))


def _read(context: Context, name: str) -> Imported:
    return preview(context, HOME, (PLANS / name).read_bytes(), name)


def _apply(context: Context, name: str, *kinds: str) -> Imported:
    return apply(context, host(context), _read(context, name), kinds or ("all",))


def _each(read: Imported, *fields: str) -> list[Any]:
    found = [tuple(getattr(action, field) for field in fields) for action in read.actions]
    return [values[0] for values in found] if len(fields) == 1 else found


def _dues(read: Imported) -> list[str | None]:
    return [action.due.isoformat() if action.due else None for action in read.actions]


def _codes(read: Imported) -> set[str]:
    return {problem.code for problem in read.problems if problem.level != "note"}


def _names(read: Imported) -> list[str]:
    return [priority.name for priority in read.priorities]


def _agencies(read: Imported) -> list[list[str]]:
    assert read.plan
    return [[read.plan.called(code) for code in action.leads] for action in read.actions]


def test_priorities_by_number_word_or_letter_are_never_cut(here: Context) -> None:
    read = _read(here, "01-priority-banners.xlsx")
    assert _names(read) == ["Safer streets", "Safer homes", "Young people", "Trust", "Roads"]
    assert _each(read, "ref", "priority") == [(f"T{n}", f"P{n}") for n in range(1, 6)]
    assert _dues(read) == ["2026-09-30", "2026-12-31", "2027-01-31", "2027-03-31", "2027-03-31"]
    assert [a.measures[0].target for a in read.actions] == [12, 40, 30, 8, 5]
    assert _agencies(read)[0] == ["Tenbourne Borough Council"]


def test_headings_are_matched_by_meaning_and_no_column_is_lost(here: Context) -> None:
    read = _read(here, "02-headings-not-understood.xlsx")
    assert _each(read, "description") == THREE
    assert _agencies(read)[1:] == [["Tenbourne Fire"], ["Tenbourne Police"]]
    assert _dues(read) == ["2026-09-30", "2026-12-31", "2027-03-31"]
    assert [a.measures[0].text for a in read.actions] == ["12 lamps", "40 homes", "5 groups"]
    assert dict(read.actions[0].further) == {
        "Start": "01/04/2026", "Risks": "Flooding", "Milestones": "Survey by June",
        "Outcome": "People feel safer",
    }  # fmt: skip
    assert [p.message[8:16] for p in read.problems if p.code == "column_kept"] == [
        " 'Start'", " 'Risks'", " 'Milest", " 'Outcom",
    ]  # fmt: skip


def test_one_rag_column_is_about_the_titles_quarter(here: Context) -> None:
    read = _read(here, "03-quarter-texts-one-rag.xlsx")
    said = {(u.ref, u.quarter.label): (u.status and u.status.value, u.note) for u in read.updates}
    assert said == {
        ("A1", "Q1 2026-27"): (None, "Survey done"),
        ("A1", "Q2 2026-27"): ("complete", "All lamps lit"),
        ("A2", "Q1 2026-27"): (None, "12 homes"),
        ("A2", "Q2 2026-27"): ("off_track", "Contractor left"),
        ("A3", "Q1 2026-27"): (None, "Not due"),
        ("A3", "Q2 2026-27"): ("at_risk", "Two groups"),
        ("A4", "Q1 2026-27"): (None, "Done"),
        ("A4", "Q2 2026-27"): ("on_track", "Done"),
    }
    assert _codes(read) == set()


def test_lines_may_end_in_any_way(here: Context) -> None:
    read = _read(here, "04-lone-carriage-return.csv")
    assert _each(read, "ref", "description") == [
        ("A1", "Light the river path"),
        ("A2", "Fit door chains – £40 each"),
        ("A3", "Speed watch"),
    ]


def test_objectives_are_a_level_below_and_no_code_is_shared(here: Context) -> None:
    read = _read(here, "05-two-priorities-one-code.xlsx")
    assert [(p.key, p.name) for p in read.priorities] == [("P1", "Streets"), ("P2", "Homes")]
    assert _each(read, "priority") == ["P1", "P1", "P1", "P2"]
    assert [dict(a.further)["Objective"] for a in read.actions][2:] == ["1.2 Wardens", "2.1 Locks"]


def test_the_agencies_are_those_the_plan_names(here: Context) -> None:
    read = _apply(here, "06-not-kent.csv")
    named = ["Police", "Trading Standards", "Fire", "County Council", "District Council",
             "Probation Service", "Wardens"]  # fmt: skip
    assert _agencies(read) == [[name] for name in named]
    assert read.plan
    assert [agency.name for agency in read.plan.agencies] == named


def test_a_beginning_is_no_end_and_what_is_assumed_is_said(here: Context) -> None:
    read = _read(here, "07-start-dates.xlsx")
    assert _dues(read) == [
        None, None, None, None, "2027-02-28", "2026-10-31", "2027-03-31", "2026-12-31",
        "2027-03-31",
    ]  # fmt: skip
    dated = {p.ref for p in read.problems if p.code.startswith(("start_", "date_"))}
    assert dated == {"A1", "A2", "A3", "A4", "A5", "A6", "A9"}


def test_a_return_without_a_blank_line_is_about_the_plans_quarter(here: Context) -> None:
    _apply(here, "08-plan.csv")
    later = _on(here, "2027-04-12")
    read = _read(later, "08-return-without-blank-line.csv")
    assert [_said(u) for u in read.updates] == [("A2", "Q4 2026-27", "complete", 40)]
    for _ in range(2):
        apply(later, host(later), read)
    assert len(_record(later)) == 1


def test_sheets_that_are_not_the_plan_are_left_out_by_name(here: Context) -> None:
    read = _read(here, "09-other-sheets.xlsx")
    assert _each(read, "ref", "description") == [
        ("A1", "Light the river path"), ("A2", "Door chains"),
    ]  # fmt: skip
    assert _names(read) == ["Streets", "Homes"]
    assert [(m.text, m.target_raw) for m in read.measures] == [("ASB reports", "-5%")]
    left = [p.location for p in read.problems if p.code == "sheet_not_read"]
    assert left == [{"sheet": n} for n in ("How to use", "Plan 2025-26", "Action log")]


def test_a_report_on_last_years_quarter_belongs_to_last_years_action(here: Context) -> None:
    _apply(_on(here, "2026-04-10"), "10-this-year.csv")
    march = _on(here, "2027-03-10")
    following = _apply(march, "10-next-year.csv")
    assert "A1" in {c.ref for c in following.changes if c.kind == "ref_reused"}
    assert _action(march, "A1").text == "Light the river path"
    april = _on(here, "2027-04-12")
    _apply(april, "10-return-q4.csv")
    with april.store.reading(HOME) as records:
        last, this = records.plans.of("2026-27"), records.plans.of("2027-28")
    assert last
    assert this
    assert last.standing("A1").latest
    assert not this.standing("A1").updates
    assert this.plan.action("A1").text == "Repaint the underpass"


def test_an_edited_plan_is_shown_as_a_difference_and_carries_its_history(here: Context) -> None:
    _apply(here, "11-plan.csv")
    _apply(here, "11-history.csv")
    read = _read(here, "11-plan-edited.csv")
    kinds = {(change.kind, change.ref): change for change in read.changes}
    assert set(kinds) == {
        ("reworded", "A1"), ("moved", "A1"), ("renumbered", "A2"), ("gone", "A3"), ("added", "A5"),
    }  # fmt: skip
    assert kinds["renumbered", "A2"].asks
    apply(here, host(here), read)
    with here.store.reading(HOME) as records:
        progress = records.plans.progress(here.today())
    red = progress.standing("A4")
    assert red.action.text == "Door chains"
    assert red.status == "off_track"
    assert progress.standing("A3").action.text == "Speed watch"
    gone = progress.standing("A3")
    assert (gone.status, gone.latest and gone.latest.note) == (
        "cancelled",
        "No longer in the plan.",
    )
    moves = [u for u in progress.standing("A1").updates if u.new_due]
    assert [(str(u.new_due), u.reason) for u in moves] == [("2027-03-31", "Moved by import")]


def test_the_bots_own_export_changes_nothing(here: Context) -> None:
    _apply(here, "11-plan.csv")
    _apply(here, "11-history.csv")
    before = _record(here)
    read = preview(here, HOME, export(here, HOME), "e.xlsx")
    assert read.changes == ()
    apply(here, host(here), read)
    assert _record(here) == before


def test_what_only_the_eye_sees_is_said(here: Context) -> None:
    read = _read(here, "13-marks-of-the-eye.xlsx")
    assert _each(read, "ref", "rag") == [
        ("A1", "green"), ("A2", "amber"), ("A3", "red"), ("A4", None),
    ]  # fmt: skip
    assert _codes(read) == {"hidden_row", "struck_through", "status_by_colour_only"}


def test_each_table_of_a_sheet_is_read_under_its_own_headings(here: Context) -> None:
    read = _read(here, "14-two-tables-per-priority.xlsx")
    assert _each(read, "priority", "description", "lead_raw") == [
        ("P1", "Light the river path", "Council"),
        ("P1", "Evening patrols", "All"),
        ("P2", "Door chains", ""),
    ]
    assert [
        (p.name, p.intent, p.measures[0].text, p.measures[0].source) for p in read.priorities
    ] == [
        ("Streets", "So that people can walk home after dark.", "Street crime", "Police"),
        ("Homes", "So that homes are secure.", "Burglaries", "Police"),
    ]


def test_a_space_in_the_last_row_costs_nothing(here: Context) -> None:
    read = _read(here, "15-stray-cell-at-the-bottom.xlsx")
    assert _each(read, "ref", "description") == [("A1", "Light the river path")]


def _said(update: Update) -> tuple[Any, ...]:
    return (update.ref, update.quarter.label, update.status, update.reading)


def _record(context: Context) -> tuple[Update, ...]:
    with context.store.reading(HOME) as records:
        return tuple(records.plans.record())


def _action(context: Context, ref: str) -> Action:
    with context.store.reading(HOME) as records:
        return records.plans.progress(context.today()).plan.action(ref)
