"""Files made to cost time or memory, or only damaged: refused or read, in bounded work; no bytes
whatever end in anything but a reading or a refusal in words."""

from __future__ import annotations

import io
import random
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from typing import TypeVar

import pytest
from docx import Document as WordDocument

from bot.core.access import HOME
from bot.core.errors import Refused
from bot.core.progress import Progress
from bot.files import limits
from bot.files.opening import open_document
from bot.files.previewing import preview_words
from bot.files.workbook import workbook as own_workbook
from bot.services.context import Context
from bot.services.plans import preview
from tests.factories import a_plan, an_update
from tests.files.conftest import workbook

Read = TypeVar("Read")

PLAN = workbook(
    ("Plan", [["Ref", "Action", "Lead", "By when"], ["A1", "Do it", "KP", "May 2018"]]),
    merged=["B2:C2"],
)
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def repacked(content: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """An archive with parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.infolist():
            text = before.read(part)
            made = changes[part.filename](text) if part.filename in changes else text
            after.writestr(part.filename, made, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def sheet(data: bytes, behind: bytes = b"") -> bytes:
    """The workbook with other cells in its sheet."""
    made = b"<worksheet><sheetData>" + data + b"</sheetData>" + behind + b"</worksheet>"
    return repacked(PLAN, {"xl/worksheets/sheet1.xml": lambda _: made})


def cells(numbers: range) -> bytes:
    row = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>x</t></is></c></row>'
    return b"".join(row % (number, number) for number in numbers)


def word(change: Callable[[bytes], bytes] = lambda text: text) -> bytes:
    """A Word plan, its text changed."""
    document = WordDocument()
    table = document.add_table(2, 3)
    for row, texts in zip(table.rows, [["Ref", "Action", "Lead"], ["A1", "Do", "KP"]], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue(), {"word/document.xml": change})


def ods(rows: str) -> bytes:
    """A small workbook of LibreOffice's kind."""
    spaces = " ".join(f'xmlns:{n}="{ODF}:{n}:1.0"' for n in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="Plan">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def ods_row(*texts: str, more: str = "", rows: str = "") -> str:
    value = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
    return (
        f"<table:table-row{rows}>{''.join(value.format(more, t) for t in texts)}</table:table-row>"
    )


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a row of a million cells": lambda: sheet(b"<row>" + b"<c/>" * 1_000_000 + b"</row>"),
    "elements in each other": lambda: sheet(b"<a>" * 200_000 + b"</a>" * 200_000),
    "ranges over each other": lambda: sheet(
        cells(range(1, 15_000)),
        b"<mergeCells>" + b'<mergeCell ref="A1:ZZ1048576"/>' * 20_000 + b"</mergeCells>",
    ),
    "a space in the last row": lambda: sheet(
        cells(range(1, 3)) + b'<row r="1048576"><c r="XFD1048576" t="str"><v> </v></c></row>'
    ),
    "60,000 rows": lambda: sheet(cells(range(1, 60_001))),
    "a number no row has": lambda: sheet(b'<row r="9"><c r="ZZZZ99"><v>1e999</v></c></row>'),
    "cells without a value": lambda: sheet(b'<row><c t="s"><v></v></c><c t="s"/></row>'),
    "strings in each other": lambda: repacked(
        PLAN, {"xl/sharedStrings.xml": lambda _: b"<a>" * 200_000 + b"</a>" * 200_000}
    ),
    "controls in each other": lambda: word(
        lambda text: text.replace(
            b"<w:tbl>", b"<w:sdt>" * 50_000 + b"</w:sdt>" * 50_000 + b"<w:tbl>", 1
        )
    ),
    "a cell over a thousand million": lambda: word(
        lambda text: text.replace(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="1000000000"/>')
    ),
    "a cell over no number": lambda: word(
        lambda text: text.replace(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="many"/>')
    ),
    "a row of 100,000 Word cells": lambda: word(
        lambda text: text.replace(
            b"</w:tbl>", b"<w:tr>" + b"<w:tc><w:p/></w:tc>" * 100_000 + b"</w:tr></w:tbl>"
        )
    ),
    "cells that stand for others": lambda: ods(
        ods_row(
            "x",
            more=' table:number-columns-repeated="9999"',
            rows=" table:number-rows-repeated='9999'",
        )
    ),
    "rows that stand for others": lambda: ods(
        "<table:table-row table:number-rows-repeated='900000000'><table:table-cell/>"
        f"</table:table-row>{ods_row('x')}"
    ),
    "wide lines": lambda: b"\n".join([b",".join([b"x"] * 300)] * 8_000),
    "empty lines": lambda: b"Ref,Action\n" + b"\n" * 2_000_000,
    "one endless line": lambda: b"Ref,Action\nA1," + b"x" * 5_000_000,
    "half a UTF-16 text": lambda: b"\xff\xfeR\x00e\x00f",
}  # fmt: skip


def tried(read: Callable[[], Read]) -> Read | None:
    """What was read, or None when it is refused in words a person understands."""
    try:
        return read()
    except Refused as refused:
        refusal = str(refused)
    assert not [word for word in ("Error", "Traceback", "XML", "None") if word in refusal]
    return None


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_made_to_cost_costs_little(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = HOSTILE[kind]()
    tracemalloc.start()
    try:
        document = tried(lambda: open_document(content, "plan.xlsx"))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 120_000_000
    filled = [c for s in document.sheets for r in s.rows for c in r.cells] if document else []
    assert len(filled) < limits.MAX_CELLS


def test_usual_emptiness_behind_a_plan_is_no_size() -> None:
    """LibreOffice fills a sheet to its last row and column with cells that stand for many."""
    wide = '<table:table-cell table:number-columns-repeated="16380"/>'
    rows = "".join(
        ods_row(*texts).replace("</table:table-row>", f"{wide}</table:table-row>")
        for texts in (["Ref", "Action"], ["A1", "Do it"])
    )
    empty = f'<table:table-row table:number-rows-repeated="1048574">{wide}</table:table-row>'
    document = open_document(ods(rows + empty), "plan.ods")
    assert [row.texts[:2] for row in document.sheets[0].rows] == [
        ("Ref", "Action"),
        ("A1", "Do it"),
    ]


def test_a_sheet_that_reaches_far_is_refused_before_it_is_unfolded() -> None:
    old = b"\xd0\xcf\x11\xe0" + bytes(600) + b"\x00\x02\x0e\x00"
    far = old + struct.pack("<IIHHH", 0, 65_536, 0, 256, 0)
    with pytest.raises(Refused, match=r"65,536 rows and 256 columns.*save it as .xlsx"):
        open_document(far, "plan.xls")
    lone = (
        '<table:table-row table:number-rows-repeated="65535"><table:table-cell/></table:table-row>'
    )
    wide = '<table:table-row><table:table-cell table:number-columns-repeated="255"/>'
    space = '<table:table-cell office:value-type="string"><text:p> </text:p></table:table-cell>'
    with pytest.raises(Refused, match=r"65,536 rows and 256 columns"):
        open_document(ods(f"{lone}{wide}{space}</table:table-row>"), "plan.ods")


SMALL: dict[str, Callable[[], bytes]] = {
    "xlsx": lambda: PLAN,
    "own": lambda: own_workbook(Progress(a_plan(), [an_update()]), [an_update()]),
    "docx": word,
    "ods": lambda: ods(ods_row("Ref", "Action", "Lead") + ods_row("A1", "Do it", "KP")),
    "csv": lambda: b'Ref,Action,Lead\nA1,"Do it, today",KP\nA2,"Do\nmore",KP\n',
    "utf-16": lambda: "Ref\tAction\tLead\nA1\tDo it £5\tKP\n".encode("utf-16"),
}


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The bytes with some changed, some lost, some doubled."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 8) if content else 0):
        at = chance.randrange(len(made))
        how = chance.randrange(3)
        if how == 0:
            made[at] = chance.randrange(256)
        elif how == 1:
            del made[at : at + chance.randint(1, min(20, len(made) // 8 + 1))]
        else:
            made[at:at] = made[at : at + chance.randint(1, 20)]
    return bytes(made)


def within(content: bytes, chance: random.Random) -> bytes:
    """An archive one part of which is mutated: its own checks would refuse all else."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
    return repacked(content, {chance.choice(names): lambda text: mutated(text, chance)})


@pytest.mark.slow
@pytest.mark.parametrize("kind", SMALL)
def test_no_bytes_end_in_a_fault(context: Context, kind: str) -> None:
    chance, content = random.Random(20261127), SMALL[kind]()
    readable = 0
    for number in range(150):
        packed = content.startswith(b"PK") and number % 3
        made = within(content, chance) if packed else mutated(content, chance)
        read = tried(lambda made=made: preview(context, HOME, made, "plan.xlsx"))  # type: ignore[misc]
        readable += read is not None and bool(preview_words(read))
    assert readable > 10  # else they only show that damaged archives are refused
