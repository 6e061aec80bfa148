"""Taking a text out of everything that repeats it: whole, or cut short at the end."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

REDACTED = "[redacted]"
_SURE = 24
"""Characters after which a beginning that ends in "…" is taken to be the text, cut short."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What came of taking words out of messages: how many were changed, links to those left."""

    changed: int
    left: tuple[str, ...]


def blank(shown: str, texts: Iterable[str]) -> str:
    """`shown` with each of `texts`, also on one line or cut short with "…", replaced."""
    for text in sorted(set(_forms(texts)), key=len, reverse=True):
        shown = _without(shown, text)
    return shown


def blank_all(value: Any, texts: Iterable[str]) -> Any:
    """The same for every string inside lists and dicts (a message's blocks)."""
    if isinstance(value, str):
        return blank(value, texts)
    if isinstance(value, list):
        return [blank_all(item, texts) for item in value]
    if isinstance(value, dict):
        return {key: blank_all(item, texts) for key, item in value.items()}
    return value


def blank_json(document: str, texts: Iterable[str]) -> str:
    """A JSON document with the texts taken out; as it was when it holds none of them."""
    before = json.loads(document)
    after = blank_all(before, texts)
    if after == before:
        return document
    return json.dumps(after, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _forms(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        if text.strip():
            yield text
            yield " ".join(text.split())


def _without(shown: str, text: str) -> str:
    at = shown.find(text[:_SURE])
    while at >= 0:
        same = _common(shown, at, text)
        cut_short = shown[at + same : at + same + 1] == "…"
        if same == len(text) or cut_short:
            shown = shown[:at] + REDACTED + shown[at + same + cut_short :]
            at += len(REDACTED)
        else:
            at += 1
        at = shown.find(text[:_SURE], at)
    return shown


def _common(shown: str, at: int, text: str) -> int:
    """How many characters of `text` stand in `shown` from `at` on."""
    longest = min(len(text), len(shown) - at)
    return next((n for n in range(longest) if shown[at + n] != text[n]), longest)
