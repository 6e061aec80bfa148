"""What a fragment says anew: conditions of its own, or those that the reading before lends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reading.edits import PARTS, ROLES, mapped, with_role
from bot.reading.expression import (
    EVERY,
    Counts,
    Expression,
    Involves,
    Leads,
    Not,
    Of,
    Refs,
    all_of,
    any_of,
    leaves,
)
from bot.reading.grammar import Sort
from bot.reading.tokens import words
from bot.reading.wants import Reading

if TYPE_CHECKING:
    from bot.reading.parts import Parts


def said_anew(parts: Parts, before: Reading) -> Expression:
    """What the fragment says: its conditions, with the role before where it names none."""
    over = parts.composed.over
    beside = compared(parts, before) or their_own(parts, before)
    if beside is not None:
        return beside
    if parts.unknown and over == EVERY:
        placed = parts.index.topics.place(parts.about)
        over = (
            Refs(placed.refs) if placed.refs else Of(placed.priority) if placed.priority else over
        )
    it = _ONE_THING & {s.typed for s in parts.spans if s.sort is Sort.THOSE}
    telling = over != EVERY and all(atom.side == "about" for atom in parts.composed.atoms)
    if it and telling and not parts.has(*_NAMES):
        return EVERY  # "what is stopping it": the words tell of it, they choose nothing
    loose = any(atom.loose == "loose" for atom in parts.composed.atoms)
    if over == EVERY and is_same_agency(parts):
        role = next(s.value for s in parts.spans if s.sort is Sort.ROLE)
        return with_role(before.over, role)
    if loose:
        part = next((type(x) for x in leaves(before.over) if isinstance(x, PARTS)), Leads)
        return mapped(over, lambda x: part(x.agency) if isinstance(x, Involves | Leads) else x)
    return over


_ONE_THING = frozenset({"it", "its", "this", "that"})
_NAMES = (Sort.REF, Sort.PRIORITY, Sort.TAUGHT)


def is_same_agency(parts: Parts) -> bool:
    """ "and as partner", "in which is it a partner?": the agency before, unless it is asked who."""
    who = any(s.sort is Sort.WANT and s.value in {"who", "partners"} for s in parts.spans)
    same = parts.has(Sort.ROLE) and not (who or parts.composed.atoms)
    return same and all(s.typed in _AGENCY for s in parts.spans if s.sort is Sort.THOSE)


_AGENCY = frozenset({"it", "they"})


def compared(parts: Parts, before: Reading) -> Expression | None:
    """ "more than five?" after "more than four partners"."""
    number = next((s.value for s in parts.spans if s.sort is Sort.NUMBER), "")
    op = next((s.value for s in parts.spans if s.sort is Sort.OP), "")
    counts = next((leaf for leaf in leaves(before.over) if isinstance(leaf, Counts)), None)
    if counts is None or parts.composed.atoms:
        return None
    if "none" in words(parts.text):
        return Counts(counts.field, "=", 0)
    return Counts(counts.field, op, int(number)) if number.isdigit() and op else None


def their_own(parts: Parts, before: Reading) -> Expression | None:
    """ "do they lead anything else": the agencies that lead what was shown."""
    they = any(s.sort is Sort.THOSE and s.typed in {"they", "them"} for s in parts.spans)
    role = next((s.value for s in parts.spans if s.sort is Sort.ROLE), "")
    who = any(s.sort is Sort.WANT and s.value == "who" for s in parts.spans)
    if not (they and role and len(before.shown) == 1) or who or parts.composed.atoms:
        return None
    shown = parts.index.plan.action(before.shown[0])
    made = any_of(*(ROLES[role](code) for code in shown.leads))
    other = "else" in words(parts.text)
    return all_of(made, Not(Refs(before.shown))) if other else made
