"""Does answering make the process grow? As many answers are kept as ever are; then many people ask
many questions, one in ten of them new, and the memory is watched.

uv run python bench/memory.py [--questions 100000]
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.figures import HEADING, Figure, lines
from bench.in_process import a_bot
from bot.app import Bot
from bot.core.access import HOME, Caller, Role
from bot.services.answers import answer
from bot.store.snapshots import MOST_ANSWERS

ASKED = (
    "ASB{n}", "what is overdue", "priority {n}", "who leads ASB{n}", "how many are red in Q{q}",
    "what did agency {n} report", "is anything about {n} late", "my actions",
)  # fmt: skip
NEW = 10
"""One question in so many is new."""
USUAL = 48
"""The different ones that are asked again and again; a multiple of the lines above."""
ROLES = (Role.COORDINATOR, Role.LEAD, Role.OBSERVER)


def resident_mb() -> float:
    """Resident memory of this process in MB, once what is garbage has been collected."""
    gc.collect()
    line = next(x for x in Path("/proc/self/status").read_text().splitlines() if "VmRSS" in x)
    return int(line.split()[1]) / 1024


def _ask(bot: Bot, number: int, asked: int) -> None:
    """Another person asks question `asked`."""
    text = ASKED[asked % len(ASKED)].format(n=asked, q=asked % 4 + 1)
    answer(bot.context, Caller(HOME, f"U{number}", ROLES[number % 3], ("KP",)), text)


def _fills(bot: Bot, number: int) -> bool:
    """Ask another question; True when as many answers are kept as ever are."""
    _ask(bot, number, number)
    return len(bot.store._snapshots.answers._things) >= MOST_ANSWERS


def measure(questions: int = 20_000) -> Iterator[Figure]:
    """Growth once everything that is kept has been filled, in MB."""
    with tempfile.TemporaryDirectory() as folder:
        bot = a_bot(folder)
        first = next(number for number in count() if _fills(bot, number))
        before = resident_mb()
        for number in range(first, first + questions):
            _ask(bot, number, number if number % NEW == 0 else number % USUAL)
        grown = resident_mb() - before
        bot.close()
    note = f"over {questions:,} questions, at {before:.0f} MB"
    yield Figure("growth of memory", grown, "MB", goal=5, note=note)


def main() -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=100_000)
    print(*HEADING, *lines(measure(parser.parse_args().questions)), sep="\n")


if __name__ == "__main__":
    main()
