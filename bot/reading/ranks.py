"""Numbers that are compared between groups: by what they are ranked, and more of one state than of
another."""

from __future__ import annotations

from bot.reading.expression import Expression, all_of
from bot.reading.folding import Atom
from bot.reading.grammar import Sort
from bot.reading.parts import Parts
from bot.reading.wants import Cues, Kind, Reading, Want

_FIELDS = {
    "partners": "partners", "supporters": "partners", "leads": "leads", "measures": "measures",
    "updates": "updates", "reports": "updates", "updated": "updates",
}  # fmt: skip
_MORE = {"more": False, "fewer": True, "less": True}
_STATES = frozenset({"status", "overdue", "moves", "state", "no", "updated"})


def ranked_field(parts: Parts) -> str:
    """ "Which action has most partners", "... was updated most": the number that is ranked."""
    nouns = {span.value for span in parts.spans if span.sort in {Sort.NOUN, Sort.WANT}}
    bearing = [span for span in parts.spans if span.sort is not Sort.FILLER]
    for place, span in enumerate(bearing):
        if (
            span.sort is Sort.WANT
            and span.value in {"most", "fewest"}
            and "action" in nouns
            and "who" not in nouns
        ):
            beside = bearing[place + 1 :] or bearing[:place][::-1]  # "has been updated most"
            return _FIELDS.get(beside[0].typed.rpartition(" ")[2], "") if beside else ""
    return ""


def body_of(parts: Parts, cues: Cues) -> str:
    """What is grouped: priorities, agencies by what they lead, or "who supports most" by that."""
    named = parts.has(Sort.AGENCY, Sort.OWN)
    roles = (s for s in parts.spans if s.sort is Sort.ROLE and s.typed not in _FIELDS)
    supporting = not named and any(role.value == "partner" for role in roles)
    supporting = supporting or (not named and cues.says("partners"))
    return "priority" if "priority" in cues.nouns else "partner" if supporting else "agency"


def outnumbered(parts: Parts, cues: Cues) -> Reading | None:
    """ "Which agencies have more ambers than greens": the groups that do, by both numbers."""
    typed = parts.words
    ways = [way for way in _MORE if way in typed]
    than = next((i for i, s in enumerate(parts.spans) if s.typed.split()[-1:] == ["than"]), None)
    bodies = {"agency", "priority", "lead"} & {*cues.nouns}
    grouped = bool(cues.group or bodies or cues.says("who") or "who" in typed)
    denied = parts.has(Sort.NOT, Sort.EXCEPT, Sort.NEITHER)
    if than is None or denied or not (ways and grouped):
        return None
    if [s.sort for s in parts.spans[than + 1 : than + 2]] == [Sort.NUMBER]:
        return None  # "more than 3 partners"
    states = [atom for atom in parts.composed.atoms if atom.side.split()[0] in _STATES]
    before, after = ([a for a in states if (a.at < than) is first] for first in (True, False))
    if len(before) != 1 or len(after) != 1:
        return None
    rest = tuple(a.expression for a in parts.composed.atoms if a not in states)
    group = cues.group or body_of(parts, cues)
    want = Want(Kind.BY, group=group, fewest=_MORE[ways[0]], than=_with(rest, after[0]))
    return Reading(want, _with(rest, before[0]))


def _with(rest: tuple[Expression, ...], atom: Atom) -> Expression:
    return all_of(*rest, atom.expression)
