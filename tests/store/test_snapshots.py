"""What is kept by version: an unchanged workspace costs one small query, and nothing is stale."""

from __future__ import annotations

from contextlib import suppress

import pytest

from bot.core.access import Role
from bot.core.members import Member
from bot.store import snapshots
from bot.store.store import Records, Store
from tests.factories import TEAM, a_plan, an_update, at
from tests.statements import asked

NOW = at("2018-05-10")


def _load(store: Store) -> None:
    with store.writing(TEAM) as records:
        records.plans.save(a_plan(), NOW)
        records.members.save(Member("U1", Role.LEAD, ("KP",)))
        records.settings.choose_channel("C1")
        records.taught_words.teach("cop", "KP", "U1", NOW)


def _read(records: Records) -> tuple[object, ...]:
    return (
        records.plans.progress(NOW.date()),
        records.members.get("U1"),
        records.settings.channel(""),
        records.taught_words.all(),
    )


def test_a_workspace_that_did_not_change_costs_one_statement(any_store: Store) -> None:
    _load(any_store)
    with any_store.reading(TEAM) as records:
        first = _read(records)
    with asked(any_store) as seen, any_store.reading(TEAM) as records:
        again = _read(records)
    assert (seen.transactions, len(seen.statements)) == (1, 1)
    assert all(one is other for one, other in zip(first[:2], again[:2], strict=True))


def test_at_a_version_seen_in_the_same_request_nothing_is_asked(any_store: Store) -> None:
    _load(any_store)
    with any_store.reading(TEAM) as records:
        first, version = _read(records), records.version
    with asked(any_store) as seen, any_store.reading(TEAM, version) as records:
        assert _read(records) == first
    assert (seen.transactions, seen.statements) == (0, [])


def test_what_is_not_kept_at_the_version_seen_is_read_as_it_is_now(any_store: Store) -> None:
    _load(any_store)
    with any_store.reading(TEAM) as records:
        version = records.version
    with any_store.reading(TEAM, version) as records:
        with any_store.writing(TEAM) as others:
            others.settings.choose_channel("C2")
        assert records.settings.channel("") == "C2"
    with any_store.reading(TEAM, version) as records:
        assert records.settings.channel("") == "C2"


def test_what_was_undone_is_kept_nowhere(any_store: Store) -> None:
    _load(any_store)
    with suppress(ZeroDivisionError), any_store.writing(TEAM) as records:
        records.plans.save(a_plan(title="Undone"), NOW)
        assert records.plans.plan(NOW.date()).title == "Undone"
        raise ZeroDivisionError
    with any_store.writing(TEAM) as records:
        records.plans.save(a_plan(title="Kept"), NOW)
    with any_store.reading(TEAM) as records:
        assert records.plans.plan(NOW.date()).title == "Kept"


def test_a_writer_does_not_read_the_plan_again(any_store: Store) -> None:
    _load(any_store)
    with any_store.reading(TEAM) as records:
        plan = records.plans.plan(NOW.date())
    with asked(any_store) as seen, any_store.writing(TEAM) as records:
        assert records.plans.plan(NOW.date()) is plan
        records.plans.add_update(an_update(id="u1"))
        assert records.plans.progress(NOW.date()).standing("ASB3").latest == an_update(id="u1")
        assert records.plans.plan(NOW.date()) is plan
    assert not [statement for statement in seen.statements if "document" in statement]


def test_what_another_process_wrote_is_seen(any_url: str) -> None:
    ours, theirs = Store(any_url), Store(any_url)
    _load(ours)
    with theirs.reading(TEAM) as records:
        assert records.plans.progress(NOW.date()).standing("ASB3").latest is None
    with ours.writing(TEAM) as records:
        records.plans.add_update(an_update(id="u1"))
    with theirs.reading(TEAM) as records:
        assert records.plans.progress(NOW.date()).standing("ASB3").latest == an_update(id="u1")
    ours.close()
    theirs.close()


def test_what_is_kept_is_bounded(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "MOST_WORKSPACES", 3)
    monkeypatch.setattr(snapshots, "MOST_THINGS", 2)
    for name in "abcde":
        with store.writing(name) as records:
            records.settings.choose_channel(name)
    for name in "abcde":
        with store.reading(name) as records:
            assert records.settings.channel("") == name
            for number in range(5):
                assert records.keep(number, lambda number=number: number) == number  # type: ignore[misc]
    assert len(store._snapshots._snapshots) == 3
    assert all(len(kept.things._things) == 2 for kept in store._snapshots._snapshots.values())
