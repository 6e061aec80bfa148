"""Columns that hold two fields, or share one: made anew so that each field has one column.

"Lead and timescale" is a lead and a timescale; "On track | At risk | Off track", of which one is
ticked, is a status.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.files.dates import parse_timescale
from bot.files.evidence import is_mark
from bot.files.headings import Column, Heading
from bot.files.names import is_person
from bot.files.rag import is_status_word
from bot.files.sheet import Cell, Row
from bot.files.vocabulary import FURTHER, TICKED

_OFFICER = re.compile(r"\bofficer|\bperson\b|\bnames?\b", re.IGNORECASE)
_BODY_TOO = re.compile(
    r"organi[sz]ation|agency|\bbody\b|\bteam\b|service|department", re.IGNORECASE
)
_BETWEEN = re.compile(r"(\s*\n\s*|\s*[;,()]\s*|\s+[–—-]\s+|:\s+)")
_YEAR = date(2000, 4, 1), date(2001, 3, 31)
"""Any year: only whether a text names a time is asked."""
Change = Callable[[Row], Row]


def recast(heading: Heading, rows: Sequence[Row]) -> tuple[Heading, tuple[Change, ...]]:
    """The heading with a column for each field, and what is done to each of its rows for it."""
    changes: list[Change] = []
    columns = heading.columns
    double = next((c for c in columns if c.field == "lead_timescale"), None)
    if double is not None and not heading.fields & {"lead", "timescale"}:
        behind = max((len(row.cells) for row in rows), default=len(columns))
        columns = tuple(_divided(columns, double, behind))
        changes.append(lambda row: _with_time(row, double.index, behind))
    officer = next((c for c in columns if c.field == "lead" and _OFFICER.search(c.heading)), None)
    if officer is not None and _BODY_TOO.search(officer.heading):
        behind = max((len(row.cells) for row in rows), default=len(columns)) + len(changes)
        columns = (*columns, replace(officer, index=behind, field=FURTHER))
        changes.append(lambda row: _with_officer(row, officer.index, behind))
    ticked = [c for c in columns if is_status_word(c.heading)]
    if len(ticked) > 1 and _are_ticks(ticked, rows):
        columns = tuple(_one_status(columns, ticked))
        changes.append(lambda row: _with_status(row, ticked))
    return (replace(heading, columns=columns), tuple(changes)) if changes else (heading, ())


def _divided(columns: tuple[Column, ...], double: Column, behind: int) -> Iterator[Column]:
    for column in columns:
        yield replace(column, field="lead") if column is double else column
    yield replace(double, index=behind, field="timescale")


def _with_time(row: Row, index: int, behind: int) -> Row:
    """The row, the time at the end of a cell in a cell of its own behind the others."""
    cell = row.cell(index)
    if row.alone or not cell.text.strip():
        return row
    who, when = _parted(cell.text.strip())
    cells = (*row.cells, *(Cell() for _ in range(behind - len(row.cells))))
    cells = (*cells[:index], replace(cell, text=who), *cells[index + 1 :])
    return replace(row, cells=(*cells, Cell(when, column=cell.column)))


def _parted(text: str) -> tuple[str, str]:
    """Who and when of "Council; March 2026": the pieces that name a time, counted from the end."""
    pieces = _BETWEEN.split(text)  # each second one is a mark between them
    first = len(pieces)
    while first > 0 and (not pieces[first - 1] or _is_time(pieces[first - 1])):
        first -= 2
    return _trimmed("".join(pieces[: max(first, 0)])), _trimmed("".join(pieces[max(first, 0) :]))


def _with_officer(row: Row, index: int, behind: int) -> Row:
    """The row, the body of "Jan Reed, Town Council" as the lead and both behind the other cells."""
    cell = row.cell(index)
    names = [name.strip() for name in re.split(r"[,\n]|\s[–—-]\s", cell.text) if name.strip()]
    officers = [name for name in names if is_person(name)]
    if row.alone or len(names) != 2 or len(officers) != 1:
        return row
    body = next(name for name in names if name not in officers)
    cells = (*row.cells, *(Cell() for _ in range(behind - len(row.cells))))
    cells = (*cells[:index], replace(cell, text=body), *cells[index + 1 :])
    return replace(row, cells=(*cells, Cell(cell.text, column=cell.column)))


def _trimmed(text: str) -> str:
    return text.strip(" \n;,()–—-:")


def _is_time(text: str) -> bool:
    return parse_timescale(Cell(text), *_YEAR).day is not None


def _are_ticks(columns: Sequence[Column], rows: Sequence[Row]) -> bool:
    texts = [text for c in columns for row in rows if (text := row.cell(c.index).text.strip())]
    return bool(texts) and all(map(is_mark, texts))


def _one_status(columns: tuple[Column, ...], ticked: Sequence[Column]) -> Iterator[Column]:
    for column in columns:
        if column is ticked[0]:
            names = " / ".join(" ".join(c.heading.split()) for c in ticked)
            yield replace(column, field="status", heading=names)
        elif column in ticked:
            yield replace(column, field=TICKED, reason="its ticks say the status")
        else:
            yield column


def _with_status(row: Row, ticked: Sequence[Column]) -> Row:
    """The row with the names of the columns it ticks in the first of them."""
    names = [c.heading.strip() for c in ticked if row.cell(c.index).text.strip()]
    first = ticked[0].index
    if row.alone or first >= len(row.cells):
        return row
    cell = replace(row.cells[first], text=" / ".join(names))
    return replace(row, cells=(*row.cells[:first], cell, *row.cells[first + 1 :]))
