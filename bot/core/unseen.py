"""Characters nobody sees: one list, for what is checked and for what is shown.

A text must not look one way on the screen and another way to the disclosure guard: what is here is
taken out before anything else, by both. All control and format characters of Unicode (general
categories Cc, Cf, Cs, Co, Cn) but tab and line feed, variation selectors, fillers and other
ignorable characters (Unicode, "Default_Ignorable_Code_Point"), and blank Braille.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_IGNORABLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@lru_cache(maxsize=4096)
def is_unseen(sign: str) -> bool:
    """Whether a character leaves no mark on the screen and is no white space."""
    if sign in "\t\n":
        return False
    selector = "\ufe00" <= sign <= "\ufe0f" or "\U000e0000" <= sign <= "\U000e0fff"
    return selector or sign in _IGNORABLE or unicodedata.category(sign) in _HIDDEN


_CONTROLS = {code: None for code in range(128) if is_unseen(chr(code))}


_PICTURES = r"[\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_JOINED = re.compile(rf"(?<={_PICTURES})\ufe0f?\u200d(?={_PICTURES})")
"""What makes one picture of several: a family, a flag, a person at their work. It is seen."""


def without_unseen(text: str) -> str:
    """The text as it is seen; pictures made of several stay one."""
    if text.isascii():
        return text if text.isprintable() else text.translate(_CONTROLS)
    unseen = {sign for sign in set(text) if is_unseen(sign)}
    if not unseen:
        return text
    pieces = _JOINED.split(text)
    joints = _JOINED.findall(text)
    table = {ord(sign): None for sign in unseen}
    return "".join(
        piece.translate(table) + joint for piece, joint in zip(pieces, [*joints, ""], strict=True)
    )


_UNKEPT = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """The text without what no database keeps: halves of a character that was cut in two, as
    whoever cuts a text by its length leaves them, and (PostgreSQL) the character zero."""
    return text if text.isascii() and "\x00" not in text else _UNKEPT.sub("", text)
