"""The fields of one row: leads, dates, measures, quarters; what is odd is reported by place."""

from __future__ import annotations

import re
from dataclasses import field, replace
from functools import partial
from typing import Any

from bot.core.dataclass import dataclass
from bot.core.plan import EVERYONE
from bot.files.aims import Aim, aim_of, aims_of
from bot.files.collected import Collected
from bot.files.dates import parse_timescale
from bot.files.imported import QuarterEntry
from bot.files.measures import ReadMeasure, split_figures, with_figures
from bot.files.names import DITTO, Named
from bot.files.rag import rag_of, status_first
from bot.files.sheet import Cell, Row
from bot.files.table import Table
from bot.files.written_days import IMPOSSIBLE, Due

_FUNDING = re.compile(
    r"subject to|depend\w* (?:up)?on .*(?:fund|grant|\bbid)|if (?:funded|funding|the bid)|"
    r"funding to be|(?:bid|grant|funding) (?:pending|not (?:yet )?(?:confirmed|secured|agreed))",
    re.I,
)
MARKUP = re.compile(
    r"<(?:!(?:channel|here|everyone)|@[UW]|#C|https?:)|@(?:channel|here|everyone)\b"
)
_JOINED_COUNTS = re.compile(
    r"^(?:reports|number|cases|visits|incidents|reviews|calls|\w+ \w+) .*\band (?:the (?:share|"
    r"number|rate)|\w+ (?:issued|made|held|given|closed|served|completed))\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[•·▪●○◦‣*–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+", re.IGNORECASE)
"""What marks a line of a list."""
_WORDS = {
    "no_date": "there is no date",
    "unparseable_date": "'{}' is no date, kept as written",
    IMPOSSIBLE: "'{}' is no day of the calendar, kept as written; no date is taken from it",
    "start_only": "'{}' names a beginning and no end; no due date is assumed",
    "date_assumed": "'{}' names a period; its last day is assumed",
    "date_open_ended": "'{}' has no end; the plan's end is assumed",
    "date_approximate": "'{}' names no day; its end is assumed",
    "date_without_year": "'{}' has no year; the plan's year is assumed",
    "date_outside_year": "'{}' lies outside the plan's year",
    "date_as_number": "'{}' is a day number of Excel, read as a date",
    "several_dates_in_cell": "'{}' holds several dates; the last is taken",
}
_MILD = {"date_approximate", "date_without_year", "date_assumed", "start_only"}


