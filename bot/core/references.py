"""References of actions in the spellings people use."""

from __future__ import annotations

import re

_LETTERED = re.compile(r"^([A-Z]{1,8})[\s_/–-]*0*(\d{1,4}[A-Z]?)$")
_DOTTED = re.compile(r"^0*(\d{1,3})\.0*(\d{1,4}(?:\.\d{1,4})*[A-Z]?)$")


def ref_key(text: str) -> str:
    """The one spelling a reference is looked up by: "asb-03", "ASB 3" -> "ASB3"; "#1.03" -> "1.3".

    Empty when `text` has not the shape of a reference.
    """
    word = re.sub(
        r"^\s*(?:action|ref(?:erence)?|no)\b\.?\s*", "", text.strip(), flags=re.IGNORECASE
    )
    word = word.strip(" \t\n#.,;:!?()[]").upper()
    lettered, dotted = _LETTERED.match(word), _DOTTED.match(word)
    if lettered:
        return "".join(lettered.groups())
    return ".".join(dotted.groups()) if dotted else ""
