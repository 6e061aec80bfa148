"""A table of actions -> rows of a plan. Nothing is dropped and nothing repaired: what is odd is
kept as written and reported by place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.core.plan import ref_key
from bot.files.collected import Collected
from bot.files.headings import field_of, find_heading
from bot.files.imported import ReadAction, ReadPriority
from bot.files.rows import RowFields
from bot.files.sheet import Row

_PRIORITY = re.compile(
    r"^(?:strategic )?(?:priority|theme|strand|objective)\s*(?:no\.?\s*)?(\d+|[A-Z])?\s*[:.–—-]*\s*"
    r"(.+)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(\d{1,2})(?:[.):]\s+(?=\D.)|\s+(?=\D.{3}))(\D.*)$")
_TOTAL = re.compile(
    r"^(?:grand |sub-?)?totals?\b|^(?:count|number|no\.?|sum|average)\b|^(?:green|amber|red|blue|"
    r"complete|grey|rag|summary|key|legend|notes?)\b",
    re.IGNORECASE,
)


def read_plan(collected: Collected) -> bool:
    """Read every sheet of the document; True when any held a table of actions."""
    found = False
    for sheet in collected.document.sheets:
        heading = find_heading(sheet)
        if sheet.hidden:
            collected.hidden_sheet(sheet)
        elif heading is not None and "description" in heading.fields:
            found = True
            _SheetReader(collected, sheet, heading).read()
    collected.no_baselines()
    return found and bool(collected.actions)


@dataclass(slots=True)
class _SheetReader(RowFields):
    """Reads one sheet: the rows under its heading, and the priority they stand under."""

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
        measure = self._text(row, "measure") or self._text(row, "outcome")
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
