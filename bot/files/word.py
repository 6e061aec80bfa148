"""Word documents: paragraphs and tables in the order of the page, as one flow of rows.

Tracked changes are read as accepted, cells merged downwards show what stands above, shading is a
colour; what stands in text boxes is not part of any table and is said.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import field, replace
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from bot.core.dataclass import dataclass
from bot.files.limits import Limits
from bot.files.sheet import MAX_COLUMNS, Cell, Document, Problem, Row, Sheet, letters
from bot.files.styles import colour_name
from bot.files.vocabulary import meaning

_EDITION = 2006
"""The year of the standard, in the name of every element."""
_W = f"{{http://schemas.openxmlformats.org/wordprocessingml/{_EDITION}/main}}"
_MC = f"{{http://schemas.openxmlformats.org/markup-compatibility/{_EDITION}}}"
_UNSEEN = {f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_MC}Fallback", f"{_W}instrText"}
_WRAPPERS = {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}moveTo"}
_BULLET = re.compile(r"^[•·▪●○◦‣–o*-]\s+(?=\S)")


def read_word(content: bytes, name: str) -> Document:
    """The flow of a Word document that `opening` has found harmless. Raises Refused; where the
    bytes are wrong, whatever they end in."""
    with ZipFile(io.BytesIO(content)) as archive:
        root = fromstring(archive.read("word/document.xml"))  # noqa: S314
        flow = _Flow(_style_names(archive), Limits(name))
    body = root.find(f"{_W}body")
    for element in _blocks(body if body is not None else root):
        flow.take(element)
    remarks = tuple(_remarks(root))
    return Document(name, (Sheet("", tuple(flow.rows)),), "table", remarks)


def _style_names(archive: ZipFile) -> dict[str, str]:
    if "word/styles.xml" not in archive.NameToInfo:
        return {}
    root = fromstring(archive.read("word/styles.xml"))  # noqa: S314
    return {
        style.get(f"{_W}styleId", ""): _value(style, "name").lower()
        for style in root.iter(f"{_W}style")
    }


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables, those inside content controls and insertions too."""
    for element in parent:
        if element.tag in {f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"}:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _blocks(element)


def _remarks(root: Element) -> Iterator[Problem]:
    if (
        next(root.iter(f"{_W}ins"), None) is not None
        or next(root.iter(f"{_W}del"), None) is not None
    ):
        message = "the document has tracked changes; they are read as accepted"
        yield Problem("tracked_changes", "should", None, None, "", message)
    boxes = {" ".join(_text(box).split()) for box in root.iter(f"{_W}txbxContent")}
    for text in sorted(filter(None, boxes)):
        message = f"a text box was not read: '{text[:80]}'"
        yield Problem("text_box", "should", None, None, text[:200], message)


@dataclass(slots=True)
class _Flow:
    """The rows of a document as they come."""

    styles: dict[str, str]
    limits: Limits
    rows: list[Row] = field(default_factory=list)
    tables: int = 0

    def take(self, element: Element) -> None:
        """One paragraph or table of the body."""
        if element.tag == f"{_W}tbl":
            self.tables += 1
            self._table(element)
            return
        if element.tag != f"{_W}p":
            return
        cell = Cell(_text(element).strip(), bold=_is_bold(element), column="A")
        if self.limits.row((cell,)):
            level = self._level(element)
            self.rows.append(Row(0, (cell,), line=self.tables + 1, level=level))

    def _level(self, paragraph: Element) -> int:
        style = self.styles.get(_value(paragraph, "pPr/w:pStyle"), "")
        match = re.search(r"heading (\d)", style)
        if match:
            return int(match[1])
        outline = _value(paragraph, "pPr/w:outlineLvl")
        return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0

    def _table(self, table: Element) -> None:
        above: list[Cell] = []
        own = self.tables
        for number, row in enumerate(_blocks(table), 1):
            if row.tag != f"{_W}tr" or row.find(f"{_W}trPr/{_W}del") is not None:
                continue
            if any(map(_is_headed, row.iter(f"{_W}tbl"))):
                self._set_out(row)
                continue
            cells = _cells(row, above)[:MAX_COLUMNS]
            above = cells
            if self.limits.row(cells):
                self.rows.append(Row(number, tuple(cells), table=own))

    def _set_out(self, row: Element) -> None:
        """A row that only sets out tables on the page: what stands in its cells, one after the
        other, as if it stood on the page itself."""
        for cell in _blocks(row):
            for element in _blocks(cell):
                self.take(element)


def _is_headed(table: Element) -> bool:
    """Whether a table within a cell is one of its own: its first row names fields."""
    first = next((row for row in _blocks(table) if row.tag == f"{_W}tr"), None)
    texts = (
        [_cell(cell, "", wide=False).text for cell in _blocks(first)] if first is not None else []
    )
    fields = {meaning(text)[0] for text in texts} - {""}
    return len(fields) > 1 and len(fields) * 2 >= len(texts)


def _cells(row: Element, above: list[Cell]) -> list[Cell]:
    before = _value(row, "trPr/w:gridBefore")
    cells = [Cell(column=letters(i)) for i in range(min(int(before or 0), MAX_COLUMNS))]
    for element in _blocks(row):
        if len(cells) >= MAX_COLUMNS:
            break
        span = min(int(_value(element, "tcPr/w:gridSpan") or 1), MAX_COLUMNS)
        cell = _cell(element, letters(len(cells)), wide=span > 1)
        merge = element.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None and merge.get(f"{_W}val", "continue") == "continue":
            cell = replace(above[len(cells)], repeated=True) if len(cells) < len(above) else cell
        cells.append(cell)
        cells += [Cell(column=letters(len(cells) + i)) for i in range(span - 1)]
    return cells


def _cell(element: Element, column: str, *, wide: bool) -> Cell:
    paragraphs = list(_paragraphs(element))
    lines = [_BULLET.sub("", _text(p).strip()) for p in paragraphs]
    fill = element.find(f"{_W}tcPr/{_W}shd")
    colour = colour_name(fill.get(f"{_W}fill", "")) if fill is not None else ""
    filled = [p for p in paragraphs if _text(p).strip()]
    runs = [_is_bold(p) for p in filled]
    struck = bool(runs) and all(map(_is_struck, filled))
    text = "\n".join(filter(None, lines))
    return Cell(
        text, column=column, fill=colour, struck=struck, bold=bool(runs) and all(runs), wide=wide
    )


def _paragraphs(element: Element) -> Iterator[Element]:
    """The paragraphs of a cell, of tables within it too, without those of text boxes."""
    for child in element:
        if child.tag == f"{_W}p":
            yield child
        elif child.tag not in _UNSEEN:
            yield from _paragraphs(child)


def _text(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _UNSEEN:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield "\t" if element.tag == f"{_W}r" else ""
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(child)


def _runs(paragraph: Element) -> list[Element]:
    return [run for run in paragraph.iter(f"{_W}r") if _text(run).strip()]


def _is_bold(paragraph: Element) -> bool:
    return bool(runs := _runs(paragraph)) and all(_is_on(run, "b") for run in runs)


def _is_struck(paragraph: Element) -> bool:
    return bool(runs := _runs(paragraph)) and all(_is_on(run, "strike") for run in runs)


def _is_on(run: Element, name: str) -> bool:
    mark = run.find(f"{_W}rPr/{_W}{name}")
    return mark is not None and mark.get(f"{_W}val", "1") not in {"0", "false"}


def _value(element: Element, path: str) -> str:
    """The value of a property below an element, empty when it has none."""
    full_path = "/".join(f"{_W}{step.removeprefix('w:')}" for step in path.split("/"))
    child = element.find(full_path)
    return child.get(f"{_W}val", "") if child is not None else ""
