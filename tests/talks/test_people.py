"""People in conversation: roles in a form, newcomers by domain, owners who left, the record."""

from __future__ import annotations

from datetime import date

from bot.core.access import HOME, Role
from bot.core.outgoing import PostState
from bot.sandbox.person import Person
from bot.services.people_file import read_people
from tests.partnership import CHANNEL, Partnership


def test_a_coordinator_gives_a_role_in_a_form_on_home(partnership: Partnership) -> None:
    kelly, sam = partnership.person("U0KELLY"), partnership.person("U0SAM")
    kelly.presses("Add a member", kelly.opens_home())
    kelly.fills(person="U0SAM", role="deputy")
    assert "needs an agency" in kelly.submits()["agency"]
    kelly.fills(agency="KP")
    assert kelly.submits() == {}
    assert "deputy for Kent Police" in kelly.reads()
    sam.types("/csp update OCG1 green Plans in place")
    assert "Saved: OCG1" in sam.last()


def test_a_newcomer_is_proposed_by_their_e_mail_domain(partnership: Partnership) -> None:
    kelly, sam = partnership.person("U0KELLY"), partnership.person("U0SAM")
    partnership.workspace.users["U0SAM"].email = "sam@kent.police.example"
    kelly.types("/csp domain kent.police.example = Kent Police")
    sam.presses("I am from Kent Police", sam.opens_home())
    partnership.bot.tick()
    assert "Sam Newman" in kelly.letters()[-1]
    sam.types("/csp update OCG1 green Too early")
    assert "I do not know you yet" in sam.last()
    assert "has been asked to confirm you" in sam.last()
    assert "`join`" not in sam.last()
    kelly.clicks("Confirm", channel="D0KELLY")
    partnership.bot.tick()
    assert "lead for Kent Police" in sam.letters()[-1]


def test_a_proposal_that_was_confirmed_on_home_is_gone_from_it(partnership: Partnership) -> None:
    kelly, sam = partnership.person("U0KELLY"), partnership.person("U0SAM")
    sam.types("/csp join Kent Police")
    shown = kelly.opens_home()
    assert "Turn down" in str(shown)
    kelly.presses("Confirm", shown)
    assert "Turn down" not in str(partnership.workspace.homes["U0KELLY"])


