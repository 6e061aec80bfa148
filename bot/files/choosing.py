"""Which sheets of a workbook are the plan: guidance, logs and other years are left out by name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.dataclass import dataclass
from bot.core.quarters import Quarter
from bot.files.beside import LOG
from bot.files.headings import Choices
from bot.files.sheet import Document, Sheet
from bot.files.table import Table
from bot.files.tables import tables_of
from bot.files.title import year_written
from bot.files.vocabulary import is_from_record

_GUIDANCE = re.compile(
    r"\b(?:how to|guidance|guide|instructions?|read ?me|help|examples?|template|glossary|"
    r"definitions?|lists?|look ?ups?|drop ?downs?|contents|cover|index|validation|notes?|key|"
    r"front page|distribution|contacts?|acronyms)\b",
    re.IGNORECASE,
)
_WORDS = {
    "hidden": "it is hidden",
    "guidance": "it explains the workbook",
    "log": "it is a log, register or budget, not the plan",
    "record": "it repeats what the record says",
    "no table": "it has no table with headings I understand",
    "not chosen": "another sheet was chosen",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The tables that are read, and each sheet left out with the reason."""

    tables: tuple[Table, ...]
    left_out: tuple[tuple[Sheet, str, str], ...]
    """(sheet, code of the reason, the reason in words)"""


def choose(document: Document, choices: Choices, only: str = "", year: int | None = None) -> Chosen:
    """The sheets that are the plan. `only`: read this sheet; `year`: the year the file is for."""
    tables = {sheet.name: tables_of(sheet, choices) for sheet in document.sheets}
    reasons = {sheet.name: _reason(sheet, tables[sheet.name], only) for sheet in document.sheets}
    reasons |= _other_years(document, tables, reasons, year) if not only else {}
    if not any(_holds(tables[name]) for name, reason in reasons.items() if not reason):
        likely = {"guidance", "log"}
        reasons = {
            name: "" if reason in likely and _holds(tables[name]) else reason
            for name, reason in reasons.items()
        }
    read = [s for s in document.sheets if not reasons[s.name]]
    return Chosen(
        tuple(table for sheet in read for table in tables[sheet.name]),
        tuple(
            (sheet, reasons[sheet.name], _WORDS.get(reasons[sheet.name], reasons[sheet.name]))
            for sheet in document.sheets
            if reasons[sheet.name] and sheet.rows
        ),
    )


def _holds(tables: Iterable[Table]) -> bool:
    return any(table.has_actions for table in tables)


def _reason(sheet: Sheet, tables: list[Table], only: str) -> str:
    if only:
        return "" if sheet.name.strip().lower() == only.strip().lower() else "not chosen"
    if sheet.hidden:
        return "hidden"
    if sheet.rows and all(map(is_from_record, filter(None, sheet.rows[0].texts))):
        return "record"
    first = sheet.rows[0].alone if sheet.rows else ""
    if LOG.search(sheet.name) or LOG.search(first):
        return "log"
    if _GUIDANCE.search(sheet.name) or (first and re.match(r"^how to\b|^guidance\b", first, re.I)):
        return "guidance"
    return "" if tables else "no table"


def _other_years(
    document: Document, tables: dict[str, list[Table]], reasons: dict[str, str], year: int | None
) -> dict[str, str]:
    """Sheets of another year than the plan's: the year asked for, else the last one there is."""
    years = {
        sheet.name: begins
        for sheet in document.sheets
        if not reasons[sheet.name]
        and _holds(tables[sheet.name])
        and (begins := _year_of(sheet, tables[sheet.name]))
    }
    if not years:
        return {}
    wanted = year if year in years.values() else max(years.values())
    return {
        name: f"it is the plan of {Quarter(begins, 1).financial_year}"
        for name, begins in years.items()
        if begins != wanted
    }


def _year_of(sheet: Sheet, tables: list[Table]) -> int | None:
    """The year a sheet's name or the lines above its first table give."""
    lines = [row.alone for row in tables[0].above if row.alone]
    return next((year for text in (sheet.name, *lines) if (year := year_written(text))), None)
