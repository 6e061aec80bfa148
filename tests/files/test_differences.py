"""A second file of the year: each difference is shown, what is grave is asked, what is said on the
command line is done, and nothing that was posted changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.cli.importing import read_file, wishes_of
from bot.core.access import HOME
from bot.core.errors import Refused
from bot.core.quarters import Quarter
from bot.services.context import Context
from tests.factories import Q1, an_update
from tests.files.conftest import workbook

TOP = [["Community safety plan 2018-19"], []]
HEAD = ["Ref", "Priority", "Action", "Lead agency", "By when", "Target"]
ROWS = [
    ["A1", "Streets", "Light the river path to the weir", "Police", "30/09/2018", "4"],
    ["A2", "Streets", "Clear fly-tipping within five days", "Council", "31/12/2018", "90%"],
    ["A3", "Burglary", "Visit homes burgled twice", "Police", "31/03/2019", "40"],
]


def file_of(folder: Path, rows: list[list[str]], head: list[str] = HEAD) -> Path:
    path = folder / "plan.xlsx"
    path.write_bytes(workbook(("Plan", [*TOP, head, *rows])))
    return path


def imported(
    context: Context, path: Path, *, apply: bool = False, accept: list[str] | None = None,
    headings: list[str] | None = None, sheet: str = "", against: str = "",
) -> dict[str, Any]:  # fmt: skip
    """What `import FILE --json` prints."""
    wishes = wishes_of(headings or [], sheet, against, not_personal=False)
    return read_file(context, path, apply=apply, quiet=True, wishes=wishes, accept=accept).json


@pytest.fixture
def held(context: Context, tmp_path: Path) -> Context:
    imported(context, file_of(tmp_path, ROWS), apply=True)
    return context


def actions(context: Context) -> dict[str, str]:
    with context.store.reading(HOME) as records:
        return {a.ref: a.text for a in records.plans.plan(context.today()).actions}


CHANGED = [
    ["A1", "Streets", "Light the river path and the bridge", "Council", "31/10/2018", "4"],
    ["A3", "Burglary", "Hold a poetry evening in the library", "Police", "31/03/2019", "40"],
    ["A9", "Streets", "Clear fly-tipping within five days", "Council", "31/12/2018", "95%"],
    ["A5", "Streets", "Paint the underpass", "Council", "31/12/2018", "1"],
]


def test_every_difference_is_named_and_the_grave_ones_are_asked(
    held: Context, tmp_path: Path
) -> None:
    read = imported(held, file_of(tmp_path, CHANGED))
    kinds = {(change["kind"], change["ref"]): change["asks"] for change in read["changes"]}
    assert kinds == {
        ("ref_reused", "A3"): True, ("renumbered", "A2"): True, ("moved", "A1"): False,
        ("lead", "A1"): False, ("reworded", "A1"): False, ("target", "A2"): False,
        ("added", "A5"): False,
    }  # fmt: skip
    (reused,) = [change for change in read["changes"] if change["kind"] == "ref_reused"]
    assert reused["before"] == "Visit homes burgled twice"
    assert reused["after"] == "Hold a poetry evening in the library"
    assert {column["field"] for column in read["mapping"]} == {
        "ref", "priority", "description", "lead", "timescale", "target",
    }  # fmt: skip


def test_what_is_asked_is_left_unless_it_is_accepted(held: Context, tmp_path: Path) -> None:
    read = imported(held, file_of(tmp_path, CHANGED), apply=True)
    assert {change["kind"] for change in read["not_stored"]} == {"ref_reused", "renumbered"}
    assert actions(held) == {
        "A1": "Light the river path and the bridge", "A2": "Clear fly-tipping within five days",
        "A3": "Visit homes burgled twice", "A5": "Paint the underpass",
    }  # fmt: skip
    imported(held, file_of(tmp_path, CHANGED), apply=True, accept=["all"])
    assert actions(held)["A3"] == "Hold a poetry evening in the library"
    assert "A9" in actions(held)


def test_only_the_kinds_that_are_named_are_stored(held: Context, tmp_path: Path) -> None:
    imported(held, file_of(tmp_path, CHANGED), apply=True, accept=["added", "reworded"])
    with held.store.reading(HOME) as records:
        plan = records.plans.plan(held.today())
    first = plan.action("A1")
    assert first.text == "Light the river path and the bridge"
    assert (first.lead_raw, str(first.due)) == ("Police", "2018-09-30")
    assert {action.ref for action in plan.actions} == {"A1", "A2", "A3", "A5"}


def test_a_new_reference_carries_the_history_along(held: Context, tmp_path: Path) -> None:
    with held.store.writing(HOME) as records:
        records.plans.add_update(an_update("A2", note="Lanes cleared twice."))
    imported(held, file_of(tmp_path, CHANGED), apply=True, accept=["renumbered"])
    with held.store.reading(HOME) as records:
        standing = records.plans.progress(held.today()).standing("A9")
    assert [update.note for update in standing.updates] == ["Lanes cleared twice."]
    assert standing.action.formerly == ("A2",)


def test_an_action_with_updates_is_not_removed_without_a_word(
    held: Context, tmp_path: Path
) -> None:
    more = [*ROWS, ["A4", "Burglary", "Mark tools in vans", "Police", "31/03/2019", "2"]]
    more.append(["A5", "Burglary", "Light the garages", "Council", "31/03/2019", "3"])
    imported(held, file_of(tmp_path, more), apply=True)
    with held.store.writing(HOME) as records:
        records.plans.add_update(an_update("A2"))
    without = file_of(tmp_path, [more[0], *more[3:]])
    read = imported(held, without, apply=True)
    assert [(c["kind"], c["ref"]) for c in read["not_stored"]] == [("gone", "A2")]
    assert set(actions(held)) == {row[0] for row in more}  # A3 stays, closed with its history
    with held.store.reading(HOME) as records:
        progress = records.plans.progress(held.today())
    assert progress.standing("A3").status == "cancelled"
    assert progress.standing("A2").status == "on_track"


def test_a_part_of_the_plan_closes_nothing_unasked(held: Context, tmp_path: Path) -> None:
    read = imported(held, file_of(tmp_path, [ROWS[0]]), apply=True)
    assert [(c["kind"], c["ref"]) for c in read["not_stored"]] == [("gone", "A2"), ("gone", "A3")]
    with held.store.reading(HOME) as records:
        assert records.plans.progress(held.today()).standing("A3").status is None
    again = imported(held, file_of(tmp_path, [ROWS[0]]), apply=True, accept=["gone"])
    assert again["not_stored"] == []


def test_ended_quarters_are_spoken_of_and_a_posted_one_stays(held: Context, tmp_path: Path) -> None:
    history = tmp_path / "history.csv"
    history.write_text("Ref,Date,Quarter,Status,Update\nA1,2018-06-20,Q1 2018-19,Red,Late\n")
    assert any("Ended and not posted yet" in line for line in imported(held, history)["effect"])
    with held.store.writing(HOME) as records:
        records.summaries.save(Q1, "2018-19", "{}", held.now())
    (line,) = [line for line in imported(held, history)["effect"] if "posted" in line]
    assert "left as posted: Q1 2018-19" in line
    imported(held, history, apply=True)
    with held.store.reading(HOME) as records:
        assert records.summaries.get(Q1) == "{}"
    changed = imported(held, file_of(tmp_path, CHANGED))["effect"]
    assert any(Quarter(2018, 2).label in line and "not posted" in line for line in changed)


def test_a_column_read_as_somebody_says_is_read_so_in_the_next_file(
    context: Context, tmp_path: Path
) -> None:
    head = ["Ref", "Priority", "Action", "Lead agency", "Horizon", "Aim for"]
    path = file_of(tmp_path, ROWS, head)
    fields = {c["heading"]: c["field"] for c in imported(context, path)["mapping"]}
    wanted = ["Horizon=due", "Aim for=none"]
    chosen = imported(context, path, headings=wanted)
    as_chosen = {c["heading"]: c["field"] for c in chosen["mapping"]}
    assert (as_chosen["Horizon"], as_chosen["Aim for"]) == ("timescale", None)
    assert chosen["actions"][0]["due"] == "2018-09-30"
    assert {c["heading"]: c["field"] for c in imported(context, path)["mapping"]} == fields
    imported(context, path, apply=True, headings=wanted)
    again = {c["heading"]: (c["field"], c["reason"]) for c in imported(context, path)["mapping"]}
    assert again["Horizon"] == ("timescale", "as you chose")
    assert again["Aim for"][0] is None


def test_a_heading_without_a_field_and_a_field_nobody_knows_are_refused(
    context: Context, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="says no field"):
        imported(context, file_of(tmp_path, ROWS), headings=["Horizon"])
    refused = imported(context, file_of(tmp_path, ROWS), headings=["By when=weather"])
    assert refused["kind"] == "refused"
    assert "weather" in refused["message"]


def test_one_sheet_is_read_where_one_is_named(context: Context, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    other = [[r[0].replace("A", "B"), *r[1:]] for r in ROWS]
    path.write_bytes(workbook(("North", [*TOP, HEAD, *ROWS]), ("South", [*TOP, HEAD, *other])))
    read = imported(context, path, sheet="south")
    assert {action["ref"] for action in read["actions"]} == {"B1", "B2", "B3"}
    reasons = {column["sheet"]: column["reason"] for column in read["mapping"]}
    assert "another sheet was chosen" in reasons["North"]
    missing = imported(context, path, sheet="East")
    assert (missing["kind"], "'North', 'South'" in missing["message"]) == ("refused", True)


def test_a_plan_is_compared_with_that_of_the_year_named(held: Context, tmp_path: Path) -> None:
    path = tmp_path / "next.xlsx"
    path.write_bytes(workbook(("Plan", [["Community safety plan 2019-20"], [], HEAD, *ROWS])))
    assert imported(held, path, against="2018-19")["against"] == "2018-19"
    refused = imported(held, path, against="2016-17")
    assert "I hold no plan of 2016-17. I hold the plan of 2018-19." in refused["message"]
