"""Talks on two plans of different kinds: the grid of `talks_grid`."""

from __future__ import annotations

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.messages.reply import Answer
from bot.reading.dated import Asker
from bot.reading.reader import read
from bot.reading.wants import Reading
from bot.services.conversations import continuable, of_a_list
from tests.answers import talks_grid
from tests.reading.conftest import Book

GRIDS = (
    talks_grid.of_one,
    talks_grid.of_every,
    talks_grid.of_several,
    talks_grid.of_those,
    talks_grid.taken_back,
    talks_grid.of_quarters,
    talks_grid.full_questions,
    talks_grid.after_nothing,
    talks_grid.by_a_day,
    talks_grid.first_of_two,
    talks_grid.of_sets_in_turn,
    talks_grid.stretched,
)


def last_of(book: Book, turns: tuple[str, ...]) -> Answer:
    """The last answer of a talk of a lead officer."""
    own = (book.led_by()[0].code,)
    context = AnswerContext(book.progress, Caller("w", "U1", Role.LEAD, own), book.today)
    before: Reading | None = None
    for text in turns:
        earlier = before
        reading = read(text, book.index, book.today, Asker(own, leads=True), lambda b=earlier: b)  # type: ignore[misc]
        answer = answer_reading(reading, context)
        before = of_a_list(continuable(reading, answer.refs), earlier)
    return answer


def _fault(case: talks_grid.Talked, book: Book) -> str:
    """What is wrong with the last answer of a talk; "" when it is right."""
    answer = last_of(book, case.turns)
    refs, typed = frozenset(answer.refs), answer.text.lower()
    about = case.refs is None or refs in (case.refs, case.or_refs)
    says = all(any(way.lower() in typed for way in ways) for ways in case.says)
    wrong = not (about and says)
    return f"{' > '.join(case.turns)} -> {answer.title} {sorted(refs)} {case.says}" * wrong


@pytest.mark.parametrize("grid", GRIDS)
def test_a_talk_goes_on_about_what_is_meant(grid: talks_grid.Grid, book: Book) -> None:
    faults = [fault for case in grid(book) if (fault := _fault(case, book))]
    assert not faults, "\n".join(faults)
