"""Does answering make the process grow? As many people ask many questions, one in ten of them new,
and the memory is watched.

uv run python bench/memory.py [--questions 100000]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.figures import HEADING, Figure, lines
from bench.in_process import a_bot
from bot.core.access import HOME, Caller, Role
from bot.services.answers import answer

ASKED = (
    "ASB{n}", "what is overdue", "priority {n}", "who leads ASB{n}", "how many are red in Q{q}",
    "what did agency {n} report", "is anything about {n} late", "my actions",
)  # fmt: skip
NEW = 10
"""One question in so many is new."""
USUAL = 48
"""The different ones that are asked again and again; a multiple of the lines above."""
BEGINNING = 0.2
"""The share of questions after which everything that is kept has been filled."""


def resident_mb() -> float:
    """Resident memory of this process in MB."""
    line = next(x for x in Path("/proc/self/status").read_text().splitlines() if "VmRSS" in x)
    return int(line.split()[1]) / 1024


def measure(questions: int = 20_000) -> Iterator[Figure]:
    """Growth after the beginning, in MB."""
    with tempfile.TemporaryDirectory() as folder:
        bot = a_bot(folder)
        roles = (Role.COORDINATOR, Role.LEAD, Role.OBSERVER)
        before = 0.0
        for number in range(questions):
            if number == int(questions * BEGINNING):
                before = resident_mb()
            asked = number if number % NEW == 0 else number % USUAL
            text = ASKED[asked % len(ASKED)].format(n=asked, q=asked % 4 + 1)
            answer(bot.context, Caller(HOME, f"U{number}", roles[number % 3], ("KP",)), text)
        grown = resident_mb() - before
        bot.close()
    share = questions - int(questions * BEGINNING)
    note = f"over {share:,} questions, at {before:.0f} MB"
    yield Figure("growth of memory", grown, "MB", goal=5, note=note)


def main() -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=100_000)
    print(*HEADING, *lines(measure(parser.parse_args().questions)), sep="\n")


if __name__ == "__main__":
    main()
