"""The preview of a file as a conversation: columns, agencies and changes decided by buttons that
hold ids; nothing is stored before [Store], and it goes on tomorrow."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from bot.core.access import HOME
from bot.handlers import shared_files
from bot.sandbox.person import Person
from tests.partnership import Partnership
from tests.talks.test_plan_files import KELLY, PRIYA, labels_of, presses, sheet, version

HEAD = ["Ref", "Theme", "What we will do", "Lead agency", "By when"]
ROWS = [
    ["AA1", "Safer streets", "Light the underpass at the station", "Northshire Council", "Q2"],
    ["AA2", "Safer streets", "Walk the town centre on Friday nights", "Police", "30 June 2018"],
    ["AA3", "Safer homes", "Train the wardens to spot cuckooing", "Police", "Q3"],
    ["AA4", "Safer homes", "Fit door chains for older residents", "Northshire Council", "Q4"],
]
TITLE = ["Northshire Community Safety Partnership action plan 2018-19"]


def plan(*rows: list[Any], head: list[str] = HEAD) -> bytes:
    """A plan of these rows."""
    return sheet(TITLE, [], head, *(rows or ROWS))


def changed(number: int, **fields: str) -> list[list[Any]]:
    """The plan's rows with one of them changed, by heading."""
    rows = [list(row) for row in ROWS]
    for heading, text in fields.items():
        rows[number][HEAD.index(heading.replace("_", " "))] = text
    return rows


@pytest.fixture
def csp(any_url: str) -> Any:
    """A partnership without a plan, with Kelly as its coordinator."""
    made = Partnership(any_url, date(2018, 5, 14), empty=True, coordinators=(KELLY, PRIYA))
    yield made
    made.close()


def stored(csp: Partnership) -> Any:
    with csp.bot.store.reading(HOME) as records:
        return records.plans.plan(csp.clock.today())


def opens_columns(csp: Partnership) -> Person:
    """Kelly, with the form of columns in front of her."""
    kelly, im = csp.person(KELLY), csp.workspace.dm(KELLY)
    kelly.clicks("Columns", message=im.messages[-1], channel=im.id)
    return kelly


def chooses(kelly: Person, heading: str, field: str) -> None:
    """Choose what a heading is read as, and send the form."""
    blocks = kelly.view["blocks"]
    ids = {b["label"]["text"]: b["block_id"] for b in blocks if b["type"] == "input"}
    kelly.fills(**{ids[heading]: field})
    assert kelly.submits() == {}


def test_a_column_is_read_as_somebody_says_and_so_ever_after(csp: Partnership) -> None:
    head = [*HEAD[:4], "Horizon", "By when"]
    rows = [[*row[:4], f"Step {number} of it", row[4]] for number, row in enumerate(ROWS)]
    before = version(csp)
    csp.drops(KELLY, "plan.xlsx", plan(*rows, head=head))
    kelly = opens_columns(csp)
    for words in ("Horizon", "As it was read: Kept beside the action", "Step 0 of it", "Lead"):
        assert words in kelly.reads()
    chooses(kelly, "Horizon", "resources")
    assert "Horizon = resources" in csp.workspace.dm(KELLY).messages[-1]["text"]
    assert version(csp) == before
    presses(csp, KELLY, "Store")
    assert stored(csp).action("AA2").resources_raw == "Step 1 of it"
    again = csp.drops(KELLY, "plan2.xlsx", plan(*rows, head=head))[-1]
    assert "Horizon = resources" in again


def test_a_choice_that_leaves_no_plan_is_refused_and_the_preview_stays(csp: Partnership) -> None:
    csp.drops(KELLY, "plan.xlsx", plan())
    chooses(opens_columns(csp), "What we will do", "none")
    assert "no column says what is to be done" in csp.workspace.dm(KELLY).messages[-1]["text"]
    assert presses(csp, KELLY, "Store")[1].startswith("Stored.")


