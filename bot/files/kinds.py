"""What kind of document it is: a plan, an agency's return, a history of updates, or a list of
agencies; told by the headings of its tables."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.files.headings import Choices
from bot.files.sheet import Document
from bot.files.table import Table
from bot.files.tables import tables

LOOK_AT = 400
"""Rows of a sheet that are looked at: headings stand near its top."""
_RETURN = re.compile(
    r"\breturn\b|quarterly (?:update|report)|\bagency update\b|"
    r"\bupdate for (?:the |this )?(?:period|quarter)\b|"
    r"\b(?:monitoring|progress|reporting|update) (?:form|template)\b|"
    r"^[^\w\n]*+(?:name of (?:the |your )?)?(?:agency|organisation)(?: name)?\s*+:",
    re.IGNORECASE | re.MULTILINE,
)
"""What stands above the table of a return: what it is, or whose."""


def kind_of(document: Document, choices: Choices | None = None) -> str:
    """ "plan", "return", "history" or "agencies"; empty for none of them."""
    first = (replace(sheet, rows=sheet.rows[:LOOK_AT]) for sheet in document.sheets)
    read = tables(replace(document, sheets=tuple(first)), choices)
    kinds = [kind for table in read if (kind := table_kind(table))]
    if "plan" in kinds:
        return "plan"
    return kinds[0] if kinds else "plan" if any(t.has_actions for t in read) else ""


def table_kind(table: Table) -> str:
    """The kind of one table, empty when its headings do not tell."""
    fields = table.heading.fields
    headings = {column.field for column in table.heading.columns} | fields
    if _is_return(table, headings):
        return "return"
    if "description" in fields and fields & {"lead", "timescale", "priority", "measure", "status"}:
        return "plan"
    if "ref" in fields and "date" in headings and headings & {"status", "progress"}:
        return "history"
    if "ref" in fields and headings & {"status", "progress", "reading"}:
        return "return"
    named = headings & {"name", "agency", "lead"} and headings & {"ref", "aliases"}
    return "agencies" if named and not headings & {"status", "description"} else ""


def _is_return(table: Table, fields: set[str]) -> bool:
    """Whether a table that repeats the plan's columns is an agency's return for one quarter."""
    above = "\n".join(text for row in table.above for text in row.texts)
    named = "ref" in fields or ("description" in fields and not fields & {"lead", "timescale"})
    reports = named and bool(fields & {"status", "progress"}) and "date" not in fields
    plans = {"measure", "target", "priority"} & fields or table.heading.quarters
    return reports and not plans and _RETURN.search(above) is not None
