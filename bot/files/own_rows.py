"""The rows of the bot's own workbook: actions with their measures, and priorities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.core.figures import parse_share
from bot.core.plan import Plan
from bot.core.quarters import Quarter
from bot.files.actions import ActionRows
from bot.files.collected import Collected
from bot.files.imported import ReadPriority
from bot.files.measures import ReadMeasure, read_figures
from bot.files.own_sheets import PLAN_HEADINGS, PRIORITIES, PRIORITY_HEADINGS, WHOLE_PLAN
from bot.files.position import Position
from bot.files.sheet import Cell, Row
from bot.files.table import Table

_FIGURE = re.compile(
    r"(?<![\d.e+-])(-?\d[\d.]{0,30}+(?:e[+-]?\d{1,3}+)?+(?: of \d{1,15}+)?+)"
    r" \((Q[1-4] \d{4}-\d\d)\)(?:; |$)"
)
"""A reading as it is written: what it is of (where that is said), the value and the quarter."""


def written_readings(text: str) -> Iterator[tuple[str, str, str]]:
    """ "ASB3/1: 4.0 (Q1 2018-19); ..." -> the text before each figure, it, its quarter."""
    begins = 0
    for match in _FIGURE.finditer(text):
        yield text[begins : match.start()], match[1], match[2]
        begins = match.end()


MARKING = PLAN_HEADINGS[-1]


class OwnRows(ActionRows):
    """Reads the plan's sheet: every row with a reference or an action is an action."""

    def __init__(self, at: Position, table: Table) -> None:
        super().__init__(at, table)
        self.markings: list[str] = []
        """Of each action in order, as its own column says."""

    def read(self) -> None:
        """Every row, as an action or as a further measure of the one above."""
        columns = (c.index for c in self.table.heading.columns if c.heading == MARKING)
        marking = next(columns, -1)
        for row in self.table.rows:
            self.plan.counts["rows"] += 1
            ref, description = self.text(row, "ref"), self.text(row, "description")
            if ref or description:
                self._action(row, ref, description)
                self.markings.append(row.cell(marking).text.strip())
            else:
                self._continued(row)

    def text(self, row: Row, name: str, quarter: int = 0) -> str:
        """The text of a field, taken as it stands."""
        return row.cell(self.table.heading.index(name, quarter)).text.strip()

    def priority_of(self, row: Row) -> str:
        """The priority the row's own column names, else that of the row above."""
        named = self.text(row, "priority")
        if named:
            self.at.priority = self.plan.priority(named, None, self.place(row))
        return self.at.priority


def read_priorities(plan: Collected, rows: Iterable[Mapping[str, Cell]]) -> None:
    """The priorities with their codes, intents and measures, and the measures of the whole plan."""
    for number, row in enumerate(rows, 2):
        code, name, place, *_, intent = (row[h].text for h in PRIORITY_HEADINGS[:6])
        measures = tuple(_measures(row))
        if not code and name == WHOLE_PLAN:
            plan.measures += measures
            continue
        key = " ".join(name.split()).lower()
        if key not in plan.priorities:
            location = {"sheet": PRIORITIES, "row": number}
            rank = int(place) if place.isdigit() else len(plan.priorities) + 1
            plan.priorities[key] = ReadPriority(key, name, rank, location, intent)
            plan.codes[key] = code
        read = plan.priorities[key]
        plan.priorities[key] = replace(read, measures=read.measures + measures)


def as_listed(plan: Plan, rows: Iterable[Mapping[str, Cell]]) -> Plan:
    """The plan with its priorities' other names and markings, which are no field of a plan's own
    tables."""
    codes, others, markings = (PRIORITY_HEADINGS[n] for n in (0, 3, 4))
    listed = {row[codes].text: row for row in reversed(list(rows)) if row[codes].text}
    return replace(
        plan,
        priorities=tuple(
            replace(
                p,
                aliases=tuple(filter(None, listed[p.code][others].text.split("; "))),
                marking=listed[p.code][markings].text.strip(),
            )
            if p.code in listed
            else p
            for p in plan.priorities
        ),
    )


def _measures(row: Mapping[str, Cell]) -> Iterator[ReadMeasure]:
    text, baseline, target, source, readings = (row[h].text for h in PRIORITY_HEADINGS[6:])
    if text or baseline or target or source:
        figures = read_figures(text, baseline, target)
        yield ReadMeasure(
            text, baseline, target, figures.baseline, figures.target, figures.unit,
            figures.direction, source, readings=tuple(_by_quarter(readings)),
        )  # fmt: skip


def _by_quarter(text: str) -> Iterator[tuple[int, float]]:
    for _, value, label in written_readings(text):
        quarter = Quarter.parse(label, today=Quarter(2000, 1).starts)
        if quarter is not None:
            share = parse_share(value)
            yield quarter.number, share.percent if share else float(value)
