"""Columns that hold two fields, or share one: made anew so that each field has one column.

"Lead and timescale" is a lead and a timescale; "1.2 Fit locks" is a reference and an action; of
"On track | At risk | Off track" the ticked one is the status. A column that is made stands behind
the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from bot.files.dates import parse_timescale
from bot.files.evidence import is_mark
from bot.files.headings import Column, Heading
from bot.files.names import is_person, is_post
from bot.files.rag import is_status_word
from bot.files.sheet import Cell, Row
from bot.files.vocabulary import FURTHER, TICKED

_OFFICER = re.compile(r"\bofficer|\bperson\b|\bnames?\b", re.IGNORECASE)
_BODY_TOO = re.compile(
    r"organi[sz]ation|agency|\bbody\b|\bteam\b|service|department", re.IGNORECASE
)
_IN_BRACKETS = re.compile(
    r"\((?:lead |name of |their )?(?:agency|organi[sz]ation|body|partner|service|"
    r"(?P<person>officer|contact|person|name|post))\)\s*$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^([^()]++)\(([^()]++)\)$")
_BETWEEN = re.compile(r"((?<!\s)[^\S\n]*+\n\s*+|(?<!\s)\s*+[;,()]\s*+|(?<!\s)\s++[–—-]\s++|:\s++)")
_NUMBERED = re.compile(
    r"((?<![\d.])\d{1,2}(?:\.\d{1,2})++[a-z]?|[A-Z]{1,4}\d{1,2})(?:[.):]|\s*+[–—-])?\s++(?=\S)"
)
_YEAR = date(2000, 4, 1), date(2001, 3, 31)
"""Any year: only whether a text names a time is asked."""
Columns = tuple[Column, ...]
Change = Callable[[Row], Row]
Made = tuple[Columns, Change] | None


def recast(heading: Heading, rows: Sequence[Row]) -> tuple[Heading, tuple[Change, ...]]:
    """The heading with a column for each field, and what is done to each of its rows for it."""
    columns, changes = heading.columns, list[Change]()
    width = max((len(row.cells) for row in rows), default=len(columns))
    for way in (_timed, _bracketed, _officered, _numbered, _ticked):
        made = way(columns, rows, width + len(changes))
        if made:
            columns = made[0]
            changes.append(made[1])
    return (replace(heading, columns=columns), tuple(changes)) if changes else (heading, ())


def _timed(columns: Columns, _rows: Sequence[Row], behind: int) -> Made:
    double = next((c for c in columns if c.field == "lead_timescale"), None)
    if double is None or {"lead", "timescale"} & {c.field for c in columns}:
        return None
    led = (replace(c, field="lead") if c is double else c for c in columns)
    time = replace(double, index=behind, field="timescale")
    return (*led, time), partial(_divided, column=double.index, behind=behind, parted=_who_and_when)


def _officered(columns: Columns, _rows: Sequence[Row], behind: int) -> Made:
    """An officer and their body in one cell: the body leads, and both are kept as written."""
    lead = next((c for c in columns if c.field == "lead" and _OFFICER.search(c.heading)), None)
    if lead is None or not _BODY_TOO.search(lead.heading):
        return None
    beside = replace(lead, index=behind, field=FURTHER)
    return (*columns, beside), partial(_divided, column=lead.index, behind=behind, parted=_body)


def _bracketed(columns: Columns, _rows: Sequence[Row], behind: int) -> Made:
    """A person or team and their body in one cell, one of them in brackets as the heading says
    ("Owner (agency)"): the body leads, and both are kept as written."""
    lead = next((c for c in columns if c.field == "lead"), None)
    names = _IN_BRACKETS.search(lead.heading) if lead else None
    if lead is None or names is None:
        return None
    beside = replace(lead, index=behind, field=FURTHER)
    parted = partial(_of_brackets, outside=bool(names["person"]))
    return (*columns, beside), partial(_divided, column=lead.index, behind=behind, parted=parted)


def _of_brackets(text: str, *, outside: bool) -> tuple[str, str]:
    """The bodies before or in the brackets of each name, and the text as written."""
    names = [name.strip() for name in re.split(r"[;\n]|,(?![^(]*\))", text) if name.strip()]
    matches = [_BRACKETED.match(name) for name in names]
    if not any(matches):
        return text, ""
    bodies = (
        m[1 if outside else 2].strip() if m else n for m, n in zip(matches, names, strict=True)
    )
    return "; ".join(dict.fromkeys(bodies)), text


def _numbered(columns: Columns, rows: Sequence[Row], behind: int) -> Made:
    """Actions that all begin with a number of their own, where no column has references."""
    acting = next((c for c in columns if c.field == "description"), None)
    if acting is None or any(c.field == "ref" for c in columns):
        return None
    texts = [row.cell(acting.index).text.strip() for row in rows if not row.alone]
    matches = [_NUMBERED.match(text) for text in texts if text]
    refs = {match[1] for match in matches if match}
    if len(matches) < 2 or len(refs) < len(matches):
        return None
    ref = replace(acting, index=behind, field="ref")
    return (*columns, ref), partial(_divided, column=acting.index, behind=behind, parted=_off)


def _divided(row: Row, column: int, behind: int, parted: Callable[[str], tuple[str, str]]) -> Row:
    """The row, a cell's text parted into that of the cell and that of one behind all others."""
    cell = row.cell(column)
    if row.alone or not cell.text.strip():
        return row
    own, other = parted(cell.text.strip())
    cells = (*row.cells, *(Cell() for _ in range(behind - len(row.cells))))
    cells = (*cells[:column], replace(cell, text=own), *cells[column + 1 :])
    return replace(row, cells=(*cells, Cell(other, column=cell.column)))


