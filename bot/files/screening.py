"""What the disclosure guard holds of a document is left out of what is stored, and reported.

A row is never dropped for it: its reference, status and date stay. The part itself is not quoted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from bot.core.plan import Action, Plan, Update
from bot.disclosure.check import KnownNames, check
from bot.files.imported import Imported, ReadAction
from bot.files.sheet import Findings

HELD_BACK = "[held back]"
"""Stands where a text was left out."""
UPDATE_TEXTS = {
    "note": "Progress",
    "reason": "Reason",
    "corrective_action": "Corrective action",
    "evidence": "Evidence",
}
ACTION_TEXTS = {"text": "Action", "resources_raw": "Resources"}
WORK_TEXTS = {"lead_raw": "Lead", "partners_raw": "Partners", "timescale_raw": "Timescale"}
"""Columns in which an officer's name is their work identity; identifiers are held there too."""


def screened(imported: Imported, known: KnownNames, *, not_personal: bool = False) -> Imported:
    """The document as it may be stored. `not_personal`: whoever imports has confirmed that names
    and small counts in it are not about private persons; identifiers are held all the same."""
    screen = _Screen(known, not_personal)
    plan = screen.plan(imported.plan, imported.actions) if imported.plan else None
    updates = tuple(screen.update(update) for update in imported.updates)
    problems = (*imported.problems, *screen.findings.problems)
    return replace(
        imported, plan=plan, updates=updates, problems=problems, not_personal=not_personal
    )


class _Screen:
    def __init__(self, known: KnownNames, not_personal: bool) -> None:
        self.findings = Findings()
        self._not_personal = not_personal
        # The same words stand in many rows; the answer lasts no longer than the import.
        self._check = lru_cache(maxsize=None)(partial(check, known=known))

    def plan(self, plan: Plan, rows: tuple[ReadAction, ...]) -> Plan:
        """The plan, its actions without what is held."""
        places = {row.key: row.location for row in rows}
        actions = tuple(self._action(a, places.get(a.ref)) for a in plan.actions)
        return replace(plan, actions=actions)

    def update(self, update: Update) -> Update:
        """An update without what is held. While it is read, its id is its row's number."""
        place = {"row": int(update.id)} if update.id.isdigit() else None
        texts = {name: getattr(update, name) for name in UPDATE_TEXTS}
        return replace(update, **self._texts(texts, UPDATE_TEXTS, update.ref, place))

    def _action(self, action: Action, place: dict[str, Any] | None) -> Action:
        texts = {name: getattr(action, name) for name in ACTION_TEXTS}
        work = {name: getattr(action, name) for name in WORK_TEXTS}
        kept = self._texts(texts, ACTION_TEXTS, action.ref, place)
        kept |= self._texts(work, WORK_TEXTS, action.ref, place, names_pass=True)
        measures = tuple(
            replace(m, **self._texts({"text": m.text}, {"text": "Measure"}, action.ref, place))
            for m in action.measures
        )
        return replace(action, **kept, measures=measures)

    def _texts(
        self,
        texts: Mapping[str, str],
        called: Mapping[str, str],
        ref: str,
        place: dict[str, Any] | None,
        *,
        names_pass: bool = False,
    ) -> dict[str, Any]:
        """The texts as they may be stored; what is held is reported under the column's name."""
        names_pass = names_pass or self._not_personal
        kept = {}
        for name, text in texts.items():
            found = [f for f in self._check(text) if not (names_pass and f.confirmable)]
            kept[name] = HELD_BACK if found else text
            for finding in found[:1]:
                self.findings.add(
                    "personal_data",
                    "must",
                    f"{called[name]}: “{finding.pointer}”: {finding.why} {finding.advice} "
                    "This text is left out; the row is kept.",
                    ref=ref,
                    location=place,
                )
        return kept
