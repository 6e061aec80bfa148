"""References of actions in the spellings people use."""

from __future__ import annotations

import re

_LETTERED = re.compile(r"^([A-Z]{1,8})[\s_/–-]*0*(\d{1,4}[A-Z]?)$")
_DOTTED = re.compile(r"^0*(\d{1,3})\.0*(\d{1,4}(?:\.\d{1,4})*[A-Z]?)$")
_CALLED = re.compile(r"^\s*(?:action|ref(?:erence)?|no|number)\b\.?\s*", re.IGNORECASE)
_PART = re.compile(r"(?:^|(?<=[^\W_]))([\W_]*?)(?:([^\W\d_]+)|(\d+))")


def ref_key(text: str) -> str:
    """The one spelling a reference is looked up by: "asb-03", "ASB 3" -> "ASB3"; "#1.03" -> "1.3".

    Empty when `text` has not the shape of a reference.
    """
    word = _CALLED.sub("", text.strip()).strip(" \t\n#.,;:!?()[]").upper()
    lettered, dotted = _LETTERED.match(word), _DOTTED.match(word)
    if lettered:
        return "".join(lettered.groups())
    return ".".join(dotted.groups()) if dotted else ""


def ref_name(text: str) -> str:
    """The one spelling of a reference of any shape a plan may use: "p1-a02" -> "P1A2", "1 (a)" ->
    "1A", "2018/01" -> "2018/1"; of those that `ref_key` knows the same as there."""
    key = ref_key(text)
    if key:
        return key
    name = ""
    for marks, letters, number in _PART.findall(_CALLED.sub("", text.strip()).upper()):
        alike = name and name[-1].isdigit() == bool(number)
        mark = marks.strip()[:1].replace("–", "-") if alike else ""
        name += f"{mark}{letters}{number.lstrip('0') or number[:1]}"
    return name
