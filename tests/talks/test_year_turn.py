"""The year turns: next year's plan comes in February, two plans are open in April, and a year
without a plan asks nothing of anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.cli.importing import read_file
from bot.core.access import HOME
from bot.core.quarters import Quarter
from bot.sample.loading import load_next_sample
from bot.services.summaries import preview
from bot.services.years import plan_for
from tests.factories import a_caller
from tests.partnership import CHANNEL, Partnership

DATA = Path(__file__).parents[1] / "data"


def _cabinet_approves(csp: Partnership) -> None:
    """In February the plan for 2019-20 is approved and loaded."""
    csp.move_to(date(2019, 2, 18))
    load_next_sample(csp.bot.context, HOME)


def _telling(texts: list[str], words: str) -> list[str]:
    return [text for text in texts if words in text]


def test_a_plan_loaded_in_february_changes_nothing_before_april(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    helen, anne = csp.person("U0HELEN"), csp.person("U0CLLR")
    _cabinet_approves(csp)
    assert not _telling(csp.channel(), "2019-20")
    anne.types("/csp asb 3")
    assert "CCTV" in anne.last()
    helen.types("/csp update ASB3 green Last reviews are done")
    assert "Saved: ASB3 for Q4 2018-19" in helen.last()
    home = helen.reads(helen.opens_home())
    assert "2018-19" in home
    assert "The 2019-20 plan is loaded; it begins on 1 April 2019." in home
    helen.types("/csp update DOOR4 green Call-blockers are ordered")
    assert "DOOR4 is an action of the 2019-20 plan, which begins on 1 April 2019" in helen.last()


def test_on_its_first_morning_the_new_plan_is_in_force_and_the_channel_hears_it_once(
    partnership: Partnership,
) -> None:
    anne = partnership.person("U0CLLR")
    _cabinet_approves(partnership)
    partnership.move_to(date(2019, 3, 31))
    partnership.live_until(date(2019, 4, 5))
    (said,) = _telling(partnership.channel(), "The 2019-20 plan is in force from today")
    assert "43 actions in 7 priorities" in said
    assert "Returns for Q4 2018-19 of the 2018-19 plan are open until 10 April 2019" in said
    anne.types("/csp asb 3")
    assert "fly-tipping" in anne.last()


def test_in_april_both_plans_are_open_and_a_reference_of_both_is_the_one_that_is_owed(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    helen = csp.person("U0HELEN")
    _cabinet_approves(csp)
    csp.move_to(date(2019, 4, 3))
    helen.types("/csp update ASB3 green All six deployments were reviewed")
    assert "Saved: ASB3 for Q4 2018-19" in helen.last()
    assert "I took ASB3 in 2018-19" in helen.last()
    helen.types("/csp update ASB3 green Two prosecutions are under way")
    assert "Saved: ASB3 for Q1 2019-20" in helen.last()
    helen.types("/csp update ASB3 in 2018-19 complete The last camera is back")
    assert "Saved: ASB3 for Q4 2018-19" in helen.last()
    helen.types("/csp update ASB3 Q1 amber One case fell through")
    assert "Saved: ASB3 for Q1 2019-20" in helen.last()
    csp.move_to(date(2019, 4, 10), 9)
    (head,) = _telling(csp.channel(), "Quarterly summary, Q4 2018-19")
    assert "of 53 actions" in head
    shown = preview(csp.bot.context, replace(a_caller(), workspace=HOME), _q4())
    entries = [e for part in shown.summary.details for e in part.entries if e.ref == "ASB3"]
    assert [e.note for e in entries] == ["The last camera is back"]


def test_undo_takes_back_the_update_of_the_year_it_was_for(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    _cabinet_approves(partnership)
    partnership.move_to(date(2019, 4, 3))
    helen.types("/csp update ASB3 green All six deployments were reviewed")
    helen.clicks("Undo")
    assert "Taken back: ASB3" in helen.last()
    with partnership.bot.store.reading(HOME) as records:
        both = [plan_for(records, partnership.clock.today(), y) for y in ("2018-19", "2019-20")]
    assert [progress.standing("ASB3").latest for progress in both] == [None, None]


def test_the_form_home_and_the_typeahead_know_which_year_they_are_about(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    _cabinet_approves(partnership)
    partnership.move_to(date(2019, 4, 3))
    home = helen.reads(helen.opens_home())
    assert "My agency's actions, 2018-19 plan" in home
    assert "My agency's actions, 2019-20 plan" in home
    assert "Returns for Q4 2018-19 close on 10 April 2019" in home
    helen.types("/csp update")
    offered = helen.looks_up("ASB3")
    assert offered[:2] == ["ASB3 in 2018-19", "ASB3 in 2019-20"]
    helen.picks("ASB3 in 2019-20")
    helen.fills(status="on_track", note="Two prosecutions are under way")
    assert helen.submits() == {}
    assert "Saved: ASB3 for Q1 2019-20" in helen.reads()


@pytest.mark.parametrize("asked", ["/csp mine", "/csp my actions", "/csp what are our actions?"])
def test_mine_shows_what_is_owed_of_both_years_at_the_seam(
    partnership: Partnership, asked: str
) -> None:
    helen = partnership.person("U0HELEN")
    _cabinet_approves(partnership)
    partnership.move_to(date(2019, 4, 3))
    helen.types(asked)
    before, _, now = helen.last().partition("2019-20 plan: ")
    assert "await an update for Q4 2018-19" in before
    assert "CCTV" in before
    assert "CCTV" not in now
    assert "actions" in now
    helen.types("/csp my actions in 2019-20")
    assert "2018-19 plan" not in helen.last()
    partnership.move_to(date(2019, 4, 15))
    helen.types(asked)
    assert "Q4 2018-19" not in helen.last()


def test_a_message_at_the_seam_is_saved_for_the_year_that_is_picked(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    _cabinet_approves(partnership)
    partnership.move_to(date(2019, 4, 3))
    helen.types("The last camera is back")
    message = helen.sees()[-1]
    partnership.acts.shortcut("U0HELEN", "save_as_update", CHANNEL, message["ts"])
    assert helen.looks_up("ASB3")[:2] == ["ASB3 in 2018-19", "ASB3 in 2019-20"]
    helen.picks("ASB3 in 2018-19")
    helen.fills(status="complete")
    assert helen.submits() == {}
    assert "Saved: ASB3 for Q4 2018-19" in helen.reads()


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("last year's priorities", "2018-19"),
        ("what were last year\u2019s priorities?", "2018-19"),
        ("How did we do last year?", "2018-19"),
        ("how many actions were complete last year", "53"),
    ],
)
def test_last_year_is_answered_from_last_years_plan_when_it_is_held(
    partnership: Partnership, asked: str, held: str
) -> None:
    anne = partnership.person("U0CLLR")
    _cabinet_approves(partnership)
    partnership.move_to(date(2019, 6, 3))
    anne.types(f"/csp {asked}")
    assert held in anne.last()
    assert "I hold none" not in anne.last()


def test_who_has_not_reported_and_the_reminders_are_of_the_old_year_until_it_is_closed(
    partnership: Partnership,
) -> None:
    helen, kelly = partnership.person("U0HELEN"), partnership.person("U0KELLY")
    _cabinet_approves(partnership)
    partnership.live_until(date(2019, 4, 9))
    (asked, *_) = _telling(helen.letters(), "Returns for Q4 2018-19 close on 10 April 2019")
    assert "CCTV" in asked
    assert not _telling(helen.letters(), "Q1 2019-20")
    kelly.types("/csp missing")
    assert "Q4 2018-19 closes on 10 April 2019" in kelly.last()
    partnership.live_until(date(2019, 4, 11))
    kelly.types("/csp missing")
    assert "Q1 2019-20 closes on 10 July 2019" in kelly.last()
    helen.types("/csp update ASB3 in 2018-19 green One more thing")
    assert "The returns of the 2018-19 plan are closed." in helen.last()


def test_when_no_plan_follows_the_coordinators_are_told_in_time_and_nothing_is_asked(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    helen, kelly = csp.person("U0HELEN"), csp.person("U0KELLY")
    csp.move_to(date(2019, 1, 25))
    csp.live_until(date(2019, 5, 3))
    told = _telling(kelly.letters(), "The 2018-19 plan")
    ending, gone = _telling(told, "ends on 31 March 2019"), _telling(told, "ended on 31 March 2019")
    assert len(ending) == 3
    assert len(gone) == 1
    before = len(helen.letters())
    csp.live_until(date(2019, 6, 28))
    assert len(helen.letters()) == before
    home = helen.reads(helen.opens_home())
    assert "The 2018-19 plan ended on 31 March 2019; none follows it yet." in home
    assert "await" not in home
    kelly.types("/csp missing Q1")
    assert "No plan is loaded for Q1 2019-20, so nothing is asked of anybody" in kelly.last()
    helen.types("/csp update ASB3 green Still at it")
    assert "No plan is loaded for the time after it." in helen.last()
    kelly.types("/csp summary")
    assert "Q4 2018-19" in kelly.last()


def test_a_plan_that_comes_late_is_announced_late_and_asks_from_then_on(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    partnership.move_to(date(2019, 5, 20))
    load_next_sample(partnership.bot.context, HOME)
    partnership.live_until(date(2019, 5, 21))
    (said,) = _telling(partnership.channel(), "The 2019-20 plan is in force since 1 April 2019")
    assert "Q4" not in said
    helen.types("/csp update ASB3 green Two prosecutions are under way")
    assert "Saved: ASB3 for Q1 2019-20" in helen.last()


def test_what_is_said_of_the_year_before_is_what_is_held(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp compare with last year")
    assert "I hold none before the 2018-19 plan" in anne.last()
    anne.types("/csp compare Q1 and Q4")
    assert "Q4 2018-19 has not begun" in anne.last()
    anne.types("/csp summary Q1")
    assert "As known on 14 May 2018; the quarter ends on 30 June 2018." in anne.last()
    _cabinet_approves(partnership)
    partnership.move_to(date(2019, 6, 3))
    anne.types("/csp compare with last year")
    assert "The 2018-19 plan beside the 2019-20 plan" in anne.last()
    assert "2018-19, as it ended: 53 actions" in anne.last()
    assert "2019-20, so far, on 3 June 2019: 43 actions" in anne.last()
    anne.types("/csp summary Q4 2018-19")
    assert "as it was posted" in anne.last()


def test_a_button_of_a_march_reminder_still_means_last_years_action_in_april(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3 green Cameras are up")
    _cabinet_approves(partnership)
    partnership.live_until(date(2019, 3, 30))
    dm = f"D{helen.id[1:]}"
    message = next(m for m in reversed(helen.sees(dm)) if "ASB3" in m["text"])
    partnership.move_to(date(2019, 4, 2))
    helen.clicks("Report them in one form", message=message, channel=dm)
    assert helen.view["title"]["text"] == "Report Q4 2018-19"
    helen.fills(**{"status:ASB3": "on_track", "note:ASB3": "Every camera is back"})
    assert helen.submits() == {}
    with partnership.bot.store.reading(HOME) as records:
        old = plan_for(records, partnership.clock.today(), "2018-19").standing("ASB3").latest
    assert old is not None
    assert old.quarter == _q4()


def test_a_history_that_spans_two_years_goes_to_both_plans(partnership: Partnership) -> None:
    _cabinet_approves(partnership)
    partnership.move_to(date(2019, 6, 3))
    file = partnership.folder / "history.csv"
    lines = [
        "Ref,Date,Quarter,Agency,Status,Update",
        "ASB8,2019-03-20,Q4 2018-19,SDC,complete,The winter programme is over.",
        "ASB3,2019-03-22,Q4 2018-19,SDC,green,Every camera is back.",
        "ASB3,2019-05-14,Q1 2019-20,SDC,amber,One case fell through.",
        "DOOR4,2019-05-20,Q1 2019-20,KCCTS,green,Blockers are ordered.",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    shown = read_file(partnership.bot.context, file, apply=True, quiet=True)
    assert "A history: 4 updates" in shown.text
    assert "holds no action" not in shown.text
    with partnership.bot.store.reading(HOME) as records:
        both = [plan_for(records, partnership.clock.today(), y) for y in ("2018-19", "2019-20")]
    notes = [[u.note for u in progress.standing("ASB3").updates] for progress in both]
    assert notes == [["Every camera is back."], ["One case fell through."]]
    assert both[0].standing("ASB8").latest is not None
    assert both[1].standing("DOOR4").latest is not None


def test_an_import_says_what_it_supersedes_or_joins_before_it_is_stored(
    partnership: Partnership,
) -> None:
    partnership.person("U0HELEN").types("/csp update ASB3 green Cameras are up")
    partnership.move_to(date(2019, 2, 18))
    file = partnership.folder / "next.csv"
    file.write_text(
        "Community Safety Plan 2019-20\n\nRef,Priority,Action,Lead,Timescale\n"
        "ASB1,Streets,Light the river path,SDC,31/03/2020\n",
        encoding="utf-8",
    )
    shown = read_file(partnership.bot.context, file, apply=False, quiet=True)
    assert "I hold the 2018-19 plan in force (53 actions, 1 update); this is another year." in (
        shown.text
    )
    assert "It will be in force on 1 April 2019; until then nothing changes." in shown.text
    again = (DATA / "plans" / "sevenoaks-2018-19.csv").read_bytes()
    (partnership.folder / "again.csv").write_bytes(again)
    shown = read_file(
        partnership.bot.context, partnership.folder / "again.csv", apply=False, quiet=True
    )
    assert "It is a new version of the 2018-19 plan in force (53 actions, 1 update)." in shown.text


def _q4() -> Quarter:
    return Quarter(2018, 4)


@pytest.mark.parametrize(
    ("day", "loaded", "asked", "true"),
    [
        (date(2018, 5, 14), False, "do you hold the 2019-20 plan?", "I hold no 2019-20 plan."),
        (date(2018, 5, 14), False, "which plans do you hold", "I hold the plan of 2018-19."),
        (date(2018, 5, 14), False, "next year's priorities", "I hold no 2019-20 plan."),
        (date(2018, 5, 14), False, "compare with 2017-18", "I hold no 2017-18 plan."),
        (date(2018, 5, 14), False, "how did we do last year", "none before the 2018-19 plan"),
        (date(2019, 2, 20), True, "do you hold the 2019-20 plan?", "plans of 2018-19 and 2019-20"),
        (date(2019, 2, 20), True, "next year's priorities", "The 2019-20 plan has seven"),
        (date(2019, 2, 20), True, "how did we do last year", "none before the 2018-19 plan"),
        (date(2019, 4, 3), True, "compare with last year", "2018-19 plan beside the 2019-20 plan"),
        (date(2019, 4, 3), True, "ASB3 in 2018-19", "CCTV"),
        (date(2019, 4, 3), True, "next year's priorities", "I hold no 2020-21 plan."),
        (date(2019, 7, 3), True, "2018-19 priorities", "The 2018-19 plan has seven"),
    ],
)
def test_what_is_said_of_the_plans_held_is_true_in_every_state_of_the_year(
    partnership: Partnership, day: date, loaded: bool, asked: str, true: str
) -> None:
    anne = partnership.person("U0CLLR")
    if loaded:
        _cabinet_approves(partnership)
    partnership.move_to(day)
    anne.types(f"/csp {asked}")
    assert true in anne.last()
