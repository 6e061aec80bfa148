"""The same plan in every format: what each of them holds beside its cells is said."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordDocument
from docx.oxml import parse_xml
from openpyxl import load_workbook
from openpyxl.comments import Comment

from bot.core.access import HOME
from bot.core.errors import Refused
from bot.files.calamine import per_cents_not_seen
from bot.files.imported import Imported
from bot.files.opening import open_document
from bot.files.sheet import Cell, Row, Sheet
from bot.services.context import Context
from bot.services.plans import preview
from tests.files.conftest import workbook
from tests.files.test_hostile import ods, ods_row, repacked

ROWS = [
    ["Ref", "Priority", "Action", "Lead agency", "By when"],
    ["A1", "Streets", "Light the path, both sides", "Police", "30/09/2018"],
    ["A2", "Streets", "Clear the lanes at £5 each", "Council", "Q3 2018-19"],
]
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(change: Any = lambda table: None) -> bytes:
    """The plan as a Word document; `change` is done to its table."""
    document = WordDocument()
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    change(table)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def separated(by: str) -> str:
    quoted = [[f'"{cell}"' if by in cell else cell for cell in row] for row in ROWS]
    return "\n".join(by.join(row) for row in quoted)


FORMATS = {
    "xlsx": workbook(("Plan", ROWS)),
    "docx": word(),
    "ods": ods("".join(ods_row(*row) for row in ROWS)),
    "csv": separated(",").encode(),
    "csv of Windows": separated(";").replace("\n", "\r\n").encode("cp1252"),
    "csv of an old Mac": separated(",").replace("\n", "\r").encode("utf-8-sig"),
    "tabs in UTF-16": separated("\t").encode("utf-16"),
    "tabs in UTF-16 without a mark": separated("\t").encode("utf-16-le"),
}


def codes(read: Imported) -> dict[str, str]:
    return {problem.code: problem.message for problem in read.problems}


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_gives_the_same_plan(context: Context, kind: str) -> None:
    read = preview(context, HOME, FORMATS[kind], "plan")
    rows = [(a.ref, a.description, a.lead_raw, str(a.due)) for a in read.actions]
    assert rows == [
        ("A1", "Light the path, both sides", "Police", "2018-09-30"),
        ("A2", "Clear the lanes at £5 each", "Council", "2018-12-31"),
    ]


def test_tracked_changes_are_read_as_accepted_and_said(context: Context) -> None:
    def change(table: Any) -> None:
        paragraph = table.cell(1, 2).paragraphs[0]._p
        run = '<w:r><w:{0} xml:space="preserve">{1}</w:{0}></w:r>'
        for name, text, old in (("del", " by June", "delText"), ("ins", " and the bridge", "t")):
            mark = f'<w:{name} {_W} w:id="1" w:author="a">{run.format(old, text)}</w:{name}>'
            paragraph.append(parse_xml(mark))
        properties = table.rows[2]._tr.get_or_add_trPr()
        properties.append(parse_xml(f'<w:del {_W} w:id="2" w:author="a"/>'))

    read = preview(context, HOME, word(change), "plan.docx")
    assert [a.description for a in read.actions] == ["Light the path, both sides and the bridge"]
    assert "read as accepted" in codes(read)["tracked_changes"]


def test_text_boxes_are_said_and_not_read(context: Context) -> None:
    def change(table: Any) -> None:
        box = (
            f"<w:r {_W}><w:pict><w:txbxContent><w:p><w:r><w:t>Agreed in May</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>"
        )
        table.cell(1, 2).paragraphs[0]._p.append(parse_xml(box))

    read = preview(context, HOME, word(change), "plan.docx")
    assert "Agreed in May" in codes(read)["text_box"]
    assert read.actions[0].description == "Light the path, both sides"


def test_a_formula_is_its_saved_value_and_is_named(context: Context) -> None:
    def change(text: bytes) -> bytes:
        cell = re.compile(rb'<c r="C2"[^>]*>.*?</c>')
        made = b'<c r="C2" t="str"><f>CONCAT("x")</f><v>Light every path</v></c>'
        assert cell.search(text)
        return cell.sub(made, text)

    content = repacked(FORMATS["xlsx"], {"xl/worksheets/sheet1.xml": change})
    read = preview(context, HOME, content, "plan.xlsx")
    assert read.actions[0].description == "Light every path"
    assert "formula" in codes(read)["formula_cell"]


@pytest.mark.parametrize(
    "lines",
    [
        'A1,Streets,"Light the path,Police,Q1\nA2,Streets,Clear the lanes,Council,Q2',
        'A1,Streets,"Light the path,Police,Q1\nA2,Streets,"Clear the lanes",Council,Q2',
        'A1,Streets,Light the 6" path,Police,Q1\nA2,Streets,Clear,Council,Q2',
    ],
)
def test_a_quotation_mark_without_a_partner_is_said(context: Context, lines: str) -> None:
    content = f"{','.join(ROWS[0])}\nA0,Streets,Paint the bridge,Police,Q1\n{lines}\n".encode()
    assert "quotation mark" in codes(preview(context, HOME, content, "p.csv"))["unbalanced_quotes"]


def test_a_quoted_cell_of_several_lines_is_no_doubt(context: Context) -> None:
    content = f'{",".join(ROWS[0])}\nA0,Streets,"Paint, and\nthen, dry",Police,Q1\n'.encode()
    assert "unbalanced_quotes" not in codes(preview(context, HOME, content, "p.csv"))


def test_an_archive_with_a_password_is_refused_in_words(context: Context) -> None:
    out = io.BytesIO(FORMATS["xlsx"])
    with zipfile.ZipFile(out, "a") as archive:
        for entry in archive.infolist():
            entry.flag_bits |= 1
        archive.writestr("x", "x")
    with pytest.raises(Refused, match="damaged"):
        preview(context, HOME, out.getvalue(), "plan.xlsx")


def test_an_old_workbook_gives_dates_numbers_and_titles_and_names_what_is_hidden(
    context: Context,
) -> None:
    content = (Path(__file__).parents[1] / "data" / "formats" / "old-workbook.xls").read_bytes()
    read = preview(context, HOME, content, "plan.xls")
    actions = read.as_json()["actions"]
    assert [(a["ref"], a["due"], a["lead_raw"]) for a in actions] == [
        ("NM1", "2026-09-30", "Borough Council"),
        ("NM2", "2027-03-31", "Police"),
        ("NM3", "2026-12-18", "Fire Service"),
    ]
    assert [a["measures"][0]["target"] if a["measures"] else None for a in actions[:2]] == [12, 40]
    assert read.facts["year"] == "2026-27"
    assert "Old" in [p.quote for p in read.problems if p.code == "sheet_not_read"]


def test_shading_alone_is_a_proposal_that_is_said(context: Context) -> None:
    def shade(table: Any) -> None:
        table.add_column(1)
        table.cell(0, 5).text = "RAG"
        for row, colour in ((1, "00B050"), (2, "FF0000")):
            properties = table.cell(row, 5)._tc.get_or_add_tcPr()
            properties.append(parse_xml(f'<w:shd {_W} w:val="clear" w:fill="{colour}"/>'))

    read = preview(context, HOME, word(shade), "plan.docx")
    assert [action["rag"] for action in read.as_json()["actions"]] == ["green", "red"]
    problem = next(p for p in read.problems if p.code == "status_by_colour_only")
    assert (problem.location, problem.quote) == (
        {"table": 1}, "row 2 of table 1, row 3 of table 1",
    )  # fmt: skip


def test_a_share_of_an_ods_is_read_as_it_is_shown() -> None:
    cells = (
        '<table:table-cell office:value-type="percentage" office:value="0.9"/>'
        '<table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="currency" office:currency="GBP" office:value="450"/>'
        '<table:table-cell office:value-type="float" office:value="0.5"/>'
    )
    twice = f'<table:table-row table:number-rows-repeated="2">{cells}</table:table-row>'
    rows = ods_row("Target") + twice
    document = open_document(ods(rows), "plan.ods")
    assert [row.texts for row in document.sheets[0].rows[1:]] == [
        ("90%", "", "", "£450", "0.5")
    ] * 2


def test_the_cells_that_bear_notes_are_named() -> None:
    book = load_workbook(io.BytesIO(FORMATS["xlsx"]))
    book["Plan"]["C2"].comment = Comment("Still wanted?", "Somebody")
    out = io.BytesIO()
    book.save(out)
    remarks = [str(remark) for remark in open_document(out.getvalue(), "plan.xlsx").remarks]
    assert remarks == ["sheet Plan: notes on cells are not read: C2"]


def test_numbers_that_may_be_per_cents_are_named_where_no_sign_is_seen() -> None:
    row = Row(4, (Cell("0.6", number=0.6, column="G"), Cell("12", number=12.0, column="H")))
    lines = [str(problem) for problem in per_cents_not_seen([Sheet("Plan", (row,))])]
    assert lines == [
        "sheet Plan: per cent signs are not seen in this format, so 0.6 may be 60%: G4 (0.6). "
        "Is it so? Save the file as .xlsx"
    ]


def test_tables_set_out_within_a_table_are_read_below_what_stands_beside_them(
    context: Context,
) -> None:
    document = WordDocument()
    document.add_paragraph("Plan on a page 2018-19")
    page = document.add_table(rows=2, cols=2)
    for row, name, text in zip(
        page.rows, ("Homes", "Streets"), ("Fit locks", "Light paths"), strict=True
    ):
        row.cells[0].text = f"Priority: {name}"
        table = row.cells[1].add_table(rows=2, cols=3)
        for cell, own in zip(table.rows[0].cells, ("Action", "Lead", "When"), strict=True):
            cell.text = own
        for cell, own in zip(table.rows[1].cells, (text, "Police", "Sept 2018"), strict=True):
            cell.text = own
    out = io.BytesIO()
    document.save(out)
    read = preview(context, HOME, out.getvalue(), "plan.docx")
    names = {priority.key: priority.name for priority in read.priorities}
    actions = read.as_json()["actions"]
    assert [(a["description"], names[a["priority"]], a["due"]) for a in actions] == [
        ("Fit locks", "Homes", "2018-09-30"),
        ("Light paths", "Streets", "2018-09-30"),
    ]
