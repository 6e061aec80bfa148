"""What a quarter's summary says, in a councillor's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.core.codec import decode, encode
from bot.core.plan import OFFICIAL_SENSITIVE, Direction, Measure, Plan, Reading, Update
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.core.status import Labels, Status
from bot.quarterly.facts import ActionEntry, Summary, SummaryHead, SummaryMore
from bot.quarterly.summary import summarise
from bot.quarterly.thread import as_text, detail_text, more_text, posts
from bot.quarterly.wording import head_text, headline, remarks, short_parts
from bot.setting_texts import parse_labels
from tests.factories import Q1, Q2, Q3, a_plan, a_reading, an_action, an_update, at

LABELS = Labels()
CLOSE_OF_Q2 = date(2018, 10, 10)
FIVE = a_plan(
    an_action("ASB1"),
    an_action("ASB2"),
    an_action("ASB3"),
    an_action("DA1", leads=("KP",)),
    an_action("DA2", leads=("KP", "SDC"), due=date(2018, 11, 30)),
)


def said(ref: str, status: Status, quarter: Quarter = Q2, **changes: object) -> Update:
    day = {Q1: "2018-06-05", Q2: "2018-09-05", Q3: "2018-12-05"}[quarter]
    return an_update(ref, status=status, quarter=quarter, at=at(day), **changes)


def q2(*updates: Update, plan: Plan = FIVE, last: SummaryHead | None = None) -> Summary:
    return summarise(Progress(plan, updates), Q2, CLOSE_OF_Q2, last)


def refs(entries: tuple[ActionEntry, ...]) -> list[str]:
    return [entry.ref for entry in entries]


def test_the_headline_is_the_one_number_councillors_ask_for() -> None:
    made = q2(
        said("ASB1", Status.ON_TRACK, Q1),
        said("ASB1", Status.COMPLETE),
        said("ASB2", Status.ON_TRACK),
        said("ASB3", Status.AT_RISK),
    )
    assert headline(made.head, LABELS) == (
        "3 of 5 actions reported. Of those 1 complete, 1 on track, 1 at risk"
    )
    assert remarks(made.head, LABELS)[0] == (
        "In all, 2 of 5 actions are complete or on track: 40% (20% last quarter)."
    )


def test_what_stands_from_earlier_is_named_and_what_was_set_aside_is_not_counted() -> None:
    made = q2(
        said("ASB1", Status.ON_TRACK, Q1),
        said("ASB2", Status.AT_RISK),
        said("ASB3", Status.DEFERRED),
    )
    assert headline(made.head, LABELS) == "1 of 4 actions reported. Of those 1 at risk"
    told = " ".join(remarks(made.head, LABELS))
    assert "1 action stands as last reported in an earlier quarter: 1 on track." in told
    assert "1 action is deferred or cancelled and not counted as reported." in told


def test_the_head_names_at_most_three_exceptions_and_three_pieces_of_good_news() -> None:
    many = a_plan(*(an_action(f"ASB{n}") for n in range(1, 10)))
    off = [said(f"ASB{n}", Status.OFF_TRACK, reason="No staff.") for n in range(1, 6)]
    made = q2(*off, *(said(f"ASB{n}", Status.COMPLETE) for n in range(6, 10)), plan=many)
    parts = {part.heading: part.lines for part in short_parts(made.head, LABELS)}
    assert [line.ref for line in parts["Needs the partnership"]] == ["ASB1", "ASB2", "ASB3", ""]
    also = parts["Needs the partnership"][-1].text
    assert also == "Also 🔴 Off track: ASB4 Do what ASB4 says; ASB5 Do what ASB5 says."
    assert len(parts["Good news"]) == 3


@pytest.mark.parametrize(
    ("due", "basis", "answer"),
    [
        (date(2018, 12, 14), "month_end", ", by 14 December 2018."),
        (date(2018, 10, 5), "exact", ". It was due 5 October 2018."),
        (date(2018, 9, 30), "month_end", ". It was due 30 September 2018."),
        (date(2019, 3, 31), "plan_year_end", "."),
        (None, "none", "."),
    ],
)
def test_who_answers_is_said_with_a_named_day_still_to_come_or_past(
    due: date | None, basis: str, answer: str
) -> None:
    action = an_action("ASB1", due=due, due_basis=basis, timescale_raw="One per quarter")
    made = q2(said("ASB1", Status.OFF_TRACK, reason="No staff."), plan=a_plan(action))
    (needs, *_) = short_parts(made.head, LABELS)
    assert needs.lines[0].detail == f"No staff. Who answers: Sevenoaks District Council{answer}"


def test_the_first_quarter_is_compared_with_nothing() -> None:
    first = summarise(Progress(FIVE, [said("ASB1", Status.ON_TRACK, Q1)]), Q1, date(2018, 7, 10))
    assert headline(first.head, LABELS) == "1 of 5 actions reported. Of those 1 on track"


def test_last_quarter_is_what_was_posted_then_even_when_updates_came_in_late() -> None:
    posted = summarise(Progress(FIVE), Q1, date(2018, 7, 10)).head
    late = said("ASB1", Status.ON_TRACK, Q1)
    assert q2(late, last=posted).head.share_before == 0
    assert q2(late).head.share_before == 20


def test_a_later_quarters_updates_do_not_count() -> None:
    made = q2(said("ASB1", Status.ON_TRACK, Q3))
    assert made.head.good == 0
    assert sum(len(line.refs) for line in made.head.missing) == 5


def test_what_was_never_reported_is_neither_amber_nor_red() -> None:
    made = q2()
    assert made.head.off_track == made.head.at_risk == ()
    text = as_text(made, LABELS)
    assert "▫ No update received · ASB1" in text
    assert "Nothing is reported off track or at risk." in text


def test_a_status_of_an_earlier_quarter_stands_but_is_said_to_be_old() -> None:
    made = q2(said("ASB1", Status.ON_TRACK, Q1))
    assert made.head.good == 1
    assert "1 action stands as last reported in an earlier quarter" in as_text(made, LABELS)
    assert "Last reported for Q1 2018-19." in as_text(made, LABELS)


def test_completed_comes_before_recovered_before_on_track() -> None:
    made = q2(
        said("ASB1", Status.ON_TRACK),
        said("ASB2", Status.AT_RISK, Q1),
        said("ASB2", Status.ON_TRACK),
        said("ASB3", Status.COMPLETE),
    )
    assert refs(made.head.went_well) == ["ASB3", "ASB2", "ASB1"]


def test_off_track_comes_with_its_reason_and_the_corrective_action_that_was_given() -> None:
    made = q2(
        said("ASB1", Status.OFF_TRACK, reason="No contractor.", corrective_action="Re-let it."),
        said("ASB2", Status.OFF_TRACK, note="Contractor withdrew. We are re-letting the work."),
        said("ASB3", Status.AT_RISK, note="Tight."),
    )
    text = as_text(made, LABELS)
    assert "Reason: No contractor.\n  Corrective action: Re-let it." in text
    assert "Update: Contractor withdrew. We are re-letting the work." in text
    assert "none given" not in text.lower()
    assert refs(made.head.off_track) == ["ASB1", "ASB2"]
    assert refs(made.head.at_risk) == ["ASB3"]


def test_movements_are_changes_of_status_and_of_dates_in_this_quarter_only() -> None:
    made = q2(
        said("ASB1", Status.ON_TRACK, Q1, new_due=date(2018, 12, 1), reason="Earlier."),
        said("ASB1", Status.AT_RISK, new_due=date(2019, 1, 31), reason="Camera fault."),
        said("ASB2", Status.ON_TRACK),
    )
    text = as_text(made, LABELS)
    assert "🟢 On track → 🟠 At risk: ASB1" in text
    assert "ASB1: from 1 December 2018 to 31 January 2019\n  Reason: Camera fault." in text
    assert len(made.head.changes) == len(made.head.new_dates) == 1
    assert made.head.first_reports == 1


def test_overdue_is_judged_at_the_quarters_end_and_not_on_the_day_of_posting() -> None:
    on_the_day, before = an_action("ASB1", due=Q2.ends), an_action("ASB2", due=date(2018, 9, 29))
    plan = a_plan(on_the_day, before, an_action("ASB3", due=date(2018, 10, 5)))
    assert refs(q2(plan=plan).head.overdue) == ["ASB2"]
    assert "Overdue on 30 September 2018" in as_text(q2(plan=plan), LABELS)


def test_what_is_missing_is_listed_by_who_leads_and_blames_nobody() -> None:
    made = q2(said("ASB1", Status.ON_TRACK), said("ASB2", Status.COMPLETE, Q1))
    assert {line.lead: line.refs for line in made.head.missing} == {
        "Kent Police": ("DA1",),
        "Kent Police and Sevenoaks District Council": ("DA2",),
        "Sevenoaks District Council": ("ASB3",),
    }
    text = as_text(made, LABELS).lower()
    assert not [word for word in ("fail", "refus", "ignored", "despite") if word in text]


@pytest.mark.parametrize(
    ("measure", "value", "told"),
    [
        (
            Measure("ASB1/1", "Visits", target=6),
            7,
            "ASB1 Visits: 7 so far this year, target of 6 met",
        ),
        (
            Measure("ASB1/1", "Visits", target=6),
            2,
            "2 so far this year, behind: 1 short of the 3 expected by the end of Q2",
        ),
        (
            Measure("ASB1/1", "Fires", "percent change", target=-5, direction=Direction.LOWER),
            -7,
            "a 7% fall this quarter, target of a 5% fall met",
        ),
        (
            Measure("ASB1/1", "Reports", baseline=80, direction=Direction.MONITOR),
            95,
            "95 so far this year, no target\n  Baseline 80.",
        ),
        (
            Measure("ASB1/1", "Crimes", target=6, comparable=False),
            7,
            "7 so far this year, not comparable with earlier periods",
        ),
    ],
)
def test_a_measure_is_shown_beside_its_target_in_the_direction_of_good(
    measure: Measure, value: float, told: str
) -> None:
    plan = a_plan(an_action("ASB1", measures=(measure,), due=date(2019, 3, 31)))
    reading = a_reading(value, "ASB1/1", Q2)
    made = q2(said("ASB1", Status.ON_TRACK, readings=(reading,)), plan=plan)
    assert told in as_text(made, LABELS)


def test_a_figure_of_an_earlier_quarter_is_not_shown_as_this_quarters() -> None:
    old = Reading("ASB1/1", 3, Q1)
    made = q2(said("ASB1", Status.ON_TRACK, Q1, readings=(old,)))
    assert made.head.figures == ()
    assert made.details[0].figures[0].period == Q1


def test_next_quarters_dates_leave_out_what_is_done() -> None:
    assert refs(q2().head.next_due) == ["DA2"]
    assert q2(said("DA2", Status.COMPLETE)).head.next_due == ()


def test_of_a_sensitive_action_nothing_but_reference_and_status_is_shown() -> None:
    secret = an_action("DA1", text="SECRET", marking=OFFICIAL_SENSITIVE)
    plan = a_plan(an_action("ASB1"), secret)
    written = said(
        "DA1",
        Status.OFF_TRACK,
        note="SECRET",
        reason="SECRET",
        corrective_action="SECRET",
        new_due=date(2018, 12, 1),
        readings=(a_reading(41, "DA1/1", Q2),),
    )
    before = said("DA1", Status.ON_TRACK, Q1, note="SECRET")
    made = q2(before, written, plan=plan)
    assert "SECRET" not in encode(made)
    assert "41" not in encode(made)
    assert "🔴 Off track · DA1 (sensitive: reference and status only)" in as_text(made, LABELS)


def test_a_sensitive_action_among_others_is_named_by_its_reference_alone() -> None:
    secret = an_action("DA1", text="SECRET", marking=OFFICIAL_SENSITIVE)
    plan = a_plan(*(an_action(f"ASB{n}") for n in range(1, 4)), secret)
    made = q2(*(said(a.ref, Status.OFF_TRACK, reason="No staff.") for a in plan.actions), plan=plan)
    assert "Also 🔴 Off track: DA1." in as_text(made, LABELS)


def test_a_sensitive_priority_makes_its_actions_sensitive() -> None:
    plan = a_plan(an_action("DA1", text="SECRET"))
    marked = tuple(replace(p, marking=OFFICIAL_SENSITIVE) for p in plan.priorities)
    assert "SECRET" not in encode(q2(plan=replace(plan, priorities=marked)))


def test_nothing_claims_that_work_caused_a_figure() -> None:
    made = q2(said("ASB1", Status.COMPLETE, readings=(a_reading(7, "ASB1/1", Q2),)))
    text = as_text(made, LABELS).lower()
    causes = ("because of", "thanks to", "as a result", "led to", "reduced by")
    assert not [word for word in causes if word in text]


def test_a_frozen_summary_comes_back_as_it_was() -> None:
    made = q2(said("ASB1", Status.OFF_TRACK, reason="No contractor."))
    assert decode(Summary, encode(made)) == made


def test_the_partnerships_own_words_for_a_status_are_used() -> None:
    text = as_text(q2(said("ASB1", Status.AT_RISK)), parse_labels("at_risk=Amber"))
    assert "🟠 Amber · ASB1" in text
    assert "At risk ·" not in text


def test_the_sample_plan_is_called_illustrative() -> None:
    made = q2(plan=replace(FIVE, illustrative=True))
    assert as_text(made, LABELS).count("illustrative") == len(posts(made))


def test_details_follow_the_plans_order_and_long_ones_are_parted() -> None:
    many = a_plan(*(an_action(f"ASB{n}", text="x " * 190) for n in range(1, 40)), an_action("DA1"))
    made = q2(plan=many)
    asb = [d for d in made.details if d.priority.startswith("Anti-Social")]
    assert [d.part for d in asb] == list(range(1, len(asb) + 1))
    assert {d.n_parts for d in asb} == {len(asb)}
    assert [e.ref for d in asb for e in d.entries] == [f"ASB{n}" for n in range(1, 40)]
    assert made.details[-1].priority == "Domestic Abuse"


def test_the_head_and_its_thread_hold_every_fact_and_each_action_in_its_own_words_once() -> None:
    made = q2(
        said("ASB1", Status.COMPLETE, Q1),
        said("ASB2", Status.ON_TRACK, Q1),
        said("ASB2", Status.OFF_TRACK, reason="No staff.", new_due=date(2019, 1, 31)),
        said("ASB3", Status.ON_TRACK, readings=(a_reading(7, "ASB3/1", Q2),)),
    )
    head = head_text(made.head, LABELS)
    (glance,) = [post for post in posts(made) if isinstance(post, SummaryMore)]
    below = "\n".join([more_text(glance, LABELS), *(detail_text(d, LABELS) for d in made.details)])
    for words in (
        "2 of 5 actions reported. Of those 1 on track, 1 off track",
        "1 of them was completed in an earlier quarter.",
        "1 of 1 measure with a figure this quarter is on course or at target.",
        "🔴 Off track · ASB2 Do what ASB2 says\n  No staff.",
        "Kent Police 1",
        "Marking: OFFICIAL",
    ):
        assert words in head
    for words in (
        "🟢 On track → 🔴 Off track: ASB2",
        "ASB2: from 30 September 2018 to 31 January 2019",
        "Kent Police: 1 (DA1)",
        "30 November 2018: DA2",
        "Last quarter: 🟢 On track",
        "✅ Complete · ASB1",
    ):
        assert words in below
    for entry in (entry for detail in made.details for entry in detail.entries):
        assert below.count(entry.action) == 1


def test_a_total_is_asked_for_in_full_by_the_quarter_its_action_is_due_in() -> None:
    kits = Measure("ASB1/1", "Kits", target=200)
    plan = a_plan(an_action("ASB1", measures=(kits,), due=date(2018, 9, 30), due_basis="exact"))
    made = q2(said("ASB1", Status.AT_RISK, readings=(a_reading(130, "ASB1/1", Q2),)), plan=plan)
    assert "behind: 70 short of the target of 200" in as_text(made, LABELS)
    first = said("ASB1", Status.AT_RISK, Q1, readings=(a_reading(65, "ASB1/1", Q1),))
    earlier = summarise(Progress(plan, [first]), Q1, date(2018, 7, 10))
    assert "At this pace 65 × 2 = 130 by the end of Q2" in as_text(earlier, LABELS)


def test_a_total_that_must_stay_low_is_not_met_before_the_year_is_over() -> None:
    crimes = Measure("ASB1/1", "Burglaries", target=200, direction=Direction.LOWER)
    plan = a_plan(an_action("ASB1", measures=(crimes,), due=date(2019, 3, 31)))
    made = q2(said("ASB1", Status.ON_TRACK, readings=(a_reading(80, "ASB1/1", Q2),)), plan=plan)
    text = as_text(made, LABELS)
    assert "ahead: 20 below the 100 expected" in text
    assert "160 by the year's end, against a target of at most 200" in text
    assert "met" not in text.partition("Burglaries")[2].partition("\n")[0]


def test_who_has_not_reported_is_one_line_with_the_most_first() -> None:
    leads = {"ASB": ("SDC",), "DA": ("KP",), "OCG": ("SDC", "KP"), "MH": ()}
    many = {"ASB": 1, "DA": 3, "OCG": 1, "MH": 2}
    actions = [
        an_action(f"{code}{n}", priority="ASB", leads=leads[code], lead_raw="")
        for code, number in many.items()
        for n in range(1, number + 1)
    ]
    parts = {p.heading: p.lines for p in short_parts(q2(plan=a_plan(*actions)).head, LABELS)}
    (line,) = parts["Not reported"]
    assert line.text.startswith("7 actions: Kent Police 3; ")
    assert line.text.endswith("; and 1 other lead.")
