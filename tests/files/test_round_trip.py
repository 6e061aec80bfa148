"""The bot's own workbook, imported unchanged: where its plan is held it changes nothing, where
there is none yet it brings all of it; over many plans nobody has written."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.core.plan import (
    Action,
    Agency,
    Basis,
    Direction,
    Measure,
    Plan,
    Priority,
    Reading,
    Update,
    UpdateKind,
)
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.files.imported import Imported
from bot.files.opening import open_document
from bot.files.own import build_own, is_own
from bot.files.workbook import workbook
from bot.services.comparing import compared
from tests.factories import a_plan

TODAY = date(2018, 10, 5)
WORDS = (
    "Run", "lamps", "at the park", "weekly", "for young people", "Trim hedges", "=1+1", "– £40",
    "Total:", "Priority 2: streets", "as above", "_x0041_", "12%", "first\nsecond", "Q2 2018-19",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12),
)
MAYBE = st.one_of(st.just(""), TEXTS)
VALUES = st.floats(-1e6, 1e6).map(lambda value: round(value, 4))
FIGURES = st.one_of(
    st.just(("", None)),
    st.integers(0, 5_000_000).map(lambda n: (str(n), float(n))),
    st.sampled_from([("10% fewer", 10.0), ("as last year", None), ("1 in 5", None), ("", 7.5)]),
)
DUES = st.one_of(
    st.just(("", None)),
    st.just(("", date(2018, 9, 30))),
    st.sampled_from([("Autumn 2018", date(2018, 11, 30)), ("Ongoing", None), ("Q3", TODAY)]),
)
MARKINGS = st.sampled_from(["", "OFFICIAL-SENSITIVE"])
BESIDE = st.lists(st.tuples(st.sampled_from(["Risks", "Cost code", "Status", "Ref"]), TEXTS))
CODES = st.lists(st.sampled_from(["SDC", "KP", "DAVSS", "ALL"]), max_size=3, unique=True)
QUARTERS = st.builds(Quarter, st.just(2018), st.integers(1, 4))


@st.composite
def measures(draw: st.DrawFn, owner: str, known: bool = False) -> tuple[Measure, ...]:
    made = []
    for number, text in enumerate(draw(st.lists(MAYBE, max_size=3)), 1):
        (was, baseline), (aim, target) = draw(FIGURES), draw(FIGURES)
        ident = f"{owner}/{number}"
        periods = draw(st.lists(QUARTERS, max_size=2, unique=True)) if known else []
        made.append(
            Measure(
                ident, text, draw(st.sampled_from(["", "count", "percent"])), baseline, was,
                target, aim, draw(st.sampled_from(Direction)), draw(st.sampled_from([True, False])),
                basis=draw(st.sampled_from([None, *Basis])),
                profile=draw(st.sampled_from([(), (0.1, 0.25, 0.5, 1.0)])),
                source=draw(st.sampled_from(["", "Police figures"])),
                known=tuple(Reading(ident, draw(VALUES), period) for period in periods),
            )
        )  # fmt: skip
    return tuple(made)


@st.composite
def actions(draw: st.DrawFn, ref: str, priority: str) -> Action:
    timescale, due = draw(DUES)
    return Action(
        ref, priority, draw(TEXTS), draw(st.sampled_from(["", "7.9"])), tuple(draw(CODES)),
        draw(st.sampled_from(["", "SDC", "The Council & Kent Police", "TBC"])),
        tuple(draw(CODES)), draw(MAYBE), timescale, due, draw(st.sampled_from(["exact", "none"])),
        draw(st.sampled_from(["", "None", "£400"])), draw(measures(ref)), draw(MARKINGS),
        tuple(draw(BESIDE)), draw(st.sampled_from(["", "A4"])),
        draw(st.sampled_from([(), (f"OLD{ref}",)])),
    )  # fmt: skip


@st.composite
def entries(draw: st.DrawFn, made: list[Action]) -> list[Update]:
    record: list[Update] = []
    for number in range(draw(st.integers(0, 6))):
        action, quarter = draw(st.sampled_from(made)), draw(QUARTERS)
        before = [u.id for u in record if u.ref == action.ref and u.kind is UpdateKind.REPORT]
        status: Status | None = draw(st.sampled_from([None, *Status]))
        kind, corrects = UpdateKind.REPORT, ""
        if before and draw(st.sampled_from([True, False])):
            kind, corrects, status = UpdateKind.WITHDRAWAL, before[-1], None
        when = draw(st.datetimes(datetime(2018, 4, 1), datetime(2019, 3, 31)))  # noqa: DTZ001
        read = tuple(Reading(m.id, draw(VALUES), quarter) for m in action.measures)
        record.append(
            Update(
                f"u{number}", action.ref, when.replace(tzinfo=UTC), quarter, status,
                draw(st.sampled_from(["SDC", "KP"])), "file", draw(MAYBE), read, draw(MAYBE),
                draw(MAYBE), draw(st.sampled_from([None, date(2019, 1, 31)])), draw(MAYBE),
                draw(st.sampled_from(["form", "command", "return"])), kind, corrects,
            )
        )  # fmt: skip
    return record


@st.composite
def plans(draw: st.DrawFn) -> tuple[Plan, list[Update]]:
    priorities = (
        Priority("ASB", "Anti-Social Behaviour", 1, ("nuisance",), draw(MAYBE), (), draw(MARKINGS)),
        Priority("X9", "Priority 4: Streets (and parks", None, intent=draw(MAYBE)),
        Priority("DA", "Domestic Abuse", 7, measures=draw(measures("DA", known=True))),
    )
    made = [
        draw(actions(f"{priority.code}{number}", priority.code))
        for priority in priorities
        for number in range(1, draw(st.integers(1, 3)) + 1)
    ]
    ends = draw(st.sampled_from([date(2019, 3, 31), date(2019, 6, 30), date(2021, 3, 31)]))
    agencies = (
        Agency("SDC", "Sevenoaks District Council", ("the council",), True, "council"),
        Agency("KP", "Kent Police", ("police", "Kent; Police")),
        Agency("DAVSS", "Domestic Abuse Volunteer Support Services"),
    )
    plan = a_plan(
        *made, priorities=priorities, ends=ends, agencies=agencies, marking=draw(MARKINGS),
        facts=draw(st.sampled_from([(), (("approved", "By the board."),)])),
        measures=draw(measures("PLAN", known=True)), title=draw(TEXTS),
        partnership=draw(MAYBE), illustrative=draw(st.sampled_from([True, False])),
    )  # fmt: skip
    return plan, draw(entries(made))


def brought_back(content: bytes) -> Imported:
    """What a workbook of the bot's own is read as."""
    document = open_document(content, "export.xlsx")
    assert is_own(document)
    return build_own(document, TODAY)


def cells(content: bytes) -> dict[str, list[list[Any]]]:
    """The cells of every sheet."""
    book = load_workbook(io.BytesIO(content))
    return {s.title: [list(row) for row in s.iter_rows(values_only=True)] for s in book.worksheets}


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(plans())
def test_an_export_is_read_back_as_what_was_exported(made: tuple[Plan, list[Update]]) -> None:
    plan, record = made
    content = workbook(Progress(plan, record), record)
    read = brought_back(content)
    assert read.plan == plan
    assert list(read.record) == record
    assert read.updates == ()
    assert compared(read, Progress(plan, record)).changes == ()
    again = Progress(read.plan, read.record)
    assert cells(workbook(again, read.record)) == cells(content)
