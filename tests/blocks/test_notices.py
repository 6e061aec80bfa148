"""Every notice as a message: valid, within limits, complete in its text, inert."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from bot.blocks import kit, notices, reminders
from bot.blocks.messages import Drawn
from bot.core.codec import encode
from bot.core.notices import Message, PostHeld, StatusChanged
from bot.core.progress import Progress
from bot.core.status import Labels, Status
from bot.quarterly.facts import NotReported, Summary
from bot.quarterly.reminders import MissingList, Reminder, ToReport
from bot.quarterly.summary import summarise
from tests.factories import Q1, Q2, a_plan, an_action, an_update

EVIL = "<!channel> <@U1> <https://evil.example|Council> & *bold*"
LABELS = Labels()


def drawn(notice: Any) -> Drawn:
    return notices.render(type(notice).__name__, encode(notice), LABELS)


def a_summary(actions: int, text: str) -> Summary:
    plan = a_plan(*(an_action(f"ASB{n}", text=text) for n in range(1, actions + 1)))
    updates = [
        an_update(
            f"ASB{n}",
            status=Status.OFF_TRACK if n % 2 else Status.AT_RISK,
            note=text,
            reason=text,
            corrective_action=text,
            new_due=date(2019, 1, 1),
        )
        for n in range(1, actions + 1, 1)
    ]
    return summarise(Progress(plan, updates), Q1, date(2018, 7, 10))


A_CHANGE = StatusChanged(
    "ASB3",
    EVIL,
    "ASB",
    EVIL,
    Status.ON_TRACK,
    Status.OFF_TRACK,
    Q1,
    "U0",
    note=EVIL,
    reason=EVIL,
    corrective_action=EVIL,
    new_due=date(2018, 10, 31),
)
A_REMINDER = Reminder(
    EVIL, Q1, date(2018, 7, 10), (ToReport("ASB3", EVIL, Status.AT_RISK, Q1, True),), more=3
)
A_LIST = MissingList(Q1, date(2018, 7, 10), (NotReported(EVIL, ("ASB1", "ASB2")),), (EVIL,))
SMALL, HUGE = a_summary(2, EVIL), a_summary(60, "&" * 700)
EVERYTHING = [
    A_CHANGE,
    A_REMINDER,
    A_LIST,
    Message(EVIL),
    PostHeld(EVIL, "key"),
    SMALL.head,
    *SMALL.details,
    HUGE.head,
    *HUGE.details,
]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if value.get("type") == "mrkdwn":
            yield value["text"]
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


@pytest.mark.parametrize("notice", EVERYTHING, ids=lambda notice: type(notice).__name__)
def test_every_notice_is_within_slacks_limits_and_inert(notice: Any) -> None:
    text, blocks = drawn(notice)
    assert 0 < len(text) <= kit.MAX_TEXT
    assert len(blocks) <= kit.MAX_BLOCKS
    assert kit.characters(blocks) <= kit.MAX_CHARACTERS
    for shown in (text, *strings(blocks)):
        assert "<" not in shown
        assert len(shown) <= max(kit.MAX_SECTION, kit.MAX_TEXT)
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    assert len(ids) == len(set(ids))


def test_a_change_of_status_shows_before_and_after_and_why() -> None:
    text, _ = drawn(A_CHANGE)
    assert "🟢 On track → 🔴 Off track" in text
    assert "New due date: 31 October 2018" in text


def test_a_sensitive_change_shows_reference_and_status_only() -> None:
    text, blocks = drawn(
        StatusChanged(
            "DA1", "SECRET", "DA", "KP", None, Status.AT_RISK, Q1, "U0", "SECRET", sensitive=True
        )
    )
    assert "SECRET" not in text + str(blocks)
    assert "DA1" in text


def test_a_reminder_has_a_button_for_each_thing_that_can_be_done() -> None:
    _, blocks = drawn(A_REMINDER)
    ids = [e["action_id"] for b in blocks if b["type"] == "actions" for e in b["elements"]]
    assert ids == [
        reminders.UPDATE,
        reminders.SAME_AS_LAST,
        reminders.NOT_MINE,
        reminders.AWAY_UNTIL,
    ]


def test_who_may_not_update_gets_no_button_to_update() -> None:
    reader = Reminder("Anne", Q2, date(2018, 10, 10), A_REMINDER.entries, may_report=False)
    assert reminders.UPDATE not in str(drawn(reader)[1])


def test_a_long_summary_keeps_its_marking_and_says_that_there_is_more() -> None:
    text, blocks = drawn(HUGE.head)
    assert blocks[0]["elements"][0]["text"].startswith("Marking: OFFICIAL")
    assert "more" in str(blocks)
    assert text.startswith("Quarterly summary, Q1 2018-19")


def test_late_is_said_in_a_line_of_its_own() -> None:
    late = "Late: due 1 July 09:00."
    text, blocks = notices.render_late("Message", encode(Message("Hello")), Labels(), late)
    assert text == f"{late}\nHello"
    assert blocks[-1] == kit.context(late)
