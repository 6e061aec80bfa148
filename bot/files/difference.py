"""What a document changes in the plan that is held, before anything is stored.

Actions are paired by wording and reference: the same reference with other wording is a rewording
while they are alike, and a question when they are not; the same wording under another reference is
a renumbering. What is worded as before keeps the values that were understood before, so that a file
brought back unchanged changes nothing.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rapidfuzz import fuzz

from bot.core.dataclass import dataclass
from bot.core.plan import Action, Plan, ref_key
from bot.files.alike import Index

ALIKE, SURELY = 55.0, 90.0
"""Similarity of two texts from which they may be the same action, and surely are."""
ASKED = frozenset({"renumbered", "ref_reused"})
"""Kinds that are never taken without being asked for."""
KINDS = (
    "ref_reused", "gone", "renumbered", "moved", "lead", "reworded", "target", "priority",
    "partners", "details", "marking", "added",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: its kind, the reference, what was and what comes. `asks`: it needs a
    confirmation; `note`: what follows from it."""

    kind: str
    ref: str
    before: str | None
    after: str | None
    asks: bool = False
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        """With the field names of the contract."""
        return {
            "kind": self.kind,
            "ref": self.ref,
            "before": self.before,
            "after": self.after,
            "asks": self.asks,
            "note": self.note,
        }

    @property
    def key(self) -> str:
        """Names this change among those of a document: "moved:ASB3"."""
        return f"{self.kind}:{self.ref}"

    @property
    def marked(self) -> str:
        """The text that comes, words that are new in *stars* and those that go in ~waves~."""
        return marked_words(self.before or "", self.after or "")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which action of the document is which held one."""

    same: tuple[tuple[Action, Action], ...]
    renumbered: tuple[tuple[Action, Action], ...]
    reused: tuple[tuple[Action, Action], ...]
    """The same reference, another text."""
    added: tuple[Action, ...]
    gone: tuple[Action, ...]


def pair(before: Plan, after: Plan, made_up: frozenset[str] = frozenset()) -> Pairs:
    """Pair two versions' actions. `made_up`: references of `after` the document did not give."""
    held, fresh = ({a.ref: a for a in plan.actions} for plan in (before, after))
    same: list[tuple[Action, Action]] = []
    renumbered: list[tuple[Action, Action]] = []
    for ways in (_by_wording, _by_reference, _by_likeness):
        for one, other in ways(held, list(fresh.values()), made_up):
            given = other.ref not in made_up and one.ref != other.ref
            (renumbered if given else same).append((one, other))
            del held[one.ref], fresh[other.ref]
    again = [ref for ref in fresh if ref in held and ref not in made_up]
    reused = tuple((held.pop(ref), fresh.pop(ref)) for ref in again)
    gone, added = tuple(held.values()), tuple(fresh.values())
    return Pairs(tuple(same), tuple(renumbered), reused, added, gone)


Matches = Iterator[tuple[Action, Action]]


def _by_wording(
    held: Mapping[str, Action], fresh: list[Action], made_up: frozenset[str]
) -> Matches:
    texts: dict[str, list[Action]] = {}
    for action in held.values():
        texts.setdefault(plain(action.text), []).append(action)
    for other in fresh:
        likely = texts.get(plain(other.text), [])
        last_year = [a for a in likely if _last_years(a, other)]
        own = next((a for a in likely if a.ref == other.ref), None)
        match = own or next(iter(last_year), None) or (likely[0] if len(likely) == 1 else None)
        if match is None and likely and other.ref in made_up:
            match = next((a for a in likely if a.priority == other.priority), likely[0])
        if match is not None:
            likely.remove(match)
            yield match, other


def _last_years(action: Action, other: Action) -> bool:
    """Whether the document itself says that `other` was `action` before."""
    return bool(other.previous_ref) and action.ref == (
        ref_key(other.previous_ref) or other.previous_ref
    )


def _by_reference(
    held: Mapping[str, Action], fresh: list[Action], made_up: frozenset[str]
) -> Matches:
    for other in fresh:
        former = ref_key(other.previous_ref) or other.previous_ref
        own = held.get(former) or (None if other.ref in made_up else held.get(other.ref))
        stated = own is not None and bool(former) and own.ref == former
        if own is not None and (stated or likeness(own.text, other.text) >= ALIKE):
            yield own, other


