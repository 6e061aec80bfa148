"""Reporting progress: in one line, in the form, from a button, from a message; and back again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.access import HOME
from tests.partnership import CHANNEL, Partnership


def test_one_line_is_saved_confirmed_and_told_to_the_channel(any_partnership: Partnership) -> None:
    helen = any_partnership.person("U0HELEN")
    helen.types("/csp update ASB3 amber Patrols doubled after complaints in Swanley")
    said = helen.last()
    assert "Saved: ASB3 for Q1 2018-19" in said
    assert "▫ No update received → 🟠 At risk" in said
    assert any_partnership.channel() == []  # nothing is announced before the outbox says it

    any_partnership.bot.tick()
    (notice,) = any_partnership.channel()
    assert "ASB3" in notice
    assert "🟠 At risk" in notice
    assert "Patrols doubled after complaints in Swanley" in notice
    assert "illustrative" in notice


def test_the_channel_hears_only_of_changes_of_status(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update asb-03 green Cameras are up")
    helen.types("/csp update ASB 3 green Reviews are in the diary")
    assert "unchanged" in helen.last()
    partnership.bot.tick()
    assert len(partnership.channel()) == 1


def test_undo_within_ten_minutes_brings_back_what_was_and_erases_nothing(
    any_partnership: Partnership,
) -> None:
    helen = any_partnership.person("U0HELEN")
    helen.types("/csp update ASB3 green Cameras are up")
    any_partnership.bot.tick()
    helen.types("/csp update ASB3 amber A camera is broken")
    any_partnership.bot.tick()
    helen.clicks("Undo")
    assert "Taken back: ASB3 is again 🟢 On track" in helen.last()
    any_partnership.bot.tick()
    first, second = any_partnership.channel()
    assert "At risk" not in second
    assert "again 🟢 On track" in second
    assert "taken back" in second
    assert "taken back" not in first
    with any_partnership.bot.store.reading(HOME) as records:
        assert len(records.plans.record()) == 3
        assert (
            records.plans.progress(any_partnership.clock.today()).standing("ASB3").status
            == "on_track"
        )


def test_after_ten_minutes_an_update_is_corrected_by_a_new_one(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3 green Cameras are up")
    partnership.clock.move_to(partnership.clock.now() + timedelta(minutes=11))
    helen.clicks("Undo")
    assert "ten minutes" in helen.last()
    assert "/csp update ASB3" in helen.last()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/csp update ASB99 green Done", "ASB99"),
        ("/csp update ASB3 purple Patrols", "not which status it has now"),
        ("/csp update OCG1 green All plans in place", "Only the agency that leads an action"),
    ],
)
def test_what_cannot_be_saved_is_answered_with_what_to_do(
    partnership: Partnership, typed: str, answer: str
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types(typed)
    assert answer in helen.last()
    with partnership.bot.store.reading(HOME) as records:
        assert records.plans.record() == ()


def test_off_track_in_one_line_opens_the_form_filled_and_asks_for_what_is_missing(
    any_partnership: Partnership,
) -> None:
    helen = any_partnership.person("U0HELEN")
    helen.types("/csp update ASB3 red The supplier went out of business")
    assert "Off track needs a reason and a corrective action" in helen.reads()
    errors = helen.submits()
    assert set(errors) == {"reason", "corrective_action"}  # all that is missing, at once

    helen.fills(reason="No supplier", corrective_action="A new one is chosen in June")
    assert helen.submits() == {}
    assert "Saved: ASB3" in helen.reads()
    any_partnership.bot.tick()
    assert "Corrective action: A new one is chosen in June" in any_partnership.channel()[-1]


def test_the_form_takes_a_figure_with_last_value_and_target_beside_it(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    assert "Target: 6" in helen.reads()
    helen.fills(status="on_track", note="Two reviewed", **{"reading:ASB3/1": "about two"})
    assert "not a number" in helen.submits()["reading:ASB3/1"]
    helen.fills(**{"reading:ASB3/1": "2"})
    assert helen.submits() == {}
    assert "2 (target 6)" in helen.reads()

    helen.types("/csp update ASB3")
    assert "Last: 2 (Q1 2018-19)" in helen.reads()


def test_a_date_that_slips_needs_a_reason_and_is_remembered(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="at_risk", note="A camera fault", new_due="2018-10-31")
    assert list(helen.submits()) == ["reason"]
    helen.fills(reason="Camera fault")
    assert helen.submits() == {}
    assert "30 September 2018 → 31 October 2018" in helen.reads()


def test_the_typeahead_offers_what_awaits_an_update_first(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB2 green Patrols run")
    helen.types("/csp update")
    offered = helen.looks_up("")
    assert "OCG1 in 2018-19" not in offered  # the police lead it
    assert offered.index("ASB3 in 2018-19") < offered.index("ASB2 in 2018-19")
    assert helen.looks_up("graffiti")[0] == "ASB6 in 2018-19"
    helen.picks("ASB6 in 2018-19")
    helen.fills(status="on_track", note="97 % in time")
    assert helen.submits() == {}
    assert "Saved: ASB6" in helen.reads()


def test_home_has_an_update_button_for_each_action(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    home = helen.opens_home()
    assert "await an update for Q1 2018-19" in helen.reads(home)
    helen.presses("Update", home)
    helen.fills(status="on_track", note="All well")
    assert helen.submits() == {}
    assert partnership.workspace.homes["U0HELEN"]["hash"] != home["hash"]


def test_a_message_becomes_an_update_with_its_link_as_evidence(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("The second camera went up this morning")
    message = helen.sees()[-1]
    partnership.acts.shortcut("U0HELEN", "save_as_update", CHANNEL, message["ts"])
    helen.picks("ASB3")
    helen.fills(status="on_track")
    assert helen.submits() == {}
    with partnership.bot.store.reading(HOME) as records:
        (update,) = records.plans.record()
    assert update.note == "The second camera went up this morning"
    assert update.evidence.endswith(message["ts"].replace(".", ""))


def test_a_form_that_was_closed_is_offered_again_with_what_was_typed(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="at_risk", note="Half a sentence")
    helen.closes()
    helen.types("/csp update ASB3")
    assert "kept what you typed" in helen.reads()
    assert helen.values()["note"]["note"]["value"] == "Half a sentence"


def test_a_form_delivered_twice_makes_one_update_and_gives_the_same_answer(
    any_partnership: Partnership,
) -> None:
    helen = any_partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note="Cameras are up")
    form, values = helen.view, helen.values()
    assert helen.submits() == {}
    any_partnership.workspace.views[form["id"]] = form
    any_partnership.acts.submit("U0HELEN", form["id"], values)
    assert "Saved: ASB3" in helen.reads()
    with any_partnership.bot.store.reading(HOME) as records:
        assert len(records.plans.record()) == 1


def test_a_coordinator_records_for_an_agency_that_has_no_slack(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp update MH1 green The route is signed")
    assert "Saved: MH1" in kelly.last()
    with partnership.bot.store.reading(HOME) as records:
        (line,) = records.audit.about("MH1")
    assert (line.actor, line.agency, line.on_behalf) == ("U0KELLY", "KMPT", "KMPT")


def test_updates_after_the_quarters_end_count_for_it_until_it_closes(
    partnership: Partnership,
) -> None:
    partnership.move_to(date(2018, 7, 4))
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    assert "This update counts for" in helen.reads()
    helen.fills(status="on_track", note="Cameras are up")
    assert helen.submits() == {}
    assert "for Q1 2018-19" in helen.reads()


def test_partners_without_slash_commands_report_by_mention_and_message(
    partnership: Partnership,
) -> None:
    grace = partnership.person("U0GRACE")
    grace.types("<@U0BOT> update DA1 green 38 new clients")
    root = next(m for m in grace.sees() if "DA1" in m["text"])
    assert "Saved: DA1" in grace.thread(root["ts"])[-1]
    grace.writes_to_the_bot("update DA1")
    grace.clicks("Open the form for DA1", channel=f"D{grace.id[1:]}")
    assert grace.view["title"]["text"] == "Update DA1"


def test_what_is_typed_is_kept_as_typed_at_every_door(partnership: Partnership) -> None:
    grace = partnership.person("U0GRACE")
    grace.writes_to_the_bot("update DA1 green Police & Fire < last year")
    assert "Police &amp; Fire &lt; last year" in grace.letters()[-1]  # escaped once, when shown
    with partnership.bot.store.reading(HOME) as records:
        (update,) = records.plans.record()
    assert update.note == "Police & Fire < last year"


def test_after_saving_the_next_action_is_one_tap_away(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note="Two cameras are up")
    assert helen.submits() == {}
    before = int(helen.reads().partition(" to go")[0].split()[-1])
    helen.presses("Next: ASB4")
    assert helen.view["title"]["text"] == "Update ASB4"
    assert len(helen.views) == 1  # in its place, not upon it
    helen.fills(status="on_track", note="As planned")
    assert helen.submits() == {}
    assert f"{before - 1} to go for Q1 2018-19" in helen.reads()

    helen.types("/csp update ASB5 green As planned")
    helen.clicks("Next: ASB6")
    assert helen.view["title"]["text"] == "Update ASB6"


@pytest.mark.parametrize(
    ("typed", "field", "question"),
    [
        ({"new_due": "2018-05-01", "reason": "Slipped"}, "new_due", "is in the past"),
        ({"new_due": "2017-05-01", "reason": "Slipped"}, "new_due", "before the plan begins"),
        ({"status": "complete", "reading:ASB3/1": "2"}, "status", "Complete with 2 of 6"),
    ],
)
def test_what_may_be_right_and_seldom_is_is_asked_about_once(
    partnership: Partnership, typed: dict[str, str], field: str, question: str
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(**{"status": "on_track", "note": "Two cameras are up"} | typed)
    assert helen.submits() == {}
    assert question in helen.reads()
    with partnership.bot.store.reading(HOME) as records:
        assert records.plans.record() == ()
    assert helen.values()["note"]["note"]["value"] == "Two cameras are up"
    helen.fills(sure="yes")
    assert helen.submits() == {}
    assert "Saved: ASB3" in helen.reads()


def test_another_slip_after_the_answer_is_asked_about_too(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note="Moved", reason="Slipped", new_due="2018-05-01")
    helen.submits()
    helen.fills(sure="yes", new_due="2018-05-02")
    helen.submits()
    assert "2 May 2018 is in the past" in helen.reads()


def test_choosing_off_track_asks_what_is_in_the_way(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    assert "What is in the way?" not in helen.reads()
    helen.fills(note="Half a sentence", status="off_track")
    assert "What will you do, and by when?" in helen.reads()
    required = {b["block_id"] for b in helen.view["blocks"] if b.get("optional") is False}
    assert {"status", "note", "reason", "corrective_action"} <= required
    assert helen.values()["note"]["note"]["value"] == "Half a sentence"
    helen.fills(status="at_risk")
    assert "What is in the way?" not in helen.reads()


def test_a_reason_that_the_note_holds_is_said_once(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types(
        "/csp update ASB3 red No posts because the supplier failed, we will retender in May"
    )
    assert "Saved: ASB3" in helen.last()
    assert helen.last().count("supplier failed") == 1
    partnership.bot.tick()
    assert partnership.channel()[-1].count("retender in May") == 1


def test_the_form_says_whether_a_figure_is_of_the_year_or_of_the_quarter(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    for ref, of_the_year in (("ASB3", True), ("ASB5", False)):
        helen.types(f"/csp update {ref}")
        assert ("All of the year so far" in str(helen.view["blocks"])) is of_the_year
