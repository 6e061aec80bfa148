"""What the disclosure guard holds of a document is left out of what is stored, and reported.

A row is dropped only when nothing else is in it: a status, a figure and a date stay. The part
itself is not quoted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from bot.core.figures import counted
from bot.core.plan import Action, Agency, Measure, Plan, Priority, Reading, Update, ref_key
from bot.disclosure.check import Finding, KnownNames, check
from bot.disclosure.update_guard import is_few, small_figure
from bot.files.held_refs import without_held_refs
from bot.files.imported import Imported, ReadAction
from bot.files.sheet import Findings

HELD_BACK = "[held back]"
"""Stands where a text was left out."""
SMALL = "small_number"
LEFT_OUT = (
    "a count under 5 in a sensitive priority may identify people; it is kept only when you confirm "
    "that it does not"
)
UPDATE_TEXTS = {
    "note": "Progress",
    "reason": "Reason",
    "corrective_action": "Corrective action",
    "evidence": "Evidence",
}
ACTION_TEXTS = {"text": "Action", "resources_raw": "Resources"}
PLAN_TEXTS = {"title": "Title", "partnership": "Partnership"}
PRIORITY_TEXTS = {"name": "Priority", "intent": "Intent"}
MEASURE_TEXTS = {
    "text": "Measure",
    "baseline_raw": "Baseline",
    "target_raw": "Target",
    "source": "Source",
}
WORK_TEXTS = {
    "lead_raw": "Lead",
    "partners_raw": "Partners",
    "timescale_raw": "Timescale",
    "alt_ref": "Other reference",
    "previous_ref": "Last year's reference",
}
"""Columns in which an officer's name is their work identity; identifiers are held there too."""
REFERENCES = frozenset({"alt_ref", "previous_ref"})
"""Texts that pass where they have the shape of a reference ("1.2"), which may be that of a number
plate: a plan's references pass everywhere."""


def screened(
    imported: Imported,
    known: KnownNames,
    *,
    not_personal: bool = False,
    delicate: Collection[str] = (),
) -> Imported:
    """The document as it may be stored. `not_personal`: whoever imports has confirmed that names
    and small counts in it are not about private persons; identifiers are held all the same.
    `delicate`: references and priorities about sensitive subjects, in which figures of one to four
    are held as in a form."""
    reported = {problem.ref for problem in imported.problems if problem.code == SMALL}
    screen = _Screen(known, not_personal, frozenset(delicate), reported)
    imported = without_held_refs(imported, screen.holds, screen.findings)
    plan = screen.plan(imported.plan, imported.actions) if imported.plan else None
    updates = tuple(
        clean
        for update in imported.updates
        if _says_something(clean := screen.update(update, _row_of(update)))
    )
    record = tuple(screen.update(update, None) for update in imported.record)
    listed = screen.agencies(imported.agencies)
    problems = (*imported.problems, *screen.findings.problems)
    return replace(
        imported,
        plan=plan,
        updates=updates,
        record=record,
        agencies=tuple(listed.values()),
        problems=problems,
        not_personal=not_personal,
    )


def _says_something(update: Update) -> bool:
    """False where only held texts stood: nobody has reported by them."""
    texts = [getattr(update, name) for name in UPDATE_TEXTS]
    rest = update.status or update.readings or update.new_due or set(texts) - {HELD_BACK, ""}
    return bool(rest) or HELD_BACK not in texts


def _row_of(update: Update) -> dict[str, Any] | None:
    """While an update is read its id is its row's number."""
    return {"row": int(update.id)} if update.id.isdigit() else None


