"""Hostile and damaged files are refused in plain words, in bounded time and memory."""

from __future__ import annotations

import io
import resource
import time
import zipfile
from collections.abc import Callable

import pytest

from bot.core.errors import Refused
from bot.files.opening import open_document
from tests.files.conftest import workbook

PLAN = workbook(("Plan", [["Ref", "Action", "Lead"], ["A1", "Do it", "KP"]]))
UNSAID = ("Traceback", "Exception", "zipfile", "BadZipFile", "openpyxl", "lxml")


def _repacked(changes: dict[str, bytes]) -> bytes:
    """The plan's workbook with parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAN)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.infolist():
            if part.filename not in changes:
                after.writestr(part, before.read(part))
        for name, content in changes.items():
            after.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _rows(count: int) -> bytes:
    row = b'<row><c t="inlineStr"><is><t>x</t></is></c></row>'
    return b"<worksheet><sheetData>" + row * count + b"</sheetData></worksheet>"


def _numbered(*numbers: int) -> bytes:
    texts = [f"{number}, written {place}" for place, number in enumerate(numbers)]
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for number, text in zip(numbers, texts, strict=True)
    )
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("made", "word"),
    [
        (lambda: b"", "empty"),
        (lambda: b" \r\n", "empty"),
        (lambda: PLAN[: len(PLAN) // 2], "damaged"),
        (lambda: b"PK\x03\x04 and then nothing", "damaged"),
        (lambda: _repacked({"xl/vbaProject.bin": b"macro"}), "macros"),
        (lambda: _repacked({"xl/sharedStrings.xml": DOCTYPE}), "outside itself"),
        pytest.param(
            lambda: _repacked({"xl/media/big.bin": b"\0" * 40_000_000}),
            "unpacks",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            lambda: _repacked({"xl/worksheets/sheet1.xml": _rows(60_000)}),
            "rows",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            lambda: _repacked({"xl/worksheets/sheet1.xml": _numbered(*[7] * 30_000)}),
            "rows",
            marks=pytest.mark.slow,
        ),
        (lambda: b"Ref,Action\n" + b"A1,x\n" * 60_000, "rows"),
        (lambda: b"\xd0\xcf\x11\xe0" + b"x" * 600, "password"),
        (lambda: b"%PDF-1.7 ...", "PDF"),
        (lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "neither"),
        (lambda: b"x" * 10_000_001, "10 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_what_is_no_harmless_plan_is_refused(made: Callable[[], bytes], word: str) -> None:
    content = made()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    with pytest.raises(Refused) as refusal:
        open_document(content, "plan.xlsx")
    assert word in str(refusal.value)
    assert not [unsaid for unsaid in UNSAID if unsaid in str(refusal.value)]
    assert time.process_time() - began < 10  # the limit the documents set, far above what it takes
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def test_a_file_is_known_by_what_it_holds_not_by_its_name() -> None:
    assert open_document(PLAN, "plan.csv").sheets[0].rows[1].texts == ("A1", "Do it", "KP")
    assert open_document(b"Ref,Action\nA1,Do it\n", "plan.xlsx").numbered == "record"


def test_rows_that_bear_one_number_are_all_kept_and_said() -> None:
    content = _repacked({"xl/worksheets/sheet1.xml": _numbered(1, 2, 2, 3)})
    found = open_document(content, "plan.xlsx")
    texts = {row.number: row.alone for row in found.sheets[0].rows}
    assert texts == {1: "1, written 0", 2: "2, written 1", 3: "3, written 3", 4: "2, written 2"}
    assert [(p.code, p.location) for p in found.remarks] == [
        ("repeated_row", {"sheet": "Plan", "row": 4})
    ]


def test_one_endless_line_is_read_in_bounded_time() -> None:
    with pytest.raises(Refused, match="damaged"):
        open_document(b'Ref,Action\nA1,"' + b"x" * 2_000_000, "plan.csv")
