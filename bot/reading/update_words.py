"""The words around a typed update: verbs of updating, courtesies, what makes a question.

They stand in `data/update_words.txt`, by the part they play; all are small words of the language.
"""

from __future__ import annotations

import re
from importlib.resources import files

from rapidfuzz.distance import OSA


def _read() -> dict[str, frozenset[str]]:
    text = (files("bot.reading") / "data" / "update_words.txt").read_text(encoding="utf-8")
    rows = (line.partition(" = ") for line in text.splitlines() if " = " in line)
    return {name: frozenset(words.split()) for name, _, words in rows}


_PARTS = _read()
STRONG, VERBS = _PARTS["strong"], _PARTS["verbs"]
INTERROGATIVE = _PARTS["interrogative"]
ASKING = INTERROGATIVE | _PARTS["asking"]
ASKING_FIRST = _PARTS["asking_first"]
COURTESY, BETWEEN = _PARTS["courtesy"], _PARTS["between"]
ABOUT, PEOPLE, NOUN_AFTER = _PARTS["about"], _PARTS["people"], _PARTS["noun_after"]

_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z]\))\s")
_ADDRESS = re.compile(r"(?<![\w-])@?[\w-]{0,40}bot\b|/?\bcsp\b|/(?:action|priority)\b")
_GREETED = re.compile(r"^\W{0,8}(?:hi|hello|hey|dear)(?: [^\W\d_]{1,20}){1,2}\s?[,!\n]")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|@\S+")


def words_of(text: str) -> list[str]:
    """The words before a reference, without the bot's name, bullets and numbering."""
    plain = _ADDRESS.sub(" ", _NUMBERED.sub(" ", _GREETED.sub(" ", text)))
    return [
        word.replace("'", "") for word in _WORD.findall(re.sub(r"\bup[ -]date", "update", plain))
    ]


def is_slip(word: str) -> bool:
    """Whether a word is "update" or "report" with a slip of the finger or two."""
    if word[0] not in "upr" or len(word) < 4 or word in COURTESY:
        return False
    return any(OSA.distance(word, verb, score_cutoff=2) <= _slips_allowed(word) for verb in STRONG)


def _slips_allowed(word: str) -> int:
    return 2 if word.startswith("up") and len(word) > 4 else 1


def verb_in(text: str) -> tuple[str, int] | None:
    """The first verb of updating in a text and its number among the words."""
    words = words_of(text)
    for number, word in enumerate(words):
        if word in VERBS:
            return word, number
        if is_slip(word):
            return "update", number
    return None


def asks(text: str, *, verb: bool) -> bool:
    """Whether what stands in front makes a question: "is", "when was", "can" without a verb."""
    words = words_of(re.split(r"[.,;:!\n]|\s-", text.rstrip())[-1])
    first = next((word for word in words if word not in COURTESY), "")
    if first in ASKING or "if" in words or "whether" in words:
        return True
    return bool(words) and words[0] in ASKING_FIRST and not verb


def is_courteous(text: str) -> bool:
    words = words_of(text)
    return all(word in COURTESY | VERBS or is_slip(word) for word in words)
