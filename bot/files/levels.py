"""Lines that name a level of the plan: "Priority area 1: Safer streets", "Theme B", "2. Homes".

A label is never cut inside a word; numbers are figures, Roman figures or words, letters are labels.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.dataclass import dataclass
from bot.files.bilingual import names_in_two, sides
from bot.files.vocabulary import meaning
from bot.files.written_days import MONTH

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
}
_LABEL = re.compile(
    r"^(?P<of>(?:strategic|key|our|cross[ -]cutting|core|main|shared|csp|partnership)\s+)*"
    r"(?P<kind>priorit(?:y|ies)|blaenoriaeth|themes?|strands?|pillars?|work ?streams?|focus|"
    r"sections?|outcomes?|objectives?|aims?|goals?)(?:\s+(?:area|theme|group|objective|heading))?\b\s*"
    r"(?:(?:no|number)\b\.?\s*)?"
    rf"(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*|(?:{'|'.join(_NUMBERS)})\b|[IVX]{{1,4}}\b|[A-Z]\b|"
    r"#\d+)?"
    r"(?P<gap>\s*[:.)–—-]+\s*|\s+|$)(?P<name>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(
    r"^(?P<number>\d{1,2}(?:\.\d{1,2})*)(?:[.):]\s*(?=\D)|\s*[–—-]\s+(?=\D)|\s+(?=\D.{3}))"
    r"(?P<name>\D.*)$",
    re.DOTALL,
)
_DATE = re.compile(rf"^\d{{1,2}}(?:st|nd|rd|th)?[ .](?:{MONTH})\b", re.IGNORECASE)
_SHORT = 40
"""Signs of a line that may be a note in two languages."""
_LOWER = ("objective", "aim", "goal")
_TITLE = re.compile(
    r"\b(?:plan|strategy|programme|partnership|csp|official|report|monitoring|version|draft|"
    r"appendix|annex|return|update|year|quarter)\b|\b20\d\d\b|@|https?:",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:(?:our|the|key|planned|specific|action|performance|success|priority)\s+)*"
    r"(?:actions?|indicators?|measures?|kpis?|table|targets?|tasks|activities|outcomes?|objectives|"
    r"priorities|plan|action plan|delivery plan|sheet ?\d*|table ?\d*|data)\b"
    r"(?:\s*\d*\s*:?$|\s*\(.*)|^action\s+(?:(?:no|number)\b\.?\s*)?(?:\d{1,3}[a-z]?|[a-z])\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"^(?:(?:appendix|annex)\b\s*(?:[a-z]|\d{1,2}|[ivx]{1,4})?\s*[:.–—-]*\s*)?"
    r"(?:(?:rag|brag|status|colour|our|a|the|list of|table of|useful)\s+)*(?:key|legend|glossary|"
    r"abbreviations?|acronyms?|initials|definitions?|jargon|contents|contacts|membership|members|"
    r"distribution(?: list)?|references|who we are|who is who|(?:words|terms)"
    r"(?: (?:we use|used))?|what the \w+ mean)(?:\s+(?:to|of|and|for|used)\b.*|\s+list)?\s*:?$",
    re.IGNORECASE,
)
_ONLY_LABEL = re.compile(r"^[^\W\d]+(?:\s[^\W\d]+)?\s(\d{1,2})$")
_EXPLAINED = re.compile(r"(?<!\S)\S{1,3} ?= ?\w")
"""A mark and what it means, as lines of a key have several."""
_CONTENTS = re.compile(r"(?:\t|\.\.\.|…) ?\d{1,3} ?$")
"""Ends a line of a list of contents: the number of a page."""
_LED = re.compile(
    r"^(?:[\w-]+\s+){0,3}(?:lead|owner|sponsor|champion|chair|led by)"
    r"(?:\s+(?:officer|agency|organisation|partner|member|councillor))?\s*:",
    re.IGNORECASE,
)
"""Begins a line that says whose a part of the plan is: "Theme lead: ..."."""
_WHY = re.compile(
    r"^(?:(?:our|the|overall|strategic|key|main|intended|desired|long[ -]term)\s+){0,2}"
    r"(?P<kind>aims?|goals?|objectives?|outcomes?|purpose|vision|ambition|rationale|intent|context|"
    r"background|why(?:\s+(?:it|this)\s+(?:matters|is(?:\s+a\s+priority)?))?|"
    r"what\s+we\s+want(?:\s+to\s+(?:see|achieve|do))?|what\s+success\s+looks\s+like)"
    r"\s*(?::|\s[–—-])\s*(?=\S)",
    re.IGNORECASE,
)
"""Begins a line that says what a priority is for: "Our aim: nobody hurt"."""
_LEVELS = ("aim", "goal", "objective", "outcome")
_ASKS = re.compile(r"^(?:how|what|who|when)\b", re.IGNORECASE)
_NOTE = re.compile(
    r"^\W*(?:key|legend|notes?|source|produced|prepared|printed|updated?|last updated|version|page|"
    r"total|totals|grand total|sub-?total|count|sum|average|contact|owner|author|"
    r"n\.?b\.?|rag|green|amber|red|blue|grey|complete|summary|number of|approved|agreed|continued|"
    r"signed(?=(?: by)?\s*:)|end of|document|date|review|next|for (?:more|further)|see|please|"
    r"this (?:plan|document|table)|copyright|©)\b|^\*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that names a level. `lower`: an objective or a number such as 1.2, which stands
    below a priority where the plan has both; `named`: it says what it is ("Priority", "1.")."""

    name: str
    number: int | None
    lower: bool
    label: str = ""


