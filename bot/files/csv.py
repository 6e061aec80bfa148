"""Text files: encoding, separator and quoting found out, records and lines counted."""

from __future__ import annotations

import csv
import io
import re

from bot.core.errors import Refused
from bot.files.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Document,
    Problem,
    Row,
    Sheet,
    Ticker,
)

SEPARATORS = ",;\t|"
_LONG_RECORD = 12
"""Lines one record may span before its quotation marks are doubted."""


def read_csv(content: bytes, name: str, tick: Ticker | None = None) -> Document:
    """The one table of a text file, by record and physical line. Raises Refused."""
    text = re.sub(r"\r\n?", "\n", decoded(content)).replace("\x00", "")
    separator = _separator(text)
    try:
        rows = _records(text, name, separator, tick)
    except csv.Error:
        raise _unquoted(name, 1) from None
    return Document(name, (Sheet("", rows),), "record", tuple(_doubts(rows)))


def _records(text: str, name: str, separator: str, tick: Ticker | None) -> tuple[Row, ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[Row] = []
    line = 1
    for number, record in enumerate(reader, 1):
        cells = tuple(_cell(value) for value in record[:MAX_COLUMNS])
        row = Row(number, cells, line)
        if reader.line_num - line > 400:
            raise _unquoted(name, line)
        line = reader.line_num + 1
        rows += [] if row.blank else [row]
        if len(rows) > MAX_ROWS:
            raise Refused(
                f"{name} has more than {MAX_ROWS:,} rows; a plan has some hundreds.",
                "Keep only the plan's own rows.",
            )
        if tick and number % 200 == 0:
            tick(number, number)
    return tuple(rows)


def _unquoted(name: str, line: int) -> Refused:
    return Refused(
        f"{name} is damaged near line {line}: its quotation marks do not match.",
        "Save it again as CSV from Excel.",
    )


def _doubts(rows: tuple[Row, ...]) -> list[Problem]:
    """Records that swallow many lines: a quotation mark that opens and does not close."""
    problems = []
    for row in rows:
        longest = max(row.texts, key=lambda text: text.count("\n"))
        if longest.count("\n") > _LONG_RECORD:
            place = {"record": row.number, "line": row.line}
            message = (
                f"one cell spans {longest.count(chr(10)) + 1} lines: a quotation mark may be "
                "missing, and rows may be inside it"
            )
            problems.append(
                Problem("unbalanced_quotes", "must", None, place, longest[:120], message)
            )
    return problems


def _cell(value: str) -> Cell:
    return Cell(value, formula=value.startswith("="))


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 (with or without its mark) or a Western code page."""
    wide = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
    for encoding in ("utf-16",) if wide else ("utf-8-sig",):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    if content[1:200:2].count(0) > len(content[:200]) // 3:
        return content.decode("utf-16-le", errors="replace")
    from charset_normalizer import from_bytes

    # British councils' Excel writes cp1252; the library decides where it is something else.
    best = from_bytes(content, cp_isolation=["cp1252", "mac_roman", "utf_16"]).best()
    return str(best) if best is not None else content.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """The separator that cuts most lines into the same number (more than one) of cells."""
    sample = text[:20_000]

    def evenness(separator: str) -> tuple[int, int]:
        lines = io.StringIO(sample, newline="")
        widths = [len(record) for record in csv.reader(lines, delimiter=separator)]
        widest = max(widths, default=1)
        return (sum(1 for width in widths if width == widest) if widest > 1 else 0, widest)

    return max(SEPARATORS, key=evenness)
