"""What cannot be brought back, or reaches many, asks first, in Slack's own dialog with the
consequence in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from bot.blocks import channels, missing, people, redaction, sign_off, summaries
from bot.core.access import HOME
from bot.core.quarters import Quarter
from bot.sandbox.person import Person
from bot.services import members, reissues
from tests.partnership import CHANNEL, Partnership

NOTE = "The corner house with the blue door"


def reported(csp: Partnership) -> Person:
    csp.person("U0HELEN").types(f"/csp update ASB3 amber {NOTE}")
    return csp.person("U0KELLY")


def redact(csp: Partnership) -> Person:
    kelly = reported(csp)
    kelly.types("/csp redact ASB3")
    return kelly


def redact_all(csp: Partnership) -> Person:
    kelly = redact(csp)
    kelly.types(f"/csp update MH1 green {NOTE}")
    kelly.types("/csp redact ASB3")
    kelly.clicks("Redact")
    return kelly


def typed(text: str) -> Callable[[Partnership], Person]:
    def say(csp: Partnership) -> Person:
        kelly = reported(csp)
        kelly.types(text)
        return kelly

    return say


def private(csp: Partnership) -> Person:
    csp.workspace.channel(CHANNEL).private = True
    return typed("/csp channel private")(csp)


def marked(csp: Partnership) -> Person:
    reported(csp)
    csp.bot.tick()
    kelly = typed("/csp mark ASB3 sensitive")(csp)
    kelly.clicks("Mark it")
    return kelly


def corrected(csp: Partnership) -> Person:
    kelly = reported(csp)
    csp.move_to(date(2018, 7, 10), 9)
    csp.bot.tick()
    helen = csp.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note="All are up", quarter="Q1 2018-19")
    helen.submits()
    caller = members.identify(csp.bot.store, HOME, "U0KELLY")
    assert reissues.changed(csp.bot.context, caller, Quarter(2018, 1))
    kelly.types("/csp correct Q1")
    return kelly


DIALOGS: dict[str, tuple[Callable[[Partnership], Person], tuple[str, ...]]] = {
    summaries.POST: (typed("/csp summary Q1"), ("frozen", "not reported", "once")),
    redaction.REDACT: (redact, ("bring them back", "messages")),
    redaction.REDACT_ALL: (redact_all, ("bring them back", "2 updates")),
    people.FORGET: (typed("/csp person <@U0HELEN>"), ("lose their role", "bring this back")),
    missing.NUDGE: (typed("/csp missing"), ("one direct message", "today")),
    channels.MARK: (typed("/csp mark ASB3 sensitive"), ("reference and status", "brought back")),
    channels.TAKE_OUT: (marked, ("reference and status only", "brought back")),
    channels.PRIVATE: (private, ("Everybody in this channel", "stays in the channel")),
    sign_off.CORRECT: (corrected, ("partnership channel", "what changed")),
}
"""Action id of a button -> how it comes on the screen, and what its dialog says."""


def buttons(value: Any) -> Iterator[dict[str, Any]]:
    """Every button of some blocks."""
    if isinstance(value, dict):
        if value.get("type") == "button":
            yield value
        for inner in value.values():
            yield from buttons(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from buttons(inner)


@pytest.mark.slow
@pytest.mark.parametrize("action", DIALOGS)
def test_it_asks_first_and_says_what_will_happen(partnership: Partnership, action: str) -> None:
    come, words = DIALOGS[action]
    kelly = come(partnership)
    shown = next(m for m in reversed(kelly.sees()) if m.get("blocks"))
    button = next(b for b in buttons(shown["blocks"]) if b["action_id"].startswith(action))
    said = f"{button['confirm']['title']['text']} {button['confirm']['text']['text']}"
    assert not [word for word in words if word.lower() not in said.lower()], said
    assert button["confirm"]["deny"]["text"]
