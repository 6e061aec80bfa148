"""Several conditions at once, typed short: the grid of `conditions_grid` on two plans of different
kinds, asked by an officer of an agency that leads."""

from __future__ import annotations

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.reading.dated import Asker
from bot.reading.reader import read
from bot.reading.wants import Kind
from tests.reading.conditions_grid import Combined, alone, combined, is_open_now
from tests.reading.conftest import Book
from tests.reading.roles_grid import due, finished_late, first_due, in_whole, parts
from tests.reading.said_behind_grid import said_behind

ANSWERED = frozenset({Kind.LIST, Kind.COUNT, Kind.BY, Kind.PRIORITY, Kind.ACTIONS, Kind.CHANGES})
SAMPLED, EVERY = 250, 3000


def _fault(case: Combined, book: Book) -> str:
    """What is wrong with the answer to a case; "" when it is right."""
    own = book.led_by()[0].code
    reading = read(case.text, book.index, book.today, Asker((own,), leads=True))
    context = AnswerContext(book.progress, Caller("w", "U1", Role.LEAD), book.today)
    turned = reading.want.kind is Kind.CHANGES
    refs = {*answer_reading(reading, context).refs} if turned else book.truth(reading.over)
    compared = is_open_now(book) if case.among_open else refs | case.refs
    wrong = reading.want.kind not in ANSWERED or refs & compared != case.refs & compared
    return f"{case.text} -> {reading.want.kind} {reading.over}" * wrong


def test_each_condition_by_itself_said_and_denied(book: Book) -> None:
    faults = [_fault(case, book) for case in alone(book)]
    assert not any(faults), "\n".join(filter(None, faults))


def test_each_part_that_an_agency_may_take_beside_a_second_condition(book: Book) -> None:
    faults = [_fault(case, book) for case in parts(book)]
    assert not any(faults), "\n".join(filter(None, faults))


def test_what_is_said_behind_who_else_leads_and_how_often_it_was_reported(book: Book) -> None:
    faults = [_fault(case, book) for case in said_behind(book)]
    assert not any(faults), "\n".join(filter(None, faults))


def test_what_falls_due_at_each_time_with_every_verb(book: Book) -> None:
    faults = [_fault(case, book) for case in (*due(book), *in_whole(book))]
    assert not any(faults), "\n".join(filter(None, faults))


def test_what_the_plan_first_had_down_for_a_time(book: Book) -> None:
    faults = [_fault(case, book) for case in (*first_due(book), *finished_late(book))]
    assert not any(faults), "\n".join(filter(None, faults))


def test_a_sample_of_two_and_three_conditions(book: Book) -> None:
    faults = [_fault(case, book) for case in combined(book, SAMPLED)]
    assert not any(faults), "\n".join(filter(None, faults))


@pytest.mark.slow
def test_two_and_three_conditions_in_any_order_and_phrasing(book: Book) -> None:
    faults = [*filter(None, (_fault(case, book) for case in combined(book, EVERY, seed=2)))]
    wrong = [fault for fault in faults if "-> choose" not in fault and "-> outside" not in fault]
    assert not wrong, "\n".join(wrong)
    assert len(faults) < EVERY / 100, "\n".join(faults)
