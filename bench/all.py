"""Every figure of the performance goals with its goal beside it, in about five minutes.

    uv run python bench/all.py

Prints a Markdown table; `docs/performance.md` holds the last one and the machine it was made on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import acknowledge, importing, in_process, memory, quarter_end
from bench.figures import HEADING, Figure, lines

PARTS: dict[str, Callable[[], Iterator[Figure]]] = {
    "A question over HTTP": acknowledge.measure,
    "A question in process": in_process.measure,
    "Many questions": memory.measure,
    "A quarter's end, 300 partnerships": quarter_end.measure,
    "Import": importing.measure,
}


def main() -> None:
    """Measure and print, part by part."""
    for title, measure in PARTS.items():
        print(f"\n### {title}\n", *HEADING, sep="\n")
        for line in lines(measure()):
            print(line, flush=True)


if __name__ == "__main__":
    main()
