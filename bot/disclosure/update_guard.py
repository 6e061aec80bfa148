"""The guard at the door: every free text of an update, checked before it is stored or posted.

Takes a draft and the plan it belongs to; holds what the disclosure guard finds, field by field.
What names a person or counts very few may be confirmed by the writer as not personal; identifiers
may not. A confirmation covers the parts that were shown, and nothing typed afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote_plus, urlsplit

from bot.core.errors import HeldByGuard
from bot.core.members import Member
from bot.core.plan import Action, Plan
from bot.core.reporting import ProgressDraft
from bot.disclosure.check import Finding, KnownNames, check, finding

TEXTS = ("note", "reason", "corrective_action", "evidence")
"""The free texts of an update. Slack links in evidence lead to a message and name nobody."""
SHOWN = 3
"""Findings named under one field: more would hide the first."""
_LINK = re.compile(r"https?://\S+")
_DELICATE = re.compile(
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
    return KnownNames(frozenset(name for name in names if name), area, refs)


def is_delicate(plan: Plan, action: Action) -> bool:
    """Whether counts of one to four could identify somebody: sensitive subjects and markings.

    Common practice in published statistics is to suppress counts under five in such subjects.
    """
    priority = next((p for p in plan.priorities if p.code == action.priority), None)
    return plan.is_sensitive(action) or bool(priority and _DELICATE.search(priority.short))


def is_few(value: float) -> bool:
    """A count small enough to point at somebody: one to four."""
    return 1 <= value <= 4


def guard(draft: ProgressDraft, plan: Plan, action: Action, known: KnownNames) -> tuple[str, ...]:
    """Let a draft pass, or raise HeldByGuard.

    Returns the kinds the writer confirmed as not personal."""
    parts_by_field = findings(draft, plan, action, known)
    held = {
        name: rest for name, parts in parts_by_field.items() if (rest := _unconfirmed(parts, draft))
    }
    if held:
        raise HeldByGuard({name: _advice(parts) for name, parts in held.items()}, _flat(held))
    return tuple(sorted({part.kind for part in _flat(parts_by_field)}))


def findings(
    draft: ProgressDraft, plan: Plan, action: Action, known: KnownNames
) -> dict[str, tuple[Finding, ...]]:
    """Field -> what is found there; fields without findings are left out."""
    delicate = is_delicate(plan, action)
    texts = {name: _LINK.sub(_as_words, getattr(draft, name)) for name in TEXTS}
    fields = {name: check(text, known=known, delicate=delicate) for name, text in texts.items()}
    if delicate:
        fields |= {f"reading:{m}": _few(text) for m, text in draft.readings}
    return {name: parts for name, parts in fields.items() if parts}


def safe(typed: Mapping[str, str], known: KnownNames, *, delicate: bool = False) -> dict[str, str]:
    """The fields of a form without those the guard would hold: what a draft may keep. `delicate`:
    they are about a sensitive subject, in which small figures are held too."""
    return {name: text for name, text in typed.items() if not _held(name, text, known, delicate)}


def _held(name: str, text: str, known: KnownNames, delicate: bool) -> bool:
    few = delicate and name.startswith("reading") and _few(text)
    return bool(few or check(text, known=known, delicate=delicate))


def _as_words(link: re.Match[str]) -> str:
    """A link as its words: path, query and fragment, decoded; a Slack link leads to a message."""
    parts = urlsplit(link.group())
    if (parts.hostname or "").endswith(".slack.com"):
        return " "
    words = unquote_plus(f"{parts.path} {parts.query} {parts.fragment}")
    return " " + re.sub(r"[/?&=+,_;|-]+", " ", words) + " "


def _unconfirmed(parts: tuple[Finding, ...], draft: ProgressDraft) -> tuple[Finding, ...]:
    return tuple(f for f in parts if not (f.confirmable and f.fingerprint in draft.confirmed))


def _few(text: str) -> tuple[Finding, ...]:
    """A figure of one to four however it is written: "2.0", "+2", "£2", "2 %"."""
    figure = text.strip()
    bare = figure.lstrip("+£$€ ").rstrip("% ").replace(",", "")
    try:
        few = is_few(float(bare))
    except ValueError:
        return ()
    return (finding("small_cell", figure, 0, len(figure)),) if few else ()


def _flat(fields: Mapping[str, tuple[Finding, ...]]) -> tuple[Finding, ...]:
    return tuple(part for parts in fields.values() for part in parts)


def _advice(parts: tuple[Finding, ...]) -> str:
    """Which parts, why, and how to say it safely. Parts are pointed at, not repeated: the answer
    may stay in Slack longer than the text it is about."""
    lines = [f"“{f.pointer}”: {f.why} {f.advice}" for f in parts[:SHOWN]]
    more = len(parts) - SHOWN
    return " ".join(lines) + (f" And {more} more like these." if more > 0 else "")