def _who_and_when(text: str) -> tuple[str, str]:
    """Who and when of "Council; March 2026": the pieces that name a time, counted from the end."""
    pieces = _BETWEEN.split(text)  # each second one is a mark between them
    first = len(pieces)
    while first > 0 and (not pieces[first - 1] or _is_time(pieces[first - 1])):
        first -= 2
    return _trimmed("".join(pieces[: max(first, 0)])), _trimmed("".join(pieces[max(first, 0) :]))


def _trimmed(text: str) -> str:
    return text.strip(" \n;,()–—-:")


def _is_time(text: str) -> bool:
    return parse_timescale(Cell(text), *_YEAR).day is not None


def _body(text: str) -> tuple[str, str]:
    """The body of "Jan Reed, Town Council" and the whole; any other text as it is."""
    names = [name.strip() for name in re.split(r"[,\n]|\s[–—-]\s", text) if name.strip()]
    bodies = [name for name in names if not is_person(name)] or [n for n in names if not is_post(n)]
    return (bodies[0], text) if len(names) == 2 and len(bodies) == 1 else (text, "")


def _off(text: str) -> tuple[str, str]:
    """An action without its number, and the number."""
    match = _NUMBERED.match(text)
    return (text[match.end() :], match[1]) if match else (text, "")


def _ticked(columns: Columns, rows: Sequence[Row], _behind: int) -> Made:
    ticked = [c for c in columns if is_status_word(c.heading)]
    texts = [text for c in ticked for row in rows if (text := row.cell(c.index).text.strip())]
    if len(ticked) < 2 or not texts or not all(map(is_mark, texts)):
        return None
    names = " / ".join(" ".join(c.heading.split()) for c in ticked)
    status = replace(ticked[0], field="status", heading=names)
    beside = {c.index: replace(c, field=TICKED, reason="its ticks say the status") for c in ticked}
    made = beside | {status.index: status}
    return tuple(made.get(c.index, c) for c in columns), partial(_with_status, ticked=ticked)


def _with_status(row: Row, ticked: Sequence[Column]) -> Row:
    """The row with the names of the columns it ticks in the first of them."""
    names = [c.heading.strip() for c in ticked if row.cell(c.index).text.strip()]
    first = ticked[0].index
    if row.alone or first >= len(row.cells):
        return row
    cell = replace(row.cells[first], text=" / ".join(names))
    return replace(row, cells=(*row.cells[:first], cell, *row.cells[first + 1 :]))
