"""Trusted delivery: every row of the outbox appears in Slack once, or somebody is told why not.

Any number of processes may call `deliver` at once: a row is theirs by lease, and what became of it
is written only by the one that still holds it. An answer nobody got is never repeated blindly; the
channel is read for the row's key first. Slack is called with no transaction open. Looks and posts
take turns, and so do partnerships and kinds: nobody's thousand messages hold up another's summary.
"""

from __future__ import annotations

import time
from collections import deque
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from bot.core.dataclass import dataclass
from bot.core.outgoing import LookupResult, Outgoing, PostResult, PostState
from bot.core.remedies import as_sent_to, meaning, remedy
from bot.messages.notices import Message, PostHeld, Redraw
from bot.services.context import Context
from bot.services.hands import Hands, Inline
from bot.services.outbox import tell_coordinators
from bot.services.posted import late_words
from bot.store.store import Records

LOOK_FIRST_AFTER = timedelta(minutes=1)
"""A row that was due this much before the process began is looked for before it is posted: a
database restored from a backup may have forgotten that it was."""
CLOCK_SKEW = timedelta(minutes=5)
"""How far before the first attempt a look begins: hosts' clocks differ from Slack's."""
UNREADABLE = "unreadable"
"""Our word for a channel that could not be read to the end (see `core.remedies`)."""
RESTORED = timedelta(days=14)
"""How far before its time a row that was never tried is looked for: a coordinator may have posted
a summary early, and the backup be older than that."""
GIVE_UP_AFTER = timedelta(hours=6)
"""When a channel cannot be read to the end of the window for so long, people are asked."""
TRIES = 500
DELIVER_FOR = timedelta(minutes=1)
"""Rows one call of `deliver` handles at most, and for how long: what has become due meanwhile is
made by the next tick."""


