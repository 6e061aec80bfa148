"""What a button carries and a form remembers. Messages and views stay in Slack, and one that was
drawn by another version may hold something else: that is said in a plain sentence, and is no fault.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from bot.core.errors import Refused

Read = TypeVar("Read")


OLD_BUTTON = (
    "This button was drawn by another version of me, and I cannot read it any more.",
    "Ask once more for what it stands under, or open my Home, and press it there.",
)
OLD_FORM = (
    "This form was drawn by another version of me, and I cannot read it any more.",
    "Copy what you typed, close the form and open it once more.",
)


def carried(value: str, read: Callable[[str], Read], refusal: tuple[str, str] = OLD_BUTTON) -> Read:
    """What a button's value says (a form's memory: `refusal` OLD_FORM), as `read` reads it. Raises
    Refused where it cannot be read."""
    try:
        return read(value)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as unread:
        raise Refused(*refusal) from unread


def parts(value: str, least: int, refusal: tuple[str, str] = OLD_BUTTON) -> list[Any]:
    """A value of several parts, `least` of them at least. Raises Refused where it has others."""
    return carried(value, lambda text: _several(json.loads(text), least), refusal)


def form_memory(view: Mapping[str, Any], *needed: str) -> dict[str, Any]:
    """What a form remembers, by name, `needed` among it. Raises Refused where it is of another
    version."""
    return carried(view.get("private_metadata") or "{}", partial(_named, needed), OLD_FORM)


def _named(needed: Sequence[str], text: str) -> dict[str, Any]:
    read = json.loads(text)
    if not isinstance(read, dict) or not read.keys() >= {*needed}:
        raise ValueError(f"{', '.join(needed)} is needed")
    return read


def _several(read: Any, least: int) -> list[Any]:
    if not isinstance(read, list) or len(read) < least:
        raise ValueError(f"{least} parts are needed")
    return read
