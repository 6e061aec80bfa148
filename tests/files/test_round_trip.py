"""The bot's own export, imported unchanged, changes nothing: over many plans nobody has written."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.core.plan import Action, Measure, Priority, Update
from bot.core.progress import Progress
from bot.core.status import Status
from bot.files.building import build_plan
from bot.files.difference import Change
from bot.files.opening import open_document
from bot.files.workbook import workbook
from bot.services.comparing import compared, outcome
from tests.factories import a_plan, an_action, an_update, at

WORDS = (
    "Run",
    "lamps",
    "at the park",
    "weekly",
    "for young people",
    "Trim hedges",
    "=1+1",
    "– £40",
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=2, max_size=5).map(" ".join)
FIGURES = st.one_of(
    st.just(("", None)),
    st.integers(0, 5000).map(lambda n: (str(n), float(n))),
    st.sampled_from([("10% fewer", 10.0), ("as last year", None), ("1 in 5", None)]),
)
DUES = st.one_of(
    st.just(("", None)),
    st.just(("", date(2018, 9, 30))),
    st.sampled_from([("Autumn 2018", date(2018, 11, 30)), ("Ongoing", None)]),
)
BESIDE = st.lists(
    st.tuples(st.sampled_from(["Risks", "Cost code", "Milestones"]), TEXTS),
    max_size=2,
    unique_by=lambda field: field[0],
)


@st.composite
def measures(draw: st.DrawFn, ref: str) -> tuple[Measure, ...]:
    found = []
    for number, text in enumerate(draw(st.lists(TEXTS, max_size=3, unique=True)), 1):
        (was, baseline), (aim, target) = draw(FIGURES), draw(FIGURES)
        found.append(
            Measure(
                f"{ref}/{number}", text, baseline=baseline, baseline_raw=was, target=target,
                target_raw=aim, source=draw(st.sampled_from(["", "Police figures"])),
            )
        )  # fmt: skip
    return tuple(found)


@st.composite
def actions(draw: st.DrawFn, ref: str, priority: str) -> Action:
    timescale, due = draw(DUES)
    leads = draw(st.sampled_from([(), ("SDC",), ("KP", "SDC"), ("DAVSS",)]))
    return Action(
        ref, priority, f"{draw(TEXTS)} {ref}", leads=leads, timescale_raw=timescale, due=due,
        due_basis="exact", measures=draw(measures(ref)), further=tuple(draw(BESIDE)),
        resources_raw=draw(st.sampled_from(["", "None", "£400"])),
    )  # fmt: skip


@st.composite
def plans(draw: st.DrawFn) -> Progress:
    priorities = (
        Priority("ASB", "Anti-Social Behaviour", 1, intent=draw(TEXTS)),
        Priority("DA", "Domestic Abuse", 7, measures=draw(measures("DA"))),
    )
    made = [
        draw(actions(f"{priority.code}{number}", priority.code))
        for priority in priorities
        for number in range(1, draw(st.integers(1, 4)) + 1)
    ]
    updates = [
        an_update(action.ref, note=draw(TEXTS), status=draw(st.sampled_from([None, *Status])))
        for action in made
        if draw(st.booleans())
    ]
    return Progress(a_plan(*made, priorities=priorities), updates)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(plans())
def test_an_export_imported_unchanged_changes_nothing(progress: Progress) -> None:
    assert _brought_back(progress, workbook(progress, _record(progress))) == ((), True, ())


def _brought_back(
    progress: Progress, content: bytes
) -> tuple[tuple[Change, ...], bool, tuple[Update, ...]]:
    """The changes seen, whether the plan stays as it is held, what the record would gain."""
    document = open_document(content, "export.xlsx")
    read = build_plan(document, progress.plan.agencies, date(2018, 10, 5))
    shown = compared(read, progress)
    found = outcome(shown, progress, ("all",), at("2018-10-05"))
    return shown.changes, found.plan is None, found.updates


def _record(progress: Progress) -> list[Update]:
    return [update for standing in progress.standings for update in standing.updates]


def test_dates_and_numbers_are_native_and_every_measure_is_there() -> None:
    action = an_action(
        timescale_raw="",
        measures=(Measure("ASB3/1", "Visits", target=6), Measure("ASB3/2", "Letters", target=9)),
        further=(("Risks", "Flood"),),
    )
    plan = a_plan(action, priorities=(Priority("ASB", "Streets", 1, intent="So people walk."),))
    book: Any = load_workbook(io.BytesIO(workbook(Progress(plan), ())))
    head, first, second = [[c.value for c in row] for row in book["Action plan"].iter_rows(5, 7)]
    told = dict(zip(head, first, strict=True))
    assert told["Timescale"].date() == date(2018, 9, 30)
    assert (told["Target"], told["Risks"]) == (6, "Flood")
    further = dict(zip(head, second, strict=True))
    assert (further["Success measure"], further["Target"]) == ("Letters", 9)
    assert "So people walk." in [cell.value for cell in book["Priorities"][2]]
    assert {row[1].value for row in book["Agencies"]} >= {"Kent Police"}
