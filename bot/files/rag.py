"""Status words of documents -> green, amber, red, blue (finished), grey, not_due; else None."""

from __future__ import annotations

import re

from bot.core.status import Status, parse_status

RAG = {
    Status.ON_TRACK: "green",
    Status.AT_RISK: "amber",
    Status.OFF_TRACK: "red",
    Status.COMPLETE: "blue",
    Status.NOT_STARTED: "grey",
    Status.DEFERRED: "deferred",
    Status.CANCELLED: "cancelled",
}
UNSURE = re.compile(r"^(?:delayed|late|behind|slipp(?:ed|ing)|running late)\.?$", re.IGNORECASE)
"""Words that may mean at risk or off track: they are asked, never guessed."""
_FIRST = re.compile(
    r"([A-Za-z/]{1,20}(?: [A-Za-z/]{1,20}){0,3}) ?(?:[-–—:;,.]{1,3}\s|[:(\n])(.+)", re.DOTALL
)
_NOT_DUE = re.compile(r"^(?:n/?a|not (?:yet )?due|not applicable|not due this quarter)$", re.I)


def rag_of(raw: str) -> str | None:
    """The colour a known word or colour says; None for an empty cell and for anything else."""
    if not raw.strip():
        return None
    if _NOT_DUE.match(raw.strip()):
        return "not_due"
    status = None if UNSURE.match(raw.strip()) else parse_status(raw)
    return RAG[status] if status else None


def status_first(raw: str) -> tuple[str, str]:
    """The status a text begins with and what follows it: "Amber - 14 of 40 given"; ("", the text)
    where none does. The status is set off by a mark: a word of a sentence is none."""
    match = _FIRST.match(raw.strip())
    if match is None or rag_of(match[1]) is None:
        return "", raw
    return match[1], match[2].strip()


def status_of(rag: str | None) -> Status | None:
    """The status a colour stands for; None for none and for what is not due."""
    return next((status for status, name in RAG.items() if name == rag), None)


def is_status_word(text: str) -> bool:
    """Whether a text is a status or colour and nothing else."""
    return rag_of(text) is not None
