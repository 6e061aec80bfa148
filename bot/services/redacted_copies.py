"""Taking an update's words out of frozen copies of it: notices that wait, summaries.

A frozen copy has the words in a field of its own beside the reference, so only whole fields go.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bot.core.codec import written
from bot.messages.removals import CERTAIN, REDACTED, spellings


def redact_fields(document: str, ref: str, texts: Iterable[str]) -> str:
    """A JSON document without the fields, beside the reference `ref`, that are one of `texts`.

    A field counts as one when it is equal to it, also on one line or cut short with "…".
    """
    wanted = tuple(dict.fromkeys(spellings(texts)))
    before = json.loads(document)
    after = _redacted(before, ref, wanted)
    if after == before:
        return document
    return written(after)


def _redacted(value: Any, ref: str, texts: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [_redacted(item, ref, texts) for item in value]
    if not isinstance(value, dict):
        return value
    about = value.get("ref") == ref
    return {
        name: REDACTED
        if about and isinstance(item, str) and _is_one_of(item, texts)
        else _redacted(item, ref, texts)
        for name, item in value.items()
    }


def _is_one_of(field: str, texts: tuple[str, ...]) -> bool:
    if field in texts:
        return True
    stem = field.removesuffix("…")
    return stem != field and len(stem) >= CERTAIN and any(text.startswith(stem) for text in texts)
