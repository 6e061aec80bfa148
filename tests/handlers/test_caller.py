"""Who sent a request, and from where, stands in everything people do in Slack: what lacks it is no
request of Slack's, and is no fault of the bot's that anybody could be told of."""

from __future__ import annotations

from typing import Any

import pytest
from slack_bolt import BoltRequest

from tests.partnership import Partnership

COMMAND = {
    "command": "/csp",
    "text": "ASB3",
    "team_id": "T0DEMO",
    "user_id": "U0KELLY",
    "channel_id": "CSAFETY",
    "trigger_id": "1.whole",
}
CLICK = {
    "type": "block_actions",
    "team": {"id": "T0DEMO"},
    "user": {"id": "U0KELLY"},
    "actions": [{"type": "button", "action_id": "open_update", "value": "ASB3"}],
}
MENTION = {
    "type": "event_callback",
    "team_id": "T0DEMO",
    "event": {
        "type": "app_mention",
        "user": "U0KELLY",
        "text": "<@U0BOT> ASB3",
        "channel": "CSAFETY",
        "ts": "1525000000.000100",
    },
}


def without(payload: dict[str, Any], name: str) -> dict[str, Any]:
    """The payload, or the event in it, less one of its fields."""
    lesser = {key: value for key, value in payload.items() if key != name}
    if "event" in lesser:
        lesser["event"] = without(lesser["event"], name)
    return lesser


@pytest.mark.parametrize(
    "payload",
    [
        without(COMMAND, "user_id"),
        without(COMMAND, "trigger_id"),
        COMMAND | {"team_id": ["T0DEMO"]},
        without(CLICK, "user"),
        without(MENTION, "user"),
        without(MENTION, "ts"),
    ],
)
def test_what_says_not_who_sent_it_is_no_request_of_slacks(
    partnership: Partnership, payload: dict[str, Any]
) -> None:
    before = len(partnership.workspace.conversations())
    answer = partnership.bot.bolt.dispatch(BoltRequest(mode="socket_mode", body=payload))
    assert (answer.status, answer.body) == (400, "not a request of Slack's")
    assert len(partnership.workspace.conversations()) == before


@pytest.mark.parametrize("payload", [COMMAND, MENTION])
def test_what_says_it_is_answered(partnership: Partnership, payload: dict[str, Any]) -> None:
    answer = partnership.bot.bolt.dispatch(BoltRequest(mode="socket_mode", body=payload))
    assert answer.status == 200
