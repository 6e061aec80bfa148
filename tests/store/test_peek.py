"""The version asked outside a transaction: never older than the request it is asked for."""

from __future__ import annotations

from time import monotonic

import pytest
from sqlalchemy import Engine

from bot.core.access import Role
from bot.core.members import Member
from bot.services import members
from bot.store.peek import NOT_KNOWN
from bot.store.store import Store
from tests.factories import TEAM
from tests.statements import asked


def _grow(store: Store) -> None:
    with store.writing(TEAM) as records:
        records.settings.choose_channel("C1")


def test_the_version_is_the_one_that_is_committed(any_store: Store) -> None:
    assert any_store.versions.now(TEAM) == 0
    _grow(any_store)
    with any_store.reading(TEAM) as records:
        assert any_store.versions.now(TEAM) == records.version
    with any_store.writing(TEAM) as records:
        before = records.version
        records.settings.choose_channel("C2")
        if any_store._engine.dialect.name == "sqlite":
            assert any_store.versions.now(TEAM) == before
    assert any_store.versions.now(TEAM) == before + 1


def test_one_question_serves_all_who_came_before_it(store: Store) -> None:
    came = monotonic()
    with asked(store) as seen:
        versions = {store.versions.now(TEAM, came) for _ in range(5)}
    assert (versions, len(seen.statements)) == ({0}, 1)


def test_whoever_came_later_is_told_of_what_was_committed_meanwhile(store: Store) -> None:
    store.versions.now(TEAM)
    _grow(store)
    assert store.versions.now(TEAM, monotonic()) == 1
    assert store.versions.now("T0OTHER", monotonic()) == 0


def test_who_was_promoted_is_so_from_the_next_request_on(store: Store) -> None:
    with store.writing(TEAM) as records:
        records.members.save(Member("U1", Role.LEAD, ("KP",)))
    assert members.identify(store, TEAM, "U1", came=monotonic()).role is Role.LEAD
    with store.writing(TEAM) as records:
        records.members.save(Member("U1", Role.COORDINATOR))
    assert members.identify(store, TEAM, "U1", came=monotonic()).role is Role.COORDINATOR


def test_what_cannot_be_asked_is_no_version(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_engine: Engine) -> None:
        raise OSError

    monkeypatch.setattr(Engine, "raw_connection", refused)
    assert store.versions.now(TEAM) == NOT_KNOWN
