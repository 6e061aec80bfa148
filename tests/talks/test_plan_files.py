"""Files dropped into the direct message with the bot: looked at in the thread, stored by a button,
refused in plain words; never anything in between."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.core.access import HOME
from bot.sandbox.faults import Fault
from tests.partnership import CHANNEL, Partnership

DATA = Path(__file__).parents[1] / "data"
PLAN = (DATA / "plans/sevenoaks-2018-19.xlsx").read_bytes()
KELLY, HELEN, PRIYA, CLLR, SAM = "U0KELLY", "U0HELEN", "U0PRIYA", "U0CLLR", "U0SAM"


def version(csp: Partnership) -> int:
    """Grows with whatever is stored of plans, updates and people."""
    with csp.bot.store.reading(HOME) as records:
        return records.version


def presses(csp: Partnership, user: str, label: str) -> list[str]:
    """Press a button of the latest preview; the thread after it."""
    im = csp.workspace.dm(user)
    for message in reversed(im.messages):
        labels = [b for b in _buttons(message) if b["text"]["text"] == label]
        if labels:
            csp.person(user).clicks(label, message=message, channel=im.id)
            return csp.person(user).thread(message["thread_ts"], im.id)
    raise AssertionError(f"no button '{label}'")


def _buttons(message: dict[str, Any]) -> list[dict[str, Any]]:
    rows = [b for b in message.get("blocks") or [] if b["type"] == "actions"]
    return [element for row in rows for element in row["elements"]]


def labels_of(csp: Partnership, user: str) -> list[str]:
    """The labels of the buttons of the latest message in somebody's direct messages."""
    return [b["text"]["text"] for b in _buttons(csp.workspace.dm(user).messages[-1])]


