"""A coordinator changes an action in place: seen by everybody, with who and why on record."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from openpyxl import load_workbook
from sqlalchemy import select

from bot.core.access import HOME
from bot.core.plan import OFFICIAL_SENSITIVE, Action, Basis, Plan
from bot.sandbox.person import Person
from bot.services.plans import export
from bot.store import tables
from tests.partnership import CHANNEL, Partnership


def test_wording_lead_and_date_are_changed_with_a_reason(any_partnership: Partnership) -> None:
    csp = any_partnership
    kelly, anne = csp.person("U0KELLY"), csp.person("U0CLLR")
    kelly.types("/csp edit asb3")
    kelly.fills(
        text="Put three deployable cameras up", leads="Kent Police", timescale="31 October 2018",
        why="Agreed at the June meeting",
    )  # fmt: skip
    assert kelly.submits() == {}
    assert "wording" in kelly.reads()
    anne.types("/csp ASB3")
    for words in ("Put three deployable cameras up", "Kent Police", "31 October 2018"):
        assert words in anne.last()
    kelly.types("/csp history ASB3")
    assert "Agreed at the June meeting" in kelly.last()
    with csp.bot.store.reading(HOME) as records:
        progress = records.plans.progress(csp.clock.today())
    assert progress.standing("ASB3").action.leads == ("KP",)


def test_what_cannot_be_saved_is_said_under_its_field(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp edit ASB3")
    kelly.fills(leads="Nobody at all", why="No reason")
    assert "names no agency" in kelly.submits()["leads"]
    kelly.fills(leads="Kent Police", timescale="some day")
    assert "is no date" in kelly.submits()["timescale"]
    kelly.fills(timescale="Q3", text="Call the tenant on 07700 900123")
    assert "phone number" in kelly.submits()["text"]
    assert "900123" not in str(kelly.errors)


def test_of_two_coordinators_the_second_is_told(partnership: Partnership) -> None:
    kelly, priya = partnership.person("U0KELLY"), partnership.person("U0PRIYA")
    kelly.types("/csp member <@U0PRIYA> coordinator")
    kelly.types("/csp edit ASB3")
    priya.types("/csp edit ASB3")
    kelly.fills(text="Put three cameras up", why="Agreed")
    assert kelly.submits() == {}
    priya.fills(text="Put four cameras up", why="Agreed")
    priya.submits()
    assert "has changed since" in priya.reads()
    with partnership.bot.store.reading(HOME) as records:
        action = records.plans.plan(partnership.clock.today()).action("ASB3")
    assert action.text == "Put three cameras up"


def test_in_a_message_the_form_is_one_tap_away(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.writes_to_the_bot("edit ASB3")
    kelly.clicks("Edit ASB3 in 2018-19", channel=partnership.workspace.dm("U0KELLY").id)
    assert "Wording" in kelly.reads()


def action(csp: Partnership, ref: str) -> Action:
    with csp.bot.store.reading(HOME) as records:
        return records.plans.progress(csp.clock.today()).standing(ref).action


def test_a_date_before_the_plan_or_past_is_asked_about(any_partnership: Partnership) -> None:
    csp = any_partnership
    kelly = csp.person("U0KELLY")
    for written, doubt in (("1 May 2018", "in the past"), ("1 March 2018", "before the plan")):
        kelly.types("/csp edit ASB3")
        kelly.fills(timescale=written, why="As the board minuted")
        assert kelly.submits() == {}
        assert doubt in kelly.reads()
        assert action(csp, "ASB3").timescale_raw != written
        kelly.fills(sure="yes")
        assert kelly.submits() == {}
        assert action(csp, "ASB3").timescale_raw == written


def test_measure_target_and_marking_are_changed(any_partnership: Partnership) -> None:
    csp = any_partnership
    kelly, anne = csp.person("U0KELLY"), csp.person("U0CLLR")
    kelly.types("/csp edit ASB2")
    kelly.fills(measure="Tenants visited", target="40", marking=OFFICIAL_SENSITIVE, why="Board")
    assert kelly.submits() == {}
    assert "marking" in kelly.reads()
    assert (action(csp, "ASB2").measures[0].text, action(csp, "ASB2").measures[0].target) == (
        "Tenants visited",
        40,
    )
    anne.types("/csp ASB2")
    assert "Tenants visited" not in anne.last()
    kelly.types("/csp history ASB2")
    for words in ("OFFICIAL-SENSITIVE (Board)", "Tenants visited (Board)"):
        assert words in kelly.last()


def test_how_a_measure_adds_up_and_what_is_expected_by_quarter_are_set(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    kelly = csp.person("U0KELLY")
    kelly.types("/csp edit SAF3")
    kelly.fills(profile="100 80 20 10", why="Term time")
    assert "Type four per cents" in kelly.submits()["profile"]
    kelly.fills(basis=Basis.RUNNING_TOTAL, profile="10%, 20%, 80%, 100%", why="Term time")
    assert kelly.submits() == {}
    measure = action(csp, "SAF3").measures[0]
    assert (measure.basis, measure.profile) == (Basis.RUNNING_TOTAL, (0.1, 0.2, 0.8, 1.0))
    kelly.types("/csp edit SAF3")
    kelly.fills(text="Run the internet-safety day", why="Shorter")
    assert kelly.submits() == {}
    assert action(csp, "SAF3").measures[0] == measure
    kelly.types("/csp update SAF3 green The day is booked. Figure: 70")
    csp.move_to(date(2018, 7, 10), 9)
    texts = [m["text"] for m in csp.workspace.channel(CHANNEL).messages]
    (posted,) = [text for text in texts if "SAF3 Pupils" in text]
    assert "70 so far this year, ahead: 10 above the 60 expected by the end of Q1" in posted
    assert "At this pace 70 ÷ 10% = 700 by the year's end, against a target of 600." in posted


def test_what_was_posted_of_a_sensitive_action_can_be_taken_out(partnership: Partnership) -> None:
    kelly, helen = partnership.person("U0KELLY"), partnership.person("U0HELEN")
    helen.types("/csp update ASB3 amber Sites are being chosen")
    partnership.bot.tick()
    kelly.types("/csp edit ASB3")
    kelly.fills(marking=OFFICIAL_SENSITIVE, why="Named premises")
    assert kelly.submits() == {}
    kelly.presses("Take it out of my messages")
    partnership.bot.tick()
    assert not [text for text in partnership.channel() if "Sites are being" in text]


def test_an_action_is_closed_with_its_reason(any_partnership: Partnership) -> None:
    csp = any_partnership
    kelly, anne = csp.person("U0KELLY"), csp.person("U0CLLR")
    kelly.types("/csp edit ASB3")
    kelly.fills(close="cancelled", why="The grant was withdrawn")
    assert kelly.submits() == {}
    assert "Cancelled" in kelly.reads()
    anne.types("/csp ASB3")
    assert "Cancelled" in anne.last()
    assert "The grant was withdrawn" in anne.last()
    kelly.types("/csp history ASB3")
    assert "cancelled" in kelly.last().lower()


def test_an_action_is_added_under_the_next_reference(any_partnership: Partnership) -> None:
    csp = any_partnership
    kelly, anne = csp.person("U0KELLY"), csp.person("U0CLLR")
    before = [a.ref for a in _plan(csp).actions if a.priority == "ASB"]
    kelly.types("/csp add")
    kelly.fills(
        priority="ASB", text="Light the underpass", leads="Kent Police", timescale="Q3",
        measure="Lamps up", target="12", why="Agreed in May",
    )  # fmt: skip
    assert kelly.submits() == {}
    (new,) = [a for a in _plan(csp).actions if a.priority == "ASB" and a.ref not in before]
    assert new.ref in kelly.reads()
    assert (new.leads, new.due) == (("KP",), date(2018, 12, 31))
    assert (new.measures[0].id, new.measures[0].target) == (f"{new.ref}/1", 12)
    anne.types(f"/csp {new.ref}")
    assert "Light the underpass" in anne.last()
    kelly.types(f"/csp history {new.ref}")
    assert "Agreed in May" in kelly.last()
    csp.person("U0PRIYA").types(f"/csp update {new.ref} green Two lamps are up")
    assert "Saved" in csp.person("U0PRIYA").last()


def test_who_and_why_are_exported(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp edit ASB3")
    kelly.fills(text="Put three cameras up", why="Agreed in June")
    assert kelly.submits() == {}
    book = load_workbook(io.BytesIO(export(partnership.bot.context, HOME)))
    cells = [str(cell) for page in book for row in page.values for cell in row]
    assert any("Put three cameras up (Agreed in June)" in cell for cell in cells)


def _plan(csp: Partnership) -> Plan:
    with csp.bot.store.reading(HOME) as records:
        return records.plans.plan(csp.clock.today())


def _pressable(block: dict[str, Any]) -> list[dict[str, Any]]:
    return [e for e in block.get("elements", []) if e["type"] == "button"]


def proposes(csp: Partnership, **fields: str) -> Person:
    """Helen, who leads ASB3, asks for a change."""
    helen = csp.person("U0HELEN")
    helen.types("/csp ASB3")
    labels = [e["text"]["text"] for b in helen.sees()[-1]["blocks"] for e in _pressable(b)]
    assert labels[:3] == ["Update", "Propose a change", "Show history"]
    helen.clicks("Propose a change")
    helen.fills(**fields)
    assert helen.submits() == {}
    csp.bot.tick()
    return helen


def answers(csp: Partnership, user: str, label: str) -> str:
    """A coordinator presses a button of the latest message; what it says then."""
    im = csp.workspace.dm(user)
    csp.person(user).clicks(label, message=im.messages[-1], channel=im.id)
    csp.bot.tick()
    return str(im.messages[-1]["text"])


def test_a_lead_asks_for_another_date_and_is_told(any_partnership: Partnership) -> None:
    csp = any_partnership
    helen = proposes(csp, timescale="31 October 2018", why="The posts come late")
    assert "are asked about ASB3" in helen.reads()
    asked = csp.workspace.dm("U0KELLY").messages[-1]["text"]
    for words in ("Helen Fry", "31 October 2018", "The posts come late"):
        assert words in asked
    assert action(csp, "ASB3").timescale_raw != "31 October 2018"
    assert "31 October 2018" in answers(csp, "U0KELLY", "Agree")
    assert action(csp, "ASB3").timescale_raw == "31 October 2018"
    assert "Kelly Marsh agreed" in helen.letters()[-1]
    csp.person("U0KELLY").types("/csp history ASB3")
    for words in ("come late (asked for by Sevenoaks District Council)", "propose date"):
        assert words in csp.person("U0KELLY").last()


def test_an_erased_persons_name_is_in_no_proposal_and_no_record(partnership: Partnership) -> None:
    proposes(partnership, timescale="31 October 2018", why="The posts come late")
    answers(partnership, "U0KELLY", "Agree")
    partnership.person("U0KELLY").types("/csp member <@U0HELEN> none")
    partnership.person("U0KELLY").types("/csp person <@U0HELEN>")
    partnership.person("U0KELLY").clicks("Erase this person")
    with partnership.bot.store.reading(HOME) as records:
        for table in tables.metadata.sorted_tables:
            for row in records.connection.execute(select(table)):
                assert "Helen" not in str(row), table
                assert "U0HELEN" not in str(row), table


def test_complete_far_below_its_target_is_asked_about_in_the_form(
    partnership: Partnership,
) -> None:
    helen, kelly = partnership.person("U0HELEN"), partnership.person("U0KELLY")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note="Two are reviewed", **{"reading:ASB3/1": "2"})
    assert helen.submits() == {}
    kelly.types("/csp edit ASB3")
    kelly.fills(close="complete", why="Closed by the board")
    assert kelly.submits() == {}
    assert "Complete with 2 of 6" in kelly.reads()
    kelly.fills(sure="yes")
    assert kelly.submits() == {}
    assert "closed: ✅ Complete" in kelly.reads()


def test_a_proposed_date_in_the_past_is_asked_about_once(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp propose ASB3")
    helen.fills(timescale="1 May 2018", why="It was done then")
    assert helen.submits() == {}
    assert "in the past" in helen.reads()
    helen.fills(sure="yes")
    assert helen.submits() == {}
    partnership.bot.tick()
    answers(partnership, "U0KELLY", "Agree")
    assert action(partnership, "ASB3").timescale_raw == "1 May 2018"


def test_not_ours_changes_the_lead_when_a_coordinator_says_so(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    helen = proposes(csp, agency="KP", why="The police put them up")
    label = "Change lead to Kent Police"
    assert "Kent Police" in answers(csp, "U0KELLY", label)
    assert "KP" in action(csp, "ASB3").leads
    assert "SDC" not in action(csp, "ASB3").leads
    assert "agreed" in helen.letters()[-1]


def test_so_it_does_when_whoever_said_so_has_left_since(partnership: Partnership) -> None:
    proposes(partnership, agency="KP", why="The police put them up")
    partnership.person("U0KELLY").types("/csp member @helen none")
    answers(partnership, "U0KELLY", "Change lead to Kent Police")
    assert action(partnership, "ASB3").leads == ("KP",)


def test_kept_as_it_is_the_lead_is_told_and_asked_again(any_partnership: Partnership) -> None:
    csp = any_partnership
    helen = proposes(csp, agency="unknown", why="I do not know of it")
    im = csp.workspace.dm("U0KELLY")
    labels = [e["text"]["text"] for b in im.messages[-1]["blocks"] for e in b.get("elements", [])]
    assert labels == ["Choose the lead", "Keep"]
    answers(csp, "U0KELLY", "Keep")
    assert "did not agree" in helen.letters()[-1]
    assert action(csp, "ASB3").leads == ("SDC",)
    with csp.bot.store.reading(HOME) as records:
        assert records.settings.not_theirs("U0HELEN", "2018-19") == ()


def test_a_lead_chosen_in_the_form_answers_whoever_asked(partnership: Partnership) -> None:
    csp = partnership
    helen = proposes(csp, agency="unknown", why="I do not know of it")
    kelly, im = csp.person("U0KELLY"), csp.workspace.dm("U0KELLY")
    kelly.clicks("Choose the lead", message=im.messages[-1], channel=im.id)
    kelly.fills(leads="Kent Police", why="Agreed with the police")
    assert kelly.submits() == {}
    csp.bot.tick()
    assert (
        "Kelly Marsh agreed: lead: Sevenoaks District Council → Kent Police"
        in (helen.letters()[-1])
    )


def test_the_form_of_an_update_leads_to_a_proposal(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.presses("Propose a change")
    helen.fills(timescale="Q4", why="The posts come late")
    assert helen.submits() == {}
    assert "are asked about ASB3" in helen.reads()


def test_what_was_decided_is_decided_once(partnership: Partnership) -> None:
    csp = partnership
    csp.person("U0KELLY").types("/csp member <@U0PRIYA> Kent Police coordinator")
    proposes(csp, timescale="Q4", why="Late")
    priya, im = csp.person("U0PRIYA"), csp.workspace.dm("U0PRIYA")
    before = list(im.messages[-1]["blocks"])
    answers(csp, "U0KELLY", "Keep")
    asked = [m for m in im.messages if "asks to move" in m["text"]][-1]
    assert "Kelly Marsh did not agree: it stays as it is." in asked["text"]
    assert not [b for b in asked["blocks"] if b["type"] == "actions"]
    button = dict(asked, blocks=before)
    priya.clicks("Agree", message=button, channel=im.id)
    assert "Kelly Marsh has decided this already" in priya.letters()[-1]
    assert action(csp, "ASB3").timescale_raw != "Q4"


def test_of_what_a_lead_proposes_of_an_action_the_latest_is_open(partnership: Partnership) -> None:
    csp, im = partnership, partnership.workspace.dm("U0KELLY")
    proposes(csp, timescale="Q3", why="Late")
    first, pressed = im.messages[-1]["ts"], dict(im.messages[-1])
    proposes(csp, timescale="Q4", why="Later still")
    asked = csp.workspace.find(im, first)
    assert "asked for something else since" in asked["text"]
    assert not [b for b in asked["blocks"] if b["type"] == "actions"]
    csp.person("U0KELLY").clicks("Agree", message=pressed, channel=im.id)
    assert "asked for something else since" in csp.person("U0KELLY").letters()[-1]
    latest = next(m for m in im.messages if "to Q4" in m["text"])
    csp.person("U0KELLY").clicks("Agree", message=latest, channel=im.id)
    assert action(csp, "ASB3").timescale_raw == "Q4"


def test_others_cannot_propose(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp propose ASB3")
    assert "Only the agency that leads" in anne.last()


def test_a_date_that_is_agreed_to_is_no_report(partnership: Partnership) -> None:
    helen, kelly = partnership.person("U0HELEN"), partnership.person("U0KELLY")
    helen.types("/csp propose ASB3")
    helen.fills(timescale="end of November 2018", why="The contractor is late")
    assert helen.submits() == {}
    partnership.bot.tick()
    kelly.clicks("Agree", channel="D0KELLY")
    kelly.types("/csp missing")
    assert "0 of 53 actions reported, 53 to go" in kelly.last()
    assert "ASB3" in kelly.last()
    helen.types("/csp ASB3")
    assert "Due 30 November 2018, moved from 30 September 2018" in helen.last()
    assert "No update received." in helen.last()
    assert "Last update" not in helen.last()
