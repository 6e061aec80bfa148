"""What is asked of one action: how it stands, how it stood, and whether something holds of it."""

from __future__ import annotations

import re
from dataclasses import replace
from types import UnionType

from bot.reading import safety
from bot.reading.cues import DONE, cues_of, made
from bot.reading.expression import Lacks, Of, Refs
from bot.reading.grammar import Sort
from bot.reading.parts import Parts
from bot.reading.tree import EVERY, Expression, Not, all_of, conjuncts, leaves, negated
from bot.reading.update_words import AUXILIARIES
from bot.reading.wants import ANY, Cues, Kind, Reading, Want, choose


def tells_of_one(parts: Parts) -> bool:
    """ "Is ASB3 red", "sheep signs, July update": what stands beside one named tells of it."""
    named = [part for part in conjuncts(parts.composed.over) if isinstance(part, Refs)]
    one = len(named) == 1 and len(named[0].refs) == 1
    nouns = {span.value for span in parts.of_sort(Sort.NOUN)}
    if {a.side for a in parts.composed.atoms if a.side != "about"} == {"updated"}:
        return one and nouns <= {"update"}
    called = parts.has(Sort.REF) or parts.words[0] in _OF_ONE_THING
    called = called or (parts.words[0] in AUXILIARIES and parts.has(Sort.HAS))
    return one and called and not nouns


_OF_ONE_THING = frozenset({"did", "does", "has", "is", "was"})


def of_one(parts: Parts, cues: Cues) -> Reading:
    """The card of the action, with what was asked of it; its history where that is of the past."""
    over, atoms = parts.composed.over, parts.composed.atoms
    if parts.value(Sort.HAS) in _MEASURED:
        return made(parts, cues, Kind.MEASURES, about_only(over))
    if "was" in parts.words or any(atom.side in _OF_THE_PAST for atom in atoms):
        return made(parts, cues, Kind.HISTORY, about_only(over))
    return made(parts, cues, Kind.ACTIONS, about_only(over), whether(parts))


def want_of(parts: Parts) -> Want | None:
    """The want that a fragment calls for of the actions before it."""
    cues = replace(cues_of(parts, about=True), conditions=0, counted="")
    kind = choose(cues if parts.composed.dates else replace(cues, quarters=0))
    if kind not in {Kind.BY, Kind.RANK} and cues.says("count", "changes", "worse", "better"):
        kind = Kind.COUNT if cues.says("count") else Kind.CHANGES
    kind = Kind.LIST if kind is Kind.ACTIONS else kind
    return made(parts, cues, kind, parts.composed.over).want if kind else None


_MEASURED = frozenset({"baseline", "measure", "reading", "target"})
_OF_THE_PAST = frozenset({"status then", "was", "turned", "updated", "no update", "moves"})


def whether(parts: Parts) -> Expression:
    """What is to be said yes or no to: "is ASB3 overdue", "ASB3 red?"."""
    asks = parts.words[0] in AUXILIARIES or (parts.text.rstrip()[-1:] == "?" and not parts.wants)
    if not asks or parts.composed.unclaimed_not or parts.composed.unplaced:
        return EVERY
    had = Lacks if parts.has(Sort.HAS) else Expression  # "do we have a lead on the cameras"
    rest = (part for part in conjuncts(parts.composed.over) if not _is_named(part))
    return all_of(*(part for part in rest if _is_named(part, had)))


def asks_number(parts: Parts) -> bool:
    """ "What's that as a number": of several how many there are."""
    typed = {span.typed for span in parts.spans if span.value == "measures"}
    return typed == {"number"} and {*parts.wants} <= {"list", "measures"}


def asks_amount(parts: Parts) -> bool:
    """Whether "how many" asks for the figure of one action before, not for actions: "how many so
    far", "how many short of target are we", "how many are we supposed to run"."""
    atoms = [a for a in parts.composed.atoms if a.expression != DONE]
    sides = {a.side for a in atoms if not a.loose}
    aimed = not (_AIMED.isdisjoint(parts.words) or parts.has(Sort.AGENCY, Sort.OP))
    if aimed or (sides and sides <= _OF_TARGET):
        return "of ours" not in parts.plain
    led = parts.value(Sort.ROLE) in {"lead", "partner"} or parts.has(*_OF_MANY)
    ours = parts.has(Sort.OWN) and not parts.unknown  # not "kits we gave out"
    to_go = {"due" for s in parts.spans if s.value == "open"}  # "still to do by march"
    return {a.side for a in atoms} - to_go <= {"about", "state open"} and not (led or ours)


_AIMED = frozenset({"meant", "more", "supposed"})
_OF_TARGET = frozenset({"state beaten", "state met", "state missed target"})
_OF_MANY = (Sort.AGENCY, Sort.GROUP, Sort.PRIORITY, Sort.NOT)


