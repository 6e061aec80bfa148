"""Dates people say, to come and gone by."""

from __future__ import annotations

from datetime import date

import pytest

from bot.questions.spans import easter, span_in
from bot.questions.spans_past import past_span
from tests.questions.conftest import TODAY


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("by the end of sept", date(2018, 9, 30)),
        ("before christmas", date(2018, 12, 24)),
        ("by easter", date(2019, 4, 20)),
        ("next month", date(2018, 11, 30)),
        ("this quarter", date(2018, 12, 31)),
        ("in february", date(2019, 2, 28)),
        ("before november", date(2018, 10, 31)),
        ("by 14 december", date(2018, 12, 14)),
    ],
)
def test_dates_people_say_become_spans(said: str, end: date) -> None:
    span = span_in(said.replace("sept", "september"), TODAY)
    assert span is not None
    assert span.end == end


def test_easter_is_right_for_known_years() -> None:
    assert [easter(year) for year in (2000, 2018, 2019, 2024)] == [
        date(2000, 4, 23),
        date(2018, 4, 1),
        date(2019, 4, 21),
        date(2024, 3, 31),
    ]


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("between 1 november and 31 december", date(2018, 11, 1), date(2018, 12, 31)),
        ("from now to the end of november", date(2018, 10, 10), date(2018, 11, 30)),
        ("from may to july", date(2018, 5, 1), date(2018, 7, 31)),
        ("this winter", date(2018, 12, 1), date(2019, 2, 28)),
        ("due 10 may", None, date(2018, 5, 10)),
        ("on or before 14 december", None, date(2018, 12, 14)),
        ("before 14 december", None, date(2018, 12, 13)),
    ],
)
def test_both_ends_of_a_span_count(said: str, start: date | None, end: date) -> None:
    span = span_in(said, TODAY)
    assert span is not None
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("updates since 27 september", date(2018, 9, 27), TODAY),
        ("reported after 27 september", date(2018, 9, 28), TODAY),
        ("since august", date(2018, 8, 1), TODAY),
        ("last month", date(2018, 9, 1), date(2018, 9, 30)),
        ("in the last two weeks", date(2018, 9, 26), TODAY),
        ("on 4 september", date(2018, 9, 4), date(2018, 9, 4)),
        ("yesterday", date(2018, 10, 9), TODAY),
    ],
)
def test_days_gone_by_become_spans(said: str, start: date, end: date) -> None:
    span = past_span(said, TODAY)
    assert span is not None
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize("said", ["updates", "since q1", "in november"])
def test_no_past_is_made_up(said: str) -> None:
    assert past_span(said, TODAY) is None


def test_labels_are_written_as_dates_are() -> None:
    labels = [span_in(said, TODAY) for said in ("by 10 may", "between 1 november and 31 december")]
    assert [span.label for span in labels if span] == [
        "by 10 May 2018",
        "from 1 November to 31 December 2018",
    ]
