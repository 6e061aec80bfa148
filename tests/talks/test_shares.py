"""A figure that is a share: reported with both its numbers by any door, shown with them, frozen."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from bot.core.access import HOME, Caller, Role
from bot.core.plan import Reading
from bot.core.quarters import Quarter
from bot.services.pack import pack
from bot.services.plans import apply, export, preview
from tests.partnership import Partnership

Q1 = Quarter(2018, 1)
CLOSES = date(2018, 7, 10)
KELLY = "U0KELLY"


def in_the_form(csp: Partnership, figure: str, quarter: str = "") -> dict[str, str]:
    kelly = csp.person(KELLY)
    kelly.types("/csp update ASB9 in 2018-19")
    fields = {"status": "on_track", "note": "Disputes came in."} | (
        {"quarter": quarter} if quarter else {}
    )
    kelly.fills(**fields, **{"reading:ASB9/1": figure})
    return kelly.submits()


def readings(csp: Partnership, workspace: str = HOME) -> list[Reading]:
    with csp.bot.store.reading(workspace) as records:
        return [reading for update in records.plans.record() for reading in update.readings]


def test_in_the_form_it_is_saved_shown_published_and_frozen(any_partnership: Partnership) -> None:
    csp = any_partnership
    kelly = csp.person(KELLY)
    assert in_the_form(csp, "48 of 12") != {}
    assert in_the_form(csp, "12 of 48") == {}
    assert "12 of 48 (25%)" in kelly.reads()
    assert readings(csp) == [Reading("ASB9/1", 25.0, Q1, 12, 48)]
    kelly.types("/csp ASB9")
    assert "12 of 48 (25%)" in kelly.last()
    csp.move_to(CLOSES, 9)
    (posted,) = [m["text"] for m in csp.workspace.channel("CSAFETY").messages
                 if "ASB9 Referrals" in m["text"]]  # fmt: skip
    assert "12 of 48 (25%) this quarter, behind: 35 percentage points short" in posted
    caller = Caller(HOME, KELLY, Role.COORDINATOR)
    (paper, *_) = pack(csp.bot.context, caller, Q1).values()
    assert b"word/" in paper
    assert in_the_form(csp, "20 of 48", Q1.label) == {}
    kelly.types("/csp correct Q1")
    assert "20 of 48 (42%), was 12 of 48 (25%)" in kelly.last()


def test_in_a_return_a_typed_update_and_back_from_the_export(partnership: Partnership) -> None:
    csp = partnership
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Sevenoaks District Council quarterly return, Q1 2018-19"])
    sheet.append([])
    sheet.append(["Ref", "Status", "Progress", "Reading"])
    sheet.append(["ASB6", "green", "Cleared by the new crew.", "12 of 48"])
    out = io.BytesIO()
    book.save(out)
    context = csp.bot.context
    read = preview(context, HOME, out.getvalue(), "return.xlsx")
    apply(context, Caller(HOME, KELLY, Role.COORDINATOR), read)
    assert readings(csp) == [Reading("ASB6/1", 25.0, Q1, 12, 48)]
    csp.person(KELLY).types("/csp update ASB6 green Going well. Figure: 30 of 60")
    assert "30 of 60 (50%)" in csp.person(KELLY).last()
    content = export(context, HOME)
    history = load_workbook(io.BytesIO(content))["History"]
    shown = {str(cell.value) for row in history.iter_rows() for cell in row}
    assert {"12 of 48 (25%)", "ASB6/1: 30 of 60 (Q1 2018-19)"} <= shown
    other = Caller("TOTHER", KELLY, Role.COORDINATOR)
    apply(context, other, preview(context, other.workspace, content, "export.xlsx"))
    assert readings(csp, other.workspace) == readings(csp)


@pytest.mark.parametrize("figure", ["2 of 19", "18 of 19", "3/4"])
def test_in_a_sensitive_subject_numbers_that_few_stand_behind_are_held(
    partnership: Partnership, figure: str
) -> None:
    kelly = partnership.person(KELLY)
    kelly.types("/csp update DA3")
    kelly.fills(status="on_track", note="Locks were changed.", **{"reading:DA3/1": figure})
    kelly.submits()
    assert readings(partnership) == []