def of_every(parts: Parts, over: Expression) -> tuple[Expression, Expression]:
    """ "Has every action got a lead", "are all the police ones on track": those of which the last
    condition does not hold, and the condition. "Is nothing red": those that are, and that they are
    not. "Is anything red": what was given, and `ANY`; with `EVERY` where nothing is so."""
    conditions = [a for a in parts.composed.atoms if a.side != "about" and not a.agency]
    denied = [part for part in conjuncts(over) if isinstance(part, Not)]
    none = parts.words[0] in AUXILIARIES and {"none", "nothing"} & {*parts.words[1:2]}
    if conditions and none and len(denied) == 1:
        return all_of(*(p for p in conjuncts(over) if p not in denied), denied[0].part), denied[0]
    if conditions and _asks_of_any(parts):
        return over, ANY
    if not conditions or parts.has(Sort.NOT, Sort.EXCEPT, Sort.NEITHER):
        return over, EVERY
    last = conditions[-1]
    if last.expression not in conjuncts(over) or not _asks_of_every(parts, last.at):
        return over, EVERY
    rest = (part for part in conjuncts(over) if part != last.expression)
    return all_of(*rest, negated(last.expression)), last.expression


def _asks_of_any(parts: Parts) -> bool:
    """ "Are any overdue", "have we any reds", "any not started?"; what is to be shown is no such
    thing ("can I see any reds", "any reds")."""
    asks = parts.words[0] in AUXILIARIES or (_ANY & {parts.words[0]} and "?" in parts.text)
    return bool(asks) and not _ANY.isdisjoint(parts.words[:4])


_ANY = frozenset({"any", "anybody", "anyone", "anything", "something"})


def _asks_of_every(parts: Parts, place: int) -> bool:
    """ "Is everything green", and what is to be vouched for: "can I tell the chair that all of the
    police ones are green"; not what is to be shown ("can I see all that are green")."""
    heads = [at for at, span in enumerate(parts.spans[:place]) if _EVERY & {*span.typed.split()}]
    if not (heads and (parts.words[0] in _ASKING | _EVERY or parts.text.rstrip()[-1:] == "?")):
        return False
    before = [span for span in parts.spans[heads[0] + 1 : place] if span.sort is not Sort.NOW]
    if not before and _is_vouched_for(parts, heads[0], place):
        return True
    joined = before and (before[-1].sort is Sort.AND or before[-1].typed == "which")
    verb = before[-1].typed if before else ""
    related = before and before[-1].sort is Sort.AGENCY and parts.words[0] not in _ASKING
    if related and "?" not in parts.text:
        return False  # "everything the police have reported"
    verb = verb if joined or verb in _HAVING else parts.spans[place].typed.partition(" ")[0]
    return verb in _HAVING or (parts.words[0] in AUXILIARIES and heads[0] < _NEAR)


def _is_vouched_for(parts: Parts, head: int, place: int) -> bool:
    """ "All on track?", "tell me if everything's done"; not "show me all reds?", "all overdue?"."""
    others = {s.sort for at, s in enumerate(parts.spans) if at not in (head, place)}
    every, status = parts.spans[head].typed in _EVERY, parts.spans[place]
    well = {*status.values} <= _WELL and not status.typed.endswith("s")
    asked = "?" in parts.text or _CONTRACTED.search(parts.text) or parts.words[0] in AUXILIARIES
    return every and well and bool(asked) and others <= _SPOKEN_OF


_WELL = frozenset({"on_track", "complete", "met", "updated"})
_HAVING = AUXILIARIES | {"got"}
_ASKING = AUXILIARIES | {"am", "can", "confirm", "could", "may", "shall", "should", "would"}
_CONTRACTED = re.compile(r"\b(?:every(?:thing|one)|all)['\u2019]?s\b", re.IGNORECASE)
_SPOKEN_OF = {Sort.AGENCY, Sort.FILLER, Sort.NOUN, Sort.NOW, Sort.PRIORITY, Sort.PUNCTUATION}
_NEAR = 3  # "are all", "do we have every", not "can I see all"
_EVERY = frozenset({"all", "each", "every", "everybody", "everyone", "everything"})


def priced(parts: Parts) -> Reading | None:
    """ "What did the road shows cost", "who pays for ASB3": what the plan says of money for it."""
    if not safety.says("priced", parts.plain) or parts.has(Sort.MONEY):
        return None
    placed = parts.index.topics.place(parts.about)
    refs = tuple(ref for span in parts.of_sort(Sort.REF) for ref in span.values) or placed.refs
    over = Refs(refs) if refs else Of(placed.priority) if placed.priority else None
    if over is None and parts.has(Sort.AGENCY):
        return Reading(Want(Kind.OUTSIDE))  # "how many pounds did the commissioner give fire"
    return Reading(Want(Kind.MONEY), over) if over else None


def about_only(over: Expression, kinds: UnionType | type = Of | Refs) -> Expression:
    """What is named, without the conditions beside it."""
    return all_of(*(part for part in conjuncts(over) if _is_named(part, kinds)))


def _is_named(part: Expression, kinds: UnionType | type = Of | Refs) -> bool:
    return all(isinstance(leaf, kinds) for leaf in leaves(part))
