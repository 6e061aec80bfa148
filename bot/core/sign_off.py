"""How a quarter's summary is agreed before it is posted: which steps, by whom, and how far it is.

A partnership that wants none of it posts by itself on the day. Facts only: nothing here asks the
time, and nothing here posts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from bot.core.dataclass import dataclass
from bot.core.thresholds import USUAL, Thresholds


class SignOffStep(StrEnum):
    """`DRAFT`: coordinators get a draft when returns close; `ATTEST`: lead agencies confirm their
    lines; `APPROVE`: nothing is posted before a chair or a coordinator has approved it."""

    DRAFT = "draft"
    ATTEST = "attest"
    APPROVE = "approve"


@dataclass(frozen=True, slots=True)
class SignOffRules:
    """The partnership's steps. `days`: working days between the close of returns and the post.
    `approvers`: Slack ids of those who may approve beside the coordinators (the chair).
    `thresholds`: when the summary calls a measure on course; `report_of`: whose report its papers
    are ("Chief Officer, Communities"), empty for nobody's."""

    steps: frozenset[SignOffStep] = frozenset()
    days: int = 3
    approvers: tuple[str, ...] = ()
    thresholds: Thresholds = USUAL
    report_of: str = ""

    def has(self, step: SignOffStep) -> bool:
        """Whether the partnership takes this step."""
        return step in self.steps


@dataclass(frozen=True, slots=True)
class Attestation:
    """An agency's word that its lines are right. `source`: how it was given ("Slack", or what a
    coordinator wrote for a partner who is not in Slack)."""

    agency: str
    by: str
    at: datetime
    source: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """How far one quarter is. `comment` stands on top of its summary, `comments` under actions that
    are off track, by reference."""

    comment: str = ""
    comments: tuple[tuple[str, str], ...] = ()
    attested: tuple[Attestation, ...] = ()

    def commented(self, comment: str, comments: dict[str, str]) -> SignOff:
        """With these comments in place of those before."""
        given = tuple((ref, text) for ref, text in comments.items() if text)
        return replace(self, comment=comment, comments=given)

    def attest(self, attestation: Attestation) -> SignOff:
        """With the word of one more agency; the last one of an agency counts."""
        others = tuple(a for a in self.attested if a.agency != attestation.agency)
        return replace(self, attested=(*others, attestation))


POSTS_BY_ITSELF = SignOffRules()
NOT_BEGUN = SignOff()
