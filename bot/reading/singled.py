"""One action meant by what it is called: "the mediation one", "the other one we lead"."""

from __future__ import annotations

from dataclasses import replace

from bot.reading import edits
from bot.reading.claims import offer
from bot.reading.expression import Involves, Of, Refs
from bot.reading.fragments import Fragment
from bot.reading.grammar import Sort
from bot.reading.of_one import want_of
from bot.reading.over_time import Counts, Declared, Reported, Stands, Updated, UpdatedLast
from bot.reading.parts import Parts
from bot.reading.picks import beside
from bot.reading.safety import match_of
from bot.reading.timed import unit_in
from bot.reading.tree import leaves
from bot.reading.wants import TOLD_OF, Kind, Reading, Want


def it_of_ours(fragment: Fragment, before: Reading) -> Reading:
    """ "Where is it at", of "ours" where others are only supported: the one that is led."""
    plan = fragment.parts.index.plan
    own = {part.agency for part in leaves(before.over) if isinstance(part, Involves)}
    led = tuple(ref for ref in before.shown if own & {*plan.action(ref).leads})
    one = fragment.says_it or (fragment.points and "it" in fragment.parts.words)
    if not (one and len(led) == 1 < len(before.shown)):
        return before
    return replace(before, want=Want(Kind.ACTIONS), over=Refs(led), shown=led)


def described(fragment: Fragment, before: Reading) -> tuple[Reading, str] | None:
    """ "Partners on the mediation one?": the action, of the list before or else of the plan, that
    the words at "one" are about, and the text with "that one" there; the question back and ""
    where they fit none; None where they fit several, or narrow the list ("only ours")."""
    parts = fragment.parts
    for place, span in enumerate(parts.spans):
        if span.typed not in {"one", "action"}:
            continue
        behind = match_of("described", parts.text[: span.start].lower())
        about = match_of("about one", parts.text[span.end :].lower())
        other = "other " * (parts.spans[place - 1].typed == "other")
        if about and len(refs := _meant(parts.of(f"{other}{about[1]}"), before)) == 1:
            text = f"{parts.text[: span.start]}that one{about[2]}"  # "the one about taxis"
            return _chosen(refs[0]), text
        named = {s.sort for s in parts.spans[place + 1 : place + 2]} & _NAMING  # "one stop shop"
        if behind and not named and not parts.has(*_LIMITING):
            words_of = parts.of(parts.text[slice(*behind.span(1))])
            called = (s for s in parts.of_sort(Sort.REF) if behind.start(1) <= s.start < span.start)
            refs = tuple(ref for s in called for ref in s.values) or _meant(words_of, before)
            placed = words_of.index.topics.place(words_of.about)
            nowhere = not (refs or placed.priority or placed.offered or beside(fragment, before))
            if nowhere and (words_of.unknown or words_of.idle):
                return _nowhere(parts, before, parts.text[slice(*behind.span(1))].strip()), ""
            text = f"{parts.text[: behind.start(1)]}that one{parts.text[span.end :]}"
            return (_chosen(refs[0]), text) if len(refs) == 1 else None
    return None


_NAMING = frozenset({Sort.UNKNOWN, Sort.PRIORITY, Sort.TAUGHT, Sort.AGENCY, Sort.NOUN})
_LIMITING = (Sort.NOT, Sort.EXCEPT, Sort.ONLY)
_NAMES = _NAMING - {Sort.NOUN} | {Sort.AND, Sort.FILLER, Sort.OWN, Sort.ROLE}


def _meant(words_of: Parts, before: Reading) -> tuple[str, ...]:
    """The actions that words fit: of those listed, by what they are about or by who is in them, or
    of the plan; "the other one" is the other of the two listed."""
    plan, listed = words_of.index.plan, before.listed
    if words_of.words == ("other",):
        return tuple(ref for ref in listed if ref not in before.shown)
    if not words_of.spans or not {span.sort for span in words_of.spans} <= _NAMES:
        return ()
    codes = {code for span in words_of.of_sort(Sort.AGENCY) for code in span.values}
    if words_of.has(Sort.OWN) and words_of.sorts <= {Sort.OWN, Sort.ROLE, Sort.FILLER}:
        return _ours(words_of, before)
    actions = [plan.action(ref) for ref in listed]
    led = tuple(action.ref for action in actions if codes & {*action.leads})
    helped = tuple(action.ref for action in actions if codes & {*action.partners})
    over = words_of.composed.over
    themes = {x.priority for x in leaves(over) if isinstance(x, Of)}
    of_theme = tuple(action.ref for action in actions if action.priority in themes)
    placed = words_of.index.topics.place(words_of.about).refs
    fits = edits.fitting(words_of, listed) or led or helped or of_theme
    if not fits and before.behind and before.behind.shown != listed:
        return _meant(words_of, replace(before.behind, behind=None))
    refs = fits or getattr(over, "refs", placed)
    if not refs and codes:  # "the one in schools", who are an agency too
        refs = edits.fitting(words_of, tuple(action.ref for action in plan.actions))
    return _nearest(refs, words_of, before)


