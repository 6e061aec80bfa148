"""The record is append-only in the database itself: SQL that tries to change it, on both kinds."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from bot.core.access import Role
from bot.core.members import Member
from bot.messages.removals import REDACTED, RemovalKind
from bot.store import tables
from bot.store.store import Store
from tests.factories import Q1, TEAM, a_plan, a_reading, an_update, at

pytestmark = pytest.mark.slow

NOW = at("2018-05-10")
LEFT = "former lead for SDC (1a2b)"


@pytest.fixture
def record(any_store: Store) -> Store:
    """A store with a row in every table of the record, sent by U1."""
    entry = an_update(id="update-1", by="U1", note="Seen at number nine", readings=(a_reading(4),))
    with any_store.writing(TEAM) as records:
        records.plans.save(a_plan(), NOW)
        records.plans.add_update(entry)
        records.audit.note(NOW, "U1", "report", "ASB3", after="on_track")
        records.audit.note(NOW, "U2", "assign", "member:U1")
        records.summaries.save(Q1, "2018-19", "{}", NOW)
        records.summaries.reissue(Q1, "2018-19", 2, "{}", NOW)
        records.removals.done(records.removals.open(RemovalKind.MARKING, "ASB3", NOW, by="U2"))
    return any_store


def refused(store: Store, *statements: str) -> None:
    """The last of the statements is refused; those before it are not."""
    with store.writing(TEAM) as records:
        for statement in statements[:-1]:
            records.connection.execute(text(statement))
        with pytest.raises(DatabaseError, match="append-only"):
            records.connection.execute(text(statements[-1]))
        records.connection.rollback()


def rows(store: Store, table: str) -> list[tuple[object, ...]]:
    with store.reading(TEAM) as records:
        found = records.connection.execute(tables.metadata.tables[table].select())
        return [tuple(row) for row in found]


@pytest.mark.parametrize("table", tables.APPEND_ONLY)
def test_no_row_of_the_record_is_deleted_or_emptied(record: Store, table: str) -> None:
    before = rows(record, table)
    assert before
    refused(record, f"DELETE FROM {table}")
    refused(record, f"DELETE FROM {table} WHERE workspace = '{TEAM}'")
    with record.reading(TEAM) as records:
        on_postgresql = records.connection.dialect.name == "postgresql"
    if on_postgresql:
        refused(record, f"TRUNCATE {table}")
        refused(record, f"TRUNCATE {table} CASCADE")
    assert rows(record, table) == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE updates SET status = 'complete'",
        "UPDATE updates SET note = ''",
        "UPDATE updates SET note = 'Nobody was seen', redacted_at = at",
        "UPDATE updates SET note = '[redacted]', redacted_at = at",
        "UPDATE updates SET by = 'former lead for SDC'",
        "UPDATE updates SET corrects = 'update-1', kind = 'withdrawal'",
        "UPDATE audit SET actor = 'former lead for SDC (1a2b)'",
        "UPDATE audit SET subject = 'member:former lead'",
        "UPDATE audit SET after = 'complete'",
        "UPDATE readings SET value = 40",
        "UPDATE readings SET update_id = 'another'",
        "UPDATE summaries SET snapshot = '[]'",
        "UPDATE reissues SET snapshot = '[]'",
        "UPDATE plans SET document = '{}'",
        "UPDATE removals SET state = 'open'",
        "UPDATE removals SET subject = 'update-1'",
        "UPDATE removals SET texts = 'U1'",
        "UPDATE removals SET by = 'U3'",
    ],
)
def test_no_row_of_the_record_is_changed(record: Store, change: str) -> None:
    refused(record, change.replace("SET by", 'SET "by"'))


@pytest.mark.parametrize("table", tables.APPEND_ONLY)
def test_no_row_takes_another_ones_place(record: Store, table: str) -> None:
    with record.reading(TEAM) as records:
        if records.connection.dialect.name == "postgresql":
            pytest.skip("PostgreSQL has no INSERT OR REPLACE; its ON CONFLICT updates")
    before = rows(record, table)
    columns = [column.name for column in tables.metadata.tables[table].columns]
    listed = ", ".join(f'"{name}"' for name in columns)
    refused(record, f"INSERT OR REPLACE INTO {table} ({listed}) SELECT {listed} FROM {table}")
    refused(record, f"REPLACE INTO {table} ({listed}) SELECT {listed} FROM {table}")
    assert rows(record, table) == before


def test_an_update_of_the_same_id_takes_no_ones_place(record: Store) -> None:
    with record.reading(TEAM) as records:
        if records.connection.dialect.name == "postgresql":
            pytest.skip("PostgreSQL has no INSERT OR REPLACE")
    columns = [c.name for c in tables.updates.columns if c.name != "seq"]
    listed = ", ".join(f'"{name}"' for name in columns)
    refused(record, f"INSERT OR REPLACE INTO updates ({listed}) SELECT {listed} FROM updates")


def test_on_conflict_changes_nothing_either(record: Store) -> None:
    listed = ", ".join(f'"{column.name}"' for column in tables.updates.columns)
    refused(
        record,
        f"INSERT INTO updates ({listed}) SELECT {listed} FROM updates WHERE true "
        "ON CONFLICT (seq) DO UPDATE SET status = 'complete'",
    )


def test_an_open_redaction_lets_the_words_of_its_update_go_and_nothing_else(record: Store) -> None:
    with record.writing(TEAM) as records:
        number = records.removals.open(RemovalKind.REDACTION, "update-1", NOW, by="U2")
        for change in ("status = 'complete'", "note = 'Other words'", "note = ''"):
            with (
                pytest.raises(DatabaseError, match="append-only"),
                records.connection.begin_nested(),
            ):
                records.connection.execute(text(f"UPDATE updates SET {change}, redacted_at = at"))
        records.plans.redact("update-1", NOW, ["Seen at number nine"])
        records.removals.done(number)
    with record.reading(TEAM) as records:
        assert records.plans.update("update-1").note == REDACTED
    refused(record, "UPDATE updates SET evidence = '[redacted]', redacted_at = at")


def test_a_redaction_of_another_update_opens_nothing(record: Store) -> None:
    refused(
        record,
        "INSERT INTO removals (workspace, kind, subject, ref, at, since, state) "
        f"SELECT '{TEAM}', 'redaction', 'update-2', '', at, at, 'open' FROM updates",
        "UPDATE updates SET note = '[redacted]', redacted_at = at",
    )


def test_an_erasure_gives_way_to_its_label_only_and_only_that_person(record: Store) -> None:
    with record.writing(TEAM) as records:
        records.audit.note(NOW, "U12", "report", "ASB2")
        records.erase("U1", LEFT, NOW)
    with record.reading(TEAM) as records:
        assert records.plans.update("update-1").by == LEFT
        actors = [(line.actor, line.subject) for line in records.audit.all()]
        assert actors == [(LEFT, "ASB3"), ("U2", f"member:{LEFT}"), ("U12", "ASB2")]
    refused(record, f"UPDATE audit SET actor = '{LEFT}' WHERE actor = 'U2'")


def test_a_removal_reaches_every_issue_of_a_quarter(record: Store) -> None:
    with record.writing(TEAM) as records:
        number = records.removals.open(RemovalKind.REDACTION, "update-1", NOW, by="U2")
        records.summaries.rewrite(lambda snapshot: snapshot.replace("{}", "[]"))
        records.removals.done(number)
    with record.reading(TEAM) as records:
        assert (records.summaries.first(Q1), records.summaries.get(Q1)) == ("[]", "[]")


def test_nobody_who_still_is_a_member_is_erased(record: Store) -> None:
    with record.writing(TEAM) as records:
        records.members.save(Member("U1", Role.LEAD, ("SDC",)))
    refused(
        record,
        "INSERT INTO removals (workspace, kind, subject, ref, at, since, state, texts) "
        f"SELECT '{TEAM}', 'erasure', 'former', '', at, at, 'open', 'U1' FROM updates",
    )


def test_a_removal_stays_on_record_and_never_opens_again(record: Store) -> None:
    with record.writing(TEAM) as records:
        records.erase("U1", LEFT, NOW)
    with record.reading(TEAM) as records:
        latest = records.removals.recent()[0]
    assert (latest.kind, latest.subject, latest.texts) == (RemovalKind.ERASURE, LEFT, ())
    assert "U1" not in str(rows(record, "removals"))
    refused(record, "UPDATE removals SET state = 'open', texts = 'U2'")


def _each_column() -> list[tuple[str, str]]:
    return [
        (table, column.name)
        for table in tables.APPEND_ONLY
        for column in tables.metadata.tables[table].columns
        if table != "removals" or column.name in {"seq", "workspace", "kind", "ref", "at"}
    ]


@pytest.mark.parametrize(("table", "column"), _each_column())
def test_no_column_is_left_out(record: Store, table: str, column: str) -> None:
    """Whatever a later version adds to the record is part of it."""
    kind = tables.metadata.tables[table].columns[column].type
    other = {
        "INTEGER": "99",
        "FLOAT": "99",
        "DATE": "'2019-01-01'",
        "DATETIME": "'2019-01-01 00:00:00+00:00'",
    }.get(str(kind), "'other'")
    before = rows(record, table)
    refused(record, f'UPDATE {table} SET "{column}" = {other}')
    assert rows(record, table) == before


@pytest.mark.parametrize("table", tables.APPEND_ONLY)
def test_no_row_is_moved_onto_another(record: Store, table: str) -> None:
    """SQLite's other way to replace a row without deleting it."""
    with record.reading(TEAM) as records:
        if records.connection.dialect.name == "postgresql":
            pytest.skip("PostgreSQL has no UPDATE OR REPLACE")
    before = rows(record, table)
    refused(record, f"UPDATE OR REPLACE {table} SET rowid = 99")
    assert rows(record, table) == before
