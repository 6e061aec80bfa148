"""All that an agency has to report, in one form; and what a reminder offers besides."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from bot.core.access import HOME
from bot.core.status import Status
from bot.sandbox.person import Person
from tests.partnership import Partnership

FIRST, SECOND, LAST = date(2018, 6, 20), date(2018, 7, 3), date(2018, 7, 9)


def _reminder(csp: Partnership, person: Person, day: date) -> dict[str, Any]:
    """Live up to the morning of a day; the reminder of it."""
    csp.move_to(day, 9)
    return dict(person.sees(f"D{person.id[1:]}")[-1])


def _open(csp: Partnership, person: Person) -> None:
    message = _reminder(csp, person, FIRST)
    person.clicks("Report them in one form", message=message, channel=f"D{person.id[1:]}")


def _standing(csp: Partnership, ref: str) -> Any:
    with csp.bot.store.reading(HOME) as records:
        return records.plans.progress(csp.clock.today()).standing(ref)


def _shown(person: Person) -> list[str]:
    return list(json.loads(json.loads(person.view["private_metadata"])["refs"]))


def test_ten_a_page_are_saved_together_and_the_next_page_follows(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    helen = csp.person("U0HELEN")
    _open(csp, helen)
    first = _shown(helen)
    assert len(first) == 10
    assert len(helen.view["blocks"]) <= 100
    for ref in first[:3]:
        helen.fills(**{f"status:{ref}": "on_track", f"note:{ref}": f"{ref} as planned"})
    assert helen.submits() == {}
    assert "Saved 3 updates." in helen.reads()
    second = _shown(helen)
    assert not set(first) & set(second)
    with csp.bot.store.reading(HOME) as records:
        updates = records.plans.record()
    assert [update.ref for update in updates] == first[:3]
    assert len({update.id for update in updates}) == 3

    helen.fills(**{f"status:{second[0]}": "at_risk", f"note:{second[0]}": "Slow"})
    assert helen.submits() == {}
    shown = helen.reads()
    assert "Saved 1 update." in shown
    assert f"1. {second[0]} 🟠 At risk, for Q1 2018-19" in shown  # the year is said once
    assert f"{19 - 4} to go for Q1 2018-19." in shown


def test_all_that_is_missing_is_said_at_once_and_nothing_is_saved(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    _open(partnership, helen)
    one, two, three = _shown(helen)[:3]
    helen.fills(**{f"status:{one}": "on_track", f"status:{two}": "off_track"})
    helen.fills(**{f"note:{two}": "Stopped", f"note:{three}": "No status chosen"})
    required = {b["block_id"] for b in helen.view["blocks"] if b.get("optional") is False}
    assert required == {
        f"note:{one}", f"note:{two}", f"reason:{two}", f"corrective_action:{two}"
    }  # fmt: skip
    errors = helen.submits()
    assert set(errors) == {
        f"note:{one}", f"reason:{two}", f"corrective_action:{two}", f"status:{three}"
    }  # fmt: skip
    assert _standing(partnership, two).latest is None
    assert helen.values()[f"note:{three}"]["note"]["value"] == "No status chosen"


def test_what_the_guard_holds_stays_in_the_form_and_the_rest_is_saved(
    any_partnership: Partnership,
) -> None:
    helen = any_partnership.person("U0HELEN")
    _open(any_partnership, helen)
    one, two = _shown(helen)[:2]
    helen.fills(**{f"status:{one}": "on_track", f"note:{one}": "As planned"})
    helen.fills(**{f"status:{two}": "at_risk", f"note:{two}": "Call 07700 900123"})
    assert helen.submits() == {}
    assert _shown(helen) == [two]
    assert f"Saved: {one}." in helen.reads()
    assert f"Not saved yet: {two}." in helen.reads()
    assert "telephone" in helen.reads() or "phone" in helen.reads()
    assert helen.values()[f"note:{two}"]["note"]["value"] == "Call 07700 900123"
    assert _standing(any_partnership, two).latest is None

    helen.fills(**{f"note:{two}": "Call the wardens"})
    helen.submits()
    assert _standing(any_partnership, one).status is Status.ON_TRACK
    assert _standing(any_partnership, two).status is Status.AT_RISK


def test_what_is_seldom_right_is_asked_about_in_the_form_for_many_too(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    _open(partnership, helen)
    helen.fills(**{"status:ASB3": "complete", "note:ASB3": "Done", "reading:ASB3/1:ASB3": "2"})
    assert helen.submits() == {}
    assert "Complete with 2 of 6" in helen.reads()
    helen.fills(sure="yes")
    helen.submits()
    assert _standing(partnership, "ASB3").status is Status.COMPLETE


def test_a_form_closed_half_way_is_there_again(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    _open(partnership, helen)
    one = _shown(helen)[0]
    helen.fills(**{f"status:{one}": "at_risk", f"note:{one}": "Half a sentence"})
    helen.closes()
    helen.clicks("Report them in one form", channel="D0HELEN")
    assert helen.values()[f"note:{one}"]["note"]["value"] == "Half a sentence"
    assert helen.values()[f"status:{one}"]


def test_a_reminder_shows_what_is_left_and_thanks_at_the_end(any_partnership: Partnership) -> None:
    csp = any_partnership
    grace = csp.person("U0GRACE")
    for ref in ("DA1", "DA6"):
        assert ref in _reminder(csp, grace, FIRST)["text"]
    grace.types("/csp update DA1 green 38 new clients")
    csp.bot.tick()
    (letter,) = grace.letters()
    assert "DA1" not in letter
    assert "DA6" in letter
    grace.clicks("Undo")
    csp.bot.tick()
    assert "DA1" in grace.letters()[0]
    grace.types("/csp update DA1 green 38 new clients")
    grace.types("/csp update DA6 green Sessions booked")
    csp.bot.tick()
    assert "Thank you" in grace.letters()[0]
    assert len(grace.letters()) == 1


def test_an_old_button_says_in_words_that_it_is_too_late(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    old = _reminder(partnership, helen, LAST)
    partnership.live_until(date(2018, 7, 11))
    helen.clicks("Report them in one form", message=old, channel="D0HELEN")
    assert "The returns of Q1 2018-19 are closed." in helen.letters()[-1]
    assert "Q2 2018-19" in helen.letters()[-1]


def test_all_as_last_quarter_lists_them_first_and_leaves_what_had_no_status(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    helen = csp.person("U0HELEN")
    helen.types("/csp update ASB3 amber Two reviews are late")
    helen.types("/csp update ASB4 green As planned")
    csp.live_until(date(2018, 9, 20))
    helen.clicks("All as last quarter", channel="D0HELEN")
    assert helen.view["submit"]["text"] == "Report 2 actions"
    assert "ASB3" in helen.reads()
    assert "No status in Q1 2018-19, so to be reported by you:" in helen.reads()
    assert _standing(csp, "ASB3").latest.quarter.label == "Q1 2018-19"  # nothing before the yes
    assert helen.submits() == {}
    assert _standing(csp, "ASB3").latest.quarter.label == "Q2 2018-19"
    assert _standing(csp, "ASB3").status is Status.AT_RISK
    assert _standing(csp, "ASB5").latest is None
    csp.bot.tick()
    assert "ASB3" not in helen.letters()[-1]


def test_someone_else_does_it_and_the_coordinator_hears_and_confirms(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    kelly, helen = csp.person("U0KELLY"), csp.person("U0HELEN")
    message = _reminder(csp, helen, FIRST)
    helen.clicks("Someone else does this", message=message, channel="D0HELEN")
    helen.fills(person="U0SAM", **{"which:0": "ASB3 ASB4"})
    assert helen.submits() == {}
    assert "You will not be asked about ASB3, ASB4 again" in helen.reads()
    csp.bot.tick()
    assert "*ASB3*" not in str(helen.sees("D0HELEN")[-1]["blocks"])
    told = "\n".join(kelly.letters())
    assert "Helen Fry says that Sam Newman reports on ASB3, ASB4 now" in told
    kelly.clicks("Confirm", channel="D0KELLY")
    sam = csp.person("U0SAM")
    sam.types("/csp update ASB3 green Cameras are up")
    assert "Saved: ASB3" in sam.last()


def test_who_says_they_are_on_leave_is_asked_until_when(partnership: Partnership) -> None:
    kelly, priya = partnership.person("U0KELLY"), partnership.person("U0PRIYA")
    priya.writes_to_the_bot("I am on leave next week")
    message = priya.sees("D0PRIYA")[-1]
    (row,) = (b for b in message["blocks"] if b["type"] == "actions")
    (picker,) = row["elements"]
    place = {"type": "message", "channel": "D0PRIYA", "message_ts": message["ts"]}
    chosen = {"block_id": row["block_id"], "selected_date": "2018-05-20", **picker}
    partnership.acts.act("U0PRIYA", place, chosen, {})
    assert "no reminders to you until after 20 May 2018" in priya.letters()[-1]
    partnership.bot.tick()
    assert any("Priya Nair is away until 20 May 2018" in text for text in kelly.letters())


def test_away_pauses_reminders_and_tells_the_coordinator(partnership: Partnership) -> None:
    kelly, priya = partnership.person("U0KELLY"), partnership.person("U0PRIYA")
    message = _reminder(partnership, priya, FIRST)
    (row,) = (b for b in message["blocks"] if b["type"] == "actions")
    (picker,) = (e for e in row["elements"] if e["type"] == "datepicker")
    place = {"type": "message", "channel": "D0PRIYA", "message_ts": message["ts"]}
    chosen = {"block_id": row["block_id"], "selected_date": "2018-07-20", **picker}
    partnership.acts.act("U0PRIYA", place, chosen, {})
    assert "no reminders to you until after 20 July 2018" in priya.letters()[-1]
    assert "Nobody else can be asked" in priya.letters()[-1]
    partnership.bot.tick()
    assert any("Priya Nair is away until 20 July 2018" in text for text in kelly.letters())
    before = len(priya.letters())
    partnership.live_until(LAST)
    assert len(priya.letters()) == before


def test_a_coordinator_sees_whom_one_can_ask_and_reports_for_a_partner_without_slack(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    kelly = csp.person("U0KELLY")
    csp.move_to(FIRST, 9)
    csp.move_to(date(2018, 6, 22), 12)
    kelly.types("/csp missing")
    text = kelly.last()
    can, nobody = text.index("Can be asked"), text.index("Nobody can be asked")
    assert can < text.index("Insp. Priya Nair") < nobody
    kelly.clicks("Report for them")
    (one, *_) = _shown(kelly)
    with csp.bot.store.reading(HOME) as records:
        plan = records.plans.progress(csp.clock.today()).plan
    (agency,) = plan.action(one).leads
    assert f"{plan.called(agency)}:" in kelly.reads()
    kelly.fills(**{f"status:{one}": "on_track", f"note:{one}": "By e-mail of 2 July"})
    assert kelly.submits() == {}
    update = _standing(csp, one).latest
    assert (update.by, update.agency) == ("U0KELLY", agency)
    helen = csp.person("U0HELEN")
    before = len(helen.letters())
    kelly.types("/csp missing")
    (button,) = kelly.sees()[-1]["blocks"][-2]["elements"]
    kelly.clicks(button["text"]["text"])
    csp.bot.tick()
    assert len(helen.letters()) == before + 1


def test_nobody_but_a_coordinator_reports_for_another_agency(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    _reminder(partnership, helen, FIRST)
    message = helen.sees("D0HELEN")[-1]
    forged = {"type": "button", "action_id": "open_agency_form", "block_id": "remind"}
    place = {"type": "message", "channel": "D0HELEN", "message_ts": message["ts"]}
    value = json.dumps(["Q1 2018-19", "KP"])
    partnership.acts.act("U0HELEN", place, {**forged, "value": value}, {})
    assert helen.views == []
    assert "Only a coordinator" in helen.letters()[-1]
