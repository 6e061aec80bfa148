"""A table of actions -> rows of a plan. Nothing is dropped and nothing repaired: what is odd is
kept as written and reported by place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from bot.core.plan import ref_key
from bot.core.status import parse_status
from bot.files.dates import parse_timescale
from bot.files.headings import Heading, field_of, find_heading
from bot.files.imported import QuarterEntry, ReadAction, ReadMeasure, ReadPriority
from bot.files.measures import read_figures
from bot.files.names import Agencies
from bot.files.sheet import Document, Findings, Row, Sheet
from bot.files.title import TitleFacts

RAG = {
    "on_track": "green",
    "at_risk": "amber",
    "off_track": "red",
    "complete": "blue",
    "not_started": "grey",
    "deferred": "deferred",
    "cancelled": "cancelled",
}
_NOT_DUE = re.compile(r"^(?:n/?a|not (?:yet )?due|not applicable|not due this quarter)$", re.I)
_PRIORITY = re.compile(
    r"^(?:strategic )?(?:priority|theme|strand|objective)\s*(?:no\.?\s*)?(\d+|[A-Z])?\s*[:.–—-]*\s*"
    r"(.+)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(\d{1,2})[.):]?\s+(\D.{3,})$")
_TOTAL = re.compile(
    r"^(?:grand |sub-?)?totals?\b|^(?:count|number|no\.?|sum|average)\b|^(?:green|amber|red|blue|"
    r"complete|grey|rag|summary|key|legend|notes?)\b",
    re.IGNORECASE,
)
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
class PlanReader:
    """Reads every sheet of a document into priorities and actions."""

    document: Document
    facts: TitleFacts
    agencies: Agencies
    findings: Findings
    actions: list[ReadAction] = field(default_factory=list)
    priorities: dict[str, ReadPriority] = field(default_factory=dict)
    _refs: dict[str, dict[str, Any]] = field(default_factory=dict)

    def read(self) -> bool:
        """Read; True when any sheet held a table of actions."""
        found = False
        for sheet in self.document.sheets:
            heading = find_heading(sheet)
            if sheet.hidden:
                self._hidden_sheet(sheet)
            elif heading is not None and "description" in heading.fields:
                found = True
                _SheetReader(self, sheet, heading).read()
        self._no_baselines()
        return found and bool(self.actions)

    def _hidden_sheet(self, sheet: Sheet) -> None:
        self.findings.add(
            "hidden_sheet",
            "should",
            f"the sheet '{sheet.name}' is hidden and was not read",
            location={"sheet": sheet.name},
            quote=sheet.name,
        )

    def _no_baselines(self) -> None:
        measures = [measure for action in self.actions for measure in action.measures]
        if measures and not any(measure.baseline_raw for measure in measures):
            self.findings.add(
                "measure_no_baseline",
                "should",
                f"none of the {len(measures)} measures has a baseline",
            )
            return
        for action in self.actions:
            for measure in action.measures:
                if not measure.baseline_raw:
                    self.findings.add(
                        "measure_no_baseline",
                        "note",
                        f"{action.key}: the measure has no baseline",
                        ref=action.ref,
                        location=action.location,
                        quote=measure.text,
                    )

    def priority(self, name: str, number: int | None, location: dict[str, Any]) -> str:
        """The key of a priority, made at its first row (its final code follows from the refs)."""
        plain = " ".join(name.split())
        if plain not in self.priorities:
            place = len(self.priorities) + 1
            if plain.count("(") != plain.count(")"):
                self.findings.add(
                    "unbalanced_brackets",
                    "note",
                    f"the brackets of '{plain}' do not match, kept as written",
                    location=location,
                    quote=plain,
                )
            self.priorities[plain] = ReadPriority(plain, plain, number or place, location)
        return plain

    def ref_used(self, ref: str, location: dict[str, Any]) -> str:
        """The reference to store a row under; a second row of one reference keeps both."""
        key = ref_key(ref) or ref.upper()
        if key not in self._refs:
            self._refs[key] = location
            return key
        number = 2
        while f"{key}-{number}" in self._refs:
            number += 1
        first = self._refs[key]
        self._refs[f"{key}-{number}"] = location
        self.findings.add(
            "duplicate_ref",
            "must",
            f"'{ref}' was used before, in row {first.get('row') or first.get('record')}; "
            f"both rows are kept, this one as {key}-{number}",
            ref=ref,
            location=location,
            quote=ref,
        )
        return f"{key}-{number}"


@dataclass(slots=True)
class _SheetReader:
    """Reads one sheet: the rows under its heading, and the priority they stand under."""

    plan: PlanReader
    sheet: Sheet
    heading: Heading
    _priority: str = ""
    _description: str = ""

    def read(self) -> None:
        self._banner()
        self._hidden_columns()
        named = [row for row in self.sheet.rows[self.heading.last + 1 :] if not row.blank]
        for row in named:
            if not self._is_heading_again(row):
                self._row(row)

    def _banner(self) -> None:
        """A line above the heading that names the priority, or else the sheet's own name."""
        for row in self.sheet.rows[: self.heading.first]:
            for text in filter(None, row.texts):
                match = _PRIORITY.match(text)
                if match and len(text) < 250 and (match[1] or ":" in text):
                    self._section(match[2], match[1], row)
                    return
        several = sum(1 for s in self.plan.document.sheets if not s.hidden) > 1
        if several and self.heading.index("priority") < 0:
            row = self.sheet.rows[self.heading.first]
            self._section(self.sheet.name, None, row)

    def _section(self, name: str, number: str | None, row: Row) -> None:
        location = self.plan.document.place(self.sheet, row)
        counted = int(number) if number and number.isdigit() else None
        self._priority = self.plan.priority(name.strip(), counted, location)

    def _hidden_columns(self) -> None:
        for index in self.sheet.hidden_columns:
            heading = self.sheet.rows[self.heading.first].cell(index).text.strip()
            if not heading and not any(row.cell(index).text for row in self.sheet.rows):
                continue
            texts = [r for r in self.sheet.rows[self.heading.last + 1 :] if r.cell(index).text]
            letter = _letter(index)
            self.plan.findings.add(
                "hidden_column",
                "must" if texts else "note",
                f"column {letter} ('{heading}') is hidden and was not read",
                location={"sheet": self.sheet.name, "column": letter},
                quote=heading,
            )

    def _is_heading_again(self, row: Row) -> bool:
        head = self.sheet.rows[self.heading.first].texts
        return row.texts == head or (
            len([t for t in row.texts if t]) > 2
            and all(field_of(t)[0] for t in row.texts if t)
            and field_of(row.cell(self.heading.index("description")).text)[0] == "description"
        )

    def _text(self, row: Row, name: str, quarter: int = 0) -> str:
        index = self.heading.index(name, quarter)
        if index < 0 or index in self.sheet.hidden_columns:
            return ""
        return row.cell(index).text.strip()

    def _row(self, row: Row) -> None:
        ref, description = self._text(row, "ref"), self._text(row, "description")
        if self._is_section(row):
            return
        if not description and not self._is_bare_action(row, ref):
            self._continued(row)
            return
        if not ref_key(ref) and _TOTAL.match(ref or description) and self._is_total(row):
            return
        self._action(row, ref, description)

    def _is_section(self, row: Row) -> bool:
        """A row that only names a priority: one text, alone on its row."""
        texts = [text for text in row.texts if text]
        if len(set(texts)) != 1:
            return False
        match = _PRIORITY.match(texts[0])
        numbered = _NUMBERED.match(texts[0])
        first = row.texts[0] == texts[0]
        if match and (match[1] or ":" in texts[0]):
            self._section(match[2], match[1], row)
        elif numbered and first:
            self._section(numbered[2], numbered[1], row)
        elif first and self.heading.index("description") != 0 and _is_name(texts[0]):
            self._section(texts[0], None, row)
        else:
            return False
        return True

    def _is_bare_action(self, row: Row, ref: str) -> bool:
        told = ("lead", "timescale", "measure", "target")
        return bool(ref_key(ref)) and any(self._text(row, name) for name in told)

    def _is_total(self, row: Row) -> bool:
        told = ("lead", "partners", "timescale", "measure")
        return not any(self._text(row, name) for name in told)

    def _continued(self, row: Row) -> None:
        """A further measure (or text) of the action above, in a row of its own."""
        measure = self._text(row, "measure")
        location = self.plan.document.place(self.sheet, row)
        if measure and self.plan.actions and not _TOTAL.match(row.texts[0]):
            last = self.plan.actions[-1]
            more = self._measures(row, last.ref, location)
            self.plan.actions[-1] = replace(last, measures=last.measures + more)

    def _action(self, row: Row, ref: str, description: str) -> None:
        plan, location = self.plan, self.plan.document.place(self.sheet, row)
        key = plan.ref_used(ref, location) if ref else self._made_up(location, description)
        written = ref or None
        priority = self._priority_of(row, location)
        leads = self._leads(row, written, location)
        partners = self._partners(row, written, location)
        due = self._due(row, written, location)
        entries = self._entries(row, written, location)
        last = next((e for _, e in sorted(entries.items(), reverse=True) if e), None)
        status_raw = self._text(row, "status") or (last.rag_raw if last else "")
        rag = self._rag(row, "status", 0, written, location) if not last else last.rag
        self._text_problems(row, written, location)
        plan.actions.append(
            ReadAction(
                ref=written,
                key=key,
                alt_ref=self._text(row, "alt_ref"),
                priority=priority,
                description=description,
                lead_raw=self._text(row, "lead"),
                leads=leads,
                partners_raw=self._text(row, "partners"),
                partners=partners,
                timescale_raw=self._text(row, "timescale"),
                due=due.day,
                due_basis=due.basis,
                resources_raw=self._text(row, "resources"),
                measures=self._measures(row, written, location),
                status_raw=status_raw,
                rag=rag,
                updates=entries,
                location=location,
                comment=self._text(row, "progress"),
            )
        )

    def _made_up(self, location: dict[str, Any], description: str) -> str:
        self.plan.findings.add(
            "missing_ref",
            "note",
            "the row has no reference; one is given by its place",
            location=location,
            quote=description[:80],
        )
        return ""

    def _priority_of(self, row: Row, location: dict[str, Any]) -> str:
        named = self._text(row, "priority")
        if named:
            match = _PRIORITY.match(named) or _NUMBERED.match(named)
            number = match[1] if match else None
            name = match[2] if match else named
            counted = int(number) if number and number.isdigit() else None
            self._priority = self.plan.priority(name, counted, location)
        elif not self._priority:
            self._priority = self.plan.priority("Action plan", None, location)
        return self._priority

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
        text = self._text(row, "measure")
        baseline, target = self._text(row, "baseline"), self._text(row, "target")
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
                rag_raw, comment = (comment, "") if _rag_of(comment) else ("", comment)
            if not (rag_raw or comment or reading):
                found[quarter] = None
                continue
            rag = _rag_of(rag_raw)
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
        rag = _rag_of(raw)
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


