"""What was read of a workspace, kept by the version of its records.

The version grows with every change of plans, updates, people, settings and taught words (`grow`),
so one small query says whether what is kept still holds, however much that is.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import cached_property
from threading import Lock
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, update

from bot.store.peek import VERSION
from bot.store.tables import workspaces

T = TypeVar("T")
MOST_WORKSPACES = 512
"""Workspaces kept; the one not asked about for longest goes first."""
MOST_THINGS = 64
"""Things kept of each; the oldest goes first."""
MOST_ANSWERS = 2_000
"""Answers kept, of all workspaces together; some ten kilobytes each."""
MISSING = object()


class Shelf:
    """A bounded number of things, each made once; several threads may use it."""

    def __init__(self, things: dict[Hashable, Any] | None = None, most: int | None = None) -> None:
        self._things = dict(things or {})
        self._most = most or MOST_THINGS
        self._lock = Lock()

    def find(self, key: Hashable) -> Any:
        """What is kept under `key`, or MISSING."""
        return self._things.get(key, MISSING)

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under `key`, made now when nothing is."""
        thing = self.find(key)
        if thing is not MISSING:
            return cast(T, thing)
        made = make()
        with self._lock:
            if len(self._things) >= self._most:
                self._things.pop(next(iter(self._things)))
            self._things[key] = made
        return made

    def copy(self) -> Shelf:
        """Another shelf with the same things."""
        with self._lock:
            return Shelf(self._things)


class Snapshot:
    """One workspace at one version. `lasting` holds what no later version changes."""

    def __init__(self, version: int, lasting: Shelf | None = None) -> None:
        self.version = version
        self.things = Shelf()
        self.lasting = lasting or Shelf()


class Snapshots:
    """The latest snapshot of each workspace, for all transactions of a process."""

    def __init__(self) -> None:
        self._snapshots: OrderedDict[str, Snapshot] = OrderedDict()
        self._lock = Lock()
        self.answers = Shelf(most=MOST_ANSWERS)

    def at(self, workspace: str, version: int) -> Snapshot:
        """The snapshot of a version, an empty one when another is kept."""
        with self._lock:
            snapshot = self._snapshots.get(workspace)
            if snapshot is None or snapshot.version != version:
                snapshot = Snapshot(version, snapshot.lasting if snapshot else None)
        self.put(workspace, snapshot)
        return snapshot

    def seen(self, workspace: str, version: int) -> Snapshot | None:
        """The snapshot of a version if it is the one kept."""
        snapshot = self._snapshots.get(workspace)
        return snapshot if snapshot is not None and snapshot.version == version else None

    def put(self, workspace: str, snapshot: Snapshot) -> None:
        """Keep a snapshot of what is committed."""
        with self._lock:
            self._snapshots[workspace] = snapshot
            self._snapshots.move_to_end(workspace)
            if len(self._snapshots) > MOST_WORKSPACES:
                self._snapshots.popitem(last=False)


class Versioned:
    """One transaction's sight of a workspace. Nothing is asked of the database while everything
    wanted is kept at a version that was `seen` in the same request."""

    def __init__(
        self,
        connect: Callable[[], Connection],
        workspace: str,
        snapshots: Snapshots,
        seen: int | None = None,
    ) -> None:
        self._connect = connect
        self.workspace = workspace
        self._snapshots = snapshots
        self._snapshot = None if seen is None else snapshots.seen(workspace, seen)
        self._sure = False
        self._grown = False

    @cached_property
    def connection(self) -> Connection:
        """The transaction's connection, opened at first need."""
        return self._connect()

    def version(self) -> int:
        """Grows with every change of what is kept here."""
        return self._at_hand().version

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under `key` at this version; `make` reads or derives it."""
        thing = self._at_hand().things.find(key)
        return self._now().things.keep(key, make) if thing is MISSING else cast(T, thing)

    def keep_for_good(self, key: Hashable, make: Callable[[], T]) -> T:
        """The same for what no later version changes (a row that is only ever added)."""
        return self._at_hand().lasting.keep(key, make)

    def find_answer(self, key: Hashable) -> Any:
        """What was answered to `key` at this version, or None."""
        answered = self._snapshots.answers.find((self.workspace, self.version(), key))
        return None if answered is MISSING else answered

    def keep_answer(self, key: Hashable, answered: object) -> None:
        """Answer `key` so for as long as this version lasts. Not for a transaction that changes
        something: what it reads may yet be undone."""
        self._snapshots.answers.keep((self.workspace, self.version(), key), lambda: answered)

    def grow(self) -> None:
        """Something was changed: what was kept holds no more, for this transaction now and for
        everybody once it is committed."""
        before = self._now()
        version = before.version if self._grown else self._next()
        # What this transaction reads may yet be undone: it is kept apart.
        self._snapshot = Snapshot(version, before.lasting.copy())
        self._grown = True

    def _next(self) -> int:
        rows = workspaces
        query = update(rows).where(rows.c.workspace == self.workspace)
        query = query.values(version=rows.c.version + 1).returning(rows.c.version)
        return int(self.connection.execute(query).scalar_one())

    def publish(self) -> None:
        """The transaction was committed: what it has read since its last change holds for all."""
        if self._grown and self._snapshot is not None:
            self._snapshots.put(self.workspace, self._snapshot)

    def _at_hand(self) -> Snapshot:
        return self._snapshot or self._now()

    def _now(self) -> Snapshot:
        """The snapshot of the version this transaction sees."""
        if self._snapshot is None or not self._sure:
            version = self.connection.execute(VERSION, {"asked": self.workspace}).scalar() or 0
            self._snapshot = self._snapshots.at(self.workspace, version)
            self._sure = True
        return self._snapshot
