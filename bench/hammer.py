"""Does the store lose anything when many processes read and write it at once, and some are killed?

Starts processes that each, as fast as they can: report (update, outbox row and audit line in one
commit), give a transaction up half-way, compete for the same delivery, claim and post, and read.
Every few seconds one of them is killed with -9 and another takes its place. Each process writes
down what it was told was done only after the commit; at the end that is held against the database.
Exits 1 when anything is missing, doubled, half there, or raised.

    uv run python bench/hammer.py [--processes 8] [--seconds 60] [--kill-every 5] [--url URL]

`--url` names an EMPTY database to use (PostgreSQL too); without it, a SQLite file of its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.core.errors import where
from bot.core.outgoing import PostState
from bot.core.plan import Update
from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.sample import sample_plan
from bot.store.store import Store

WORKSPACE = "T0HAMMER"
NOW = datetime(2018, 5, 10, 9, tzinfo=UTC)
NEVER_ENDS = timedelta(days=1)
"""A lease no run outlives: a row claimed twice was then claimed wrongly."""
GIVEN_UP = "given-up"


class GivenUp(Exception):
    """Raised inside a transaction to undo it."""


@dataclass
class Worker:
    """One process: what it does to the store, and the report it keeps of what was confirmed."""

    store: Store
    report: Path
    number: int
    made: int = 0
    contest: int = 0
    seen: int = 0
    own: set[str] = field(default_factory=set)
    slowest: float = 0.0

    def run(self, seconds: float) -> None:
        """Do one deed after the other for `seconds`; a fault is written down, not raised."""
        choose = random.Random(self.number)
        deeds = [self.save, self.save, self.give_up, self.compete, self.post, self.look]
        until = time.monotonic() + seconds
        while (began := time.monotonic()) < until:
            deed = choose.choice(deeds)
            try:
                deed()
            except Exception as fault:  # every fault is a finding; the hammering goes on
                self.note("fault", f"{deed.__name__}: {type(fault).__name__} at {where(fault)}")
            self.slowest = max(self.slowest, time.monotonic() - began)
        self.note("slowest", f"{self.slowest:.3f}")

    def save(self) -> None:
        """Report: three rows, one commit."""
        name = self._name()
        self._write(name)
        self.own.add(name)
        self.note("saved", name)

    def give_up(self) -> None:
        """Write the same three rows, then undo them."""
        try:
            self._write(f"{GIVEN_UP}-{self._name()}", fails=True)
        except GivenUp:
            self.note("given up", "")

    def compete(self) -> None:
        """Take the next delivery, which every other process tries to take too."""
        self.contest += 1
        key = f"event:{self.contest}"
        with self.store.writing(WORKSPACE) as records:
            first = records.receipts.first(key, NOW)
        if first:
            self.note("won", key)

    def post(self) -> None:
        """Claim what is to be posted, and mark it sent."""
        for row in self.store.claim(NEVER_ENDS, NOW, limit=3):
            self.note("claimed", row.key)
            with self.store.writing(WORKSPACE) as records:
                moved = records.outbox.move(row, PostState.SENT, ts=f"{self.number}", sent_at=NOW)
            self.note(*("sent", row.key) if moved else ("fault", "post: a claimed row was moved"))

    def look(self) -> None:
        """Read: one consistent state, never an older one, and everything of one's own in it."""
        with self.store.reading(WORKSPACE) as records:
            progress, version = records.plans.progress(NOW.date()), records.version
        ids = {update.id for standing in progress.standings for update in standing.updates}
        if version != len(ids) + 1:
            self.note("fault", "look: updates and version of different moments")
        if len(ids) < self.seen:
            self.note("fault", "look: an older state than the one before")
        if self.own - ids:
            self.note("fault", "look: its own updates were missing")
        self.seen = len(ids)
        self.note("looked", "")

    def note(self, deed: str, what: str) -> None:
        """Add a line to the report. Unbuffered, so that being killed takes nothing back."""
        with self.report.open("ab", buffering=0) as report:
            report.write(f"{deed}\t{what}\n".encode())

    def _name(self) -> str:
        self.made += 1
        return f"{self.number}-{self.made}"

    def _write(self, name: str, *, fails: bool = False) -> None:
        with self.store.writing(WORKSPACE) as records:
            records.plans.add_update(an_update(name))
            records.outbox.put(name, channel="C1", kind="hammer", payload="{}", due_at=NOW)
            records.audit.note(NOW, "hammer", "report", name)
            if fails:
                raise GivenUp


def an_update(name: str) -> Update:
    """A small update of the sample plan's action ASB3, with `name` as its id."""
    quarter = Quarter(2018, 1)
    return Update(
        id=name, ref="ASB3", at=NOW, quarter=quarter, status=Status.ON_TRACK, agency="SDC", by="U1"
    )