def _by_likeness(
    held: Mapping[str, Action], fresh: list[Action], _made_up: frozenset[str]
) -> Matches:
    index = Index({ref: plain(action.text) for ref, action in held.items()})
    for other in fresh:
        ref = index.likest(plain(other.text), fuzz.ratio, SURELY)
        if ref is not None:
            index.take(ref)
            yield held[ref], other


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 100; a text that holds the other whole is alike."""
    return max(
        fuzz.ratio(plain(one), plain(other)), fuzz.token_set_ratio(plain(one), plain(other)) * 0.95
    )


def plain(text: str) -> str:
    """A text as it is compared: small letters, single spaces, without its last stop."""
    return re.sub(r"\s+", " ", text).strip(" .;").lower()


def changes(before: Plan, after: Plan, pairs: Pairs, reported: Iterable[str] = ()) -> list[Change]:
    """Every difference, the gravest kinds first. `reported`: references that have updates. Where a
    file lacks half of the actions, an agency's cut for instance, no action goes unasked."""
    with_updates = set(reported)
    in_part = len(pairs.gone) * 2 >= len(before.actions)
    changed = [
        c for one, other in (*pairs.same, *pairs.renumbered) for c in _of(before, after, one, other)
    ]
    changed += [
        Change("renumbered", one.ref, one.ref, other.ref, True, "its history goes along")
        for one, other in pairs.renumbered
    ]
    changed += [
        Change(
            "ref_reused", one.ref, one.text, other.text, True, "other work under a used reference"
        )
        for one, other in pairs.reused
    ]
    changed += [Change("added", action.ref, None, action.text) for action in pairs.added]
    note = "the file may be a part of the plan" if in_part else "its history stays readable"
    changed += [
        Change("gone", a.ref, a.text, None, in_part or a.ref in with_updates, note)
        for a in pairs.gone
    ]
    return sorted(changed, key=lambda change: KINDS.index(change.kind))


def _of(before: Plan, after: Plan, one: Action, other: Action) -> Iterator[Change]:
    if plain(one.text) != plain(other.text):
        yield Change("reworded", one.ref, one.text, other.text)
    if one.leads != other.leads and one.lead_raw != other.lead_raw:
        yield Change("lead", one.ref, _lead(before, one), _lead(after, other))
    if one.partners != other.partners and one.partners_raw != other.partners_raw:
        yield Change("partners", one.ref, one.partners_raw, other.partners_raw)
    if one.due != other.due and not _same_text(one.timescale_raw, other.timescale_raw):
        yield Change("moved", one.ref, _when(one), _when(other), note="moved by import")
    if _measures(one) != _measures(other):
        yield Change("target", one.ref, _measured(one), _measured(other))
    if _called(before, one) != _called(after, other):
        yield Change("priority", one.ref, _called(before, one), _called(after, other))
    if other.marking and other.marking != one.marking:
        yield Change("marking", one.ref, one.marking or None, other.marking)
    if (_beside(one), one.resources_raw) != (_beside(other), other.resources_raw):
        yield Change("details", one.ref, _details(one), _details(other))


def _same_text(one: str, other: str) -> bool:
    return bool(plain(one)) and plain(one) == plain(other)


def _lead(plan: Plan, action: Action) -> str:
    return action.lead_raw or ", ".join(map(plan.called, action.leads))


def _when(action: Action) -> str | None:
    return action.due.isoformat() if action.due else action.timescale_raw or None


def figure(raw: str, value: float | None) -> str:
    """A figure as it is compared: as written, else the number."""
    return plain(raw) or ("" if value is None else f"{value:g}")


def _measures(action: Action) -> list[tuple[str, str, str]]:
    return [
        (plain(m.text), figure(m.baseline_raw, m.baseline), figure(m.target_raw, m.target))
        for m in action.measures
    ]


def _measured(action: Action) -> str:
    return "; ".join(
        f"{m.text}: {m.target_raw or m.target or 'no target'}" for m in action.measures
    )


def _called(plan: Plan, action: Action) -> str:
    return next((plain(p.name) for p in plan.priorities if p.code == action.priority), "")


def _beside(action: Action) -> list[tuple[str, str]]:
    """Further fields as they are compared: the order of a file's columns says nothing."""
    return sorted((plain(heading), plain(text)) for heading, text in action.further)


def _details(action: Action) -> str:
    texts = [f"{heading}: {text}" for heading, text in action.further]
    return "; ".join([*texts, action.resources_raw] if action.resources_raw else texts)


def marked_words(before: str, after: str) -> str:
    """Both texts as one: words that go in ~waves~, words that come in *stars*."""
    old, new = before.split(), after.split()
    parts: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(" ".join(old[a:b]))
            continue
        parts += [f"~{' '.join(old[a:b])}~"] if b > a else []
        parts += [f"*{' '.join(new[c:d])}*"] if d > c else []
    return " ".join(parts)