def test_the_actions_of_somebody_who_left_need_an_owner(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    assert "Domestic Abuse Volunteer" not in _ownerless(kelly.reads(kelly.opens_home()))
    leads = [u for u in partnership.workspace.users if u == "U0GRACE"]
    partnership.workspace.users[leads[0]].deleted = True
    event = {"type": "user_change", "user": {"id": "U0GRACE", "deleted": True}}
    partnership.acts.event(event, event_id="Ev-left")
    assert "Domestic Abuse Volunteer" in _ownerless(kelly.reads(kelly.opens_home()))


def _ownerless(text: str) -> str:
    return text.partition("Nobody can report on")[2].partition("Ask about the plan")[0]


def test_the_audit_trail_names_both_the_writer_and_the_agency_spoken_for(
    partnership: Partnership,
) -> None:
    kelly, helen = partnership.person("U0KELLY"), partnership.person("U0HELEN")
    kelly.types("/csp update MH1 green The route is signed")
    kelly.types("/csp history mh1")
    assert "U0KELLY" in kelly.last()
    assert (
        "by Kent &amp; Medway NHS and Social Care Partnership Trust (on behalf of" in kelly.last()
    )
    assert "report for Q1 2018-19" in kelly.last()
    assert "no update → 🟢 On track" in kelly.last()
    helen.types("/csp history mh1")
    assert "U0KELLY" not in helen.last()


def test_a_coordinator_erases_somebody_who_left(partnership: Partnership) -> None:
    kelly, helen = partnership.person("U0KELLY"), partnership.person("U0HELEN")
    helen.types("/csp update ASB3 green Two cameras are up")
    helen.types("/csp person")
    assert "1 update sent: ASB3" in helen.last()
    kelly.types("/csp person <@U0HELEN>")
    kelly.clicks("Erase this person")
    assert "former lead for SDC" in kelly.last()
    kelly.types("/csp history ASB3")
    assert "U0HELEN" not in kelly.last()
    helen.types("/csp ASB3")
    assert "I do not know you yet" in helen.last()


def test_a_role_is_given_however_it_is_spelt(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp member <@U0HELEN> co-ordinator")
    with partnership.bot.store.reading(HOME) as records:
        helen = records.members.get("U0HELEN")
    assert helen is not None
    assert helen.role is Role.COORDINATOR


def test_where_words_of_others_still_name_somebody_is_said_when_they_are_erased(
    partnership: Partnership,
) -> None:
    """What people wrote is the record's; its way out is a redaction."""
    kelly, helen = partnership.person("U0KELLY"), partnership.person("U0HELEN")
    kelly.types("/csp update ASB4 green <@U0HELEN> chose the site")
    kelly.types("/csp update MH1 green Helen has chosen the site")
    helen.types("/csp person")
    assert "Named in words on: ASB4" in helen.last()
    kelly.types("/csp person <@U0HELEN>")
    kelly.clicks("Erase this person")
    assert "What was written of ASB4 still names them" in kelly.last()
    kelly.types("/csp redact ASB4")
    kelly.clicks("Redact")
    with partnership.bot.store.reading(HOME) as records:
        assert not any("Helen Fry" in update.note for update in records.plans.record())


def test_when_it_is_invited_it_says_hello_once_and_takes_up_what_waited(
    partnership: Partnership,
) -> None:
    workspace = partnership.workspace
    workspace.add_channel("CNEW", "csp-private", "U0KELLY", "U0HELEN")
    partnership.person("U0HELEN").types("/csp update ASB3 amber A camera is broken")
    with partnership.bot.store.writing(HOME) as records:
        (row,) = records.outbox.recent()
        records.outbox.move(row, PostState.HELD, channel="CNEW", last_error="not_in_channel")
    partnership.bot.tick()
    assert workspace.channel("CNEW").messages == []

    partnership.acts.invite_bot("CNEW", "U0KELLY")
    partnership.bot.tick()
    said = [m["text"] for m in workspace.channel("CNEW").messages]
    assert len(said) == 2
    assert "I hold this partnership's action plan" in said[0]
    assert "A camera is broken" in said[1]


def test_coordinators_list_everybody_and_take_a_role_away(partnership: Partnership) -> None:
    kelly, helen = partnership.person("U0KELLY"), partnership.person("U0HELEN")
    kelly.types("/csp members")
    assert "<@U0HELEN>: lead for Sevenoaks District Council" in kelly.last()
    kelly.types("/csp member <@U0HELEN> none")
    helen.types("/csp ASB3")
    assert "do not know you yet" in helen.last()
    kelly.types("/csp members")
    assert "U0HELEN" not in kelly.last()
    kelly.types("/csp member <@U0HELEN> none")
    assert "no role in the partnership" in kelly.last()


def test_the_last_coordinator_cannot_be_taken_away(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp member <@U0KELLY> none")
    assert "without a coordinator" in kelly.last()


def test_the_list_of_people_is_the_coordinators(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp members")
    assert "Only a coordinator" in helen.last()


def test_a_mail_domain_that_is_anybodys_proves_no_agency(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp domain gmail.com = Kent Police")
    assert "Anybody may have an address" in kelly.last()


def test_those_who_only_read_are_not_offered_the_form(partnership: Partnership) -> None:
    anne, helen = partnership.person("U0CLLR"), partnership.person("U0HELEN")
    anne.types("/csp ASB3")
    helen.types("/csp ASB3")
    assert "Update" not in buttons(anne)
    assert "Update" in buttons(helen)


def buttons(person: Person) -> list[str]:
    return [
        element["text"]["text"]
        for block in person.sees()[-1]["blocks"]
        if block["type"] == "actions"
        for element in block["elements"]
    ]


def test_a_people_file_is_looked_up_in_slack_before_the_database_is_held(
    partnership: Partnership,
) -> None:
    partnership.workspace.users["U0SAM"].email = "sam@kent.police.example"
    client = partnership.bot.bolt.client
    content = "email,name,agency,role\nsam@kent.police.example,Sam Newman,Kent Police,observer\n"
    read = read_people(
        partnership.bot.store,
        HOME,
        content,
        partnership.clock.now(),
        apply=True,
        by_email=lambda email: client.users_lookupByEmail(email=email)["user"]["id"],
    )
    assert [member.user for member in read.members] == ["U0SAM"]


def test_who_is_given_a_role_is_told_so_and_called_by_their_name(partnership: Partnership) -> None:
    kelly, sam = partnership.person("U0KELLY"), partnership.person("U0SAM")
    kelly.types("/csp member <@U0SAM|sam> Kent Police lead")
    partnership.bot.tick()
    assert sam.letters() == ["You are now lead for Kent Police. Write `help` to me here to begin."]
    kelly.types("/csp missing")
    assert "Sam Newman" in kelly.last()
    kelly.types("/csp member <@U0SAM> Kent Police lead")
    partnership.bot.tick()
    assert len(sam.letters()) == 1
    kelly.types("/csp member <@U0SAM> none")
    assert "is no longer a member of the partnership" in kelly.last()


def test_what_is_held_about_somebody_is_said_in_words(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    partnership.live_until(date(2018, 7, 4))
    helen.types("what is overdue?", channel=CHANNEL)
    helen.types("/csp what is red")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note="Two cameras are up")
    helen.closes()
    helen.types("/csp person")
    shown = helen.last()
    assert "Asked for updates 2 times: 20 June 2018 to 3 July 2018." in shown
    assert "The last question in <#CSAFETY>, as I understood it, to go on from." in shown
    assert "Typed for ASB3 in 2018-19 and not sent: " in shown
    assert "note: Two cameras are up" in shown
    assert "assign: lead" in shown
    for inner in ("[", "{", "made", "nothing →"):
        assert inner not in shown, inner


def test_who_was_turned_down_is_told_and_may_ask_again(partnership: Partnership) -> None:
    kelly, sam = partnership.person("U0KELLY"), partnership.person("U0SAM")
    sam.types("/csp join Kent Police")
    partnership.bot.tick()
    kelly.clicks("Turn down", channel="D0KELLY")
    partnership.bot.tick()
    (letter,) = sam.letters()
    assert "You were not confirmed as lead for Kent Police." in letter
    assert "`join`" in letter
    sam.writes_to_the_bot("join West Kent Mind")
    assert "asked to confirm you as lead for West Kent Mind" in sam.letters()[-1]
