"""Words people type for a status, and how a status is shown."""

from __future__ import annotations

import pytest

from bot.core.status import Labels, Status, parse_status
from bot.setting_texts import parse_labels


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("amber", Status.AT_RISK),
        ("A", Status.AT_RISK),
        ("GREEN", Status.ON_TRACK),
        ("g", Status.ON_TRACK),
        ("on-track", Status.ON_TRACK),
        ("Red", Status.OFF_TRACK),
        ("off track.", Status.OFF_TRACK),
        ("blue", Status.COMPLETE),
        ("done", Status.COMPLETE),
        (":large_green_circle:", Status.ON_TRACK),
        ("🔴", Status.OFF_TRACK),
        ("not_started", Status.NOT_STARTED),
        ("on hold", Status.DEFERRED),
        ("canceled", Status.CANCELLED),
    ],
)
def test_words_people_type_map_onto_one_status(typed: str, status: Status) -> None:
    assert parse_status(typed) is status


@pytest.mark.parametrize("typed", ["", "A/G", "purple", "fine", "amberish"])
def test_an_unknown_word_is_not_guessed(typed: str) -> None:
    assert parse_status(typed) is None


def test_no_update_is_neither_amber_nor_red() -> None:
    label = str(Labels().of(None))
    assert label == "▫ No update received"


def test_a_partnership_may_use_its_own_words_but_the_mark_stays() -> None:
    labels = parse_labels("on_track=Green, off_track=Red")
    assert str(labels.of(Status.ON_TRACK)) == "🟢 Green"
    assert str(labels.of(Status.COMPLETE)) == "✅ Complete"


def test_a_label_for_no_status_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="purple"):
        parse_labels("purple=Purple")
