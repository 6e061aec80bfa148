"""Figures as people type them: numbers, and shares of which both numbers are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.errors import Invalid
from bot.core.figures import Share, parse_share, reading_of, show_figure
from bot.core.plan import Measure, Reading
from bot.core.reporting import ProgressDraft, with_typed_figure
from tests.factories import Q2

IN_TIME = Measure("DA3/1", "Requests completed in ten days", "percent", target=90)
VISITS = Measure("ASB1/1", "Visits", "count", target=48)


@pytest.mark.parametrize(
    "text", ["12 of 48", "12/48", "12 / 48", "12 out of 48", "12 of 48 (25%)", " 12 of 48, 25 % "]
)
def test_a_share_is_read_however_it_is_written(text: str) -> None:
    assert parse_share(text) == Share(12, 48)
    reading = reading_of(IN_TIME, text, Q2)
    assert reading == Reading("DA3/1", 25.0, Q2, 12, 48)
    assert show_figure(IN_TIME, reading) == "12 of 48 (25%)"


@pytest.mark.parametrize(("text", "value"), [("61%", 61.0), ("61", 61.0), ("61.5 %", 61.5)])
def test_a_per_cent_alone_is_kept_as_one(text: str, value: float) -> None:
    reading = reading_of(IN_TIME, text, Q2)
    assert (reading.value, reading.numerator) == (value, None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("0 of 0", "there were none"),
        ("48 of 12", "more than all of them"),
        ("12 of 48 (52%)", "is 25%"),
        ("a quarter", "not a number"),
    ],
)
def test_what_can_be_no_share_is_refused_in_words(text: str, problem: str) -> None:
    with pytest.raises(Invalid, match=problem) as refused:
        reading_of(IN_TIME, text, Q2)
    assert refused.value.next_step


def test_of_a_count_so_many_of_its_target_is_the_count_and_of_another_number_is_asked() -> None:
    assert reading_of(VISITS, "12 of 48", Q2) == Reading("ASB1/1", 12.0, Q2)
    with pytest.raises(Invalid, match="is a count"):
        reading_of(VISITS, "12 of 50", Q2)


@pytest.mark.parametrize(
    ("note", "left", "figure"),
    [
        ("Sped up since July. Figure: 12 of 48", "Sped up since July", "12 of 48"),
        ("Sped up, figure = 61%.", "Sped up", "61%"),
        ("Sped up (figure: 1,204)", "Sped up", "1,204"),
        ("The figure: 12 is low", "The figure: 12 is low", ""),
        ("We delivered 12 of 48", "We delivered 12 of 48", ""),
    ],
)
def test_a_typed_update_may_end_in_its_figure(note: str, left: str, figure: str) -> None:
    draft = with_typed_figure(ProgressDraft("DA3", note=note), (IN_TIME,))
    assert draft.note == left
    assert draft.readings == ((("DA3/1", figure),) if figure else ())
    assert with_typed_figure(replace(draft, note=note, readings=()), ()).note == note
