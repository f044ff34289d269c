from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from db.base import UtcDateTime
from db.database import Database
from db.engine import sqlite_is_safe
from db.errors import StorageFailed
from db.models import Batch, LogRow
from db.opening import create_event_file, open_event_file


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = create_event_file(tmp_path / "event.matchdesk")
    yield database
    database.close()


@pytest.fixture
def other(database: Database) -> Iterator[Database]:
    other = open_event_file(database.file)
    yield other
    other.close()


def write(session: Session) -> None:
    session.add(Batch(id=uuid4(), desk_id=uuid4(), state="writing"))
    session.flush()


def written(database: Database) -> int:
    with database.reading() as session:
        return len(session.scalars(select(Batch)).all())


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("secure_delete", 1),
        ("busy_timeout", 5_000),
        ("journal_size_limit", 16_777_216),
        ("temp_store", 2),
    ],
)
def test_a_connection_is_set_up_for_durability(
    database: Database, pragma: str, value: object
) -> None:
    with database.reading() as reading, database.writing() as writing:
        for session in (reading, writing):
            assert session.execute(text(f"PRAGMA {pragma}")).scalar() == value


def test_the_bundled_sqlite_has_no_wal_reset_race() -> None:
    assert sqlite_is_safe()


def test_a_block_that_raises_writes_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        _write_and_fail(database)

    assert written(database) == 0


def _write_and_fail(database: Database) -> None:
    with database.writing() as session:
        write(session)
        raise ZeroDivisionError


def test_a_block_that_ends_is_kept(database: Database, other: Database) -> None:
    with database.writing() as session:
        write(session)

    assert written(other) == 1


def test_reading_keeps_nothing(database: Database) -> None:
    with database.reading() as session:
        write(session)

    assert written(database) == 0


def test_a_reader_sees_one_state(database: Database, other: Database) -> None:
    with database.reading() as session:
        before = len(session.scalars(select(Batch)).all())
        with other.writing() as writing:
            write(writing)
        after = len(session.scalars(select(Batch)).all())

    assert before == after == 0


def test_who_reads_and_then_writes_waits_and_succeeds(database: Database, other: Database) -> None:
    begun = threading.Event()

    def hold() -> None:
        with other.writing() as session:
            write(session)
            begun.set()
            time.sleep(0.2)

    holder = threading.Thread(target=hold)
    holder.start()
    begun.wait(10)
    with database.writing() as session:
        seen = len(session.scalars(select(Batch)).all())
        write(session)
    holder.join()

    assert seen == 1
    assert written(database) == 2


def test_without_the_lock_from_the_start_who_reads_and_then_writes_fails_at_once(
    database: Database, other: Database
) -> None:
    with pytest.raises(StorageFailed) as failed:
        _read_and_write_late(database, other)

    assert failed.value.reason == "busy"


def _read_and_write_late(database: Database, other: Database) -> None:
    # The door for readers begins as a deferred transaction does.
    with database.reading() as session:
        session.scalars(select(Batch)).all()
        with other.writing() as between:
            write(between)
        write(session)


def test_a_broken_constraint_is_no_failure_of_storage(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as session:
        session.execute(text("INSERT INTO batch VALUES (NULL, NULL, NULL)"))


def test_where_sqlite_is_unsafe_one_connection_serves_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.engine.sqlite_is_safe", lambda: False)
    database = create_event_file(tmp_path / "event.matchdesk")

    with database.writing() as session:
        write(session)

    assert written(database) == 1
    database.close()


def test_after_a_failure_the_connection_works_again(database: Database, other: Database) -> None:
    with pytest.raises(StorageFailed):
        _read_and_write_late(database, other)

    with database.writing() as session:
        write(session)

    assert written(database) == 2


def test_an_instant_is_stored_in_utc_and_read_aware() -> None:
    kind, dialect = UtcDateTime(), sqlite.dialect()
    noon = datetime(2027, 3, 16, 12, tzinfo=timezone(timedelta(hours=2)))

    stored = kind.process_bind_param(noon, dialect)

    assert stored == datetime(2027, 3, 16, 10)  # noqa: DTZ001 - stored without a zone
    assert kind.process_result_value(stored, dialect) == noon
    read = kind.process_result_value(stored, dialect)
    assert read is not None
    assert read.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    naive = datetime(2027, 3, 16, 12)  # noqa: DTZ001 - that is the point

    with database.reading() as session, pytest.raises(StatementError):
        session.execute(select(LogRow).where(LogRow.at == naive))
