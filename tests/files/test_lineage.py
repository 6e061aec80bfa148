"""From one year's plan to the next: what goes on, what is asked, what is taken along."""

from __future__ import annotations

import pytest

from bot.core.access import HOME, Caller, Role
from bot.core.plan import Plan
from bot.files.imported import Imported
from bot.files.previewing import preview_words
from bot.services import plans
from bot.services.context import Context
from tests.files.conftest import workbook

HEAD = ["Ref", "Last year ref", "Priority", "Action", "Lead agency", "Timescale", "Status"]
LAST = [
    ["S1", "", "Streets", "Light the river path to the weir", "Police", "Q2", "Green"],
    ["S2", "", "Streets", "Clear fly-tipping within five days", "Council", "Q3", "Red"],
    ["B1", "", "Burglary", "Visit homes burgled twice with a locksmith", "Police", "Q4", "Amber"],
    ["B2", "", "Burglary", "Mark bicycles at both stations", "Police", "Q1", "Complete"],
    ["D1", "", "Domestic abuse", "Train forty staff to ask the question", "Council", "Q4", ""],
]  # fmt: skip
NEXT = [
    ["S1", "", "Safer places", "Paint over graffiti on council buildings", "Council", "Q2", ""],
    ["S2", "S1", "Safer places", "Keep the paths by the river lit", "Police", "Q2", ""],
    ["S3", "", "Safer places", "Visit homes burgled twice with a locksmith.", "Police", "Q4", ""],
    ["D7", "", "Domestic abuse", "Train sixty staff and volunteers to ask the question", "Council",
     "Q4", ""],
]  # fmt: skip
COORDINATOR = Caller(HOME, "U0KELLY", Role.COORDINATOR)


def file_of(year: str, rows: list[list[str]]) -> bytes:
    return workbook(("Plan", [[f"Community safety plan {year}"], [], HEAD, *rows]))


@pytest.fixture
def held(context: Context) -> Context:
    """Last year's plan is held, with what its status column says."""
    read = plans.preview(context, HOME, file_of("2018-19", LAST), "last.xlsx")
    plans.apply(context, COORDINATOR, read, None)
    return context


def upcoming(context: Context, against: str = "") -> Imported:
    wishes = plans.Wishes(against=against)
    return plans.preview(context, HOME, file_of("2019-20", NEXT), "next.xlsx", wishes=wishes)


def stored(context: Context) -> Plan:
    with context.store.reading(HOME) as records:
        progress = records.plans.of("2019-20")
    assert progress is not None
    return progress.plan


def test_what_goes_on_is_told_from_what_is_new_and_what_has_ended(held: Context) -> None:
    read = upcoming(held)
    kinds = {(change.kind, change.ref): change for change in read.changes}
    assert ("ref_reused", "S1") not in kinds  # last year's S1 goes on in S2, as the file says
    assert kinds["continues", "D7"].asks
    assert {ref for kind, ref in kinds if kind == "gone"} == {"S2", "B2"}
    assert {ref for kind, ref in kinds if kind == "added"} == {"S1"}
    assert kinds["gone", "S2"].note.startswith("unfinished")
    assert not kinds["gone", "B2"].note.startswith("unfinished")  # complete
    (places,) = [c for c in read.changes if c.kind == "priorities" and c.after == "Safer places"]
    assert places.before == "Streets; Burglary"
    words = preview_words(read)
    assert "1 unfinished; --accept carried takes it along" in words
    assert "needs --accept continues" in words


def test_sure_lineage_is_stored_and_what_is_asked_is_not(held: Context) -> None:
    result = plans.apply(held, COORDINATOR, upcoming(held), None)
    before = {action.ref: action.previous_ref for action in stored(held).actions}
    assert before == {"S1": "", "S2": "S1", "S3": "B1", "D7": ""}
    assert [change.kind for change in result.left] == ["continues"]
    assert len(stored(held).actions) == 4


@pytest.mark.parametrize("later", [False, True])
def test_what_is_unfinished_is_taken_along_when_that_is_said(held: Context, *, later: bool) -> None:
    if later:
        plans.apply(held, COORDINATOR, upcoming(held), None)
    read = upcoming(held, "2018-19")
    plans.apply(held, COORDINATOR, read, ("carried", "continues"))
    actions = {action.previous_ref: action for action in stored(held).actions}
    taken = actions["S2"]
    assert taken.text == "Clear fly-tipping within five days"
    assert stored(held).priority(taken.priority).name == "Safer places"
    assert (taken.due, taken.further) == (None, (("By when in 2018-19", "Q3"),))
    assert actions["D1"].ref == "D7"
    assert "B2" not in actions
    assert len({action.ref for action in stored(held).actions}) == 5
    with held.store.reading(HOME) as records:
        last = records.plans.of("2018-19")
    assert last is not None
    assert len(last.plan.actions) == 5


def test_everything_accepted_adds_no_work_the_file_does_not_hold(held: Context) -> None:
    plans.apply(held, COORDINATOR, upcoming(held), ("all",))
    assert {action.ref: action.previous_ref for action in stored(held).actions} == {
        "S1": "", "S2": "S1", "S3": "B1", "D7": "D1",
    }  # fmt: skip


def test_the_year_before_loaded_afterwards_is_no_year_that_follows(held: Context) -> None:
    earlier = plans.preview(held, HOME, file_of("2017-18", NEXT), "earlier.xlsx")
    assert not [c for c in earlier.changes if c.kind in {"continues", "priorities"} or c.asks]
