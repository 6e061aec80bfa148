"""Blocks, texts and elements are held to Slack's limits, from both sides of each."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.conftest import (
    CHANNEL,
    HELEN,
    Slack,
    home,
    modal,
    mrkdwn,
    options,
    plain,
    section,
)

Block = dict[str, Any]


def button(**more: Any) -> Block:
    return {"type": "button", "action_id": "go", "text": plain("Go"), **more}


def actions(*elements: Block) -> Block:
    return {"type": "actions", "elements": list(elements)}


def choice(kind: str, number: int, **more: Any) -> Block:
    return actions({"type": kind, "action_id": "pick", "options": options(number), **more})


def table(*cells: str, rows: int = 1, **more: Any) -> Block:
    row = [{"type": "raw_text", "text": cell} for cell in cells]
    return {"type": "table", "rows": [row] * rows, **more}


def confirm(**more: Any) -> Block:
    parts = {
        "title": plain("Sure?"),
        "text": mrkdwn("x"),
        "confirm": plain("Y"),
        "deny": plain("N"),
    }
    return actions(button(confirm=parts | more))


def image(**more: Any) -> Block:
    return {"type": "image", "image_url": "https://example.org/x.png", "alt_text": "x", **more}


def named(number: int) -> list[Block]:
    return [button(action_id=f"b{n}") for n in range(number)]


TAKEN_AND_REFUSED: dict[str, tuple[list[Block], list[Block]]] = {
    "blocks in a message": ([section()] * 50, [section()] * 51),
    "block_id used once": ([section(block_id="a")], [section(block_id="a")] * 2),
    "block_id length": ([section(block_id="x" * 255)], [section(block_id="x" * 256)]),
    "known block types": ([{"type": "divider"}], [{"type": "marquee"}]),
    "no inputs in messages": ([section()], modal()["blocks"]),
    "section text length": ([section("x" * 3000)], [section("x" * 3001)]),
    "section text is there": ([section("x")], [{"type": "section"}]),
    "section text is no string": ([section()], [{"type": "section", "text": "plain"}]),
    "text types": ([section()], [{"type": "section", "text": {"type": "html", "text": "x"}}]),
    "texts are not empty": ([section("x")], [section("")]),
    "fields": (
        [{"type": "section", "fields": [plain("x")] * 10}],
        [{"type": "section", "fields": [plain("x")] * 11}],
    ),
    "field length": (
        [{"type": "section", "fields": [plain("x" * 2000)]}],
        [{"type": "section", "fields": [plain("x" * 2001)]}],
    ),
    "header length": (
        [{"type": "header", "text": plain("x" * 150)}],
        [{"type": "header", "text": plain("x" * 151)}],
    ),
    "headers are plain": (
        [{"type": "header", "text": plain("x")}],
        [{"type": "header", "text": mrkdwn("x")}],
    ),
    "context elements": (
        [{"type": "context", "elements": [plain("x")] * 10}],
        [{"type": "context", "elements": [plain("x")] * 11}],
    ),
    "buttons in a row": ([actions(*named(25))], [actions(*named(26))]),
    "actions are not empty": ([actions(button())], [actions()]),
    "action_id used once in a block": ([actions(*named(2))], [actions(button(), button())]),
    "action_id length": (
        [actions(button(action_id="x" * 255))],
        [actions(button(action_id="x" * 256))],
    ),
    "known elements": ([actions(button())], [actions({"type": "lever", "action_id": "a"})]),
    "elements where they belong": (
        [choice("overflow", 2)],
        [{"type": "context", "elements": [button()]}],
    ),
    "button labels are plain": ([actions(button())], [actions(button(text=mrkdwn("Go")))]),
    "button label length": (
        [actions(button(text=plain("x" * 75)))],
        [actions(button(text=plain("x" * 76)))],
    ),
    "button value length": (
        [actions(button(value="x" * 2000))],
        [actions(button(value="x" * 2001))],
    ),
    "button url length": ([actions(button(url="x" * 3000))], [actions(button(url="x" * 3001))]),
    "button style": ([actions(button(style="danger"))], [actions(button(style="loud"))]),
    "confirm title length": (
        [confirm(title=plain("x" * 100))],
        [confirm(title=plain("x" * 101))],
    ),
    "confirm text length": ([confirm(text=mrkdwn("x" * 300))], [confirm(text=mrkdwn("x" * 301))]),
    "confirm button length": ([confirm(deny=plain("x" * 30))], [confirm(deny=plain("x" * 31))]),
    "selects have options": ([choice("static_select", 1)], [choice("static_select", 0)]),
    "options in a select": ([choice("static_select", 100)], [choice("static_select", 101)]),
    "options in an overflow": ([choice("overflow", 5)], [choice("overflow", 6)]),
    "options in checkboxes": ([choice("checkboxes", 10)], [choice("checkboxes", 11)]),
    "options in radio buttons": ([choice("radio_buttons", 10)], [choice("radio_buttons", 11)]),
    "first choice is an option": (
        [choice("static_select", 2, initial_option=options(2)[1])],
        [choice("static_select", 1, initial_option=options(2)[1])],
    ),
    "placeholder length": (
        [choice("static_select", 1, placeholder=plain("x" * 150))],
        [choice("static_select", 1, placeholder=plain("x" * 151))],
    ),
    "images say what they show": ([image()], [image(alt_text="")]),
    "images have an address": ([image()], [image(image_url="")]),
    "one table": ([table("x")], [table("x"), table("x")]),
    "table rows": ([table("x", rows=100)], [table("x", rows=101)]),
    "table cells in a row": ([table(*"x" * 20)], [table(*"x" * 21)]),
    "table characters": ([table("x" * 10_000)], [table("x" * 10_001)]),
    "table settings": (
        [table("x", column_settings=[{}] * 20)],
        [table("x", column_settings=[{}] * 21)],
    ),
    "known cells": ([table("x")], [{"type": "table", "rows": [[{"type": "picture"}]]}]),
}


@pytest.mark.parametrize("rule", TAKEN_AND_REFUSED)
def test_a_message_is_held_to(slack: Slack, rule: str) -> None:
    taken, refused = TAKEN_AND_REFUSED[rule]
    post = slack.client.chat_postMessage
    assert slack.refusal(post, channel=CHANNEL, text="x", blocks=taken) == ""
    assert slack.refusal(post, channel=CHANNEL, text="x", blocks=refused) == "invalid_blocks"


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"text": "x" * 40_000}, ""),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": [section("x" * 2640)] * 5}, ""),
        ({"text": "x", "blocks": [section("x" * 2641)] * 5}, "msg_blocks_too_long"),
        ({"text": "x", "blocks": "[{"}, "invalid_blocks_format"),
        ({"text": "x", "blocks": "{}"}, "invalid_blocks_format"),
        ({"text": "x", "metadata": {"event_type": "x"}}, "invalid_metadata_format"),
    ],
)
def test_a_message_as_a_whole_is_held_to_its_limits(
    slack: Slack, asked: dict[str, Any], error: str
) -> None:
    assert slack.refusal(slack.client.chat_postMessage, channel=CHANNEL, **asked) == error


@pytest.mark.parametrize(
    ("taken", "refused"),
    [
        ({"title": plain("x" * 24)}, {"title": plain("x" * 25)}),
        ({"submit": plain("x" * 24)}, {"submit": plain("x" * 25)}),
        ({"close": plain("x" * 24)}, {"close": mrkdwn("x")}),
        ({"blocks": [section()] * 100}, {"blocks": [section()] * 101}),
        ({"blocks": []}, {"blocks": None}),
        ({"private_metadata": "x" * 3000}, {"private_metadata": "x" * 3001}),
        ({"callback_id": "x" * 255}, {"callback_id": "x" * 256}),
        ({"blocks": [section()], "submit": None}, {"submit": None}),
        ({"type": "modal"}, {"type": "home"}),
    ],
)
def test_a_modal_is_held_to_its_limits(
    slack: Slack, taken: dict[str, Any], refused: dict[str, Any]
) -> None:
    trigger = slack.workspace.trigger
    opens = slack.client.views_open
    assert slack.refusal(opens, trigger_id=trigger(HELEN), view=modal(**taken)) == ""
    error = slack.refusal(opens, trigger_id=trigger(HELEN), view=modal(**refused))
    assert error == "invalid_arguments"


def test_home_holds_a_hundred_blocks_and_is_no_modal(slack: Slack) -> None:
    publish = slack.client.views_publish
    assert slack.refusal(publish, user_id=HELEN, view=home(*[section()] * 100)) == ""
    too_many = slack.refusal(publish, user_id=HELEN, view=home(*[section()] * 101))
    assert too_many == slack.refusal(publish, user_id=HELEN, view=modal()) == "invalid_arguments"


@pytest.mark.parametrize("blocks", [None, [], [section()]])
def test_a_message_needs_a_text_that_can_be_read_aloud(
    slack: Slack, blocks: list[Block] | None
) -> None:
    asked = {"channel": CHANNEL, "text": "", "blocks": blocks}  # the SDK itself warns of this
    answer = slack.api.call("chat.postMessage", asked, slack.workspace.token)
    assert answer["error"] == "no_text"


def test_a_refusal_says_where_the_fault_is(slack: Slack) -> None:
    answer = slack.api.call(
        "chat.postMessage",
        {"channel": CHANNEL, "text": "x", "blocks": [section(), section("")]},
        slack.workspace.token,
    )
    assert answer["response_metadata"]["messages"] == ["/blocks/1: text must not be empty"]
