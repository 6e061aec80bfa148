"""[From the channel's members] on Home: several people get their roles in one form."""

from __future__ import annotations

from typing import Any

from bot.core.access import HOME
from bot.handlers.newcomers import SHOWN
from bot.sandbox.person import Person
from bot.sandbox.workspace import User
from bot.services.members import everyone
from tests.partnership import CHANNEL, Partnership

KELLY, SAM = "U0KELLY", "U0SAM"


def opens(csp: Partnership) -> Person:
    kelly = csp.person(KELLY)
    kelly.presses("From the channel's members", kelly.opens_home())
    return kelly


def joins(csp: Partnership, user: str, **more: Any) -> None:
    csp.workspace.add_user(User(user, user.lower(), f"Person {user}", **more))
    csp.workspace.channel(CHANNEL).members.add(user)


def people_shown(kelly: Person) -> list[str]:
    ids = (str(block["block_id"]) for block in kelly.view["blocks"] if block["type"] == "input")
    return [name.removeprefix("role:") for name in ids if name.startswith("role:")]


def roles(csp: Partnership) -> dict[str, str]:
    return {m.user: m.called for m in everyone(csp.bot.context, HOME)}


def test_who_has_no_role_is_listed_and_given_one_all_at_once(partnership: Partnership) -> None:
    joins(partnership, "U1ANN")
    joins(partnership, "U1BOT", is_bot=True)
    joins(partnership, "U1GONE", deleted=True)
    kelly = opens(partnership)
    assert people_shown(kelly) == [SAM, "U1ANN"]
    kelly.fills(**{f"role:{SAM}": "lead", "role:U1ANN": "observer"})
    assert "needs an agency" in kelly.submits()[f"agency:{SAM}"]
    assert {SAM, "U1ANN"}.isdisjoint(roles(partnership))
    kelly.fills(**{f"agency:{SAM}": "KP"})
    assert kelly.submits() == {}
    assert "lead for Kent Police" in kelly.reads()
    assert roles(partnership)[SAM] == "lead for KP"
    assert roles(partnership)["U1ANN"] == "observer"
    partnership.bot.tick()
    (letter,) = partnership.person(SAM).letters()
    assert "You are now lead for Kent Police" in letter
    assert "Sam Newman" in {m.name for m in everyone(partnership.bot.context, HOME)}
    kelly.types(f"/csp person <@{SAM}>")
    assert "assign" in kelly.last()


def test_nobody_gets_a_role_that_was_not_chosen(partnership: Partnership) -> None:
    before = roles(partnership)
    kelly = opens(partnership)
    assert kelly.submits() == {}
    assert "Nobody was given a role" in kelly.reads()
    assert roles(partnership) == before


def test_an_e_mail_domain_proposes_the_agency(partnership: Partnership) -> None:
    partnership.workspace.users[SAM].email = "sam@kent.police.example"
    partnership.person(KELLY).types("/csp domain kent.police.example = Kent Police")
    kelly = opens(partnership)
    assert "/csp domain" in kelly.reads()
    kelly.fills(**{f"role:{SAM}": "deputy"})
    assert kelly.submits() == {}
    assert roles(partnership)[SAM] == "deputy for KP"


def test_without_the_scope_for_addresses_it_says_which(partnership: Partnership) -> None:
    partnership.slack.api.scopes = "channels:read,users:read"
    assert "users:read.email" in opens(partnership).reads()


def test_somebody_of_another_workspace_is_shown_with_their_organisation(
    partnership: Partnership,
) -> None:
    joins(partnership, "U1FAR", team="T0FAR", email="far@fire.example")
    joins(partnership, "U1FURTHER", team="T0FURTHER")
    shown = opens(partnership).reads()
    assert "another organisation: fire.example" in shown
    assert "another organisation: T0FURTHER" in shown


def test_many_people_come_page_by_page(partnership: Partnership) -> None:
    for number in range(SHOWN + 3):
        joins(partnership, f"U2P{number:02}")
    kelly = opens(partnership)
    first = people_shown(kelly)
    assert len(first) == SHOWN
    assert kelly.submits() == {}
    kelly.presses("The next people")
    rest = people_shown(kelly)
    assert len(rest) == 4  # Sam was among the first
    assert not set(first) & set(rest)
    assert kelly.submits() == {}
    assert "The next people" not in str(kelly.view)


def test_a_role_given_meanwhile_is_not_given_again(partnership: Partnership) -> None:
    kelly = opens(partnership)
    kelly.fills(**{f"role:{SAM}": "observer"})
    kelly.types(f"/csp member <@{SAM}> Kent Police lead")
    kelly.submits()
    assert "meanwhile" in kelly.reads()
    assert roles(partnership)[SAM] == "lead for KP"


def test_a_channel_slack_does_not_show_is_said_with_what_to_do(partnership: Partnership) -> None:
    del partnership.workspace.channels[CHANNEL]
    shown = opens(partnership).reads()
    assert "channel_not_found" in shown
    assert "Invite me" in shown
