"""Notices: what is to be said, to whom, as plain facts, frozen when committed.

A notice holds no Block Kit: `blocks` draws it when it is posted, `store` keeps its JSON
(`core.codec`).
"""

from __future__ import annotations

from datetime import date

from bot.core.dataclass import dataclass
from bot.core.quarters import Quarter
from bot.core.status import Status


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """An action's declared status changed. Posted to the partnership channel."""

    ref: str
    action: str
    priority: str
    agency: str
    before: Status | None
    after: Status | None
    quarter: Quarter
    by: str
    note: str = ""
    reason: str = ""
    corrective_action: str = ""
    due: date | None = None
    new_due: date | None = None
    sensitive: bool = False
    illustrative: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A plain message of the bot: a courteous line or two (alerts, confirmations to a person)."""

    text: str


@dataclass(frozen=True, slots=True)
class Redraw:
    """A message that stands in Slack is to say what its row (`key`) says now."""

    key: str


@dataclass(frozen=True, slots=True)
class PostHeld:
    """To coordinators: a post waits for somebody to mend something. `key`: the post's."""

    text: str
    key: str


@dataclass(frozen=True, slots=True)
class FileRequest:
    """Files somebody asked for, to be made and sent to them alone.

    `what` is "pack" (the committee paper of the quarter `about`), "annual" (the report of the year
    `about`), "export" (the plan and its history) or "return" (to fill in; `about`: an agency's code
    and a quarter). They are made when they are sent, so that nothing large waits in the outbox.
    """

    what: str
    caption: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class ChangeProposed:
    """To coordinators: a lead asks to change an action. `number`: the proposal's id; `address`: the
    action with its year; `text` says it whole; `lead`: the name of the agency that should lead,
    where one was named; `date`: whether it is about the date; `outcome`: what was decided, empty
    while nothing is."""

    number: str
    address: str
    text: str
    lead: str = ""
    date: bool = False
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """To coordinators: somebody says which agency they are from. `agencies`: codes, as said;
    `called`: the same agencies by name."""

    user: str
    team: str
    name: str
    agencies: str
    called: str = ""
