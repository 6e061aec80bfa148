"""Home is drawn anew after every deed done on it or about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.core.access import HOME
from bot.services import learning, members, proposals
from tests.partnership import Partnership

Deed = Callable[[Partnership], None]


def edits(csp: Partnership) -> None:
    kelly = csp.person("U0KELLY")
    kelly.types("/csp edit ASB3")
    kelly.fills(text="Put four cameras up", why="Agreed at the board")
    assert kelly.submits() == {}


def changes_a_setting(csp: Partnership) -> None:
    kelly = csp.person("U0KELLY")
    kelly.types("/csp settings")
    kelly.fills(report_of="Head of Communities")
    assert kelly.submits() == {}


def dismisses_a_question(csp: Partnership) -> None:
    kelly = csp.person("U0KELLY")
    kelly.presses("Dismiss", csp.workspace.homes[kelly.id])


def agrees_to_a_change(csp: Partnership) -> None:
    csp.person("U0KELLY").clicks("Agree", channel=csp.workspace.dm("U0KELLY").id)


def turns_down(csp: Partnership) -> None:
    kelly = csp.person("U0KELLY")
    kelly.presses("Turn down", csp.workspace.homes[kelly.id])


DEEDS: dict[str, Deed] = {
    "an edit": edits,
    "a setting": changes_a_setting,
    "a question dismissed": dismisses_a_question,
    "a proposal agreed to": agrees_to_a_change,
    "a newcomer turned down": turns_down,
}


@pytest.fixture
def waiting(partnership: Partnership) -> Partnership:
    """A newcomer, a question and a proposal wait on Kelly's Home."""
    context = partnership.bot.context
    helen = members.identify(context.store, HOME, "U0HELEN")
    members.propose(context, members.identify(context.store, HOME, "U0SAM"), "KP", "Sam Newman")
    learning.keep_unplaced(context, helen, "who deals with wibblers")
    proposals.propose(context, helen, "ASB3", due="1 November 2018", why="Late")
    partnership.bot.tick()
    return partnership


@pytest.mark.parametrize("deed", DEEDS)
def test_home_is_drawn_anew(waiting: Partnership, deed: str) -> None:
    before = waiting.person("U0KELLY").opens_home()["hash"]
    DEEDS[deed](waiting)
    assert waiting.workspace.homes["U0KELLY"]["hash"] != before
