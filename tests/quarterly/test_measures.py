"""Measures that say where they are going: a golden table, and the rules it follows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.figures import Share
from bot.core.plan import Basis, Direction, Measure
from bot.core.quarters import Quarter
from bot.core.thresholds import Thresholds
from bot.quarterly.measures import (
    Course,
    Travel,
    against_last_quarter,
    against_last_year,
    basis_of,
    expected_by,
    forecast,
    pace,
    pace_words,
)
from bot.quarterly.small_counts import published
from bot.setting_texts import parse_thresholds

Q1, Q2, Q3, Q4 = (Quarter(2018, number) for number in (1, 2, 3, 4))
HIGHER, LOWER, MONITOR = Direction.HIGHER, Direction.LOWER, Direction.MONITOR


def a_measure(
    target: float | None,
    unit: str = "count",
    direction: Direction = HIGHER,
    text: str = "Visits completed",
    profile: tuple[float, ...] = (),
    comparable: bool = True,
) -> Measure:
    return Measure(
        "X1/1",
        text,
        unit=unit,
        target=target,
        direction=direction,
        profile=profile,
        comparable=comparable,
    )


VISITS = a_measure(300)
PEOPLE = a_measure(300, text="Young people engaged")
CAMERAS = a_measure(300, text="Cameras reviewed")
BURGLARIES = a_measure(200, direction=LOWER, text="Burglaries recorded in the year")
CASES = a_measure(40, direction=LOWER, text="Open cases at the end of the quarter")
IN_TIME = a_measure(90, "percent", text="Requests completed within ten days")
CHANGE = a_measure(-5, "percent change", LOWER, "Deliberate fires against last year")
PROTOCOL = a_measure(1, "milestone", text="Protocol agreed")
TERM_TIME = a_measure(600, text="Pupils taking part", profile=(0.1, 0.2, 0.8, 1.0))
WATCHED = a_measure(None, direction=MONITOR, text="Referrals made")
BROKEN = a_measure(90, "percent", comparable=False)
NONE_AT_ALL = a_measure(0, direction=LOWER, text="Repeat incidents")
STRICT = Thresholds(0.0, 0.05)

COURSES: list[tuple[Measure, Quarter, float, str]] = [
    (VISITS, Q2, 148, "on course"),
    (VISITS, Q2, 150, "on course"),
    (VISITS, Q2, 135, "on course"),
    (VISITS, Q2, 134, "slightly behind: 16 short of the 150 expected by the end of Q2"),
    (VISITS, Q2, 106, "slightly behind: 44 short of the 150 expected by the end of Q2"),
    (VISITS, Q2, 105, "behind: 45 short of the 150 expected by the end of Q2"),
    (VISITS, Q2, 0, "behind: 150 short of the 150 expected by the end of Q2"),
    (VISITS, Q2, 165, "on course"),
    (VISITS, Q2, 166, "ahead: 16 above the 150 expected by the end of Q2"),
    (VISITS, Q1, 70, "on course"),
    (VISITS, Q3, 210, "on course"),
    (VISITS, Q3, 190, "slightly behind: 35 short of the 225 expected by the end of Q3"),
    (VISITS, Q4, 300, "on course"),
    (VISITS, Q4, 290, "on course: 10 short of the target of 300"),
    (VISITS, Q4, 260, "slightly behind: 40 short of the target of 300"),
    (VISITS, Q4, 200, "behind: 100 short of the target of 300"),
    (VISITS, Q4, 340, "ahead: 40 above the target of 300"),
    (a_measure(6), Q1, 1, "behind: 0.5 short of the 1.5 expected by the end of Q1"),
    (BURGLARIES, Q1, 50, "on course"),
    (BURGLARIES, Q1, 60, "slightly behind: 10 above the 50 expected by the end of Q1"),
    (BURGLARIES, Q1, 70, "behind: 20 above the 50 expected by the end of Q1"),
    (BURGLARIES, Q2, 80, "ahead: 20 below the 100 expected by the end of Q2"),
    (BURGLARIES, Q4, 210, "on course: 10 above the target of 200"),
    (CASES, Q1, 40, "on course"),
    (CASES, Q1, 43, "on course: 3 above the target of 40"),
    (CASES, Q1, 46, "slightly behind: 6 above the target of 40"),
    (CASES, Q3, 60, "behind: 20 above the target of 40"),
    (CASES, Q1, 12, "on course"),
    (IN_TIME, Q1, 92, "on course"),
    (IN_TIME, Q1, 85, "on course: 5 percentage points short of the target of 90%"),
    (IN_TIME, Q3, 72, "slightly behind: 18 percentage points short of the target of 90%"),
    (IN_TIME, Q3, 61, "behind: 29 percentage points short of the target of 90%"),
    (CHANGE, Q2, -8, "on course"),
    (CHANGE, Q2, -4, "slightly behind: 1 percentage point above the target of a 5% fall"),
    (CHANGE, Q2, 7, "behind: 12 percentage points above the target of a 5% fall"),
    (PROTOCOL, Q2, 1, "reached"),
    (PROTOCOL, Q2, 0, "not yet reached"),
    (PROTOCOL, Q4, 0, "behind"),
    (TERM_TIME, Q2, 118, "on course"),
    (TERM_TIME, Q3, 300, "behind: 180 short of the 480 expected by the end of Q3"),
    (NONE_AT_ALL, Q2, 0, "on course"),
    (NONE_AT_ALL, Q2, 1, "behind: 1 above the target of 0"),
]


@pytest.mark.parametrize(("measure", "quarter", "value", "words"), COURSES)
def test_a_figure_says_whether_it_is_on_course(
    measure: Measure, quarter: Quarter, value: float, words: str
) -> None:
    found = pace(measure, value, quarter)
    assert found is not None
    assert pace_words(measure, found) == words


@pytest.mark.parametrize("measure", [WATCHED, BROKEN, replace(VISITS, direction=MONITOR)])
def test_of_what_is_only_watched_or_not_comparable_no_course_is_said(measure: Measure) -> None:
    assert pace(measure, 90, Q2) is None


@pytest.mark.parametrize(
    ("thresholds", "value", "course"),
    [
        (STRICT, 150, Course.ON_COURSE),
        (STRICT, 149, Course.SLIGHTLY_BEHIND),
        (STRICT, 142, Course.BEHIND),
        (parse_thresholds("5/20"), 143, Course.ON_COURSE),
        (parse_thresholds("5 % / 20 %"), 120, Course.BEHIND),
    ],
)
def test_the_council_draws_its_own_lines(
    thresholds: Thresholds, value: float, course: Course
) -> None:
    found = pace(VISITS, value, Q2, thresholds)
    assert found is not None
    assert found.course is course


@pytest.mark.parametrize("text", ["", "10", "30/10", "ten/thirty"])
def test_lines_that_are_none_are_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="10/30"):
        parse_thresholds(text)


@pytest.mark.parametrize(
    ("measure", "basis"),
    [
        (VISITS, Basis.RUNNING_TOTAL),
        (BURGLARIES, Basis.RUNNING_TOTAL),
        (CASES, Basis.SNAPSHOT),
        (a_measure(20, text="Average days to first visit", direction=LOWER), Basis.SNAPSHOT),
        (IN_TIME, Basis.RATE),
        (CHANGE, Basis.RATE),
        (PROTOCOL, Basis.MILESTONE),
        (replace(VISITS, basis=Basis.SNAPSHOT), Basis.SNAPSHOT),
    ],
)
def test_how_a_measure_adds_up_is_read_from_its_words_unless_it_was_said(
    measure: Measure, basis: Basis
) -> None:
    assert basis_of(measure) is basis


def test_a_forecast_is_a_sum_that_can_be_checked() -> None:
    half = forecast(VISITS, 148, Q2)
    assert half is not None
    assert (half.value, half.sum) == (296, "148 × 4 ÷ 2 = 296")
    shaped = forecast(TERM_TIME, 90, Q2)
    assert shaped is not None
    assert (shaped.value, shaped.sum) == (450, "90 ÷ 20% = 450")


@pytest.mark.parametrize(("measure", "quarter"), [(VISITS, Q4), (IN_TIME, Q2), (PROTOCOL, Q1)])
def test_nothing_is_forecast_of_a_full_year_a_rate_or_a_milestone(
    measure: Measure, quarter: Quarter
) -> None:
    assert forecast(measure, 1, quarter) is None


@pytest.mark.parametrize(
    ("measure", "readings", "travel", "arrow"),
    [
        (VISITS, {Q1: 70.0, Q2: 148.0}, Travel.BETTER, "↑"),
        (VISITS, {Q1: 70.0, Q2: 100.0}, Travel.WORSE, "↓"),
        (VISITS, {Q1: 70.0, Q2: 140.0}, Travel.SAME, "→"),
        (BURGLARIES, {Q1: 50.0, Q2: 80.0}, Travel.BETTER, "↓"),
        (IN_TIME, {Q1: 72.0, Q2: 61.0}, Travel.WORSE, "↓"),
        (CHANGE, {Q1: -3.0, Q2: 7.0}, Travel.WORSE, "↑"),
        (WATCHED, {Q1: 10.0, Q2: 30.0}, Travel.UP, "↑"),
        (replace(CASES, direction=MONITOR), {Q1: 10.0, Q2: 3.0}, Travel.DOWN, "↓"),
    ],
)
def test_the_direction_of_travel_says_good_or_bad_by_the_measures_direction(
    measure: Measure, readings: dict[Quarter, float], travel: Travel, arrow: str
) -> None:
    move = against_last_quarter(measure, readings, Q2)
    assert move is not None
    assert (move.travel, move.arrow) == (travel, arrow)


def test_the_same_quarter_last_year_is_compared_as_it_stood() -> None:
    last = Quarter(2017, 2)
    move = against_last_year(BURGLARIES, {last: 110.0, Q2: 80.0}, Q2)
    assert move is not None
    assert move.travel is Travel.BETTER
    assert against_last_year(BURGLARIES, {Q2: 80.0}, Q2) is None


def test_what_is_not_comparable_breaks_the_line() -> None:
    assert against_last_quarter(BROKEN, {Q1: 50.0, Q2: 60.0}, Q2) is None
    assert against_last_year(BROKEN, {Quarter(2017, 2): 50.0, Q2: 60.0}, Q2) is None


@pytest.mark.parametrize(
    ("measure", "readings", "shown"),
    [
        (PEOPLE, {Q2: 0.0}, "0"),
        (PEOPLE, {Q2: 3.0}, "fewer than 5"),
        (PEOPLE, {Q2: 5.0}, "5"),
        (PEOPLE, {Q1: 12.0, Q2: 14.0}, "12 and fewer than 5 more"),
        (PEOPLE, {Q1: 12.0, Q2: 12.0}, "12"),
        (PEOPLE, {Q1: 3.0, Q2: 6.0}, "6"),
        (CAMERAS, {Q2: 3.0}, "3"),
        (IN_TIME, {Q2: 3.0}, "3%"),
        (PROTOCOL, {Q2: 1.0}, "1"),
    ],
)
def test_small_counts_and_small_differences_are_not_published(
    measure: Measure, readings: dict[Quarter, float], shown: str
) -> None:
    assert published(measure, readings, Q2) == shown


OUTCOMES = a_measure(60, "percent", text="Referrals that reach an agreed outcome")


@pytest.mark.parametrize(
    ("measure", "shares", "shown"),
    [
        (IN_TIME, {Q2: Share(3, 9)}, "3 of 9 (33%)"),
        (OUTCOMES, {Q2: Share(12, 48)}, "12 of 48 (25%)"),
        (OUTCOMES, {Q2: Share(0, 48)}, "0 of 48 (0%)"),
        (OUTCOMES, {Q2: Share(48, 48)}, "48 of 48 (100%)"),
        (OUTCOMES, {Q2: Share(3, 48)}, "fewer than 5 of 48"),
        (OUTCOMES, {Q2: Share(46, 48)}, "all but fewer than 5 of 48"),
        (OUTCOMES, {Q2: Share(1, 4)}, "a share of fewer than 5"),
        (OUTCOMES, {Q1: Share(12, 48), Q2: Share(14, 60)}, "23%"),
        (OUTCOMES, {Q1: Share(12, 48), Q2: Share(20, 51)}, "39%"),
        (OUTCOMES, {Q1: Share(12, 48), Q2: Share(30, 80)}, "30 of 80 (38%)"),
        (OUTCOMES, {Quarter(2017, 4): Share(12, 48), Q2: Share(14, 50)}, "14 of 50 (28%)"),
    ],
)
def test_a_share_is_published_with_its_two_numbers_unless_they_give_a_few_away(
    measure: Measure, shares: dict[Quarter, Share], shown: str
) -> None:
    readings = {quarter: share.percent for quarter, share in shares.items()}
    assert published(measure, readings, Q2, shares) == shown


def test_shares_are_compared_by_what_they_come_to() -> None:
    readings = {Q1: Share(12, 48).percent, Q2: Share(40, 200).percent}
    move = against_last_quarter(OUTCOMES, readings, Q2)
    assert move is not None
    assert move.travel is Travel.WORSE
    found = pace(OUTCOMES, readings[Q2], Q2)
    assert found is not None
    assert pace_words(OUTCOMES, found) == (
        "behind: 40 percentage points short of the target of 60%"
    )


@given(
    target=st.integers(1, 10_000),
    number=st.integers(1, 4),
    value=st.integers(0, 20_000),
    more=st.integers(1, 500),
)
def test_more_of_what_is_good_is_never_a_worse_course(
    target: int, number: int, value: int, more: int
) -> None:
    worst_first = [Course.BEHIND, Course.SLIGHTLY_BEHIND, Course.ON_COURSE, Course.AHEAD]
    measure, quarter = a_measure(target), Quarter(2018, number)
    less, greater = pace(measure, value, quarter), pace(measure, value + more, quarter)
    assert less is not None
    assert greater is not None
    assert worst_first.index(less.course) <= worst_first.index(greater.course)
    assert expected_by(measure, Q4) == target
