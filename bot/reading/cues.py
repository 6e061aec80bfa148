"""What a text says of the want: its cues, and a want with everything it needs."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.reading.expression import (
    EVERY,
    All,
    Days,
    Expression,
    Not,
    Of,
    Reads,
    Refs,
    Stands,
    all_of,
    conjuncts,
    leaves,
)
from bot.reading.grammar import Sort
from bot.reading.over_time import OF_TARGETS
from bot.reading.parts import Parts
from bot.reading.ranks import body_of, ranked_field
from bot.reading.safety import says
from bot.reading.spans import Span
from bot.reading.verdicts import is_verdict
from bot.reading.wants import Cues, Kind, Reading, Want

DONE = Stands(Status.COMPLETE.value)


def cues_of(parts: Parts, *, about: bool) -> Cues:
    """What the spans say of the want."""
    atoms = parts.composed.atoms
    order = next((s.value for s in parts.spans if s.sort is Sort.ORDER), "")
    most = "most" in parts.wants and any(a.side == "overdue" for a in atoms)
    dates = parts.composed.dates
    bound = [s.period for s in parts.spans if s.period is not None]
    codes = {getattr(leaf, "agency", "") for a in atoms for leaf in leaves(a.expression)} - {""}
    themes = {leaf.priority for a in atoms for leaf in leaves(a.expression) if isinstance(leaf, Of)}
    named_refs = [leaf for a in atoms for leaf in leaves(a.expression) if isinstance(leaf, Refs)]
    topical = any(a.side == "about" and isinstance(a.expression, Refs) for a in atoms)
    return Cues(
        parts.wants + _implied(parts),
        tuple(s.value for s in parts.spans if s.sort is Sort.NOUN) + _leading(parts),
        group=next((s.value for s in parts.spans if s.sort is Sort.GROUP), ""),
        order=order or "overdue" * most or "soonest" * (is_due(parts) and not dates),
        refs=parts.has(Sort.REF) or bool(named_refs) or about,
        named=bool(themes),
        about=about or topical,
        conditions=0 if is_beside(parts) else parts.conditions,
        agencies=len(codes),
        priorities=len(themes),
        quarters=len({p.quarter for p in bound if p.quarter}),
        dates=len(dates),
        unknown=len(parts.unknown),
        counted=counted_thing(parts),
        threshold=_bounds(parts)[0] > 1 or _bounds(parts)[1] > 0,
        field=ranked_field(parts),
    )


def is_beside(parts: Parts) -> bool:
    """Whether the conditions only tell of what is named: "when must the workshops in the schools be
    ready", "why has it gone red"."""
    asked = {s.value if s.sort is Sort.WANT else _EVER.get(s.sort, "") for s in parts.spans}
    atoms = parts.composed.atoms
    named = any(a.side == "about" and isinstance(a.expression, Refs) for a in atoms)
    beside = [a for a in atoms if a.side != "about"]
    if beside and is_verdict(parts, beside):
        return True
    if not named or not beside or not isinstance(parts.composed.over, All):
        return False
    ready = all(a.expression == DONE or a.loose in {"loose", "we"} for a in beside)
    standing = all(a.side.removesuffix(" then") in {"status", "overdue", "moves"} for a in beside)
    shown = all(a.side == "moves" or isinstance(a.expression, Reads) for a in beside)
    shares = ready and parts.has(Sort.NUMBER) and not parts.has(Sort.NOUN)
    asks = {"when": ready, "history": standing, "count": shares}
    return any(asks.get(want, False) for want in asked) or (shown and "list" not in asked)


def lacking_of(parts: Parts, cues: Cues, kind: Kind) -> Expression | None:
    """ "Which agencies have nothing overdue", "... sent nothing at all": what those asked for have
    no action of."""
    over = parts.composed.over
    universal = kind is Kind.BY and not cues.group and over == Stands("")
    if universal:
        return Not(over)
    nots = [s.typed for s in parts.spans if s.sort is Sort.NOT]
    none = _NONE_AT_ALL.search(parts.plain) or {*nots} & _NONE
    denied = [part.part for part in conjuncts(over) if isinstance(part, Not)]
    listed = kind in {Kind.LIST, Kind.BY} and {*cues.nouns} <= {"lead", "action", "agency"}
    asked = listed and (cues.says("who") or "agency" in cues.nouns)
    if not asked or len(nots) != 1 or len(denied) != 1 or not none:
        return None
    return all_of(*(part for part in conjuncts(over) if not isinstance(part, Not)), *denied)


