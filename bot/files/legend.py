"""A document's own key of statuses: the mark, letter or colour -> the status it says that stands
for. The key of the document counts before what the letter means elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.files.levels import names_beside
from bot.files.rag import rag_of, status_first
from bot.files.sheet import Cell, Row, Sheet

_MARK = r"(?:[A-Z]{1,3}|[^\w\s,;.:=()'\"-]|[–—-])"
_PAIR = re.compile(rf"(?<![\w–—-])({_MARK}|\d)\s?=\s?")
_NAME = re.compile(
    r"^[\w ]{0,30}\b(?:key|legend|b?rag|ratings?|status(?:es)?|colours?|letters?|marks?|words?|"
    r"codes?|use)\b[^:=–—-]{0,30}?(?::|\s[–—-]\s)\s*",
    re.IGNORECASE,
)
"""Begins a line that is a key and says so."""
_CLAUSE = re.compile(r"[;,|\n•·]|\.\s++(?=[A-Z])")
_MEANS = re.compile(
    rf"^(?P<mark>{_MARK}|\d|[A-Za-z][a-z]+(?: [a-z]+){{0,3}}?)"
    r"(?:\s?[=:]\s?|\s[–—-]\s|\s(?:means|is|stands for)\s)(?P<meaning>.+)$"
)
"""A mark or word and what it means."""
_BESIDE = re.compile(rf"^(?P<mark>{_MARK}|\d)\s(?P<meaning>.+)$")
"""A mark and nothing between it and what it means: "R red"."""
_BEHIND = re.compile(rf"^(?P<meaning>[A-Za-z][\w ]+?)\s?\((?P<mark>{_MARK})\)$")
"""The meaning before its mark: "Complete (C)"."""
_LETTERS = 3
"""Signs of a mark, at most; what is longer is a word."""
_NEXT = re.compile(r"\s[–—]\s|[,;(]")
_LONGEST = 60
"""Signs of what a mark means."""
_FEWEST = 3
"""Pairs of a key set out in cells or lines, or that has neither name nor marks of equality."""

CLOSE = 2
"""Rows between a key and its name, at most."""

Legend = Mapping[str, str]
"""Mark in small letters, or "fill:" and a colour -> colour word of the status (see `rag`)."""


def legend_of(sheets: Iterable[Sheet]) -> Legend:
    """What the keys of these sheets say. A mark of which they say two things is left out."""
    meanings: dict[str, set[str]] = {}
    for sheet in sheets:
        pairs = [pair for _, line in _lines(sheet) for pair in line if pair[0]]
        pairs += [pair for _, rows in _keys(sheet) for _, pair in rows]
        for mark, rag in pairs:
            meanings.setdefault(mark, set()).add(rag)
    return {mark: rags.pop() for mark, rags in meanings.items() if len(rags) == 1}


def without_keys(sheet: Sheet) -> Sheet:
    """The sheet without the keys that stand beside its tables, in columns of their own."""
    blank = {
        (row.number, place)
        for column, rows in _beside(sheet)
        for row in rows
        for place in (column, column + 1)
    }
    if not blank:
        return sheet
    own = (replace(row, cells=tuple(_blanked(row, blank))) for row in sheet.rows)
    return replace(sheet, rows=tuple(row for row in own if not row.blank))


def keys_beside(sheet: Sheet) -> Iterator[tuple[Row, str]]:
    """The keys that stand beside the tables of a sheet: the first row of each, and its text."""
    for column, rows in _beside(sheet):
        texts = (" ".join(row.texts[column : column + 2]).strip() for row in rows)
        yield rows[0], "; ".join(texts)


def keys_in_lines(sheet: Sheet) -> Iterator[Row]:
    """The lines of a sheet that are keys of statuses."""
    return (row for row, _ in _lines(sheet))


def _beside(sheet: Sheet) -> Iterator[tuple[int, list[Row]]]:
    """The column of each key that stands beside a table, and its rows."""
    for column, key in _keys(sheet):
        rows = [row for row, _ in key]
        if _stands_beside(sheet, column, {row.number for row in rows}):
            yield column, [*_headed(sheet, column, rows[0]), *rows]


def _headed(sheet: Sheet, column: int, first: Row) -> list[Row]:
    """The row close above a key that calls it one, in its columns."""
    above = (row for row in sheet.rows if 0 < first.number - row.number <= CLOSE)
    return [row for row in above if any(map(names_beside, row.texts[column : column + 2]))]


def _blanked(row: Row, blank: set[tuple[int, int]]) -> Iterator[Cell]:
    for column, cell in enumerate(row.cells):
        yield Cell(column=cell.column) if (row.number, column) in blank else cell


def _in_line(line: str) -> list[tuple[str, str]]:
    """The pairs of "G = on target, C = completed" and, in a line that says it is a key or holds
    nothing else, of "R red, C complete", "Delayed: amber" and "Complete (C)"."""
    pairs = list(_equated(line))
    plain = _NAME.sub("", line.strip())
    clauses = [_clause(c.strip()) for c in _CLAUSE.split(plain.rstrip(" .")) if c.strip()]
    read = [pair for pair in clauses if pair]
    named = plain != line.strip() or "=" in line or " means " in line
    sure = len(read) >= (2 if named else _FEWEST) and len(read) * 3 >= len(clauses) * 2
    return list(dict.fromkeys(pairs + read)) if sure else pairs


def _clause(text: str) -> tuple[str, str] | None:
    """The mark of a clause and its colour; no mark where a word says a status by itself."""
    for pattern in (_BEHIND, _MEANS, _BESIDE):
        match = pattern.match(text.strip())
        rag = _meant(match["meaning"]) if match else ""
        if match and rag:
            mark = match["mark"].lower()
            return "" if len(mark) > _LETTERS and rag_of(mark) else mark, rag
    return None


def _lines(sheet: Sheet) -> Iterator[tuple[Row, list[tuple[str, str]]]]:
    """The lines of a sheet that are keys, each with its pairs: of several, or of one each where
    they stand below each other."""
    run: list[tuple[Row, list[tuple[str, str]]]] = []
    for row in sheet.rows:
        pairs = _in_line(row.alone) if row.alone else []
        pair = _clause(row.alone) if not pairs and len(row.alone) <= _LONGEST else None
        if pair:
            run.append((row, [pair]))
            continue
        yield from run if len(run) >= _FEWEST else ()
        run = []
        if pairs:
            yield row, pairs
    yield from run if len(run) >= _FEWEST else ()


def _equated(line: str) -> Iterator[tuple[str, str]]:
    """The pairs joined by marks of equality, where there are two or more."""
    matches = list(_PAIR.finditer(line))
    ends = [*(match.start() for match in matches[1:]), len(line)]
    for match, end in zip(matches, ends, strict=True) if len(matches) > 1 else ():
        rag = _meant(line[match.end() : end])
        if rag:
            yield match[1].lower(), rag


def _meant(text: str) -> str:
    """The colour of what a mark means; empty where it is no status."""
    plain = " ".join(text.split()).strip(" .,;|")
    first = _NEXT.split(plain, maxsplit=1)[0].strip()
    if len(plain) > _LONGEST:
        return ""
    return rag_of(plain) or rag_of(first) or rag_of(status_first(plain)[0]) or ""


def _keys(sheet: Sheet) -> Iterator[tuple[int, list[tuple[Row, tuple[str, str]]]]]:
    """The keys set out in cells, by their column: each row with its mark and what that means."""
    columns: dict[int, list[tuple[Row, tuple[str, str]]]] = {}
    for row in sheet.rows:
        for column, (mark, meaning) in enumerate(zip(row.cells, row.cells[1:], strict=False)):
            if (name := _mark(mark)) and (rag := _meant(meaning.text)):
                columns.setdefault(column, []).append((row, (name, rag)))
    for column, rows in columns.items():
        marks = [mark for _, (mark, _) in rows]
        within = rows[-1][0].number - rows[0][0].number < 2 * len(rows)
        if len(rows) >= _FEWEST and len(set(marks)) == len(marks) and within:
            yield column, rows


def _mark(cell: Cell) -> str:
    text = cell.text.strip()
    if not text:
        return f"fill:{cell.fill}" if cell.fill else ""
    return text.lower() if len(text) <= 3 and re.fullmatch(_MARK, text) else ""


def _stands_beside(sheet: Sheet, column: int, numbers: set[int]) -> bool:
    """Whether nothing stands below the key in its two columns, and a table on their left."""
    below = [row for row in sheet.rows if row.number > max(numbers)]
    free = not any(row.cell(place).text.strip() for row in below for place in (column, column + 1))
    return column > 0 and free and any(row.cell(i).text for row in below for i in range(column))
