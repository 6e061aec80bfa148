"""Opening a file: what it really is, and clear refusals before anything of it is trusted.

Bounded in time and memory: sizes are checked before parts are unpacked, rows before cells are
made, and nothing outside the file is ever fetched.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from bot.core.errors import Refused
from bot.files.sheet import Document, Ticker
from bot.files.unfolding import require_small_ods, require_small_xls
from bot.messages.shared_files import MAX_BYTES

MAX_UNPACKED = 60_000_000
MAX_RATIO = 150
MAX_WORD = 15_000_000
_DAMAGE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, lzma.LZMAError, ParseError,
    EOFError, OSError, RuntimeError, ValueError, LookupError, OverflowError,
)  # fmt: skip
"""What reading an archive with wrong bytes in it ends in: of the archive (RuntimeError: a password,
or nested too deeply), of its XML, of what the XML says."""
_SAVE_AS = "Save it as .xlsx, .docx or .csv and try again."


def open_document(content: bytes, name: str, tick: Ticker | None = None) -> Document:
    """The document in `content`, told by what it holds, not by its name. Raises Refused."""
    if not content.strip(b"\x00 \r\n\t\xef\xbb\xbf"):
        raise Refused(f"{name} is empty: there is nothing in it.", "Was it saved completely?")
    if len(content) > MAX_BYTES:
        raise Refused(f"{name} is larger than 10 MB.", "Keep only the plan's own sheets.")
    if content.startswith(b"PK"):
        return _zipped(content, name, tick)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        require_small_xls(content, name)
        return _old_workbook(content, name, tick)
    if content.startswith(b"%PDF"):
        raise Refused(f"{name} is a PDF, which holds no table that can be read.", _SAVE_AS)
    from bot.files.csv import read_csv, wide_encoding

    if b"\x00" in content[:4000] and not wide_encoding(content):
        raise Refused(f"{name} is neither a workbook nor a text file.", _SAVE_AS)
    return read_csv(content, name, tick)


def _zipped(content: bytes, name: str, tick: Ticker | None) -> Document:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            kind = _looked_through(archive, name)
        return _read(kind, content, name, tick)
    except _DAMAGE:
        raise Refused(
            f"{name} is damaged or not complete, so it cannot be opened.",
            "Open it in the program it was made with, save it again and try that.",
        ) from None


def _read(kind: str, content: bytes, name: str, tick: Ticker | None) -> Document:
    if kind == "docx":
        from bot.files.word import read_word

        return read_word(content, name)
    if kind == "ods":
        return _old_workbook(content, name, tick)
    from bot.files.xlsx import read_xlsx

    return read_xlsx(content, name, tick)


def _old_workbook(content: bytes, name: str, tick: Ticker | None) -> Document:
    from bot.files.calamine import read_calamine

    return read_calamine(content, name, tick)


def _looked_through(archive: ZipFile, name: str) -> str:
    """ "xlsx" or "docx" once the archive is known to be harmless. Raises Refused."""
    parts = archive.infolist()
    _refuse_bombs(parts, name)
    names = {part.filename for part in parts}
    if any(part.endswith("vbaProject.bin") for part in names):
        raise Refused(f"{name} holds macros, which are not opened.", "Save it as .xlsx instead.")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _refuse_entities(archive, part, name)
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and b"spreadsheet" in archive.read("mimetype")[:80]:
        require_small_ods(archive.read("content.xml"), name)
        return "ods"
    if "word/document.xml" in names:
        _refuse_tableless(archive.read("word/document.xml"), name)
        return "docx"
    raise Refused(f"{name} is no workbook.", _SAVE_AS)


def _refuse_tableless(content: bytes, name: str) -> None:
    if len(content) > MAX_WORD:
        raise Refused(f"{name} is longer than any plan.", "Keep only the plan itself.")
    if b"<w:tbl>" not in content:
        raise Refused(
            f"{name} holds no table, so there are no actions to read from it.",
            "A plan needs a table with a heading row such as: "
            "Ref, Priority, Action, Lead agency, Timescale, Success measure.",
        )


def _refuse_bombs(parts: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    swells = unpacked > 5_000_000 and unpacked / packed > MAX_RATIO
    if unpacked > MAX_UNPACKED or swells or len(parts) > 2_000:
        raise Refused(
            f"{name} unpacks to far more than a plan needs, so it is not opened.",
            "Keep only the plan's own sheets.",
        )


def _refuse_entities(archive: ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    with archive.open(part) as stream:
        start = stream.read(4096).upper().replace(b"\x00", b"")
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise Refused(f"{name} refers to things outside itself, so it is not opened.", _SAVE_AS)
