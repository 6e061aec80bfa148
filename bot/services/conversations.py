"""What "and the police?" or a typed number is about: each person's last reading in each place.

Kept in the database, so that it holds after a restart and on any replica; never the words typed,
only how they were understood. It is written behind the answer: `keep` only notes it, `write`
commits what was noted once the answer has gone out, so that no question waits for a commit. Of two
replicas' readings the later one counts, whichever is written first. A process that is killed before
it wrote (20 ms after an answer, half a second while many ask: `hands.Soon`) loses the last reading;
the answer to a follow-up names all it goes on with.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from threading import Lock

from bot.core.access import Caller
from bot.reading.encoding import decoded, encoded
from bot.reading.follow_ups import of_a_list
from bot.reading.wants import Kind, Reading
from bot.services.context import Context
from bot.store.store import Records, Store

ASIDES = frozenset(
    {Kind.NOT_UNDERSTOOD, Kind.PERSONAL, Kind.EMERGENCY, Kind.GREETING, Kind.THANKS, Kind.HELP}
    | {Kind.OUTSIDE, Kind.MANAGE, Kind.HOW_TO_UPDATE, Kind.FACT, Kind.LAST_YEAR}
)
"""Asides: what was before is gone on with behind them."""
_MOST = 60
"""Actions of a list that are remembered."""
_Key = tuple[str, str, str]


class _Noted:
    """What was understood and is not written yet, by store."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._by_store: dict[Store, dict[_Key, tuple[Reading, datetime]]] = {}

    def add(self, store: Store, key: _Key, reading: Reading, at: datetime) -> None:
        with self._lock:
            self._by_store.setdefault(store, {})[key] = (reading, at)

    def find(self, store: Store, key: _Key, since: datetime) -> tuple[Reading | None, datetime]:
        """What is noted under a key, and since when the database may hold something newer."""
        with self._lock:
            reading, at = self._by_store.get(store, {}).get(key, (None, since))
        return (reading, at) if at >= since else (None, since)

    def all(self, store: Store) -> dict[_Key, tuple[Reading, datetime]]:
        with self._lock:
            return dict(self._by_store.get(store, {}))

    def written(self, store: Store, entries: dict[_Key, tuple[Reading, datetime]]) -> None:
        """Forget what is in the database now; what was noted meanwhile stays."""
        with self._lock:
            noted = self._by_store.get(store, {})
            for key, entry in entries.items():
                if noted.get(key) is entry:
                    del noted[key]
            if not noted:
                self._by_store.pop(store, None)


_noted = _Noted()


class Earlier:
    """What a follow-up goes on with, fetched when it is asked for. `asked`: somebody did."""

    def __init__(self, records: Records, context: Context, caller: Caller, place: str) -> None:
        self._records, self._context = records, context
        self._caller, self._place = caller, place
        self.asked = False

    def __call__(self) -> Reading | None:
        """The reading before, or None: nothing before, too long ago, or no place at all."""
        self.asked = bool(self._place)  # without a place nothing was before
        if not self._place:
            return None
        caller, now = self._caller, self._context.now()
        key = (caller.workspace, caller.user, self._place)
        since, ahead = now - self._context.retention.talks, now + self._context.retention.talks
        noted, since = _noted.find(self._context.store, key, since)
        until = now if noted else ahead  # of a clock that was put back, unless we know better
        stored = self._records.conversations.find(caller.user, self._place, since, until)
        return decoded(stored) or noted  # what another replica wrote since is newer


def keep(
    context: Context, caller: Caller, place: str, reading: Reading, shown: tuple[str, ...]
) -> None:
    """Note a reading that can be continued, with the actions that were shown."""
    if not place or reading.want.kind in ASIDES:
        return
    _noted.add(
        context.store,
        (caller.workspace, caller.user, place),
        continuable(reading, shown),
        context.now(),
    )


def continuable(reading: Reading, shown: tuple[str, ...]) -> Reading:
    """What is remembered of a reading: what a follow-up may go on with, and nothing typed."""
    return Reading(
        replace(reading.want, term=""),
        reading.over,
        reading.page,
        tuple(("", meant) for _, meant in reading.offers),
        shown=shown[:_MOST],
    )


def write(context: Context) -> None:
    """Commit what was noted: called once an answer has gone out, and when the bot stops. What
    cannot be written stays noted."""
    entries = _noted.all(context.store)
    by_workspace: dict[str, list[tuple[str, str, Reading, datetime]]] = {}
    for (workspace, user, place), (reading, at) in entries.items():
        by_workspace.setdefault(workspace, []).append((user, place, reading, at))
    for workspace, rows in by_workspace.items():
        with context.store.writing(workspace) as records:
            for user, place, reading, at in rows:
                _write_one(records, context, (user, place), reading, at)
    _noted.written(context.store, entries)


def _write_one(
    records: Records, context: Context, who_where: tuple[str, str], reading: Reading, at: datetime
) -> None:
    """Write a reading in the place of the one before it, of whose list it may be."""
    stored = records.conversations.find(*who_where, at - context.retention.talks, at)
    payload = encoded(of_a_list(reading, decoded(stored)))
    records.conversations.keep(*who_where, payload, at, context.now())
