"""Text files: encoding, separator and quoting found out, records and lines counted."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from bot.core.errors import Refused
from bot.files.limits import Limits
from bot.files.sheet import (
    MAX_COLUMNS,
    Cell,
    Document,
    Problem,
    Row,
    Sheet,
    Ticker,
)

SEPARATORS = ",;\t|"
_QUOTES = "unbalanced_quotes"
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
    return Document(name, (Sheet("", rows),), "record", tuple(_doubts(rows, text, separator)))


def _records(text: str, name: str, separator: str, tick: Ticker | None) -> tuple[Row, ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[Row] = []
    line = 1
    limits = Limits(name)
    for number, record in enumerate(reader, 1):
        if reader.line_num - line > 400:
            raise _unquoted(name, line)
        begins, line = line, reader.line_num + 1
        if not any(record):
            continue
        cells = tuple(_cell(value) for value in record[:MAX_COLUMNS])
        rows += [Row(number, cells, begins)] if limits.row(cells) else []
        if tick and number % 200 == 0:
            tick(number, number)
    return tuple(rows)


def _unquoted(name: str, line: int) -> Refused:
    return Refused(
        f"{name} is damaged near line {line}: its quotation marks do not match.",
        "Save it again as CSV from Excel.",
    )


def _doubts(rows: tuple[Row, ...], text: str, separator: str) -> Iterator[Problem]:
    """Quotation marks without a partner, and records that seem to have swallowed others."""
    width = max((len(row.cells) for row in rows), default=0)
    doubted = False
    for row in rows:
        longest = max(row.texts, key=lambda cell: cell.count("\n"))
        lines = longest.count("\n") + 1
        if lines > _LONG_RECORD or _holds_rows(longest, separator, width):
            message = (
                f"one cell spans {lines} lines: a quotation mark may be missing, and rows may be "
                "inside it"
            )
            doubted = True
            place = {"record": row.number, "line": row.line}
            yield Problem(_QUOTES, "must", None, place, longest[:120], message)
    if text.count('"') % 2 and not doubted:
        message = "a quotation mark has no partner: look whether every row is there"
        yield Problem(_QUOTES, "must", None, None, "", message)


def _holds_rows(cell: str, separator: str, width: int) -> bool:
    """Whether a line within a cell has the separators of a whole row."""
    needed = max(width - 2, 3)
    return any(line.count(separator) >= needed for line in cell.split("\n")[1:])


def _cell(value: str) -> Cell:
    return Cell(value, formula=value.startswith("="))


def wide_encoding(content: bytes) -> str:
    """The encoding of a text in UTF-16, by its mark or by the zeros that stand for half of every
    plain letter; empty for any other."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    start = content[:400]
    zeros = (start[1::2].count(0), start[::2].count(0))
    if max(zeros) * 4 < len(start) or min(zeros) * 8 > max(zeros):
        return ""
    return "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 (with or without its mark) or a Western code page."""
    wide = wide_encoding(content)
    if wide:
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
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
