"""Many partnerships at nine o'clock: heads first, all on time, Slack's limit kept, none twice."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bench.simulated import Clock, SimulatedHands, Workspaces
from bot.core.outgoing import PostState
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.services.context import Context
from bot.services.delivery import Delivering
from bot.services.hands import Threads
from bot.store.store import Store

pytestmark = pytest.mark.slow

NINE = datetime(2018, 7, 10, 8, tzinfo=UTC)
PARTS = 4


def _put(store: Store, partnerships: int) -> None:
    for number in range(partnerships):
        with store.writing(f"T{number:03d}") as records:
            for part in range(1, PARTS + 1):
                records.outbox.put(
                    f"s:{part}",
                    channel="C1",
                    kind="Message",
                    payload='{"text":"Hello"}',
                    due_at=NINE,
                    group="s",
                    part=part,
                    n_parts=PARTS,
                )


def _flood(store: Store, workspace: str, *, channels: int = 1000, kind: str = "Message") -> None:
    """A thousand messages that wait longer than the summaries, to so many channels or people."""
    with store.writing(workspace) as records:
        for number in range(1000):
            records.outbox.put(
                f"flood:{number}",
                channel=f"U{number % channels:04d}",
                kind=kind,
                payload='{"text":"Hello"}',
                due_at=NINE - timedelta(minutes=5),
            )


class Morning:
    """Some replicas of the bot on one database and one simulated clock."""

    def __init__(self, store: Store, hands: int = 8) -> None:
        self.clock = Clock(NINE)
        self.slack = Workspaces(self.clock)
        timetable = Timetable(ZoneInfo("Europe/London"))
        context = Context(store, self.clock.now, timetable, Labels())
        self.delivering = Delivering(context, self.slack, hands=SimulatedHands(self.slack, hands))

    def deliver(self) -> None:
        while self.delivering.deliver():
            pass


@pytest.mark.slow
def test_heads_of_all_partnerships_come_before_anybodys_parts(store: Store) -> None:
    _put(store, 40)
    morning = Morning(store)
    morning.deliver()
    heads = [said.seconds for said in morning.slack.messages if said.part == 1]
    parts = [said.seconds for said in morning.slack.messages if said.part > 1]
    assert len(heads) == 40
    assert max(heads) <= 1.5  # eight at once, a fifth of a second each; some parts may go between
    assert min(parts) >= 1.0
    assert max(parts) < 40 * PARTS / 8 * 0.2 + PARTS


FLOODS = {
    "another partnership's, to a thousand people": ("T999", 1000, "Message"),
    "another partnership's, in one channel": ("T999", 1, "Message"),
    "its own, of another kind": ("T000", 1000, "Reminder"),
}


@pytest.mark.slow
@pytest.mark.parametrize("hands", [1, 8])
@pytest.mark.parametrize("flood", FLOODS)
def test_a_thousand_waiting_messages_hold_up_no_summary(
    store: Store, flood: str, hands: int
) -> None:
    workspace, channels, kind = FLOODS[flood]
    _flood(store, workspace, channels=channels, kind=kind)
    _put(store, 1)
    morning = Morning(store, hands)
    morning.delivering.deliver()
    times = [said.seconds for said in morning.slack.messages if said.key.startswith("s:")]
    assert len(times) == PARTS
    assert times[0] < 1
    assert times[-1] < PARTS + 1


@pytest.mark.parametrize("hands", [1, 8])
def test_nor_do_a_thousand_looks(store: Store, hands: int) -> None:
    _flood(store, "T999")
    with store.writing("T999") as records:
        for row in records.outbox.recent(1000):
            records.outbox.move(row, PostState.UNCERTAIN)
    with store.writing("T000") as records:
        records.outbox.put("lost", channel="C9", kind="Message", payload="{}", due_at=NINE)
        (lost,) = records.outbox.recent()
        records.outbox.move(lost, PostState.UNCERTAIN)
    _put(store, 1)
    morning = Morning(store, hands)
    assert ("T000", "lost") in [(r.workspace, r.key) for r in store.unsettled(NINE)][:2]
    morning.delivering.deliver()
    times = [said.seconds for said in morning.slack.messages if said.key.startswith("s:")]
    assert len(times) == PARTS
    assert times[-1] < 2 * PARTS  # a single hand makes a look between two parts


def test_one_call_ends_so_that_the_next_tick_can_make_what_is_due(store: Store) -> None:
    _flood(store, "T999", channels=1)
    morning = Morning(store)
    morning.delivering.deliver()
    assert 60 <= morning.clock.seconds() < 62


def test_a_channel_gets_one_message_a_second_and_nobody_waits_for_it(store: Store) -> None:
    _put(store, 12)
    morning = Morning(store)
    morning.deliver()
    assert morning.slack.refused == 0
    for name in {said.workspace for said in morning.slack.messages}:
        times = [said.seconds for said in morning.slack.messages if said.workspace == name]
        assert all(later - one >= 1 for one, later in pairwise(times))
        assert times[-1] < PARTS + 1


def test_threads_post_each_row_once_and_parts_in_order(any_store: Store) -> None:
    _put(any_store, 6)
    morning = Morning(any_store)
    slack = morning.slack
    context = Context(any_store, lambda: NINE, Timetable(ZoneInfo("Europe/London")), Labels())
    Delivering(context, slack, hands=Threads(4)).deliver()
    assert Counter((said.workspace, said.key) for said in slack.messages).most_common(1)[0][1] == 1
    assert len(slack.messages) == 6 * PARTS
    for name in {said.workspace for said in slack.messages}:
        mine = [said.part for said in slack.messages if said.workspace == name]
        assert mine == list(range(1, PARTS + 1))


@pytest.mark.parametrize("replicas", [2, 4])
def test_replicas_share_the_work_and_double_nothing(any_url: str, replicas: int) -> None:
    stores = [Store(any_url) for _ in range(replicas)]
    _put(stores[0], 10)
    slack = Morning(stores[0]).slack
    timetable = Timetable(ZoneInfo("Europe/London"))
    threads = Threads(4)
    for each in stores:
        context = Context(each, lambda: NINE, timetable, Labels())
        threads.give(Delivering(context, slack, hands=Threads(3)).deliver)  # type: ignore[arg-type]
    while threads.wait():
        pass
    for each in stores:
        Delivering(Context(each, lambda: NINE, timetable, Labels()), slack).deliver()
    posted = Counter((said.workspace, said.key) for said in slack.messages)
    assert len(posted) == 10 * PARTS
    assert set(posted.values()) == {1}
    with stores[0].reading("T000") as records:
        assert {row.state for row in records.outbox.group("s")} == {PostState.SENT}
    for each in stores:
        each.close()
