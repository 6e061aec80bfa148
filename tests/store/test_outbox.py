"""The outbox: said once, in order, by one process at a time, by the database's clock."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

from bot.core.outgoing import Outgoing, PostState
from bot.store.store import Store
from tests.factories import TEAM, at

NOW = at("2018-07-10")
LEASE = timedelta(seconds=60)
RUN_OUT = timedelta(seconds=-1)


def _put(store: Store, key: str, **changes: object) -> None:
    values = {"channel": "C1", "kind": "message", "payload": "{}", "due_at": NOW} | changes
    with store.writing(TEAM) as records:
        records.outbox.put(key, **values)  # type: ignore[arg-type]


def _row(store: Store, key: str) -> Outgoing:
    with store.reading(TEAM) as records:
        row = records.outbox.get(key)
    assert row is not None
    return row


def _sent(store: Store, row: Outgoing) -> bool:
    with store.writing(TEAM) as records:
        return records.outbox.move(row, PostState.SENT, ts="1.1", sent_at=NOW)


def test_a_key_is_put_once(any_store: Store) -> None:
    with any_store.writing(TEAM) as records:
        assert records.outbox.put("k", channel="C", kind="m", payload="a", due_at=NOW)
        assert not records.outbox.put("k", channel="C", kind="m", payload="b", due_at=NOW)
    assert _row(any_store, "k").payload == "a"


def test_a_claimed_row_is_leased_and_not_claimed_again(any_store: Store) -> None:
    _put(any_store, "k")
    (row,) = any_store.claim(LEASE, NOW)
    assert (row.key, row.state, row.attempts) == ("k", PostState.SENDING, 1)
    assert any_store.claim(LEASE, NOW) == ()
    assert _row(any_store, "k").lease_until is not None


def test_a_lease_that_ran_out_makes_the_row_uncertain_not_pending(any_store: Store) -> None:
    _put(any_store, "k")
    any_store.claim(RUN_OUT, NOW)
    assert any_store.claim(LEASE, NOW) == ()
    (row,) = any_store.unsettled(NOW)
    assert row.state is PostState.UNCERTAIN


def test_nothing_is_claimed_before_its_time(any_store: Store) -> None:
    _put(any_store, "later", due_at=NOW + timedelta(hours=1), channel="C2")
    _put(any_store, "told-to-wait")
    with any_store.writing(TEAM) as records:
        row = records.outbox.get("told-to-wait")
        assert row is not None
        records.outbox.move(row, PostState.PENDING, not_before=NOW + timedelta(minutes=1))
    assert any_store.claim(LEASE, NOW) == ()
    assert [r.key for r in any_store.claim(LEASE, NOW + timedelta(hours=1), limit=5)] == [
        "told-to-wait",
        "later",
    ]


def test_parts_go_out_in_order(any_store: Store) -> None:
    for part in (1, 2, 3):
        _put(any_store, f"s:{part}", part=part, n_parts=3, group="s")
    (first,) = any_store.claim(LEASE, NOW, limit=9)
    assert first.part == 1
    assert any_store.claim(LEASE, NOW, limit=9) == ()
    assert _sent(any_store, first)
    (second,) = any_store.claim(LEASE, NOW, limit=9)
    assert second.part == 2


def test_a_mover_that_lost_its_row_changes_nothing(any_store: Store) -> None:
    _put(any_store, "k")
    (row,) = any_store.claim(LEASE, NOW)
    assert _sent(any_store, row)
    with any_store.writing(TEAM) as records:
        assert not records.outbox.move(row, PostState.HELD, last_error="too late")
    assert _row(any_store, "k").state is PostState.SENT


def test_a_paused_workspace_posts_nothing_until_it_is_resumed(any_store: Store) -> None:
    _put(any_store, "k")
    any_store.pause(TEAM, "the token was revoked", NOW)
    assert any_store.claim(LEASE, NOW) == ()
    any_store.pause(TEAM, "", NOW)
    assert len(any_store.claim(LEASE, NOW)) == 1


def test_a_row_that_became_pointless_is_closed_with_its_reason(any_store: Store) -> None:
    _put(any_store, "k")
    with any_store.writing(TEAM) as records:
        assert records.outbox.skip("k", "the quarter is closed")
        assert not records.outbox.skip("k", "again")
    assert _row(any_store, "k").last_error == "the quarter is closed"
    assert any_store.claim(LEASE, NOW) == ()


def test_many_processes_share_the_rows_and_take_each_once(any_store: Store) -> None:
    for number in range(30):
        _put(any_store, f"k{number}")
    gate = threading.Barrier(6)

    def work(_: int) -> list[str]:
        gate.wait()
        taken: list[str] = []
        while rows := any_store.claim(LEASE, NOW):
            taken += [row.key for row in rows]
        return taken

    with ThreadPoolExecutor(6) as pool:
        taken = [key for keys in pool.map(work, range(6)) for key in keys]
    assert sorted(taken) == sorted({f"k{number}" for number in range(30)})


def test_an_occurrence_is_made_once(any_store: Store) -> None:
    day = date(2018, 7, 10)
    with any_store.writing(TEAM) as records:
        assert records.occurrences.make("summary", "Q1 2018-19", day, due_at=NOW)
        assert not records.occurrences.make("summary", "Q1 2018-19", day, due_at=NOW)
        found = records.occurrences.find("summary", "Q1 2018-19")
        assert found is not None
        assert found.local_date == day


def test_one_row_of_a_channel_is_claimed_at_a_time_and_none_of_a_busy_one(any_store: Store) -> None:
    for key, channel in (("a", "C1"), ("b", "C1"), ("c", "C2"), ("d", "C3")):
        _put(any_store, key, channel=channel)
    rows = any_store.claim(LEASE, NOW, limit=9, busy={(TEAM, "C2")})
    assert [row.key for row in rows] == ["a", "d"]
