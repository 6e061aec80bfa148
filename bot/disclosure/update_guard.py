"""The guard at the door: every free text of an update, checked before it is stored or posted.

Takes a draft and the plan it belongs to; holds what the disclosure guard finds, field by field.
What names a person or counts very few may be confirmed by the writer as not personal; identifiers
may not. A confirmation covers the parts that were shown, and nothing typed afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from bot.core.errors import HeldByGuard, Invalid
from bot.core.figures import parse_share
from bot.core.members import Member
from bot.core.plan import Action, Plan, Priority
from bot.core.reporting import TEXTS, ProgressDraft
from bot.core.unseen import without_unseen
from bot.disclosure.check import Finding, KnownNames, check, finding
from bot.disclosure.patterns import Pattern

SHOWN = 3
"""Findings named under one field: more would hide the first."""
_DELICATE = Pattern(
    r"\b(?:domestic|safeguard|sexual|exploit|mental|slavery|traffick|hate|suicid)", re.I
)


def known_in(
    plan: Plan, people: Iterable[Member] = (), area: frozenset[str] = frozenset()
) -> KnownNames:
    """What may be named: the plan's agencies and priorities, names of its `area`, and the whole
    names of confirmed members among `people` (work identities, which the bot holds anyway).
    Somebody who waits to be confirmed chose their name themselves."""
    names = {name for a in plan.agencies for name in (a.code, a.name, *a.aliases)}
    names |= {name for p in plan.priorities for name in (p.name, p.short, *p.aliases)}
    names |= {m.name for m in people if m.confirmed and len(m.name.split()) > 1}
    refs = frozenset(action.ref for action in plan.actions)
    return KnownNames(frozenset(name for name in names if name), area, refs, plan.ends.year)


def delicate_in(plan: Plan) -> frozenset[str]:
    """References of a plan's actions, and codes of its priorities, about sensitive subjects."""
    refs = {action.ref for action in plan.actions if is_delicate(plan, action)}
    return frozenset(refs | {p.code for p in plan.priorities if _is_delicate(p)})


def is_delicate(plan: Plan, action: Action) -> bool:
    """Whether counts of one to four could identify somebody: sensitive subjects and markings.

    Common practice in published statistics is to suppress counts under five in such subjects.
    """
    priority = next((p for p in plan.priorities if p.code == action.priority), None)
    return plan.is_sensitive(action) or bool(priority and _is_delicate(priority))


def _is_delicate(priority: Priority) -> bool:
    return bool(_DELICATE.search(priority.short))


def is_few(value: float) -> bool:
    """A count small enough to point at somebody: one to four."""
    return 1 <= value <= 4


def guard(
    draft: ProgressDraft, plan: Plan, action: Action, known: KnownNames, salt: Callable[[], bytes]
) -> tuple[str, ...]:
    """Let a draft pass, or raise HeldByGuard. `salt`: the secret of its fingerprints, asked for
    when something is found.

    Returns the kinds the writer confirmed as not personal."""
    parts_by_field = findings(draft, plan, action, known)
    if not parts_by_field:
        return ()
    secret = salt()
    held = {
        name: rest
        for name, parts in parts_by_field.items()
        if (rest := _unconfirmed(parts, draft, secret))
    }
    if held:
        remarks = {name: _advice(parts) for name, parts in held.items()}
        parts = _flat(held)
        prints = [part.fingerprint(secret) for part in parts if part.confirmable]
        raise HeldByGuard(remarks, parts, prints)
    return tuple(sorted({part.kind for part in _flat(parts_by_field)}))


def findings(
    draft: ProgressDraft, plan: Plan, action: Action, known: KnownNames
) -> dict[str, tuple[Finding, ...]]:
    """Field -> what is found there; fields without findings are left out."""
    delicate = is_delicate(plan, action)
    fields = {name: check(getattr(draft, name), known=known, delicate=delicate) for name in TEXTS}
    fields |= {f"reading:{m}": _figure(text, delicate) for m, text in draft.readings}
    return {name: parts for name, parts in fields.items() if parts}


def safe(typed: Mapping[str, str], known: KnownNames, *, delicate: bool = False) -> dict[str, str]:
    """The fields of a form without those the guard would hold: what a draft may keep. `delicate`:
    they are about a sensitive subject, in which small figures are held too, and what is no figure
    ("two or so")."""
    return {name: text for name, text in typed.items() if not _held(name, text, known, delicate)}


def _held(name: str, text: str, known: KnownNames, delicate: bool) -> bool:
    if name.startswith("reading"):
        unread = delicate and bool(text.strip()) and not _counted(text)
        return unread or bool(_figure(text, delicate))
    return bool(check(text, known=known, delicate=delicate))


def _unconfirmed(
    parts: tuple[Finding, ...], draft: ProgressDraft, salt: bytes
) -> tuple[Finding, ...]:
    return tuple(f for f in parts if not (f.confirmable and f.fingerprint(salt) in draft.confirmed))


def _figure(text: str, delicate: bool) -> tuple[Finding, ...]:
    """What a figure gives away: a number somebody is reached by, or how few they are."""
    return check(text) + (small_figure(text) if delicate else ())


def small_figure(text: str) -> tuple[Finding, ...]:
    """A figure of one to four however it is written: "2.0", "+2", "£2", "2 %"."""
    few = any(map(is_few, _counted(text)))
    return (finding("small_cell", text, 0, len(text)),) if few else ()


def _counted(text: str) -> tuple[float, ...]:
    """What a figure counts; of a share ("2 of 9") its part, the rest and all of them."""
    try:
        share = parse_share(without_unseen(text))
    except Invalid:
        share = None
    if share is not None:
        return share.counted
    value = _value(text)
    return () if value is None else (value,)


def _value(text: str) -> float | None:
    bare = without_unseen(text).strip().lstrip("+£$€ ").rstrip("% ").replace(",", "")
    try:
        return float(bare)
    except ValueError:
        return None


def _flat(fields: Mapping[str, tuple[Finding, ...]]) -> tuple[Finding, ...]:
    return tuple(part for parts in fields.values() for part in parts)


def _advice(parts: tuple[Finding, ...]) -> str:
    """Which parts, why, and how to say it safely. Parts are pointed at, not repeated: the answer
    may stay in Slack longer than the text it is about."""
    lines = [f"“{f.pointer}”: {f.why} {f.advice}" for f in parts[:SHOWN]]
    more = len(parts) - SHOWN
    lines += [f"And {more} more like these."] if more > 0 else []
    return "\n".join(["", *(f"• {line}" for line in lines)]) if lines[1:] else "".join(lines)
