"""The same question on another day: the first quarter, a quarter to come, a quarter gone by."""

from __future__ import annotations

from datetime import date

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.progress import Progress
from bot.messages.reply import Answer
from bot.reading.dated import Asker
from bot.reading.parts import Index
from bot.reading.reader import read


def _asked(text: str, on: date, progress: Progress, index: Index) -> Answer:
    coordinator = Caller("w", "U1", Role.COORDINATOR, ("SDC",))
    reading = read(text, index, on, Asker(("SDC",)))
    return answer_reading(reading, AnswerContext(progress, coordinator, on))


def test_in_the_first_quarter_updates_are_owed_for_that_one_and_none_before_the_plan(
    progress: Progress, index: Index
) -> None:
    answer = _asked("who has not updated", date(2018, 6, 18), progress, index)
    assert "No update received for Q1 2018-19" in answer.text
    assert "2017-18" not in answer.text


def test_of_a_quarter_to_come_nothing_is_said_to_have_happened(
    progress: Progress, index: Index
) -> None:
    answer = _asked("what turned amber in Q4", date(2018, 10, 10), progress, index)
    assert answer.text == "Q4 2018-19 has not begun yet: nothing is reported for it."


def test_a_quarter_gone_by_is_answered_as_it_stood_then(progress: Progress, index: Index) -> None:
    then = _asked("which were red in Q1", date(2018, 10, 10), progress, index)
    now = _asked("which are red", date(2018, 10, 10), progress, index)
    assert then.refs == ("OCG4",)
    assert "As at 30 June 2018" in then.text
    assert "OCG4" not in now.refs


def test_silence_is_counted_from_the_day_that_was_named(progress: Progress, index: Index) -> None:
    since = _asked("no update since august", date(2018, 10, 10), progress, index)
    days = _asked("not updated for 90 days", date(2018, 10, 10), progress, index)
    ever = _asked("no update at all", date(2018, 10, 10), progress, index)
    assert {"MH3", "SUB1"} <= set(since.refs)
    assert "MH3" in days.refs
    assert "SUB1" not in days.refs
    assert "MH3" not in ever.refs


def test_what_changed_into_a_status_names_only_that_change(
    progress: Progress, index: Index
) -> None:
    answer = _asked("what turned amber in Q2", date(2018, 10, 10), progress, index)
    assert "ASB3" in answer.refs
    assert "ASB10" not in answer.refs