@dataclass(slots=True)
class RowFields:
    """Reads the fields of the rows of one table."""

    plan: Collected
    table: Table
    _above: dict[str, str] = field(default_factory=dict)
    """The last text of each field, for rows that say "as above"."""
    coloured: list[tuple[Row, Cell]] = field(default_factory=list)
    """The cells that tell a status by their colour alone."""

    def text(self, row: Row, name: str, quarter: int = 0) -> str:
        """The text of a field; of a ditto mark, what stands above it."""
        index = self.table.heading.index(name, quarter)
        if index < 0 or index in self.table.sheet.hidden_columns:
            return ""
        text = row.cell(index).text.strip()
        if quarter or not text:
            return text
        if DITTO.match(text) and name in self._above and name not in {"ref", "description"}:
            place = self.plan.document.place(self.table.sheet, row)
            message = f"{self.called(name)}: '{text}' is read as '{self._above[name]}', as above"
            self.add("ditto", "should", message, None, place, text)
            return self._above[name]
        self._above[name] = text
        return text

    def add(
        self, code: str, level: str, message: str, ref: str | None, place: Any, quote: str
    ) -> None:
        """Note a problem of a row."""
        self.plan.findings.add(code, level, message, ref=ref, location=place, quote=quote)

    def called(self, name: str) -> str:
        """The heading of a field's column."""
        columns = self.table.heading.columns
        return next((" ".join(c.heading.split()) for c in columns if c.field == name), name)

    def has(self, name: str) -> bool:
        """Whether the table has a column of that field."""
        return self.table.heading.index(name) >= 0

    def leads(self, raw: str, ref: str | None, place: dict[str, Any]) -> tuple[str, ...]:
        """The agencies a lead cell names."""
        named = self.plan.agencies.read(raw)
        if not named.codes and self.has("lead"):
            message = f"'{raw}' names no agency" if raw else "no lead agency is named"
            self.add("no_lead", "must", message, ref, place, raw)
        if named.codes == (EVERYONE,):
            self.add("lead_all", "must", f"the lead is '{raw}': no single owner", ref, place, raw)
        self._kinds(named, ref, place)
        return named.codes

    def _kinds(self, named: Named, ref: str | None, place: dict[str, Any]) -> None:
        for name in named.departments:
            message = f"'{name}' seems a part of another agency"
            self.add("lead_is_department", "should", message, ref, place, name)
        for name in named.posts:
            message = f"'{name}' is an officer and no body; kept as written, join it to its agency"
            self.add("lead_is_officer", "should", message, ref, place, name)

    def partners(self, raw: str, ref: str | None, place: dict[str, Any]) -> tuple[str, ...]:
        """The agencies a partners cell names."""
        if not raw and self.has("partners"):
            self.add("no_partners", "note", "no partners are named", ref, place, "")
        return self.plan.agencies.read(raw).codes

    def timescale(self, row: Row) -> str:
        """When the row's work is done: its timescale, or the periods that are ticked."""
        ticked = (
            " ".join(column.heading.split())
            for column in self.table.heading.columns
            if column.field == "schedule" and row.cell(column.index).text.strip()
        )
        return self.text(row, "new_due") or self.text(row, "timescale") or ", ".join(ticked)

    def due(self, row: Row, raw: str, ref: str | None, place: dict[str, Any]) -> Due:
        """When the row's timescale ends."""
        if not self.has("timescale") and not raw:
            return Due(None, "none")
        moved = bool(self.text(row, "new_due"))
        cell = row.cell(self.table.heading.index("new_due" if moved else "timescale"))
        known = cell if cell.text.strip() == raw else Cell(raw.rpartition(", ")[2])
        due = parse_timescale(known, self.plan.facts.starts, self.plan.facts.ends)
        where = place | ({"cell": f"{cell.column}{row.number}"} if "sheet" in place else {})
        for code in due.codes:
            message = f"{self.called('timescale')}: {_WORDS[code].format(raw)}"
            shown = "unparseable_date" if code == IMPOSSIBLE else code
            self.add(shown, "should" if code in _MILD else "must", message, ref, where, raw)
        before = self.text(row, "timescale") if moved else ""
        if before and before != raw:
            message = f"the date was moved from '{before}' to '{raw}'; the new one is taken"
            self.add("date_moved", "should", message, ref, where, raw)
        self.funded(raw, ref, place)
        return due

    def funded(self, raw: str, ref: str | None, place: dict[str, Any]) -> str:
        """The text of a date or of resources; it is said when that hangs on money yet to come."""
        if _FUNDING.search(raw):
            self.add("funding_condition", "note", f"'{raw}' depends on funding", ref, place, raw)
        return raw

    def measures(self, row: Row, ref: str | None, place: dict[str, Any]) -> tuple[ReadMeasure, ...]:
        """The success measure of a row, if it has one."""
        text = self.text(row, "measure") or self.text(row, "outcome")
        baseline, target = self.text(row, "baseline"), self.text(row, "target")
        both = "" if target else self.text(row, "baseline_target")
        if both:
            aim = aim_of(both)
            if not aim.baseline:
                aim = Aim("", *split_figures(both, baseline))
            text, baseline, target = text or aim.text, aim.baseline, aim.target
        if not text and not (target or (both and baseline)):
            return ()
        aims = (Aim(text, baseline, target),) if baseline or target else aims_of(text)
        if not any(aim.target for aim in aims) and (
            self.has("target") or self.has("baseline_target")
        ):
            self.add(
                "measure_no_target", "must", "the success measure has no target", ref, place, text
            )
        self._several(text, aims, ref, place)
        return tuple(self._measure(row, aim, text, ref, place) for aim in aims)

    def _several(
        self, text: str, aims: tuple[Aim, ...], ref: str | None, place: dict[str, Any]
    ) -> None:
        """What stands together in one cell: taken apart, or kept as written."""
        parts = [line for line in re.split(r"\n|;(?=\s)", text) if line.strip(" •-")]
        if (
            len(aims) == 1
            and aims[0].text == text
            and (len(parts) > 1 or _JOINED_COUNTS.search(text))
        ):
            message = "one cell holds several measures, kept together as written"
            self.add("two_indicators_in_cell", "should", message, ref, place, text)

    def _measure(
        self, row: Row, aim: Aim, text: str, ref: str | None, place: dict[str, Any]
    ) -> ReadMeasure:
        measure = with_figures(replace(aim, text=aim.text or text), self.text(row, "source"), place)
        if aim.target.strip() and measure.target is None:
            message = f"the target '{aim.target}' is no number, kept as written"
            self.add("target_not_numeric", "should", message, ref, place, aim.target)
        return measure

    def entries(
        self, row: Row, ref: str | None, place: dict[str, Any]
    ) -> dict[int, QuarterEntry | None]:
        """What the quarter columns say."""
        entries = {q: self._entry(row, q, ref, place) for q in self.table.heading.quarters}
        if entries and not any(entries.values()):
            self.add("no_update", "note", "no update received in any quarter", ref, place, "")
        return entries

    def _entry(
        self, row: Row, quarter: int, ref: str | None, place: dict[str, Any]
    ) -> QuarterEntry | None:
        rag_raw = self.text(row, "quarter_rag", quarter)
        comment = self.text(row, "quarter_text", quarter)
        reading = self.text(row, "quarter_reading", quarter)
        index = self.table.heading.index("quarter_rag", quarter)
        rag = self._stated(rag_raw) or self.colour(row, index)
        if rag is None and (first := status_first(rag_raw))[0]:
            rag, comment = rag_of(first[0]), comment or first[1]
        if not (rag_raw or comment or reading or rag):
            return None
        letter = row.cell(index).column if index >= 0 else ""
        where = place | ({"cell": f"{letter}{row.number}"} if letter and "sheet" in place else {})
        if rag_raw and rag is None:
            message = f"Q{quarter}: '{rag_raw}' is no known status, kept as written"
            self.add("unknown_status", "must", message, ref, where, rag_raw)
        if comment and not rag_raw and index >= 0:
            message = f"Q{quarter}: there is a comment and no status"
            self.add("comment_without_rag", "should", message, ref, where, comment)
        return QuarterEntry(rag_raw, rag, comment, reading)

    def rag(self, row: Row, raw: str, ref: str | None, place: dict[str, Any]) -> str | None:
        """The status of the row's one status column, by word or else by colour alone."""
        rag = self._stated(raw) or rag_of(status_first(raw)[0])
        if (
            raw
            and rag is None
            and not re.match(r"^no update (?:received|yet)$", raw, re.IGNORECASE)
        ):
            message = f"'{raw}' is no known status, kept as written"
            self.add("unknown_status", "must", message, ref, place, raw)
        return rag or self.colour(row, self.table.heading.index("status"))

    def _stated(self, raw: str) -> str | None:
        """The status a text says: by the document's own key, else by its words."""
        return self.plan.legend.get(raw.strip().lower()) or rag_of(raw)

    def colour(self, row: Row, index: int) -> str | None:
        """The colour of an empty status cell, where the row itself has another ground."""
        cell = row.cell(index)
        if index < 0 or cell.text.strip() or not cell.fill:
            return None
        if cell.fill == row.cell(self.table.heading.index("description")).fill:
            return None
        meant = self.plan.legend.get(f"fill:{cell.fill}", cell.colour)
        if meant:
            self.coloured.append((row, cell))
        return meant or None

    def further(self, row: Row) -> tuple[tuple[str, str], ...]:
        """The texts of the columns beside the plan, with their headings."""
        hidden = self.table.sheet.hidden_columns
        texts = [
            (" ".join(column.heading.split()), row.cell(column.index).text.strip())
            for column in self.table.heading.further
            if column.index not in hidden
        ]
        before = self.text(row, "timescale") if self.text(row, "new_due") else ""
        texts += [(self.called("timescale"), before)]
        named = any(map(partial(self.text, row), ("measure", "outcome", "target")))
        texts += [] if named else [(self.called("baseline"), self.text(row, "baseline"))]
        return tuple((heading, text) for heading, text in texts if text)

    def two_actions(self, description: str, ref: str | None, place: dict[str, Any]) -> None:
        """Several lines of several words each in one cell of actions."""
        lines = [_BULLET.sub("", line) for line in description.split("\n")]
        marked = sum(1 for line in description.split("\n") if _BULLET.match(line))
        texts = [line for line in lines if len(line.split()) >= (2 if marked > 1 else 3)]
        if len(texts) > 1 and (marked > 1 or all(text[:1].isupper() for text in texts)):
            message = "one cell holds several actions, kept together as written"
            self.add("two_actions_in_cell", "should", message, ref, place, description)

    def text_problems(self, row: Row, ref: str | None, place: dict[str, Any]) -> None:
        """Formulas, mentions, hidden and struck-through text."""
        for cell in row.cells:
            if cell.formula:
                message = "a formula; its saved value is kept and it is never worked out"
                self.add("formula_cell", "should", message, ref, place, cell.text)
            elif MARKUP.search(cell.text):
                message = "text that would be a mention or link in Slack, kept as plain words"
                self.add("slack_markup", "should", message, ref, place, cell.text[:120])
        text = row.cell(self.table.heading.index("description"))
        if text.struck:
            message = "the action is struck through: is it done or dropped? It is kept as it stands"
            self.add("struck_through", "must", message, ref, place, text.text)
        if row.hidden:
            message = "the row is hidden in the file; it is read"
            self.add("hidden_row", "should", message, ref, place, text.text)
