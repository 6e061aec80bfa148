"""The fields of one row: leads, dates, measures, quarters; what is odd is reported by place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.files.collected import Collected
from bot.files.dates import parse_timescale
from bot.files.headings import Heading
from bot.files.imported import QuarterEntry, ReadMeasure
from bot.files.measures import read_figures, split_figures
from bot.files.rag import rag_of
from bot.files.sheet import Row, Sheet

_FUNDING = re.compile(r"subject to|dependent (?:up)?on .*fund|if funded|funding to be", re.I)
_MARKUP = re.compile(
    r"<(?:!(?:channel|here|everyone)|@[UW]|#C|https?:)|@(?:channel|here|everyone)\b"
)
_WORDS = {
    "no_date": "there is no date",
    "unparseable_date": "'{}' is no date, kept as written",
    "date_open_ended": "'{}' has no end; the plan's end is assumed",
    "date_approximate": "'{}' names no day; its end is assumed",
    "date_without_year": "'{}' has no year; the plan's year is assumed",
    "date_outside_year": "'{}' lies outside the plan's year",
    "date_as_number": "'{}' is a day number of Excel, read as a date",
    "several_dates_in_cell": "'{}' holds several dates; the last is taken",
}


@dataclass(slots=True)
class RowFields:
    """Reads the fields of the rows of one sheet."""

    plan: Collected
    sheet: Sheet
    heading: Heading

    def _text(self, row: Row, name: str, quarter: int = 0) -> str:
        index = self.heading.index(name, quarter)
        if index < 0 or index in self.sheet.hidden_columns:
            return ""
        return row.cell(index).text.strip()

    def _leads(self, row: Row, ref: str | None, location: dict[str, Any]) -> tuple[str, ...]:
        raw = self._text(row, "lead")
        named = self.plan.agencies.read(raw)
        add = self.plan.findings.add
        if not named.codes:
            add("no_lead", "must", "no lead agency is named", ref=ref, location=location, quote=raw)
        if named.codes == ("ALL",):
            message = f"the lead is '{raw}': no single owner"
            add("lead_all", "must", message, ref=ref, location=location, quote=raw)
        for name in named.departments:
            message = f"'{name}' is a part of an agency, counted for that agency"
            add("lead_is_department", "should", message, ref=ref, location=location, quote=name)
        return named.codes

    def _partners(self, row: Row, ref: str | None, location: dict[str, Any]) -> tuple[str, ...]:
        raw = self._text(row, "partners")
        if not raw and self.heading.index("partners") >= 0:
            self.plan.findings.add(
                "no_partners", "note", "no partners are named", ref=ref, location=location
            )
        return self.plan.agencies.read(raw).codes

    def _due(self, row: Row, ref: str | None, location: dict[str, Any]) -> Any:
        cell = row.cell(self.heading.index("timescale"))
        due = parse_timescale(cell, self.plan.facts.starts, self.plan.facts.ends)
        raw = cell.text.strip()
        if self.heading.index("timescale") < 0:
            return due
        place = location | ({"cell": f"{cell.column}{row.number}"} if cell.column else {})
        for code in due.codes:
            level = "should" if code in {"date_approximate", "date_without_year"} else "must"
            said = f"{self._heading_text('timescale')}: {_WORDS[code].format(raw)}"
            self.plan.findings.add(code, level, said, ref=ref, location=place, quote=raw)
        if _FUNDING.search(raw):
            message = f"'{raw}' depends on funding"
            self.plan.findings.add(
                "funding_condition", "note", message, ref=ref, location=location, quote=raw
            )
        return due

    def _heading_text(self, name: str) -> str:
        return next((c.heading for c in self.heading.columns if c.field == name), name).strip()

    def _measures(
        self, row: Row, ref: str | None, location: dict[str, Any]
    ) -> tuple[ReadMeasure, ...]:
        text = self._text(row, "measure") or self._text(row, "outcome")
        baseline, target = self._text(row, "baseline"), self._text(row, "target")
        if not target:
            baseline, target = split_figures(self._text(row, "baseline_target"), baseline)
        if not text and not target:
            return ()
        figures = read_figures(text, baseline, target)
        add = self.plan.findings.add
        if not target:
            message = "the success measure has no target"
            add("measure_no_target", "must", message, ref=ref, location=location, quote=text)
        elif figures.unread:
            message = f"the target '{target}' is no number, kept as written"
            add("target_not_numeric", "should", message, ref=ref, location=location, quote=target)
        if len([line for line in re.split(r"\n|;(?=\s)", text) if line.strip(" •-")]) > 1:
            message = "one cell holds several measures, kept together as written"
            add("two_indicators_in_cell", "should", message, ref=ref, location=location, quote=text)
        return (
            ReadMeasure(
                text, baseline, target, figures.baseline, figures.target, figures.unit,
                figures.direction,
            ),
        )  # fmt: skip

    def _entries(
        self, row: Row, ref: str | None, location: dict[str, Any]
    ) -> dict[int, QuarterEntry | None]:
        found: dict[int, QuarterEntry | None] = {}
        for quarter in self.heading.quarters:
            rag_raw = self._text(row, "quarter_rag", quarter)
            comment = self._text(row, "quarter_text", quarter)
            reading = self._text(row, "quarter_reading", quarter)
            if comment and not rag_raw and self.heading.index("quarter_rag", quarter) < 0:
                rag_raw, comment = (comment, "") if rag_of(comment) else ("", comment)
            if not (rag_raw or comment or reading):
                found[quarter] = None
                continue
            rag = rag_of(rag_raw)
            self._entry_problems(row, quarter, rag_raw, rag, comment, ref, location)
            found[quarter] = QuarterEntry(rag_raw, rag, comment, reading)
        if found and not any(found.values()):
            message = "no update received in any quarter"
            self.plan.findings.add("no_update", "note", message, ref=ref, location=location)
        return found

    def _entry_problems(
        self, row: Row, quarter: int, rag_raw: str, rag: str | None, comment: str,
        ref: str | None, location: dict[str, Any],
    ) -> None:  # fmt: skip
        column = self.heading.index("quarter_rag", quarter)
        letter = row.cell(column).column if column >= 0 else ""
        place = location | ({"cell": f"{letter}{row.number}"} if letter else {})
        add = self.plan.findings.add
        if rag_raw and rag is None:
            message = f"Q{quarter}: '{rag_raw}' is no known status, kept as written"
            add("unknown_status", "must", message, ref=ref, location=place, quote=rag_raw)
        if comment and not rag_raw:
            message = f"Q{quarter}: there is a comment and no status"
            add("comment_without_rag", "should", message, ref=ref, location=place, quote=comment)

    def _rag(
        self, row: Row, name: str, quarter: int, ref: str | None, location: dict[str, Any]
    ) -> str | None:
        raw = self._text(row, name, quarter)
        rag = rag_of(raw)
        if raw and rag is None:
            message = f"'{raw}' is no known status, kept as written"
            self.plan.findings.add(
                "unknown_status", "must", message, ref=ref, location=location, quote=raw
            )
        return rag

    def _text_problems(self, row: Row, ref: str | None, location: dict[str, Any]) -> None:
        for cell in row.cells:
            if cell.formula:
                message = "a formula, kept as its text and never worked out"
                self.plan.findings.add(
                    "formula_cell", "should", message, ref=ref, location=location, quote=cell.text
                )
            elif _MARKUP.search(cell.text):
                message = "text that would be a mention or link in Slack, kept as plain words"
                self.plan.findings.add(
                    "slack_markup", "should", message, ref=ref, location=location,
                    quote=cell.text[:120],
                )  # fmt: skip
