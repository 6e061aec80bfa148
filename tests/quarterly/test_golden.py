"""The four summaries of the sample year, word for word: what a councillor reads, kept to be read.

When a wording changes on purpose, write the files again (`GOLDEN=write uv run pytest
tests/quarterly/test_golden.py`), and read what changed aloud before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.blocks import notices
from bot.clock import MovableClock
from bot.core.access import HOME
from bot.core.quarters import Quarter
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.sample import read
from bot.sample.loading import load_sample
from bot.sandbox.demo import HISTORIES
from bot.services import plans, summaries
from bot.services.calendar import BankHolidays
from bot.services.context import Context
from bot.store.store import Store
from tests.factories import Q1, Q2, Q3, Q4, at

FOLDER = Path(__file__).parents[1] / "data" / "golden"
NEXT_POST = "\n\n" + "-" * 40 + "\n\n"
LONDON = ZoneInfo("Europe/London")
QUARTERS = (Q1, Q2, Q3, Q4)


@pytest.fixture
def year(store: Store) -> dict[Quarter, str]:
    """The posts of each quarter of the sample year, closed one after another on their days."""
    timetable = Timetable(LONDON, holidays=BankHolidays("ENG"), channel="C1")
    clock = MovableClock(at("2019-04-09"), LONDON)
    context = Context(store, clock.now, timetable, Labels())
    load_sample(context, HOME)
    for name in HISTORIES:
        content = read(name).encode()
        plans.apply(context, plans.host(context), plans.preview(context, HOME, content, name))
    for quarter in QUARTERS:
        clock.move_to(timetable.moment(timetable.posts(quarter)) + timedelta(minutes=1))
        summaries.close_due(context, HOME)
    return {quarter: NEXT_POST.join(_posts(context, quarter)) + "\n" for quarter in QUARTERS}


def _posts(context: Context, quarter: Quarter) -> Iterator[str]:
    """What is shown of the head and of each part of its thread, and the head as it is read out."""
    stem = summaries.stem_of("2018-19", quarter)
    with context.store.reading(HOME) as records:
        rows = [row for row in records.outbox.recent(500) if row.group == stem]
    for row in sorted(rows, key=lambda row: row.part):
        text, blocks = notices.render(row.kind, row.payload, context.labels)
        shown = (words for block in blocks for words in _words(block))
        yield unescape("\n".join(shown))
        if row.part == 1:
            yield unescape(text)


def _words(block: Any) -> Iterator[str]:
    """Every text of a block, in the order it is drawn."""
    if isinstance(block, list):
        yield from (words for part in block for words in _words(part))
    elif isinstance(block, dict):
        for name, part in block.items():
            if isinstance(part, str) and name in {"text", "alt_text"}:
                yield part
            yield from _words(part)


def test_the_year_reads_as_it_was_last_read_aloud(year: dict[Quarter, str]) -> None:
    for quarter, text in year.items():
        file = FOLDER / f"{quarter.label.replace(' ', '-')}.txt"
        if os.environ.get("GOLDEN") == "write":
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), file.name
