"""The life of one thing to be posted: states, and what a try at posting it can come to.

Facts of delivery only; `store.outbox` keeps the rows, `services.delivery` moves them, `post`
makes the one Web API call.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.core.dataclass import dataclass


class PostState(StrEnum):
    """State of an outbox row.

    pending -> sending (lease) -> sent | pending (not before) | uncertain | held | dead;
    uncertain -> sent (found in the channel) | pending (proved absent) | held (unreadable).
    skipped: became pointless before it was sent, with the reason.
    """

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    HELD = "held"
    DEAD = "dead"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One row of the outbox. `channel` is a channel or user id; `kind` names the notice's class.

    Part 1 of `n_parts` is the parent; later parts go into its thread. `due_at` is when it should
    have been said, so that a late post can say so. `tried_at`: when it was last claimed;
    `looked_to`: how far a look in its channel came that was cut short.
    """

    key: str
    workspace: str
    channel: str
    kind: str
    payload: str
    due_at: datetime
    group: str = ""
    part: int = 1
    n_parts: int = 1
    state: PostState = PostState.PENDING
    not_before: datetime | None = None
    lease_until: datetime | None = None
    attempts: int = 0
    looks: int = 0
    first_attempt_at: datetime | None = None
    tried_at: datetime | None = None
    looked_to: str = ""
    ts: str = ""
    posted_channel: str = ""
    sent_at: datetime | None = None
    last_error: str = ""


@dataclass(frozen=True, slots=True)
class PostResult:
    """What one call to Slack came to.

    `state` is SENT (with `ts` and `channel`), PENDING (not accepted for certain: try again after
    `wait`), UNCERTAIN (nobody knows whether it was accepted), HELD (a person can mend it) or DEAD
    (Slack will never take it). `error` is Slack's word for it, never text people wrote.
    `shut_out`: the whole workspace refuses us (token revoked), so everything of it must wait.
    """

    state: PostState
    ts: str = ""
    channel: str = ""
    error: str = ""
    wait: timedelta = timedelta(0)
    shut_out: bool = False


@dataclass(frozen=True, slots=True)
class LookupResult:
    """What a look in the channel for a row's key came to.

    `stamps`: the messages that carry it, oldest first; none of them and no `error` proves the row
    absent so far. `error` with `mendable`: the channel cannot be read until somebody mends that;
    else the next look, after `wait`, goes on from `position`.
    """

    stamps: tuple[str, ...] = ()
    channel: str = ""
    error: str = ""
    mendable: bool = False
    wait: timedelta = timedelta(0)
    position: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One thing that was due on a local date, and what came of it."""

    kind: str
    period: str
    subject: str
    local_date: date
    due_at: datetime
    outcome: str
    reason: str
