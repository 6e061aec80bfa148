"""Every notice as a message: valid, within limits, complete in its text, inert."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.blocks import agency_form, kit, messages, notices, reminders
from bot.blocks.messages import Drawn
from bot.core.codec import encode
from bot.core.progress import Progress
from bot.core.status import Labels, Status
from bot.messages.notices import Message, PostHeld, StatusChanged
from bot.quarterly.facts import Summary
from bot.quarterly.missing import Missing, MissingList, Reach
from bot.quarterly.reminders import Reminder, ToReport
from bot.quarterly.sign_off import LinesToConfirm
from bot.quarterly.summary import summarise
from bot.quarterly.thread import posts
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
    EVIL,
    Q1,
    date(2018, 7, 10),
    (ToReport("ASB3", EVIL, Status.AT_RISK, Q1, True),),
    more=3,
    reported=2,
    agency=EVIL,
)
FIRST, SECOND, LAST = (
    replace(A_REMINDER, day=day, working_days=left)
    for day, left in ((date(2018, 6, 20), 14), (date(2018, 7, 3), 5), (date(2018, 7, 9), 1))
)
A_LIST = MissingList(
    Q1,
    date(2018, 7, 10),
    tuple(Missing(EVIL, ("ASB1", "ASB2"), reach, EVIL, "KP") for reach in Reach),
    people=2,
    reported=3,
    actions=9,
)
SMALL, HUGE = a_summary(2, EVIL), a_summary(60, "&" * 700)
EVERYTHING = [
    A_CHANGE,
    A_REMINDER,
    FIRST,
    SECOND,
    LAST,
    replace(LAST, entries=(), more=0),
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


def _ids(blocks: list[kit.Block]) -> list[str]:
    return [e["action_id"] for b in blocks if b["type"] == "actions" for e in b["elements"]]


def test_a_reminder_has_one_way_to_report_it_all() -> None:
    assert _ids(drawn(A_REMINDER)[1]) == [
        agency_form.OPEN,
        agency_form.REPEAT,
        reminders.SOMEONE_ELSE,
        messages.AWAY_UNTIL,
    ]
    entry = replace(A_REMINDER.entries[0], repeatable=False)
    alone = replace(A_REMINDER, entries=(entry,), more=0, year="2018-19")
    assert _ids(drawn(alone)[1])[0].startswith(messages.OPEN_FORM)
    assert agency_form.REPEAT not in _ids(drawn(alone)[1])
    assert _ids(drawn(replace(A_REMINDER, entries=(), more=0))[1]) == []


def test_each_reminder_of_a_quarter_says_what_matters_on_its_day() -> None:
    first, second, last = (drawn(notice)[0] for notice in (FIRST, SECOND, LAST))
    assert "on 10 July 2018, in 14 working days" in first
    assert "5 working days are left" in second
    assert "2 of 6 actions reported, 4 to go" in second
    assert "close tomorrow, 10 July 2018" in last
    assert "the summary will say “No update received” of" in last
    over_weekend = replace(LAST, day=date(2018, 7, 6), closes=date(2018, 7, 9))
    assert "close on Monday 9 July 2018" in drawn(over_weekend)[0]


def test_who_may_not_update_gets_no_button_to_update() -> None:
    reader = Reminder("Anne", Q2, date(2018, 10, 10), A_REMINDER.entries, may_report=False)
    assert _ids(drawn(reader)[1]) == [messages.AWAY_UNTIL]


def test_a_long_summary_keeps_its_marking_and_says_that_there_is_more() -> None:
    text, blocks = drawn(HUGE.head)
    assert blocks[0]["elements"][0]["text"].startswith("Marking: OFFICIAL")
    assert "more" in str(blocks)
    assert text.startswith("Quarterly summary, Q1 2018-19")


@pytest.mark.parametrize("actions", [3, 40, 150])
def test_the_text_of_every_post_of_a_summary_holds_what_its_blocks_hold(actions: int) -> None:
    words = "The works went on & the partners met <twice> at the sites that were agreed. "
    summary = a_summary(actions, words * 8)
    summary = replace(summary, head=replace(summary.head, comment=words * 7))
    for post in posts(summary):
        text, blocks = drawn(post)
        assert len(text) < kit.MAX_TEXT
        assert not text.endswith("…")
        for shown in (line for part in strings(blocks) for line in part.splitlines()):
            line = shown.strip(" •*")
            assert line.replace("*", "") in text.replace("*", ""), shown


@pytest.mark.parametrize("lines", [1, 8, 40])
def test_an_agency_is_shown_every_line_that_it_gives_its_word_for(lines: int) -> None:
    summary = a_summary(lines, "The works went on & the partners met at the sites. " * 12)
    entries = tuple(entry for detail in summary.details for entry in detail.entries)
    notice = LinesToConfirm(Q1, "SDC", "District Council", entries, "13 July 09:00")
    text, blocks = drawn(notice)
    shown = "\n".join(strings(blocks))
    assert len(text) < kit.MAX_TEXT - 1
    for entry in entries:
        assert f"{entry.ref}: " in text
        assert f"{entry.ref}: " in shown
    assert "The works went on" in text


def test_late_is_said_in_a_line_of_its_own() -> None:
    late = "Late: due 1 July 09:00."
    text, blocks = notices.render_late("Message", encode(Message("Hello")), Labels(), late)
    assert text == f"{late}\nHello"
    assert blocks[-1] == kit.context(late)
