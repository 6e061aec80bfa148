"""References where a document has none or half: codes of priorities, numbers of actions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.core.plan import ref_key
from bot.files.imported import ReadAction, ReadPriority


def priority_codes(
    actions: list[ReadAction], priorities: list[ReadPriority], given: Mapping[str, str]
) -> dict[str, str]:
    """Key of a priority -> its code: the one the document gives, else the letters its references
    alone share, else P and its number; no two priorities have one code."""
    prefixes: dict[str, set[str]] = defaultdict(set)
    owners: dict[str, set[str]] = defaultdict(set)
    for action in actions:
        match = re.match(r"[A-Z]{2,8}(?=\d)", ref_key(action.ref or ""))
        if match:
            prefixes[action.priority].add(match[0])
            owners[match[0]].add(action.priority)
    codes = dict(given)
    for priority in (p for p in priorities if p.key not in given):
        own = prefixes[priority.key]
        shared = next(iter(own)) if len(own) == 1 else ""
        alone = bool(shared) and len(owners[shared]) == 1 and shared not in codes.values()
        codes[priority.key] = shared if alone else _numbered(priority.number, codes)
    return codes


def _numbered(number: int, codes: dict[str, str]) -> str:
    while f"P{number}" in codes.values():
        number += 1
    return f"P{number}"


def with_refs(
    actions: list[ReadAction], priorities: Sequence[ReadPriority]
) -> Iterator[ReadAction]:
    """Rows without a reference get one from their priority and place; none is ever reused. Each
    action is also known by the number of its priority and its place in it ("1.3")."""
    taken = {action.key for action in actions if action.key}
    above = {key[:i] for key in taken for i, sign in enumerate(key) if sign == "."}
    numbers = {priority.key: priority.number for priority in priorities}
    counts: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for action in actions:
        places[action.priority] += 1
        dotted = f"{numbers[action.priority]}.{places[action.priority]}"
        within = dotted in above  # "1.3.1" of another's "1.3"
        other = "" if within or dotted in taken or ref_key(action.key) == dotted else dotted
        if action.key:
            yield replace(action, alt_ref=other)
            continue
        counts[action.priority] += 1
        joint = "" if re.match(r"^P\d+$", action.priority) is None else "."
        while f"{action.priority}{joint}{counts[action.priority]}" in taken:
            counts[action.priority] += 1
        key = f"{action.priority}{joint}{counts[action.priority]}"
        yield replace(action, key=key, alt_ref=other)
