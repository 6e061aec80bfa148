"""The sample plan with its history of two quarters, and the index of what can be said about it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from bot.areas import load_area
from bot.config import load_settings
from bot.core.plan import Agency, Update
from bot.core.plan import Reading as Figure
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.core.status import Labels, parse_status
from bot.core.timetable import Timetable
from bot.reading.dated import Asker
from bot.reading.expression import Expression
from bot.reading.parts import NOBODY, Index
from bot.reading.reader import read as read_text
from bot.reading.wants import Reading
from bot.sample import read, sample_plan
from bot.services.context import Context
from bot.services.conversations import of_a_list
from bot.store.store import Store
from tests import second_plan
from tests.factories import at

TODAY = date(2018, 10, 10)
Truth = Callable[[Expression], set[str]]
Reader = Callable[[str], Reading]
Talk = Callable[..., Reading]


def talk_of(index: Index, truth: Truth, asker: Asker = NOBODY) -> Talk:
    """Texts that somebody types one after the other: the reading of the last."""

    def typed(*texts: str) -> Reading:
        before: Reading | None = None
        for text in texts:
            reading = read_text(text, index, TODAY, asker, lambda: before)  # noqa: B023
            shown = truth(reading.over)
            refs = tuple(a.ref for a in index.plan.actions if a.ref in shown)
            before = of_a_list(replace(reading, shown=refs), before)
        assert before is not None
        return before

    return typed


def _update(number: int, row: dict[str, str]) -> Update:
    quarter = Quarter.parse(row["Quarter"], today=TODAY)
    assert quarter is not None
    value = row["Reading"]
    return Update(
        id=f"u{number}",
        ref=row["Ref"],
        at=datetime.fromisoformat(row["Date"]).replace(hour=12, tzinfo=UTC),
        quarter=quarter,
        status=parse_status(row["Status"]),
        agency=row["Agency"],
        by="history.csv",
        note=row["Update"],
        readings=(Figure(f"{row['Ref']}/1", float(value), quarter),) if value else (),
        new_due=date.fromisoformat(row["New due date"]) if row["New due date"] else None,
        source="import",
    )


@pytest.fixture(scope="session")
def progress() -> Progress:
    """The sample plan as it stood on 10 October 2018."""
    rows = csv.DictReader(io.StringIO(read("history.csv")))
    return Progress(sample_plan(), [_update(number, row) for number, row in enumerate(rows)])


@pytest.fixture(scope="session")
def index() -> Index:
    """The index of the sample plan."""
    plan = sample_plan()
    return Index(plan, area=load_area(plan.area))


@pytest.fixture(scope="session")
def asked(index: Index) -> Reader:
    """A question read as nobody's in particular."""

    def ask(text: str) -> Reading:
        return read_text(text, index, TODAY)

    return ask


@pytest.fixture(scope="session")
def truth(progress: Progress) -> Truth:
    """The actions an expression holds for."""

    def of(expression: Expression) -> set[str]:
        return {s.action.ref for s in progress.standings if expression.holds(s, TODAY)}

    return of


@pytest.fixture(scope="session")
def talk(index: Index, truth: Truth) -> Talk:
    """Texts typed one after the other by somebody of the council: the reading of the last."""
    return talk_of(index, truth, Asker(("SDC",), leads=True))


@dataclass(frozen=True)
class Book:
    """A plan with its record, on a day."""

    progress: Progress
    index: Index
    today: date

    def truth(self, expression: Expression) -> set[str]:
        """The actions an expression holds for."""
        standings = self.progress.standings
        return {s.action.ref for s in standings if expression.holds(s, self.today)}

    def led_by(self) -> tuple[Agency, ...]:
        """The agencies that lead something, and have a name of two words or more."""
        plan = self.progress.plan
        codes = {code for action in plan.actions for code in action.leads}
        return tuple(a for a in plan.agencies if a.code in codes and " " in a.name)[:6]


@pytest.fixture(params=["sample", "second"])
def book(request: pytest.FixtureRequest, progress: Progress, index: Index) -> Book:
    """Either plan with what was reported on it."""
    if request.param == "sample":
        return Book(progress, index, TODAY)
    store: Store = request.getfixturevalue("store")
    zone = load_settings(None).zone
    noon = at(second_plan.TODAY.isoformat())
    context = Context(store, lambda: noon, Timetable(zone), Labels())
    second_plan.load(context, second_plan.AGENCIES, second_plan.PLAN, second_plan.HISTORY)
    with context.store.reading(context.home) as records:
        held = records.plans.progress(second_plan.TODAY)
    return Book(held, Index(held.plan), second_plan.TODAY)
