"""Slack Connect: a partner is one person at every door, whatever their team is called there.

Shapes as Slack sends them: docs.slack.dev ("Slack Connect", "Events API", "view_submission"), and
slackapi/bolt-js#1614 (a form carries the partner's team, and the installed one only in its view),
slackapi/bolt-python#23 (an organisation's installation has no team) and #854 (a Grid partner's
mention names the organisation in place of the team).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from slack_bolt.request.internals import extract_team_id

from bot.core.access import HOME
from bot.sandbox.delivery import Acked, Delivery
from bot.sandbox.workspace import User
from bot.services import members
from tests.partnership import CHANNEL, Partnership

ALEX, OTHER, GRID = "U0ALEX", "T0OTHER", "E0OTHER"
Payload = dict[str, Any]
Shape = Callable[[Payload, str], None]


def connected(body: Payload, home: str) -> None:
    """From a connected workspace: events name both teams, interactions the partner's own."""
    if "event" in body:
        body |= {"team_id": OTHER, "context_team_id": home, "is_ext_shared_channel": True}
        body["event"] |= {"user_team": OTHER, "source_team": OTHER, "team": OTHER}
        return
    body["user"]["team_id"] = OTHER
    if "view" in body:
        body["team"] = {"id": OTHER, "domain": "other"}
        body["view"] |= {"team_id": OTHER, "app_installed_team_id": home}


def connected_grid(body: Payload, home: str) -> None:
    """From a connected organisation (Enterprise Grid): its id stands where a team's is awaited."""
    connected(body, home)
    body["enterprise_id" if "event" in body else "enterprise"] = (
        GRID if "event" in body else {"id": GRID, "name": "Other"}
    )
    if "event" in body:
        body["event"] |= {"user_team": GRID, "source_team": GRID}


def org_wide(body: Payload, home: str) -> None:
    """The app is installed for a whole organisation: interactions have no team."""
    if "event" in body:
        body |= {"enterprise_id": "E0HOME", "is_ext_shared_channel": False}
        body["event"] |= {"team": home}
        body["authorizations"][0] |= {"enterprise_id": "E0HOME", "is_enterprise_install": True}
        return
    body |= {"team": None, "enterprise": {"id": "E0HOME"}, "is_enterprise_install": True}
    body["user"]["team_id"] = home


SHAPES: dict[str, Shape] = {
    "a connected workspace": connected,
    "a connected organisation": connected_grid,
    "the own organisation": org_wide,
}


class Reshaped:
    """Delivers what somebody does in the shape it has from elsewhere."""

    def __init__(self, inner: Delivery, shape: Shape, home: str) -> None:
        self._inner, self._shape, self._home = inner, shape, home
        self.teams: set[str | None] = set()

    def send(self, kind: str, payload: Payload) -> Acked:
        """Reshape and pass on."""
        self._shape(payload, self._home)
        self.teams.add(extract_team_id(payload))
        return self._inner.send(kind, payload)


@pytest.fixture(params=SHAPES)
def partner(partnership: Partnership, request: pytest.FixtureRequest) -> Partnership:
    """A partnership in which Alex of another team leads for DAVSS; given the role by a coordinator,
    before Alex ever wrote."""
    csp = partnership
    csp.workspace.add_user(User(ALEX, "alex", "Alex Doe", team=OTHER))
    csp.workspace.channel(CHANNEL).members.add(ALEX)
    kelly = members.identify(csp.bot.store, HOME, "U0KELLY")
    members.assign(csp.bot.context, kelly, ALEX, "DAVSS", "lead")
    acts: Any = csp.acts
    acts._delivery = Reshaped(csp.acts._delivery, SHAPES[request.param], csp.workspace.team)
    return csp


def reported(csp: Partnership) -> list[tuple[str, str]]:
    with csp.bot.store.reading(HOME) as records:
        return [(update.by, update.note) for update in records.plans.record()]


def test_a_mention_and_a_direct_message_are_theirs(partner: Partnership) -> None:
    alex = partner.person(ALEX)
    alex.types(f"<@{partner.workspace.bot}> update DA1 green 38 clients")
    alex.writes_to_the_bot("update DA1 amber 39 clients")
    assert reported(partner) == [(ALEX, "38 clients"), (ALEX, "39 clients")]


def test_buttons_forms_typeahead_and_shortcut_are_theirs(partner: Partnership) -> None:
    alex = partner.person(ALEX)
    alex.writes_to_the_bot("update DA1")
    alex.clicks("Open the form for DA1", channel=partner.workspace.dm(ALEX).id)
    alex.fills(status="on_track", note="38 clients")
    assert alex.submits() == {}
    assert "Saved: DA1" in alex.reads()

    alex.types("A second group has begun")
    message = partner.workspace.channel(CHANNEL).messages[-1]
    partner.acts.shortcut(ALEX, "save_as_update", CHANNEL, message["ts"])
    assert "DA1" in " ".join(alex.looks_up("da"))
    alex.picks("DA1")
    alex.fills(status="on_track")
    assert alex.submits() == {}
    assert reported(partner) == [(ALEX, "38 clients"), (ALEX, "A second group has begun")]


def test_home_knows_them(partner: Partnership) -> None:
    alex = partner.person(ALEX)
    shown = alex.reads(alex.opens_home())
    assert "DA1" in shown
    assert "do not know you" not in shown


def test_every_request_belongs_to_the_workspace_the_app_is_installed_in(
    partner: Partnership,
) -> None:
    alex = partner.person(ALEX)
    alex.writes_to_the_bot("update DA1")
    alex.clicks("Open the form for DA1", channel=partner.workspace.dm(ALEX).id)
    alex.fills(status="on_track", note="38 clients")
    alex.submits()
    acts: Any = partner.acts
    assert acts._delivery.teams == {partner.workspace.team}


def test_their_team_is_remembered_and_is_no_part_of_who_they_are(partner: Partnership) -> None:
    alex = partner.person(ALEX)
    alex.writes_to_the_bot("who leads DA1")
    with partner.bot.store.reading(HOME) as records:
        known = [member for member in records.members.all() if member.user == ALEX]
    assert len(known) == 1
    for team in (OTHER, GRID, ""):
        assert members.identify(partner.bot.store, HOME, ALEX, team).agencies == ("DAVSS",)