def test_an_agency_is_joined_when_somebody_says_so_and_with_store_only(csp: Partnership) -> None:
    csp.drops(KELLY, "plan.xlsx", plan())
    presses(csp, KELLY, "Store")
    before = version(csp)
    shown = csp.drops(KELLY, "new.xlsx", plan(*changed(1, Lead_agency="The Council")))[-1]
    assert "'The Council': is this Northshire Council?" in shown
    shown = presses(csp, KELLY, "Yes, the same")[-1]
    assert "is this" not in shown
    assert version(csp) == before
    presses(csp, KELLY, "Store")
    plan_now = stored(csp)
    council = plan_now.agency_named("Northshire Council")
    assert plan_now.action("AA2").leads == (council.code,)
    assert plan_now.agency_named("The Council") == council
    again = csp.drops(KELLY, "next.xlsx", plan(*changed(2, Lead_agency="The Council")))[-1]
    assert "is this" not in again


def test_another_agency_stays_one_of_its_own(csp: Partnership) -> None:
    csp.drops(KELLY, "plan.xlsx", plan(*changed(1, Lead_agency="The Council")))
    shown = presses(csp, KELLY, "No, another")[-1]
    assert "is this" not in shown
    presses(csp, KELLY, "Store")
    own = stored(csp).agency_named("The Council")
    assert own != stored(csp).agency_named("Northshire Council")


def reads_changes(csp: Partnership) -> str:
    return str(csp.workspace.dm(KELLY).messages[-1]["text"])


@pytest.fixture
def differing(csp: Partnership) -> Partnership:
    """A plan is stored, and a version with a moved date, a rewording and a renumbering shown."""
    csp.drops(KELLY, "plan.xlsx", plan())
    presses(csp, KELLY, "Store")
    rows = changed(0, By_when="Q4")
    rows[1][2] = "Walk the town centre on Friday and Saturday nights"
    rows[3][0] = "BB7"
    csp.drops(KELLY, "new.xlsx", plan(*rows))
    return csp


def test_changes_are_taken_one_by_one(differing: Partnership) -> None:
    csp, before = differing, version(differing)
    presses(csp, KELLY, "One by one")
    assert "Change 1 of 3: Another reference" in reads_changes(csp)
    assert "its history goes along" in reads_changes(csp)
    presses(csp, KELLY, "Leave it as it is")
    assert "Change 2 of 3: Date moved" in reads_changes(csp)
    presses(csp, KELLY, "Take it")
    assert "Change 3 of 3: Reworded" in reads_changes(csp)
    assert version(csp) == before
    presses(csp, KELLY, "Leave it as it is")
    assert "1 change taken, 2 left" in reads_changes(csp)
    presses(csp, KELLY, "Store the 1")
    now = stored(csp)
    assert now.action("AA1").timescale_raw == "Q4"
    assert now.action("AA2").text == ROWS[1][2]
    assert now.action("AA4").text == ROWS[3][2]
    assert now.find("BB7") is None


def test_it_goes_on_tomorrow_by_ids_only(differing: Partnership) -> None:
    csp = differing
    presses(csp, KELLY, "One by one")
    presses(csp, KELLY, "Take it")
    csp.move_to(date(2018, 5, 16))
    message = csp.workspace.dm(KELLY).messages[-1]
    values = json.dumps([b.get("elements") for b in message["blocks"] if b["type"] == "actions"])
    assert "Walk the town" not in values
    presses(csp, KELLY, "Take the rest")
    presses(csp, KELLY, "Store the 3")
    assert stored(csp).find("BB7") is not None


def test_going_back_decides_nothing(differing: Partnership) -> None:
    csp, before = differing, version(differing)
    presses(csp, KELLY, "One by one")
    presses(csp, KELLY, "Take it")
    presses(csp, KELLY, "Back")
    assert labels_of(csp, KELLY)[:2] == ["Store without the 1 asked about", "Store all"]
    assert version(csp) == before


