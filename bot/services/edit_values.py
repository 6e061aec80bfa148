"""What the form of an action holds -> the action: nothing here is stored."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.core.errors import Invalid, Unlikely
from bot.core.plan import OFFICIAL, Action, Basis, Measure, Plan
from bot.core.progress import show_date
from bot.files.dates import parse_timescale
from bot.files.measures import read_figures
from bot.files.sheet import Cell
from bot.files.written_days import Due
from bot.messages.editing import ActionEdit

FIELDS = {
    "text": "wording", "leads": "lead", "partners": "partners", "timescale": "date as written",
    "measure": "measure", "target": "target", "basis": "how its figures add up",
    "profile": "expected by quarter", "marking": "marking",
}  # fmt: skip
"""The fields of the form, and what they are called."""
_NUMBERED = re.compile(r"^(?P<stem>.*?)(?<!\d)(?P<number>\d{1,9})$")


def as_it_is(plan: Plan, action: Action, address: str, edition: int) -> ActionEdit:
    """What the form shows when it is opened."""
    first = action.measures[0] if action.measures else Measure("", "")
    target = "" if first.target is None else f"{first.target:g}"
    return ActionEdit(
        ref=address,
        edition=edition,
        text=action.text,
        leads="; ".join(map(plan.called, action.leads)),
        partners="; ".join(map(plan.called, action.partners)),
        timescale=action.timescale_raw or (action.due.isoformat() if action.due else ""),
        measure=first.text,
        target=first.target_raw or target,
        basis=first.basis or "",
        profile=" ".join(f"{share:.0%}" for share in first.profile),
        marking=action.marking or OFFICIAL,
    )


def edited(
    plan: Plan, action: Action, edit: ActionEdit, changed: Sequence[str], today: date
) -> Action:
    """The action with what was changed. The plan's own date stays beside the record of a move.
    Raises Invalid, Unlikely (under their fields)."""
    if "text" in changed:
        action = replace(action, text=_worded(edit))
    if "leads" in changed:
        action = replace(action, leads=codes(plan, "leads", edit.leads), lead_raw=edit.leads)
    if "partners" in changed:
        named = codes(plan, "partners", edit.partners)
        action = replace(action, partners=named, partners_raw=edit.partners)
    if "timescale" in changed:
        due = due_of(plan, edit, today)
        action = replace(action, timescale_raw=edit.timescale)
        action = action if action.due else replace(action, due=due.day, due_basis=due.basis)
    if {"measure", "target", "basis", "profile"} & set(changed):
        action = replace(action, measures=_measured(action, edit))
    return action


def added(plan: Plan, edit: ActionEdit, today: date) -> Action:
    """A new action of the plan, under the next free reference of its priority. Raises Invalid,
    Unlikely (under their fields)."""
    priority = plan.priority(edit.priority)
    bare = Action(next_ref(plan, priority.code), priority.code, "", marking=edit.marking)
    wanted = [name for name in FIELDS if name not in {"text", "marking"} and getattr(edit, name)]
    return edited(plan, bare, edit, ["text", *wanted], today)


def next_ref(plan: Plan, code: str) -> str:
    """The reference after the last of a priority, in the way its others are written; one that was
    ever used is not used again."""
    own = [m for a in plan.actions if a.priority == code and (m := _NUMBERED.match(a.ref))]
    stems = Counter(match["stem"] for match in own)
    joint = "." if re.fullmatch(r"P\d+", code) else ""
    stem = stems.most_common(1)[0][0] if stems else f"{code}{joint}"
    number = max((int(m["number"]) for m in own if m["stem"] == stem), default=0) + 1
    width = max((len(m["number"]) for m in own if m["stem"] == stem), default=1)
    while plan.find(f"{stem}{number:0{width}}"):
        number += 1
    return f"{stem}{number:0{width}}"


def codes(plan: Plan, field: str, names: str) -> tuple[str, ...]:
    """The codes of agencies typed as names or codes with ";" between them. Raises Invalid."""
    named = []
    for name in filter(None, map(str.strip, names.split(";"))):
        agency = plan.agency_named(name)
        if agency is None:
            raise Invalid(
                field,
                f"The plan names no agency '{name}'.",
                "Type names or codes of its agencies, with a semicolon between two.",
            )
        named.append(agency.code)
    return tuple(dict.fromkeys(named))


def due_of(plan: Plan, edit: ActionEdit, today: date) -> Due:
    """The day a date as written means. Raises Invalid when it means none, Unlikely when it is past
    or before the plan begins and the writer has not said that it is right."""
    due = parse_timescale(Cell(edit.timescale), plan.starts, plan.ends)
    if due.day is None:
        raise Invalid(
            "timescale",
            f"'{edit.timescale}' is no date that I can read.",
            "Type for example 30 September, Q3 or by the end of the year.",
        )
    if due.day < max(today, plan.starts) and (mark := f"due={due.day}") not in edit.sure:
        before = due.day < plan.starts
        when = f"before the plan begins ({show_date(plan.starts)})" if before else "in the past"
        question = f"The due date {show_date(due.day)} is {when}. Is it right?"
        raise Unlikely({"timescale": question}, [mark])
    return due


def _worded(edit: ActionEdit) -> str:
    if not edit.text:
        raise Invalid("text", "An action needs its wording.", "Say what is to be done.")
    return edit.text


def _measured(action: Action, edit: ActionEdit) -> tuple[Measure, ...]:
    """The measures with the first one as it is worded now."""
    if not edit.measure:
        of_one = edit.target or edit.basis or edit.profile
        problem = "This needs its measure." if of_one else "A measure is not taken away."
        raise Invalid("measure", problem, "Say what is counted.")
    first, *others = action.measures or (Measure(f"{action.ref}/1", ""),)
    figures = read_figures(edit.measure, first.baseline_raw, edit.target)
    named = replace(first, text=edit.measure)
    if edit.target != first.target_raw or not first.text:
        named = replace(named, target=figures.target, target_raw=edit.target)
    if not first.text:
        named = replace(named, unit=figures.unit, direction=figures.direction)
    basis = Basis(edit.basis) if edit.basis else None
    return (replace(named, basis=basis, profile=_profile(edit.profile)), *others)


def _profile(text: str) -> tuple[float, ...]:
    """ "10% 20% 80% 100%" -> the shares of the target. Raises Invalid."""
    shares = [int(number) for number in re.findall(r"\d{1,3}", text)]
    if text and (len(shares) != 4 or shares != sorted(shares) or shares[-1] != 100):
        raise Invalid(
            "profile",
            f"'{text}' is not what is expected by the end of each of the four quarters.",
            "Type four per cents of the target that grow to 100, for example 10 20 80 100.",
        )
    return tuple(share / 100 for share in shares)
