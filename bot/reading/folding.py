"""Conditions joined by not, or, and: runs of one side, and what stands between them."""

from __future__ import annotations

from dataclasses import field

from bot.core.dataclass import dataclass
from bot.core.status import Status
from bot.reading.calendar import Period
from bot.reading.expression import Of, Refs
from bot.reading.grammar import Sort
from bot.reading.over_time import Stands
from bot.reading.spans import Span
from bot.reading.tree import EVERY, Expression, Not, all_of, any_of, leaves, negated


@dataclass(frozen=True, slots=True)
class Atom:
    """One condition, its side, its place among the spans; `loose`: an agency without a role."""

    expression: Expression
    side: str
    at: int
    loose: str = ""

    @property
    def agency(self) -> bool:
        """Whether it is about an agency's part."""
        return self.side in _ROLES


@dataclass(slots=True)
class Composed:
    """What the spans come to: the expression, and what is left for the want and for claims."""

    over: Expression = EVERY
    atoms: list[Atom] = field(default_factory=list)
    unplaced: list[tuple[Span, ...]] = field(default_factory=list)
    dates: list[Period] = field(default_factory=list)
    than: Period | None = None
    taken_in: set[int] = field(default_factory=set)
    """Places of what is said to be among the actions as well, and so narrows nothing."""
    unclaimed_not: bool = False
    twice: bool = False
    nobody: bool = False
    everybody: bool = False


@dataclass(slots=True)
class _Run:
    """Neighbouring conditions of one side, as they will be joined."""

    side: str
    parts: list[Expression]
    negated: str = ""
    link: str = ""
    every: bool = False

    def joined(self) -> Expression:
        """The run as one expression."""
        both = all_of(*self.parts) if self.every else any_of(*self.parts)
        return negated(both) if self.negated else both


def fold(items: list[Atom | Span], result: Composed, *, together: bool) -> Expression:
    """Conditions joined by not, or, and; `together`: all of several agencies are meant. Notes a
    negation that found nothing to negate."""
    items = _put_before(items)
    runs: list[_Run] = []
    link, negation, opened = "", "", False
    first = next((i for i in items if isinstance(i, Atom) or i.sort is Sort.EXCEPT), None)
    head = isinstance(first, Span)
    for place, (before, item) in enumerate(zip([None, *items], items, strict=False)):
        if isinstance(item, Atom):
            beside = bool(runs) and not (item.agency or _is_except(runs))
            if beside and _is_added(items, place):
                alike = [run for run in runs if _is_alike(run.side, item.side)]
                for run in alike[-1:]:
                    run.parts.append(item.expression)
                if not alike:
                    result.taken_in.add(item.at)
                continue
            if runs and link != "or" and not opened:
                of_them = _is_except(runs) and _is_told(items, runs[-1], item)
                ended = of_them or (negation == "neither" and runs[-1].side != item.side)
                negation = "" if ended else negation
            spreads = negation in _SPREADING
            if negation == "nor":  # of what follows alone, and one with the NEITHER before
                link, negation = "", "neither"
            _place(item, runs, link, negation, together=together)
            link, negation, opened = "", negation if spreads else "", False
        elif item.sort in {Sort.NOT, Sort.EXCEPT, Sort.NEITHER, Sort.NOR}:
            twice = (item.sort, negation, opened) == (Sort.NOT, "except", True)
            if item.sort is Sort.EXCEPT and _is_except(runs):
                link = "or"  # "apart from the amber ones, leave out anything done": neither
            negation, opened = "" if twice else _negation(item, before), True
            result.twice |= twice
        elif item.sort is Sort.ONLY and negation == "not" and opened:
            negation = "include"  # "on target, not just the finished ones"
        elif item.sort is Sort.ONLY and runs and runs[-1].negated == "not":
            link = "only"  # "not fire, just us"
        elif _is_except(runs) and (
            item.typed in {",", ";"}
            or (head and link != "or" and (item.sort is Sort.WANT or item.typed in _QUESTIONS))
            or (item.typed.startswith("that") and link != "or")
        ):
            negation = ""  # "other than the ones fire leads, that have reported": of all of them
            link = "only" if item.sort is Sort.WANT else link  # "fire aside, what do we lead"
        elif item.sort in {Sort.OR, Sort.AND}:
            link = "or" if item.sort is Sort.OR or link == "or" else "and"  # "or with no target"
    result.unclaimed_not = negation == "not" or (
        negation in _SPREADING | {"nor"} and not any(run.negated for run in runs)
    )
    return _clusters(runs)


