"""Which entries of a document are new to the record: nothing is said twice, however often a file
comes in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from bot.core.plan import Update
from bot.core.progress import count
from bot.store.store import Records


def identity(update: Update) -> tuple[Any, ...]:
    """What makes two updates the same; of a return the day it was imported is no part of it."""
    values = tuple(
        (reading.measure, reading.value, reading.numerator, reading.denominator)
        for reading in update.readings
    )
    day = None if update.source == "return" else update.at.date()
    content = (update.status, update.note, update.new_due, values)
    return (update.ref, update.quarter, day, *content, update.kind, update.corrects)


def fresh(
    records: Records, carried: Iterable[Update], updates: Iterable[Update], user: str
) -> list[Update]:
    """The entries that are not on record yet, as `user` brings them: those of a history that is
    `carried` keep their ids, the others get new ones."""
    known = {identity(update): update.id for update in records.plans.record()}
    entries = [
        replace(update, id=update.id or records.new_id(), by=user)
        for update in _unknown(carried, known)
    ]
    entries += [
        replace(update, id=records.new_id(), by=user)
        for update in updates
        if identity(update) not in known
    ]
    return entries


def carried_words(records: Records, carried: tuple[Update, ...]) -> tuple[str, ...]:
    """What a history a plan brings would add, as a sentence; none when it brings none."""
    if not carried:
        return ()
    new = len(fresh(records, carried, (), ""))
    added = f"{new:,} of them new" if new else "all of them on record already"
    return (f"Its history has {count(len(carried), 'entry', 'entries')}, {added}.",)


def _unknown(carried: Iterable[Update], known: dict[tuple[Any, ...], str]) -> Iterator[Update]:
    """The carried entries that are on record under no id; what one of them corrects is named as it
    is called on record."""
    ids = set(known.values())
    called: dict[str, str] = {}
    for update in carried:
        entry = replace(update, corrects=called.get(update.corrects, update.corrects))
        same = known.get(identity(entry))
        if same is None and entry.id not in ids:
            yield entry
        elif same is not None:
            called[update.id] = same
