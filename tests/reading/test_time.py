"""Questions about time, answered right whatever the state, the time and the want: the grids of
`time_grid`, `history_grid` and `colours_grid` on two plans of different kinds."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.progress import show_date
from bot.reading.reader import read
from tests.reading import colours_grid, history_grid, time_grid
from tests.reading.conftest import Book
from tests.reading.time_grid import BOTH, COUNT, Case, Cases, Times

GROUPS = (
    time_grid.as_at, time_grid.at_any_time, time_grid.then_and_now, time_grid.counts_compared,
    time_grid.changed_between, time_grid.updates, time_grid.all_the_time,
    history_grid.reported_and_then_not, history_grid.reported_and_silent_since,
    history_grid.stood_and_stands, history_grid.turns, history_grid.running,
    history_grid.turned_to_another, *colours_grid.GROUPS,
)  # fmt: skip
SAMPLED = 24
Group = Callable[[Times], Cases]


def _fault(case: Case, book: Book) -> str:
    """What is wrong with the answer to a case; "" when it is right."""
    reading = read(case.text, book.index, book.today)
    context = AnswerContext(book.progress, Caller("w", "U1", Role.COORDINATOR), book.today)
    answer = answer_reading(reading, context)
    first = answer.title
    wrong = answer.mode.value != "answer" or {*answer.refs} != case.refs
    if case.kind in {COUNT, BOTH}:
        wrong = wrong or not _says(len(case.refs), first)
    if case.kind == BOTH:
        wrong = wrong or not _says(len(case.then), first)
    wrong = wrong or case.words not in first
    return f"{case.text} -> {first} {sorted(answer.refs)}, not {sorted(case.refs)}" * wrong


def _says(number: int, text: str) -> bool:
    return re.search(rf"\b{number}\b", text) is not None


@pytest.mark.parametrize("group", GROUPS)
def test_a_sample_of_each_kind_of_question_about_time(group: Group, book: Book) -> None:
    cases = list(group(Times(book.progress, book.today)))
    faults = [_fault(case, book) for case in cases[:: max(1, len(cases) // SAMPLED)]]
    assert not any(faults), "\n".join(filter(None, faults))


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_every_question_about_time(group: Group, book: Book) -> None:
    faults = [_fault(case, book) for case in group(Times(book.progress, book.today))]
    assert not any(faults), "\n".join(filter(None, faults))


def test_the_day_asked_about_is_said_first(book: Book) -> None:
    on = Times(book.progress, book.today)
    for when, day in on.ends().items():
        reading = read(f"how many actions were red {when}", book.index, book.today)
        context = AnswerContext(book.progress, Caller("w", "U1", Role.COORDINATOR), book.today)
        assert show_date(day) in answer_reading(reading, context).title