def _put_before(items: list[Atom | Span]) -> list[Atom | Span]:
    """ "Reds left out", "with the late ones included": said before what it leaves out or takes in,
    as other words for it are."""
    read_as: list[Atom | Span] = []
    begins = 0
    for item in items:
        if isinstance(item, Span) and "behind" in item.values:
            read_as.insert(begins, item)
            continue
        read_as.append(item)
        if isinstance(item, Span) and item.sort in {Sort.AND, Sort.PUNCTUATION}:
            begins = len(read_as)
    return read_as


def _is_alike(first: str, second: str) -> bool:
    """Whether what is said of two sides may be added up: what is complete is not due as well."""
    alike = kind(first) and kind(second)
    return bool(alike) and (first != "due" or second == "overdue")


def _is_added(items: list[Atom | Span], place: int) -> bool:
    """ "Amber ones led by fire. Overdue ones too": a further kind beside the one before; of another
    side, what is among them already."""
    typed = ["-" if isinstance(i, Atom) else i.typed for i in items]
    behind = [w for w in typed[place + 1 :] if w not in {"ones", "actions"}]
    before = [w for w in typed[:place] if w not in _DETERMINERS]
    again = {"ones", "actions"} & {*typed[place + 1 : place + 2]}  # not "red, and overdue as well"
    opens = {*before[-1:]} <= ({*_CLOSING, "and", "plus"} if again else {*_CLOSING, "whether"})
    way = next((way for way in _TOO if behind[: len(way)] == way), None)
    return way is not None and {*behind[len(way) :][:1]} <= _CLOSING and opens


_TOO = (["too"], ["as well"], ["also"], ["included"], ["counted", "in"], ["counted"], ["or", "not"])
_CLOSING = frozenset({".", "?", ",", ";", "(", ")"})
_OTHER = ("other than", "anything but", "anybody but", "anyone but")


def kind(side: str) -> str:
    """What a list may be of: things that are lacking, or how actions stand."""
    first = side.split()[0]
    standing = first in _STANDING and side != "state open"
    return "status" if standing else first if first == "gap" else ""


_DONE = Stands(Status.COMPLETE.value)
_STANDING = frozenset({"status", "due", "overdue", "moves", "state", "turned", "no"})


_QUESTIONS = frozenset({"how", "what", "where", "which", "who"})
_DETERMINERS = frozenset({"the", "what", "those", "any", "anything", "all", "ones"})


def _is_told(items: list[Atom | Span], excepted: _Run, then: Atom) -> bool:
    """ "Anything other than green for fire": a state told of what is theirs; not "other than the
    green ones of fire", where things are named."""
    spans = [item for item in items[: items.index(then)] if isinstance(item, Span)]
    spans = spans[max(i for i, s in enumerate(spans) if s.sort is Sort.EXCEPT) :]
    other = any(s.typed.endswith(_OTHER) for s in spans) and then.side != excepted.side
    return other and excepted.side in ADJECTIVES and not any(s.sort is Sort.NOUN for s in spans)


def _is_except(runs: list[_Run]) -> bool:
    return bool(runs) and runs[-1].negated == "except"


def _negation(item: Span, before: Atom | Span | None) -> str:
    """How far a negation reaches: "led by anyone but X", "who besides X" except these alone."""
    led = isinstance(before, Span) and before.sort is Sort.ROLE and before.value != "either"
    typed = {item.typed.split()[0], *(before.typed.split() if isinstance(before, Span) else ())}
    if item.value == "include":
        return "include"
    if item.sort is Sort.NEITHER or (item.sort is Sort.EXCEPT and (led or typed & _BODIES)):
        return "neither"
    return item.sort.value


