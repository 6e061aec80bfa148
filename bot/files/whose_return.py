"""Whose return it is: the agency, or the agencies side by side, that the lines above it name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.plan import Agency, Plan
from bot.files.table import Table

_JOINING = re.compile(r"[ #]*(?:(?:and|&)[ #]*)?")
"""What stands between two names of one return: "Licensing and Trading Standards"."""


def agencies_told(lines: Iterable[str], plan: Plan) -> tuple[str, ...]:
    """The codes of the agencies that the lines above a return's table name as those it is of
    ("Fire Service return"), or none."""
    texts = list(lines)
    agencies = (plan.agency_named(line.strip(" :")) for line in texts)
    exact = next((agency for agency in agencies if agency), None)
    if exact:
        return (exact.code,)
    return next(filter(None, (_side_by_side(line, plan.agencies) for line in texts)), ())


def agencies_by_sheet(tables: Iterable[Table], plan: Plan) -> dict[str, tuple[str, ...]]:
    """Name of a sheet -> the agencies whose return it is, by the lines above its first table or
    its name; empty unless each sheet of several names its own."""
    by_name: dict[str, tuple[str, ...]] = {}
    for table in tables:
        lines = [*(row.alone for row in table.above if row.alone), table.sheet.name]
        by_name.setdefault(table.sheet.name, agencies_told(lines, plan))
    return by_name if len(by_name) > 1 and all(by_name.values()) else {}


def _side_by_side(line: str, agencies: Iterable[Agency]) -> tuple[str, ...]:
    """The agency a line names by the longest name, since a part of it may be another agency's, and
    those named next to it."""
    text, places = _words(line), list[tuple[int, int, str]]()
    for name, code in sorted(_names(agencies), key=lambda pair: -len(pair[0])):
        begins = text.find(name)
        if begins >= 0:
            ends = begins + len(name)
            places.append((begins, ends, code))
            text = f"{text[:begins]} {'#' * (len(name) - 2)} {text[ends:]}"
    if not places:
        return ()
    first, last = places[0][:2]
    codes = [places[0][2]]
    for begins, ends, code in sorted(places[1:]):
        behind, before = text[last:begins], text[ends:first]
        if begins >= last - 1 and _JOINING.fullmatch(behind):
            last = ends
            codes.append(code)
        elif ends <= first + 1 and _JOINING.fullmatch(before):
            first = begins
            codes.insert(0, code)
    return tuple(dict.fromkeys(codes))


def _names(agencies: Iterable[Agency]) -> Iterable[tuple[str, str]]:
    for agency in agencies:
        for name in (agency.name, agency.short, *agency.aliases):
            if len(name) > 2:
                yield _words(name), agency.code


def _words(text: str) -> str:
    """The words alone, each between spaces."""
    return f" {re.sub(r'[^a-z0-9&]+', ' ', text.lower()).strip()} "