def _ours(words_of: Parts, before: Reading) -> tuple[str, ...]:
    """The actions that the asker leads: of the list before or else of the plan, not those in view
    where another is meant."""
    own, aside = {*words_of.asker.agencies}, before.shown if "other" in words_of.words else ()
    led = [a.ref for a in words_of.index.plan.actions if own & {*a.leads} and a.ref not in aside]
    return tuple(ref for ref in led if ref in before.listed) or tuple(led)


def _nearest(refs: tuple[str, ...], words_of: Parts, before: Reading) -> tuple[str, ...]:
    """Of several actions that words fit the one that the asker leads, or that is under a priority
    in view; else all of them."""
    plan, own = words_of.index.plan, {*words_of.asker.agencies}
    themes = {plan.action(ref).priority for ref in before.shown}
    led = tuple(ref for ref in refs if own & {*plan.action(ref).leads})
    near = tuple(ref for ref in refs if plan.action(ref).priority in themes)
    return next((few for few in (led, near) if len(few) == 1), refs)


def noun_for_one(text: str, before: Reading) -> str:
    """The text with what the question before was about in the place of "one" that stands for no
    action: "which have never had one", of updates; "the new one", of dates; "which one has most",
    of priorities; "and the one before?", of a quarter."""
    moved = any(isinstance(x, Counts) and x.field in {"days", "moves"} for x in leaves(before.over))
    reported = any(isinstance(x, _OF_UPDATES) or x == Stands("") for x in leaves(before.over))
    reported = reported or before.want.noun == "update"
    group = before.want.group if before.want.kind in _GROUPED else ""
    chosen = before.behind is not None and len(before.shown) == 1
    unit, grouped = "" if chosen else unit_in(before), group if group in _GROUPS else ""
    nouns = ("date" * moved, "update" * reported, grouped, unit)
    for noun, name in zip(nouns, ("anew", "one had", "which one", "one in time"), strict=True):
        if noun and (one := match_of(name, text.lower())):
            of_them = " of them" * text.rstrip(" ?").endswith(("most", "fewest", "least"))
            return f"{text[: one.start(1)]}{noun}{text[one.end(1) :].rstrip(' ?')}{of_them}"
    return text


_OF_UPDATES = Declared | Reported | Updated | UpdatedLast
_GROUPED, _GROUPS = {Kind.OVERVIEW, Kind.BY, Kind.RANK}, {"agency", "priority"}


def _chosen(ref: str) -> Reading:
    return Reading(Want(Kind.ACTIONS), Refs((ref,)), shown=(ref,))


def _nowhere(parts: Parts, before: Reading, typed: str) -> Reading:
    """Words that fit no action: which of the few before is meant is asked."""
    want = want_of(parts)
    want = want if want and want.kind in TOLD_OF else Want(Kind.ACTIONS)
    few = 0 < len(before.listed) <= _FEW
    return offer(before.listed, parts, want, typed) if few else Reading(Want(Kind.NOT_UNDERSTOOD))


def of_nothing(fragment: Fragment) -> Reading | None:
    """ "When is it due", of nothing before: which is meant is asked."""
    parts, want = fragment.parts, want_of(fragment.parts)
    asked = fragment.is_subjectless and not parts.has(Sort.ORDER)
    if fragment.it is None or want is None or not asked or want.kind not in TOLD_OF:
        return None
    own = [a.ref for a in parts.index.plan.actions if {*a.leads} & {*parts.asker.agencies}]
    return offer(own if len(own) <= _FEW else (), parts, want, fragment.it.typed)


_FEW = 5  # actions that a question back may offer