def _rag_of(raw: str) -> str | None:
    if not raw:
        return None
    if _NOT_DUE.match(raw.strip()):
        return "not_due"
    status = parse_status(raw)
    return RAG[status] if status else None


def _is_name(text: str) -> bool:
    """Whether a lone text reads as a heading and not as a sentence or a note."""
    return len(text) < 120 and not text.rstrip().endswith((".", ":", "*")) and text[:1].isupper()


def _letter(index: int) -> str:
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def priority_codes(actions: list[ReadAction], priorities: list[ReadPriority]) -> dict[str, str]:
    """Name of a priority -> code: the letters its references share, else P and its number."""
    codes: dict[str, str] = {}
    for priority in priorities:
        refs = [a.ref for a in actions if a.priority == priority.key and a.ref]
        prefixes = Counter(m[1].upper() for r in refs if (m := re.match(r"^([A-Za-z]{2,8})", r)))
        code = prefixes.most_common(1)[0][0] if len(prefixes) == 1 else f"P{priority.number}"
        codes[priority.key] = code if code not in codes.values() else f"P{priority.number}"
    return codes


def with_refs(actions: list[ReadAction]) -> Iterator[ReadAction]:
    """Rows without a reference get one from their priority and place; none is ever reused."""
    taken = {action.key for action in actions if action.key}
    counts: Counter[str] = Counter()
    for action in actions:
        if action.key:
            yield action
            continue
        counts[action.priority] += 1
        while f"{action.priority}{counts[action.priority]}" in taken:
            counts[action.priority] += 1
        yield replace(action, key=f"{action.priority}{counts[action.priority]}")
