"""An approval that breaks off at any step, or is given twice at once, posts the summary once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.core.access import HOME, Caller, Role
from bot.core.errors import Refused
from bot.core.quarters import Quarter
from bot.core.sign_off import POSTS_BY_ITSELF
from bot.services import reissues, sign_off, summaries
from bot.services.context import Context
from bot.store.store import Store
from tests.partnership import Partnership

pytestmark = pytest.mark.slow

Q1 = Quarter(2018, 1)
CLOSES, POSTS, LATE = date(2018, 7, 10), date(2018, 7, 13), date(2018, 7, 17)
KELLY = Caller(HOME, "U0KELLY", Role.COORDINATOR)
STEPS = [(summaries, "made"), (summaries, "_mark"), (summaries, "put"), (sign_off, "close")]


class Killed(BaseException):
    """The process is gone: nothing that catches errors catches this."""


def kill_after(broken: pytest.MonkeyPatch, room: Any, step: str) -> None:
    """The process is gone as soon as that step is done."""
    real = getattr(room, step)

    def done_and_killed(*args: Any, **more: Any) -> None:
        real(*args, **more)
        raise Killed

    broken.setattr(room, step, done_and_killed)


@pytest.fixture
def csp(any_url: str, tmp_path: Path) -> Iterator[Partnership]:
    """A partnership that approves its summaries; the returns of Q1 have closed."""
    made = Partnership(any_url, date(2018, 5, 14), tmp_path, sign_off="approve")
    made.move_to(CLOSES, 12)
    yield made
    made.close()


def posted(csp: Partnership, day: date = POSTS) -> list[str]:
    """The summaries in the channel after the bot was twice at work on a day, past the hour."""
    csp.move_to(day, 13)
    csp.bot.tick()
    return [text for text in csp.channel() if "Quarterly summary, Q1" in text]


@pytest.mark.parametrize(("room", "step"), STEPS, ids=[step for _, step in STEPS])
def test_killed_before_the_commit_nothing_is_approved_and_it_can_be_again(
    csp: Partnership, monkeypatch: pytest.MonkeyPatch, room: Any, step: str
) -> None:
    with monkeypatch.context() as broken:
        kill_after(broken, room, step)
        with pytest.raises(Killed):
            sign_off.approve(csp.bot.context, KELLY, Q1)
    assert not summaries.preview(csp.bot.context, KELLY, Q1).frozen
    assert posted(csp) == []
    sign_off.approve(csp.bot.context, KELLY, Q1)
    assert len(posted(csp, LATE)) == 1


def by_hand(csp: Partnership) -> None:
    summaries.post_now(csp.bot.context, KELLY, Q1)


def by_itself(csp: Partnership) -> None:
    own = replace(csp.bot.context.timetable, sign_off=POSTS_BY_ITSELF)
    summaries.close_due(replace(csp.bot.context, timetable=own), HOME)


@pytest.mark.parametrize("step", ["made", "_mark", "put"])
@pytest.mark.parametrize("posts", [by_hand, by_itself])
def test_killed_while_it_posts_nothing_is_frozen_and_the_next_try_posts_once(
    csp: Partnership,
    monkeypatch: pytest.MonkeyPatch,
    posts: Callable[[Partnership], None],
    step: str,
) -> None:
    with monkeypatch.context() as broken:
        kill_after(broken, summaries, step)
        with pytest.raises(Killed):
            posts(csp)
    assert not summaries.preview(csp.bot.context, KELLY, Q1).frozen
    posts(csp)
    with pytest.raises(Refused, match="already"):
        by_hand(csp)
    assert len(posted(csp)) == 1


@pytest.mark.parametrize(
    ("room", "step"), [(reissues, "after_close"), (reissues, "_reissue"), (reissues, "put")]
)
def test_killed_while_it_is_issued_again_the_next_try_issues_it_once(
    csp: Partnership, monkeypatch: pytest.MonkeyPatch, room: Any, step: str
) -> None:
    by_hand(csp)
    assert len(posted(csp)) == 1
    csp.person("U0KELLY").types("/csp update ASB3 Q1 green It was up in June")
    with monkeypatch.context() as broken:
        kill_after(broken, room, step)
        with pytest.raises(Killed):
            reissues.reissue(csp.bot.context, KELLY, Q1)
    assert len(posted(csp)) == 1
    reissues.reissue(csp.bot.context, KELLY, Q1)
    with pytest.raises(Refused, match="Nothing has changed"):
        reissues.reissue(csp.bot.context, KELLY, Q1)
    _, again = posted(csp)
    assert "issue 2" in again


def test_killed_after_the_commit_it_is_posted_and_a_second_press_says_so(csp: Partnership) -> None:
    sign_off.approve(csp.bot.context, KELLY, Q1)
    with pytest.raises(Refused, match="already"):
        sign_off.approve(csp.bot.context, KELLY, Q1)
    assert len(posted(csp)) == 1


@pytest.mark.parametrize("day", [CLOSES, LATE], ids=["before its time", "after its time"])
def test_two_processes_that_approve_at_once_post_once(
    csp: Partnership, any_url: str, day: date
) -> None:
    csp.move_to(day, 12)
    stores = [Store(any_url), Store(any_url)]
    contexts = [replace(csp.bot.context, store=store) for store in stores]
    with ThreadPoolExecutor(2) as both:
        approved = list(both.map(_approves, contexts))
    for store in stores:
        store.close()
    assert sorted(approved) == [False, True]
    assert len(posted(csp, max(POSTS, day))) == 1


def _approves(context: Context) -> bool:
    try:
        sign_off.approve(context, KELLY, Q1)
    except Refused:
        return False
    return True