_NONE_AT_ALL = re.compile(r"\bnot (?:\w+ )?(?:any|anything|a single)\b")
_WAYS = frozenset({"better", "worse"})
_EVER = {Sort.EVER: "history"}
_NONE = frozenset({"no", "nothing", "none", "none of", "without"})


def is_due(parts: Parts) -> bool:
    """Whether what is due is spoken of, and no date takes it ("has to do" is none)."""
    taken = {atom.at for atom in parts.composed.atoms}
    due = ((i, s.typed) for i, s in enumerate(parts.spans) if s.sort is Sort.DUE and not s.value)
    places = (i for i, typed in due if not typed.endswith(" do"))
    return not taken.issuperset(places)


def _implied(parts: Parts) -> tuple[str, ...]:
    """ "due" and a change are wants when nothing else takes them."""
    due = is_due(parts)
    moved = any(s.sort is Sort.STATE and s.value == "moved" for s in parts.spans)
    read = any(isinstance(atom.expression, Reads) for atom in parts.composed.atoms)
    of_past = moved or parts.has(Sort.EVER)
    of_one = ("history",) * of_past + ("measures",) * read if is_beside(parts) else ()
    bare = not (parts.has(Sort.STATUS) or parts.unknown or parts.conditions)
    turned = bare and {Sort.BECAME, Sort.DATE} <= {span.sort for span in parts.spans}
    words_of = ("latest",) * says("words of", parts.plain)
    several = [s.sort for s in parts.spans].count(Sort.STATUS) > 1
    compared = several and any(s.typed == "than" for s in parts.spans)
    count = ("count",) * compared  # "more ambers than reds"
    changes = ("changes",) * turned  # "anything move in safeguarding between Q1 and Q2"
    than = parts.composed.than is not None
    way = tuple(word for word in parts.words if than and word in _WAYS)
    return ("when",) * due + ("moved",) * moved + of_one + words_of + changes + count + way


def _leading(parts: Parts) -> tuple[str, ...]:
    updated = parts.has(Sort.REF) and any("update" in span.typed for span in parts.spans)
    return ("lead",) * parts.has(Sort.ROLE) + ("update",) * updated


def counted_thing(parts: Parts) -> str:
    """ "how many visits": a thing that is counted and is neither action, agency nor update."""
    for place, span in enumerate(parts.spans):
        if span.sort is Sort.WANT and span.value == "count":
            rest = [s for s in parts.spans[place + 1 :] if s.sort is not Sort.FILLER]
            if rest and rest[0].sort is Sort.UNKNOWN and not any(
                s.sort is Sort.NOUN and s.value == "action" for s in rest[:4]
            ):  # fmt: skip
                return rest[0].typed
    return ""


def made(parts: Parts, cues: Cues, kind: Kind, over: Expression) -> Reading:
    """A want with everything it needs, over the expression."""
    bound = [s.period for s in parts.spans if s.period is not None]
    quarters = tuple(dict.fromkeys(p.quarter for p in bound if p.quarter))
    free = next(iter(parts.composed.dates), None)
    denied = over != EVERY and all(isinstance(part, Not) for part in conjuncts(over))
    if kind in {Kind.ACTIONS, Kind.PRIORITY} and denied:
        kind = Kind.LIST  # "everything except MH1"
    if kind is Kind.CHANGES and free and of_quarters(free.days):  # "from Q1 to Q2"
        ends = map(Quarter.of, filter(None, (free.days.start, free.days.end)))
        quarters = tuple(dict.fromkeys((*quarters, *ends)))
    if kind is Kind.CHANGES and quarters:
        free = None  # "worse at the end of Q2 than at the end of Q1"
    if kind is Kind.HISTORY and parts.has(Sort.NOW):
        free, quarters = None, ()  # "where were we in June, and where now": all of it
    day = free and kind is Kind.HISTORY and free.start == free.end
    up_to = free and (free.at or day)
    days = replace(free.days, start=None, label=f"up to {free.label}") if free and up_to else None
    want = Want(
        kind,
        group="action" if cues.field else cues.group or body_of(parts, cues),
        noun=cues.field or ("update" if _is_of_updates(parts, kind) else _noun(parts)),
        order=cues.order,
        way=cues.says("better") - cues.says("worse"),
        fewest=cues.says("fewest"),
        least=_bounds(parts)[0] if kind is Kind.BY else 0,
        most=_bounds(parts)[1] if kind is Kind.BY else 0,
        limit=_limit(parts, cues.order),
        base=_among(parts) if kind is Kind.COUNT else EVERY,
        quarters=quarters,
        days=days or (free.days if free and not free.quarter else None),
    )
    return Reading(want, over, nobody=parts.composed.nobody)


