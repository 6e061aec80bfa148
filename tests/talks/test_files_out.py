"""Files people ask for: sent to the asker alone, once, whatever happens on the way."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from bot.sandbox.faults import Fault
from tests.gate import needs_docxtpl
from tests.partnership import CHANNEL, Partnership


def files_to(csp: Partnership, user: str) -> list[dict[str, str]]:
    """The files the bot has sent to a person, in order."""
    messages = csp.workspace.visible(csp.workspace.dm(user), user)
    return [file for message in messages for file in message.get("files", [])]


def content(csp: Partnership, file: dict[str, str]) -> io.BytesIO:
    return io.BytesIO(csp.slack.api.uploads.files[file["id"]].content or b"")


def test_a_councillor_asks_for_the_committee_paper(any_partnership: Partnership) -> None:
    csp = any_partnership
    anne, helen = csp.person("U0CLLR"), csp.person("U0HELEN")
    helen.types("/csp update ASB3 green Cameras are up")
    anne.types("/csp pack Q1")
    assert "on its way" in anne.last()
    csp.bot.tick()
    names = [file["name"] for file in files_to(csp, anne.id)]
    assert names[:2] == ["committee-paper-Q1-2018-19.docx", "committee-paper-Q1-2018-19.xlsx"]
    assert "It is a draft" in anne.letters()[-1]
    paper = Document(content(csp, files_to(csp, anne.id)[0]))
    assert paper.sections[0].header.paragraphs[0].text.startswith("DRAFT")
    assert not files_to(csp, helen.id)
    assert not [m for m in csp.workspace.channel(CHANNEL).messages if m.get("files")]


def test_the_paper_of_a_closed_quarter_is_no_draft(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    partnership.move_to(date(2018, 7, 10), 9)
    anne.types("/csp pack Q1 2018-19")
    partnership.bot.tick()
    assert "draft" not in anne.letters()[-1]
    paper = Document(content(partnership, files_to(partnership, anne.id)[0]))
    assert paper.sections[0].header.paragraphs[0].text == "OFFICIAL"


def test_of_a_year_the_annual_report_is_sent(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp pack 2017-18")
    assert "I hold no 2017-18 plan" in anne.last()
    anne.types("/csp pack 2018-19")
    assert "The annual report is on its way" in anne.last()
    partnership.bot.tick()
    names = [file["name"] for file in files_to(partnership, anne.id)]
    assert names[:2] == ["annual-report-2018-19.docx", "annual-report-2018-19.xlsx"]
    assert "Annual report, 2018-19. It is a draft" in anne.letters()[-1]


def test_the_button_under_the_summary_sends_it_too(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp summary Q1")
    anne.clicks("Committee paper")
    partnership.bot.tick()
    assert files_to(partnership, anne.id)


def last_paper(csp: Partnership, user: str) -> list[str]:
    """The paragraphs of the last Word file somebody was sent."""
    *_, last = (file for file in files_to(csp, user) if file["name"].endswith(".docx"))
    return [paragraph.text for paragraph in Document(content(csp, last)).paragraphs]


def test_whose_report_it_is_and_the_councils_own_word_file(any_url: str, tmp_path: Path) -> None:
    needs_docxtpl()
    template = tmp_path / "ours.docx"
    ours = Document()
    ours.add_paragraph("Report of the {{ report_of }}")
    ours.save(str(template))
    csp = Partnership(
        any_url, date(2018, 5, 14), report_of="Chief Officer", paper_template=str(template)
    )
    anne, kelly = csp.person("U0CLLR"), csp.person("U0KELLY")
    anne.types("/csp pack Q1")
    csp.bot.tick()
    assert last_paper(csp, anne.id) == ["Report of the Chief Officer"]

    kelly.types("/csp settings")
    kelly.fills(report_of="Head of Communities")
    kelly.submits()
    anne.types("/csp pack Q1")
    csp.bot.tick()
    assert last_paper(csp, anne.id) == ["Report of the Head of Communities"]

    template.write_bytes(b"spoilt")
    anne.types("/csp pack Q1")
    csp.bot.tick()
    csp.bot.tick()
    assert "the Word template of the committee paper cannot be filled" in kelly.letters()[-1]
    csp.close()


def test_the_export_is_for_coordinators(partnership: Partnership) -> None:
    kelly, anne = partnership.person("U0KELLY"), partnership.person("U0CLLR")
    anne.types("/csp export")
    assert "Only a coordinator" in anne.last()
    kelly.types("/csp export")
    partnership.bot.tick()
    (file,) = files_to(partnership, kelly.id)
    assert "Action plan" in load_workbook(content(partnership, file)).sheetnames
    assert not files_to(partnership, anne.id)


def test_without_the_scope_the_coordinator_is_told_what_to_add(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    partnership.slack.api.uploads.allowed = False
    kelly.types("/csp export")
    partnership.bot.tick()
    partnership.bot.tick()
    assert "files:write" in kelly.letters()[-1]
    assert "partnership-bot pack" in kelly.letters()[-1]


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("files.getUploadURLExternal", Fault.RATE_LIMITED),
        ("files.getUploadURLExternal", Fault.BROKEN_503),
        ("upload", Fault.BROKEN_500),
        ("files.completeUploadExternal", Fault.RATE_LIMITED),
        ("files.completeUploadExternal", Fault.RESET_BEFORE),
        ("files.completeUploadExternal", Fault.RESET_AFTER),
    ],
)
def test_whatever_breaks_on_the_way_one_message_with_the_files_remains(
    partnership: Partnership, method: str, fault: Fault
) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp export")
    partnership.slack.faults.plan(method, fault)
    for _ in range(6):
        partnership.clock.move_to(partnership.clock.now() + timedelta(seconds=40))
        partnership.bot.tick()
    assert len(files_to(partnership, kelly.id)) == 1


def test_files_asked_for_stand_in_the_log_in_words(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp export")
    partnership.bot.tick()
    kelly.types("/csp log")
    assert "files somebody asked for: sent on time" in kelly.last()
