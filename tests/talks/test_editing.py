"""A coordinator changes an action in place: seen by everybody, with who and why on record."""

from __future__ import annotations

from bot.core.access import HOME
from tests.partnership import Partnership


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