def says_level(text: str) -> bool:
    """Whether a text says that it is a level and what its name is: "Priority 2: Homes"."""
    line = named_level(text, numbered=False)
    return line is not None and line.name != " ".join(text.split()).strip(" :")


@lru_cache(maxsize=4096)
def named_level(text: str, *, numbered: bool = True) -> Line | None:
    """The level a line names by a label ("Theme B: Trust") or a number ("2. Homes"), or None; of
    a line in two languages ("Thema 2: Cartrefi / Theme 2: Homes") with both names."""
    if _CONTENTS.search(text):
        return None
    names = names_in_two(text)
    if labelled := _labelled_twice(names):
        return labelled
    lines = [_level(name, numbered=numbered) for name in names]
    line = next(filter(None, lines), None)
    if line is None:
        return _level(text, numbered=numbered)
    number = re.escape(re.sub(r"\D+", "", names[lines.index(line)].removesuffix(line.name)))
    label = re.compile(rf"^(?:\S+\s+){{0,2}}{number}\s*[:.)–—-]+\s*(?=\S)") if number else None
    both = (one.name if one is line else label.sub("", name) if label else name
            for name, one in zip(names, lines, strict=True))  # fmt: skip
    return replace(line, name=" / ".join(both))


def _labelled_twice(names: tuple[str, ...]) -> Line | None:
    """The level of a line whose label alone is in two languages: "Thema 2 / Theme 2: Homes"."""
    first = _ONLY_LABEL.match(names[0]) if len(names) == 2 else None
    second = _level(names[1], numbered=False) if first else None
    return second if first and second and second.number == int(first[1]) else None


def _level(text: str, *, numbered: bool) -> Line | None:
    plain = " ".join(text.split())
    if len(plain) > 250:
        return None
    match = _LABEL.match(plain)
    if match and _says(match):
        return _labelled(match)
    match = _NUMBERED.match(plain) if numbered and not _DATE.match(plain) else None
    if match is None or len(plain) > 160:
        return None
    digits = match["number"]
    number = int(digits) if "." not in digits else None
    return Line(match["name"].strip(), number, "." in digits, digits)


def _says(match: re.Match[str]) -> bool:
    """A label has a number or is set off from the name: "Priority actions" is neither."""
    if match["number"] is None:
        return bool(match["gap"].strip()) and bool(match["name"])
    one_letter = len(match["number"]) == 1 and match["number"].isalpha()
    return not one_letter or (
        match["number"].isupper() and bool(match["gap"].strip() or not match["name"])
    )


def _labelled(match: re.Match[str]) -> Line:
    written = match["number"] or ""
    name = match["name"].strip(" :–—-") or match.string.strip(" :")
    lower = match["kind"].lower().startswith(_LOWER) and not (match["of"] or "").strip()
    return Line(name, number_of(written), lower or "." in written, match["kind"])


def says_why(text: str, *, alone: bool = False) -> bool:
    """Whether a line under a priority says what it is for, without a number; `alone`: by a word
    that names no level a plan may have below its priorities."""
    match = _WHY.match(text.strip())
    return match is not None and not (alone and match["kind"].lower().startswith(_LEVELS))


def number_of(written: str) -> int | None:
    """The number a label bears in figures, words or Roman figures; None for a letter or 1.2."""
    plain = written.strip("# ")
    if plain.isdigit():
        return int(plain)
    if plain.lower() in _NUMBERS:
        return _NUMBERS.index(plain.lower()) + 1
    return _ROMAN.get(plain) if len(plain) > 1 or plain in {"I", "V", "X"} else None


def is_title(text: str) -> bool:
    """Whether a line belongs to the document (its title, its marking) and names no level."""
    return bool(_TITLE.search(text) or _CONTENTS.search(text)) or is_generic(text)


def is_generic(text: str) -> bool:
    """Whether a line says what a table holds ("Performance indicators") and names no level."""
    asks = _ASKS.match(text.strip()) is not None and meaning(text) != ("", 0)
    return asks or names_beside(text) or any(_GENERIC.match(side) for side in _in_two(text))


def names_beside(text: str) -> bool:
    """Whether a line is the name of what stands beside a plan: a key, a glossary, its members."""
    return any(_BESIDE.match(side) for side in _in_two(text))


def is_note(text: str) -> bool:
    """Whether a line is a key, a total, a source, a name or another remark about the table."""
    return len(_EXPLAINED.findall(text)) > 1 or any(
        _NOTE.match(side) or _LED.match(side) for side in _in_two(text)
    )


def _in_two(text: str) -> tuple[str, ...]:
    """A text and, where it is short and in two languages, each of them."""
    plain = text.strip()
    name = plain.partition(":")[0]
    return (plain, *(sides(name) if len(name) <= _SHORT else ()))


def is_sentence(text: str) -> bool:
    """Whether a line reads as a sentence (an intent) and not as a heading."""
    plain = text.strip()
    return plain.endswith((".", ";", "!", "?")) or len(plain) > 110 or plain[:1].islower()


def is_name(text: str) -> bool:
    """Whether a lone line may be a heading by its looks alone."""
    plain = text.strip()
    upper = plain[:1].isupper() or plain[:1].isdigit()
    return (
        upper and not is_sentence(plain) and not is_note(plain) and not plain.endswith((":", "*"))
    )