def test_when_the_plan_changes_meanwhile_it_begins_again(differing: Partnership) -> None:
    csp = differing
    presses(csp, KELLY, "One by one")
    presses(csp, KELLY, "Take the rest")
    priya = csp.person(PRIYA)
    priya.types("/csp edit AA1")
    priya.fills(text="Light the underpass", why="Agreed")
    assert priya.submits() == {}
    before = version(csp)
    thread = presses(csp, KELLY, "Store the 3")
    assert any("has changed meanwhile" in text for text in thread)
    presses(csp, KELLY, "One by one")
    assert any("Change 1 of 4" in message["text"] for message in csp.workspace.dm(KELLY).messages)
    assert version(csp) == before


def test_the_second_coordinator_is_told_who_has_it(csp: Partnership) -> None:
    csp.drops(KELLY, "plan.xlsx", plan())
    csp.person(KELLY).types(f"/csp member <@{PRIYA}> Police coordinator")
    shown = csp.drops(PRIYA, "plan.xlsx", plan())[-1]
    assert "Another coordinator has had a file for the 2018-19 plan open since 14 May" in shown
    presses(csp, KELLY, "Leave it")
    assert "open since" not in csp.drops(PRIYA, "again.xlsx", plan())[-1]


def test_of_a_long_file_the_one_message_says_how_far_it_is(
    csp: Partnership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_files, "TELL_EVERY", 0.0)
    words: list[str] = []
    csp.workspace.listeners.append(lambda _user, event: words.append(json.dumps(event)))
    rows = "\n".join(f"A{n},One,Do thing {n},Police,Q2" for n in range(450))
    text = f"Ref,Priority,Action,Lead agency,By when\n{rows}\n"
    assert len(csp.drops(KELLY, "long.csv", text.encode())) == 2
    assert [word for word in words if "400 rows" in word]


NEXT = ["Northshire Community Safety Partnership action plan 2019-20"]


@pytest.fixture
def next_year(csp: Partnership) -> Partnership:
    """Next year's plan: one action worded anew under another reference, one not in it."""
    csp.drops(KELLY, "plan.xlsx", plan())
    presses(csp, KELLY, "Store")
    rows = [
        [
            "BB1",
            "Safer streets",
            "Light the underpass and the steps of the bus station",
            "Police",
            "Q2",
        ],
        ["BB2", "Safer homes", "Train the wardens to spot cuckooing", "Police", "Q3"],
        ["BB3", "Safer homes", "Fit door chains for older residents", "Police", "Q4"],
    ]
    csp.drops(KELLY, "next.xlsx", sheet(NEXT, [], HEAD, *rows))
    return csp


def of_next_year(csp: Partnership) -> Any:
    with csp.bot.store.reading(HOME) as records:
        held = records.plans.of("2019-20")
    assert held is not None
    return held.plan


def test_what_goes_on_next_year_is_asked_one_at_a_time(next_year: Partnership) -> None:
    csp = next_year
    presses(csp, KELLY, "One by one")
    assert "Change 1 of 1: Perhaps last year's work" in reads_changes(csp)
    presses(csp, KELLY, "Take it")
    presses(csp, KELLY, "Store the 1")
    assert of_next_year(csp).action("BB1").previous_ref == "AA1"


def test_what_is_not_finished_is_taken_along_when_somebody_says_so(
    next_year: Partnership,
) -> None:
    csp, before = next_year, version(next_year)
    assert "not finished, will not be in this plan" in reads_changes(csp)
    assert "Another reference (2)" in reads_changes(csp)
    presses(csp, KELLY, "Take along the 1 unfinished")
    assert "will be taken along into this plan" in reads_changes(csp)
    assert version(csp) == before
    presses(csp, KELLY, "Store without the 1 asked about")
    texts = [action.text for action in of_next_year(csp).actions]
    assert "Walk the town centre on Friday nights" in texts
    assert of_next_year(csp).action("BB1").previous_ref != "AA1"
