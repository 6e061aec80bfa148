"""The same question on another day: the first quarter, a quarter to come, a quarter gone by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.progress import Progress, show_number
from bot.core.quarters import Quarter
from bot.messages.reply import Answer
from bot.reading.dated import Asker
from bot.reading.expression import Became, Closed, Days, Not, Reported, all_of
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.wants import PAGE, Kind, Reading, Want
from bot.sample import next_sample_plan

TODAY = date(2018, 10, 10)


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
    begins = "It begins on 1 January 2019."
    assert answer.text == f"Q4 2018-19 has not begun yet: nothing is reported for it. {begins}"


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


def test_none_is_said_in_a_sentence(progress: Progress, index: Index) -> None:
    on = date(2018, 10, 10)
    answer = _asked("what is red and due in January 2019 in safeguarding", on, progress, index)
    assert answer.title == (
        "No actions in Safeguarding are off track (red), due in January 2019 and still open."
    )


def test_a_change_in_the_quarter_that_runs_is_since_the_last_one(
    progress: Progress, index: Index
) -> None:
    answer = _asked("what changed between Q1 and Q2", date(2018, 7, 20), progress, index)
    assert "ince the end of Q1 2018-19" in answer.text
    assert "end of Q2" not in answer.text


def test_of_a_quarter_whose_returns_have_closed_it_is_said_which_is_reported_now(
    progress: Progress, index: Index
) -> None:
    def closes(quarter: Quarter) -> date:
        return quarter.ends + timedelta(days=10)

    texts = {}
    for on in (date(2018, 7, 9), date(2018, 7, 17)):
        reading = read("who has not reported for Q1", index, on, Asker(("SDC",)))
        caller = Caller("w", "U1", Role.COORDINATOR, ("SDC",))
        texts[on.day] = answer_reading(reading, AnswerContext(progress, caller, on, closes=closes))
    assert "is reported now" not in texts[9].text
    assert "Its returns closed on 10 July 2018. Q2 2018-19 is reported now" in texts[17].text
    assert texts[17].steps[0].label == "Still to report for Q2"


def test_in_april_it_is_said_what_the_plan_before_still_awaits(progress: Progress) -> None:
    plan, on = next_sample_plan(), date(2019, 4, 3)
    caller = Caller("w", "U1", Role.COORDINATOR, ("SDC",))
    over = all_of(Not(Reported(Quarter.of(on))), Not(Closed()))

    def asked(closing: int) -> Answer:
        context = AnswerContext(
            Progress(plan, ()),
            caller,
            on,
            before=progress,
            closes=lambda quarter: quarter.ends + timedelta(days=closing),
        )
        return answer_reading(Reading(Want(), over), context)

    assert "Returns for Q4 2018-19, of the 2018-19 plan, are open until" in asked(10).text
    assert "Still to report for Q4" in [step.label for step in asked(10).steps]
    assert "Q4 2018-19" not in asked(2).text


def test_who_leads_a_long_list_is_shown_a_page_at_a_time(progress: Progress) -> None:
    caller = Caller("w", "U1", Role.COORDINATOR, ("SDC",))
    reading = Reading(Want(Kind.LEADS), Not(Closed()))
    answer = answer_reading(reading, AnswerContext(progress, caller, date(2018, 10, 10)))
    assert len(answer.parts[0].lines) == PAGE + 1
    assert len(answer.refs) > PAGE
    assert answer.steps[0].label == "More"


def test_who_may_not_report_is_not_told_how(progress: Progress, index: Index) -> None:
    for role, told in ((Role.OBSERVER, False), (Role.LEAD, True)):
        caller = Caller("w", "U1", role, ("SDC",))
        on = date(2018, 10, 10)
        reading = read("help", index, on, Asker(("SDC",)))
        answer = answer_reading(reading, AnswerContext(progress, caller, on))
        assert ("/csp update" in answer.text) is told


def test_what_the_second_answer_shows_is_not_shown_under_a_count(
    progress: Progress, index: Index
) -> None:
    on = date(2018, 10, 10)
    answer = _asked("how many are red and who leads them", on, progress, index)
    shown = [line.ref for part in answer.parts for line in part.lines if line.ref]
    assert len(shown) == len(set(shown)) == len(answer.refs) > 1


def test_in_an_answer_about_a_priority_no_update_is_shown_twice(
    progress: Progress, index: Index
) -> None:
    answer = _asked("how are we doing on domestic abuse", date(2018, 10, 10), progress, index)
    notes = [u.note for s in progress.standings for u in s.updates if u.note in answer.text]
    assert notes
    assert all(answer.text.count(note) == 1 for note in notes)


def test_who_leads_what_was_just_listed_is_said_by_lead(progress: Progress, index: Index) -> None:
    on = date(2018, 10, 10)
    answer = _asked("which are red and who leads them", on, progress, index)
    texts = [s.action.text for s in progress.standings if s.action.ref in answer.refs]
    assert texts
    assert all(answer.text.count(text) == 1 for text in texts)
    assert "Who leads" in [part.heading for part in answer.parts]


def test_where_nothing_is_left_open_it_is_said_once_that_nothing_is(
    progress: Progress, index: Index
) -> None:
    answer = _asked("which police actions have no due date", date(2018, 10, 10), progress, index)
    assert answer.title == "No action led by Kent Police (KP) is without a due date."


def test_what_turned_last_is_the_one_that_turned_last(progress: Progress, index: Index) -> None:
    for colour, status in (("red", "off_track"), ("amber", "at_risk"), ("green", "on_track")):
        turned = {s.action.ref: Became(status, Days()).last(s) for s in progress.standings}
        days = {ref: at for ref, at in turned.items() if at is not None}
        answer = _asked(f"which one went {colour} last", date(2018, 10, 10), progress, index)
        assert len(answer.refs) == 1
        assert days[answer.refs[0]] == max(days.values())


def test_the_updates_of_two_quarters_are_counted_side_by_side(
    progress: Progress, index: Index
) -> None:
    on = date(2018, 10, 10)
    text = _asked("number of updates sent in, q1 v q2", on, progress, index).text
    assert _asked("updates received in Q1 versus Q2", on, progress, index).text == text
    for number in (1, 2):
        quarter = Quarter(2018, number)
        updates = sum(u.quarter == quarter for s in progress.standings for u in s.updates)
        assert f"Updates in the quarter: {updates}." in text


def test_the_next_deadline_after_a_day_is_the_first_one(progress: Progress, index: Index) -> None:
    answer = _asked("the next deadline after october", date(2018, 10, 10), progress, index)
    days = {s.due for s in progress.standings if s.action.ref in answer.refs}
    later = {s.due for s in progress.standings if s.due and s.due > date(2018, 10, 31)}
    assert days == {min(later)}


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("which actions had worse figures in Q2 than in Q1", {"ASB10", "DA3", "OCG1"}),
        ("whose readings have got worse since june", {"ASB10", "DA3", "OCG1"}),
        ("led by the police with better numbers than at the end of Q1", {"ACQ3"}),
        ("which numbers worsened between Q1 and Q2", {"ASB10", "DA3", "OCG1"}),
    ],
)
def test_figures_that_got_better_or_worse_are_readings_and_no_statuses(
    text: str, refs: set[str], progress: Progress, index: Index
) -> None:
    answer = _asked(text, date(2018, 10, 10), progress, index)
    assert set(answer.refs) == refs
    assert all("→" in line.text for part in answer.parts for line in part.lines)


def test_few_actions_are_named_beside_their_leads(progress: Progress, index: Index) -> None:
    asked = "apart from the police and the council who else leads in ASB and on what"
    answer = _asked(asked, date(2018, 10, 10), progress, index)
    lines = {line.text: line.detail for part in answer.parts for line in part.lines}
    assert lines["Kent Fire & Rescue Service (KFRS): 1"] == "ASB10"


def test_of_a_time_without_updates_the_first_is_none(progress: Progress, index: Index) -> None:
    answer = _asked("first thing reported this quarter", date(2018, 10, 10), progress, index)
    assert answer.text.startswith("No update received for Q3 2018-19")


def test_what_was_sent_in_at_a_time_is_all_that_came_then(progress: Progress, index: Index) -> None:
    """Not the last few of the actions that were reported on then."""
    answer = _asked("what did people send in during september?", TODAY, progress, index)
    came = [u for s in progress.standings for u in s.updates if u.at.month == 9]
    assert f"What was reported in September 2018: {len(came)} updates." in answer.text
    police = _asked("what did the police report in september", TODAY, progress, index)
    assert "What was reported in September 2018, of actions led by Kent Police (KP)" in police.text


@pytest.mark.parametrize(
    "text", ["ASB9 up to the start of april", "what happened on ASB9 in august"]
)
def test_the_time_of_a_history_reads_as_a_sentence(
    text: str, progress: Progress, index: Index
) -> None:
    shown = _asked(text, TODAY, progress, index).text
    assert not any(words in shown for words in ("from up to", "received August", " in in "))


def test_of_the_one_that_is_overdue_longest_all_that_tie_are_told(
    progress: Progress, index: Index
) -> None:
    """Two of the sample's three overdue ones would be told apart by nothing but their reference."""
    one = _asked("what has been overdue the longest", TODAY, progress, index)
    every = _asked("which are overdue", TODAY, progress, index)
    due = {progress.standing(ref).due for ref in every.refs}
    assert len(due) == 1
    assert {*one.refs} == {*every.refs}
    stalest = _asked("which one has gone longest without an update", TODAY, progress, index)
    assert len(stalest.refs) == 1


def test_the_measures_of_an_action_say_what_was_reported_before(
    progress: Progress, index: Index
) -> None:
    several = 0
    for standing in progress.standings:
        readings = [r for m in standing.action.measures for r in standing.readings(m)]
        answer = _asked(f"first figure for {standing.action.ref}", TODAY, progress, index)
        shown = answer.text.partition("Reported before: ")[2]
        earlier = [show_number(reading.value) for reading in readings[:-1]]
        several += bool(earlier)
        assert all(figure in shown for figure in earlier)
        assert bool(earlier) == bool(shown)
    assert several > 1


def test_the_status_before_the_last_update_is_told(progress: Progress, index: Index) -> None:
    answer = _asked("what was ASB3 rated before its latest update", TODAY, progress, index)
    assert answer.text.index("At risk") < answer.text.index("On track")
