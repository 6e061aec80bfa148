"""The declared status of an action, and every word people type for it.

Stored neutral (`on_track`); what is shown is a label (a word *and* a mark, never colour alone).
Sources of the words: RAG and BRAG usage in UK council reports (blue = complete).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from bot.core.dataclass import dataclass


class Status(StrEnum):
    """What the lead agency declares of an action. "No update received" is the absence of one."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    COMPLETE = "complete"
    DEFERRED = "deferred"
    CANCELLED = "cancelled"

    @property
    def closed(self) -> bool:
        """True when no further update is expected: complete, deferred by decision, cancelled."""
        return self in {Status.COMPLETE, Status.DEFERRED, Status.CANCELLED}

    @property
    def good(self) -> bool:
        """True for the two statuses the headline counts: complete or on track."""
        return self in {Status.COMPLETE, Status.ON_TRACK}


_WORDS: Mapping[Status, str] = {
    Status.NOT_STARTED: "not started|notstarted|not yet started|to start|yet to start|grey|gray|"
    "white|ns|:white_circle:|⚪|⚫",
    Status.ON_TRACK: "on track|ontrack|on target|on schedule|green|g|grn|in progress|under way|"
    "underway|:large_green_circle:|:green_circle:|:green_heart:|🟢|💚|🟩",
    Status.AT_RISK: "at risk|atrisk|risk|amber|a|amb|yellow|orange|some concern|"
    ":large_orange_circle:|:large_yellow_circle:|:orange_circle:|:yellow_circle:|:warning:|"
    "🟠|🟡|⚠️|⚠|🟧|🟨",
    Status.OFF_TRACK: "off track|offtrack|off target|red|r|behind|late|delayed|failing|"
    ":red_circle:|:large_red_circle:|🔴|🟥",
    Status.COMPLETE: "complete|completed|done|finished|blue|b|achieved|closed|delivered|"
    ":white_check_mark:|:heavy_check_mark:|:large_blue_circle:|:blue_circle:|✅|✔️|✔|🔵|🟦",
    Status.DEFERRED: "deferred|defer|postponed|on hold|paused|suspended|:double_vertical_bar:|⏸️|⏸",
    Status.CANCELLED: "cancelled|canceled|cancel|deleted|withdrawn|dropped|stopped|abandoned|"
    ":x:|❌|✖️|✖",
}
BY_WORD = {word: status for status, words in _WORDS.items() for word in words.split("|")}
BY_WORD |= {status.value: status for status in Status}
"""Every word typed for a status, in small letters."""


def _plain(text: str) -> str:
    return re.sub(r"[\s_\-–/]+", " ", text.strip().strip(".,:;!()[]").lower()).strip()


def parse_status(text: str) -> Status | None:
    """The status a person means by `text` ("amber", "G", "done", an emoji), or None."""
    raw = text.strip().lower()
    return BY_WORD.get(raw) or BY_WORD.get(_plain(raw))


@dataclass(frozen=True, slots=True)
class Label:
    """How a status is shown: a word and a mark, so that it never depends on colour alone."""

    word: str
    mark: str

    def __str__(self) -> str:
        return f"{self.mark} {self.word}"


NO_UPDATE = Label("No update received", "▫")

_DEFAULT = {
    Status.NOT_STARTED: Label("Not started", "⚪"),
    Status.ON_TRACK: Label("On track", "🟢"),
    Status.AT_RISK: Label("At risk", "🟠"),
    Status.OFF_TRACK: Label("Off track", "🔴"),
    Status.COMPLETE: Label("Complete", "✅"),
    Status.DEFERRED: Label("Deferred", "⏸️"),
    Status.CANCELLED: Label("Cancelled", "✖️"),
}


@dataclass(frozen=True, slots=True)
class Labels:
    """The partnership's words for each status (a setting); marks stay the same."""

    words: Mapping[Status, str] = field(default_factory=dict)

    def of(self, status: Status | None) -> Label:
        """The label of a status; of None, "No update received"."""
        if status is None:
            return NO_UPDATE
        default = _DEFAULT[status]
        return Label(self.words.get(status, default.word), default.mark)
