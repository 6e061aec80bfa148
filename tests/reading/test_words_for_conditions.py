"""Conditions in all their wordings, on two plans of different kinds: reports that did not come,
what a column lacks, lists that end in "or", and times from which work begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest

from bot.core.quarters import Quarter
from bot.reading.expression import (
    Begins,
    Closed,
    Days,
    Expression,
    Lacks,
    Not,
    Overdue,
    Reported,
    Stands,
    all_of,
    any_of,
)
from bot.reading.reader import read
from bot.reading.wants import Kind
from tests.reading.conftest import Book

Cases = Iterator[tuple[str, Expression]]
NOT_REPORTED = (
    "who did not report {}", "who didn't report {}", "which agencies did not report {}",
    "which agencies haven't reported {}", "who failed to report {}", "who forgot to report {}",
    "which leads sent nothing in {}", "who has not sent in a return {}",
    "who didn't send us anything {}", "has anyone not reported {}",
    "which actions did not report {}",
    "which actions had no update {}", "what didn't get reported on {}", "who was silent {}",
    "name the agencies that gave no update {}", "which bodies reported nothing {}",
    "who did not update {}", "who still hasnt reported {}", "no return {} from which agencies",
)  # fmt: skip
OF_QUARTER = (
    "who missed the q{} report", "who skipped the q{} return", "any agencies with no q{} return?",
    "which agencies have no q{} update", "whats missing a q{} report", "q{} non-reporters",
)  # fmt: skip
COLUMNS = {
    "lead": ("lead", "owner"), "partners": ("partners",), "date": ("due date", "deadline"),
    "target": ("target",), "baseline": ("baseline",), "measure": ("success measure",),
    "funding": ("funding", "resources"), "number": ("numeric target",),
}  # fmt: skip
LACKING = (
    "which have no {}", "actions without a {}", "rows with nothing filled in under {}",
    "which have nothing in the {} column", "where is the {} box empty",
    "the {} is blank on which ones", "which lines have a blank {}", "{} not filled in",
    "{} still to be confirmed", "anything with no {} on it",
)  # fmt: skip


def reports_that_did_not_come(book: Book) -> Cases:
    """No report is no update of what is still open, however it is said."""
    this = Quarter.of(book.today)
    for quarter in (this.previous, this.previous.previous):
        means = all_of(Not(Reported(quarter)), Not(Closed()))
        for way, when in product(NOT_REPORTED, ("for q{}", "in quarter {}")):
            yield way.format(when.format(quarter.number)), means
        for way in OF_QUARTER:
            yield way.format(quarter.number), means


def blanks(book: Book) -> Cases:
    """What a column of the plan lacks, alone and in lists."""
    for (what, names), way in product(COLUMNS.items(), LACKING):
        for name in names:
            yield way.format(name), Lacks(what)
    for first, last in product(("lead", "baseline"), ("funding", "numeric target")):
        columns = next(what for what, names in COLUMNS.items() if last in names)
        either = any_of(Lacks(first), Lacks("partners"), Lacks(columns))
        yield f"no {first}, no partners or no {last}", either
        yield f"which have no {first}, partners or {last}", either


def lists_that_end_in_or(book: Book) -> Cases:
    """A list is of what joins its last two; what stands before another comma narrows it."""
    silent, late = Stands(""), Overdue()
    statuses = {
        "red": Stands("off_track"),
        "amber": Stands("at_risk"),
        "deferred": Stands("deferred"),
    }
    for word, status in statuses.items():
        either = any_of(status, late, silent)
        yield f"anything {word}, overdue or with no update", either
        yield f"which are overdue, {word} or not updated", either
        yield (
            f"anything not {word}, overdue or complete",
            Not(any_of(status, late, Stands("complete"))),
        )


def beginnings(book: Book) -> Cases:
    """From when on work is planned, by the first quarter or month of its timescale."""
    quarter = Quarter.of(book.today)
    for then in (quarter, quarter.next, quarter.previous):
        within, later = Days(then.starts, then.ends), Days(then.starts)
        for verb in ("start", "begin", "kick off", "get going"):
            yield f"which actions {verb} in q{then.number}", Begins(within)
            yield f"what does not {verb} until q{then.number}", Begins(later)


@pytest.mark.parametrize(
    "cases", [reports_that_did_not_come, blanks, lists_that_end_in_or, beginnings]
)
def test_every_wording_is_read_as_it_is_meant(cases: Callable[[Book], Cases], book: Book) -> None:
    wrong = []
    for text, means in cases(book):
        reading = read(text, book.index, book.today)
        listed = reading.want.kind is Kind.LIST
        if not listed or book.truth(reading.over) != book.truth(means):
            wrong.append(f"{text} -> {reading.want.kind} {reading.over}")
    assert not wrong, "\n".join(wrong)
