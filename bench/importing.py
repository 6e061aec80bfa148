"""How long the preview of a large return takes: 5,000 rows of a workbook, guard and all.

uv run python bench/importing.py [--rows 5000]
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from openpyxl import Workbook

from bench.figures import HEADING, Figure, lines
from bench.in_process import a_bot
from bot.core.access import HOME
from bot.sample import sample_plan
from bot.services.plans import preview

STATUSES = ("On track", "At risk", "Off track", "Complete")
NOTES = (
    "Sessions ran at both schools; the next round is booked for the autumn.",
    "The patrol plan was agreed with partners and is reviewed each month.",
    "Recruitment is slower than planned; two posts are advertised again.",
)


def workbook(rows: int, own: int) -> bytes:
    """A return of so many updates of the sample plan's actions; one note in `own` is its own."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Return")
    sheet.append(["Ref", "Quarter", "Status", "Update"])
    refs = [action.ref for action in sample_plan().actions]
    for row in range(rows):
        note = NOTES[row % len(NOTES)] + (f" Round {row}." if row % own == 0 else "")
        sheet.append([refs[row % len(refs)], f"Q{row % 4 + 1} 2018-19", STATUSES[row % 4], note])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def measure(rows: int = 5_000) -> Iterator[Figure]:
    """CPU seconds of a preview, where notes are repeated as offices do and where none is."""
    for own, name in ((10, "one note in ten its own"), (1, "every note its own")):
        with tempfile.TemporaryDirectory() as folder:
            bot, content = a_bot(folder), workbook(rows, own)
            began = process_time()
            read = preview(bot.context, HOME, content, "return.xlsx")
            took = process_time() - began
            bot.close()
        note = f"{read.kind}, {len(read.updates)} updates, {len(read.problems)} problems"
        yield Figure(f"preview of {rows:,} rows, {name}, CPU", took, "s", goal=3, note=note)


def main() -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=5_000)
    print(*HEADING, *lines(measure(parser.parse_args().rows)), sep="\n")


if __name__ == "__main__":
    main()
