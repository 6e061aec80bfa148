"""Frozen summaries and notices with nothing but reference and status of what is sensitive since."""

from __future__ import annotations

import json
from typing import Any

_SHOWN = frozenset({"ref", "status", "before", "after", "quarter", "last"})
"""Fields of a frozen entry that may be told of a sensitive action."""
_DATES = frozenset({"due", "new_due"})
_TELLING = frozenset({"new_dates", "overdue", "next_due"})
"""Lists that tell, by holding an action, when it is due."""


def mask_frozen(document: str, refs: frozenset[str]) -> str:
    """A frozen summary or notice (JSON) with nothing but reference and status of `refs`."""
    if not any(f'"{ref}' in document for ref in refs):
        return document
    return json.dumps(
        _masked_frozen(json.loads(document), refs),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def _masked_frozen(value: Any, refs: frozenset[str]) -> Any:
    if isinstance(value, list):
        return [_masked_frozen(item, refs) for item in value]
    if not isinstance(value, dict):
        return value
    if value.get("ref") in refs:
        return {name: _bare_field(name, item) for name, item in value.items()}
    return {name: _masked_list(name, item, refs) for name, item in value.items()}


def _bare_field(name: str, value: Any) -> Any:
    if name == "sensitive":
        return True
    if name in _SHOWN or isinstance(value, bool):
        return False if name == "is_overdue" else value
    return "" if isinstance(value, str) and name not in _DATES else None


def _masked_list(name: str, value: Any, refs: frozenset[str]) -> Any:
    if name == "missing":
        return _not_reported(value, refs)
    if name in _TELLING:
        value = [item for item in value if item["ref"] not in refs]
    elif name == "figures":
        value = [item for item in value if item["measure"].partition("/")[0] not in refs]
    return _masked_frozen(value, refs)


def _not_reported(lines: list[dict[str, Any]], refs: frozenset[str]) -> list[dict[str, Any]]:
    """Who has not reported, the sensitive ones under nobody's name."""
    open_lines = [
        line | {"refs": [ref for ref in line["refs"] if ref not in refs]} for line in lines
    ]
    hidden = [ref for line in lines for ref in line["refs"] if ref in refs]
    nameless = [{"lead": "Sensitive actions", "refs": hidden}] if hidden else []
    return [line for line in open_lines if line["refs"]] + nameless
