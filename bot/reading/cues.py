"""What a text says of the want: its cues, and a want with everything it needs."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.reading.expression import Of, Refs
from bot.reading.extremes import LEAST, is_of_one, place_in
from bot.reading.grammar import Sort
from bot.reading.measured import Reads
from bot.reading.over_time import Stands
from bot.reading.parts import Parts
from bot.reading.safety import says
from bot.reading.tree import EVERY, All, Days, Expression, Not, all_of, any_of, conjuncts, leaves
from bot.reading.wants import Cues, Kind, Reading, Want

DONE = Stands(Status.COMPLETE.value)
JUDGED = (
    any_of(Stands(Status.OFF_TRACK.value), Stands(Status.AT_RISK.value)),
    any_of(Stands(Status.ON_TRACK.value), DONE),
)
"""What speaks against a priority or an agency, and for it: "which is doing worst", "best"."""


def cues_of(parts: Parts, *, about: bool) -> Cues:
    """What the spans say of the want."""
    named = [leaf for a in parts.composed.atoms for leaf in leaves(a.expression)]
    dates = parts.composed.dates
    soon = is_due(parts) and not dates
    themes = {leaf.priority for leaf in named if isinstance(leaf, Of)}
    return Cues(
        parts.wants + _implied(parts),
        tuple(s.value for s in parts.of_sort(Sort.NOUN)) + _leading(parts),
        group=parts.value(Sort.GROUP),
        order=parts.value(Sort.ORDER) or "soonest" * soon,
        refs=parts.has(Sort.REF) or any(isinstance(leaf, Refs) for leaf in named) or about,
        named=bool(themes), about=about or _is_named(parts),
        conditions=0 if is_beside(parts) else parts.conditions,
        agencies=len({getattr(leaf, "agency", "") for leaf in named} - {""}),
        priorities=len(themes), quarters=len(_quarters(parts)), dates=len(dates),
        unknown=len(parts.unknown), counted=counted_thing(parts),
        threshold=_bounds(parts)[0] > 1 or _bounds(parts)[1] > 0, field=ranked_field(parts),
    )  # fmt: skip


def _is_named(parts: Parts) -> bool:
    """Whether actions are meant by their names or by words that are about them."""
    return any(isinstance(atom.expression, Refs) for atom in parts.composed.atoms)


def _quarters(parts: Parts) -> tuple[Quarter, ...]:
    """The quarters said, each once; of "which quarter had more updates" the two that ended last."""
    asked = (span.period.quarter for span in parts.spans if span.period)
    last = Quarter.of(parts.today).previous
    which = any(span.typed in {"which quarter", "what quarter"} for span in parts.spans)
    return tuple(dict.fromkeys(filter(None, asked))) or (last.previous, last) * which


def is_beside(parts: Parts) -> bool:
    """Whether the conditions only tell of what is named: "when must the workshops be ready"."""
    beside = [a for a in parts.composed.atoms if a.side != "about"]
    judged = all(parts.spans[atom.at].sort is Sort.STATUS for atom in beside)
    polar = parts.words[:1] in _POLAR and not parts.has(Sort.NOUN, Sort.NOT, Sort.AGENCY)
    if judged and polar and _ANY.isdisjoint(parts.words[:3]):
        return True
    if not (_is_named(parts) and isinstance(parts.composed.over, All)):
        return False
    asked = {span.value for span in parts.spans}
    past = "history" in asked or parts.has(Sort.EVER)
    ready = all(parts.spans[a.at].value == DONE.status or a.loose in _LOOSE for a in beside)
    standing = all(a.side.removesuffix(" then") in {"status", "overdue", "moves"} for a in beside)
    free = (a.expression for a in beside if a.side != "moves" and a.loose != "we")
    shown = all(isinstance(expression, Reads) for expression in free)
    besides = parts.has(Sort.EXCEPT) and all(atom.agency for atom in beside)
    asks = ("when" in asked and ready) or (past and standing)
    asks = asks or (besides and bool({"who", "partners"} & asked))
    return asks or (shown and "list" not in asked)


_ANY = frozenset({"all", "any", "anyone", "anything", "everything", "something", "there"})
_LOOSE, _POLAR = frozenset({"loose", "we"}), (("is",), ("are",), ("does",), ("do",))


def is_due(parts: Parts) -> bool:
    """Whether what is due is spoken of, and no date takes it ("has to do" is none)."""
    taken = {atom.at for atom in parts.composed.atoms}
    free = (span for place, span in enumerate(parts.spans) if place not in taken)
    return any(s.sort is Sort.DUE and not (s.value or s.typed.endswith(" do")) for s in free)


def _implied(parts: Parts) -> tuple[str, ...]:
    """ "due" and a change are wants when nothing else takes them."""
    beside, than = is_beside(parts), parts.composed.than is not None
    moved = any(span.value == "moved" for span in parts.of_sort(Sort.STATE))
    read = any(isinstance(atom.expression, Reads) for atom in parts.composed.atoms)
    which = [s.value for s in parts.bearing[:2]] == ["list", "action"]  # "which actions did ..."
    two_sides = says("two sides compared", parts.plain)
    several = len(parts.of_sort(Sort.STATUS)) > 1
    implied = {
        "when": is_due(parts) and not parts.has(Sort.ORDER), "moved": moved,
        "measures": beside and read,
        "history": beside and (moved or parts.has(Sort.EVER)),
        "latest": says("words of", parts.plain) and not (which or parts.has(Sort.DUE)),
        # "anything move in safeguarding between Q1 and Q2"
        "changes": {Sort.BECAME, Sort.DATE} <= parts.sorts and not parts.conditions,
        "count": two_sides and several,
        "compare": two_sides and not several and not parts.has(Sort.DATE, Sort.NEITHER, Sort.NOT),
        "better": than and "better" in parts.words,
        "worse": than and "worse" in parts.words,
    }  # fmt: skip
    return tuple(want for want, meant in implied.items() if meant)


def _leading(parts: Parts) -> tuple[str, ...]:
    updated = parts.has(Sort.REF) and any("update" in word for word in parts.words)
    return ("lead",) * parts.has(Sort.ROLE) + ("update",) * updated


def counted_thing(parts: Parts) -> str:
    """ "how many visits": a thing that is counted and is neither action, agency nor update."""
    for place, span in enumerate(parts.bearing):
        rest = parts.bearing[place + 1 : place + 5]
        thing = bool(rest) and rest[0].sort is Sort.UNKNOWN
        if span.value == "count" and thing and all(s.value != "action" for s in rest):
            return rest[0].typed
    return ""


def made(
    parts: Parts, cues: Cues, kind: Kind, over: Expression, asked: Expression = EVERY
) -> Reading:
    """A want with everything it needs, over the expression; `asked` what is said yes or no to."""
    quarters = _quarters(parts)
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
    least, most = _bounds(parts)
    partners = kind is Kind.LEADS and cues.says("count") and "partner" in _roles(parts)
    days = replace(free.days, start=None, label=f"up to {free.label}") if free and up_to else None
    want = Want(
        kind,
        group="action" if cues.field else cues.group or body_of(parts, cues),
        noun=cues.field or ("partner" if partners else _noun(parts)),
        order=cues.order,
        way=cues.says("better") - cues.says("worse"),
        fewest=cues.says("fewest") or any(LEAST in s.values for s in parts.of_sort(Sort.ORDER)),
        least=least if kind is Kind.BY else 0,
        most=most if kind is Kind.BY else 0,
        limit=_limit(parts, cues.order),
        place=place_in(parts.spans),
        base=_among(parts) if kind is Kind.COUNT else EVERY,
        quarters=quarters,
        days=days or (free.days if free and not free.quarter else None),
        whether=asked,
    )
    return Reading(want, over, nobody=parts.composed.nobody)


def _roles(parts: Parts) -> set[str]:
    """The roles that are spoken of."""
    return {span.value for span in parts.of_sort(Sort.ROLE)}


def _bounds(parts: Parts) -> tuple[int, int]:
    """ "Which agencies lead more than five actions", "who leads just one": from how many on, and to
    how many, a group is listed; 0 is no bound."""
    taken = {atom.at for atom in parts.composed.atoms}
    for place, span in enumerate(parts.spans):
        near = (*parts.spans[max(place - 1, 0) : place], *parts.spans[place + 1 : place + 3])
        op = next((s.value for s in near if s.sort is Sort.OP), "")
        op = op or "=" * (place > 0 and (near[0].sort is Sort.ONLY or near[0].typed == "exactly"))
        if span.sort is Sort.NUMBER and span.value.isdigit() and place not in taken and op:
            number = int(span.value)
            least = number + (op == ">") if op in {">", ">=", "="} else 0
            return least, number - (op == "<") if op in {"<", "<=", "="} else 0
    return 0, 0


def _among(parts: Parts) -> Expression:
    """The actions among which is counted: "of those that have reported, how many are red", "what
    share of the overdue ones is ours"."""
    at = next((i for i, s in enumerate(parts.spans) if s.value == "count"), 0)
    start = 0
    if parts.words[:1] not in {("of",), ("out",), ("among",)}:
        behind = [(i, s.typed) for i, s in enumerate(parts.spans) if i > at]
        verbs = [i for i, typed in behind if typed in _VERBS]
        verbs += [i for i, typed in behind if typed.rpartition(" ")[2] in _VERBS]  # "that is"
        start, at = at, verbs[0] if verbs and parts.spans[at].typed.endswith(" of") else 0
    denied = any(s.sort in {Sort.NOT, Sort.EXCEPT, Sort.NEITHER} for s in parts.spans[start:at])
    atoms = parts.composed.atoms
    before = [atom.expression for atom in atoms if start <= atom.at < at]
    return all_of(*before) if before and not denied and len(before) < len(atoms) else EVERY


