"""Messages: who may write, change and read them, and who is told."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.limits import Refusal
from tests.sandbox.conftest import CHANNEL, ELSEWHERE, HELEN, SAM, Slack, section


def test_a_text_only_update_drops_blocks(slack: Slack) -> None:
    ts = slack.post(blocks=[section("old")])
    changed = slack.client.chat_update(channel=CHANNEL, ts=ts, text="New")
    assert changed["message"]["blocks"] == []
    assert slack.seen(HELEN) == ["New"]


@pytest.mark.parametrize(("blocks", "marked"), [(None, True), ([section("new")], False)])
def test_only_an_update_without_blocks_is_marked_as_edited(
    slack: Slack, blocks: list[dict[str, Any]] | None, marked: bool
) -> None:
    ts = slack.post(blocks=[section("old")])
    changed = slack.client.chat_update(channel=CHANNEL, ts=ts, text="New", blocks=blocks)
    assert ("edited" in changed["message"]) is marked


def test_ephemeral_messages_are_seen_by_one_person(slack: Slack) -> None:
    slack.whisper("For Helen")
    assert slack.seen(HELEN) == ["For Helen"]
    assert slack.seen(SAM) == []
    assert slack.told == [(HELEN, "ephemeral")]
    assert slack.client.conversations_history(channel=CHANNEL)["messages"] == []


def test_an_ephemeral_message_can_be_neither_updated_nor_deleted(slack: Slack) -> None:
    ts = slack.whisper()
    update, delete = slack.client.chat_update, slack.client.chat_delete
    assert slack.refusal(update, channel=CHANNEL, ts=ts, text="x") == "message_not_found"
    assert slack.refusal(delete, channel=CHANNEL, ts=ts) == "message_not_found"
    assert slack.seen(HELEN) == ["Only you"]


def test_a_message_of_somebody_else_is_not_the_bots_to_change(slack: Slack) -> None:
    ts = slack.workspace.post(slack.channel, HELEN, "Mine")["ts"]
    update, delete = slack.client.chat_update, slack.client.chat_delete
    assert slack.refusal(update, channel=CHANNEL, ts=ts, text="x") == "cant_update_message"
    assert slack.refusal(delete, channel=CHANNEL, ts=ts) == "cant_delete_message"


def test_a_reply_belongs_to_its_thread_alone(slack: Slack) -> None:
    root = slack.post("Root")
    slack.post("Reply", thread_ts=root)
    slack.whisper("Whispered", thread_ts=root)
    assert slack.seen(HELEN) == ["Root"]
    assert slack.seen(HELEN, root) == ["Root", "Reply", "Whispered"]
    assert slack.seen(SAM, root) == ["Root", "Reply"]
    (told,) = slack.client.conversations_history(channel=CHANNEL)["messages"]
    assert told["reply_count"] == 1


def test_a_deleted_message_is_gone_for_everybody(slack: Slack) -> None:
    ts = slack.post()
    slack.told.clear()
    slack.client.chat_delete(channel=CHANNEL, ts=ts)
    assert slack.seen(HELEN) == []
    assert sorted(slack.told) == [(HELEN, "message_deleted"), (SAM, "message_deleted")]


def test_timestamps_never_repeat_though_the_clock_stands_still(slack: Slack) -> None:
    stamps = [slack.post() for _ in range(3)]
    assert stamps == sorted(set(stamps))


def test_history_is_paged_newest_first(slack: Slack) -> None:
    for number in range(5):
        slack.post(str(number))
    pages = slack.client.conversations_history(channel=CHANNEL, limit=2)
    assert [[m["text"] for m in page["messages"]] for page in pages] == [
        ["4", "3"],
        ["2", "1"],
        ["0"],
    ]


def test_history_leaves_out_the_edges_it_is_given(slack: Slack) -> None:
    first, middle, last = (slack.post(text) for text in ("a", "b", "c"))
    found = slack.client.conversations_history(channel=CHANNEL, oldest=first, latest=last)
    assert [m["ts"] for m in found["messages"]] == [middle]


def test_metadata_comes_back_only_to_whoever_asks_for_it(slack: Slack) -> None:
    kept = {"event_type": "note", "event_payload": {"key": "1"}}
    slack.post(metadata=kept)
    history = slack.client.conversations_history
    (bare,) = history(channel=CHANNEL)["messages"]
    (whole,) = history(channel=CHANNEL, include_all_metadata=True)["messages"]
    assert "metadata" not in bare
    assert whole["metadata"] == kept


def test_nobody_is_written_to_where_they_are_not(slack: Slack) -> None:
    post, whisper = slack.client.chat_postMessage, slack.client.chat_postEphemeral
    assert slack.refusal(post, channel=ELSEWHERE, text="x") == "not_in_channel"
    assert slack.refusal(post, channel="C0NONE", text="x") == "channel_not_found"
    error = slack.refusal(whisper, channel=CHANNEL, user="U0NONE", text="x")
    assert error == "user_not_in_channel"
    slack.channel.archived = True
    assert slack.refusal(post, channel=CHANNEL, text="x") == "is_archived"


def test_a_user_id_as_a_channel_means_the_direct_message(slack: Slack) -> None:
    opened = slack.client.conversations_open(users=HELEN)["channel"]["id"]
    posted = slack.client.chat_postMessage(channel=HELEN, text="Psst")
    assert posted["channel"] == opened == "D0HELEN"
    assert slack.refusal(slack.client.conversations_open, users="U0NONE") == "user_not_found"


def test_people_are_found_by_their_email(slack: Slack) -> None:
    look = slack.client.users_lookupByEmail
    assert look(email="helen@example.org")["user"]["id"] == HELEN
    assert slack.refusal(look, email="") == "users_not_found"


@pytest.mark.parametrize(
    ("method", "asked", "error"),
    [
        ("chat.update", {"channel": CHANNEL, "text": "x"}, "invalid_arguments"),
        ("chat.update", {"channel": CHANNEL, "text": "x", "ts": "1.0"}, "message_not_found"),
        ("chat.postMessage", {"channel": CHANNEL, "text": 5}, "invalid_arguments"),
        (
            "chat.postMessage",
            {"channel": CHANNEL, "text": "x", "thread_ts": {}},
            "invalid_arguments",
        ),
        ("chat.postEphemeral", {"channel": CHANNEL, "text": "x", "user": {}}, "invalid_arguments"),
        ("chat.getPermalink", {"channel": CHANNEL}, "invalid_arguments"),
        ("conversations.open", {}, "invalid_arguments"),
        ("conversations.replies", {"channel": CHANNEL, "ts": "1.0"}, "thread_not_found"),
        ("conversations.history", {"channel": CHANNEL, "limit": "x"}, "invalid_limit"),
        ("conversations.history", {"channel": CHANNEL, "limit": -1}, "invalid_limit"),
        ("conversations.history", {"channel": CHANNEL, "cursor": "x"}, "invalid_cursor"),
        ("conversations.history", {"channel": CHANNEL, "oldest": "x"}, "invalid_ts_oldest"),
        ("views.open", {"trigger_id": "1.0", "view": "{"}, "invalid_json"),
        ("views.open", {"trigger_id": "1.0", "view": []}, "invalid_arguments"),
        ("chat.shout", {}, "unknown_method"),
    ],
)
def test_a_bad_call_is_refused_in_slacks_words(
    slack: Slack, method: str, asked: dict[str, Any], error: str
) -> None:
    answer = slack.api.call(method, asked, slack.workspace.token)
    assert (answer["ok"], answer["error"]) == (False, error)


@pytest.mark.parametrize(("token", "error"), [("", "not_authed"), ("xoxb-forged", "invalid_auth")])
def test_only_the_bots_own_token_speaks_for_it(slack: Slack, token: str, error: str) -> None:
    assert slack.api.call("auth.test", {}, token)["error"] == error
    assert slack.api.call("apps.connections.open", {}, slack.workspace.token)["ok"] is False


def test_what_the_app_does_to_an_answer_does_not_change_the_workspace(slack: Slack) -> None:
    asked = {"channel": CHANNEL, "text": "x", "blocks": [section("kept")]}
    answer = slack.api.call("chat.postMessage", asked, slack.workspace.token)
    answer["message"]["blocks"].clear()
    assert slack.workspace.find(slack.channel, answer["ts"])["blocks"][0]["text"]["text"] == "kept"


def test_unread_messages_are_counted_for_all_but_the_writer(slack: Slack) -> None:
    slack.workspace.post(slack.channel, HELEN, "Hello")
    slack.post()
    assert {user: slack.workspace.unread[user, CHANNEL] for user in (HELEN, SAM)} == {
        HELEN: 1,
        SAM: 2,
    }


def test_a_message_that_is_not_there_is_said_to_be_missing(slack: Slack) -> None:
    with pytest.raises(Refusal, match="message_not_found"):
        slack.workspace.find(slack.channel, "1.0")
