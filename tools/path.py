"""The path of a question: which files and functions of the bot `read` passes for it.

    uv run python -m tools.path ["a question" ...]

Counts what is called when a text is read for the first time by an index already built.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import FrameType

from bot.areas import load_area
from bot.reading.dated import Asker
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.sample import sample_plan

TODAY = date(2018, 10, 10)
BOT = str(Path(__file__).parents[1] / "bot")
QUESTIONS = ("what is red?", "who leads on burglary", "which police actions are amber or overdue")


def passed(text: str, index: Index) -> set[tuple[str, str]]:
    """File and name of every function that reading the text calls."""
    calls: set[tuple[str, str]] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(BOT) and code.co_name[0] != "<":
            calls.add((code.co_filename.removeprefix(BOT), code.co_qualname))

    sys.setprofile(note)
    try:
        read(text, index, TODAY, Asker(("KP",), leads=True))
    finally:
        sys.setprofile(None)
    return calls


def main() -> None:
    """Print the counts of each question, with the functions by room."""
    plan = sample_plan()
    index = Index(plan, area=load_area(plan.area))
    read("who leads fly-tipping by the end of Q1, and why?", index, TODAY)
    for text in sys.argv[1:] or QUESTIONS:
        calls = passed(text, index)
        rooms = dict(Counter(file.split("/")[1] for file, _ in calls))
        files = len({file for file, _ in calls})
        print(f"{files} files, {len(calls)} functions: {text}  {rooms}")


if __name__ == "__main__":
    main()
