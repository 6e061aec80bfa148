"""The one that has most or least, came first or last, and the few at the head of an order: the
grids of `superlatives_grid` and `ranks_grid`, by what is answered, on two plans."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.messages.reply import Answer, Mode
from bot.reading.dated import Asker
from bot.reading.reader import read
from tests.reading import ranks_grid, superlatives_grid
from tests.reading.conftest import Book
from tests.reading.ranks_grid import Ranked
from tests.reading.superlatives_grid import Extreme

ORDERED = (
    superlatives_grid.counts,
    superlatives_grid.times,
    superlatives_grid.figures,
    superlatives_grid.orders,
)
RANKED = (ranks_grid.bodies, ranks_grid.doings)


def _answered(text: str, book: Book) -> Answer:
    own = book.led_by()[0].code
    reading = read(text, book.index, book.today, Asker((own,), leads=True))
    caller = Caller("home", "U1", Role.LEAD, (own,))
    return answer_reading(reading, AnswerContext(book.progress, caller, book.today))


def _shows(answer: Answer, ranks: tuple[frozenset[str], ...]) -> bool:
    """Whether these actions are shown, those that tie beside one another, and no others."""
    rest = list(answer.refs)
    for rank in ranks:
        if {*rest[: len(rank)]} != rank:
            return False
        rest = rest[len(rank) :]
    return answer.mode is Mode.ANSWER and not rest


@pytest.mark.parametrize("grid", ORDERED)
def test_the_one_that_is_asked_for_is_shown(
    grid: Callable[[Book], Iterator[Extreme]], book: Book
) -> None:
    cases = ((case, _answered(case.text, book)) for case in grid(book))
    faults = [(c.text, a.title, a.refs, c.refs) for c, a in cases if not _shows(a, c.refs)]
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.parametrize("grid", RANKED)
def test_those_that_have_most_are_named(
    grid: Callable[[Book], Iterator[Ranked]], book: Book
) -> None:
    cases = [(case, _answered(case.text, book)) for case in grid(book)]
    faults = [
        (case.text, answer.title, case.names, case.number)
        for case, answer in cases
        if not all(name in answer.title for name in case.names)
        or f"{case.number:g}" not in answer.title
    ]
    assert not faults, "\n".join(map(str, faults))
