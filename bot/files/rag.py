"""Status words of documents -> green, amber, red, blue (finished), grey, not_due; else None."""

from __future__ import annotations

import re

from bot.core.status import Status, parse_status
from bot.files.bilingual import sides
from bot.files.welsh import in_english
from bot.files.written_days import MONTH

RAG = {
    Status.ON_TRACK: "green",
    Status.AT_RISK: "amber",
    Status.OFF_TRACK: "red",
    Status.COMPLETE: "blue",
    Status.NOT_STARTED: "grey",
    Status.DEFERRED: "deferred",
    Status.CANCELLED: "cancelled",
}
UNSURE = re.compile(
    r"^(?:delayed|late|behind(?: schedule| target)?|slipp(?:ed|ing)|running late)\.?$",
    re.IGNORECASE,
)
"""Words that may mean at risk or off track: they are asked, never guessed."""
_DEGREES = (
    (Status.AT_RISK, r"some|slight(?:ly)?|minor|small|moderate|a little|a few"),
    (Status.OFF_TRACK, r"significant(?:ly)?|serious(?:ly)?|major|severe(?:ly)?|critical|"
                       r"substantial|considerable|long|badly"),
)  # fmt: skip
_DEGREED = tuple(
    (status, re.compile(
        rf"^(?:{words}) (?:delays?|delayed|slippage|concerns?|issues?|problems?|behind)\b",
        re.IGNORECASE,
    )) for status, words in _DEGREES
)  # fmt: skip
"""How much is wrong: of "delayed" alone nobody knows."""
_WELL = re.compile(r"^(?:going|progressing) (?:well|to plan|as planned)$|^(?:all )?to plan$", re.I)
_BEGUN = re.compile(r"^(?:in progress|under ?way)\s*[-–—:;,/(]+\s*(?=\w)", re.IGNORECASE)
"""Begins a status that says first that work goes on and then how it goes: the latter counts."""
_HELD_UP = re.compile(
    r"(?:delayed|late|behind|slipp\w+|overdue|on hold|paused|stalled|stopped|at risk|off track)\b",
    re.IGNORECASE,
)
"""Begins what is wrong with work that has begun: it is asked, unless the words are a status."""
_GOES = frozenset({"green", "amber", "red"})
_FIRST = re.compile(
    r"([A-Za-z/]{1,20}(?: [A-Za-z/]{1,20}){0,3}) ?(?:[-–—:;,.]{1,3}\s|[:(\n])(.+)", re.DOTALL
)
_MARK = re.compile(r"[^\w\s/&'’().,;:\[\]%+-]|(?<=\w)\s?[*+-]$")
_DAY = re.compile(
    r"(?<!\s)\s+(?:in |on |by )?(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]+)?"
    rf"(?:\d{{1,2}}|(?:{MONTH})\.?)[\s./'-]+(?:20)?\d\d$",
    re.IGNORECASE,
)
_TICKED = re.compile(r"[☒☑✓✔✗✘🗹🗵■]\s*([^☐☒☑✓✔✗✘🗹🗵■]+)")
_NEGATED = re.compile(r"(?:but )?(?:not|never|partly|partially|only)\b", re.IGNORECASE)
_WORDS = 3
"""Words of a status in one of two languages; a longer side is a comment."""
_UNBEGUN = re.compile(
    r"^(?:ha(?:s|ve)n[’']?t|(?:has|have)? ?not|yet) (?:yet |been |to )*"
    r"(?:start(?:ed)?|beg[iu]n|commenced?)(?: yet)?\W*$|"
    r"^not (?:yet )?(?:due|scheduled|planned|expected) to (?:start|begin|commence)\b",
    re.IGNORECASE,
)
"""Work of which it is said, in whatever words, that it has not begun."""
_NOT_DUE = re.compile(r"^(?:n/?a|not (?:yet )?due|not applicable|not due this quarter)$", re.I)


def rag_of(raw: str) -> str | None:
    """The colour a known word or colour says, in one language or two; None for an empty cell and
    for anything else."""
    text = _how_it_goes(_ticked(raw.strip()))
    return (_rag(text) or _of_sides(sides(text))) if text else None


def _how_it_goes(text: str) -> str:
    """Of "In progress - at risk" the latter; any other text as it is."""
    rest = _BEGUN.sub("", text).rstrip(")")
    return rest if UNSURE.match(rest) or _rag(rest) in _GOES else text


def _ticked(text: str) -> str:
    """Of boxes to tick ("☐ On track ☒ At risk") what stands beside the ticked one; nothing where
    none or several are; any other text as it is."""
    if "☐" not in text:
        return text
    ticked = _TICKED.findall(text)
    return ticked[0].strip() if len(ticked) == 1 else ""


def _rag(text: str) -> str | None:
    if _NOT_DUE.match(text):
        return "not_due"
    text = in_english(text) or text
    if _UNBEGUN.match(text):
        return "grey"
    if _WELL.match(text):
        return "green"
    status = None if UNSURE.match(text) else parse_status(text) or _degreed(text) or _marked(text)
    return RAG[status] if status else None


def _degreed(text: str) -> Status | None:
    return next((status for status, words in _DEGREED if words.match(text)), None)


def _marked(text: str) -> Status | None:
    """The status of a word beside marks ("Green ↑", "✔ Done") or a day ("Completed May 2026"),
    unless a mark says another."""
    words = " ".join(_MARK.sub(" ", _DAY.sub("", text)).split())
    if not words or words == text:
        return None
    marks = {status for mark in _MARK.findall(text) if (status := parse_status(mark))}
    return parse_status(words) if marks <= {parse_status(words)} else None


def _of_sides(texts: tuple[str, ...]) -> str | None:
    """What the sides understood say, when they are one ("A/G" is two)."""
    if any(UNSURE.match(text) or len(text.split()) > _WORDS for text in texts):
        return None
    if any(_NEGATED.match(text) and not _rag(text) for text in texts):
        return None
    colours = {rag for text in texts if (rag := _rag(text))}
    return colours.pop() if len(colours) == 1 else None


def status_first(raw: str) -> tuple[str, str]:
    """The status a text begins with and what follows it: "Amber - 14 of 40 given"; ("", the text)
    where none does. The status is set off by a mark: a word of a sentence is none."""
    text = raw.strip()
    rest = _how_it_goes(text)
    if rest != text:
        return ("", raw) if UNSURE.match(rest) else (raw, "")
    further = status_first(_BEGUN.sub("", text)) if _BEGUN.match(text) else ("", raw)
    if rag_of(further[0]) in _GOES:
        return further
    if _BEGUN.match(text) and _HELD_UP.match(_BEGUN.sub("", text)):
        return "", raw
    match = _FIRST.match(text)
    rag = rag_of(match[1]) if match else None
    if match is None or rag is None or (rag == "blue" and _NEGATED.match(match[2])):
        return "", raw
    return match[1], match[2].strip()


def status_of(rag: str | None) -> Status | None:
    """The status a colour stands for; None for none and for what is not due."""
    return next((status for status, name in RAG.items() if name == rag), None)


def is_status_word(text: str) -> bool:
    """Whether a text is a status or colour and nothing else."""
    return rag_of(text) is not None
