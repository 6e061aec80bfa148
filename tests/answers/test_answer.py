"""What an answer holds: facts with receipts, figures with their base, and no more than is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.answers.answer import answer_reading, as_line
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Role
from bot.core.progress import Progress, show_number
from bot.core.status import Labels, Status
from bot.messages.reply import Answer, Mode
from bot.reading.dated import Asker
from bot.reading.encoding import decoded
from bot.reading.expression import Figure
from bot.reading.parts import Index
from bot.reading.reader import read
from tests.reading.conftest import TODAY

LEAD = Caller("w", "U1", Role.LEAD, ("KP",))
Ask = Callable[..., Answer]


@pytest.fixture
def ask(progress: Progress, index: Index) -> Ask:
    """Ask the sample plan something, as a lead of Kent Police unless told otherwise."""

    def answer(text: str, caller: Caller = LEAD, **more: Any) -> Answer:
        answer_context = AnswerContext(progress, caller, TODAY, **more)
        asker = Asker(tuple(caller.agencies), caller.role is Role.LEAD)
        reading = decoded(text) or read(text, index, TODAY, asker)
        return answer_reading(reading, answer_context)

    return answer


def test_a_card_gives_status_lead_dates_and_the_last_word(ask: Ask) -> None:
    text = ask("ASB3").text
    assert "🟠 At risk" in text
    assert "Sevenoaks District Council" in text
    assert "Due 31 October 2018, moved from 30 September 2018" in text
    assert "21 September 2018: 'Two reviews are late because of a camera fault.'" in text


def test_declared_and_computed_stand_beside_each_other(ask: Ask) -> None:
    text = ask("MH4").text
    assert "At risk" in text
    assert "overdue by 10 days" in text


def test_no_update_is_said_and_never_a_colour(ask: Ask) -> None:
    answer = ask("OCG5")
    assert "No update received" in answer.text
    assert not {"🔴", "🟠"} & set(answer.text)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("latest on ACQ7", "No update received yet for ACQ7."),
        ("latest updates in mental health", "The latest updates of actions in Mental Health"),
        ("measures of ASB1 and ASB2", "Measures of ASB1 and ASB2"),
        ("are ASB1 or ASB2 red", "None of ASB1 and ASB2 is off track (red)."),
        ("what is amber this month", "At risk (amber): 7 actions."),
    ],
)
def test_a_title_reads_as_a_sentence_about_the_actions_meant(
    ask: Ask, typed: str, title: str
) -> None:
    assert ask(typed).title == title


def test_priorities_are_listed_in_no_particular_order(ask: Ask) -> None:
    answer = ask("what are our priorities this year")
    assert "seven priorities, in no particular order" in answer.title
    assert len(answer.parts[0].lines) == 7


def test_a_priority_shows_what_is_off_track_first(ask: Ask) -> None:
    text = ask("priority DA").text
    assert text.index("DA7") < text.index("DA1") or text.index("DA3") < text.index("DA1")
    assert "🔴 Off track 2" in text


def test_a_count_gives_its_base_and_share(ask: Ask) -> None:
    assert ask("how many red").title.startswith("4 of 53 actions (7.5%) are off track (red)")
    assert ask("how many DA actions have had no update").title.startswith("4 of 8 actions")


def test_joint_leads_are_counted_for_each_and_it_says_so(ask: Ask) -> None:
    assert "joint lead counts once for each" in ask("how many actions does each agency lead").title


def test_an_empty_list_says_none_and_what_there_is(ask: Ask) -> None:
    answer = ask("anything at risk in safeguarding?")
    assert answer.title == "No actions in Safeguarding are at risk (amber)."
    assert "9 actions" in answer.text
    assert not answer.refs


def test_a_long_list_shows_ten_and_names_the_rest(ask: Ask) -> None:
    answer = ask("which actions have had no update at all")
    lines = answer.parts[0].lines
    assert len(lines) == 11
    assert lines[-1].text.startswith("And 14 more:")
    assert len(answer.refs) == 24
    assert answer.steps[0].label == "More"


def test_the_second_page_goes_on_where_the_first_ended(ask: Ask) -> None:
    first = ask("which actions have had no update at all")
    second = ask(first.steps[0].value)
    shown = {line.ref for line in first.parts[0].lines if line.ref}
    assert shown.isdisjoint(line.ref for line in second.parts[0].lines if line.ref)


def test_mine_are_the_actions_of_the_askers_agency(ask: Ask) -> None:
    davss = Caller("w", "U2", Role.LEAD, ("DAVSS",))
    assert {"DA1", "DA6"} <= set(ask("my actions", davss).refs)
    nobody = Caller("w", "U3", Role.OBSERVER)
    assert ask("my actions", nobody).mode is Mode.DECLINE


@pytest.mark.parametrize(
    "text", ["are we late on anything", "which of our actions are overdue", "our overdue"]
)
def test_we_are_the_agency_to_a_lead_and_the_partnership_to_a_councillor(
    ask: Ask, text: str
) -> None:
    council = ("SDC",)
    assert ask(text, Caller("w", "U2", Role.LEAD, council)).refs == ("MH4",)
    for role in (Role.OBSERVER, Role.COORDINATOR):
        refs = ask(text, Caller("w", "U3", role, council)).refs
        assert set(refs) == {"ACQ3", "MH1", "MH4"}


def test_what_we_lead_is_what_the_agency_leads_whoever_asks(ask: Ask) -> None:
    councillor = Caller("w", "U2", Role.OBSERVER, ("DAVSS",))
    assert set(ask("what do we lead", councillor).refs) == {"DA1", "DA6"}


def test_measures_of_an_agency_come_by_the_page_and_in_a_priority_alone(ask: Ask) -> None:
    council = Caller("w", "U2", Role.LEAD, ("SDC",))
    first = ask("what are our targets", council)
    second = ask(first.steps[0].value, council)
    shown = {line.ref for line in first.parts[0].lines if line.ref}
    assert len(shown) == 10
    assert shown.isdisjoint(line.ref for line in second.parts[0].lines if line.ref)
    assert set(ask("our targets in acquisitive crime", council).refs) == {"ACQ4", "ACQ5"}


def test_later_pages_say_where_they_stand(ask: Ask) -> None:
    assert "11 to 20 of 53" in ask(ask("list every action").steps[0].value).text


def test_priorities_with_something_red_are_counted(ask: Ask) -> None:
    assert ask("how many of the seven priorities have something red").title.startswith("3 of 7")


def test_who_has_more_is_answered_with_that_number_on_each_side(ask: Ask) -> None:
    text = ask("who has more overdue, police or sdc").text
    assert "Kent Police (KP): 1 of 13 actions overdue" in text
    assert "Sevenoaks District Council (SDC): 1 of 19 actions overdue" in text


def test_a_split_by_priority_says_how_each_stands(ask: Ask) -> None:
    text = ask("split of RAG by priority").text
    assert "Mental Health: 5\n🟠 At risk 2" in text


def test_what_is_awaited_says_where_it_was_looked_for(ask: Ask) -> None:
    title = ask("who has not reported on safeguarding for q2").title
    assert title == "No update received for Q2 2018-19: 5 of 9 actions in Safeguarding."


def test_two_states_are_compared_by_both_numbers(ask: Ask) -> None:
    text = ask("Are there more overdue actions than red ones?").text
    assert "Overdue: 3 actions, against 4 off track (red): 1 fewer." in text
    assert "Then and not now" not in text


def test_what_is_due_last_is_of_one_day(ask: Ask) -> None:
    title = ask("which red or amber actions are due last").title
    assert "due last: " in title
    assert "first of" not in title


def test_a_comparison_gives_figures_and_no_verdict(ask: Ask) -> None:
    text = ask("Are the police doing better than the council?").text
    assert "not a verdict" in text
    assert "Kent Police" in text
    assert "Sevenoaks District Council" in text


def test_what_changed_names_before_and_after(ask: Ask) -> None:
    text = ask("What changed for organised crime between Q1 and Q2?").text
    assert "OCG1: 🟢 On track → 🟠 At risk" in text
    assert "OCG4: 🔴 Off track → 🟠 At risk" in text


def test_history_says_who_when_and_the_moved_date(ask: Ask) -> None:
    text = ask("history of MH1").text
    assert "12 July 2018 (Q2): MH1" in text
    assert "due date moved to 30 September 2018" in text


def test_a_measure_gives_value_target_share_and_period(ask: Ask) -> None:
    text = ask("property marking kits numbers?").text
    assert "130 of a target of 200 (65%, 70 to go)" in text
    assert "for Q2 2018-19" in text
    assert "not what caused it" in text


def test_a_number_that_is_a_target_names_every_candidate(ask: Ask) -> None:
    assert set(ask("are we on target to hit 500 young people").refs) == {"SUB1", "DA6"}


def test_the_sample_plan_is_called_illustrative(ask: Ask) -> None:
    assert "illustrative" in ask("ASB3").footnote
    assert "illustrative" in ask("what are our priorities").footnote


def test_labels_of_the_partnership_are_used(ask: Ask) -> None:
    labels = Labels({Status.AT_RISK: "Amber"})
    assert "🟠 Amber" in ask("ASB3", labels=labels).text


@pytest.mark.parametrize(
    "text",
    [
        "DA4",
        "priority DA",
        "kent police actions",
        "who leads on marac",
        "when is DA4 due",
        "history of DA4",
        "marac target",
        "what changed since Q1",
        "latest updates",
        "actions with no update at all",
    ],
)
def test_a_sensitive_action_shows_reference_and_status_only(ask: Ask, text: str) -> None:
    answer = ask(text, sees=lambda action: action.ref != "DA4")
    assert "every agency attends" not in answer.text
    assert "Agency actions closed" not in answer.text


def test_an_emergency_says_999_and_101_first(ask: Ask) -> None:
    answer = ask("someone is breaking in next door right now")
    assert "999" in answer.title
    assert "101" in answer.title


def test_a_personal_question_is_refused_with_the_way_to_go(ask: Ask) -> None:
    answer = ask("what happened to the family at 12 High St?")
    assert answer.mode is Mode.REFUSE
    assert "Community Safety Unit" in answer.text
    assert "High St" not in answer.text


def test_crime_figures_are_declined_with_the_nearest_action(ask: Ask) -> None:
    answer = ask("how many burglaries were there last month")
    assert answer.mode is Mode.DECLINE
    assert "no crime figures" in answer.text


def test_an_answer_has_at_most_two_next_questions(ask: Ask) -> None:
    for text in ("ASB3", "priority DA", "overdue", "help", "red ones", "who leads on arson"):
        steps = ask(text).steps
        assert len([step for step in steps if step.verb == "ask"]) <= 2
        assert len(steps) <= 3


def test_a_jsonl_line_has_the_agreed_fields(ask: Ask) -> None:
    line = as_line("q1", ask("ASB3"))
    assert set(line) == {"id", "answer_text", "mode", "refs", "choices"}
    assert line["mode"] == "answer"
    assert line["refs"] == ["ASB3"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("police actions with no target", "1 action of 13 led by Kent Police (KP) has no target."),
        (
            "sdc actions with no partners",
            "1 action of 19 led by Sevenoaks District Council (SDC) has no partners.",
        ),
        ("at risk but not overdue", "At risk (amber), not overdue: 5 actions."),
        ("red ones except DA", "Off track (red), not in Domestic Abuse: 2 actions."),
    ],
)
def test_what_is_left_out_and_where_it_was_looked_for_is_said(
    ask: Ask, text: str, title: str
) -> None:
    assert ask(text).title == title


@pytest.mark.parametrize("field", ["target", "reading", "baseline"])
def test_the_highest_and_lowest_figure_of_a_kind_is_named_with_its_unit(
    ask: Ask, progress: Progress, field: str
) -> None:
    values = [v for s in progress.standings for _, v in Figure(field, "=", 0).measured(s)]
    for word, extreme in (("highest", max), ("lowest", min)):
        answer = ask(f"which action has the {word} {field}")
        if not values:
            assert answer.title == f"No {field} is given as a number there."
            continue
        held = [v for s in progress.standings if s.action.ref in answer.refs
                for _, v in Figure(field, "=", 0).measured(s)]  # fmt: skip
        assert {extreme(held)} == {extreme(values)}
        assert f"the {word} {field}: {show_number(extreme(values))}" in answer.title


def test_where_all_have_as_many_none_is_called_the_first(ask: Ask) -> None:
    assert ask("which action has most measures").title == (
        "All 53 actions have the same number of measures: 1."
    )
