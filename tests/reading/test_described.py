"""What an answer says it understood can be typed back: `read(described(e))` means `e`."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.reading.expression import (
    AsAt,
    Became,
    Begins,
    Closed,
    Counts,
    Days,
    Due,
    Ever,
    Expression,
    Figure,
    FirstDue,
    Involves,
    Lacks,
    Late,
    Leads,
    Measured,
    Not,
    Of,
    Overdue,
    Overran,
    Partners,
    Reads,
    Refs,
    Reported,
    Runs,
    Stands,
    Updated,
    UpdatedLast,
    all_of,
    any_of,
    described,
    negated,
)
from bot.reading.parts import Index
from bot.reading.reader import read
from tests.reading.conftest import TODAY

OPEN = Not(Closed())
OCTOBER = Days(date(2018, 10, 1), date(2018, 10, 31), "October 2018")
SECOND = Days(date(2018, 7, 1), date(2018, 9, 30), "Q2 2018-19")
SINCE = Days(date(2018, 9, 25), date.max, "since 25 September 2018")
STATUSES = ("off_track", "at_risk", "on_track", "complete", "not_started", "deferred", "")
LEAVES: tuple[Expression, ...] = (
    *map(Stands, STATUSES), AsAt(Stands("off_track"), date(2018, 8, 31)),
    AsAt(Overdue(), date(2018, 8, 31)), AsAt(Stands(""), date(2018, 6, 30)),
    Ever(Stands("off_track"), SECOND), Ever(Overdue(), Days()), UpdatedLast(SECOND),
    Ever(Stands("at_risk"), SINCE, all=True), Became("off_track", SECOND),
    Leads("KP"), Leads("SDC"), Partners("KFRS"), Partners("CGL"), Involves("KCC"),
    Of("SUB"), Of("DA"), Refs(("ASB1",)), Refs(("ASB1", "DA3")), OPEN, Overdue(), Overdue(30),
    Late(), Overran(), Reported(Quarter(2018, 1)), Reported(Quarter(2018, 2)), Updated(SINCE),
    *map(Lacks, ("lead", "partners", "date", "target", "baseline", "measure", "end", "own lead")),
    Counts("partners", ">", 3), Counts("partners", "<", 2), Counts("leads", "=", 1),
    Counts("moves", ">", 0), Counts("updates", ">=", 2), Counts("updates", ">", 1, SECOND),
    *map(Measured, ("outcome", "output", "milestone")), Reads("met"), Reads("missed"),
    Reads("none"), Reads("below", 0.5), Figure("target", ">", 300.0), Figure("reading", "<", 50.0),
    Figure("target", "=", 100.0, percent=True),
    Counts("moves", ">=", 2), Reads("above", 0.75), Runs(Quarter(2018, 4)),
    Begins(SECOND), Begins(OCTOBER), FirstDue(OCTOBER), Lacks("number"), Lacks("funding"),
)  # fmt: skip
_SAID_AMONG_OPEN = (Reported, Updated, Reads)
leaf = st.sampled_from(LEAVES)
denied = leaf.filter(lambda x: not isinstance(x, _SAID_AMONG_OPEN)).map(negated)
condition = leaf | denied
different = st.tuples(condition, condition).filter(lambda p: _side(p[0]) is not _side(p[1]))
plain = st.tuples(leaf, leaf).filter(lambda p: _side(p[0]) is not _side(p[1]))
beside_open = condition.filter(lambda x: x not in {OPEN, negated(OPEN)})
due = beside_open.map(lambda x: all_of(Due(OCTOBER), OPEN, x))
"""Nobody is answered that what is still open is no longer open."""


def _side(x: Expression) -> type:
    inner = x.part if isinstance(x, Not) else x
    return Stands if isinstance(inner, Became | Closed) else type(inner)


def _comes_back(over: Expression, index: Index, progress: Progress) -> None:
    text = described(over, index.plan)
    reading = read(f"actions {text}", index, TODAY)
    meant = {s.action.ref for s in progress.standings if over.holds(s, TODAY)}
    understood = {s.action.ref for s in progress.standings if reading.over.holds(s, TODAY)}
    assert understood == meant, (text, reading.over)


@pytest.mark.slow
@settings(max_examples=250, derandomize=True, deadline=None)
@given(over=condition | different.map(lambda p: all_of(*p)) | due)
def test_what_is_said_of_an_answer_reads_as_the_same_actions(
    over: Expression, index: Index, progress: Progress
) -> None:
    _comes_back(over, index, progress)


@pytest.mark.slow
@settings(max_examples=150, derandomize=True, deadline=None)
@given(pair=plain)
def test_alternatives_said_of_an_answer_read_as_the_same_actions(
    pair: tuple[Expression, Expression], index: Index, progress: Progress
) -> None:
    _comes_back(any_of(*pair), index, progress)


@pytest.mark.parametrize("over", [Overran(30, early=True), Overran(14), Reads("from", 0.5)])
def test_a_bound_said_of_an_answer_reads_as_the_same_actions(
    over: Expression, index: Index, progress: Progress
) -> None:
    _comes_back(over, index, progress)
