"""The bot's own workbook on its way: to an empty database, back where it came from, and edited."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.core.access import Caller, Role
from bot.core.plan import Update, UpdateKind
from bot.core.status import Status
from bot.files.imported import Imported
from bot.files.previewing import preview_words
from bot.sample.loading import load_sample
from bot.services import plans
from bot.services.context import Context
from tests.factories import Q2, a_reading, an_update, at
from tests.files.test_round_trip import cells

pytestmark = pytest.mark.slow

HELD, EMPTY = "T0HELD", "T0EMPTY"
DATA = Path(__file__).parents[1] / "data"


def coordinator(workspace: str) -> Caller:
    return Caller(workspace, "U0KELLY", Role.COORDINATOR)


def brought(context: Context, workspace: str, content: bytes, **wishes: Any) -> Imported:
    """A file previewed and stored."""
    read = plans.preview(context, workspace, content, "file.xlsx", **wishes)
    return plans.apply(context, coordinator(workspace), read)


def record(context: Context, workspace: str) -> tuple[Update, ...]:
    with context.store.reading(workspace) as records:
        return records.plans.record()


@pytest.fixture
def exported(context: Context) -> bytes:
    """The sample with a history, a moved date, something taken back and a sensitive action."""
    load_sample(context, HELD)
    history = (DATA / "history.csv").read_bytes()
    brought(context, HELD, history)
    first = an_update("ASB3", note="Typed wrongly", readings=(a_reading(4.25),))
    back = an_update(
        "ASB3", note="", status=None, kind=UpdateKind.WITHDRAWAL, corrects=first.id,
        at=at("2018-10-04", "09:31"),
    )  # fmt: skip
    moved = an_update("ASB3", quarter=Q2, status=Status.AT_RISK, note="Late", reason="Supplier")
    with context.store.writing(HELD) as records:
        records.plans.add_updates([first, back, moved])
        plan = records.plans.plan(context.today())
        records.plans.mark(plan, "DA1", "OFFICIAL-SENSITIVE", context.now())
    return plans.export(context, HELD)


def edited(content: bytes, change: Callable[[Any], None]) -> bytes:
    """The workbook with a change somebody made in it."""
    book = load_workbook(io.BytesIO(content))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(book: Any, sheet: str, heading: str, ref: str) -> Any:
    """The cell under a heading in the row of a reference."""
    page = book[sheet]
    head = next(row for row in page.iter_rows() if heading in [c.value for c in row])
    column = next(c.column for c in head if c.value == heading)
    row = next(r[0].row for r in page.iter_rows(min_row=head[0].row) if r[0].value == ref)
    return page.cell(row, column)


def test_an_empty_database_gets_all_of_it(context: Context, exported: bytes) -> None:
    preview = plans.preview(context, EMPTY, exported, "export.xlsx")
    assert "Its history has 49 entries, 49 of them new." in preview_words(preview)
    brought(context, EMPTY, exported)
    with context.store.reading(HELD) as there, context.store.reading(EMPTY) as here:
        assert here.plans.plan(context.today()) == there.plans.plan(context.today())
    there_all, here_all = record(context, HELD), record(context, EMPTY)
    assert [(u.id, u.at, u.agency, u.status, u.readings, u.corrects) for u in here_all] == [
        (u.id, u.at, u.agency, u.status, u.readings, u.corrects) for u in there_all
    ]
    assert {u.by for u in here_all} == {"U0KELLY"}
    before, after = cells(exported), cells(plans.export(context, EMPTY))
    assert {s: after[s] for s in after if s != "Audit trail"} == {
        s: before[s] for s in before if s != "Audit trail"
    }


def test_where_it_came_from_nothing_changes_and_it_says_so(
    context: Context, exported: bytes
) -> None:
    with context.store.reading(HELD) as records:
        edition, entries = records.plans.edition("2018-19"), len(records.plans.record())
    words = preview_words(plans.preview(context, HELD, exported, "export.xlsx"))
    assert "nothing changes" in words
    assert "Its history has 49 entries, all of them on record already." in words
    for _ in range(2):
        brought(context, HELD, exported)
    with context.store.reading(HELD) as records:
        assert (records.plans.edition("2018-19"), len(records.plans.record())) == (edition, entries)


def test_what_was_said_meanwhile_is_not_taken_back_by_an_older_export(
    context: Context, exported: bytes
) -> None:
    done = an_update("ASB3", quarter=Q2, status=Status.COMPLETE, at=at("2018-10-05"))
    with context.store.writing(HELD) as records:
        records.plans.add_update(done)
    brought(context, HELD, exported)
    with context.store.reading(HELD) as records:
        held = records.plans.of("2018-19")
    assert held is not None
    assert held.standing("ASB3").status is Status.COMPLETE


@pytest.mark.parametrize("workspace", [HELD, EMPTY])
def test_what_is_edited_in_it_is_what_changes(
    context: Context, exported: bytes, workspace: str
) -> None:
    def change(book: Any) -> None:
        cell(book, "Action plan", "Status", "ASB3").value = "Complete"
        cell(book, "Action plan", "Lead agency", "ASB4").value = "Kent Police"
        cell(book, "Action plan", "Timescale", "ASB2").value = "30 November 2018"
        book["Action plan"].append(
            [None, None, "Domestic Abuse", "Light the path", "SDC", None, "Q4"]
        )

    brought(context, workspace, edited(exported, change))
    with context.store.reading(workspace) as records:
        held = records.plans.of("2018-19")
    assert held is not None
    assert held.standing("ASB3").status is Status.COMPLETE
    assert held.plan.action("ASB4").leads == ("KP",)
    assert str(held.standing("ASB2").due) == "2018-11-30"
    new = next(action for action in held.plan.actions if action.text == "Light the path")
    assert (new.priority, new.leads, str(new.due)) == ("DA", ("SDC",), "2019-03-31")
    assert len(held.plan.actions) == 54


def test_a_damaged_entry_is_named_by_its_place_and_the_others_are_kept(
    context: Context, exported: bytes
) -> None:
    def change(book: Any) -> None:
        book["History"]["B2"].value = "some day"
        book["History"]["C3"].value = "Q9"
        book["Understood"]["E2"].value = "{"

    read = plans.preview(context, EMPTY, edited(exported, change), "export.xlsx")
    places = [(p.location or {}).get("row") for p in read.problems if p.code == "row_not_read"]
    assert places == [2, 3]
    assert len(read.record) == 47


def test_what_stands_around_the_actions_is_a_difference_too(
    context: Context, exported: bytes
) -> None:
    def change(book: Any) -> None:
        intent = cell(book, "Priorities", "Intent (from the record)", "ACQ")
        intent.value = "So that everybody can walk home."
        cell(book, "Agencies", "Other names (from the record)", "KP").value = "police; bobbies"
        cell(book, "Action plan", "Marking (from the record)", "ASB2").value = "OFFICIAL-SENSITIVE"

    content = edited(exported, change)
    read = plans.preview(context, HELD, content, "export.xlsx")
    assert {(c.kind, c.ref) for c in read.changes} == {
        ("intent", "ACQ"), ("agency", "KP"), ("marking", "ASB2"),
    }  # fmt: skip
    plans.apply(context, coordinator(HELD), read, None)
    with context.store.reading(HELD) as records:
        plan = records.plans.plan(context.today())
    assert plan.priority("ACQ").intent == "So that everybody can walk home."
    assert plan.agency_named("bobbies") == plan.agency("KP")
    assert plan.is_sensitive(plan.action("ASB2"))
    again = plans.preview(context, HELD, content, "export.xlsx")
    assert again.changes == ()
