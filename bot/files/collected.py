"""What is gathered while a plan is read: priorities by name, references once each, problems."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import field, replace
from typing import Any

from bot.core.dataclass import dataclass
from bot.core.plan import ref_key
from bot.files.imported import ReadAction, ReadPriority
from bot.files.legend import Legend, keys_beside, keys_in_lines
from bot.files.levels import says_why
from bot.files.measures import ReadMeasure
from bot.files.names import Agencies
from bot.files.sheet import Document, Findings, Row, Sheet
from bot.files.table import Table
from bot.files.title import TitleFacts

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(slots=True)
class Collected:
    """What is gathered from every table of a document: priorities, actions, measures, problems."""

    document: Document
    facts: TitleFacts
    agencies: Agencies
    findings: Findings
    legend: Legend = field(default_factory=dict)
    """What its own key says of marks and colours."""
    actions: list[ReadAction] = field(default_factory=list)
    priorities: dict[str, ReadPriority] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    """Key of a priority -> its code, where the document itself gives it."""
    numbered: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Number of a priority -> its name and why it is one, as a list or a line gives it."""
    beside: list[tuple[Table, str]] = field(default_factory=list)
    """Tables that hold none of the plan, and why they are not read."""
    aims: dict[str, set[str]] = field(default_factory=dict)
    """Key of a priority -> the lines below it that its actions stand under."""
    measures: list[ReadMeasure] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    _keys: set[str] = field(default_factory=set)
    _refs: dict[str, dict[str, Any]] = field(default_factory=dict)

    def priority(self, name: str, number: int | None, location: dict[str, Any]) -> str:
        """The key of a priority, made at its first row (its final code follows from the refs)."""
        plain = " ".join(name.split())
        key = plain.lower()
        if key not in self.priorities:
            self._unbalanced(plain, location)
            place = number or self._next_number()
            if number:
                self.numbered.setdefault(number, (plain, ""))
            self.priorities[key] = ReadPriority(key, plain, place, location)
        return key

    def of_number(self, number: int, location: dict[str, Any]) -> str:
        """The key of the priority of that number, where a list or a line names it; else empty."""
        if number not in self.numbered:
            return ""
        name, intent = self.numbered[number]
        key = self.priority(name, number, location)
        if intent:
            self.intent(key, intent)
        return key

    def _next_number(self) -> int:
        """Its place in the document, unless a priority bears that number already."""
        taken = {priority.number for priority in self.priorities.values()}
        number = len(self.priorities) + 1
        while number in taken:
            number += 1
        return number

    def _unbalanced(self, name: str, location: dict[str, Any]) -> None:
        if name.count("(") != name.count(")"):
            message = f"the brackets of '{name}' do not match, kept as written"
            self.findings.add("unbalanced_brackets", "note", message, location=location, quote=name)

    def intent(self, key: str, text: str) -> None:
        """A line that says why a priority is one, added to what was said before."""
        priority = self.priorities[key]
        if text not in priority.intent:
            intent = f"{priority.intent}\n{text}" if priority.intent else text
            self.priorities[key] = replace(priority, intent=intent)

    def settle_aims(self) -> None:
        """A line without a number that all actions of a priority stand under is what it is for, and
        no level of its own."""
        for key, lines in self.aims.items():
            ours = [n for n, action in enumerate(self.actions) if action.priority == key]
            aim = next(iter(lines))
            under = (any(text == aim for _, text in self.actions[n].further) for n in ours)
            if len(lines) > 1 or not says_why(aim) or not all(under):
                continue
            self.intent(key, aim)
            for n in ours:
                own = tuple(f for f in self.actions[n].further if f[1] != aim)
                self.actions[n] = replace(self.actions[n], further=own)

    def add_measures(self, key: str, measures: tuple[ReadMeasure, ...]) -> None:
        """Measures of a priority; of the whole plan when `key` is empty."""
        if key:
            priority = self.priorities[key]
            self.priorities[key] = replace(priority, measures=priority.measures + measures)
        else:
            self.measures += measures

    def not_read(self, sheet: Sheet, row: Row, why: str) -> None:
        """A row of a table that is no action and no measure: named once, by its place."""
        self.counts["not_read"] += 1
        text = " | ".join(filter(None, row.texts))
        self.findings.add(
            "row_not_read",
            "should",
            f"not read ({why}): {text[:100]}",
            location=self.document.place(sheet, row),
            quote=text[:200],
        )

    def unread_line(self, row: Row, sheet: Sheet) -> None:
        """A line beside the tables that ended nowhere: named once, unless the title holds it."""
        text = " | ".join(dict.fromkeys(filter(None, row.texts)))
        beside = text
        for name in (self.facts.title, self.facts.partnership, self.facts.marking):
            beside = beside.replace(name, " ") if name else beside
        if not text or self.is_key(row) or (beside != text and len(_WORD.findall(beside)) < 2):
            return
        self.findings.add(
            "line_not_read",
            "note",
            f"a line beside the tables was not read: {text[:100]}",
            location=self.document.place(sheet, row),
            quote=text[:200],
        )

    def name_keys(self) -> None:
        """The keys of a sheet, beside its tables or in lines: each named once, with what it
        says."""
        for sheet in self.document.sheets:
            for row, text in keys_beside(sheet):
                self._key(sheet, row, text)
            for row in keys_in_lines(sheet):
                self._keys.add(row.alone)
                self._key(sheet, row, row.alone)

    def is_key(self, row: Row) -> bool:
        """Whether a line is a key of statuses."""
        return row.alone in self._keys

    def _key(self, sheet: Sheet, row: Row, text: str) -> None:
        message = f"the key of statuses is read as such: {text[:100]}"
        place = self.document.place(sheet, row)
        self.findings.add("key_read", "note", message, location=place, quote=text)

    def ref_used(self, ref: str, location: dict[str, Any]) -> str:
        """The reference to store a row under; a second row of one reference keeps both."""
        key = ref_key(ref) or " ".join(ref.upper().split())[:40]
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
