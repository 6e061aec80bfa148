"""A quarter is agreed before it is posted, and corrected after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.core.access import HOME, Caller, Role
from bot.core.errors import Refused
from bot.core.quarters import Quarter
from bot.sandbox.person import Person
from bot.services import sign_off
from tests.partnership import CHANNEL, Partnership

pytestmark = pytest.mark.slow

ALL_STEPS = "draft attest approve"
Q1 = Quarter(2018, 1)
CLOSES, POSTS = date(2018, 7, 10), date(2018, 7, 13)
Opened = Callable[..., Partnership]


@pytest.fixture
def opened(any_url: str, tmp_path: Path) -> Iterator[Opened]:
    """A partnership that agrees its summaries, on each of the two kinds of database."""
    made: list[Partnership] = []

    def make(steps: str = ALL_STEPS, **chosen: Any) -> Partnership:
        made.append(Partnership(any_url, date(2018, 5, 14), tmp_path, sign_off=steps, **chosen))
        return made[-1]

    yield make
    for partnership in made:
        partnership.close()


def letter(person: Person, words: str) -> dict[str, Any]:
    """The latest direct message to somebody that holds `words`."""
    messages = person.sees(f"D{person.id[1:]}")
    return next(m for m in reversed(messages) if words in m["text"])


def presses(person: Person, label: str, words: str) -> None:
    person.clicks(label, message=letter(person, words), channel=f"D{person.id[1:]}")


def heads(csp: Partnership) -> list[dict[str, Any]]:
    """Summaries in the channel, roots only."""
    seen = csp.workspace.visible(csp.workspace.channel(CHANNEL), "U0SAM")
    roots = [m for m in seen if "thread_ts" not in m]
    return [m for m in roots if "Quarterly summary, Q" in m["text"]]


def test_draft_attest_approve_then_it_posts_at_its_time(opened: Opened) -> None:
    csp = opened()
    kelly, helen = csp.person("U0KELLY"), csp.person("U0HELEN")
    helen.types("/csp update ASB3 red Lamp posts are not ours | no licence | we ask the county")
    helen.types("/csp update ASB4 green Two are done")
    csp.move_to(CLOSES, 9)
    assert heads(csp) == []
    draft = letter(kelly, "this is the draft")["text"]
    assert "not reported" in draft
    assert "Lines not confirmed yet" in draft
    assert " ALL," not in draft  # who everybody is gives no word
    assert "13 July 2018 09:00" in draft

    asked = letter(helen, "Is it right?")
    (confirm,) = [b for b in asked["blocks"] if b["type"] == "actions"]
    presses(helen, confirm["elements"][0]["text"]["text"], "Is it right?")
    assert "are confirmed" in helen.letters()[-1]
    kelly.types('/csp attest "Kent Police" by e-mail, 9 July')
    assert "Kent Police" in kelly.last()
    presses(kelly, "Approve", "this is the draft")
    assert "13 July 2018 09:00" in letter(kelly, "Approved")["text"]
    csp.move_to(date(2018, 7, 12), 9)
    assert heads(csp) == []
    csp.move_to(POSTS, 9)
    (head,) = heads(csp)
    assert "Lines confirmed by 2 of" in head["text"]
    assert "Late" not in str(head["blocks"])
    csp.live_until(date(2018, 7, 20))
    assert len(heads(csp)) == 1


def test_a_comment_stands_on_top_and_nothing_personal_in_it(opened: Opened) -> None:
    csp = opened()
    kelly = csp.person("U0KELLY")
    csp.move_to(CLOSES, 9)
    presses(kelly, "Comment", "this is the draft")
    kelly.fills(opening="Call the family on 07700 900123.")
    kelly.submits()
    assert "telephone" in kelly.reads() or "phone" in kelly.reads()
    kelly.fills(opening="A slow start, since two contracts came late.")
    kelly.submits()
    assert "stand in the draft" in kelly.reads()
    presses(kelly, "Approve", "this is the draft")
    csp.move_to(POSTS, 9)
    (head,) = heads(csp)
    assert "A slow start" in head["text"]
    assert "A slow start" in str(head["blocks"])


def test_an_approval_after_the_time_posts_at_once_and_says_it_is_late(opened: Opened) -> None:
    csp = opened("approve")
    kelly = csp.person("U0KELLY")
    csp.live_until(date(2018, 7, 17))
    assert heads(csp) == []
    awaited = [text for text in kelly.letters() if "waits for approval" in text]
    assert len(awaited) == 1
    kelly.types("/csp log")
    log = kelly.last()
    assert "Needs somebody\n13 July 2018 09:00 · summary Q1 2018-19: waits for approval" in log
    presses(kelly, "Approve", "waits for approval")
    csp.bot.tick()
    (head,) = heads(csp)
    assert "Late: due 13 July 2018 09:00" in head["text"]
    kelly.types("/csp log")
    assert "it was approved 17 July 2018 09:00" in kelly.last()
    assert "not running" not in kelly.last()
    assert "waits for approval: " not in kelly.last()


def test_the_chair_may_approve_and_a_lead_may_not(opened: Opened) -> None:
    csp = opened("draft approve", approvers=("U0CLLR",))
    chair, helen = csp.person("U0CLLR"), csp.person("U0HELEN")
    csp.move_to(CLOSES, 9)
    helen.types("/csp summary Q1 2018-19")
    assert "Approve" not in str(helen.sees()[-1]["blocks"])
    presses(chair, "Approve", "this is the draft")
    csp.move_to(POSTS, 9)
    assert len(heads(csp)) == 1


def test_two_who_approve_and_two_processes_post_once(opened: Opened) -> None:
    csp = opened("approve")
    csp.move_to(CLOSES, 12)
    caller = Caller(HOME, "U0KELLY", Role.COORDINATOR)
    sign_off.approve(csp.bot.context, caller, Q1)
    with pytest.raises(Refused, match="already"):
        sign_off.approve(csp.bot.context, caller, Q1)
    csp.clock.move_to(csp._at(POSTS, 9))
    for _ in range(3):
        csp.bot.tick()
    assert len(heads(csp)) == 1


def test_over_a_change_of_the_clocks_an_approved_summary_posts_once_at_its_local_time(
    opened: Opened,
) -> None:
    csp = opened("approve", sign_off_days=20, summary_after_days=5)
    csp.move_to(date(2018, 10, 5), 12)
    sign_off.approve(csp.bot.context, Caller(HOME, "U0KELLY", Role.COORDINATOR), Q1.next)
    posts = csp.bot.context.timetable.posts(Q1.next)
    assert posts > date(2018, 10, 28) > date(2018, 10, 5)  # clocks go back between the two
    csp.clock.move_to(csp._at(posts, 8))
    csp.bot.tick()
    assert [m for m in heads(csp) if "Q2" in m["text"]] == []
    for _ in range(3):
        csp.clock.move_to(csp._at(posts, 9))
        csp.bot.tick()
    (head,) = [m for m in heads(csp) if "Q2" in m["text"]]
    assert "Late" not in head["text"]


def test_a_partnership_that_wants_none_of_it_posts_by_itself(opened: Opened) -> None:
    csp = opened("")
    csp.move_to(CLOSES, 9)
    assert len(heads(csp)) == 1
    assert not any("draft" in text for text in csp.person("U0KELLY").letters())


def test_what_comes_late_or_is_corrected_is_shown_and_issued_again(opened: Opened) -> None:
    csp = opened("")
    kelly, grace = csp.person("U0KELLY"), csp.person("U0GRACE")
    grace.types("/csp update DA1")
    grace.fills(status="on_track", note="New clients", **{"reading:DA1/1": "38"})
    assert grace.submits() == {}
    csp.move_to(CLOSES, 9)
    kelly.types("/csp correct Q1")
    assert "Nothing has changed" in kelly.last()
    grace.types("/csp update DA1")
    assert "stands beside the next summary" in grace.reads()
    right = {"status": "on_track", "note": "New clients", "quarter": Q1.label}
    grace.fills(**right, **{"reading:DA1/1": "31"})
    assert grace.submits() == {}
    grace.types("/csp update DA6")
    grace.fills(status="on_track", note="Sessions booked", quarter=Q1.label)
    assert grace.submits() == {}
    assert "Q1 2018-19 is closed: this stands beside the next summary." in grace.reads()
    assert "to go" not in grace.reads()

    kelly.types("/csp correct Q1")
    assert "DA1 (New clients supported) corrected after close: 31, was 38" in kelly.last()
    assert "DA6 received after close" in kelly.last()
    kelly.clicks("Issue it again")
    csp.bot.tick()
    csp.bot.tick()
    first, again = heads(csp)
    assert "issue 2, corrected" in again["text"]
    assert "DA1 (New clients supported) corrected after close: 31, was 38" in again["text"]
    assert "replaces the summary posted on 10 July 2018" in again["text"]
    assert first["ts"].replace(".", "") in str(again["blocks"])
    thread = csp.workspace.channel(CHANNEL).messages
    (back,) = [m for m in thread if "issued again" in m["text"]]
    assert back["thread_ts"] == first["ts"]
    assert again["ts"].replace(".", "") in back["text"]

    kelly.types("/csp what was DA1 in Q1")
    assert "DA1 (New clients supported) corrected after close: 31, was 38" in kelly.last()
    kelly.types("/csp DA3")
    assert "after close" not in kelly.last()
    csp.move_to(date(2018, 10, 10), 9)
    kelly.types("/csp annual")
    assert "Annual report, 2018-19" in kelly.last()
    assert "DRAFT" in kelly.last()
    assert "Q1 2018-19: 2 reported" in kelly.last()
    assert "No update received, no plan follows yet, 51 actions: ASB1, ASB2" in kelly.last()
    second = heads(csp)[-1]
    below = [m["text"] for m in thread if m.get("thread_ts") == second["ts"]]
    (glance,) = [text for text in below if "Q1 2018-19, after it was closed" in text]
    assert "31, was 38" in glance
