"""Cards: a label beside its value, one block an action; read as the rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import field, replace

from bot.core.dataclass import dataclass
from bot.core.plan import ref_key
from bot.files.headings import Choices, Column, Heading
from bot.files.settling import settled
from bot.files.sheet import Cell, Row, Sheet
from bot.files.table import Table
from bot.files.vocabulary import PERIODS, meaning


@dataclass(slots=True)
class _Card:
    """A block of labels and values: its first row, and the lines above it."""

    row: Row
    above: list[Row]
    values: dict[str, Cell] = field(default_factory=dict)


def cards_of(sheet: Sheet, choices: Choices) -> list[Table]:
    """The cards of a sheet as tables, a new one below each line that stands between them (a
    priority); empty when it holds none."""
    cards, below = _blocks(sheet)
    _take_headings(cards)
    labels = list(dict.fromkeys(label for card in cards for label in card.values))
    fields = {meaning(label)[0] for label in labels}
    common = "description" in fields and len(fields & {"lead", "timescale", "measure", "ref"}) >= 2
    covered = sum(len(card.values) for card in cards)
    if not common or covered * 2 < sum(1 for row in sheet.rows if not row.alone) * 1.2:
        return []
    columns = tuple(
        Column(i, *meaning(label), label, "by its label") for i, label in enumerate(labels)
    )
    first = sheet.rows.index(cards[0].row)
    heading = settled(Heading(first, first, columns), _rows(cards, labels), choices)
    tables: list[Table] = []
    for card in cards:
        rows = tuple(_rows([card], labels))
        if tables and not card.above:
            tables[-1] = replace(tables[-1], rows=tables[-1].rows + rows)
        else:
            tables.append(Table(sheet, heading, tuple(card.above), rows))
    tables[-1] = replace(tables[-1], rows=tables[-1].rows + tuple(below))
    return tables


def _blocks(sheet: Sheet) -> tuple[list[_Card], list[Row]]:
    """The cards of a sheet in order, and the lines below the last one."""
    cards: list[_Card] = []
    lines: list[Row] = []
    values: dict[str, set[str]] = {}
    for row in sheet.rows:
        values.setdefault(row.labelled[0], set()).add(row.labelled[1])
    labels = {label for label, texts in values.items() if len(texts) > 1}
    often = {
        label for label, times in Counter(r.labelled[0] for r in sheet.rows).items() if times > 1
    }
    for row in sheet.rows:
        pairs = list(_pairs(row, labels))
        if cards and _is_unfilled(row, cards[-1], labels):
            continue
        if not pairs and cards and not lines and _is_of_card(row, cards[-1], often):
            pairs = [(row.labelled[0].strip(" :"), _value(row))]
        if not pairs:
            lines.append(row)
            continue
        if not cards or lines or _starts_card(cards[-1], row, pairs):
            cards.append(_Card(row, lines))
            lines = []
        cards[-1].values.update(pairs)
    return cards, lines


def _is_of_card(row: Row, card: _Card, often: set[str]) -> bool:
    """Whether a row is a label of no field and its value, within a card; so are other cards'."""
    label = row.labelled[0]
    fresh = label.strip(" :") not in card.values
    return bool(label) and label in often and row.table == card.row.table and fresh


def _value(row: Row) -> Cell:
    return next(cell for cell in row.cells if cell.text.strip() == row.labelled[1])


def _is_unfilled(row: Row, card: _Card, labels: set[str]) -> bool:
    """Whether a row is a label of the card above beside which nothing was written."""
    text = row.alone.strip(" :")
    return row.table == card.row.table and text not in card.values and row.alone in labels


def _take_headings(cards: list[_Card]) -> None:
    """The reference and the title in the line above each card ("DA-1 Void homes"), where each
    has one and no card has its own."""
    lines = [card.above[-1].alone.split(maxsplit=1) if card.above else [] for card in cards]
    refs = {line[0] for line in lines if len(line) == 2 and ref_key(line[0])}
    own = any(meaning(label)[0] == "ref" for card in cards for label in card.values)
    if len(cards) < 2 or len(refs) < len(cards) or own:
        return
    for card, (ref, title) in zip(cards, lines, strict=True):
        card.above.pop()
        card.values |= {"Reference": Cell(ref.rstrip(":.")), "Title": Cell(title.strip(" :–—-"))}


def _rows(cards: list[_Card], labels: list[str]) -> list[Row]:
    return [
        replace(card.row, cells=tuple(card.values.get(label, Cell()) for label in labels))
        for card in cards
    ]


def _pairs(row: Row, known: set[str]) -> Iterator[tuple[str, Cell]]:
    """The label and value of each pair of cells, when the whole row is made of such. `known`:
    labels that stand beside several values, which are values whatever they sound like."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    if len(filled) not in {2, 4, 6}:
        return
    labels, values = filled[::2], filled[1::2]
    named = [meaning(cell.text)[0] for cell in labels]
    if all(named) and (row.labelled[0] in known or not any(map(_is_heading, values))):
        yield from (
            (" ".join(a.text.split()).strip(" :"), b) for a, b in zip(labels, values, strict=True)
        )


def _is_heading(value: Cell) -> bool:
    """A short value that names a field; "From Q2" and other periods are values."""
    name = meaning(value.text)[0]
    return name not in {"", *PERIODS} and len(value.text) < 30


def _starts_card(card: _Card, row: Row, pairs: list[tuple[str, Cell]]) -> bool:
    return row.table != card.row.table or any(label in card.values for label, _ in pairs)
