"""Conditions in all their wordings, on two plans of different kinds: reports that did not come,
what a column lacks, lists that end in "or", and times from which work begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import product

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.quarters import Quarter
from bot.reading.expression import (
    Begins,
    Closed,
    Days,
    Due,
    Expression,
    Lacks,
    Not,
    Overdue,
    Reported,
    Stands,
    all_of,
    any_of,
    leaves,
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


def _answer(text: str, book: Book) -> str:
    """The answer's title and lines, as text."""
    reading = read(text, book.index, book.today)
    context = AnswerContext(book.progress, Caller("w", "U1", Role.COORDINATOR), book.today)
    answer = answer_reading(reading, context)
    rows = (line for part in answer.parts for line in part.lines)
    return "\n".join((answer.title, *(row.text for row in rows)))


def test_agencies_are_bounded_by_how_many_actions_they_lead(book: Book) -> None:
    actions = book.progress.plan.actions
    for agency in book.led_by():
        number = sum(agency.code in action.leads for action in actions)
        row = f"{agency.short} ({agency.code}): {number}"
        for way, holds in (("exactly", True), ("more than", False), ("fewer than", False)):
            assert (row in _answer(f"who leads {way} {number} actions", book)) is holds
        assert row in _answer(f"which agencies lead at most {number}", book)
        assert row in _answer(f"who leads fewer than {number + 1} actions", book)


RANKED = (
    "which action has the most {}", "what action has fewest {}", "biggest {} list - which action",
    "which action has the longest list of {}", "the action with the largest number of {}",
)  # fmt: skip


@pytest.mark.parametrize("way", RANKED)
def test_actions_are_ranked_by_a_number_of_theirs(way: str, book: Book) -> None:
    extreme = min if "fewest" in way else max
    standings = book.progress.standings
    for noun, numbers in (
        ("partners", {s.action.ref: len(s.action.partners) for s in standings}),
        ("updates", {s.action.ref: len(s.updates) for s in standings}),
    ):
        top = {ref for ref, number in numbers.items() if number == extreme(numbers.values())}
        title = _answer(way.format(noun), book).partition("\n")[0]
        assert f"{noun}: {extreme(numbers.values())}" in title
        assert all(ref in title for ref in top)


def test_groups_with_more_of_one_state_than_of_another(book: Book) -> None:
    statuses = {s.action.ref: (s.status.value if s.status else "") for s in book.progress.standings}
    for agency in book.led_by():
        own = [statuses[a.ref] for a in book.progress.plan.actions if agency.code in a.leads]
        ambers, greens = own.count("at_risk"), own.count("on_track")
        for text, holds in (
            ("which agencies have more ambers than greens", ambers > greens),
            ("who has fewer ambers than greens", ambers < greens),
        ):
            row = f"{agency.short} ({agency.code}): {ambers} against {greens}"
            assert (row in _answer(text, book)) is holds, text


def test_days_of_the_week_are_near_ones_and_never_those_of_every_week(book: Book) -> None:
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday")):
        ahead = book.today + timedelta(days=(number - book.today.weekday()) % 7)
        by_then = read(f"what is due by {name}", book.index, book.today)
        due = next(leaf for leaf in leaves(by_then.over) if isinstance(leaf, Due))
        assert due.days.end == ahead
    every = read("who patrols on friday nights", book.index, book.today)
    assert not any(isinstance(leaf, Due) for leaf in leaves(every.over))
