"""What people do: commands, mentions, buttons, shortcuts; and where an app may answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.sandbox.acts import Refused, escape_typed
from bot.sandbox.delivery import Acked
from bot.sandbox.limits import Refusal
from tests.sandbox.conftest import CHANNEL, ELSEWHERE, HELEN, SAM, Slack, section

PRESS = {"type": "button", "action_id": "go", "block_id": "b", "value": "1"}


def place(ts: str, channel: str = CHANNEL) -> dict[str, Any]:
    return {"type": "message", "channel": channel, "message_ts": ts}


def url_of(slack: Slack) -> str:
    """The path of the response_url the app was last given."""
    return str(slack.app.got[-1]["response_url"]).removeprefix(slack.url)


@pytest.mark.parametrize(
    ("channel", "text", "heard"),
    [
        (CHANNEL, "Good morning", []),
        (CHANNEL, "<@U0BOT> how are we doing?", ["app_mention"]),
        ("D0HELEN", "How are we doing?", ["message"]),
    ],
)
def test_an_app_hears_what_is_said_to_it(
    slack: Slack, channel: str, text: str, heard: list[str]
) -> None:
    slack.workspace.dm(HELEN)
    slack.acts.send(HELEN, channel, text)
    assert [payload["event"]["type"] for payload in slack.app.got] == heard


def test_what_is_typed_is_escaped_but_for_references() -> None:
    assert escape_typed("<@U0BOT> a < b & <c>") == "<@U0BOT> a &lt; b &amp; &lt;c&gt;"


def test_a_command_names_people_by_their_id_and_is_not_escaped(slack: Slack) -> None:
    slack.acts.send(HELEN, CHANNEL, "/csp nudge @sam and @nobody: a < b")
    (payload,) = slack.app.got
    assert payload["text"] == "nudge <@U0SAM|sam> and @nobody: a < b"
    assert slack.seen(SAM) == []


@pytest.mark.parametrize(
    ("text", "thread", "told"),
    [
        ("/nope", "", "/nope is not a valid command"),
        ("/csp asb 3", "1.0", "/csp is not supported in threads"),
    ],
)
def test_slack_itself_refuses_a_command(slack: Slack, text: str, thread: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        slack.acts.send(HELEN, CHANNEL, text, thread)
    assert slack.app.got == []


def test_a_partner_from_another_workspace_has_no_commands(slack: Slack) -> None:
    slack.workspace.user(HELEN).team = "T0OTHER"
    with pytest.raises(Refused, match="not a valid command"):
        slack.acts.send(HELEN, CHANNEL, "/csp")


@pytest.mark.parametrize(
    ("status", "error"), [(504, "operation_timeout"), (500, "dispatch_failed")]
)
def test_a_command_that_fails_says_why(slack: Slack, status: int, error: str) -> None:
    slack.app.answer = Acked(status)
    with pytest.raises(Refused, match=error):
        slack.acts.send(HELEN, CHANNEL, "/csp")


@pytest.mark.parametrize(
    ("answer", "helen", "sam"),
    [
        ("Done", ["Done"], []),
        ({"text": "Done"}, ["Done"], []),
        ({"text": "Done", "response_type": "in_channel"}, ["Done"], ["Done"]),
        ("", [], []),
        (["Done"], [], []),
    ],
)
def test_an_acknowledgement_is_shown_to_whom_it_may_concern(
    slack: Slack, answer: object, helen: list[str], sam: list[str]
) -> None:
    slack.app.answer = Acked(200, answer)
    slack.acts.send(HELEN, CHANNEL, "/csp")
    assert (slack.seen(HELEN), slack.seen(SAM)) == (helen, sam)


def test_nobody_speaks_where_they_are_not(slack: Slack) -> None:
    with pytest.raises(Refusal, match="not_in_channel"):
        slack.acts.send(HELEN, ELSEWHERE, "Hello")


def test_a_button_sends_its_message_along_unless_it_is_ephemeral(slack: Slack) -> None:
    for ts in (slack.post(), slack.whisper()):
        slack.acts.act(HELEN, place(ts), PRESS, {})
    public, private = slack.app.got
    assert public["message"]["text"] == "Hello"
    assert (public["container"]["is_ephemeral"], "message" in private) == (False, False)
    assert private["container"]["is_ephemeral"] is True


def press(slack: Slack, user: str, channel: str, ts: str) -> None:
    slack.acts.act(user, place(ts, channel), PRESS, {})


def shortcut(slack: Slack, user: str, channel: str, ts: str) -> None:
    slack.acts.shortcut(user, "log", channel, ts)


Way = Callable[[Slack, str, str, str], None]


@pytest.mark.parametrize("way", [press, shortcut])
def test_nobody_acts_upon_what_they_cannot_see(slack: Slack, way: Way) -> None:
    whispered = slack.whisper()
    secret = slack.workspace.post(slack.workspace.channel(ELSEWHERE), SAM, "Secret")["ts"]
    for user, channel, ts in ((SAM, CHANNEL, whispered), (HELEN, ELSEWHERE, secret)):
        with pytest.raises(Refusal, match="message_not_found"):
            way(slack, user, channel, ts)
    assert slack.app.got == []


@pytest.mark.parametrize("way", [press, shortcut])
def test_an_app_that_does_not_answer_is_said_to_be_silent(slack: Slack, way: Way) -> None:
    ts = slack.post()
    slack.app.answer = Acked(504)
    with pytest.raises(Refused, match="the app did not respond"):
        way(slack, HELEN, CHANNEL, ts)


def test_each_act_has_a_trigger_of_its_own(slack: Slack) -> None:
    ts = slack.post()
    for _ in range(2):
        slack.acts.act(HELEN, place(ts), PRESS, {})
    first, second = (payload["trigger_id"] for payload in slack.app.got)
    assert first != second
    assert slack.workspace.pull_trigger(first) == HELEN


def test_an_event_is_delivered_again_under_the_same_id(slack: Slack) -> None:
    slack.acts.event({"type": "x", "event_ts": "1.0"}, "Ev1")
    slack.acts.event({"type": "x", "event_ts": "1.0"}, "Ev1")
    slack.acts.event({"type": "x", "event_ts": "1.0"})
    ids = [payload["event_id"] for payload in slack.app.got]
    assert ids[0] == ids[1] != ids[2]


def test_inviting_the_bot_makes_it_a_member_and_tells_it(slack: Slack) -> None:
    slack.acts.invite_bot(ELSEWHERE, SAM)
    assert slack.app.got[-1]["event"]["type"] == "member_joined_channel"
    assert slack.client.chat_postMessage(channel=ELSEWHERE, text="Hello")["ok"]


def test_a_response_url_takes_five_answers(slack: Slack) -> None:
    slack.acts.send(HELEN, CHANNEL, "/csp")
    statuses = [slack.request(url_of(slack), {"text": str(n)})[0] for n in range(6)]
    assert statuses == [200] * 5 + [404]
    assert slack.seen(HELEN) == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize(("seconds", "status"), [(1800, 200), (1801, 404)])
def test_a_response_url_is_open_for_thirty_minutes(slack: Slack, seconds: int, status: int) -> None:
    slack.acts.send(HELEN, CHANNEL, "/csp")
    slack.seconds = seconds
    assert slack.request(url_of(slack), {"text": "Late"})[0] == status


def test_a_response_url_cannot_be_guessed(slack: Slack) -> None:
    slack.acts.send(HELEN, CHANNEL, "/csp")
    first = url_of(slack)
    slack.acts.send(HELEN, CHANNEL, "/csp")
    assert len(first.removeprefix("/respond/")) >= 32
    assert first != url_of(slack)
    assert slack.request("/respond/R0000001", {"text": "x"})[0] == 404


@pytest.mark.parametrize(
    "answer", [b"{x", b"[]", {"text": 5}, {"text": "x", "blocks": [{"type": "nope"}]}, {}]
)
def test_a_response_url_refuses_what_is_no_message(slack: Slack, answer: object) -> None:
    slack.acts.send(HELEN, CHANNEL, "/csp")
    status, told = slack.request(url_of(slack), answer)
    assert (status, told["ok"], slack.seen(HELEN)) == (400, False, [])


def test_an_ephemeral_message_is_replaced_again_and_again_in_its_thread(slack: Slack) -> None:
    root = slack.post("Root")
    slack.acts.act(HELEN, place(slack.whisper("One", thread_ts=root)), PRESS, {})
    for text in ("Two", "Three"):
        assert slack.request(url_of(slack), {"text": text, "replace_original": True})[0] == 200
    assert slack.seen(HELEN, root) == ["Root", "Three"]
    assert slack.seen(SAM, root) == ["Root"]
    slack.request(url_of(slack), {"delete_original": True})
    assert slack.seen(HELEN, root) == ["Root"]


def test_a_public_message_is_replaced_for_everybody(slack: Slack) -> None:
    slack.acts.act(HELEN, place(slack.post("One", blocks=[section()])), PRESS, {})
    slack.request(url_of(slack), {"text": "Two", "replace_original": True})
    assert slack.seen(SAM) == ["Two"]
    assert slack.workspace.visible(slack.channel, SAM)[0]["blocks"] == []