_BODIES = frozenset({"agencies", "anybody", "anyone", "else", "organisations", "somebody", "who"})
_ROLES = frozenset({"lead", "partner", "either"})
ADJECTIVES = frozenset({"status", "overdue", "moves", "state open", "state closed"})
"""Sides said in a word: "the overdue and the complete ones" are either."""
_SPREADING = frozenset({"except", "neither"})


def _place(atom: Atom, runs: list[_Run], link: str, negation: str, *, together: bool) -> None:
    """An atom joins the run before it, or begins one of its own."""
    last = runs[-1] if runs else None
    alike = last is not None and link != "only" and _same_side(last, atom, link)
    if last and alike and negation in {"", last.negated}:
        last.every = last.every or (together and atom.side in _ROLES and not negation)
        within = set(leaves(atom.expression)) <= set(leaves(last.parts[-1]))
        if last.every and (link == "or" or within):
            last.parts[-1] = any_of(last.parts[-1], atom.expression)
        else:
            last.parts.append(atom.expression)
        return
    if last and last.negated == "not" and not negation and link == "or":
        negation, link = "not", ""  # "not red or overdue": neither
    runs.append(_Run(atom.side, [atom.expression], negation, link))


def _same_side(run: _Run, atom: Atom, link: str) -> bool:
    """Whether neighbours unite; what is lacking, or stood at another time, only with "or"."""
    first, second = run.side, atom.side
    gaps = first.startswith("gap") and second.startswith("gap")
    if first != second:
        return gaps and link == "or"
    last, new = run.parts[-1], atom.expression
    if run.negated == "not" and last == _DONE and new != _DONE and link != "or":
        return False  # "not done yet and red": it is red
    if first == "about" and not link and {type(last), type(new)} == {Of, Refs}:
        return False  # "the mental health referral route": of the priority, by its words
    if first == "updated" and link != "or":
        return False  # "have reported in Q2 and have had an update": both
    return link == "or" or not first.endswith(" then") or _times(last) == _times(new)


def _times(expression: Expression) -> set[object]:
    """The times a condition speaks of."""
    return {getattr(x, "day", None) or getattr(x, "days", None) for x in leaves(expression)}


def _clusters(runs: list[_Run]) -> Expression:
    """Runs joined: OR holds its neighbours together; two like halves are alternatives."""
    halves = _halves(runs)
    if halves:
        return any_of(*(all_of(*(run.joined() for run in half)) for half in halves))
    runs = [run for run in runs if run.negated != "include"]
    clusters: list[list[Expression]] = []
    group: list[Expression] = []
    for run in runs:
        if run.negated == "except":
            part = (all_of if run.every else any_of)(*run.parts)
            if group and (run.link == "or" or (run.link and run.side in ADJECTIVES)):
                group[-1] = any_of(group[-1], part)
            else:
                group.append(part)
        elif run.link == "or" and clusters:
            clusters[-1].append(run.joined())
        else:
            clusters.append([run.joined()])
    named = [part for part in group if isinstance(part, Refs) and len(part.refs) == 1]
    excepted = [Not(all_of(*(named or group)))] if group else []  # "but the arson one we lead"
    return all_of(*(any_of(*cluster) for cluster in clusters), *excepted)


def _halves(runs: list[_Run]) -> list[list[_Run]]:
    """ "red police ones or amber fire ones": both sides of the OR hold the same kinds."""
    cuts = [place for place, run in enumerate(runs) if run.link == "or"]
    if len(cuts) != 1 or cuts[0] < 2:
        return []
    first, second = runs[: cuts[0]], runs[cuts[0] :]
    shared = {run.side for run in first} & {run.side for run in second}
    return [first, second] if shared and len(second) > 1 else []