_VERBS = frozenset({"is", "are", "was", "were", "have", "has", "had", "belong", "belongs"})


def _limit(parts: Parts, order: str) -> int:
    """ "The newest three updates", "the 3 worst": how many are wanted of an order."""
    numbers = [s for s in parts.of_sort(Sort.NUMBER) if s.value.isdigit()]
    latest = any(s.value == "latest" and s.typed.endswith("update") for s in parts.spans)
    latest = latest or "who" in parts.wants  # "who reported last"
    if "latest" in parts.wants and (latest or numbers):  # not "latest, got my 1-1 at 2"
        pairs = (pair for pair in pairwise(parts.bearing) if Sort.WANT in {s.sort for s in pair})
        return next((int(s.value) for pair in pairs for s in pair if s in numbers), int(latest))
    if not order:
        taken = {parts.spans[atom.at] for atom in parts.composed.atoms}
        ends = {"best", "fewest", "most", "worst"} & {*parts.wants}
        judged = len(numbers) == 1 and bool(ends) and not taken & {*numbers}
        heads = (s for s in numbers if judged or s.typed.startswith(("first ", "top ")))
        return next((int(s.value) for s in heads), 0)  # "the first five"
    dated = order in {"last", "next"} and bool(parts.composed.dates)
    of_one = order == "first" and parts.has(Sort.REF, Sort.UNKNOWN)  # "first status of ASB3"
    one = of_one or place_in(parts.spans) > 0 or is_of_one(parts.spans, dated=dated)
    return int(numbers[0].value) if numbers else int(one)


