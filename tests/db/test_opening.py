from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
import sqlcipher3.dbapi2
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from db.base import Base
from db.database import Database
from db.engine import APPLICATION_ID
from db.errors import (
    DiskNearlyFull,
    EventFileDamaged,
    NewerEventFile,
    NotAnEventFile,
    StorageError,
    StorageFailed,
)
from db.opening import create_event_file, open_event_file
from db.schema import SCHEMA_VERSION, schema_of

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed event file that is whole."""
    file = tmp_path / "event.matchdesk"
    create_event_file(file).close()
    return file


def foreign(file: Path, *, mode: str = "DELETE") -> Path:
    other = sqlcipher3.dbapi2.connect(str(file))
    other.execute(f"PRAGMA journal_mode={mode}")
    other.execute("CREATE TABLE theirs (a)")
    other.commit()
    other.close()
    return file


def containing(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


def refused(file: Path, error: type[StorageError]) -> StorageError:
    with pytest.raises(error) as problem:
        open_event_file(file)
    return problem.value


def test_a_new_file_says_whose_it_is_and_which_schema(file: Path) -> None:
    database = open_event_file(file)
    with database.reading() as session:
        assert schema_of(session.connection()) == (APPLICATION_ID, SCHEMA_VERSION)
    database.close()


# What only SQLite understands stands in ``db.sides`` and in no model.
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_the_migrations_make_what_the_models_say(file: Path) -> None:
    database = open_event_file(file)
    with database.reading() as session:
        context = MigrationContext.configure(session.connection())
        differences = compare_metadata(context, Base.metadata)
    database.close()

    ours = [
        each for each in differences if "search" not in str(each) and "alembic" not in str(each)
    ]
    assert ours == []


def test_a_new_event_takes_nobodys_place(file: Path) -> None:
    before = file.read_bytes()

    with pytest.raises(NotAnEventFile) as problem:
        create_event_file(file)

    assert problem.value.reason == "exists"
    assert file.read_bytes() == before


def test_of_two_who_make_an_event_at_once_one_does(tmp_path: Path) -> None:
    target = tmp_path / "event.matchdesk"

    def meanwhile(_unfinished: Database) -> None:
        create_event_file(target).close()

    with pytest.raises(NotAnEventFile) as problem:
        create_event_file(target, meanwhile)

    assert problem.value.reason == "exists"
    assert list(tmp_path.iterdir()) == [target]


def test_an_event_that_cannot_be_filled_leaves_nothing(tmp_path: Path) -> None:
    def fail(unfinished: Database) -> None:
        with unfinished.writing() as session:
            session.execute(text("PRAGMA max_page_count=1"))
            session.execute(text("CREATE TABLE much AS SELECT randomblob(1000000)"))

    with pytest.raises(StorageFailed) as problem:
        create_event_file(tmp_path / "event.matchdesk", fail)

    assert problem.value.reason == "full"
    assert list(tmp_path.iterdir()) == []


def test_a_new_event_is_made_where_a_file_has_only_one_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    target = tmp_path / "event.matchdesk"

    create_event_file(target).close()

    assert list(tmp_path.iterdir()) == [target]
    open_event_file(target).close()


def test_changes_of_an_event_that_is_gone_are_not_mixed_into_a_new_one(tmp_path: Path) -> None:
    target = tmp_path / "event.matchdesk"
    target.with_name(target.name + "-wal").write_bytes(b"left")

    with pytest.raises(StorageFailed) as problem:
        create_event_file(target)

    assert problem.value.reason == "busy"


def test_a_new_event_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAnEventFile) as problem:
        create_event_file(tmp_path / "nowhere" / "event.matchdesk")

    assert problem.value.reason == "missing"


def test_a_new_event_needs_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)

    with pytest.raises(DiskNearlyFull) as problem:
        create_event_file(tmp_path / "event.matchdesk")

    assert problem.value.free_bytes == 1_000
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("missing", ["nothing.matchdesk", "."])
def test_what_is_no_file_is_missing(tmp_path: Path, missing: str) -> None:
    problem = refused(tmp_path / missing, NotAnEventFile)

    assert isinstance(problem, NotAnEventFile)
    assert problem.reason == "missing"


FOREIGN: dict[str, Callable[[Path], Path]] = {
    "another program's": foreign,
    "another program's, in WAL mode": lambda file: foreign(file, mode="WAL"),
    "a text": lambda file: containing(file, b"Dear all,\n" * 500),
    "empty": lambda file: containing(file, b""),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_foreign_file_is_refused_and_left_alone(tmp_path: Path, kind: str) -> None:
    file = FOREIGN[kind](tmp_path / "file")
    before = file.read_bytes()

    problem = refused(file, NotAnEventFile)

    assert isinstance(problem, NotAnEventFile)
    assert problem.reason == "foreign"
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_newer_file_is_refused(file: Path) -> None:
    later = sqlcipher3.dbapi2.connect(str(file))
    later.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    later.close()

    problem = refused(file, NewerEventFile)

    assert isinstance(problem, NewerEventFile)
    assert (problem.schema, problem.known) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)


def test_a_damaged_file_is_refused_and_left_as_it_is(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[8_192:] = b"\xff" * (len(content) - 8_192)
    file.write_bytes(content)

    problem = refused(file, EventFileDamaged)

    assert isinstance(problem, EventFileDamaged)
    assert problem.problems
    assert file.read_bytes() == content


def test_a_file_that_somebody_holds_locked_is_not_called_foreign(file: Path) -> None:
    holder = sqlcipher3.dbapi2.connect(str(file), isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")

    problem = refused(file, StorageFailed)
    holder.close()

    assert isinstance(problem, StorageFailed)
    assert problem.reason == "busy"


@pytest.fixture
def damaged_index(file: Path) -> Path:
    """A file in which an index knows a row by what it was: only the full check sees it."""
    editor = sqlcipher3.dbapi2.connect(str(file), isolation_level=None)
    editor.execute("INSERT INTO slot VALUES(x'01', x'02', NULL, NULL, '', '{}', 0, 0)")
    editor.execute("PRAGMA writable_schema=ON")
    index = editor.execute("SELECT * FROM sqlite_schema WHERE name='ix_slot_block_id'").fetchone()
    editor.execute("DELETE FROM sqlite_schema WHERE name='ix_slot_block_id'")
    editor.close()
    editor = sqlcipher3.dbapi2.connect(str(file), isolation_level=None)
    editor.execute("UPDATE slot SET block_id = x'03'")
    editor.execute("PRAGMA writable_schema=ON")
    editor.execute("INSERT INTO sqlite_schema VALUES(?,?,?,?,?)", index)
    editor.close()
    return file


def process_that_ended() -> int:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_what_a_killed_program_was_writing_is_removed_at_the_next_start(file: Path) -> None:
    gone = process_that_ended()
    for name in ("copy.matchdesk", ".list.csv", "event.matchdesk"):
        file.with_name(f"{name}.unfinished-{gone}").touch()
    file.with_name(f"copy.matchdesk.unfinished-{gone}-journal").touch()
    file.with_name(f"new.matchdesk.unfinished-{gone}-{uuid4().hex}-wal").touch()

    open_event_file(file).close()

    assert list(file.parent.iterdir()) == [file]


def test_what_is_being_written_and_what_is_none_of_ours_stays(file: Path) -> None:
    others = {f"copy.matchdesk.unfinished-{os.getpid()}", "talk.unfinished-draft", "unfinished-1"}
    others |= {f"copy.matchdesk.unfinished-{os.getppid()}"}
    for name in others:
        file.with_name(name).touch()

    open_event_file(file).close()

    assert {each.name for each in file.parent.iterdir()} == {*others, file.name}


def test_a_creation_that_was_killed_leaves_nothing_after_the_next_start(tmp_path: Path) -> None:
    script = """if True:
        import os, sys, pathlib, db.opening
        file = pathlib.Path(sys.argv[1])
        db.opening.create_event_file(file, lambda _database: os._exit(9))
    """
    file = tmp_path / "event.matchdesk"
    killed = subprocess.run([sys.executable, "-c", script, str(file)], cwd=PROJECT, check=False)
    left = list(tmp_path.iterdir())
    create_event_file(file).close()
    open_event_file(file).close()

    assert killed.returncode == 9
    assert left != []
    assert list(tmp_path.iterdir()) == [file]


def leave_open(file: Path) -> None:
    """Write to the file in a process that ends without closing it."""
    script = """if True:
        import os, sys, sqlcipher3.dbapi2
        desk = sqlcipher3.dbapi2.connect(sys.argv[1], isolation_level=None)
        desk.execute("PRAGMA journal_mode=WAL")
        desk.execute("INSERT INTO batch VALUES(x'01', x'02', 'whole')")
        os._exit(0)
    """
    subprocess.run([sys.executable, "-c", script, str(file)], check=True)


def test_a_file_that_was_left_open_is_checked_in_full(damaged_index: Path) -> None:
    leave_open(damaged_index)

    problem = refused(damaged_index, EventFileDamaged)

    assert isinstance(problem, EventFileDamaged)
    assert "ix_slot_block_id" in " ".join(problem.problems)


def test_a_file_that_was_closed_in_good_order_is_checked_quickly(damaged_index: Path) -> None:
    open_event_file(damaged_index).close()


def test_what_was_written_before_a_crash_is_there(file: Path) -> None:
    leave_open(file)

    database = open_event_file(file)
    with database.reading() as session:
        assert session.execute(text("SELECT state FROM batch")).scalars().all() == ["whole"]
    database.close()


def test_a_file_that_was_opened_twice_stays_whole_when_one_is_closed(file: Path) -> None:
    first, second = open_event_file(file), open_event_file(file)
    second.close()

    with first.writing() as session:
        session.execute(text("CREATE TABLE later (a)"))
    first.close()

    again = open_event_file(file)
    with again.reading() as session:
        assert session.execute(text("SELECT count(*) FROM later")).scalar() == 0
    again.close()
