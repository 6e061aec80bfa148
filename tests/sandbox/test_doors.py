"""The doors on loopback: strangers refused, bad requests answered plainly, faults as planned."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from bot.sandbox.faults import Fault
from tests.sandbox.conftest import CHANNEL, HELEN, SAM, Slack

GETS = ["/", "/static/app.js", "/sandbox/state", "/api/auth.test"]
POSTS = ["/api/chat.postMessage", "/respond/x", "/sandbox/send", "/sandbox/clock"]
STRANGERS = [
    {"Host": "evil.example"},
    {"Origin": "https://evil.example"},
    {"Origin": "http://localhost:1"},
    {"Origin": "null"},
]


@pytest.mark.parametrize("stranger", STRANGERS, ids=str)
@pytest.mark.parametrize("path", GETS + POSTS)
def test_a_stranger_is_refused_at_every_door(
    slack: Slack, path: str, stranger: dict[str, str]
) -> None:
    status, told = slack.request(path, {} if path in POSTS else None, stranger)
    assert (status, told) == (403, {"ok": False, "error": "not from here"})


def test_a_strangers_token_does_not_help_on_the_api(slack: Slack) -> None:
    asked = {"channel": CHANNEL, "text": "Forged"}
    key = {"Authorization": f"Bearer {slack.workspace.token}"}
    stranger = {"Origin": "https://evil.example"}
    assert slack.request("/api/chat.postMessage", asked, key | stranger)[0] == 403
    assert slack.request("/api/chat.postMessage", asked, key)[1]["ok"] is True
    assert slack.seen(HELEN) == ["Forged"]


@pytest.mark.parametrize("origin", [None, "own"])
def test_the_page_itself_and_the_bot_are_at_home(slack: Slack, origin: str | None) -> None:
    told = {"Origin": slack.url} if origin else {}
    message = {"user": HELEN, "channel": CHANNEL, "text": "Hello"}
    assert slack.request("/sandbox/send", message, told) == (200, {"ok": True})


@pytest.mark.parametrize("body", [b"{bad", b"[]", b"5"])
def test_what_is_no_json_object_is_refused_on_the_api(slack: Slack, body: bytes) -> None:
    status, told = slack.request("/api/chat.postMessage", body)
    error = "invalid_json" if body == b"{bad" else "json_not_object"
    assert (status, told) == (200, {"ok": False, "error": error})


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("messages?user=U0HELEN&channel=C0NONE", None),
        ("messages?user=U0HELEN", None),
        ("home?user=U0NONE", None),
        ("home", None),
        ("send", b"{x"),
        ("send", b"[]"),
        ("send", {}),
        ("send", {"user": "U0NONE", "channel": CHANNEL, "text": "/csp"}),
        ("send", {"user": HELEN, "channel": CHANNEL, "text": 5}),
        ("send", {"user": HELEN, "channel": "C0OTHER", "text": "Hello"}),
        ("submit", {"user": HELEN, "view_id": "V9"}),
        ("submit", {"user": HELEN, "view_id": "V9", "state": "x"}),
        ("close", {"user": HELEN, "view_id": "V9"}),
        ("action", {"user": HELEN, "container": "x", "action": {}}),
        ("action", {"user": HELEN, "container": {}, "action": {}}),
        ("action", {"user": HELEN, "container": {"type": "view", "view_id": {}}, "action": {}}),
        ("options", {"user": HELEN, "container": {"type": "view", "view_id": "V9"}}),
        ("shortcut", {"user": HELEN, "callback_id": "x", "channel": CHANNEL, "message_ts": "1"}),
    ],
)
def test_a_bad_request_of_the_page_gets_a_plain_error(
    slack: Slack, path: str, body: object
) -> None:
    status, told = slack.request(f"/sandbox/{path}", body)
    assert (status, told["ok"]) == (400, False)
    assert told["error"]


def test_the_page_shows_nobody_what_is_not_theirs(slack: Slack) -> None:
    slack.whisper()
    direct = slack.client.chat_postMessage(channel=HELEN, text="Psst")["channel"]
    for channel in (CHANNEL, direct):
        path = f"/sandbox/messages?user={SAM}&channel={channel}"
        assert slack.request(path) == (200, {"ok": True, "messages": []})
    shown = slack.request(f"/sandbox/messages?user={HELEN}&channel={direct}")[1]["messages"]
    assert [message["text"] for message in shown] == ["Psst"]


def test_the_page_lists_ones_own_channels_only(slack: Slack) -> None:
    listed = slack.request(f"/sandbox/state?user={HELEN}")[1]["conversations"]
    assert [channel["id"] for channel in listed] == [CHANNEL, "D0HELEN"]


def test_reading_makes_read(slack: Slack) -> None:
    slack.post()
    slack.request(f"/sandbox/messages?user={HELEN}&channel={CHANNEL}")
    assert slack.workspace.unread[HELEN, CHANNEL] == 0
    assert slack.workspace.unread[SAM, CHANNEL] == 1


def outcome(slack: Slack) -> Any:
    """What posting comes to: ok, the error, or the name of what was raised."""
    try:
        return slack.client.chat_postMessage(channel=CHANNEL, text="Hello")["ok"]
    except SlackApiError as refused:
        return (
            refused.response["error"]
            if refused.response.status_code == 200
            else (refused.response.status_code)
        )
    except Exception as broken:  # however urllib names it, the connection is gone
        return isinstance(broken, OSError) and "lost"


@pytest.mark.parametrize(
    ("fault", "detail", "comes_to", "stands"),
    [
        (Fault.RATE_LIMITED, "7", 429, False),
        (Fault.BROKEN_500, "", 500, False),
        (Fault.BROKEN_503, "", 503, False),
        (Fault.ERROR, "is_archived", "is_archived", False),
        (Fault.RESET_BEFORE, "", "lost", False),
        (Fault.RESET_AFTER, "", "lost", True),
    ],
)
def test_a_planned_fault_comes_once_and_before_or_after_the_message(
    slack: Slack, fault: Fault, detail: str, comes_to: object, stands: bool
) -> None:
    slack.client.retry_handlers.clear()
    slack.server.faults.plan("chat.postMessage", fault, detail)
    assert slack.client.auth_test()["ok"]  # another verb is not touched
    assert outcome(slack) == comes_to
    assert slack.seen(HELEN) == (["Hello"] if stands else [])
    assert outcome(slack) is True


def test_a_rate_limit_says_how_long_to_wait(slack: Slack) -> None:
    slack.server.faults.plan("auth.test", Fault.RATE_LIMITED, "7")
    with pytest.raises(SlackApiError) as limited:
        slack.client.auth_test()
    assert limited.value.response.headers["Retry-After"] == "7"


def test_a_hanging_call_has_been_taken_and_ends_when_released(slack: Slack) -> None:
    slack.client.retry_handlers.clear()
    slack.server.faults.plan("chat.postMessage", Fault.HANG_AFTER)
    stands = threading.Event()
    slack.workspace.listeners.append(lambda _user, _event: stands.set())
    came: list[object] = []
    caller = threading.Thread(target=lambda: came.append(outcome(slack)))
    caller.start()
    assert stands.wait(60)
    assert (slack.seen(HELEN), came) == (["Hello"], [])
    slack.server.faults.release.set()
    caller.join(10)
    assert came == ["lost"]