class Poster(Protocol):
    """The posting side of Slack (`bot.slack.posting`), or a stand-in."""

    def post(self, row: Outgoing, parent: Outgoing | None, late: str = "") -> PostResult:
        """Post a row, once, into its parent's thread when it has one."""
        ...

    def look(
        self, row: Outgoing, parent: Outgoing | None, since: datetime, until: datetime
    ) -> LookupResult:
        """Look for messages that carry the row's key, posted between two moments."""
        ...

    def remove(self, workspace: str, channel: str, ts: str) -> bool:
        """Take back a double."""
        ...

    def busy(self) -> frozenset[tuple[str, str]]:
        """Channels, each with its workspace, that were posted to so lately that they must wait."""
        ...

    def rest(self) -> bool:
        """Wait until one of the busy channels may be posted to. False when none is busy."""
        ...

    def reach(self, workspace: str, channel: str) -> str:
        """Why a channel cannot be posted to (Slack's word), or empty."""
        ...

    def is_welcome(self, workspace: str) -> bool:
        """Whether Slack accepts the workspace's token."""
        ...


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How long a row is ours, and the waits between looks: as many empty looks prove it absent.

    The lease is more than twice the posting client's timeout (`bot.slack.posting.TIMEOUT_SECONDS`).
    """

    lease: timedelta = timedelta(seconds=60)
    looks: tuple[timedelta, ...] = (
        timedelta(seconds=5),
        timedelta(seconds=15),
        timedelta(seconds=30),
    )


class Delivering:
    """One process's share of the work. The time is asked anew for every row."""

    def __init__(
        self,
        context: Context,
        poster: Poster,
        policy: RetryPolicy | None = None,
        hands: Hands | None = None,
    ) -> None:
        self._store = context.store
        self._now = context.now
        self._timetable = context.timetable
        self._poster = poster
        self._policy = policy or RetryPolicy()
        self._hands = hands or Inline()
        self._under_way: set[tuple[str, str]] = set()
        self._served: set[tuple[str, str]] = set()
        self._is_for_looks = False
        self._began = context.now()

    def deliver(self) -> int:
        """Settle what is uncertain and post what is due; how many rows were handled."""
        looks = deque(self._store.unsettled(self._now()))
        handled, ends = 0, self._now() + DELIVER_FOR
        while handled < TRIES and self._now() < ends:
            begun = self._begin_look(looks) + self._begin_posts()
            handled += begun
            if not begun and not self._hands.wait() and not looks and not self._poster.rest():
                break
        while self._hands.wait():
            pass
        return handled

    def _begin_look(self, looks: deque[Outgoing]) -> int:
        """Give one look to a free hand. Of a single free one looks and posts have it by turns."""
        self._is_for_looks = not self._is_for_looks
        free = self._hands.free()
        if not looks or not free or (free == 1 and not self._is_for_looks):
            return 0
        self._hands.give(partial(self._look, looks.popleft()))
        return 1

    def _begin_posts(self) -> int:
        """Give rows to the hands that are free, of channels nobody is busy with. Of the queues that
        wait, each has its turn before any has another."""
        free = self._hands.free()
        if not free:
            return 0
        busy = self._under_way | self._poster.busy()
        rows = self._store.claim(self._policy.lease, self._now(), free, busy, self._served)
        queues = {(row.workspace, row.kind) for row in rows}
        self._served = queues if queues & self._served else self._served | queues
        self._under_way |= {(row.workspace, row.channel) for row in rows}
        for row in rows:
            self._hands.give(partial(self._carry, row))
        return len(rows)

    def _look(self, row: Outgoing) -> None:
        self._settled(row, self._looked(row, self._parent(row)))

    def _looked(self, row: Outgoing, parent: Outgoing | None) -> LookupResult:
        """What a look came to, in the window in which the row's message can be."""
        until = (row.tried_at or self._now()) + self._policy.lease + CLOCK_SKEW
        return self._poster.look(row, parent, _first_tried(row), until)

    def _carry(self, row: Outgoing) -> None:
        try:
            self._send(row)
        finally:
            self._under_way.discard((row.workspace, row.channel))

    def _send(self, row: Outgoing) -> None:
        claimed = time.monotonic()
        parent = self._parent(row)
        if row.attempts > 1 or self._began - row.due_at > LOOK_FIRST_AFTER:
            looked = self._looked(row, parent)
            if looked.stamps or looked.error:
                self._settled(row, looked)
                return
            if time.monotonic() - claimed > self._policy.lease.total_seconds() / 2:
                self._give_back(row)  # too slow: no time left to post while the row is ours
                return
        tried = self._poster.post(row, parent, self._late(row, parent))
        if tried.state is PostState.SENT:
            self._sent(row, tried)
        else:
            self._not_sent(row, tried)

    def _late(self, row: Outgoing, parent: Outgoing | None) -> str:
        """What the message says of being late; one that is drawn anew says what it said."""
        if parent is not None and row.kind == Redraw.__name__:
            return late_words(parent, parent.sent_at, self._timetable)
        return late_words(row, self._now(), self._timetable)

    def _parent(self, row: Outgoing) -> Outgoing | None:
        if row.part == 1:
            return None
        with self._store.reading(row.workspace) as records:
            return records.outbox.group(row.group)[0]

    def _give_back(self, row: Outgoing) -> None:
        with self._store.writing(row.workspace) as records:
            records.outbox.move(row, PostState.PENDING)

    def _sent(self, row: Outgoing, tried: PostResult) -> None:
        """Record our message. When the row was settled with another one meanwhile, ours goes."""
        with self._store.writing(row.workspace) as records:
            current = records.outbox.get(row.key)
            if current is None or current.state is not PostState.SENT:
                records.outbox.move(
                    current or row,
                    PostState.SENT,
                    ts=tried.ts,
                    posted_channel=tried.channel,
                    sent_at=self._now(),
                    last_error="",
                )
                return
        if current.ts != tried.ts:
            self._poster.remove(row.workspace, tried.channel, tried.ts)

    def _not_sent(self, row: Outgoing, tried: PostResult) -> None:
        wait = max(tried.wait, self._policy.looks[0])
        with self._store.writing(row.workspace) as records:
            moved = records.outbox.move(
                row,
                tried.state,
                last_error=tried.error,
                not_before=self._now() + wait,
                looks=0,
                looked_to="",
            )
            if moved and tried.state in {PostState.HELD, PostState.DEAD}:
                self._tell(records, row, tried.error)
        if tried.shut_out:
            self._store.pause(row.workspace, tried.error, self._now())

    def _settled(self, row: Outgoing, looked: LookupResult) -> None:
        """Write down what a look proved: posted, absent, not known yet, or not to be found out."""
        if looked.stamps:
            first, *doubles = looked.stamps
            self._sent(row, PostResult(PostState.SENT, first, looked.channel))
            for ts in doubles:
                self._poster.remove(row.workspace, looked.channel, ts)
            return
        with self._store.writing(row.workspace) as records:
            if looked.mendable or self._is_too_long(row, looked):
                error = looked.error if looked.mendable else UNREADABLE
                if records.outbox.move(row, PostState.HELD, last_error=error, looked_to=""):
                    self._tell(records, row, error)
            elif looked.error:
                self._go_on_later(records, row, looked)
            else:
                self._absent(records, row)

    def _is_too_long(self, row: Outgoing, looked: LookupResult) -> bool:
        """Whether a channel is read page by page for so long that people must look themselves."""
        begun = row.first_attempt_at or self._now()
        return bool(looked.position) and self._now() - begun > GIVE_UP_AFTER

    def _go_on_later(self, records: Records, row: Outgoing, looked: LookupResult) -> None:
        state = PostState.PENDING if row.state is PostState.SENDING else row.state
        later = self._now() + max(looked.wait, self._policy.looks[-1])
        records.outbox.move(
            row, state, last_error=looked.error, not_before=later, looked_to=looked.position
        )

    def _absent(self, records: Records, row: Outgoing) -> None:
        looks = row.looks + 1
        if looks >= len(self._policy.looks):
            records.outbox.move(row, PostState.PENDING, looks=0, not_before=None, looked_to="")
        else:
            later = self._now() + self._policy.looks[looks]
            records.outbox.move(row, row.state, looks=looks, not_before=later, looked_to="")

    def _tell(self, records: Records, row: Outgoing, error: str) -> None:
        """One message to each coordinator about a post that waits for them."""
        if row.kind in {Message.__name__, PostHeld.__name__, Redraw.__name__}:
            return  # nobody else could be told, or (of what stands already) nothing is missing
        due, error = self._timetable.show(row.due_at), as_sent_to(error, row.channel)
        text = f"A post due {due} is held: {meaning(error)}. {remedy(error)}".strip()
        notice = PostHeld(text, row.key)
        key = f"held:{row.key}:{row.attempts}"
        tell_coordinators(records, self._timetable, key, notice, self._now())


def _first_tried(row: Outgoing) -> datetime:
    """From when on the row's message may be in the channel."""
    earliest = row.due_at - RESTORED
    if row.attempts > 1 or row.state is PostState.UNCERTAIN:
        earliest = min(row.first_attempt_at or row.due_at, row.due_at) - CLOCK_SKEW
    return earliest