def sheet(*rows: list[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def helens_return(*rows: list[Any]) -> bytes:
    """A return of the council for Q1, with rows (reference, status, what has happened)."""
    top = ["Sevenoaks District Council quarterly return, Q1 2018-19"]
    return sheet(top, [], ["Ref", "Status", "Progress"], *rows)


def test_a_plan_is_shown_by_place_and_stored_by_a_button(any_partnership: Partnership) -> None:
    csp = any_partnership
    before = version(csp)
    thread = csp.drops(KELLY, "Our plan (draft 2).xlsx", PLAN, "Our plan, thank you")
    assert len(thread) == 2, thread
    for words in ("7 priorities, 53 actions", "Read: ", "row 50", "'TBC' is no date", "Nothing is"):
        assert words in thread[-1]
    assert version(csp) == before
    assert labels_of(csp, KELLY) == ["Store", "Columns", "All problems", "Leave it"]
    thread = presses(csp, KELLY, "Store")
    assert thread[-1].startswith("Stored. Our plan (draft 2).xlsx: A plan")
    anne = csp.person(CLLR)
    anne.types("/csp OCG6")
    assert "proceeds-of-crime" in anne.last()
    assert not [m for m in csp.workspace.channel(CHANNEL).messages if "53 actions" in m["text"]]
    with csp.bot.store.reading(HOME) as records:
        line = records.audit.about("plan:2018-19", 1)[0]
    assert (line.actor, line.route) == (KELLY, "slack")


def test_leaving_it_stores_nothing(partnership: Partnership) -> None:
    before = version(partnership)
    partnership.drops(KELLY, "plan.xlsx", PLAN)
    assert "nothing was stored" in presses(partnership, KELLY, "Leave it")[-1]
    assert labels_of(partnership, KELLY) == []
    assert version(partnership) == before


def test_all_problems_come_as_a_file_in_the_thread(partnership: Partnership) -> None:
    partnership.drops(KELLY, "plan.xlsx", PLAN)
    presses(partnership, KELLY, "All problems")
    (file,) = partnership.workspace.dm(KELLY).messages[-1]["files"]
    assert file["name"] == "problems-of-plan.xlsx"
    content = partnership.slack.api.uploads.files[file["id"]].content or b""
    rows = list(load_workbook(io.BytesIO(content)).active.values)  # type: ignore[union-attr]
    assert rows[0] == ("How serious", "Kind", "Ref", "Where", "What")
    assert any("'TBC' is no date" in str(row[4]) for row in rows)
    assert len(rows) > 20


def test_a_new_version_shows_the_difference_and_what_is_asked_about(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    csp.drops(KELLY, "plan.xlsx", PLAN)
    presses(csp, KELLY, "Store")
    book = load_workbook(io.BytesIO(PLAN))
    changed = book.worksheets[0]
    last = changed.max_row
    ref = str(changed.cell(last, 1).value)
    changed.cell(last, 1).value = "NEW99"
    out = io.BytesIO()
    book.save(out)
    thread = csp.drops(KELLY, "plan2.xlsx", out.getvalue())
    assert "Another reference (1, asked about first)" in thread[-1]
    assert labels_of(csp, KELLY)[:2] == ["Store without the 1 asked about", "Store all"]
    assert "Left as they were" in presses(csp, KELLY, "Store without the 1 asked about")[-1]
    anne = csp.person(CLLR)
    anne.types(f"/csp {ref}")
    assert "formerly" not in anne.last()
    csp.drops(KELLY, "plan2.xlsx", out.getvalue())
    assert presses(csp, KELLY, "Store all")[-1].startswith("Stored.")
    anne.types("/csp NEW99")
    assert "NEW99" in anne.last()


def test_two_coordinators_at_once_the_second_is_told(any_partnership: Partnership) -> None:
    csp = any_partnership
    csp.person(KELLY).types(f"/csp member <@{PRIYA}> coordinator")
    csp.drops(KELLY, "plan.xlsx", PLAN)
    csp.drops(PRIYA, "other.xlsx", PLAN)
    presses(csp, KELLY, "Store")
    stored = version(csp)
    thread = presses(csp, PRIYA, "Store")
    assert any("no longer the one" in text and "Kelly Marsh" in text for text in thread)
    assert version(csp) == stored
    assert any("nothing changes" in text or "Nothing is stored yet" in text for text in thread)


def test_pressed_twice_it_is_stored_once(partnership: Partnership) -> None:
    content = helens_return(["ASB3", "Green", "Two cameras are up"])
    partnership.drops(KELLY, "return.xlsx", content)
    message = partnership.workspace.dm(KELLY).messages[-1]
    button = dict(message, blocks=list(message["blocks"]))
    presses(partnership, KELLY, "Store")
    stored = version(partnership)
    partnership.person(KELLY).clicks(
        "Store", message=button, channel=partnership.workspace.dm(KELLY).id
    )
    assert version(partnership) == stored
    assert (
        "stored already"
        in partnership.person(KELLY).thread(
            message["thread_ts"], partnership.workspace.dm(KELLY).id
        )[-1]
    )


def test_a_lead_gives_their_own_agencys_return_and_nothing_else(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    thread = csp.drops(HELEN, "return.xlsx", helens_return(["ASB3", "Green", "Two cameras are up"]))
    assert "A return: 1 update" in thread[-1]
    presses(csp, HELEN, "Store")
    with csp.bot.store.reading(HOME) as records:
        update = records.plans.record()[-1]
    assert (update.ref, update.by, update.note) == ("ASB3", HELEN, "Two cameras are up")
    before = version(csp)
    assert "Only a coordinator" in csp.drops(HELEN, "plan.xlsx", PLAN)[-1]
    assert "another agency" in csp.drops(PRIYA, "r.xlsx", helens_return(["ASB3", "Red", "No"]))[-1]
    assert "Only the agency" in csp.drops(CLLR, "plan.xlsx", PLAN)[-1]
    assert "only know members" in csp.drops(SAM, "plan.xlsx", PLAN)[-1]
    assert version(csp) == before


def test_the_right_is_checked_again_when_it_is_stored(partnership: Partnership) -> None:
    partnership.drops(HELEN, "return.xlsx", helens_return(["ASB3", "Green", "Cameras are up"]))
    partnership.person(KELLY).types(f"/csp member <@{HELEN}> observer")
    before = version(partnership)
    assert "Only the agency" in presses(partnership, HELEN, "Store")[-1]
    assert version(partnership) == before


def test_histories_agencies_and_people_come_in_too(any_partnership: Partnership) -> None:
    csp = any_partnership
    assert "46 updates" in csp.drops(KELLY, "h.csv", (DATA / "history.csv").read_bytes())[-1]
    presses(csp, KELLY, "Store")
    agencies = b"code,name,aliases,responsible\nXYZ,Example Housing Trust,EHT,No\n"
    assert "A list of 1 agency" in csp.drops(KELLY, "agencies.csv", agencies)[-1]
    presses(csp, KELLY, "Store")
    people = b"slack_id,email,name,agency,role\nU0SAM,,Sam Newman,Example Housing Trust,lead\n"
    assert "a list of 1 person" in csp.drops(KELLY, "people.csv", people)[-1]
    presses(csp, KELLY, "Store")
    csp.person(KELLY).types("/csp members")
    assert "U0SAM" in csp.person(KELLY).last()
    wrong = b"slack_id,email,name,agency,role\nU0SAM,,Sam Newman,Nobody at all,lead\n"
    assert "names no agency" in csp.drops(KELLY, "people.csv", wrong)[-1]
    assert "Store" not in labels_of(csp, KELLY)
    assert "Only a coordinator" in csp.drops(HELEN, "people.csv", people)[-1]


def test_a_people_file_never_leaves_the_partnership_without_a_coordinator(
    any_partnership: Partnership,
) -> None:
    csp, head = any_partnership, b"slack_id,email,name,agency,role\n"
    demoted = b"U0KELLY,,Kelly Marsh,Sevenoaks District Council,lead\n"
    before = version(csp)
    assert "without a coordinator" in csp.drops(KELLY, "people.csv", head + demoted)[-1]
    assert "Store" not in labels_of(csp, KELLY)
    assert version(csp) == before
    another = b"U0PRIYA,,Priya Nair,Kent Police,coordinator\n"
    csp.drops(KELLY, "people.csv", head + demoted + another)
    csp.person(KELLY).types(f"/csp member <@{KELLY}> observer")
    assert "without a coordinator" in csp.person(KELLY).last()
    presses(csp, KELLY, "Store")
    csp.person(KELLY).types("/csp members")
    assert "Only a coordinator" in csp.person(KELLY).last()


def test_what_the_guard_holds_is_listed_by_place_and_never_repeated(
    partnership: Partnership,
) -> None:
    secret = "07700 900123"
    content = helens_return(
        ["ASB3", "Green", f"Call the tenant on {secret}"],
        ["ASB4", f"ring {secret}", "Fine"],
        [f"see {secret}"],
    )
    texts = partnership.drops(KELLY, "return.xlsx", content)
    assert "ASB3" in texts[-1]
    assert "left out" in texts[-1]
    presses(partnership, KELLY, "All problems")
    (file,) = partnership.workspace.dm(KELLY).messages[-1]["files"]
    listed = partnership.slack.api.uploads.files[file["id"]].content or b""
    cells = [str(c) for row in load_workbook(io.BytesIO(listed)).active.values for c in row]  # type: ignore[union-attr]
    assert not [text for text in [*texts[1:], *cells] if "900123" in text]


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 70_000_000)
    return out.getvalue()


def _macros() -> bytes:
    out = io.BytesIO(PLAN)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", "x")
    return out.getvalue()


def _rows() -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Ref", "Priority", "Action", "Lead agency", "Timescale"])
    writer.writerows([f"A{n}", "One", "Do it", "Police", "March 2019"] for n in range(60_000))
    return text.getvalue().encode()


BROKEN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "large.xlsx": ("larger than 10 MB", lambda: b"PK" + b"0" * 21_000_000),
    "rows.csv": ("more than 20,000 rows", _rows),
    "bomb.xlsx": ("unpacks to far more", _bomb),
    "macros.xlsm": ("holds macros", _macros),
    "plan.pdf": ("is a PDF", lambda: b"%PDF-1.7 ..."),
    "locked.xlsx": ("has a password", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096),
    "plan.doc": ("no workbook", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W" * 4096),
    "torn.xlsx": ("damaged", lambda: PLAN[: len(PLAN) // 2]),
    "empty.xlsx": ("is empty", lambda: b"\0"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_refused_in_a_plain_sentence(
    partnership: Partnership, name: str
) -> None:
    reason, content = BROKEN[name]
    before = version(partnership)
    thread = partnership.drops(KELLY, name, content())
    assert reason in thread[-1]
    assert "reference" not in thread[-1]  # no fault
    assert labels_of(partnership, KELLY) == []
    assert version(partnership) == before


def test_a_file_that_is_somebody_elses_or_gone_is_refused(partnership: Partnership) -> None:
    before = version(partnership)
    partnership.drops(KELLY, "plan.xlsx", PLAN)
    uploads = partnership.slack.api.uploads
    (file,) = uploads.files.values()
    file.user = PRIYA
    assert "somebody else's" in presses(partnership, KELLY, "Store")[-1]
    file.user, file.deleted = KELLY, True
    assert "no longer in Slack" in presses(partnership, KELLY, "Store")[-1]
    file.deleted, file.content = False, b"Ref,Action\n"
    file.length = len(file.content)
    assert any("has changed" in text for text in presses(partnership, KELLY, "Store"))
    assert version(partnership) == before


def test_without_the_scope_it_says_what_to_add(partnership: Partnership) -> None:
    partnership.slack.api.uploads.allowed = False
    answer = partnership.drops(KELLY, "plan.xlsx", PLAN)[-1]
    assert "files:read" in answer
    assert "partnership-bot import" in answer


def test_words_beside_a_file_are_answered_only_when_they_report(partnership: Partnership) -> None:
    thread = partnership.drops(HELEN, "evidence.xlsx", PLAN, "update ASB3 green Cameras are up")
    assert any("Saved: ASB3" in text for text in partnership.person(HELEN).letters())
    assert "Only a coordinator" in thread[-1]
    partnership.drops(HELEN, "camera.png", b"\x89PNG")
    assert "not read the file" in partnership.person(HELEN).letters()[-1]


def filled(content: bytes, *rows: tuple[str, str, str]) -> bytes:
    """A return with (reference, status, what has happened) filled in."""
    book = load_workbook(io.BytesIO(content))
    page = book.worksheets[0]
    head = next(row for row in page.iter_rows() if row[0].value == "Ref")
    columns = {cell.value: number for number, cell in enumerate(head, 1)}
    by_ref = {str(row[0].value): number for number, row in enumerate(page.iter_rows(), 1)}
    for ref, status, note in rows:
        page.cell(by_ref[ref], columns["Status"]).value = status
        page.cell(by_ref[ref], columns["Progress"]).value = note
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sent_return(csp: Partnership, user: str, command: str) -> bytes:
    csp.person(user).types(command)
    assert "On its way" in csp.person(user).last()
    csp.bot.tick()
    (file,) = csp.workspace.dm(user).messages[-1]["files"]
    assert file["name"].startswith("return-")
    return csp.slack.api.uploads.files[file["id"]].content or b""


def test_a_return_is_sent_to_be_filled_in_and_comes_back(any_partnership: Partnership) -> None:
    csp = any_partnership
    csp.person(HELEN).types("/csp update ASB3 complete All cameras are up")
    content = sent_return(csp, HELEN, "/csp return")
    page = load_workbook(io.BytesIO(content)).worksheets[0]
    refs = [str(row[0].value) for row in page.iter_rows(min_row=5)]
    assert "ASB3" not in refs  # it is complete
    assert "ASB2" in refs
    assert page.protection.sheet
    assert page["A5"].protection.locked
    assert not page["G5"].protection.locked
    (choices,) = page.data_validations.dataValidation
    assert "On track,At risk,Off track" in str(choices.formula1)
    unchanged = csp.drops(HELEN, "return.xlsx", content)[-1]
    assert "A return: 0 updates" in unchanged
    assert "Store" not in labels_of(csp, HELEN)
    csp.drops(HELEN, "return.xlsx", filled(content, ("ASB2", "At risk", "Two reviews are late")))
    presses(csp, HELEN, "Store")
    with csp.bot.store.reading(HOME) as records:
        update = records.plans.record()[-1]
    assert (update.ref, update.status, update.note) == ("ASB2", "at_risk", "Two reviews are late")


def test_every_agencys_return_comes_back_as_its_own(partnership: Partnership) -> None:
    with partnership.bot.store.reading(HOME) as records:
        plan = records.plans.plan(partnership.clock.today())
    for agency in plan.agencies:
        if not any(agency.code in action.leads for action in plan.actions):
            continue
        content = sent_return(partnership, KELLY, f"/csp return {agency.code}")
        page = load_workbook(io.BytesIO(content)).worksheets[0]
        ref = str(page["A5"].value)
        answer = partnership.drops(KELLY, "r.xlsx", filled(content, (ref, "On track", "Well")))[-1]
        assert "A return: 1 update\n" in answer, agency
        assert "Not that agency" not in answer, agency


def test_others_returns_are_not_sent(partnership: Partnership) -> None:
    priya = partnership.person(PRIYA)
    priya.types("/csp return Sevenoaks District Council")
    assert "Only the agency" in priya.last()
    priya.types("/csp return Nobody")
    assert "names no agency" in priya.last()


def test_the_first_day_in_slack(any_url: str) -> None:
    csp = Partnership(any_url, date(2018, 5, 14), empty=True, coordinators=(KELLY,))
    try:
        kelly, anne = csp.person(KELLY), csp.person(CLLR)
        assert "setting this up" in anne.reads(anne.opens_home())
        shown = kelly.reads(kelly.opens_home())
        assert "Send me your plan" in shown
        assert "Check what I read" in shown
        csp.slack.api.uploads.allowed = False
        kelly.presses("Load the plan", csp.workspace.homes[KELLY])
        assert "Attach your plan" in kelly.letters()[-1]
        csp.slack.api.uploads.allowed = True
        csp.drops(KELLY, "plan.xlsx", PLAN)
        assert presses(csp, KELLY, "Store")[-1].startswith("Stored.")
        assert "The plan at a glance" in kelly.reads(csp.workspace.homes[KELLY])
    finally:
        csp.close()


def test_the_plan_is_given_in_a_form_on_home(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    csp = Partnership(url, date(2018, 5, 14), empty=True, coordinators=(KELLY,))
    try:
        kelly, uploads = csp.person(KELLY), csp.slack.api.uploads
        kelly.presses("Load the plan", kelly.opens_home())
        assert "Choose a file" in kelly.submits()["file"]
        kelly.attaches(uploads.shown(uploads.attach(KELLY, "plan.xlsx", PLAN)))
        assert kelly.submits() == {}
        assert "plan.xlsx, from the form on Home" in kelly.letters()[-2:][0]
        stored = presses(csp, KELLY, "Store")[-1]
        assert stored.startswith("Stored.")
        assert "Next: say who reports for which agency" in stored
        assert "The plan at a glance" in kelly.reads(csp.workspace.homes[KELLY])
    finally:
        csp.close()


def test_a_sample_may_be_tried_while_nothing_is_loaded(tmp_path: Path) -> None:
    csp = Partnership(
        f"sqlite:///{tmp_path / 'empty.sqlite3'}",
        date(2018, 5, 14),
        empty=True,
        coordinators=(KELLY,),
    )
    try:
        kelly = csp.person(KELLY)
        home = kelly.opens_home()
        kelly.presses("Try it with a sample", home)
        assert "illustrative" in kelly.reads(csp.workspace.homes[KELLY])
        stored = version(csp)
        kelly.presses("Try it with a sample", home)
        assert version(csp) == stored
    finally:
        csp.close()


@pytest.mark.parametrize(
    "fault",
    [Fault.RATE_LIMITED, Fault.BROKEN_500, Fault.BROKEN_503, Fault.RESET_BEFORE, Fault.RESET_AFTER],
)
@pytest.mark.parametrize("moment", ["look", "store"])
def test_when_slack_does_not_give_the_file_nothing_is_lost_or_stored_twice(
    partnership: Partnership, fault: Fault, moment: str
) -> None:
    csp, content = partnership, helens_return(["ASB3", "Green", "Two cameras are up"])
    before = version(csp)
    faults = csp.slack.faults
    if moment == "look":
        for _ in range(3):  # the client tries a broken connection again
            faults.plan("files.info", fault)
        assert "again in a moment" in csp.drops(KELLY, "r.xlsx", content)[-1]
        assert version(csp) == before
        while faults.take("files.info"):
            pass
        csp.drops(KELLY, "r.xlsx", content)
    else:
        csp.drops(KELLY, "r.xlsx", content)
        for _ in range(3):
            faults.plan("files.info", fault)
        assert "again in a moment" in presses(csp, KELLY, "Store")[-1]
        assert version(csp) == before
        while faults.take("files.info"):
            pass
    assert any("Stored." in text for text in presses(csp, KELLY, "Store"))
    with csp.bot.store.reading(HOME) as records:
        assert len([u for u in records.plans.record() if u.note == "Two cameras are up"]) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault.RATE_LIMITED,
        Fault.BROKEN_500,
        Fault.BROKEN_503,
        Fault.RESET_BEFORE,
        Fault.HALF,
    ],
)
@pytest.mark.parametrize("moment", ["look", "store"])
def test_a_file_that_comes_torn_or_not_at_all_is_never_taken_for_a_shorter_one(
    partnership: Partnership, fault: Fault, moment: str
) -> None:
    csp, before = partnership, version(partnership)
    text = "Ref,Status,Progress\nASB3,Green,Two cameras are up\nASB4,Red,Nothing yet: no leaflets\n"
    content = f"Sevenoaks District Council quarterly return Q1 2018-19,,\n{text}".encode()
    faults = csp.slack.faults
    if moment == "look":
        faults.plan("download", fault)
        assert "again in a moment" in csp.drops(KELLY, "r.csv", content)[-1]
        csp.drops(KELLY, "r.csv", content)
    else:
        csp.drops(KELLY, "r.csv", content)
        faults.plan("download", fault)
        assert "again in a moment" in presses(csp, KELLY, "Store")[-1]
    assert version(csp) == before
    assert any("Stored." in text for text in presses(csp, KELLY, "Store"))
    with csp.bot.store.reading(HOME) as records:
        assert [u.ref for u in records.plans.record()] == ["ASB3", "ASB4"]


def test_an_event_that_comes_again_shows_one_preview(partnership: Partnership) -> None:
    uploads, im = partnership.slack.api.uploads, partnership.workspace.dm(KELLY)
    message = uploads.drop(KELLY, im.id, "plan.xlsx", PLAN, "")
    event = {
        "type": "message", "subtype": "file_share", "user": KELLY, "text": "", "channel": im.id,
        "channel_type": "im", "ts": message["ts"], "event_ts": message["ts"],
        "team": partnership.workspace.team, "files": message["files"],
    }  # fmt: skip
    for _ in range(2):
        assert partnership.acts.event(event, "Ev0AGAIN").status == 200
    assert len(partnership.person(KELLY).thread(message["ts"], im.id)) == 2


def test_a_form_of_columns_sent_twice_shows_the_same(partnership: Partnership) -> None:
    before = version(partnership)
    partnership.drops(KELLY, "plan.xlsx", PLAN)
    kelly, im = partnership.person(KELLY), partnership.workspace.dm(KELLY)
    kelly.clicks("Columns", message=im.messages[-1], channel=im.id)
    view, values = kelly.view, kelly.values()
    assert kelly.submits() == {}
    shown = im.messages[-1]["text"]
    submitted = {**view, "state": {"values": values}}
    payload = partnership.acts._interaction("view_submission", KELLY) | {"view": submitted}
    assert partnership.acts._delivery.send("interaction", payload).status == 200
    assert im.messages[-1]["text"] == shown
    assert version(partnership) == before
