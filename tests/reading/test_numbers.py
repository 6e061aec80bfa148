"""Figures compared with a number, with the target and with where they began: the grids of
`numbers_grid` and `targets_grid` on two plans of different kinds."""

from __future__ import annotations

import pytest

from bot.reading.dated import Asker
from bot.reading.reader import read
from bot.reading.wants import Kind
from tests.reading import numbers_grid, targets_grid
from tests.reading.conditions_grid import is_open_now
from tests.reading.conftest import Book

ANSWERED = frozenset({Kind.LIST, Kind.COUNT, Kind.MEASURES})
GRIDS = (
    numbers_grid.figures,
    numbers_grid.relations,
    numbers_grid.counts,
    numbers_grid.lengths,
    *targets_grid.GRIDS,
)


def _fault(case: numbers_grid.Compared, book: Book) -> str:
    """What is wrong with the reading of a case; "" when it is right."""
    own = book.led_by()[0].code
    reading = read(case.text, book.index, book.today, Asker((own,), leads=True))
    refs = book.truth(reading.over)
    compared = is_open_now(book) if case.among_open else refs | case.refs
    wrong = reading.want.kind not in ANSWERED or refs & compared != case.refs & compared
    return f"{case.text} -> {reading.want.kind} {reading.over}" * wrong


@pytest.mark.parametrize("grid", GRIDS)
def test_a_figure_is_compared_as_it_is_said(grid: numbers_grid.Grid, book: Book) -> None:
    faults = [fault for case in grid(book) if (fault := _fault(case, book))]
    assert not faults, "\n".join(faults)
