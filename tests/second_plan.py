"""A plan of another kind of partnership, as data and as truth: its rows read straight from the
files, so that what an answer should hold is worked out by nothing the bot uses."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.services import plans
from bot.services.context import Context

FOLDER = Path(__file__).parent / "data" / "second"
TODAY = date(2026, 10, 12)
PLAN, AGENCIES, HISTORY = "plan.csv", "agencies.csv", "history.csv"


@dataclass(frozen=True, slots=True)
class Report:
    """One line of the history."""

    day: date
    quarter: str
    status: str


@dataclass(frozen=True, slots=True)
class Row:
    """One action as the plan's file and the history give it."""

    ref: str
    priority: str
    text: str
    leads: frozenset[str]
    partners: frozenset[str]
    due: date | None
    moved: bool
    reports: tuple[Report, ...]

    @property
    def status(self) -> str:
        """The last status: green, amber, red, complete, deferred; empty when none was given."""
        return self.reports[-1].status if self.reports else ""

    @property
    def overdue(self) -> bool:
        """Whether its date has passed and it is neither complete nor put off."""
        return self.open and self.due is not None and self.due < TODAY

    @property
    def open(self) -> bool:
        """Neither complete nor put off."""
        return self.status not in {"complete", "deferred"}

    def reported_in(self, quarter: str) -> tuple[Report, ...]:
        """What was said for a quarter."""
        return tuple(one for one in self.reports if one.quarter.startswith(quarter))


def rows() -> tuple[Row, ...]:
    """Every action with what was said of it."""
    history, table = _table(HISTORY), _table(PLAN, above=3)
    return tuple(_row(row, [h for h in history if h["Ref"] == row["Ref"]]) for row in table)


def _table(name: str, above: int = 0) -> list[dict[str, str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines[above:]))


def _row(row: dict[str, str], history: list[dict[str, str]]) -> Row:
    moved = [h["New due date"] for h in history if h["New due date"]]
    day, month, year = row["Timescale"].split("/") if "/" in row["Timescale"] else ("", "", "")
    planned = date(int(year), int(month), int(day)) if year else None
    open_ended = date(2027, 3, 31) if row["Timescale"] == "Ongoing" else planned
    return Row(
        ref=row["Ref"],
        priority=row["Priority"],
        text=row["Action"],
        leads=_names(row["Lead"]),
        partners=_names(row["Partners"]),
        due=date.fromisoformat(moved[-1]) if moved else open_ended,
        moved=bool(moved),
        reports=tuple(
            Report(date.fromisoformat(h["Date"]), h["Quarter"], h["Status"]) for h in history
        ),
    )


def _names(cell: str) -> frozenset[str]:
    return frozenset(name.strip() for name in cell.split(";") if name.strip())


def load(context: Context, *names: str) -> None:
    """Import files of the partnership in this order, as a coordinator does."""
    for name in names:
        content = (FOLDER / name).read_bytes()
        read = plans.preview(context, context.home, content, name)
        plans.apply(context, plans.host(context), read)


def agency_codes() -> dict[str, str]:
    """Every name, alias and code of the agencies file -> its code."""
    codes: dict[str, str] = {}
    for row in _table(AGENCIES):
        for name in (row["Name"], row["Code"], *row["Aliases"].split(";")):
            codes[name] = row["Code"]
    return codes


def agency_names() -> dict[str, str]:
    """Every name, alias and code of the agencies file -> its name."""
    rows_by_code = {row["Code"]: row["Name"] for row in _table(AGENCIES)}
    return {name: rows_by_code[code] for name, code in agency_codes().items()}