def _noun(parts: Parts) -> str:
    """What is counted: actions (""), agencies, priorities or updates."""
    if {"better", "worse"} & {*parts.wants} and "measures" in parts.wants:
        return "reading"  # "which had worse figures in Q2 than in Q1"
    if "worse" in parts.wants and {"colour", "rag", "rating", "status"} & {*parts.words}:
        return "status"  # "whose colour got worse", not its date
    place = next((i for i, s in enumerate(parts.bearing) if s.value == "count"), None)
    nouns = {span.value for span in parts.of_sort(Sort.NOUN)}
    compared = "compare" in parts.wants and any(s.value == "updated" for s in parts.spans)
    if compared or ("update" in nouns and {"most", "fewest"} & {*parts.wants}):
        return "update"  # "which priority has fewest updates"
    if place is None:  # "which priorities have nothing red": what is listed is what has none
        listed = [s.value for s in parts.spans[:5] if s.sort is Sort.NOUN]
        return listed[0] if listed and listed[0] != "action" else ""
    aside = {Sort.AGENCY, Sort.DATE, Sort.PUNCTUATION}
    rest = [s for s in parts.bearing[place + 1 :] if s.sort not in aside][:2]
    rest = rest or [s for s in parts.bearing if "update" in s.value]  # "Q2 updates - how many"
    noun = next((s.value for s in rest if s.sort is Sort.NOUN), "")
    first = rest[0].typed if rest and rest[0].sort is Sort.STATE else ""
    updates = first.startswith("update") and first != "updated"
    return "update" if updates or noun == "update" else noun if noun != "action" else ""