class _Screen:
    def __init__(
        self,
        known: KnownNames,
        not_personal: bool,
        delicate: frozenset[str],
        reported: Collection[str | None],
    ) -> None:
        """`reported`: references of which small figures are named already, by place."""
        self.findings = Findings()
        self._not_personal = not_personal
        self._delicate = delicate
        self._reported = reported
        # The same words stand in many rows; the answer lasts no longer than the import.
        self._check = lru_cache(maxsize=None)(partial(check, known=known))

    def holds(self, text: str) -> bool:
        """Whether a text that names no colleague may not be stored."""
        return bool(self._held(text, names_pass=self._not_personal))

    def _held(self, text: str, *, names_pass: bool, delicate: bool = False) -> tuple[Finding, ...]:
        findings = self._check(text, delicate=delicate)
        return tuple(f for f in findings if not (names_pass and f.confirmable))

    def plan(self, plan: Plan, rows: tuple[ReadAction, ...]) -> Plan:
        """The plan, every text of it without what is held."""
        places = {row.key: row.location for row in rows}
        listed = self.agencies(plan.agencies)
        codes = {code: agency.code for code, agency in listed.items()}
        texts = {name: getattr(plan, name) for name in PLAN_TEXTS}
        return replace(
            plan,
            **self._texts(texts, PLAN_TEXTS, None, None, names_pass=True),
            agencies=tuple(listed.values()),
            priorities=tuple(self._priority(p) for p in plan.priorities),
            measures=self._measures(plan.measures, None, None),
            actions=tuple(
                _recoded(self._action(a, places.get(a.ref)), codes) for a in plan.actions
            ),
        )

    def agencies(self, agencies: tuple[Agency, ...]) -> dict[str, Agency]:
        """Code read -> agency. One whose name is held gets a code that says nothing of it, since
        codes are made of names."""
        screened: dict[str, Agency] = {}
        for agency in agencies:
            texts = {"name": agency.name} | {f"alias {a}": a for a in agency.aliases}
            clean = self._texts(texts, dict.fromkeys(texts, "Agency"), None, None, names_pass=True)
            aliases = tuple(a for a in agency.aliases if clean[f"alias {a}"] != HELD_BACK)
            code = agency.code
            if clean["name"] == HELD_BACK:
                code = f"HELD{len(screened) + 1}"
                clean["name"] = f"{HELD_BACK} {code}"
            screened[agency.code] = replace(agency, code=code, name=clean["name"], aliases=aliases)
        return screened

    def _priority(self, priority: Priority) -> Priority:
        texts = {name: getattr(priority, name) for name in PRIORITY_TEXTS}
        delicate = priority.code in self._delicate
        clean = self._texts(texts, PRIORITY_TEXTS, None, None, delicate=delicate)
        if clean["name"] == HELD_BACK:  # names tell priorities apart
            clean["name"] = f"{HELD_BACK} {priority.code}"
        measures = self._measures(priority.measures, None, None, of=priority.code)
        return replace(priority, **clean, measures=measures)

    def _measures(
        self,
        measures: tuple[Measure, ...],
        ref: str | None,
        place: dict[str, Any] | None,
        of: str = "",
    ) -> tuple[Measure, ...]:
        """`of`: the action or priority they belong to."""
        return tuple(self._measure(measure, ref, place, of) for measure in measures)

    def _measure(
        self, measure: Measure, ref: str | None, place: dict[str, Any] | None, of: str
    ) -> Measure:
        """Its texts, and the figures of what was: readings and the baseline. A target is what is
        hoped for, and counts nobody yet."""
        texts = {name: getattr(measure, name) for name in MEASURE_TEXTS}
        clean = self._texts(texts, MEASURE_TEXTS, ref, place, delicate=of in self._delicate)
        known = self._readings(measure.known, of, ref, place)
        few = measure.baseline is not None and is_few(measure.baseline)
        if few and self._holds_figures(of):
            clean |= {"baseline": None, "baseline_raw": HELD_BACK}
            self._report_few(of, ref, place)
        return replace(measure, **clean, known=known)

    def _readings(
        self, readings: Iterable[Reading], of: str, ref: str | None, place: dict[str, Any] | None
    ) -> tuple[Reading, ...]:
        """Figures without those so small, in a sensitive subject, that they may identify people."""
        readings = tuple(readings)
        if not self._holds_figures(of):
            return readings
        large = tuple(r for r in readings if not any(map(is_few, counted(r))))
        if len(large) < len(readings):
            self._report_few(of, ref, place)
        return large

    def _report_few(self, of: str, ref: str | None, place: dict[str, Any] | None) -> None:
        if of not in self._reported:
            self.findings.add(SMALL, "must", f"{of}: {LEFT_OUT}", ref=ref, location=place)

    def _further(self, action: Action, place: dict[str, Any] | None) -> tuple[tuple[str, str], ...]:
        """Columns beside the plan: what is held of a heading or its text."""
        clean, delicate = [], action.ref in self._delicate
        for heading, text in action.further:
            head = self._texts({"it": heading}, {"it": "A heading"}, action.ref, place)["it"]
            texts = self._texts({"it": text}, {"it": head}, action.ref, place, delicate=delicate)
            shown = texts["it"]
            if self._holds_figures(action.ref) and small_figure(text):
                shown = HELD_BACK
                message = f"{action.ref}: {head}: {LEFT_OUT}"
                self.findings.add(SMALL, "must", message, ref=action.ref, location=place)
            clean.append((head, shown))
        return tuple(clean)

    def _holds_figures(self, of: str) -> bool:
        """Whether figures of one to four are held of this action or priority."""
        return of in self._delicate and not self._not_personal

    def update(self, update: Update, place: dict[str, Any] | None) -> Update:
        """An update without what is held."""
        texts = {name: getattr(update, name) for name in UPDATE_TEXTS}
        delicate = update.ref in self._delicate
        clean = self._texts(texts, UPDATE_TEXTS, update.ref, place, delicate=delicate)
        readings = self._readings(update.readings, update.ref, update.ref, place)
        if clean == texts and readings == update.readings:
            return update
        return replace(update, **clean, readings=readings)

    def _action(self, action: Action, place: dict[str, Any] | None) -> Action:
        texts = {name: getattr(action, name) for name in ACTION_TEXTS}
        work = {name: getattr(action, name) for name in WORK_TEXTS}
        delicate = action.ref in self._delicate
        clean = self._texts(texts, ACTION_TEXTS, action.ref, place, delicate=delicate)
        clean |= self._texts(work, WORK_TEXTS, action.ref, place, names_pass=True)
        return replace(
            action,
            **clean,
            measures=self._measures(action.measures, action.ref, place, of=action.ref),
            further=self._further(action, place),
        )

    def _texts(
        self,
        texts: Mapping[str, str],
        called: Mapping[str, str],
        ref: str | None,
        place: dict[str, Any] | None,
        *,
        names_pass: bool = False,
        delicate: bool = False,
    ) -> dict[str, Any]:
        """The texts as they may be stored; what is held is reported under the column's name."""
        names_pass = names_pass or self._not_personal
        clean = {}
        for name, text in texts.items():
            if name in REFERENCES and ref_key(text):
                clean[name] = text
                continue
            findings = self._held(text, names_pass=names_pass, delicate=delicate)
            clean[name] = HELD_BACK if findings else text
            for finding in findings[:1]:
                self.findings.add(
                    "personal_data",
                    "must",
                    f"{called[name]}: “{finding.pointer}”: {finding.why} {finding.advice} "
                    "This text is left out; what else stands in the row is kept.",
                    ref=ref,
                    location=place,
                )
        return clean


def _recoded(action: Action, codes: Mapping[str, str]) -> Action:
    leads = tuple(codes.get(code, code) for code in action.leads)
    partners = tuple(codes.get(code, code) for code in action.partners)
    return replace(action, leads=leads, partners=partners)
