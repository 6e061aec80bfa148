"""Where a measure starts and where it is to get, when both stand in the cell that names it:
"Packs fitted: 0 → 150", "Referrals. Baseline: 3. Target: 25.", "30 made safe (24 in 2025/26)"."""

from __future__ import annotations

import re

from bot.core.dataclass import dataclass

_FIGURE = (
    r"(?:(?:at least|fewer than|less than|no more than|more than|under|over|up to|about|below|"
    r"above|all)\s)?[<>≤≥~£+]{0,2}(?<![\d,.])\d++(?:,\d{3})*+(?:\.\d+)?(?:\s?%|\s?per ?cent\b|k\b)?"
)
_YEAR = r"20\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?"
_BASE = r"(?:base ?line|base|start(?:ing)? (?:point|position|figure|level))"
_NOW = rf"(?:{_BASE}|was|now|currently|up from|down from|from|last year|{_YEAR})"
_MORE = r"(?:\s(?!(?:targets?|aim|goal|base ?line|base|from|to|and|in|by|on|was)\b)[a-z]+){0,3}"
_VALUE = rf"({_FIGURE}{_MORE}|not (?:known|collected|recorded)|none|nil|n/a|tb[cd])"
_LABELS = (
    ("baseline", re.compile(rf"({_FIGURE})\s?\({_BASE}\)", re.IGNORECASE)),
    ("target", re.compile(rf"({_FIGURE})\s?\((?:target|aim|goal)\)", re.IGNORECASE)),
    ("baseline", re.compile(rf"\b{_BASE}\b(?:\s?\({_YEAR}\)|\s{_YEAR})?\s?[:=–-]?\s?"
                            rf"(?:of |is |was )?{_VALUE}", re.IGNORECASE)),
    ("target", re.compile(rf"\b(?:target|aim|goal)\b(?:\s?\({_YEAR}\)|\s{_YEAR})?\s?[:=–-]?\s?"
                          rf"(?:of |is )?{_VALUE}", re.IGNORECASE)),
    ("baseline", re.compile(rf"\({_NOW}\s?[:=–-]?\s?({_FIGURE})(?:\s[a-z]+){{0,2}}\)", re.I)),
    ("baseline", re.compile(rf"\(({_FIGURE})\s(?:in|at|for|as at)\s(?:the start|the beginning|"
                            rf"present|baseline|last year|{_YEAR})\)", re.IGNORECASE)),
)  # fmt: skip
"""What a figure is, by the word beside it. The first that fits counts."""
_ARROW = re.compile(r"\s?(?:->|→|=>|–>)\s?")
_TO = re.compile(r"\sto\s")
_ENDS = re.compile(rf"({_FIGURE}(?:\s[a-z]+){{0,2}})(?:\s?\([^()]{{0,40}}\))?\s?$", re.IGNORECASE)
_BEGINS = re.compile(_FIGURE, re.IGNORECASE)
_AIMED = re.compile(rf"(?:^|[:–—]\s)({_FIGURE})", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
_MARKED = re.compile(r"(?:[:;,(–—]|\s-)\s?(?:from\s)?$", re.IGNORECASE)
_NO_MOVE = re.compile(r"\b(?:aged?|ages|between|open|opens|years?)\s(?:from\s)?$", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}(?::\d\d)?\s?[ap]\.?m\b", re.IGNORECASE)
_HANGING = re.compile(r"(?:from|to|on|in|by|of)\b")
"""Begins what is left of a clause whose figure was taken out."""
_A_YEAR = re.compile(_YEAR)
_TRIMMED = " \n;:,.–—-/("


@dataclass(frozen=True, slots=True)
class Aim:
    """A measure's name, where it stood and where it is to get, as written."""

    text: str
    baseline: str = ""
    target: str = ""


def aims_of(text: str) -> tuple[Aim, ...]:
    """The aims a cell holds: several where each line or clause has a start and an end of its own,
    else one; of a cell without figures to start from the text alone."""
    parts = [part for part in re.split(r"\n|;(?=\s)", text) if part.strip(_TRIMMED)]
    each = tuple(map(aim_of, parts))
    if len(each) > 1 and all(aim.text and aim.baseline and aim.target for aim in each):
        return each
    return (aim_of(text),)


def aim_of(text: str) -> Aim:
    """The aim a text holds; the text as it is where it names nothing to start from."""
    plain = " ".join(text.split())
    return _moved(plain) or _labelled(plain) or Aim(text)


def _moved(text: str) -> Aim | None:
    """From one figure to another, with an arrow or with "to"."""
    arrow = _ARROW.search(text)
    for joint in [arrow] if arrow else _TO.finditer(text):
        start, end = _ENDS.search(text[: joint.start()]), text[joint.end() :].rstrip(" .")
        if start is None or not _BEGINS.match(end) or _is_span(text, start, end):
            continue
        before = text[: start.start()]
        if not (arrow or _FROM.search(before) or _is_rise(start, end)):
            continue
        cut = bool(arrow) or not before.strip() or bool(_MARKED.search(before))
        name = re.sub(r"\s?\bfrom\s?$", "", before).strip(_TRIMMED) if cut else text
        return Aim(name, start[1].strip(), end if "(" in end else end.rstrip(") "))
    return None


def _is_rise(start: re.Match[str], end: str) -> bool:
    """Whether two figures without "from" are a start and an end: two shares, or one of a year."""
    return ("%" in start[1] and "%" in end) or start[0].rstrip().endswith(")")


def _is_span(text: str, start: re.Match[str], end: str) -> bool:
    """Ages, hours and years from one to another are no aim."""
    years = _A_YEAR.fullmatch(start[1].strip()) and _A_YEAR.match(end)
    return bool(years or _CLOCK.match(end) or _NO_MOVE.search(text[: start.start()]))


def _labelled(text: str) -> Aim | None:
    """The figures beside "baseline" and "target", and what is left as the name. Where only the
    baseline is labelled, the figure the rest begins with is the target."""
    values: dict[str, str] = {}
    rest = text
    for name, pattern in _LABELS:
        match = pattern.search(rest) if name not in values else None
        if match:
            values[name] = match[1].strip()
            rest = (
                f"{rest[: match.start()].rstrip(_TRIMMED)}; {rest[match.end() :].lstrip(' ).;,/')}"
            )
    if "baseline" not in values:
        return None
    name = rest.strip(_TRIMMED)
    name = name if re.search(r"[^\W\d]{3}", name) and not _HANGING.match(name) else ""
    aimed = None if "target" in values else _AIMED.search(name)
    if aimed is None:
        return Aim(name, values["baseline"], values.get("target", ""))
    before = name[: aimed.start()].strip(_TRIMMED)
    return Aim(before or name, values["baseline"], name[aimed.start(1) :] if before else aimed[1])
