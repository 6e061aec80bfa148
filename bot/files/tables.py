"""The tables of a sheet: several below each other, each under its own headings.

A table is its heading, the lines above it (a title, a priority, an intent) and its rows. Cards
(a label beside its value, one block an action) are turned into rows of such a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.core.plan import ref_key
from bot.files.headings import Choices, Column, Heading, heading_at, settled
from bot.files.sheet import Cell, Document, Row, Sheet
from bot.files.vocabulary import meaning


@dataclass(frozen=True, slots=True)
class Table:
    """One table found in a sheet."""

    sheet: Sheet
    heading: Heading
    above: tuple[Row, ...]
    rows: tuple[Row, ...]

    def text(self, row: Row, name: str) -> str:
        """The text of a field in a row, empty when there is no such column."""
        return row.cell(self.heading.index(name)).text.strip()

    @property
    def has_actions(self) -> bool:
        """Whether its rows say what is to be done, by whom or by when."""
        fields = self.heading.fields
        return "description" in fields and len(fields) >= 2

    @property
    def has_measures(self) -> bool:
        """Whether its rows are measures and no actions."""
        return "measure" in self.heading.fields and "description" not in self.heading.fields


def tables(document: Document, choices: Choices | None = None) -> list[Table]:
    """Every table of the visible sheets."""
    return [t for s in document.sheets if not s.hidden for t in tables_of(s, choices or {})]


def tables_of(sheet: Sheet, choices: Choices) -> list[Table]:
    """The tables of one sheet, in order."""
    cards = _cards(sheet, choices)
    if cards is not None:
        return [cards]
    headings = list(_headings(sheet, choices))
    made: list[Table] = []
    begins = 0
    for number, heading in enumerate(headings):
        limit = headings[number + 1].first if number + 1 < len(headings) else len(sheet.rows)
        ends = _lines_begin(sheet, heading, limit) if limit < len(sheet.rows) else limit
        rows = tuple(sheet.rows[heading.last + 1 : ends])
        rows = tuple(row for row in rows if not _repeats(sheet, heading, row))
        above = tuple(sheet.rows[begins : heading.first])
        made.append(Table(sheet, settled(heading, rows, choices), above, rows))
        begins = ends
    return made


def _headings(sheet: Sheet, choices: Choices) -> Iterator[Heading]:
    last: Heading | None = None
    for index, row in enumerate(sheet.rows):
        if (last is not None and index <= last.last) or not _may_head(row):
            continue
        if last is not None and _repeats(sheet, last, row):
            continue
        heading = heading_at(sheet, index, choices)
        if heading is not None and (last is None or _is_new(sheet, index, heading)):
            last = heading
            yield heading


def _may_head(row: Row) -> bool:
    filled = [text for text in row.texts if text]
    if (row.table and row.number > 40) or len(filled) < 2 or max(map(len, filled)) > 90:
        return False
    labels = [meaning(text) != ("", 0) for text in filled]
    pairs = len(filled) >= 4 and len(filled) % 2 == 0
    return not (pairs and all(labels[::2]) and not any(labels[1::2]))


def _is_new(sheet: Sheet, index: int, heading: Heading) -> bool:
    """Whether a row within a table starts another: set apart, and nearly all of it headings."""
    row, before = sheet.rows[index], sheet.rows[index - 1]
    filled = [text for text in row.texts if text]
    named = [column for column in heading.columns if column.field]
    apart = row.number - before.number > 1 or before.alone != "" or row.table != before.table
    if any(ref_key(text) for text in filled):
        return False
    if row.table and row.table == before.table and not before.alone:
        return len(named) == len(filled) and len(heading.fields) >= 3
    return len(named) * 5 >= len(filled) * 4 and (apart or len(heading.fields) >= 3)


def _repeats(sheet: Sheet, heading: Heading, row: Row) -> bool:
    """A heading row printed again, as on each page."""
    heads = [t for t in sheet.rows[heading.first].texts if t]
    second = [t for t in sheet.rows[heading.last].texts if t]
    return [t for t in row.texts if t] in (heads, second)


def _lines_begin(sheet: Sheet, heading: Heading, limit: int) -> int:
    """Where, going up from the next heading, the lines that belong to it begin. A lone row close
    below a table and apart from what follows is that table's last row."""
    rows, begins = sheet.rows, limit
    while begins - 1 > heading.last and _outside(rows[begins - 1]):
        begins -= 1
    close = begins - 1 > heading.last and not _gap(rows, begins - 1)
    if close and begins < limit and not rows[begins].cell(0).wide:
        return next((i + 1 for i in range(begins, limit - 1) if _gap(rows, i)), begins)
    return begins


def _gap(rows: tuple[Row, ...], index: int) -> bool:
    return rows[index + 1].number - rows[index].number > 1


def _outside(row: Row) -> bool:
    """A line between tables; in Word only a paragraph is one."""
    return row.table == 0 and row.alone != ""


def _cards(sheet: Sheet, choices: Choices) -> Table | None:
    """The cards of a sheet as one table, or None when it holds none."""
    cards: list[tuple[Row, dict[str, Cell]]] = []
    lines: list[Row] = []
    for row in sheet.rows:
        pairs = list(_pairs(row))
        if not pairs:
            lines += [row] if not cards else []
            continue
        if not cards or _starts_card(cards[-1], row, pairs):
            cards.append((row, {}))
        cards[-1][1].update(pairs)
    labels = list(dict.fromkeys(label for _, card in cards for label in card))
    fields = {meaning(label)[0] for label in labels}
    common = "description" in fields and len(fields & {"lead", "timescale", "measure", "ref"}) >= 2
    covered = sum(len(card) for _, card in cards)
    if not common or covered * 2 < sum(1 for row in sheet.rows if not row.alone) * 1.2:
        return None
    columns = tuple(
        Column(i, *meaning(label), label, "by its label") for i, label in enumerate(labels)
    )
    rows = tuple(
        replace(row, cells=tuple(card.get(label, Cell()) for label in labels))
        for row, card in cards
    )
    first = sheet.rows.index(cards[0][0])
    return Table(sheet, settled(Heading(first, first, columns), rows, choices), tuple(lines), rows)


def _pairs(row: Row) -> Iterator[tuple[str, Cell]]:
    """The label and value of each pair of cells, when the whole row is made of such."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    if len(filled) not in {2, 4, 6}:
        return
    labels, values = filled[::2], filled[1::2]
    named = [meaning(cell.text)[0] for cell in labels]
    if all(named) and not any(meaning(v.text)[0] and len(v.text) < 30 for v in values):
        yield from (
            (" ".join(a.text.split()).strip(" :"), b) for a, b in zip(labels, values, strict=True)
        )


def _starts_card(
    card: tuple[Row, dict[str, Cell]], row: Row, pairs: list[tuple[str, Cell]]
) -> bool:
    return row.table != card[0].table or any(label in card[1] for label, _ in pairs)
