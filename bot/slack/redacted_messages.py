"""Taking an update's words out of a message that repeats them.

In a message the words stand among others: long ones are known wherever they stand whole, short
ones ("Done") only where they fill a field.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from bot.messages.removals import CERTAIN, REDACTED, spellings

_BEFORE = r"(?:(?<=^)|(?<=['\"“‘>])|(?<=: ))"
_AFTER = r"(?=$|['\"”’…]|\.? (?:Reason|Corrective action): )"


def redact_message(value: Any, ref: str, texts: Iterable[str]) -> Any:
    """A message (its text, or its blocks) that speaks of `ref`, without the texts."""
    if not _names(json.dumps(value, ensure_ascii=False), ref):
        return value
    return _blanked(value, sorted(set(spellings(texts)), key=len, reverse=True))


def _names(message: str, ref: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(ref)}(?!\w)", message, re.IGNORECASE) is not None


def _blanked(value: Any, texts: list[str]) -> Any:
    if isinstance(value, str):
        for text in texts:
            value = _without(value, text)
        return value
    if isinstance(value, list):
        return [_blanked(item, texts) for item in value]
    if isinstance(value, dict):
        return {name: _blanked(item, texts) for name, item in value.items()}
    return value


def _without(shown: str, text: str) -> str:
    if len(text) < CERTAIN:
        return re.sub(_BEFORE + re.escape(text) + _AFTER, REDACTED, shown, flags=re.MULTILINE)
    at = shown.find(text[:CERTAIN])
    while at >= 0:
        end = at + _common(shown, at, text)
        cut_short = shown[end : end + 1] == "…"
        if cut_short or (end - at == len(text) and _stands_whole(shown, at, end)):
            shown = shown[:at] + REDACTED + shown[end + cut_short :]
        at = shown.find(text[:CERTAIN], at + 1)
    return shown


def _stands_whole(shown: str, start: int, end: int) -> bool:
    """Whether no word runs on over either end."""
    within = shown[start].isalnum() and shown[start - 1 : start].isalnum()
    return not (within or (shown[end - 1].isalnum() and shown[end : end + 1].isalnum()))


def _common(shown: str, at: int, text: str) -> int:
    """How many characters of `text` stand in `shown` from `at` on."""
    longest = min(len(text), len(shown) - at)
    return next((n for n in range(longest) if shown[at + n] != text[n]), longest)
