"""The store keeps what it is given, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.core.access import Role
from bot.core.codec import encode
from bot.core.errors import NotFound, Refused
from bot.core.members import Member
from bot.core.plan import OFFICIAL_SENSITIVE, UpdateKind
from bot.core.status import Status
from bot.store import migrate, tables
from bot.store.store import Store
from tests.factories import Q1, TEAM, a_plan, a_reading, an_action, an_update, at

NOW = at("2018-05-10")
TODAY = NOW.date()
NEXT_YEAR = {"starts": date(2019, 4, 1), "ends": date(2020, 3, 31)}


def _with_plan(store: Store) -> Store:
    with store.writing(TEAM) as records:
        records.plans.save(a_plan(), NOW)
    return store


def test_a_plan_comes_back_as_it_was_saved(any_store: Store) -> None:
    plan = a_plan(an_action(timescale_raw="By end\nSept", partners_raw="Moat; KP"))
    with any_store.writing(TEAM) as records:
        records.plans.save(plan, NOW)
    with any_store.reading(TEAM) as records:
        assert records.plans.plan(TODAY) == plan


def test_without_a_plan_the_refusal_says_what_to_do(any_store: Store) -> None:
    with any_store.reading(TEAM) as records, pytest.raises(NotFound) as refusal:
        records.plans.progress(TODAY)
    assert "import" in refusal.value.next_step


def test_an_update_comes_back_with_every_field(any_store: Store) -> None:
    entry = an_update(
        status=Status.OFF_TRACK,
        note="Zwei Kameras – £4,200 ✅",
        reason="Broken",
        corrective_action="Mend it",
        new_due=date(2018, 10, 31),
        readings=(a_reading(4.5),),
        evidence="https://example.org/p1",
    )
    with _with_plan(any_store).writing(TEAM) as records:
        records.plans.add_update(entry)
    with any_store.reading(TEAM) as records:
        standing = records.plans.progress(TODAY).standing("asb 3")
        assert standing.updates == (entry,)
        assert records.plans.update(entry.id) == entry
        assert standing.due == date(2018, 10, 31)


def test_one_workspace_never_sees_another(any_store: Store) -> None:
    with _with_plan(any_store).writing(TEAM) as records:
        records.plans.add_update(an_update(id="only-here"))
        records.members.save(Member("U1", Role.LEAD, ("SDC",)))
        records.settings.choose_channel("C1")
        records.outbox.put("k", channel="C1", kind="x", payload="{}", due_at=NOW)
    with any_store.reading("T0OTHER") as records:
        with pytest.raises(NotFound):
            records.plans.plan(TODAY)
        with pytest.raises(NotFound):
            records.plans.update("only-here")
        assert records.members.all() == ()
        assert records.settings.channel("") == ""
        assert records.outbox.get("k") is None


def test_progress_is_read_anew_after_every_change_and_only_then(any_store: Store) -> None:
    with _with_plan(any_store).reading(TEAM) as records:
        before = records.plans.progress(TODAY)
        assert records.plans.progress(TODAY) is before
    with any_store.writing(TEAM) as records:
        records.plans.add_update(an_update())
    with any_store.reading(TEAM) as records:
        assert records.plans.progress(TODAY) is not before
        assert records.plans.progress(TODAY).standing("ASB3").status is Status.ON_TRACK


def test_what_was_undone_is_not_remembered(any_store: Store) -> None:
    def undone() -> None:
        with any_store.writing(TEAM) as records:
            records.plans.add_update(an_update(note="never committed"))
            assert records.plans.progress(TODAY).standing("ASB3").latest is not None
            raise RuntimeError

    _with_plan(any_store)
    with pytest.raises(RuntimeError):
        undone()
    with any_store.writing(TEAM) as records:
        records.plans.add_update(an_update("DA1", agency="DAVSS"))
    with any_store.reading(TEAM) as records:
        assert records.plans.progress(TODAY).standing("ASB3").latest is None


def test_a_withdrawal_takes_an_update_out_of_effect_and_both_stay(any_store: Store) -> None:
    first = an_update()
    back = an_update(
        at=NOW + timedelta(minutes=1),
        status=None,
        kind=UpdateKind.WITHDRAWAL,
        corrects=first.id,
        note="",
    )
    with _with_plan(any_store).writing(TEAM) as records:
        records.plans.add_updates([first, back])
    with any_store.reading(TEAM) as records:
        assert records.plans.progress(TODAY).standing("ASB3").latest is None
        assert records.plans.record() == (first, back)


def test_marking_an_action_sensitive_keeps_the_rest_of_the_plan(any_store: Store) -> None:
    with _with_plan(any_store).writing(TEAM) as records:
        records.plans.mark(records.plans.plan(TODAY), "asb-3", OFFICIAL_SENSITIVE, NOW)
        records.plans.mark(records.plans.plan(TODAY), "DA", OFFICIAL_SENSITIVE, NOW)
    with any_store.reading(TEAM) as records:
        plan = records.plans.plan(TODAY)
    assert plan.action("ASB3").marking == plan.priority("DA").marking == OFFICIAL_SENSITIVE
    assert plan.action("DA1").marking == ""


def test_a_member_is_known_by_user_id_and_a_team_once_told_stays(any_store: Store) -> None:
    with any_store.writing(TEAM) as records:
        records.members.save(
            Member("U1", Role.LEAD, ("KP", "SDC"), "Ann", away_until=date(2018, 5, 1))
        )
        records.members.save(Member("U3", Role.OBSERVER, name="Bob", team="T0FOREIGN"))
        records.members.save(Member("U3", Role.LEAD, ("KP",), name="Bob"))
        records.members.save(Member("U2", Role.LEAD, ("SDC",), "Cy", confirmed=False))
    with any_store.reading(TEAM) as records:
        ann, bob = records.members.get("U1"), records.members.get("U3")
        assert ann is not None
        assert bob is not None
        assert (ann.name, ann.agencies, ann.away_until) == ("Ann", ("KP", "SDC"), date(2018, 5, 1))
        assert (bob.role, bob.team) == (Role.LEAD, "T0FOREIGN")
        assert len(records.members.all()) == 3


def test_each_delivery_is_taken_once(any_store: Store) -> None:
    with any_store.writing(TEAM) as records:
        assert records.receipts.first("event:Ev1", NOW)
        records.receipts.remember("event:Ev1", "Saved")
    with any_store.writing(TEAM) as records:
        assert not records.receipts.first("event:Ev1", NOW)
        assert records.receipts.answer("event:Ev1") == "Saved"
        assert records.receipts.prune(NOW + timedelta(seconds=1)) == 1
        assert records.receipts.first("event:Ev1", NOW)


def test_a_draft_is_kept_replaced_and_dropped(any_store: Store) -> None:
    with any_store.writing(TEAM) as records:
        records.drafts.keep("U1", "ASB3", "one", NOW)
        records.drafts.keep("U1", "ASB3", "two", NOW)
        assert records.drafts.find("U1", "ASB3") == "two"
        records.drafts.drop("U1", "ASB3")
        assert records.drafts.find("U1", "ASB3") is None


def test_naive_datetimes_are_refused(store: Store) -> None:
    with (
        pytest.raises(Exception, match="aware"),
        store.writing(TEAM) as records,
    ):
        records.receipts.first("k", NOW.replace(tzinfo=None))


def test_many_writers_lose_nothing(any_store: Store) -> None:
    _with_plan(any_store)

    def write(number: int) -> None:
        with any_store.writing(TEAM) as records:
            records.plans.progress(TODAY)
            records.plans.add_update(an_update(id=f"w{number}"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    with any_store.reading(TEAM) as records:
        assert len(records.plans.progress(TODAY).standing("ASB3").updates) == 40
        assert records.version == 41


def test_processes_that_start_together_migrate_once(bare_url: str) -> None:
    gate = threading.Barrier(4)

    def start(_: int) -> None:
        gate.wait()
        Store(bare_url).close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(start, range(4)))
    opened = _with_plan(Store(bare_url))
    opened.close()


def test_the_schema_the_code_needs_is_the_newest_revision() -> None:
    versions = Path(migrate.__file__).parent / "migrations" / "versions"
    newest = max(path.name for path in versions.glob("v*.py"))
    assert newest.startswith(f"v{migrate.HEAD}_")


def test_the_migrations_make_the_tables_the_code_describes(any_store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with any_store.reading(TEAM) as records:
        context = MigrationContext.configure(records.connection)
        assert compare_metadata(context, tables.metadata) == []


def test_a_backup_is_a_working_copy_and_never_overwrites(store: Store, tmp_path: Path) -> None:
    _with_plan(store)
    copy = tmp_path / "copy.sqlite3"
    store.backup(copy)
    opened = Store(f"sqlite:///{copy}")
    with opened.reading(TEAM) as records:
        assert records.plans.plan(TODAY) == a_plan()
    opened.close()
    with pytest.raises(Refused, match="there already"):
        store.backup(copy)
    assert copy.stat().st_mode & 0o077 == 0


def test_only_the_owner_can_read_the_data_folder_and_what_is_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    made = Store(f"sqlite:///{folder / 'partnership.sqlite3'}")
    with made.writing(TEAM) as records:
        records.settings.choose_channel("C1")  # the journal beside the file exists by now
        modes = {path.name: path.stat().st_mode & 0o077 for path in (folder, *folder.iterdir())}
    made.close()
    assert len(modes) > 2
    assert set(modes.values()) == {0}


def test_a_summary_is_frozen_once(any_store: Store) -> None:
    with any_store.writing(TEAM) as records:
        assert records.summaries.save(Q1, "2018-19", "first", NOW)
        assert not records.summaries.save(Q1, "2018-19", "second", NOW)
        assert records.summaries.get(Q1) == "first"


def test_a_database_from_before_plans_had_dates_keeps_working(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alembic import command

    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda config, _head: upgrade(config, "0004"))
    url = f"sqlite:///{tmp_path / 'old.sqlite3'}"
    Store(url).close()
    monkeypatch.undo()
    next_year = a_plan(an_action("DA1"), year="2019-20", **NEXT_YEAR)
    raw = sqlite3.connect(tmp_path / "old.sqlite3")
    for plan in (a_plan(), next_year):
        values = (TEAM, plan.year, encode(plan), str(NOW))
        raw.execute(
            "INSERT INTO plans (workspace, year, document, saved_at) VALUES (?, ?, ?, ?)", values
        )
    # As it was then: an update for Q4 under the plan loaded last.
    raw.execute(
        "INSERT INTO updates (workspace, id, plan_year, ref, at, quarter_year, quarter_number, "
        "status, kind) VALUES (?, 'u1', '2019-20', 'DA1', ?, 2018, 4, 'on_track', 'report')",
        (TEAM, str(NOW)),
    )
    raw.execute(
        "INSERT INTO settings (workspace, name, value) VALUES (?, 'not mine U1', 'DA1')", (TEAM,)
    )
    raw.commit()
    raw.close()
    opened = Store(url)
    with opened.reading(TEAM) as records:
        assert records.plans.plan(TODAY) == a_plan()
        assert [update.id for update in records.plans.record("2018-19")] == ["u1"]
        assert records.settings.not_theirs("U1", "2019-20") == ("DA1",)
    with pytest.raises(Exception, match="append-only"), opened.writing(TEAM) as records:
        records.connection.execute(tables.updates.update().values(ref="XX"))
    opened.close()
