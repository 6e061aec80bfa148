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
from functools import partial, reduce
from threading import Lock

from bot.core.access import Caller
from bot.reading import edits
from bot.reading.encoding import decoded, encoded
from bot.reading.expression import (
    EVERY,
    PLACED,
    Expression,
    Refs,
    Reported,
    all_of,
    conjuncts,
    mapped,
)
from bot.reading.of_one import about_only
from bot.reading.picks import OF_ONE
from bot.reading.wants import ANY, PAGE, Kind, Reading, Want
from bot.services.context import Context
from bot.store.store import Records, Store

ASIDES = frozenset(
    {Kind.NOT_UNDERSTOOD, Kind.PERSONAL, Kind.EMERGENCY, Kind.GREETING, Kind.THANKS, Kind.HELP}
    | {Kind.OUTSIDE, Kind.MANAGE, Kind.HOW_TO_UPDATE, Kind.FACT, Kind.LAST_YEAR}
)
"""Asides: what was before is gone on with behind them."""
_MOST = 60
"""Actions of a list that are remembered."""
_MOST_NOTED = 20
"""Readings of one talk that wait to be written, however long the database takes none."""
_Key = tuple[str, str, str]
_Entry = tuple[tuple[Reading, ...], datetime]  # readings one after the other, and when the last was


class _Noted:
    """What was understood and is not written yet, by store."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._by_store: dict[Store, dict[_Key, _Entry]] = {}

    def add(self, store: Store, key: _Key, reading: Reading, at: datetime) -> None:
        with self._lock:
            noted = self._by_store.setdefault(store, {})
            before = noted.get(key, ((), at))[0][-_MOST_NOTED:]
            noted[key] = ((*before, reading), at)

    def find(self, store: Store, key: _Key, since: datetime) -> _Entry:
        """What is noted under a key, and since when the database may hold something newer."""
        with self._lock:
            readings, at = self._by_store.get(store, {}).get(key, ((), since))
        return (readings, at) if at >= since else ((), since)

    def all(self, store: Store) -> dict[_Key, _Entry]:
        with self._lock:
            return dict(self._by_store.get(store, {}))

    def written(self, store: Store, entries: dict[_Key, _Entry]) -> None:
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
        noted, at = _noted.find(self._context.store, key, since)
        until = now if noted else ahead  # of a clock that was put back, unless we know better
        find = partial(self._records.conversations.find, caller.user, self._place)
        newer = decoded(find(at, until))  # what another replica wrote since
        return newer or _joined(decoded(find(since, at)) if noted else None, noted)


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
    """What is remembered of a reading: what a follow-up may go on with, and nothing typed. Of what
    was asked of every action of a few, those that were shown."""
    few = (
        reading.want.whether not in {EVERY, ANY}
        and reading.want.kind is Kind.LIST
        and len(shown) <= PAGE
    )
    return Reading(
        replace(reading.want, term=""),
        Refs(shown) if few and shown else reading.over,
        reading.page,
        tuple(("", meant) for _, meant in reading.offers),
        shown=shown[:_MOST],
    )


def of_a_list(reading: Reading, before: Reading | None) -> Reading:
    """A reading with the one behind it: the list that it chose from ("the other one", "just the red
    ones"). A question back is about what was before still."""
    offered = [meant for _, meant in reading.offers]
    if before is None and len(offered) == 1:  # "without 'cabinet'?" is gone on with as if taken
        before = offered[0]
    if before is None:
        return replace(reading, behind=_of_nothing(reading))
    if reading.want.kind is Kind.CHOOSE:
        return replace(before, want=reading.want, offers=reading.offers)
    of_list = before.behind if before.behind and len(before.shown) < 2 else before
    refs = reading.shown if reading.want.kind in OF_ONE else ()
    chosen = bool(refs) and {*refs} < {*of_list.shown}
    over, outer = (mapped(one.over, edits.with_any_part) for one in (reading, of_list))
    named = any(isinstance(part, Refs) for part in conjuncts(over))
    narrowed = not named and {*conjuncts(outer)} < {*conjuncts(over)}
    narrowed = narrowed and {*reading.shown} <= {*of_list.shown}
    first = of_list.behind and (of_list.behind.behind or of_list.behind)  # where narrowing began
    behind = replace(of_list, behind=first) if chosen or narrowed else _run(before, refs)
    again = (one for one in (before, before.behind) if one and one.over == reading.over)
    behind = behind or next((one.behind for one in again), None)  # the same set, or gone back to
    behind = behind or _of_nothing(reading)
    return replace(reading, behind=behind, gathered=_in_turn(before, reading))


def _of_nothing(reading: Reading) -> Reading | None:
    """What is gone on with after an empty answer: whose the actions are and what they are about,
    without the state that left none ("is anything we lead overdue", "which are finished?")."""
    placed = about_only(reading.over, PLACED)
    return None if reading.shown or placed in {reading.over, EVERY} else Reading(Want(), placed)


def _run(before: Reading, refs: tuple[str, ...]) -> Reading | None:
    """Actions asked about one by one, as a list ("DA7", "and DA8?", "back to the first one")."""
    one = before.want.kind in OF_ONE and len(before.shown) == len(refs) == 1
    if not one or before.shown == refs:
        return None
    behind = before.behind
    run = behind.shown if behind and behind.over == Refs(behind.shown) else before.shown
    return Reading(Want(), Refs((*run, *refs)), shown=(*run, *refs)[-_MOST:])


def _in_turn(before: Reading, new: Reading) -> tuple[Expression, ...]:
    """The sets asked for one after the other, the new one the last, when it has another condition
    of the same side in the place of one before ("and domestic abuse?"); none otherwise."""
    old, new_parts = (conjuncts(_reported(one)) for one in (before, new))
    (gone, come) = ([p for p in a if p not in b] for a, b in ((old, new_parts), (new_parts, old)))
    sides = ({*map(edits.side_of, parts)} for parts in (gone, come))
    alike = len({*map(frozenset, sides)}) == 1 and len({*map(edits.side_of, gone)}) == 1
    sets = before.gathered or (_reported(before),)
    return (*sets[-_MOST_SETS:], _reported(new)) if alike else sets if not (gone or come) else ()


def _reported(reading: Reading) -> Expression:
    """The set a reading is of; of the updates of a quarter, the actions reported on for it."""
    want, (quarter, *more) = reading.want, (*reading.want.quarters, None)
    of_updates = want.noun == "update" or want.kind is Kind.LATEST
    one = quarter is not None and not any(more) and of_updates
    return all_of(reading.over, Reported(quarter)) if one and quarter else reading.over


_MOST_SETS = 9
"""Sets that are remembered behind the last one."""


def write(context: Context) -> None:
    """Commit what was noted: called once an answer has gone out, and when the bot stops. What
    cannot be written stays noted."""
    entries = _noted.all(context.store)
    by_workspace: dict[str, list[tuple[str, str, _Entry]]] = {}
    for (workspace, user, place), entry in entries.items():
        by_workspace.setdefault(workspace, []).append((user, place, entry))
    for workspace, rows in by_workspace.items():
        with context.store.writing(workspace) as records:
            for user, place, (readings, at) in rows:
                stored = records.conversations.find(user, place, at - context.retention.talks, at)
                if last := _joined(decoded(stored), readings):
                    records.conversations.keep(user, place, encoded(last), at, context.now())
    _noted.written(context.store, entries)


def _joined(stored: Reading | None, readings: tuple[Reading, ...]) -> Reading | None:
    """The last of these readings, of whose lists and sets before it may be."""
    return reduce(lambda before, reading: of_a_list(reading, before), readings, stored)