def work(url: str, report: Path, number: int, seconds: float) -> None:
    """The body of one process."""
    store = Store(url)
    Worker(store, report, number).run(seconds)
    store.close()


def hammer(url: str, folder: Path, processes: int, seconds: float, kill_every: float) -> list[int]:
    """Run the processes, killing and replacing one every `kill_every` seconds (0: none).

    Gives back the exit codes of those that were not killed."""
    spawn = multiprocessing.get_context("spawn")
    until = time.monotonic() + seconds
    numbers = iter(range(1, 1_000_000))

    def start() -> BaseProcess:
        number = next(numbers)
        left = max(0.0, until - time.monotonic())
        process = spawn.Process(target=work, args=(url, folder / f"{number}.tsv", number, left))
        process.start()
        return process

    running = [start() for _ in range(processes)]
    while kill_every and time.monotonic() + kill_every < until:
        time.sleep(kill_every)
        victim = running.pop(0)
        victim.kill()
        victim.join()
        running.append(start())
    for process in running:
        process.join()
    return [process.exitcode or 0 for process in running]


def lines(folder: Path) -> Iterator[tuple[str, str]]:
    """(deed, what) of every process's report."""
    for report in sorted(folder.glob("*.tsv")):
        for line in report.read_text().splitlines():
            deed, _, what = line.partition("\t")
            yield deed, what


def problems(store: Store, said: dict[str, list[str]]) -> Iterator[str]:
    """What the database holds against what was `said` (deed -> its subjects): each difference."""
    with store.reading(WORKSPACE) as records:
        recorded = {update.id for update in records.plans.record()}
        rows = {row.key: row for row in records.outbox.recent(limit=sys.maxsize)}
        audited = {entry.subject for entry in records.audit.all()}
        version = records.version
    yield from (f"{times} times: {fault}" for fault, times in Counter(said["fault"]).most_common())
    yield from _each("confirmed but lost", set(said["saved"]) - recorded)
    yield from _each("half a transaction", (recorded ^ set(rows)) | (recorded ^ audited))
    yield from _each("given up but stored", (name for name in recorded if GIVEN_UP in name))
    for deed in ("won", "claimed", "sent"):
        yield from _each(f"{deed} twice", _doubled(said[deed]))
    yield from _each("attempted twice", (key for key, row in rows.items() if row.attempts > 1))
    sent = {key for key, row in rows.items() if row.state is PostState.SENT}
    yield from _each("sent, but not marked so", set(said["sent"]) - sent)
    if version != len(recorded) + 1:
        yield f"version {version} after {len(recorded)} updates and a plan"
    yield from (f"no process ever {deed}" for deed in ("saved", "won", "sent") if not said[deed])


def _each(what: str, names: Iterable[str]) -> Iterator[str]:
    found = sorted(names)
    if found:
        yield f"{what}: {len(found)}, such as {found[0]}"


def _doubled(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def damage(url: str) -> Iterator[str]:
    """What SQLite itself finds wrong with the file; nothing for another database."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and address.database:
        connection = sqlite3.connect(address.database)
        (found,) = connection.execute("PRAGMA integrity_check").fetchone()
        connection.close()
        if found != "ok":
            yield f"damaged file: {found}"


def run(url: str, folder: Path, options: argparse.Namespace) -> list[str]:
    """Hammer the database at `url` and print what was done; gives back the problems."""
    store = Store(url)
    with store.writing(WORKSPACE) as records:
        records.plans.save(sample_plan(), NOW)
    codes = hammer(url, folder, options.processes, options.seconds, options.kill_every)
    said: dict[str, list[str]] = {deed: [] for deed in ("saved", "won", "claimed", "sent", "fault")}
    for deed, what in lines(folder):
        said.setdefault(deed, []).append(what)
    found = [*problems(store, said), *damage(url)]
    found += [f"a process ended by itself with {code}" for code in codes if code]
    store.close()
    slowest = max(map(float, said.pop("slowest", [])), default=0.0)
    done = ", ".join(f"{len(what)} {deed}" for deed, what in said.items() if deed != "fault")
    print(f"{options.processes} processes, {options.seconds:g} s: {done}")
    print(f"slowest deed {slowest:.2f} s")
    return found


def main() -> int:
    """Run it; 0 when nothing was lost, doubled, half there or raised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--kill-every", type=float, default=5)
    parser.add_argument("--url", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.url or f"sqlite:///{folder}/hammer.sqlite3"
        found = run(url, Path(folder), options)
    print("\n".join(found) or "no error, nothing lost")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
