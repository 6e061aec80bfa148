"""What a button carries. Messages and views stay in Slack for years, and a button of another
version may carry something else: that is said in a plain sentence, and is no fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from bot.core.errors import Refused

Read = TypeVar("Read")


def carried(value: str, read: Callable[[str], Read]) -> Read:
    """What a button's value says, as `read` reads it. Raises Refused where it cannot be read."""
    try:
        return read(value)
    except (ValueError, TypeError, KeyError, IndexError) as unread:
        raise Refused(
            "This button was drawn by another version of me, and I cannot read it any more.",
            "Ask once more for what it stands under, or open my Home, and press it there.",
        ) from unread


def parts(value: str, least: int) -> list[Any]:
    """A value of several parts, `least` of them at least. Raises Refused where it has others."""
    return carried(value, lambda text: _several(json.loads(text), least))


def _several(read: Any, least: int) -> list[Any]:
    if not isinstance(read, list) or len(read) < least:
        raise ValueError(f"{least} parts are needed")
    return read