def of_quarters(days: Days) -> bool:
    """Whether days begin and end with a quarter."""
    starts, ends = days.start, days.end
    whole_start = starts is not None and Quarter.of(starts).starts == starts
    return whole_start and ends is not None and Quarter.of(ends).ends == ends


def ranked_field(parts: Parts) -> str:
    """ "Which action has most partners", "... was updated most": the number that is ranked."""
    places = (i for i, s in enumerate(parts.bearing) if s.value in {"most", "fewest"})
    if (at := next(places, None)) is None:
        return ""
    beside = (*parts.bearing[at + 1 :][:2], *parts.bearing[:at][-1:])  # "has been updated most"
    typed = (word for span in beside for word in (*span.typed.split(), span.value))
    field = next((_FIELDS[word] for word in typed if word in _FIELDS), "")
    others = (*parts.bearing[:at], *parts.bearing[at + 2 :])  # "which action, most agencies"
    nouns = (span for span in others if span.sort in {Sort.NOUN, Sort.WANT})
    spoken = {word for span in nouns for word in (span.value, *span.typed.split())}
    of_bodies = {"agency", "priority", "who"} & spoken and field not in _OF_FIGURES
    return "" if of_bodies else field


def body_of(parts: Parts, cues: Cues) -> str:
    """What is grouped: priorities, agencies by what they lead, or "who supports most" by that."""
    named = parts.has(Sort.AGENCY, Sort.OWN)
    roles = (s for s in parts.of_sort(Sort.ROLE) if s.typed not in _FIELDS)
    supporting = any(role.value == "partner" for role in roles) or cues.says("partners")
    supporting = supporting and not named
    by_theme = "priority" in cues.nouns and not (cues.says("who") and "lead" in cues.nouns)
    return "priority" if by_theme else "partner" if supporting else "agency"


_FIELDS = {name: name for name in ("baseline", "leads", "measures", "moves", "target")}
_FIELDS |= dict.fromkeys(("agency", "partner", "partners", "supporters"), "partners")
_FIELDS |= dict.fromkeys(("reports", "updated", "updates"), "updates") | {"moved": "moves"}
_FIELDS |= dict.fromkeys(("figure", "reading"), "reading") | {"reach": "target", "hit": "target"}
_OF_FIGURES = frozenset({"baseline", "reading", "target"})


def asks_who_does(parts: Parts) -> bool:
    """ "Who's running the knife workshops": whose work it is, called after what it is for."""
    asked = [(span.sort, span.value) for span in parts.bearing[:2]]
    return asked[:1] == [(Sort.WANT, "who")] and asked[1:] in _DOES


_DOES = [[(Sort.WANT, "how")], [(Sort.ROLE, "lead")]]
"""Who "is doing" it, who "runs" it."""
