"""Text files: encoding, separator and quoting found out, records and lines counted."""

from __future__ import annotations

import csv
import io

from bot.core.errors import Refused
from bot.files.sheet import MAX_COLUMNS, MAX_ROWS, Cell, Document, Row, Sheet, Ticker

SEPARATORS = ",;\t|"


def read_csv(content: bytes, name: str, tick: Ticker | None = None) -> Document:
    """The one table of a text file, by record and physical line. Raises Refused."""
    text = _decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    rows: list[Row] = []
    line = 1
    try:
        for number, record in enumerate(reader, 1):
            if number > MAX_ROWS:
                raise Refused(
                    f"{name} has more than {MAX_ROWS:,} rows; a plan has some hundreds.",
                    "Keep only the plan's own rows.",
                )
            cells = tuple(_cell(value) for value in record[:MAX_COLUMNS])
            rows.append(Row(number, cells, line))
            line = reader.line_num + 1
            if tick and number % 200 == 0:
                tick(number, number)
    except csv.Error:
        raise Refused(
            f"{name} is damaged near line {line}: its quotation marks do not match.",
            "Save it again as CSV from Excel.",
        ) from None
    return Document(name, (Sheet("", tuple(rows)),), numbered="record")


def _cell(value: str) -> Cell:
    return Cell(value, formula=value.startswith("="))


def _decoded(content: bytes) -> str:
    for encoding in (
        ("utf-8-sig", "utf-16") if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",)
    ):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    from charset_normalizer import from_bytes

    # British councils' Excel writes cp1252; the library decides where it is something else.
    best = from_bytes(content, cp_isolation=["cp1252", "mac_roman", "utf_16"]).best()
    return str(best) if best is not None else content.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """The separator that cuts most lines into the same number (more than one) of cells."""
    sample = text[:20_000]

    def evenness(separator: str) -> tuple[int, int]:
        widths = [len(record) for record in csv.reader(io.StringIO(sample), delimiter=separator)]
        widest = max(widths, default=1)
        return (sum(1 for width in widths if width == widest) if widest > 1 else 0, widest)

    return max(SEPARATORS, key=evenness)
