"""The rows below one heading as tables: those with its columns, and what stands between them.

A table of a Word document that has no headings I understand carries on the one above only when it
has as many columns. Below the name of what stands beside a plan (a key, a glossary) nothing carries
on until a level begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from bot.files.dates import parse_timescale
from bot.files.headings import Heading
from bot.files.levels import named_level, names_beside
from bot.files.sheet import Row, Sheet
from bot.files.table import Table

_YEAR = date(2000, 4, 1), date(2001, 3, 31)
"""Any year: only whether a text names a time is asked."""
OWN = -1
"""Stands for the heading's own columns; any other number for a table without columns."""


def parts_of(sheet: Sheet, heading: Heading, begins: int, ends: int) -> Iterator[Table]:
    """The rows up to `ends` as tables in order: the heading's own, with the lines above it from
    `begins` on; then, where its columns end, one without columns, and so on."""
    start = heading.last + 1
    rows = sheet.rows[start:ends]
    whose = _by_table(sheet, heading, rows) if sheet.rows[heading.first].table else _by_line(rows)
    above = tuple(sheet.rows[begins : heading.first])
    if whose[:1] != [OWN]:
        yield Table(sheet, heading, above, ())
    for number, group in groupby(zip(whose, range(start, ends), strict=True), lambda pair: pair[0]):
        first, *_ = places = [index for _, index in group]
        part = tuple(sheet.rows[index] for index in places)
        if number == OWN:
            yield Table(sheet, heading, above if first == start else (), part)
        else:
            yield _without_columns(sheet, first, part)


def _without_columns(sheet: Sheet, first: int, rows: tuple[Row, ...]) -> Table:
    lines = next((n for n, row in enumerate(rows) if row.table or not row.alone), len(rows))
    return Table(sheet, Heading(first, first, ()), rows[:lines], rows[lines:])


def _by_line(rows: tuple[Row, ...]) -> list[int]:
    """For each row of a sheet whose it is: below the name of what stands beside a plan, nobody's,
    until a line names a level."""
    whose, number = [], OWN
    for place, row in enumerate(rows):
        if row.alone and names_beside(row.alone):
            number = place
        elif row.alone and number != OWN and named_level(row.alone):
            number = OWN
        whose.append(number)
    return whose


def _has_times(heading: Heading, rows: list[Row]) -> bool:
    """Whether a time stands anywhere in the column of times, if anything does."""
    cells = [row.cell(heading.index("timescale")) for row in rows if not row.alone]
    filled = [cell for cell in cells if cell.text.strip()]
    days = (parse_timescale(cell, *_YEAR).day for cell in filled)
    return not filled or any(day is not None for day in days)


def _by_table(sheet: Sheet, heading: Heading, rows: tuple[Row, ...]) -> list[int]:
    """For each row of a Word document whose it is; a line is that of the table below it."""
    widths: dict[int, int] = {}
    for row in sheet.rows:
        widths[row.table] = max(widths.get(row.table, 0), len(row.cells))
    own = last = sheet.rows[heading.first].table
    whose: list[int] = []
    lines: list[str] = []
    state = OWN
    for row in rows:
        if not row.table:
            lines.append(row.alone)
            continue
        if row.table != last:
            last = row.table
            carries_on = widths[last] == widths[own] and not any(map(names_beside, lines))
            carries_on = carries_on and _has_times(heading, [r for r in rows if r.table == last])
            state = OWN if carries_on else last
        whose += [state] * (len(lines) + 1)
        lines = []
    return whose + [state] * len(lines)