def _bounds(parts: Parts) -> tuple[int, int]:
    """ "Which agencies lead more than five actions", "who leads just one": from how many on, and to
    how many, a group is listed; 0 is no bound."""
    taken = {atom.at for atom in parts.composed.atoms}
    for place, span in enumerate(parts.spans):
        near = (*parts.spans[max(place - 1, 0) : place], *parts.spans[place + 1 : place + 3])
        op = next((s.value for s in near if s.sort is Sort.OP), "")
        alone = place > 0 and (near[0].sort is Sort.ONLY or near[0].typed == "exactly")
        op = op or "=" * alone
        if span.sort is Sort.NUMBER and span.value.isdigit() and place not in taken and op:
            number = int(span.value)
            least = number + (op == ">") if op in {">", ">=", "="} else 0
            return least, number - (op == "<") if op in {"<", "<=", "="} else 0
    return 0, 0


def _among(parts: Parts) -> Expression:
    """The actions among which is counted: "of those that have reported, how many are red", "what
    share of the overdue ones is ours"."""
    at = next(
        (i for i, s in enumerate(parts.spans) if s.sort is Sort.WANT and s.value == "count"), 0
    )
    start = 0
    if parts.words[:1] not in {("of",), ("out",), ("among",)}:
        behind = [(i, s.typed) for i, s in enumerate(parts.spans) if i > at]
        verbs = [i for i, typed in behind if typed in _VERBS]
        verbs = verbs or [
            i for i, typed in behind if typed.rpartition(" ")[2] in _VERBS
        ]  # "that is"
        start, at = at, verbs[0] if verbs and parts.spans[at].typed.endswith(" of") else 0
    denied = any(s.sort in {Sort.NOT, Sort.EXCEPT, Sort.NEITHER} for s in parts.spans[start:at])
    atoms = parts.composed.atoms
    before = [atom.expression for atom in atoms if start <= atom.at < at]
    return all_of(*before) if before and not denied and len(before) < len(atoms) else EVERY


_VERBS = frozenset({"is", "are", "was", "were", "have", "has", "had", "belong", "belongs"})


def _limit(parts: Parts, order: str) -> int:
    """ "the newest three updates": how many are wanted of an order."""
    numbers = [s.value for s in parts.spans if s.sort is Sort.NUMBER and s.value.isdigit()]
    latest = (s.typed for s in parts.spans if s.sort is Sort.WANT and s.value == "latest")
    if any(typed.endswith("update") for typed in latest) and "latest" in parts.wants:
        return 1
    if not order:
        return next((int(s.value) for s in parts.spans if _is_head(s)), 0)
    one = any(s.sort is Sort.NOUN and s.typed in {"action", "update"} for s in parts.spans)
    one = one or _SINGULAR.search(parts.plain) is not None
    return int(numbers[0]) if numbers else int(one) * (3 if order in OF_TARGETS else 1)


def _is_head(span: Span) -> bool:
    """ "the first five": how many are wanted, whatever the order."""
    return span.sort is Sort.NUMBER and span.typed.startswith(("first ", "top "))


_SINGULAR = re.compile(r"\b(?:which|who) (?:has|is|was)\b|\bwhich one\b")


def _noun(parts: Parts) -> str:
    """What is counted: actions (""), agencies, priorities or updates."""
    place = next((i for i, s in enumerate(parts.spans) if s.value == "count"), None)
    if place is None:
        return _without_any(parts)
    rest = [s for s in parts.spans[place + 1 :] if s.sort is not Sort.FILLER]
    first = rest[0] if rest else None
    if first is None:
        return ""
    noun = next((s.value for s in rest[:2] if s.sort is Sort.NOUN), "")
    updates = first.sort is Sort.STATE and first.typed.startswith("update")
    return "update" if updates or noun == "update" else noun if noun != "action" else ""


def _is_of_updates(parts: Parts, kind: Kind) -> bool:
    """Whether updates are counted: "how often was ASB3 updated", "which priority has most"."""
    typed = [span.typed for span in parts.spans if span.value != "no update"]
    return kind is Kind.COUNT and parts.has(Sort.REF) and any("update" in way for way in typed)


def _without_any(parts: Parts) -> str:
    """ "which priorities have nothing red": what is listed is what has none."""
    nouns = [s.value for s in parts.spans[:5] if s.sort is Sort.NOUN]
    return nouns[0] if nouns and nouns[0] != "action" else ""


def of_quarters(days: Days) -> bool:
    """Whether days begin and end with a quarter."""
    starts, ends = days.start, days.end
    whole_start = starts is not None and Quarter.of(starts).starts == starts
    return whole_start and ends is not None and Quarter.of(ends).ends == ends
