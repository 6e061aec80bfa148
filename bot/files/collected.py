"""What is gathered while a plan is read: priorities by name, references once each, problems."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.core.plan import ref_key
from bot.files.imported import ReadAction, ReadPriority
from bot.files.names import Agencies
from bot.files.sheet import Document, Findings, Sheet
from bot.files.title import TitleFacts


@dataclass(slots=True)
class Collected:
    """What is gathered from every sheet of a document: priorities, actions, problems."""

    document: Document
    facts: TitleFacts
    agencies: Agencies
    findings: Findings
    actions: list[ReadAction] = field(default_factory=list)
    priorities: dict[str, ReadPriority] = field(default_factory=dict)
    _refs: dict[str, dict[str, Any]] = field(default_factory=dict)

    def hidden_sheet(self, sheet: Sheet) -> None:
        self.findings.add(
            "hidden_sheet",
            "should",
            f"the sheet '{sheet.name}' is hidden and was not read",
            location={"sheet": sheet.name},
            quote=sheet.name,
        )

    def no_baselines(self) -> None:
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
